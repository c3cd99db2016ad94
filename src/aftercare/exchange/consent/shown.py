"""What a consent document says, line by line: the record in a reader's words.

The labels are English for now. A text in another language keeps it, and is marked as such.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from aftercare.core.consent.text import Paragraph, canonical, fingerprint
from aftercare.core.plan.say import clock, day, exactly
from aftercare.exchange.consent.record import Question, Record

LABELS = {
    "page": "Page {n} of {all}",
    "read": "What was read",
    "read_intro": "The exact words, topic by topic, as they were on the screen.",
    "agreed": "What was agreed to",
    "agreement": "Needed for the treatment",
    "answer": "Answer",
    "choices": "Separate choices",
    "choices_intro": "Each is free. A no changes nothing about the treatment.",
    "choice": "Optional",
    "talk": "The talk before",
    "alternatives": "Other ways that were spoken about",
    "nothing": "Doing nothing",
    "questions": "Questions and answers",
    "no_questions": "The patient asked nothing in writing.",
    "signature": "Signature",
    "checking": "How to check this file",
    "made": "How it was made",
    "spelled": "A word in square brackets stands for a character that could not be drawn. "
    "The record inside this file has the character itself.",
    "attached": "The same consent for machines.",
}
_HOW = {"drawn": "Drawn by hand", "typed": "Name typed", "witnessed": "Ticked before a witness"}
_CHECKING = (
    "The clinic has sealed this file: a change to it can be seen.",
    "The seal alone does not prove when, or that nothing was exchanged.",
    "The evidence bundle that comes with this file proves it, on any computer.",
    "Scan the code, or visit:",
)


def shown(record: Record, sha256: str) -> dict[str, Any]:
    """Give everything that the template prints; ``sha256`` is that of ``record.json``."""
    text, clinic = record.text, record.clinic
    lang, _, region = text.language.partition("-")
    return {
        "labels": LABELS,
        "lang": lang,
        "region": region.upper() or None,
        "title": f"Consent to {_lower(text.title)}",
        "subtitle": f"{record.patient.name}, signed {_moment(record.signature.at, record)}",
        "clinic": {"name": clinic.name, "lines": [*clinic.address, *_reached(record)]},
        "footer": f"{clinic.name} · consent {record.number}",
        "summary": list(_summary(record)),
        "sections": list(_sections(record)),
        "agreements": list(_answers(record, text.agreements)),
        "permissions": list(_answers(record, text.permissions)),
        "talk": list(_talk(record)),
        "alternatives": record.talk.alternatives if record.talk else (),
        "nothing": record.talk.nothing if record.talk else "",
        "questions": [_question(each, record) for each in record.questions],
        "statement": record.signature.statement,
        "signature": list(_signature(record)),
        "signature_alt": f"The signature of {record.signature.name}, drawn by hand.",
        "checking": _CHECKING,
        "verify": f"{clinic.verify}#{sha256}",
        "verify_shown": clinic.verify,
        "qr_alt": f"QR code of {clinic.verify} with the fingerprint of this consent.",
        "made": list(_made(record)),
        "hashes": [
            ("Protocol, SHA-256", text.protocol_sha256),
            ("Text, SHA-256", fingerprint(canonical(text))),
            ("Record, SHA-256", sha256),
            ("Evidence log", clinic.log),
        ],
        "spelled": False,
    }


def _lower(title: str) -> str:
    return title[:1].lower() + title[1:] if title[1:2].islower() else title


def _reached(record: Record) -> Iterator[str]:
    yield from filter(None, (record.clinic.phone, record.clinic.email))


def _summary(record: Record) -> Iterator[tuple[str, str]]:
    born = record.patient.born
    yield "Patient", record.patient.name
    if born:
        yield "Born", f"{born.day} {born:%B} {born.year}"
    yield "Treatment", record.text.title
    yield "Advice", f"{record.text.protocol}, version {record.text.version}"
    yield "Explained by", _explained(record)
    yield "Signed", _moment(record.signature.at, record)
    yield "Times", f"As the clocks show in {record.zone}"


def _sections(record: Record) -> Iterator[dict[str, Any]]:
    read = {each.section: each.at for each in record.read}
    for section in record.text.sections:
        at = read.get(section.id)
        yield {
            "title": section.title,
            "paragraphs": [paragraph.text for paragraph in section.paragraphs],
            "read": f"Read {_moment(at, record)}." if at else "Not read.",
        }


def _answers(record: Record, asked: tuple[Paragraph, ...]) -> Iterator[dict[str, Any]]:
    given = {answer.clause: answer.answer for answer in record.answers}
    for each in asked:
        answer = given.get(each.clause, "no answer")
        yield {"words": each.text, "answer": answer.capitalize(), "yes": answer == "yes"}


def _explained(record: Record) -> str:
    if record.talk is None:
        return "Nobody has noted a talk"
    return ", ".join(filter(None, (record.talk.by, record.talk.role)))


def _talk(record: Record) -> Iterator[tuple[str, str]]:
    yield "Explained by", _explained(record)
    if record.talk is None:
        return
    yield "When", _moment(record.talk.at, record)
    yield "What mattered", record.talk.mattered


def _question(each: Question, record: Record) -> dict[str, str]:
    return {
        "asked": each.asked,
        "asked_at": f"Asked {_moment(each.asked_at, record)}",
        "answer": each.answer,
        "answered": f"Answered by {each.answered_by}, {_moment(each.answered_at, record)}",
    }


def _signature(record: Record) -> Iterator[tuple[str, str]]:
    signature = record.signature
    yield "Name", signature.name
    yield "How", _HOW[signature.how]
    if signature.witness:
        yield "Witness", signature.witness
    yield "When", exactly(int(signature.at.timestamp()), ZoneInfo(record.zone))


def _made(record: Record) -> Iterator[tuple[str, str]]:
    for device in record.devices:
        yield "Device", f"{device.words} ({device.agent})" if device.agent else device.words
    yield "Language", record.text.language
    yield "Consent", record.number


def _moment(at: datetime, record: Record) -> str:
    """Say an instant on the clinic's clock: Thursday 26 November 2026, 2:30pm GMT."""
    zone, instant = ZoneInfo(record.zone), int(at.timestamp())
    local = at.astimezone(zone)
    return f"{day(instant, zone)} {local.year}, {clock(instant, zone)} {local:%Z}"
