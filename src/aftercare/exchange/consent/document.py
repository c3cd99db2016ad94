"""A record as a document: PDF/A-3a and PDF/UA-1, with ``record.json`` inside.

One compiler is kept for the process, because starting it costs more than a document. The same
record gives the same bytes.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources
from threading import Lock
from typing import Any
from unicodedata import category, name

import msgspec
import segno
import typst

from aftercare.core.consent.signature import drawn
from aftercare.exchange.consent.record import Record, canonical
from aftercare.exchange.consent.shown import shown

ATTACHED = "record.json"
_STANDARDS: list[typst.PDFStandard] = ["a-3a", "ua-1"]
_PROBE = b'#set document(title: "-")\n#set text(font: ("Libertinus Serif", "DejaVu Sans Mono"))\n'
_PROBE += b"#sys.inputs.text"
_LOCK = Lock()


def make_document(record: Record) -> bytes:
    """Write the document that is to be sealed; its time is the signature's."""
    data = canonical(record)
    told = _spelled(shown(record, hashlib.sha256(data).hexdigest()))
    inputs = {
        "record": data.decode(),
        "shown": msgspec.json.encode(told).decode(),
        "drawn": _signature(record.signature.path),
        "qr": _qr(told["verify"]),
    }
    pdf = _compile(_template(), inputs, int(record.signature.at.timestamp()))
    return pdf + b"\n"  # without it a sealed file breaks PDF/A 6.1.9: no end of line before `obj`


def _compile(source: bytes, inputs: Mapping[str, str], at: int) -> bytes:
    with _LOCK:
        made = _compiler().compile(
            input=source,
            format="pdf",
            sys_inputs=dict(inputs),
            pdf_standards=_STANDARDS,
            timestamp=at,
        )
    if not isinstance(made, bytes):
        raise TypeError("Typst gives one file for a PDF.")
    return made


@cache
def _compiler() -> typst.Compiler:
    """Keep one compiler, with its own fonts only: a file looks alike on every machine."""
    return typst.Compiler(input=b"", ignore_system_fonts=True)


@cache
def _template() -> bytes:
    return resources.files(__package__).joinpath("document.typ").read_bytes()


def _signature(path: str) -> str:
    line = drawn(path)
    if not line:
        return ""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 200" width="600" height="200">'
        f'<path d="{line}" fill="none" stroke="#1D2B2C" stroke-width="3" '
        'stroke-linecap="round" stroke-linejoin="round"/></svg>'
    )


def _qr(address: str) -> str:
    out = io.BytesIO()
    segno.make(address, error="m", micro=False).save(out, kind="svg", border=0, dark="#1D2B2C")
    return out.getvalue().decode()


# --- what the fonts cannot draw -------------------------------------------------------------------


def _spelled(told: dict[str, Any]) -> dict[str, Any]:
    """Write out what no font here can draw, by its name; the record inside keeps the original."""
    text = msgspec.json.encode(told).decode()
    strange = {char: _name(char) for char in set(_texts(told)) if not drawable(char)}
    if not strange:
        return told
    found = _replaced(msgspec.json.decode(text), str.maketrans(strange))
    return dict(found) | {"spelled": True}


def _texts(value: Any) -> str:
    """Join every text inside a value."""
    if isinstance(value, dict):
        return "".join(map(_texts, value.values()))
    if isinstance(value, list | tuple):
        return "".join(map(_texts, value))
    return value if isinstance(value, str) else ""


def _replaced(value: Any, names: Mapping[int, str]) -> Any:
    if isinstance(value, dict):
        return {key: _replaced(each, names) for key, each in value.items()}
    if isinstance(value, list):
        return [_replaced(each, names) for each in value]
    return value.translate(names) if isinstance(value, str) else value


def _name(char: str) -> str:
    """Give a character's name in brackets; one that is nothing to see is left out."""
    if category(char).startswith("C") or char in "\ufe0e\ufe0f":
        return ""
    return f"[{name(char, f'U+{ord(char):04X}').lower()}]"


@lru_cache(maxsize=4096)
def drawable(char: str) -> bool:
    """Tell whether the fonts have a character: the compiler refuses what it cannot draw."""
    if char in "\n\t" or " " <= char <= "~":
        return True
    try:
        _compile(_PROBE, {"text": char}, 0)
    except typst.TypstError:
        return False
    return True
