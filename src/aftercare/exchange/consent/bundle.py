"""A patient's bundle: the sealed file, its record and its proof, in one .zip.

It is read with bounds: four files of known names, none larger than a consent can be.
"""

from __future__ import annotations

import io
from importlib import resources
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from msgspec import Struct

from aftercare.core.consent.evidence import Proof, canonical, read_proof
from aftercare.core.problems import Problem
from aftercare.exchange.consent.document import ATTACHED
from aftercare.exchange.consent.sealed import LARGEST

PDF, PROOF, README = "consent.pdf", "proof.json", "README.txt"
NAMES = (PDF, ATTACHED, PROOF, README)
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # a .zip knows no earlier time; none makes equal bundles equal


class Bundle(Struct, frozen=True):
    """What a bundle holds."""

    pdf: bytes
    record: bytes
    proof: Proof


def make_bundle(bundle: Bundle) -> bytes:
    """Write a bundle; equal contents give equal bytes."""
    readme = resources.files(__package__).joinpath(README).read_bytes()
    contents = (bundle.pdf, bundle.record, canonical(bundle.proof), readme)
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as file:
        for name, content in zip(NAMES, contents, strict=True):
            info = ZipInfo(name, _EARLIEST)
            info.compress_type = ZIP_DEFLATED
            file.writestr(info, content)
    return out.getvalue()


def read_bundle(data: bytes) -> tuple[Bundle | None, list[Problem]]:
    """Read a bundle, or say why it is none."""
    if len(data) > LARGEST:
        return None, [_too_large()]
    try:
        with ZipFile(io.BytesIO(data)) as file:
            return _read(file)
    except Exception:  # noqa: BLE001 - damaged archives raise exceptions of many types
        remedy = "Ask for the bundle again; it may have been cut off on its way."
        return None, [Problem("E102", "This .zip file is damaged or incomplete.", remedy)]


def _read(file: ZipFile) -> tuple[Bundle | None, list[Problem]]:
    names = [info.filename for info in file.infolist()]
    if sorted(names) != sorted(NAMES):
        message = f"A bundle holds {', '.join(NAMES)}, once each and nothing else."
        return None, [Problem("E104", message, "Give the bundle as the clinic made it.")]
    contents = {}
    for name in NAMES:
        with file.open(name) as stream:
            contents[name] = stream.read(LARGEST + 1)
        if len(contents[name]) > LARGEST:
            return None, [_too_large()]
    proof, problems = read_proof(contents[PROOF])
    return (Bundle(contents[PDF], contents[ATTACHED], proof), []) if proof else (None, problems)


def _too_large() -> Problem:
    return Problem("E103", "This file is too large for a consent.", "Check the file.")
