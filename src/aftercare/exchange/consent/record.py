"""The record of one signature, for machines: what ``record.json`` holds.

Its bytes are canonical (JSON in UTF-8, keys sorted, no spaces), so equal records are equal files.
Every instant carries its offset; ``zone`` is the clinic's.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from aftercare.core.consent.signature import inked
from aftercare.core.consent.text import ConsentText
from aftercare.core.problems import Problem

Instant = Annotated[datetime, Meta(tz=True)]


class Clinic(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who asked: as it stands on the paper. ``log`` names the clinic's evidence log."""

    name: str
    address: tuple[str, ...] = ()
    phone: str = ""
    email: str = ""
    log: str
    verify: str


class Patient(Struct, frozen=True, forbid_unknown_fields=True):
    """Who agreed. Nothing stands for a birth date that the clinic does not know."""

    name: str
    born: date | None


class Read(Struct, frozen=True, forbid_unknown_fields=True):
    """A section of the text, and when it was read."""

    section: str
    at: Instant


class Answer(Struct, frozen=True, forbid_unknown_fields=True):
    """One agreement of the text, by its clause, with what was answered."""

    clause: str
    answer: Literal["yes", "no"]


class Question(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the patient asked, and what was answered before the signature."""

    asked: str
    asked_at: Instant
    answer: str
    answered_at: Instant
    answered_by: str


class Talk(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who explained the treatment, what mattered to the patient, and which other ways there are.

    ``nothing`` says what was told about doing nothing.
    """

    by: str
    role: str
    at: Instant
    mattered: str
    alternatives: tuple[str, ...]
    nothing: str


class Device(Struct, frozen=True, forbid_unknown_fields=True):
    """What was used, in words, and what the browser said of itself."""

    words: str
    agent: str


class Signature(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A name with a drawing, a name that was typed, or a tick that a witness saw.

    ``statement`` is the sentence that stood above it; ``path`` is drawn in a box of
    600 by 200: "M x y L x y …".
    """

    how: Literal["drawn", "typed", "witnessed"]
    statement: str
    name: str
    path: str = ""
    witness: str = ""
    at: Instant


class Record(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything that a consent stands on, from the text to the signature."""

    format: Literal["aftercare-consent-1"] = "aftercare-consent-1"
    number: str
    zone: str
    clinic: Clinic
    patient: Patient
    text: ConsentText
    read: tuple[Read, ...]
    answers: tuple[Answer, ...]
    questions: tuple[Question, ...] = ()
    talk: Talk | None
    devices: tuple[Device, ...]
    signature: Signature


def canonical(record: Record) -> bytes:
    """Give the bytes of ``record.json``."""
    return msgspec.json.encode(record, order="sorted")


def read_record(data: bytes) -> tuple[Record | None, list[Problem]]:
    """Read a record; bytes that are not canonical are refused, for they could hide something."""
    remedy = "Use the file as the clinic gave it, unchanged."
    try:
        record = msgspec.json.decode(data, type=Record)
    except (msgspec.DecodeError, ValueError, RecursionError):  # text that is no JSON, or too deep
        return None, [Problem("E105", "This is not a consent record of Aftercare.", remedy)]
    if canonical(record) != data:
        message = "The consent record is not written as Aftercare does."
        return None, [Problem("E106", message, remedy)]
    return record, []


def missing(record: Record) -> list[Problem]:
    """Give every reason why this is not a complete consent; none means it may be sealed."""
    return [*_unread(record), *_disagreed(record), *_talk(record.talk), *_signature(record)]


def _unread(record: Record) -> Iterator[Problem]:
    seen = {read.section for read in record.read}
    for section in record.text.sections:
        if section.id not in seen:
            yield Problem("S108", f"“{section.title}” was not read.", "Go back and read it.")


def _disagreed(record: Record) -> Iterator[Problem]:
    given = {answer.clause: answer.answer for answer in record.answers}
    if any(given.get(each.clause) != "yes" for each in record.text.agreements):
        remedy = "Talk to the patient; do not seal this."
        yield Problem("S110", "Not everything the treatment needs was agreed to.", remedy)
    if any(given.get(each.clause) is None for each in record.text.permissions):
        yield Problem("S105", "A choice has neither a yes nor a no.", "Ask the patient.")


def _talk(talk: Talk | None) -> Iterator[Problem]:
    if talk and not (talk.by and talk.mattered and talk.alternatives and talk.nothing):
        remedy = "Write who explained, what mattered, the alternatives, and about doing nothing."
        yield Problem("S114", "The talk is not complete.", remedy)


def _signature(record: Record) -> Iterator[Problem]:
    signature = record.signature
    if not signature.name.strip():
        yield Problem("S111", "The signature is missing.", "Type the full name.")
    elif signature.how == "drawn" and not inked(signature.path):
        yield Problem("S112", "The drawing is too small for a signature.", "Draw it again.")
    elif signature.how == "witnessed" and not signature.witness.strip():
        yield Problem("S113", "The witness is missing.", "Enter the witness's name.")
