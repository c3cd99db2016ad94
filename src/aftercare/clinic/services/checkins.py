"""A check-in: kept, judged by the table, told to the patient, raised where a person must see."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from aftercare.clinic.records.models import CheckIn, Concern, Told
from aftercare.clinic.services import concerns, courses, protocols
from aftercare.clinic.services.access import Phone
from aftercare.clinic.services.courses import Aftercare
from aftercare.clinic.services.refusals import NotYours, Refused, refuse
from aftercare.clinic.services.telling import tell
from aftercare.core.checkin.reports import read_reports, read_symptoms
from aftercare.core.plan.dated import Plan
from aftercare.core.protocol.model import LEVELS
from aftercare.core.triage.headline import headline
from aftercare.core.triage.table import Judged, triage
from aftercare.core.triage.wording import wording

UNSORTED = "unsorted"


def running(phone: Phone) -> Aftercare:
    """Give the course's aftercare; refused before its first treatment is done."""
    found = courses.aftercare(phone.course, phone.at)
    if found is None:
        raise refuse("Your aftercare has not begun.", "It begins with your treatment.")
    return found


def last_checkin(care: Aftercare) -> CheckIn | None:
    """Give the last check-in since the last treatment, for the trend and for "as yesterday"."""
    since = care.plans[-1].treatment.at
    return next((each for each in reversed(care.checkins) if each.at >= since), None)


def open_conditions(care: Aftercare) -> list[str]:
    """Give the conditions that some advice still waits for, each once, in the protocol's order."""
    waiting = {
        dated.until.id
        for plan in care.plans
        for clause in plan.selection.clauses
        if (dated := plan.of(clause)).state == "waiting" and dated.until
    }
    return [str(name) for name in care.compiled.protocol.conditions if name in waiting]


@transaction.atomic
def record_checkin(
    phone: Phone,
    symptoms: Mapping[str, str],
    conditions: Mapping[str, str],
    *,
    areas: Iterable[str] = (),
    words: str = "",
) -> CheckIn:
    """Keep a check-in and judge it. Free text is at least ``contact``, as nobody can sort it."""
    care = running(phone)
    _readable(care, symptoms, conditions, phone.at)
    judged = judge(care, symptoms, words)
    sorted_ = protocols.triages(phone.clinic, care.publication)
    row = CheckIn.objects.create(
        clinic=phone.clinic,
        at=phone.at,
        course=phone.course,
        day=care.day,
        symptoms=dict(symptoms),
        conditions=dict(conditions),
        areas=list(areas),
        words=words.strip(),
        level=judged.level if sorted_ else UNSORTED,
        row=judged.row,
        symptom=judged.symptom or "",
    )
    _tell(care, row, judged, sorted_=sorted_)
    _raise(care, row, judged, sorted_=sorted_)
    concerns.close_missed(phone.clinic, phone.course, phone.at)
    return row


def _readable(
    care: Aftercare, symptoms: Mapping[str, str], conditions: Mapping[str, str], at: int
) -> None:
    protocol = care.compiled.protocol
    wrong = read_symptoms(protocol, symptoms)[1] + read_reports(protocol, conditions, at)[1]
    if wrong:
        raise Refused(wrong)


def judge(care: Aftercare, symptoms: Mapping[str, str], words: str = "") -> Judged:
    """Judge symptoms by the strictest of the course's treatments."""
    last = last_checkin(care)
    before = last.symptoms if last else None
    found = [_by(care, i, plan, symptoms, before) for i, plan in enumerate(care.plans)]
    worst = max(found, key=lambda judged: LEVELS.index(judged.level))
    if words.strip() and LEVELS.index(worst.level) < LEVELS.index("contact"):
        return Judged("contact", "own-words", worst.symptom, worst.clauses)
    return worst


def _by(
    care: Aftercare,
    i: int,
    plan: Plan,
    symptoms: Mapping[str, str],
    before: Mapping[str, str] | None,
) -> Judged:
    """Judge by one treatment's own table; a symptom that it does not know is left to the others."""
    table = protocols.compiled(care.treatments[i].publication).table
    known = {name: value for name, value in symptoms.items() if name in table.lines}
    return triage(table, plan.treatment, care.at, known, before)


def _tell(care: Aftercare, row: CheckIn, judged: Judged, *, sorted_: bool) -> None:
    protocol = care.compiled.protocol
    words = wording(protocol, judged) if sorted_ else "Your clinic will look at this."
    tell(
        care.course,
        row.at,
        "check-in",
        words,
        clauses=judged.clauses,
        protocol_sha256=care.compiled.sha256,
    )


def _raise(care: Aftercare, row: CheckIn, judged: Judged, *, sorted_: bool) -> None:
    """Put a check-in before a person: what is not fine, or everything where nothing is sorted."""
    rank = LEVELS.index(judged.level)
    if sorted_ and rank < LEVELS.index("contact"):
        return
    concerns.raise_concern(
        care.course,
        row.at,
        Concern.Kind.CHECKIN,
        level=judged.level if sorted_ else UNSORTED,
        title=headline(care.compiled.protocol, judged, row.symptoms, row.day, row.words),
        reason=wording(care.compiled.protocol, judged) if sorted_ else "",
        rule=judged.row,
        checkin=row,
    )


def told_of(row: CheckIn) -> Told | None:
    """Give what the patient was told on a check-in."""
    rows = Told.objects.filter(
        clinic=row.clinic_id, course=row.course_id, kind="check-in", at=row.at
    )
    return rows.first()


def access_checkin(phone: Phone, id_: UUID | str) -> CheckIn:
    """Fetch a check-in of this course."""
    rows = CheckIn.objects.filter(clinic=phone.clinic, course=phone.course)
    try:
        return rows.get(pk=id_)
    except (CheckIn.DoesNotExist, ValidationError):
        raise NotYours from None


def raised_by(row: CheckIn) -> Concern | None:
    """Give the entry by which a check-in waits for a person, if it does."""
    return Concern.objects.filter(clinic=row.clinic_id, checkin=row).first()


def freed_by(care: Aftercare, row: CheckIn) -> list[str]:
    """Name the activities that this very check-in made fine again."""
    before = [each for each in care.checkins if each.pk != row.pk]
    earlier = courses.make_aftercare(care.course, care.treatments, before, care.at)
    return [
        says for says in courses.fine(care) if earlier is None or says not in courses.fine(earlier)
    ]
