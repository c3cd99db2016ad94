"""May I do X now? The strictest clause that names X answers, and is quoted.

Where the leaflet is silent, or a part of the question could not be placed, the answer is "ask us
first". A negation is never read as permission.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Literal, NamedTuple

from msgspec import Struct

from aftercare.core.plan.ask.lexicon import Lexicon
from aftercare.core.plan.ask.recognise import Recognised, recognise
from aftercare.core.plan.ask.wording import Finding, Quoted, wording
from aftercare.core.plan.compiled import Clause
from aftercare.core.plan.dated import Dated, Plan, State
from aftercare.core.protocol.model import say

Verdict = Literal["no", "not-yet", "ask", "depends", "with-care", "yes"]

VERDICTS: tuple[Verdict, ...] = ("no", "not-yet", "ask", "depends", "with-care", "yes")
"""From the strictest."""

_AVOID: dict[State, Verdict] = {
    "upcoming": "yes",
    "active": "not-yet",
    "waiting": "depends",
    "easing": "with-care",
    "ended": "yes",
    "standing": "no",
}
_OVER = {"upcoming", "ended"}


class Answer(Struct, frozen=True):
    """A verdict with what it rests on; ``until`` is when the verdict changes by the clock."""

    verdict: Verdict
    activities: tuple[str, ...]
    clauses: tuple[str, ...]
    until: int | None
    text: str
    worried: bool


class Found(NamedTuple):
    """One clause of one plan that answers about an activity."""

    verdict: Verdict
    clause: Clause
    dated: Dated
    plan: Plan
    denied: bool

    @property
    def quoted(self) -> Quoted:
        """What the words need of it."""
        return Quoted(self.clause, self.dated, self.plan, self.denied)


def ask(
    lexicon: Lexicon, plans: Sequence[Plan], question: str, *, relative: bool = False
) -> Answer:
    """Answer a question by the plans of a course (one at least), at the instant they stand for.

    Times in the question are not computed: the answer is for now, and says so. ``relative``
    speaks of days after the treatment instead of dates.
    """
    about = recognise(lexicon, question)
    found: list[Found] = []
    silent: dict[str, None] = {}
    for name, denied in about.activities:
        for plan in plans:
            here = list(_findings(lexicon, plan, name, denied=denied))
            found += here
            silent.update(dict.fromkeys(_silent(lexicon, plan, name)))
    verdict = _verdict(about, found, silent)
    deciding = [one for one in found if one.verdict == verdict]
    shown = sorted(found, key=lambda one: VERDICTS.index(one.verdict))
    finding = Finding(about, tuple(lexicon.says[name] for name in silent), verdict, _concern(plans))
    return Answer(
        verdict,
        tuple(name for name, _ in about.activities),
        tuple(dict.fromkeys(one.clause.id for one in shown)),
        _until(verdict, deciding),
        wording(finding, [one.quoted for one in deciding], relative=relative),
        bool(about.symptoms),
    )


def verdict_on(lexicon: Lexicon, plans: Sequence[Plan], activity: str) -> Verdict:
    """Give the verdict on one activity by its name, without a question."""
    found = [each for p in plans for each in _findings(lexicon, p, activity, denied=False)]
    verdicts: list[Verdict] = [each.verdict for each in found]
    if not found or any(True for plan in plans for _ in _silent(lexicon, plan, activity)):
        verdicts.append("ask")
    return min(verdicts, key=VERDICTS.index)


def _concern(plans: Sequence[Plan]) -> str:
    """Whom to tell, in the words of the first protocol."""
    if not plans:
        return ""
    protocol = plans[0].schedule.protocol
    return say(protocol.contact.concern.text, str(protocol.language))


def _findings(lexicon: Lexicon, plan: Plan, name: str, *, denied: bool) -> Iterator[Found]:
    """Give the clauses about an activity or what it is a part of, with their verdicts."""
    by_activity = plan.selection.by_activity
    for kind in lexicon.kinds[name]:
        for clause in by_activity.get(kind, ()):
            dated = plan.of(clause)
            verdict = judge(clause, dated.state, denied=denied)
            yield Found(verdict, clause, dated, plan, denied)


def _silent(lexicon: Lexicon, plan: Plan, name: str) -> Iterator[str]:
    """Give what the advice does not mention of an activity: of hot yoga, the exercise."""
    parents = lexicon.parents[name]
    if name in plan.selection.by_activity:
        return
    if any(kind in plan.selection.by_activity for kind in lexicon.kinds[name]):
        for parent in parents:
            yield from _silent(lexicon, plan, parent)
    else:
        yield name


def judge(clause: Clause, state: State, *, denied: bool = False) -> Verdict:
    """Give the verdict of one clause in one state; ``denied`` asks about not doing it."""
    if clause.kind == "avoid":
        return _AVOID[state]
    if clause.kind == "careful":
        return "yes" if state in _OVER else "with-care"
    return "no" if denied and state not in _OVER else "yes"


def _verdict(about: Recognised, found: list[Found], silent: Collection[str]) -> Verdict:
    verdicts: list[Verdict] = [one.verdict for one in found]
    if silent or not found or about.symptoms or about.lost:
        verdicts.append("ask")
    strictest = min(verdicts, key=VERDICTS.index)
    if about.strange and strictest in {"yes", "with-care"}:
        return "ask"  # a word that was not understood never becomes a permission
    return strictest


def _until(verdict: Verdict, deciding: list[Found]) -> int | None:
    """When the clock changes this verdict; nothing where no clock does."""
    if verdict in {"yes", "ask", "depends"}:
        return None
    ends = [_end(one) for one in deciding]
    return None if None in ends else max((end for end in ends if end is not None), default=None)


def _end(one: Found) -> int | None:
    avoided = one.clause.kind == "avoid" and one.dated.state == "active"
    return one.dated.earliest if avoided else one.dated.tail
