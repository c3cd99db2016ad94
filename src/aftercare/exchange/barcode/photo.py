"""A photograph of a label: the codes in it, read on the server; the picture itself is not kept."""

from __future__ import annotations

import io

import zxingcpp
from PIL import Image, ImageOps

from aftercare.exchange.barcode.label import Label, Read, joined, no_code, no_picture
from aftercare.exchange.barcode.text import read_label

LARGEST = 8_000_000
_MOST_POINTS = 50_000_000
_FORMATS = ("JPEG", "PNG", "WEBP")


def read_photo(data: bytes) -> Read:
    """Read the codes of one label from a picture; refused where they are of two."""
    picture = opened(data)
    if picture is None:
        return None, [no_picture()]
    found: list[Label] = []
    problems = [no_code()]
    for text in _codes(picture):
        label, said = read_label(text, exact=True)
        if label:
            found.append(label)
        elif said[0].code != "B101":  # another code beside it is no fault
            problems = said
    return joined(found) if found else (None, problems)


def opened(data: bytes) -> Image.Image | None:
    """Open a picture as plain grey points, turned as it was taken; nothing for what is none."""
    if not data or len(data) > LARGEST:
        return None
    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as picture:
            if picture.width * picture.height > _MOST_POINTS:
                return None
            return ImageOps.exif_transpose(picture).convert("L")
    except Exception:  # noqa: BLE001 - pictures from outside fail in eight ways and more
        return None


def _codes(picture: Image.Image) -> list[str]:
    """Give the text of each code, with the sign of its kind in front, as a scanner would."""
    codes = zxingcpp.read_barcodes(picture, text_mode=zxingcpp.TextMode.Plain)
    return [code.symbology_identifier + code.text for code in codes if code.valid]
