"""The treatment itself: through the gate, done with a lot, corrected when it was noted wrongly."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction

from aftercare.clinic.records.models import Correction, Treatment
from aftercare.clinic.services import consents, protocols, screening
from aftercare.clinic.services.access import Desk, only
from aftercare.clinic.services.evidence import facts, ledger
from aftercare.clinic.services.locking import claim
from aftercare.clinic.services.refusals import Refused, refuse
from aftercare.clinic.services.telling import tell
from aftercare.core.plan.days import local_date
from aftercare.core.plan.say import moment
from aftercare.core.plan.times import read_time
from aftercare.core.problems import Problem
from aftercare.core.protocol.facts import read_facts

DETAILS = ("device", "needle_mm", "lot", "gtin", "expiry", "areas", "passes", "note")


def gate(treatment: Treatment, at: int) -> list[Problem]:
    """Give every reason why this treatment may not start now, consent and screening together."""
    problems = consents.gate_problems(treatment, consents.latest_consent(treatment), at)
    asked = screening.last_screening(treatment)
    if asked is None and screening.asks(treatment):
        remedy = "Ask the patient, or let them answer on their phone."
        problems.append(Problem("S115", "The screening is not done.", remedy))
    for each in screening.blocked(treatment, asked):
        if each.blocks:
            remedy = "A clinician decides, with a reason, or the treatment does not take place."
            words = screening.protocol_of(treatment).language
            message = f"A stop is not decided: {each.stop.ask[words]}"
            problems.append(Problem("S116", message, remedy))
    return problems


@transaction.atomic
def start_treatment(desk: Desk, treatment: Treatment, seen: int) -> Treatment:
    """Start a treatment; nothing starts on a consent or a screening that does not hold."""
    only(desk.person.may_treat)
    if treatment.state != Treatment.State.PLANNED:
        raise refuse("This treatment has begun or is over.", "Look at its state.", code="S104")
    problems = gate(treatment, desk.at)
    if problems:
        raise Refused(problems)
    claim(treatment, seen)
    treatment.state = Treatment.State.STARTED
    treatment.started_at = desk.at
    treatment.save()
    return treatment


@transaction.atomic
def allow_sooner(desk: Desk, treatment: Treatment, reason: str, seen: int) -> Treatment:
    """Note why, and by whose word, it may come before the time for reflection is over."""
    only(desk.person.may_treat)
    if len(reason.split()) < 2:
        raise refuse("There is no reason.", "Say in a few words why.", "reason", "S106")
    claim(treatment, seen)
    treatment.sooner_because, treatment.sooner_by = reason.strip(), desk.person
    treatment.save()
    return treatment


@transaction.atomic
def finish_treatment(
    desk: Desk, treatment: Treatment, given: Mapping[str, Any], when: str, seen: int
) -> Treatment:
    """Record what was done and when it ended; from that instant the aftercare counts.

    ``when`` is local, in the course's zone: ``2026-11-19T14:30``.
    """
    only(desk.person.may_treat)
    if treatment.state != Treatment.State.STARTED:
        raise refuse("This treatment has not begun.", "Start it first.", code="S104")
    instant = _instant(treatment, when, desk.at)
    _complete(treatment, given, instant)
    claim(treatment, seen)
    for name in DETAILS:
        if name in given:
            setattr(treatment, name, given[name])
    treatment.state = Treatment.State.DONE
    treatment.treated_at = instant
    treatment.facts = {**treatment.facts, **_area_facts(treatment)}
    _readable(treatment)
    treatment.save()
    _note_last(treatment)
    ledger.append_fact(desk.clinic.pk, facts.of_treatment(treatment, desk.at))
    return treatment


def _readable(treatment: Treatment) -> None:
    """Refuse facts that this version does not know: they were asked for another one."""
    _, problems = read_facts(screening.protocol_of(treatment).facts, treatment.facts)
    if problems:
        remedy = "The protocol has changed since: ask once more, then record the treatment."
        raise refuse("The screening does not fit this version.", remedy, code="S115")


def _instant(treatment: Treatment, when: str, now: int) -> int:
    instant, problem = read_time(when, ZoneInfo(treatment.course.zone))
    if problem:
        raise Refused([], {"when": problem})
    if instant > now:
        raise refuse("This time has not come yet.", "Enter when it was done.", "when", "S117")
    if now - instant > 366 * 24 * 3600:
        raise refuse("This was more than a year ago.", "Look at the date again.", "when", "S117")
    return instant


_NOTED = {
    "device": "device",
    "needle-length-mm": "needle_mm",
    "cartridge-lot": "lot",
    "cartridge-expiry": "expiry",
    "product-lot": "lot",
    "product-expiry": "expiry",
    "ink-lot": "lot",
    "ink-expiry": "expiry",
    "areas": "areas",
    "passes": "passes",
}


def needed(treatment: Treatment) -> set[str]:
    """Name the fields of the record that the protocol asks the practitioner to note."""
    wanted = set(screening.protocol_of(treatment).treatment.record)
    return {field for name, field in _NOTED.items() if name in wanted}


def _complete(treatment: Treatment, given: Mapping[str, Any], instant: int) -> None:
    """Refuse a record that lacks what the protocol asks for, and an expired cartridge."""
    missing = {
        field: Problem("S118", "This is missing.", "The protocol asks for it to be recorded.")
        for field in sorted(needed(treatment))
        if not given.get(field)
    }
    expiry = given.get("expiry")
    if expiry and expiry < local_date(instant, ZoneInfo(treatment.course.zone)):
        missing["expiry"] = Problem(
            "S119", "This cartridge had expired.", "Check the date; report it if it was used."
        )
    if missing:
        raise Refused([], missing)


def _area_facts(treatment: Treatment) -> dict[str, Any]:
    """Give the areas as the facts that the protocol declares of them."""
    declared = screening.protocol_of(treatment).facts
    return {
        str(name): [area for area in treatment.areas if area in fact.options] or "unknown"
        for name, fact in declared.items()
        if fact.kind == "areas"
    }


def _note_last(treatment: Treatment) -> None:
    """Keep beside the course when it was last treated: the desk's day is read by it."""
    course = treatment.course
    done = course.treatments.filter(state=Treatment.State.DONE).order_by("-treated_at").first()
    course.last_treated_at = done.treated_at if done else None
    course.save(update_fields=["last_treated_at"])


