"""Which of the kinds of end a clause has, and between which instants it is drawn."""

from __future__ import annotations

from typing import Literal, NamedTuple

from aftercare.core.plan.calendar import calendar
from aftercare.core.plan.compiled import Clause
from aftercare.core.plan.dated import Dated, Plan

Kind = Literal["fixed", "between", "at-least", "about", "up-to", "depends", "standing"]
_KINDS: dict[str, Kind] = {
    "fixed": "fixed",
    "between": "between",
    "at least": "at-least",
    "about": "about",
    "up to": "up-to",
}
_DAY = 86_400


class End(NamedTuple):
    """What is drawn: firm from ``starts`` to ``firm``, open in some way from there to ``last``."""

    kind: Kind
    starts: int
    firm: int
    last: int
    ended: bool = False
    dotted: bool = False


def end(clause: Clause, dated: Dated, plan: Plan) -> End:
    """Tell how a clause ends; instants are seconds, UTC."""
    ended, dotted = dated.state == "ended", clause.kind == "reaction"
    if dated.until is not None:
        last = plan.at if ended else _asked(clause, dated, plan)
        return End("depends", dated.starts, last, last, ended, dotted)
    if dated.earliest is None or clause.length is None:
        return End("standing", dated.starts, dated.starts, dated.starts, ended, dotted)
    kind = _KINDS[clause.length.end]
    easing = kind == "at-least" and dated.state == "easing" and dated.tail
    last = dated.latest or (easing or dated.earliest)
    return End(kind, dated.starts, dated.earliest, last, ended, dotted)


def _asked(clause: Clause, dated: Dated, plan: Plan) -> int:
    """Where the question mark stands: after what is usual, and never before tomorrow."""
    tomorrow = max(plan.at, dated.starts) + _DAY
    usual = clause.length
    if usual is None:
        return tomorrow
    span = usual.most or usual.least
    return max(tomorrow, calendar(plan.treatment.zone).after((span,), plan.treatment.at)[0])
