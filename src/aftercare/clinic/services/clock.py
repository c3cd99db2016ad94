"""The time, for those that may ask. In the demo the clock can be turned; nowhere else."""

from __future__ import annotations

import time

from django.conf import settings
from django.db import transaction

from aftercare.clinic.records.models import DemoClock


def now() -> int:
    """Give the instant: seconds since 1970, UTC."""
    return int(time.time()) + (ahead() if settings.DEMO else 0)


def ahead() -> int:
    """Give how far the demo's clock stands ahead, in seconds."""
    row = DemoClock.objects.first()
    return row.ahead if row else 0


@transaction.atomic
def turn(seconds: int) -> None:
    """Turn the demo's clock to stand so many seconds ahead."""
    if not settings.DEMO:
        raise RuntimeError("Only the demo's clock can be turned.")
    DemoClock.objects.update_or_create(pk=1, defaults={"ahead": seconds})
