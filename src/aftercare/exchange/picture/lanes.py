"""What the picture shows: sections of rows, each row the clauses that end alike.

Risks have no dates and are left to the page's text. A row has one lane, or more where a later
treatment of the course will begin the same clauses again.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from aftercare.core.plan import say as words
from aftercare.core.plan.compiled import Clause
from aftercare.core.plan.course import Entry
from aftercare.core.plan.dated import Plan
from aftercare.core.plan.overview import RISKS, Shown, overview
from aftercare.core.protocol.model import say
from aftercare.exchange.picture.ends import End, end
from aftercare.exchange.picture.scale import Scale, scale


class Lane(NamedTuple):
    """One bar, the words beside it, and all that the text table says of it."""

    end: End
    said: str
    told: str


class Row(NamedTuple):
    """Clauses that end alike: their names, their words, their bars."""

    ids: tuple[str, ...]
    labels: tuple[str, ...]
    lanes: tuple[Lane, ...]

    @property
    def ended(self) -> bool:
        """Whether it is over, so that it is drawn grey."""
        return self.lanes[0].end.ended


def sections(plans: Sequence[Plan]) -> dict[str, list[Row]]:
    """Give the rows of each section that has dates, in the order of the overview."""
    dated = overview(plans)
    return {title: rows(shown, plans) for title, shown in dated.items() if title != RISKS}


def rows(shown: Sequence[Shown], plans: Sequence[Plan]) -> list[Row]:
    """Join what ends alike into one row; each clause keeps its own words."""
    joined: dict[tuple[Lane, ...], list[Shown]] = {}
    for each in shown:
        joined.setdefault(_lanes(each, plans), []).append(each)
    return [
        Row(tuple(each.clause.id for each in alike), tuple(each.label for each in alike), lanes)
        for lanes, alike in joined.items()
    ]


def _lanes(shown: Shown, plans: Sequence[Plan]) -> tuple[Lane, ...]:
    days = scale(plans)
    first = _lane(shown.said, shown.entry, days)
    if first.end.kind == "standing":
        return (first,)
    others = [_again(shown.clause, plan, days) for plan in plans if plan is not shown.entry.plan]
    return (first, *(lane for lane in others if lane))


def _again(clause: Clause, plan: Plan, days: Scale) -> Lane | None:
    """Give the lane of a treatment to come, if the same clause holds after it in these days."""
    alike = next((own for own in plan.selection.clauses if own.id == clause.id), None)
    if alike is None or plan.of(alike).state != "upcoming":
        return None
    entry = Entry(alike, plan.of(alike), plan)
    seen = days.shows(entry.dated.starts)
    return _lane(words.state(*entry), entry, days) if seen else None


def _lane(said: str, entry: Entry, days: Scale) -> Lane:
    """Say the end too, where the words of the state say only when it begins.

    A bar that begins with its treatment shows that already; its words leave it out.
    """
    clause, dated, plan = entry
    until = words.until(clause, dated, plan) if dated.state == "upcoming" else ""
    told = f"{said} {until}".rstrip()
    plain = dated.starts == plan.treatment.at and days.shows(dated.starts)
    return Lane(end(*entry), until if until and plain else told, told)


def heading(plans: Sequence[Plan]) -> str:
    """Name the treatments and their times, as the line below the title."""
    named: dict[str, dict[str, None]] = {}  # a time planned by two versions is named once
    for plan in sorted(plans, key=lambda plan: plan.treatment.at):
        protocol = plan.schedule.protocol
        title = say(protocol.title, str(protocol.language))
        named.setdefault(title, {})[words.moment(plan.treatment.at, plan.treatment.zone)] = None
    return "; ".join(f"{title}, {' and '.join(times)}" for title, times in named.items())


def source(plans: Sequence[Plan]) -> str:
    """Say which version of the clinic's advice the picture shows."""
    versions = sorted({int(plan.schedule.protocol.version) for plan in plans})
    several = "s" if len(versions) > 1 else ""
    return f"From your clinic's advice, version{several} {' and '.join(map(str, versions))}"


def concern(plans: Sequence[Plan]) -> str:
    """Give the clinic's words for a worry, with its number if it has filled it in."""
    protocol = plans[-1].schedule.protocol
    contact = protocol.contact
    said = say(contact.concern.text, str(protocol.language))
    return f"{said} {contact.phone}".rstrip()


def table(plans: Sequence[Plan]) -> str:
    """Write the picture as a text table, a line a clause, for those who cannot see it."""
    at, zone = plans[0].at, plans[0].treatment.zone
    lines = [f"{heading(plans)}. As of {words.moment(at, zone)}. {source(plans)}."]
    for title, shown in sections(plans).items():
        for row in shown:
            ends = " ".join(lane.told for lane in row.lanes)
            lines += [f"{title}: {label} {ends}" for label in row.labels]
    return "\n".join(lines)
