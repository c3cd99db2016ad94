"""A form sent twice is answered twice and done once."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence

from django.db import transaction

from aftercare.clinic.records.models import Once
from aftercare.clinic.services.access import Desk, Phone
from aftercare.clinic.services.refusals import OtherBody, refuse

Body = Mapping[str, Sequence[str]]
_LEFT_OUT = {"csrfmiddlewaretoken", "once"}


@transaction.atomic
def once(door: Desk | Phone, key: str, body: Body, act: Callable[[], str]) -> str:
    """Do ``act`` in one transaction unless this key was done before; give where it led.

    A key belongs to who sends it: a person, or a patient's course. If ``act`` refuses, the key is
    free again, so that the mended form may be sent with it. A key with another body is
    ``OtherBody``.
    """
    if not (16 <= len(key) <= 64 and key.isprintable()):
        raise refuse("This form is not complete.", "Load the page again and send it once more.")
    digest = _digest(body)
    row, new = Once.objects.get_or_create(
        clinic=door.clinic,
        sender=door.sender,
        key=key,
        defaults={"body_sha256": digest, "at": door.at},
    )
    if not new:
        if row.body_sha256 != digest:
            raise OtherBody
        return row.led_to
    row.led_to = act()
    row.save(update_fields=["led_to"])
    return row.led_to


def _digest(body: Body) -> str:
    kept = {name: list(values) for name, values in body.items() if name not in _LEFT_OUT}
    return hashlib.sha256(json.dumps(kept, sort_keys=True).encode()).hexdigest()
