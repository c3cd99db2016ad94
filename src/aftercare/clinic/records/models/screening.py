"""What was asked before a treatment, and what a named person decided about a stop."""

from __future__ import annotations

from django.db import models

from aftercare.clinic.records.models.rows import FactRow


class Screening(FactRow):
    """Answers to the protocol's facts and stops, by the patient or by staff; the last counts."""

    treatment = models.ForeignKey("records.Treatment", models.PROTECT, related_name="screenings")
    by = models.ForeignKey("records.Person", models.PROTECT, null=True, related_name="+")
    facts = models.JSONField(default=dict)
    stops = models.JSONField(default=dict)


class StopDecision(FactRow):
    """Somebody has decided, with a reason, whether to treat in spite of a stop."""

    screening = models.ForeignKey(Screening, models.PROTECT, related_name="decisions")
    stop = models.CharField(max_length=60)
    treat = models.BooleanField()
    by = models.ForeignKey("records.Person", models.PROTECT, related_name="+")
    reason = models.CharField(max_length=300)