@transaction.atomic
def correct_time(desk: Desk, treatment: Treatment, when: str, reason: str, seen: int) -> Treatment:
    """Correct when it was done: what is open is recomputed, what was told then stays as told."""
    instant = _instant(treatment, when, desk.at)
    _done_with_reason(treatment, reason)
    claim(treatment, seen)
    before = treatment.treated_at
    _correct(desk, treatment, "treated_at", before, instant, reason)
    treatment.treated_at = instant
    treatment.save()
    _note_last(treatment)
    words = f"Your clinic corrected the time of your treatment: {_said(treatment)}."
    _tell(desk, treatment, f"{words} Your dates have been worked out again.")
    return treatment


@transaction.atomic
def correct_facts(
    desk: Desk, treatment: Treatment, facts: Mapping[str, Any], reason: str, seen: int
) -> Treatment:
    """Correct what is known of the patient: what is open is recomputed."""
    _done_with_reason(treatment, reason)
    _, problems = read_facts(screening.protocol_of(treatment).facts, facts)
    if problems:
        raise Refused(problems)
    claim(treatment, seen)
    _correct(desk, treatment, "facts", treatment.facts, dict(facts), reason)
    treatment.facts = dict(facts)
    treatment.save()
    _tell(desk, treatment, "Your clinic corrected your details. Your advice may have changed.")
    return treatment


@transaction.atomic
def correct_record(
    desk: Desk, treatment: Treatment, given: Mapping[str, Any], reason: str, seen: int
) -> Treatment:
    """Correct what was noted of a treatment: a lot that was mistyped would miss its recall."""
    _done_with_reason(treatment, reason)
    _complete(treatment, given, treatment.treated_at or desk.at)
    noted = {name: getattr(treatment, name) for name in DETAILS if name in given}
    changed = {name: given[name] for name, was in noted.items() if not _same(was, given[name])}
    if not changed:
        raise refuse("Nothing was changed.", "Change what was noted wrongly.")
    claim(treatment, seen)
    for name, value in changed.items():
        _correct(desk, treatment, name, _kept(getattr(treatment, name)), _kept(value), reason)
        setattr(treatment, name, value)
    treatment.facts = {**treatment.facts, **_area_facts(treatment)}
    treatment.save()
    if "areas" in changed:
        _tell(desk, treatment, "Your clinic corrected the areas. Your advice may have changed.")
    return treatment


def _same(one: Any, other: Any) -> bool:
    """Compare two values; the order of areas says nothing."""
    lists = isinstance(one, list) and isinstance(other, list)
    return sorted(one) == sorted(other) if lists else bool(one == other)


def _kept(value: Any) -> Any:
    """Give a value as a correction keeps it."""
    return value if isinstance(value, list) else "" if value is None else str(value)


def _done_with_reason(treatment: Treatment, reason: str) -> None:
    if treatment.state != Treatment.State.DONE:
        raise refuse("This treatment is not done.", "Record it first.", code="S104")
    if len(reason.split()) < 2:
        raise refuse("There is no reason.", "Say in a few words why.", "reason", "S106")


def _correct(  # noqa: PLR0913, PLR0917 - a correction is who, what, from, to and why
    desk: Desk, treatment: Treatment, field: str, before: Any, after: Any, reason: str
) -> None:
    Correction.objects.create(
        clinic=desk.clinic,
        at=desk.at,
        treatment=treatment,
        by=desk.person,
        field=field,
        before=before,
        after=after,
        reason=reason.strip(),
    )


def _said(treatment: Treatment) -> str:
    return moment(treatment.treated_at or 0, ZoneInfo(treatment.course.zone))


def _tell(desk: Desk, treatment: Treatment, words: str) -> None:
    sha256 = protocols.compiled(treatment.publication).sha256
    tell(treatment.course, desk.at, "correction", words, protocol_sha256=sha256)
