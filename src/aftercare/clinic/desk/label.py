"""A cartridge's label is read into the form of the record; nothing is kept before it is sent."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict

from aftercare.clinic.desk.treatment_forms import expiry_said
from aftercare.core.problems import Problem
from aftercare.exchange.barcode import LARGEST, Label, read_label, read_photo


def read(request: HttpRequest) -> tuple[MultiValueDict[str, Any], dict[str, Problem]]:
    """Give what was typed with the label's fields filled, and what was wrong, by field."""
    typed = request.POST.copy()
    photo = request.FILES.get("photo")
    field = "photo" if photo else "code"
    data = photo.read(LARGEST + 1) if photo else b""
    label, problems = read_photo(data) if photo else read_label(typed.get("code", ""))
    if label is None:
        return typed, {field: problems[0]}
    for name, value in _fields(label).items():
        if value:
            typed[name] = value
    typed["code"] = ""
    return typed, {}


def _fields(label: Label) -> dict[str, str]:
    return {"lot": label.lot, "gtin": label.gtin, "expiry": expiry_said(label.expiry)}
