"""Lots and everybody treated with them. A lot is one only with its product's number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Max, Q

from aftercare.clinic.records.models import Concern, Treatment
from aftercare.clinic.services.access import Desk
from aftercare.clinic.services.refusals import NotYours

__all__ = ["Concern", "Lot", "Treated", "Treatment", "lots", "treated_with"]

MOST = 100
_WAITS = (Concern.State.OPEN, Concern.State.SNOOZED)
_ABOUT_SKIN = (Concern.Kind.CHECKIN, Concern.Kind.WORRY)


@dataclass(frozen=True)
class Lot:
    """A lot of one product: how many were treated with it, when last, how many are not well."""

    lot: str
    gtin: str
    patients: int
    last: int
    expiry: date | None
    flagged: int


@dataclass(frozen=True)
class Treated:
    """A treatment with a lot, and what waits in the inbox of its course about the skin."""

    treatment: Treatment
    concerns: tuple[Concern, ...]


def lots(desk: Desk, words: str = "") -> list[Lot]:
    """Give the lots used, the latest first; ``words`` are parts of a lot or a product's number."""
    rows = Treatment.objects.filter(clinic=desk.clinic, treated_at__isnull=False).exclude(lot="")
    for word in words.split():
        rows = rows.filter(Q(lot__icontains=word) | Q(gtin__icontains=word))
    found = rows.values("lot", "gtin").annotate(
        patients=Count("course__patient", distinct=True),
        last=Max("treated_at"),
        expiry=Max("expiry"),
    )
    flagged = _flagged(desk)
    return [
        Lot(**each, flagged=flagged.get((each["lot"], each["gtin"]), 0))
        for each in found.order_by("-last", "lot", "gtin")[:MOST]
    ]


def _flagged(desk: Desk) -> dict[tuple[str, str], int]:
    """Count the courses of each lot about whose skin something waits."""
    waiting = Concern.objects.filter(clinic=desk.clinic, state__in=_WAITS, kind__in=_ABOUT_SKIN)
    rows = Treatment.objects.filter(clinic=desk.clinic, course__in=waiting.values("course"))
    counted = rows.exclude(lot="").values("lot", "gtin").annotate(n=Count("course", distinct=True))
    return {(each["lot"], each["gtin"]): each["n"] for each in counted}


def treated_with(desk: Desk, lot: str, gtin: str | None = None) -> dict[str, list[Treated]]:
    """Give everybody treated with a lot, by product, the latest first; one product if asked."""
    rows = Treatment.objects.filter(clinic=desk.clinic, lot=lot, treated_at__isnull=False)
    if gtin is not None:
        rows = rows.filter(gtin=gtin)
    found = list(rows.select_related("course__patient", "practitioner").order_by("-treated_at"))
    if not found:
        raise NotYours
    waiting = _concerns(desk, {each.course_id for each in found})
    by_product: dict[str, list[Treated]] = defaultdict(list)
    for each in found:
        by_product[each.gtin].append(Treated(each, tuple(waiting[each.course_id])))
    return dict(by_product)


def _concerns(desk: Desk, courses: Iterable[UUID]) -> dict[UUID, list[Concern]]:
    found: dict[UUID, list[Concern]] = defaultdict(list)
    rows = Concern.objects.filter(
        clinic=desk.clinic, course__in=courses, state__in=_WAITS, kind__in=_ABOUT_SKIN
    )
    for concern in rows.order_by("rank", "opened_at"):
        found[concern.course_id].append(concern)
    return found
