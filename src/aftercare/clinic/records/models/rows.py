"""What every row has: a clinic in its key, and a way to be changed safely, or never."""

from __future__ import annotations

import uuid
from typing import Any, NoReturn

from django.db import models


class InstantField(models.BigIntegerField):  # type: ignore[type-arg]  # Django takes none
    """An instant: whole seconds since 1970, UTC, as the core counts them.

    A local time is kept as date, time and zone, and resolved late; an instant never drifts.
    """


class ClinicRow(models.Model):
    """A row of one clinic. Unique constraints and indexes begin with the clinic.

    The clinic alone has no index: a database without statistics would take it for a narrow one.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    clinic = models.ForeignKey("records.Clinic", models.PROTECT, related_name="+", db_index=False)

    class Meta:
        abstract = True


class VersionedRow(ClinicRow):
    """A row that people edit: a form carries the version it was made from."""

    version = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True


class FactRow(ClinicRow):
    """Something that happened. It is added once and never changed or deleted."""

    at = InstantField()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the row; a second save is a mistake in the program."""
        if not self._state.adding:
            raise TypeError(f"{type(self).__name__} is a fact: add another instead.")
        super().save(*args, **kwargs)

    def delete(self, *_: Any, **__: Any) -> NoReturn:
        """Refuse: what happened has happened."""
        raise TypeError(f"{type(self).__name__} is a fact and stays.")
