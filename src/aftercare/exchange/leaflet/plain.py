"""Plain text and Markdown -> text: any encoding, one kind of line end."""

from __future__ import annotations

from aftercare.core.problems import Problem

_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))
_NO_TEXT = "This is no text, and no format that can be read."
_FORMATS = "Give a .txt, .md, .html, .docx or .pdf file, or paste the words."


def text_of_plain(data: bytes) -> tuple[str, list[Problem]]:
    """Decode UTF-8, UTF-16 with its mark, or Windows-1252; refuse what is binary."""
    if b"\x00" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "", [Problem("L102", _NO_TEXT, _FORMATS)]
    return one_line_end(_decoded(data)), []


def _decoded(data: bytes) -> str:
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def one_line_end(text: str) -> str:
    """Make every line end a line feed, as Python reads a text file."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
