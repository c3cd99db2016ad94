"""How a patient's skin went, against what the clinic told: the numbers of each curve."""

from __future__ import annotations

from dataclasses import dataclass

from aftercare.clinic.records.models import CheckIn
from aftercare.clinic.services.courses import LENGTH_DAYS, Aftercare
from aftercare.core.checkin.history import History, also, histories
from aftercare.core.protocol.model import Protocol, Reaction, Risk, say
from aftercare.core.protocol.scalars import Name
from aftercare.core.triage.table import Table
from aftercare.core.triage.told import told


@dataclass(frozen=True)
class Curve:
    """One symptom day by day; ``usual`` and ``longest`` are days, nothing where no end was told."""

    name: str
    history: History
    usual: float | None
    longest: float | None
    last_day: int

    @property
    def points(self) -> tuple[tuple[int, int], ...]:
        """Give pairs of a day and a level."""
        return self.history.points


def since(care: Aftercare) -> list[CheckIn]:
    """Give the check-ins since the last treatment, oldest first."""
    treated = care.plans[-1].treatment.at
    return [each for each in care.checkins if each.at >= treated]


def curves(care: Aftercare, first: str = "") -> list[Curve]:
    """Give the curve of every symptom that was felt: ``first``, then the one that is worst now."""
    found = histories((each.day, each.symptoms) for each in since(care))
    found.sort(key=lambda each: (each.symptom != first, -each.last[1]))
    return [_curve(care, each) for each in found]


def _curve(care: Aftercare, history: History) -> Curve:
    """An end that was left open ("at least") is no promise, and none is drawn."""
    protocol = care.compiled.protocol
    promised = told(protocol, history.symptom)
    closed = promised.usual is not None and promised.longest is not None
    usual, longest = (promised.usual, promised.longest) if closed else (None, None)
    return Curve(
        symptom_name(protocol, history.symptom),
        history,
        usual.hours / 24 if usual else None,
        longest.hours / 24 if longest else None,
        max(LENGTH_DAYS, history.last[0]),
    )


def symptom_name(protocol: Protocol, symptom: str) -> str:
    """Say a symptom as a heading: "Redness or flushing"."""
    name = say(protocol.symptoms[Name(symptom)].text, str(protocol.language))
    return f"{name[:1].upper()}{name[1:]}"


def others(care: Aftercare, drawn: list[Curve]) -> str:
    """Say in a line how the symptoms are that are not drawn first."""
    protocol = care.compiled.protocol
    names = {str(name): symptom_name(protocol, name) for name in protocol.symptoms}
    return also([each.history for each in drawn[1:]], names, care.day)


def advised(protocol: Protocol, table: Table, symptom: str) -> str:
    """Say what the clinic told everybody about a symptom's time, or that it is a risk."""
    clauses: dict[str, Reaction | Risk] = {str(r.id): r for r in protocol.reactions}
    clauses |= {str(risk.id): risk for risk in protocol.risks}
    clause = next((clauses[name] for name in table.about.get(symptom, ())), None)
    if clause is None:
        return ""
    if isinstance(clause, Risk) or clause.usually is None:
        return "told as a risk, not as something to expect." if isinstance(clause, Risk) else ""
    longer = clause.longer_for_some
    return f"usually {clause.usually.written}" + (
        f", for some {longer.written}." if longer else "."
    )
