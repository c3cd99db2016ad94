"""Codes and photographs of labels, made here."""

import io
from datetime import date
from typing import Any

import zxingcpp
from PIL import Image

from aftercare.exchange.barcode import Label
from aftercare.exchange.barcode.hibc import guard

GTIN = "05012345678900"
PRINTED = f"(01){GTIN}(17)270630(10)CN24817"
CN24817 = Label(lot="CN24817", gtin=GTIN, expiry=date(2027, 6, 30))


def hibc(body: str) -> str:
    """Write an HIBC with its guard."""
    return f"+{body}{guard('+' + body)}"


def drawn(text: str, kind: str = "DataMatrix", *, gs1: bool = False) -> Image.Image:
    """Draw a code."""
    more = {"gs1": True} if gs1 else {}
    code = zxingcpp.create_barcode(text, getattr(zxingcpp.BarcodeFormat, kind), **more)
    image: Any = code.to_image(4)
    high, wide = image.shape
    return Image.frombytes("L", (wide, high), memoryview(image).tobytes())


def photo(*pictures: Image.Image, format_: str = "PNG") -> bytes:
    """Put pictures under each other onto a white label, and take its photograph."""
    width = max(picture.width for picture in pictures) + 80
    label = Image.new("L", (width, sum(picture.height + 80 for picture in pictures)), 255)
    top = 40
    for picture in pictures:
        label.paste(picture, (40, top))
        top += picture.height + 80
    return saved(label, format_)


def saved(picture: Image.Image, format_: str = "PNG") -> bytes:
    out = io.BytesIO()
    picture.save(out, format_)
    return out.getvalue()
