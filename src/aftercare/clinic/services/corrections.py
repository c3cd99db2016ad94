"""What was noted wrongly and corrected, each with what it was."""

from __future__ import annotations

from aftercare.clinic.records.models import Correction, Treatment

__all__ = ["Correction", "of"]


def of(treatment: Treatment) -> list[Correction]:
    """Give a treatment's corrections, oldest first."""
    rows = Correction.objects.filter(clinic=treatment.clinic_id, treatment=treatment)
    return list(rows.select_related("by").order_by("at", "pk"))
