"""“Can I …?”, asked by a patient: answered from the clinic's own clauses, and kept as told."""

from __future__ import annotations

from django.db import transaction

from aftercare.clinic.records.models import Told
from aftercare.clinic.services.access import Phone
from aftercare.clinic.services.checkins import running
from aftercare.core.plan.ask.answer import Answer, ask

LONGEST = 300


@transaction.atomic
def answer_question(phone: Phone, question: str) -> Answer:
    """Answer for now, by the strictest of the course's treatments; what was said is kept."""
    care = running(phone)
    answer = ask(care.compiled.lexicon, care.plans, question[:LONGEST])
    Told.objects.create(
        clinic=phone.clinic,
        at=phone.at,
        course=phone.course,
        kind="answer",
        asked=question[:LONGEST],
        words=answer.text,
        clauses=list(answer.clauses),
        protocol_sha256=care.compiled.sha256,
    )
    return answer
