"""Screening: what the protocol must know of a person, and what stops a treatment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from aftercare.clinic.records.models import Person, Screening, StopDecision, Treatment
from aftercare.clinic.services import protocols
from aftercare.clinic.services.access import Desk, Phone, only
from aftercare.clinic.services.refusals import NotYours, Refused, refuse
from aftercare.core.problems import Problem
from aftercare.core.protocol.facts import read_facts
from aftercare.core.protocol.model import Protocol, Stop

__all__ = ["Screening", "StopDecision"]

ANSWERS = ("no", "yes", "unknown")


@dataclass(frozen=True)
class Blocked:
    """A stop that was not answered with a plain no, and what was decided about it."""

    stop: Stop
    answer: str
    decision: StopDecision | None

    @property
    def blocks(self) -> bool:
        """Tell whether it keeps the treatment from starting."""
        return self.decision is None or not self.decision.treat


def stops(protocol: Protocol) -> list[Stop]:
    """Give the stops that the clinic has adopted: only these are asked."""
    return [stop for stop in protocol.stops if stop.decision == "adopted"]


def protocol_of(treatment: Treatment) -> Protocol:
    """Give the protocol version that a treatment is done by."""
    return protocols.compiled(treatment.publication).protocol


def asks(treatment: Treatment) -> bool:
    """Tell whether anything is asked before this treatment."""
    protocol = protocol_of(treatment)
    return bool(protocol.facts or stops(protocol))


@transaction.atomic
def record_screening(
    door: Desk | Phone, treatment: Treatment, facts: Mapping[str, Any], answers: Mapping[str, str]
) -> Screening:
    """Keep the answers to every fact and every adopted stop; "I do not know" is an answer."""
    if treatment.state == Treatment.State.DONE:
        raise refuse("This treatment is done.", "Correct its facts instead.", code="S104")
    _check(protocol_of(treatment), facts, answers)
    person = door.person if isinstance(door, Desk) else None
    row = Screening.objects.create(
        clinic=door.clinic,
        at=door.at,
        treatment=treatment,
        by=person,
        facts=dict(facts),
        stops=dict(answers),
    )
    treatment.facts = dict(facts)
    treatment.save(update_fields=["facts"])
    return row


def _check(protocol: Protocol, facts: Mapping[str, Any], answers: Mapping[str, str]) -> None:
    _, problems = read_facts(protocol.facts, facts)
    missing = {
        f"stop-{stop.id}": Problem("S105", "This is not answered.", "Choose yes, no or not sure.")
        for stop in stops(protocol)
        if answers.get(stop.id) not in ANSWERS
    }
    if problems or missing:
        raise Refused(problems, missing)


def last_screening(treatment: Treatment) -> Screening | None:
    """Give the answers that count: the last ones."""
    rows = Screening.objects.filter(clinic=treatment.clinic_id, treatment=treatment)
    return rows.prefetch_related("decisions__by").order_by("-at", "-pk").first()


def blocked(treatment: Treatment, screening: Screening | None) -> list[Blocked]:
    """Give every stop that was answered with yes or "I do not know", with its decision."""
    if screening is None:
        return []
    decided = {row.stop: row for row in sorted(screening.decisions.all(), key=_older_first)}
    return [
        Blocked(stop, answer, decided.get(stop.id))
        for stop in stops(protocol_of(treatment))
        if (answer := screening.stops.get(stop.id, "unknown")) != "no"
    ]


def _older_first(row: StopDecision) -> tuple[int, bool]:
    """Of two decisions in one second the one that does not treat counts."""
    return row.at, not row.treat


@transaction.atomic
def decide_stop(
    desk: Desk, treatment: Treatment, stop: str, *, treat: bool, reason: str
) -> StopDecision:
    """Decide, as a named person with a reason, whether to treat in spite of a stop."""
    only(desk.person.may_decide)
    screening = last_screening(treatment)
    if screening is None or stop not in {b.stop.id for b in blocked(treatment, screening)}:
        raise NotYours
    if len(reason.split()) < 2:
        raise refuse("There is no reason.", "Say in a few words why.", "reason", "S106")
    return StopDecision.objects.create(
        clinic=desk.clinic,
        at=desk.at,
        screening=screening,
        stop=stop,
        treat=treat,
        by=desk.person,
        reason=reason.strip(),
    )


def deciders(desk: Desk) -> list[Person]:
    """Give the people who may decide on a stop."""
    return [person for person in desk.clinic.people.filter(is_active=True) if person.may_decide]
