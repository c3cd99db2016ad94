"""What a sealed PDF says of itself: its seal, what the seal covers, the record inside."""

from __future__ import annotations

import io
from collections.abc import Iterator

from msgspec import Struct
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from aftercare.core.consent.evidence import Fact, checked
from aftercare.core.problems import Problem
from aftercare.exchange.consent.document import ATTACHED

LARGEST = 16_000_000  # bytes; a consent has about 0.1 MB


class Sealed(Struct, frozen=True):
    """A PDF's facts, and what it carries: the record's bytes, the seal's certificate (DER)."""

    facts: tuple[Fact, ...]
    record: bytes = b""
    certificate: bytes = b""


def inspect(pdf: bytes) -> tuple[Sealed | None, list[Problem]]:
    """Check a PDF by itself; nothing if it cannot be read to its end."""
    if len(pdf) > LARGEST:
        return None, [Problem("E103", "This file is too large for a consent.", "Check the file.")]
    try:
        return _inspected(pdf), []
    except Exception:  # noqa: BLE001 - malformed files raise exceptions of more than ten types
        remedy = "Ask for the file again; it may have been damaged on its way."
        return None, [Problem("E102", "This PDF cannot be read to its end.", remedy)]


def _inspected(pdf: bytes) -> Sealed:
    reader = PdfFileReader(io.BytesIO(pdf))
    seals = list(reader.embedded_signatures)
    if not seals:
        return Sealed((Fact("seal", ok=False, words="This PDF carries no seal of a clinic."),))
    seal = seals[0]
    status = validate_pdf_signature(seal, _context(seal))
    record = _record(reader)
    facts = [*_seal_facts(reader, seals, status), *_time_stamp(status)]
    facts.append(
        checked(
            "record", bool(record), "The record is inside.", "There is no consent record inside."
        )
    )
    return Sealed(tuple(facts), record, seal.signer_cert.dump())


def _context(seal: EmbeddedPdfSignature) -> ValidationContext:
    """Trust the file's own certificate for now: whose it is, the log's proof decides."""
    return ValidationContext(trust_roots=[seal.signer_cert], allow_fetching=False)


def _seal_facts(
    reader: PdfFileReader, seals: list[EmbeddedPdfSignature], status: PdfSignatureStatus
) -> Iterator[Fact]:
    yield checked(
        "seal",
        status.intact and status.valid,
        "The seal is valid: what it covers has not changed.",
        "The seal is broken: what it covers has changed.",
    )
    whole = status.coverage == SignatureCoverageLevel.ENTIRE_FILE
    yield checked(
        "whole-file",
        whole and len(seals) == 1,
        "The seal covers the whole file.",
        "Something was added after the seal, or stands outside it.",
    )
    yield checked(
        "locked",
        _locked(reader, seals[0]),
        "The seal forbids every later change.",
        "The seal does not forbid later changes, as a clinic's does.",
    )


def _locked(reader: PdfFileReader, seal: EmbeddedPdfSignature) -> bool:
    """Tell whether this very seal certifies the file with DocMDP, no changes allowed."""
    permissions = reader.root.get("/Perms", {})
    if "/DocMDP" not in permissions or seal.docmdp_level != MDPPerm.NO_CHANGES:
        return False
    return bool(permissions.raw_get("/DocMDP") == seal.sig_field.raw_get("/V"))


def _time_stamp(status: PdfSignatureStatus) -> Iterator[Fact]:
    stamp = status.timestamp_validity
    if stamp is not None:
        yield checked(
            "time-stamp",
            stamp.intact and stamp.valid,
            f"“{stamp.signing_cert.subject.human_friendly}” stamped the seal on"
            f" {stamp.timestamp:%Y-%m-%d %H:%M:%S %Z}. Whether to trust it is yours to decide.",
            "The time-stamp does not belong to this seal.",
        )


def _record(reader: PdfFileReader) -> bytes:
    """Give the one attachment, if it is the record."""
    files = reader.root.get("/Names", {}).get("/EmbeddedFiles", {}).get("/Names", [])
    if len(files) != 2 or files[0] != ATTACHED:
        return b""
    return bytes(files[1]["/EF"]["/F"].data)
