"""What a patient is told is kept as it was said, and logged in the same moment."""

from __future__ import annotations

from collections.abc import Sequence

from aftercare.clinic.records.models import Course, Told
from aftercare.clinic.services.evidence import facts, ledger


def tell(  # noqa: PLR0913 - what was said, to whom, when, on what, and by which clauses
    course: Course,
    at: int,
    kind: str,
    words: str,
    *,
    asked: str = "",
    clauses: Sequence[str] = (),
    protocol_sha256: str = "",
) -> Told:
    """Keep what a patient is told, in the transaction in which it is said."""
    told = Told.objects.create(
        clinic_id=course.clinic_id,
        at=at,
        course=course,
        kind=kind,
        asked=asked,
        words=words,
        clauses=list(clauses),
        protocol_sha256=protocol_sha256,
    )
    ledger.append_fact(course.clinic_id, facts.of_told(told))
    return told
