"""A clinic's own settings: how it is reached, how it looks, what it asks of a consent."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from PIL import Image

from aftercare.clinic.records.models import Clinic
from aftercare.clinic.services.access import Desk, only
from aftercare.clinic.services.locking import claim
from aftercare.clinic.services.refusals import NotYours, refuse
from aftercare.clinic.ui.contrast import ratio

FIELDS = (
    "name",
    "phone",
    "hours",
    "out_of_hours",
    "emergency",
    "reflection_hours",
    "consent_days",
    "retention_years",
    "two_persons",
    "triage_on",
    "colour",
)
_WHITE, _PAPER = "#FFFFFF", "#F7F2EA"
_LEAST_CONTRAST = 4.5
_LARGEST_LOGO = 2_000_000


@transaction.atomic
def change_clinic(desk: Desk, given: Mapping[str, Any], seen: int) -> Clinic:
    """Change the clinic's settings, if nobody else has meanwhile."""
    only(desk.person.may_manage)
    clinic = desk.clinic
    colour = str(given.get("colour", "") or "")
    if colour:
        check_colour(colour)
    claim(clinic, seen)
    for name in FIELDS:
        if name in given:
            setattr(clinic, name, given[name])
    clinic.save()
    return clinic


def check_colour(colour: str) -> None:
    """Refuse a colour on which white words, or which on paper, could not be read."""
    if not re.fullmatch(r"#[0-9A-Fa-f]{6}", colour):
        raise refuse("This is not a colour.", "Write it as #0F4C4F.", "colour", "S141")
    least = min(ratio(colour, _WHITE), ratio(colour, _PAPER))
    if least < _LEAST_CONTRAST:
        message = f"This colour is too light to read: its contrast is {least:.1f} to 1."
        raise refuse(message, "It must be 4.5 to 1 at least. Choose a darker one.", "colour")


@transaction.atomic
def set_logo(desk: Desk, data: bytes, seen: int) -> Clinic:
    """Keep a clinic's logo: drawn anew as PNG, so that nothing hidden in the file comes along."""
    only(desk.person.may_manage)
    claim(desk.clinic, seen)
    desk.clinic.logo = redrawn(data) if data else b""
    desk.clinic.save()
    return desk.clinic


def redrawn(data: bytes) -> bytes:
    """Draw a picture anew as a PNG of at most 400 by 120 points; refuse what is none."""
    try:
        if len(data) > _LARGEST_LOGO:
            raise ValueError("too large")  # noqa: TRY301 - one refusal for whatever is wrong
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "WEBP")) as picture:
            picture.thumbnail((400, 120))
            out = io.BytesIO()
            picture.convert("RGBA").save(out, "PNG")
    except Exception:  # noqa: BLE001 - pictures from outside fail in eight ways and more
        remedy = "Use a PNG, JPEG or WebP file of at most 2 MB."
        raise refuse("This picture cannot be read.", remedy, "logo", "S142") from None
    return out.getvalue()


def look(slug: str) -> Clinic:
    """Find a clinic by its name in addresses, for its colour and logo."""
    clinic = Clinic.objects.filter(slug=slug).only("colour", "logo").first()
    if clinic is None:
        raise NotYours
    return clinic
