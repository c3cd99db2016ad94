"""PDF -> text: the lines of its pages. A scan has none, and is said to have none."""

from __future__ import annotations

import io
import logging
import re

from aftercare.core.problems import Problem

PAGES_MOST = 30
TEXT_MOST = 400_000
_HELP = "Give the document it was made from, or paste the words."


def text_of_pdf(data: bytes) -> tuple[str, list[Problem]]:
    """Give the words of at most 30 pages; locked, damaged and scanned files are told apart."""
    from pypdf import PdfReader  # noqa: PLC0415 - only this format needs the library

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it talks about what we say in a problem
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            return "", [Problem("L104", "The PDF is locked with a password.", _HELP)]
        text = _pages(reader)
    except Exception:  # noqa: BLE001 - a damaged file can fail anywhere in the library
        return "", [Problem("L102", "The PDF is damaged, or no PDF.", _HELP)]
    if not re.search(r"[^\W\d_]{2}", text):
        return "", [Problem("L103", "The PDF holds no text; it may be a scan.", _HELP)]
    return text, []


def _pages(reader: object) -> str:
    parts: list[str] = []
    for page in list(reader.pages)[:PAGES_MOST]:  # type: ignore[attr-defined]  # a PdfReader, imported late
        parts.append(page.extract_text())
        if sum(map(len, parts)) > TEXT_MOST:
            break
    return "\n\n".join(parts).replace("\x00", "")
