"""An answer in words: the verdict, the clause, its end, and what to do if it cannot be kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from aftercare.core.plan import say as words
from aftercare.core.plan.ask.recognise import Recognised
from aftercare.core.plan.compiled import Clause
from aftercare.core.plan.dated import Dated, Plan
from aftercare.core.problems import listed
from aftercare.core.protocol.model import say

LIKE_THIS = "Yes, like this:"  # who is told to sleep on her back may not sleep on her front
HEADLINES = {
    "no": "No.",
    "not-yet": "Not yet.",
    "ask": "Ask us first.",
    "depends": "When you are ready.",
    "with-care": "Yes, with care.",
    "yes": "Yes.",
}
_NOW = "This answer is for now, not for later."


class Quoted(NamedTuple):
    """A clause that decides, with its dates, and whether it was asked about *not* keeping it."""

    clause: Clause
    dated: Dated
    plan: Plan
    denied: bool


class Finding(NamedTuple):
    """What the words are made of: the question, what the advice does not mention, whom to tell."""

    about: Recognised
    silent: tuple[str, ...]
    verdict: str
    concern: str


def wording(finding: Finding, quoted: Sequence[Quoted], *, relative: bool) -> str:
    """Say an answer in a few short sentences."""
    said = [_headline(finding, quoted)]
    if finding.verdict == "ask":
        said += _why_ask(finding)
    else:
        said += _quotes(finding.verdict, quoted, relative=relative)
        said += [_unmentioned(finding)] if finding.silent else []
        said += [finding.concern] if finding.about.symptoms else []
    if finding.about.timed:
        said.append(_NOW)
    return " ".join(dict.fromkeys(sentence for sentence in said if sentence))


def _headline(finding: Finding, quoted: Sequence[Quoted]) -> str:
    """The verdict in words; "can I stop avoiding the sun" must not be answered "not yet"."""
    kind = _denied_kind(quoted)
    if kind == "avoid" and finding.verdict in {"no", "not-yet", "depends"}:
        return "Keep to this advice."
    if finding.verdict == "yes" and (kind == "do" or (kind and finding.about.duty)):
        return "You may stop."
    if kind == "do" and finding.about.duty:
        return "Keep doing this."
    if finding.verdict == "yes" and quoted and all(_is_ordered(one) for one in quoted):
        return LIKE_THIS
    return HEADLINES[finding.verdict]


def _is_ordered(quoted: Quoted) -> bool:
    """Tell whether a clause asks for what was asked about: in its way, and in no other."""
    return quoted.clause.kind == "do" and quoted.dated.state not in {"ended", "upcoming"}


def _denied_kind(quoted: Sequence[Quoted]) -> str | None:
    """The kind of all that decides, where all of it was asked about not keeping it."""
    kinds = {one.clause.kind for one in quoted}
    return kinds.pop() if len(kinds) == 1 and all(one.denied for one in quoted) else None


def _why_ask(finding: Finding) -> Iterator[str]:
    about = finding.about
    lost = about.lost or about.strange or not (about.activities or about.symptoms)
    if about.symptoms:
        yield "You mention how your skin is."
    if finding.silent:
        yield _unmentioned(finding)
    if lost:
        yield "We could not place all of your question."
    if lost or about.symptoms:
        yield finding.concern


def _unmentioned(finding: Finding) -> str:
    return f"Your clinic's advice does not mention {listed(finding.silent)}."


def _quotes(verdict: str, quoted: Sequence[Quoted], *, relative: bool) -> Iterator[str]:
    endless = any(one.dated.state == "standing" for one in quoted)
    for clause, dated, plan, _ in quoted:
        lang = str(plan.schedule.protocol.language)
        if verdict == "yes" and (clause.kind == "avoid" or dated.state == "ended"):
            yield from _free(clause, dated, plan, relative=relative)
            continue
        if verdict == "with-care" and dated.state == "easing":
            yield words.easing(clause, lang)
            yield _was(clause, lang)
            continue
        yield say(clause.text, lang)
        if dated.state in {"active", "waiting"} and verdict != "yes" and not endless:
            yield words.until(clause, dated, plan, relative=relative)
        if clause.exception and verdict in {"no", "not-yet"}:
            yield say(clause.exception, lang)


def _was(clause: Clause, lang: str) -> str:
    """Quote what is easing now, so that "you may" and "no" do not stand side by side."""
    length = f", for {clause.length.written}" if clause.length else ""
    return f"Your clinic's advice was: “{say(clause.text, lang).rstrip('.')}”{length}."


def _free(clause: Clause, dated: Dated, plan: Plan, *, relative: bool) -> Iterator[str]:
    """Say that a clause does not hold, why, and what still does."""
    lang = str(plan.schedule.protocol.language)
    if dated.state == "upcoming":
        when = "later" if relative else f"from {words.moment(dated.starts, plan.treatment.zone)}"
        yield f"Your clinic's advice holds {when}."
    elif dated.until is not None:
        yield f"Fine again: you told us that {say(dated.until.text, lang)}."
        if dated.until.symptom:
            yield "If it has come back, ask us first."
    elif clause.kind == "do" and clause.length:
        yield f"Your clinic asked for it for {clause.length.written}; that time is over."
    else:
        yield "Fine again: the time your clinic asked for is over."
    if dated.state == "ended" and clause.afterwards:
        yield say(clause.afterwards, lang)
