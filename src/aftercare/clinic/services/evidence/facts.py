"""What is logged of a row: what leads to nobody in the open, the rest under the entry's salt.

The log's check reads the rows again through these same functions: a row that was edited since
does not fit its entry any more.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

import msgspec
from msgspec import Struct

from aftercare.clinic.records.models import ConsentEvent, Publication, Told, Treatment


class Fact(Struct, frozen=True):
    """A fact to be logged: ``at`` in seconds, UTC; ``patient`` is whom erasing it concerns."""

    kind: str
    at: int
    row: UUID
    open: Mapping[str, str]
    personal: Mapping[str, bytes]
    patient: UUID | None = None


def of_event(event: ConsentEvent) -> Fact:
    """Give what is logged of a consent's event."""
    consent = event.consent
    said = {"by": event.by, "consent": str(consent.pk), "data": event.data, "number": event.number}
    return Fact(
        f"consent-{event.kind}",
        event.at,
        event.pk,
        {"text": consent.sha256},
        {"event": _bytes(said)},
        consent.treatment.course.patient_id,
    )


def of_publication(publication: Publication) -> Fact:
    """Give what is logged of a protocol's version."""
    words = {
        "name": publication.name,
        "number": str(publication.number),
        "protocol": publication.sha256,
        "table": publication.table_sha256,
    }
    by = {"by": str(publication.by_id).encode()}
    return Fact("published", publication.at, publication.pk, words, by)


def of_told(told: Told) -> Fact:
    """Give what is logged of words that a patient was told: an answer, advice, a correction."""
    said = {
        "asked": told.asked,
        "clauses": told.clauses,
        "course": str(told.course_id),
        "words": told.words,
    }
    open_ = {"kind": told.kind, "protocol": told.protocol_sha256}
    return Fact("told", told.at, told.pk, open_, {"told": _bytes(said)}, told.course.patient_id)


def of_treatment(treatment: Treatment, at: int) -> Fact:
    """Give what is logged when a treatment is done: from then on its aftercare is the patient's.

    A treatment may be corrected, and each correction is told, so this one is not compared later.
    """
    said = {
        "areas": treatment.areas,
        "facts": treatment.facts,
        "gtin": treatment.gtin,
        "lot": treatment.lot,
        "treated_at": treatment.treated_at,
        "treatment": str(treatment.pk),
    }
    open_ = {"protocol": treatment.publication.sha256}
    personal = {"treatment": _bytes(said)}
    return Fact("aftercare", at, treatment.pk, open_, personal, treatment.course.patient_id)


def _bytes(said: Mapping[str, Any]) -> bytes:
    return msgspec.json.encode(said, order="deterministic")
