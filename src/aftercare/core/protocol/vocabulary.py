"""The shared vocabulary: the words by which activities and symptoms are recognised.

It is shipped with the package, one file a language, and extended by a protocol.
"""

from __future__ import annotations

from typing import Annotated

from aftercare.core.problems import Problem
from aftercare.core.protocol.load import read_piece
from aftercare.core.protocol.model import Activity
from aftercare.core.protocol.scalars import Name, Phrases
from aftercare.core.protocol.shape import Piece


class SymptomWords(Piece, frozen=True, kw_only=True):
    """The words by which a symptom is recognised in a question."""

    words: Annotated[Phrases, "words and phrases, in their base form"]


class Vocabulary(Piece, frozen=True, kw_only=True):
    """One language's words; every other word in a question is one that was not understood."""

    activities: Annotated[dict[Name, Activity], "what can be asked about"]
    symptoms: Annotated[dict[Name, SymptomWords], "what may be a worry"]
    neutral: Annotated[Phrases, "phrases that use up their words: fragrance free"]
    negations: Annotated[Phrases, "not, without, skip …"]
    duties: Annotated[Phrases, "do I have to: asks, like a negation, about not doing"]
    gone: Annotated[Phrases, "beside a symptom: it is no longer there"]
    joins: Annotated[Phrases, "words that part a question: and, or …"]
    means: Annotated[Phrases, "words before what an act is done with: with, using …"]
    breaks: Annotated[Phrases, "joins over which a negation does not reach: but …"]
    about: Annotated[Phrases, "words before what surrounds an act: for, at, before …"]
    times: Annotated[Phrases, "words of another time than now: tomorrow, next week …"]
    drops: Annotated[Phrases, "words to look through: the, my …"]
    context: Annotated[Phrases, "words that change nothing"]


def read_vocabulary(data: bytes, file: str) -> tuple[Vocabulary | None, list[Problem]]:
    """Read a vocabulary file; faults come with line and column."""
    vocabulary, _, problems = read_piece(data, file, Vocabulary)
    return vocabulary, problems


def ancestors(activities: dict[Name, Activity], name: str) -> tuple[str, ...]:
    """Give an activity and all that it is a part or kind of, nearest first."""
    found = [name]
    for known in found:
        activity = activities.get(Name(known))
        found += [str(n) for n in (activity.is_ if activity else ()) if str(n) not in found]
    return tuple(found)
