"""A cartridge's label is read into the form of the record; nothing is kept before it is sent."""

from __future__ import annotations

from typing import Any

from aftercare.clinic.desk.treatment_forms import LabelForm
from aftercare.core.problems import Problem
from aftercare.exchange.barcode import LARGEST, Label, read_label, read_photo

_NOTHING = Problem("B101", "There is no code yet.", "Scan it, or type what is printed.")


def read(form: LabelForm) -> dict[str, Any] | None:
    """Give the record's fields that a label fills; nothing where it could not be read.

    What was wrong is put at the code or at the photograph.
    """
    if not form.is_valid():
        return None
    photo, code = form.cleaned_data["photo"], form.cleaned_data["code"]
    label, problems = _read(photo.read(LARGEST + 1) if photo else b"", code)
    if label is None:
        form.add_error("photo" if photo else "code", str(problems[0]))
        return None
    fields = {"lot": label.lot, "gtin": label.gtin, "expiry": label.expiry}
    return {name: value for name, value in fields.items() if value}


def _read(photo: bytes, code: str) -> tuple[Label | None, list[Problem]]:
    if photo:
        return read_photo(photo)
    return read_label(code) if code.strip() else (None, [_NOTHING])
