"""A product's number as somebody types it: a GTIN, or that of an HIBC."""

from __future__ import annotations

import re

from biip import ParseError
from biip.gtin import Gtin

from aftercare.core.problems import Problem

_HIBC = re.compile(r"[A-Z][A-Z0-9]{3}[A-Z0-9]{1,18}[0-9]")


def read_product(text: str) -> tuple[str, list[Problem]]:
    """Give a GTIN with 14 digits, or an HIBC's number as it is; "" for nothing."""
    bare = re.sub(r"[\s-]", "", text).upper()
    if not bare or _HIBC.fullmatch(bare):
        return bare, []
    try:
        return Gtin.parse(bare).as_gtin_14(), []
    except ParseError:
        remedy = "Look at the digits after (01), or leave it empty."
        return "", [Problem("B107", "This is not a product's number.", remedy)]
