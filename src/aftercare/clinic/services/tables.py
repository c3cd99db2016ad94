"""The triage table of a clinic's own text: changed row by row, and proved as it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from aftercare.clinic.records.models import OwnProtocol
from aftercare.clinic.services import drafting, protocols
from aftercare.clinic.services.access import Desk
from aftercare.clinic.services.refusals import NotYours, refuse
from aftercare.core.check.triage import declared
from aftercare.core.problems import Problem
from aftercare.core.protocol import edit
from aftercare.core.protocol.model import Protocol
from aftercare.core.protocol.model import Row as TriageRow
from aftercare.core.triage.outcomes import Outcome, outcomes
from aftercare.core.triage.proof import Proof, prove

__all__ = ["Line", "Outcome", "Proof", "Protocol", "Table", "TriageRow"]
ASKED = "questions.asked"
_LAST = 366


@dataclass(frozen=True)
class Line:
    """A row of the table, with what the check says of it."""

    row: TriageRow
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Table:
    """The table as the text has it now, what it comes to, and its proof.

    ``problems`` are those of the table as a whole; while it names what is not declared, it is
    not proved and comes to nothing.
    """

    protocol: Protocol
    lines: tuple[Line, ...]
    problems: tuple[Problem, ...]
    proof: Proof | None
    outcomes: tuple[Outcome, ...]


def table(desk: Desk, row: OwnProtocol) -> Table | None:
    """Give the table of a text; nothing where the text cannot be read yet."""
    loaded, _ = protocols.read(row.source.encode())
    if loaded is None:
        return None
    found = [each for each in edit.rows(row.source) if each.block == "triage"]
    problems = [p for p in protocols.draft(desk, row.name)[1] if p.place]
    mine = [tuple(p for p in problems if drafting.within(p, each)) for each in found]
    among = {p for each in mine for p in each}
    whole = tuple(p for p in problems if _of_table(p) and p not in among)
    protocol = loaded.protocol
    lines = tuple(map(Line, protocol.triage, mine))
    if not declared(protocol):
        return Table(protocol, lines, whole, None, ())
    return Table(protocol, lines, whole, prove(protocol), tuple(outcomes(protocol)))


def _of_table(problem: Problem) -> bool:
    path = problem.place.path if problem.place else ""
    return path.startswith(("triage", "questions"))


def change(desk: Desk, row: OwnProtocol, id_: str, given: Mapping[str, str], seen: int) -> None:
    """Give a row other values."""
    _there(row, id_)
    drafting.save(desk, row, edit.changed(row.source, f"triage.{id_}", given), seen)


def add(desk: Desk, row: OwnProtocol, given: Mapping[str, str], seen: int) -> str:
    """Put a new row before the others, as the first that fits decides; give its id."""
    rows = [each for each in edit.rows(row.source) if each.block == "triage"]
    taken = {each.id for each in rows}
    new = next(f"row-{n}" for n in range(1, 10_000) if f"triage.row-{n}" not in taken)
    source = edit.added(row.source, "triage", {"id": new, **given})
    for _ in rows:
        source = edit.moved(source, f"triage.{new}", -1)
    drafting.save(desk, row, source, seen)
    return new


def remove(desk: Desk, row: OwnProtocol, id_: str, seen: int) -> None:
    """Take a row out; what no row covers is `contact`."""
    _there(row, id_)
    drafting.save(desk, row, edit.removed(row.source, f"triage.{id_}"), seen)


def move(desk: Desk, row: OwnProtocol, id_: str, by: int, seen: int) -> None:
    """Let a row change places with the one before or behind it."""
    _there(row, id_)
    drafting.save(desk, row, edit.moved(row.source, f"triage.{id_}", by), seen)


def ask_on(desk: Desk, row: OwnProtocol, days: list[int], seen: int) -> None:
    """Choose the days on which patients are asked how they are."""
    if not days or max(days) > _LAST:
        message = "These are no days to ask on."
        raise refuse(message, f"Write days from 0 to {_LAST}: 1, 3, 7.", "days", "S127")
    given = {"days": str(sorted(set(days)))}
    drafting.save(desk, row, edit.changed(row.source, ASKED, given), seen)


def _there(row: OwnProtocol, id_: str) -> None:
    if edit.find(row.source, f"triage.{id_}") is None:
        raise NotYours
