"""One entry of the inbox with all that a person needs to decide: fetched once, ready to show."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q

from aftercare.clinic.records.models import (
    Concern,
    Consent,
    Message,
    Seen,
    Treatment,
)
from aftercare.clinic.services import consents, courses, curves
from aftercare.clinic.services.access import Desk, access_concern
from aftercare.clinic.services.courses import Aftercare
from aftercare.clinic.services.curves import Curve
from aftercare.core.consent.events import Standing
from aftercare.core.protocol.scalars import SEVERITIES

__all__ = ["Concern", "Entry", "Lot", "Message", "Treatment", "entry"]


@dataclass(frozen=True)
class Lot:
    """Who else was treated from one lot of one product, and how many of them wait in the inbox."""

    others: int
    flagged: int


@dataclass(frozen=True)
class Entry:
    """A concern, and the course it belongs to as it stands now."""

    concern: Concern
    treatment: Treatment | None
    care: Aftercare | None
    consent: Consent | None
    standing: Standing | None
    messages: tuple[Message, ...]
    seen: tuple[Seen, ...]
    lot: Lot | None

    @property
    def symptom(self) -> str:
        """The symptom that the entry is about; "" where it is about none."""
        checkin = self.concern.checkin
        return checkin.symptom if checkin else ""

    @property
    def curves(self) -> list[Curve]:
        """The curves, that of the entry's own symptom first."""
        return curves.curves(self.care, self.symptom) if self.care else []

    @property
    def advised(self) -> str:
        """What the clinic told everybody about the symptom."""
        if self.care is None or not self.symptom:
            return ""
        compiled = self.care.compiled
        return curves.advised(compiled.protocol, compiled.table, self.symptom)

    @property
    def row(self) -> str:
        """The row of the triage table that decided; "" where no row did."""
        if self.care is None:
            return ""
        rows = {str(row.id) for row in self.care.compiled.protocol.triage}
        return self.concern.rule if self.concern.rule in rows else ""

    @property
    def marks(self) -> dict[str, str]:
        """Where it is, as the face map takes it: each area with the worst that was reported."""
        checkin = self.concern.checkin
        if checkin is None:
            return {}
        worst = max(checkin.symptoms.values(), key=SEVERITIES.index, default="none")
        return dict.fromkeys(checkin.areas, worst) if worst != "none" else {}

    @property
    def quiet_since(self) -> int | None:
        """The day of the last check-in since the treatment; nothing where there is none."""
        made = curves.since(self.care) if self.care else []
        return made[-1].day if made else None


def entry(desk: Desk, id_: UUID) -> Entry:
    """Fetch an entry of this clinic."""
    concern = access_concern(desk, id_)
    course = concern.course
    course.clinic = desk.clinic
    care = courses.aftercare(course, desk.at)
    treatment = care.latest if care else _planned(concern)
    consent = concern.consent or (consents.brief(treatment) if treatment else None)
    messages = Message.objects.filter(clinic=desk.clinic, concern=concern)
    seen = Seen.objects.filter(clinic=desk.clinic, concern=concern)
    return Entry(
        concern,
        treatment,
        care,
        consent,
        consents.stands(consent, desk.at) if consent else None,
        tuple(messages.select_related("by").order_by("at", "pk")),
        tuple(seen.select_related("person")),
        _lot(desk, treatment) if treatment else None,
    )


def _planned(concern: Concern) -> Treatment | None:
    """Give the treatment that is planned next, where none is done."""
    rows = Treatment.objects.select_related("clinic", "publication", "practitioner")
    planned = rows.filter(clinic=concern.clinic_id, course=concern.course)
    return planned.exclude(state=Treatment.State.CANCELLED).order_by("planned_on").first()


def _lot(desk: Desk, treatment: Treatment) -> Lot | None:
    """Look around: a lot is one only with its product's number.

    Those with an open concern are sought from the open concerns, which are few.
    """
    if not treatment.lot:
        return None
    same = Treatment.objects.filter(clinic=desk.clinic, lot=treatment.lot, gtin=treatment.gtin)
    waiting = Concern.objects.filter(
        clinic=desk.clinic,
        kind__in=(Concern.Kind.CHECKIN, Concern.Kind.WORRY),
        state__in=(Concern.State.OPEN, Concern.State.SNOOZED),
    )
    raised = Q(course__in=waiting.values("course"))
    others = same.exclude(course=treatment.course_id).aggregate(
        others=Count("course", distinct=True),
        flagged=Count("course", filter=raised, distinct=True),
    )
    return Lot(**others)
