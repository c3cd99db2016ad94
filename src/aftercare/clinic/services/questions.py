"""“Can I …?”, asked by a patient: answered from the clinic's own clauses, and kept as told."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from aftercare.clinic.records.models import Told
from aftercare.clinic.services.access import Phone
from aftercare.clinic.services.checkins import running
from aftercare.clinic.services.courses import Aftercare
from aftercare.clinic.services.refusals import NotYours, refuse
from aftercare.clinic.services.telling import tell
from aftercare.core.plan.ask.answer import Answer, ask

LONGEST = 300


@transaction.atomic
def answer_question(phone: Phone, question: str) -> tuple[Answer, Told]:
    """Answer for now, by the strictest of the course's treatments; what was said is kept."""
    care = running(phone)
    asked = question.strip()[:LONGEST]
    if not asked:
        raise refuse("There is no question.", "Write what you want to do.", "can", "S120")
    answer = _answer(care, asked)
    told = tell(
        phone.course,
        phone.at,
        "answer",
        answer.text,
        asked=asked,
        clauses=answer.clauses,
        protocol_sha256=care.compiled.sha256,
    )
    return answer, told


def access_answer(phone: Phone, id_: UUID | str) -> Told:
    """Fetch what this course was told on a question."""
    rows = Told.objects.filter(clinic=phone.clinic, course=phone.course, kind="answer")
    try:
        return rows.get(pk=id_)
    except (Told.DoesNotExist, ValidationError):
        raise NotYours from None


def still_true(care: Aftercare, told: Told) -> Answer | None:
    """Give an answer again if it is the one that would be given now; an old one is not shown."""
    answer = _answer(care, told.asked)
    return answer if answer.text == told.words else None


def _answer(care: Aftercare, question: str) -> Answer:
    return ask(care.compiled.lexicon, care.plans, question)
