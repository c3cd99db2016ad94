"""A vocabulary made ready for questions: words, phrases and what they mean.

Compiled once; only what is remembered of slips of spelling grows, up to a bound.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Literal

from msgspec import Struct

from aftercare.core.plan.ask.spelling import Shelves, bases, plain, same_letters, slips
from aftercare.core.protocol.model import Protocol
from aftercare.core.protocol.vocabulary import Vocabulary, ancestors

Sort = Literal[
    "activity",
    "symptom",
    "neutral",
    "negation",
    "duty",
    "gone",
    "join",
    "means",
    "break",
    "about",
    "time",
    "context",
]
Phrase = tuple[str, ...]

_TOKEN = re.compile(r"[a-z]+|[0-9]+|[,.;:?!()\u2013\u2014\n/]")
_OPENED = (
    (re.compile(r"\b(?:wo|ca|sha)n'?t\b"), "can not"),
    (
        re.compile(
            r"\b(do|does|did|is|are|was|were|have|has|had|would|could|should|must|need)n'?t\b"
        ),
        r"\1 not",
    ),
    (
        re.compile(r"\b(i|you|we|they|it|he|she|that|there|what|when|who)'(?:m|re|ve|ll|d|s)\b"),
        r"\1",
    ),
    (re.compile(r"\bim\b"), "i"),
    (re.compile(r"'s?\b"), " "),
)
_MOST_REMEMBERED = 20_000
_SHORT = 6


class Meaning(Struct, frozen=True):
    """What a phrase stands for: its sort, and the name of the activity or symptom."""

    sort: Sort
    name: str = ""


class Lexicon(Struct, frozen=True):
    """Base words, a tree of phrases, and what is known of each activity."""

    words: frozenset[str]
    tree: dict[str, Any]
    drops: frozenset[str]
    says: dict[str, str]
    kinds: dict[str, tuple[str, ...]]
    parents: dict[str, tuple[str, ...]]
    instead_of: dict[str, tuple[str, ...]]
    settings: frozenset[str]
    shelves: Shelves
    seen: dict[str, Phrase]
    doubts: dict[str, bool]

    def bases(self, token: str) -> Phrase:
        """Give the base words a typed word may be, the likeliest first; nothing if unknown."""
        found = self.seen.get(token)
        if found is None:
            found = bases(token, self.words) or self._guesses(token)
            if len(self.seen) < _MOST_REMEMBERED:
                self.seen[token] = found
        return found

    def doubtful(self, token: str) -> bool:
        """Tell whether a short word was guessed, and not only for swapped or doubled letters."""
        found = self.doubts.get(token)
        if found is None:
            sure = len(token) > _SHORT or bool(bases(token, self.words))
            found = not sure and not any(same_letters(token, f) for f in self._slips(token))
            if len(self.doubts) < _MOST_REMEMBERED:
                self.doubts[token] = found
        return found

    def _slips(self, token: str) -> list[str]:
        return slips(token, self.words, self.shelves)

    def _guesses(self, token: str) -> Phrase:
        forms = self._slips(token)
        return tuple(dict.fromkeys(base for form in forms for base in bases(form, self.words)))


def tokens(text: str) -> list[str]:
    """Part a text into words, numbers and stops; contractions are opened first."""
    opened = plain(text)
    for pattern, words in _OPENED:
        opened = pattern.sub(words, opened)
    return _TOKEN.findall(opened)


def compile_lexicon(vocabulary: Vocabulary, protocol: Protocol) -> Lexicon:
    """Compile the shared vocabulary with a protocol's own activities; its own word wins."""
    activities = {**vocabulary.activities, **protocol.vocabulary}
    entries = list(_entries(vocabulary, protocol))
    drops = frozenset(str(word) for word in vocabulary.drops)
    tree: dict[str, Any] = {}
    words: set[str] = set()
    for phrase, meaning in entries:
        written = phrase.replace("-", " ").replace("'", " ").split()
        parts = tuple(word for word in written if word not in drops)
        words.update(parts)
        node = tree
        for part in parts:
            node = node.setdefault(part, {})
        if parts:
            node[""] = meaning
    known = frozenset(words)
    return Lexicon(
        known,
        tree,
        drops,
        {str(name): str(activity.says) for name, activity in activities.items()},
        {str(name): ancestors(activities, str(name)) for name in activities},
        {str(n): tuple(map(str, activity.is_)) for n, activity in activities.items()},
        {str(n): tuple(map(str, activity.instead_of)) for n, activity in activities.items()},
        frozenset(str(name) for name, activity in activities.items() if activity.setting),
        Shelves(known),
        {},
        {},
    )


def _entries(vocabulary: Vocabulary, protocol: Protocol) -> Iterator[tuple[str, Meaning]]:
    """Give every phrase with its meaning; a later one replaces an earlier one."""
    plain_sorts: tuple[tuple[Sort, Iterable[str]], ...] = (
        ("context", vocabulary.context),
        ("time", vocabulary.times),
        ("about", vocabulary.about),
        ("join", vocabulary.joins),
        ("means", vocabulary.means),
        ("break", vocabulary.breaks),
        ("negation", vocabulary.negations),
        ("duty", vocabulary.duties),
        ("gone", vocabulary.gone),
        ("neutral", vocabulary.neutral),
    )
    for sort, phrases in plain_sorts:
        meaning = Meaning(sort)
        yield from ((phrase, meaning) for phrase in phrases)
    for name, symptom in vocabulary.symptoms.items():
        meaning = Meaning("symptom", str(name))
        yield from ((phrase, meaning) for phrase in symptom.words)
    for block in (vocabulary.activities, protocol.vocabulary):
        for name, activity in block.items():
            meaning = Meaning("activity", str(name))
            yield from ((phrase, meaning) for phrase in activity.words)
