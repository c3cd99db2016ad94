"""What a table comes to: the level of each symptom, by how bad it is and since when.

It is what a clinician compares with their own judgement: not the rows, but what they do.
"""

from __future__ import annotations

from itertools import groupby

from msgspec import Struct

from aftercare.core.protocol.facts import options
from aftercare.core.protocol.model import LEVELS, Level, Protocol
from aftercare.core.triage.cells import Cell, cells
from aftercare.core.triage.table import compile_table


class Outcome(Struct, frozen=True):
    """One symptom: from each instant (in seconds), the levels of mild, moderate and severe."""

    symptom: str
    bands: tuple[tuple[int, tuple[Level, Level, Level]], ...]


def outcomes(protocol: Protocol) -> list[Outcome]:
    """Give each symptom's levels when it comes alone and is not worse than last time.

    Where facts of the person decide, the highest level of all that they may be; instants at
    which nothing changes are left out. Raise no error on a table that loads.
    """
    table = compile_table(protocol)
    known = {str(name): options(fact) for name, fact in protocol.facts.items()}
    plain = [c for c in cells(table, known) if not (c.shift or c.worse or c.beside)]
    by_symptom = groupby(plain, key=lambda cell: cell.symptom)
    return [Outcome(symptom, _bands(list(found))) for symptom, found in by_symptom]


def _bands(found: list[Cell]) -> tuple[tuple[int, tuple[Level, Level, Level]], ...]:
    worst: dict[tuple[int, int], int] = {}
    for cell in found:
        case = (cell.at, cell.severity)
        worst[case] = max(worst.get(case, 0), cell.level)
    instants = sorted({at for at, _ in worst})
    levels = [(at, _levels(worst, at)) for at in instants]
    return tuple(next(same) for _, same in groupby(levels, key=lambda each: each[1]))


def _levels(worst: dict[tuple[int, int], int], at: int) -> tuple[Level, Level, Level]:
    mild, moderate, severe = (LEVELS[worst[at, severity]] for severity in (1, 2, 3))
    return mild, moderate, severe
