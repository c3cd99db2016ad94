"""A signature becomes a file: the record, the document, the seal, the entry, the tree head."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import takewhile
from typing import Literal

from django.conf import settings
from django.urls import reverse

from aftercare.clinic.records.models import Consent, SealedFile
from aftercare.clinic.services.evidence import keyring, ledger
from aftercare.clinic.services.evidence.facts import Fact
from aftercare.clinic.services.refusals import Refused
from aftercare.core.consent.events import Event, Standing
from aftercare.core.consent.text import ConsentText
from aftercare.exchange.consent import record as r
from aftercare.exchange.consent.document import make_document
from aftercare.exchange.consent.entry import signed_entry
from aftercare.exchange.consent.seal import Unstamped, seal

STATEMENT = (
    "I have read about {title}. I could ask what I wanted to know. I agree to the treatment."
)


@dataclass(frozen=True)
class Signing:
    """What a signature is made on: the consent, its text, its events and where it stands."""

    consent: Consent
    text: ConsentText
    events: Sequence[Event]
    now: Standing
    device: str
    at: int


@dataclass(frozen=True)
class Draft:
    """A sealed file that waits for its entry; ``events`` counts those it was made on."""

    events: int
    record: r.Record
    pdf: bytes


def statement(text: ConsentText) -> str:
    """Give the sentence that stands above the signature."""
    return STATEMENT.format(title=text.title)


def draft(made: Signing, signature: Mapping[str, str], *, stamped: bool = False) -> Draft:
    """Write and seal the file. ``stamped`` asks an authority: outside of a transaction only."""
    clinic = made.consent.clinic
    record = _record(made, signature)
    if problems := r.missing(record):
        raise Refused(problems)
    document = make_document(record)
    try:
        own = keyring.sealer(clinic.pk, made.at, stamped=stamped)
        pdf = seal(document, own, clinic.name, _time(made.at))
    except Unstamped:  # the file is worth having without the authority's word for its time
        pdf = seal(document, keyring.sealer(clinic.pk, made.at), clinic.name, _time(made.at))
    return Draft(len(made.events), record, pdf)


def keep(made: Signing, ready: Draft) -> SealedFile:
    """Log a sealed file and promise the log to its patient, in the signature's transaction."""
    consent, salt = made.consent, secrets.token_bytes(32)
    clinic_id = consent.clinic_id
    entry = signed_entry(ready.record, ready.pdf, keyring.keys(clinic_id, made.at), salt)
    patient = consent.treatment.course.patient_id
    fact = Fact("signed", made.at, consent.pk, {}, {}, patient)
    index = ledger.append(clinic_id, fact, entry, salt)
    return SealedFile.objects.create(
        clinic_id=clinic_id,
        at=made.at,
        consent=consent,
        index=index,
        pdf=ready.pdf,
        record=r.canonical(ready.record),
        certificate=keyring.keys(clinic_id, made.at).certificate,
        head=ledger.promise(clinic_id, made.at),
    )


def _time(at: int) -> datetime:
    return datetime.fromtimestamp(at, UTC)


def _record(made: Signing, signature: Mapping[str, str]) -> r.Record:
    consent, text = made.consent, made.text
    clinic, patient = consent.clinic, consent.treatment.course.patient
    offered = [each.clause for each in (*text.agreements, *text.permissions)]
    return r.Record(
        number=str(consent.pk),
        zone=consent.treatment.course.zone,
        clinic=r.Clinic(
            name=clinic.name,
            phone=clinic.phone,
            log=keyring.keys(clinic.pk, made.at).name,
            verify=f"{settings.ADDRESS}{reverse('patient:verify')}",
        ),
        patient=r.Patient(patient.name, patient.born),
        text=text,
        read=_read(made),
        answers=tuple(
            r.Answer(n, _answer(made.now.agreed[n])) for n in offered if n in made.now.agreed
        ),
        questions=_questions(made),
        talk=_talk(made),
        devices=(r.Device(made.device, ""),),
        signature=_signature(made, signature),
    )


def _answer(said: str) -> Literal["yes", "no"]:
    return "yes" if said == "yes" else "no"


def _read(made: Signing) -> tuple[r.Read, ...]:
    """Give when each topic was read first."""
    seen: dict[str, int] = {}
    for event in made.events:
        if event.kind == "read":
            seen.setdefault(event.data["section"], event.at)
    return tuple(r.Read(name, _time(at)) for name, at in seen.items())


def _questions(made: Signing) -> tuple[r.Question, ...]:
    """Give each question with its first answer; none is open when a consent is signed."""
    answers = {e.data["question"]: e for e in reversed(made.events) if e.kind == "answered"}
    asked = [e for e in made.events if e.kind == "asked" and e.data["question"] in answers]
    return tuple(_question(each, answers[each.data["question"]]) for each in asked)


def _question(asked: Event, answered: Event) -> r.Question:
    return r.Question(
        asked=asked.data["words"],
        asked_at=_time(asked.at),
        answer=answered.data["words"],
        answered_at=_time(answered.at),
        answered_by=answered.by,
    )


def _talk(made: Signing) -> r.Talk | None:
    """Give the last talk before the signature; nothing where nobody noted one."""
    before = takewhile(lambda event: event.kind != "signed", made.events)
    talks = [event for event in before if event.kind == "explained"]
    if not talks:
        return None
    data = talks[-1].data
    return r.Talk(
        by=talks[-1].by,
        role="",
        at=_time(talks[-1].at),
        mattered=data["mattered"],
        alternatives=(data["alternatives"],),
        nothing="It was spoken about, and what would follow from it."
        if data.get("nothing")
        else "It is not noted that it was spoken about.",
    )


def _signature(made: Signing, given: Mapping[str, str]) -> r.Signature:
    how = given["how"]
    return r.Signature(
        how="drawn" if how == "drawn" else "witnessed" if how == "witnessed" else "typed",
        statement=statement(made.text),
        name=given["name"],
        path=given.get("path", "") if how == "drawn" else "",
        witness=given.get("witness", ""),
        at=_time(made.at),
    )
