"""The page that the peer of `consent.py` prints: the same words, as HTML."""

from __future__ import annotations

import base64
import html
import io
from collections.abc import Iterator, Sequence
from typing import Any

import segno

from aftercare.exchange.consent.record import Record
from aftercare.exchange.consent.shown import shown

_STYLE = """@page {size: A4; margin: 22mm 24mm; @bottom-right {content: counter(page)}}
body {font: 10.5pt serif; color: #1D2B2C} h1, h2 {color: #0F4C4F}
table {width: 100%; border-collapse: collapse} td, th {border-bottom: 1px solid #C9D3CE}"""


def page(record: Record) -> str:
    """Write a record's words as one page of HTML."""
    told = shown(record, "0" * 64)
    return (
        f'<html lang="{told["lang"]}"><head><title>{_text(told["title"])}</title>'
        f"<style>{_STYLE}</style></head><body>{''.join(_body(told, record))}</body></html>"
    )


def _body(told: dict[str, Any], record: Record) -> Iterator[str]:
    yield f"<h1>{_text(told['title'])}</h1>{_pairs(told['summary'])}"
    for section in told["sections"]:
        words = "".join(f"<p>{_text(each)}</p>" for each in section["paragraphs"])
        yield f"<h2>{_text(section['title'])}</h2>{words}<p>{_text(section['read'])}</p>"
    for key in ("agreements", "permissions"):
        yield _pairs([(each["words"], each["answer"]) for each in told[key]])
    yield _pairs(told["talk"])
    yield "".join(f"<li>{_text(each)}</li>" for each in told["alternatives"])
    yield f"<p>{_text(told['nothing'])}</p><p>{_text(told['statement'])}</p>"
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 200">'
        f'<path d="{record.signature.path}" fill="none" stroke="black"/></svg>'
    )
    yield _picture(drawing.encode(), "Signature") + _pairs(told["signature"])
    code = io.BytesIO()
    segno.make(told["verify"], error="m", micro=False).save(code, kind="svg")
    yield _picture(code.getvalue(), "QR code") + _pairs(told["made"]) + _pairs(told["hashes"])


def _pairs(rows: Sequence[Sequence[str]]) -> str:
    inner = (f"<tr><td>{_text(a)}</td><td>{_text(b)}</td></tr>" for a, b in rows)
    return f"<table>{''.join(inner)}</table>"


def _picture(svg: bytes, says: str) -> str:
    data = base64.b64encode(svg).decode()
    return f'<img width="200" alt="{says}" src="data:image/svg+xml;base64,{data}">'


def _text(words: str) -> str:
    return html.escape(words)
