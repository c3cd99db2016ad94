"""Bytes -> a leaflet's text, whatever the format, or one problem that says why not."""

from __future__ import annotations

import re
from collections.abc import Callable

from aftercare.core.leaflet.items import LONGEST
from aftercare.core.problems import Problem
from aftercare.exchange.leaflet.page import text_of_page
from aftercare.exchange.leaflet.pdf import text_of_pdf
from aftercare.exchange.leaflet.plain import text_of_plain
from aftercare.exchange.leaflet.word import text_of_word

LARGEST = 10_000_000
_PAGE = re.compile(
    rb"\s*(?:<!--.{0,2000}?-->\s*)?<(?:!doctype|html|head|body|div|p|h[1-6]|ul|ol|table|section|article|main)\b",
    re.IGNORECASE | re.DOTALL,
)

Read = tuple[str, list[Problem]]


def read_leaflet(data: bytes, name: str = "") -> Read:
    """Read a leaflet; the format is told by its first bytes, and by the name only for HTML."""
    if len(data) > LARGEST:
        return "", [
            _problem("L101", "The file is larger than 10 MB.", "Give the leaflet's own pages only.")
        ]
    text, problems = _reader(data, name)(data)
    if problems:
        return "", problems
    return _bounded(text)


def _reader(data: bytes, name: str) -> Callable[[bytes], Read]:
    if data[:1024].lstrip().startswith(b"%PDF"):
        return text_of_pdf
    if data.startswith(b"PK\x03\x04"):
        return text_of_word
    if _PAGE.match(data[:4096]) or name.lower().endswith((".html", ".htm")):
        return text_of_page
    return text_of_plain


def _bounded(text: str) -> Read:
    if not re.search(r"[^\W\d_]{2}", text):
        return "", [
            _problem(
                "L103",
                "There are no words in this file.",
                "Give a file with text, or paste the words.",
            )
        ]
    if len(text) > LONGEST:
        message = f"The text has {len(text)} characters; a leaflet has up to {LONGEST}."
        return "", [_problem("L101", message, "Give the leaflet's own pages only.")]
    return text, []


def _problem(code: str, message: str, remedy: str) -> Problem:
    return Problem(code, message, remedy)
