"""Word's .docx -> text: paragraphs and tables in their order, list items with a bullet."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from aftercare.core.problems import Problem

_UNPACKED_MOST = 60_000_000
_HELP = "Save it again as .docx, or paste the words."


def text_of_word(data: bytes) -> tuple[str, list[Problem]]:
    """Give the words of a document; a file that unpacks to more than 60 MB is refused."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            sizes = sum(entry.file_size for entry in archive.infolist())
            known = "word/document.xml" in archive.namelist()
        if sizes > _UNPACKED_MOST:
            return "", [Problem("L101", "The document unpacks to more than 60 MB.", _HELP)]
        if not known:
            return "", [Problem("L102", "This archive holds no Word document.", _HELP)]
        return "\n".join(_lines(data)) + "\n", []
    except Exception:  # noqa: BLE001 - a damaged file can fail anywhere in two libraries
        return "", [Problem("L102", "The Word document is damaged.", _HELP)]


def _lines(data: bytes) -> Iterator[str]:
    from docx import Document  # noqa: PLC0415 - only this format needs the library
    from docx.table import Table  # noqa: PLC0415 - as above

    for part in Document(io.BytesIO(data)).iter_inner_content():
        if isinstance(part, Table):
            yield ""
            yield from (" | ".join(_cells([cell.text for cell in row.cells])) for row in part.rows)
            yield ""
            continue
        style = (part.style.name or "") if part.style is not None else ""
        words = " ".join(part.text.split()) if "\n" not in part.text else part.text
        if style.startswith(("Heading", "Title")):
            yield from ("", words, "")
        elif style.startswith("List") or part._p.xpath("./w:pPr/w:numPr"):  # noqa: SLF001 - no public way to ask
            yield f"• {words}"
        else:
            yield words


def _cells(texts: list[str]) -> Iterator[str]:
    """Give each cell once; a merged one comes as often as it is wide."""
    before = None
    for text in texts:
        if text != before:
            yield " ".join(text.split())
        before = text
