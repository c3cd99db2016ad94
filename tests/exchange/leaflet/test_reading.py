"""A leaflet as it comes -> its text with its layout, or one problem that says why not."""

from __future__ import annotations

import io

import pytest
import typst
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfWriter

from aftercare.core.leaflet.draft import draft
from aftercare.exchange.leaflet.reading import LARGEST, read_leaflet

PAGE = b"""<!doctype html><html><head><title>T</title><style>p{}</style></head><body>
<nav>Home</nav><h2>First 24 hours</h2><ul><li>No make-up</li><li>No <b>sauna</b></li></ul>
<table><tr><th>What</th><th>How long</th></tr><tr><td>Gym</td><td>48 hours</td></tr></table>
<script>alert(1)</script></body></html>"""


def text_of(data: bytes, name: str = "") -> str:
    text, problems = read_leaflet(data, name)
    assert problems == []
    return text


def code_of(data: bytes, name: str = "") -> str:
    text, [problem] = read_leaflet(data, name)
    assert text == ""
    return problem.code


def test_a_page_keeps_headings_items_and_rows() -> None:
    lines = [line for line in text_of(PAGE).splitlines() if line]
    assert lines == [
        "First 24 hours",
        "• No make-up",
        "• No sauna",
        "What | How long",
        "Gym | 48 hours",
    ]


def test_a_word_document_keeps_headings_items_and_rows() -> None:
    document = Document()
    document.add_heading("First 24 hours")
    document.add_paragraph("No make-up", style="List Bullet")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Gym", "48 hours"
    kept = io.BytesIO()
    document.save(kept)
    lines = [line for line in text_of(kept.getvalue()).splitlines() if line]
    assert lines == ["First 24 hours", "• No make-up", "Gym | 48 hours"]


def test_a_pdf_without_words_is_said_to_be_a_scan() -> None:
    writer, kept = PdfWriter(), io.BytesIO()
    writer.add_blank_page(200, 200)
    writer.write(kept)
    assert code_of(kept.getvalue()) == "L103"


def test_a_locked_pdf_is_said_to_be_locked() -> None:
    writer, kept = PdfWriter(), io.BytesIO()
    writer.add_blank_page(200, 200)
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(kept)
    assert code_of(kept.getvalue()) == "L104"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "L103"),
        (b"   \n ", "L103"),
        (b"%PDF-1.7 broken", "L102"),
        (b"PK\x03\x04 broken", "L102"),
        (b"\x00\x01\x02", "L102"),
        (b"a" * 1_000_000, "L101"),
        (b"a " * (LARGEST // 2 + 1), "L101"),
    ],
)
def test_what_is_no_leaflet_is_one_problem(data: bytes, code: str) -> None:
    assert code_of(data) == code


def test_other_encodings_and_line_ends_are_read() -> None:
    assert text_of("Don’t rub\r\nfor 2 days".encode("cp1252")) == "Don’t rub\nfor 2 days"
    assert text_of("Don’t rub".encode("utf-16")) == "Don’t rub"
    assert text_of("\ufeffNo sun".encode()) == "No sun"


@given(st.binary(max_size=2_000), st.sampled_from([b"", b"%PDF-1.4\n", b"PK\x03\x04", b"<html>"]))
def test_any_bytes_are_a_draft_or_one_problem(data: bytes, begins: bytes) -> None:
    text, problems = read_leaflet(begins + data, "leaflet.html")
    assert len(problems) <= 1
    assert bool(text) != bool(problems)
    draft(text)


def test_a_pdf_with_words_keeps_its_lines_and_bullets() -> None:
    source = b"= After your peel\n== First 24 hours\n- No make-up.\n- Wash with cool water.\n"
    text = text_of(typst.compile(source))
    assert text.split("\n")[:4] == [
        "After your peel",
        "First 24 hours",
        "• No make-up.",
        "• Wash with cool water.",
    ]
    assert [item.kind for item in draft(text).items] == ["avoid", "do"]
