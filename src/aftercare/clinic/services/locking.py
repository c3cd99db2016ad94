"""Optimistic locking: a form carries the version it was made from, and a stale one is told."""

from __future__ import annotations

from aftercare.clinic.records.models import Clinic, Person
from aftercare.clinic.records.models.rows import VersionedRow
from aftercare.clinic.services.refusals import Stale


def claim(row: VersionedRow | Clinic | Person, seen: int) -> None:
    """Take the next version of a row, if nobody has since ``seen``; else ``Stale``.

    Call it first in the transaction; then change the row and save it.
    """
    rows = type(row)._default_manager.filter(pk=row.pk, version=seen)  # noqa: SLF001 - Django's public name for it
    if not rows.update(version=seen + 1):
        raise Stale
    row.version = seen + 1
