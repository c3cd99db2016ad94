"""The protocols of a clinic: what is shipped, decided, published and approved."""

from __future__ import annotations

import hashlib
import re
from datetime import UTC
from functools import lru_cache

import msgspec
from django.db import transaction

from aftercare.clinic.records.models import (
    Approval,
    Clinic,
    Decision,
    OwnProtocol,
    Person,
    Publication,
    Review,
)
from aftercare.clinic.services.access import Desk, only
from aftercare.clinic.services.evidence import facts, ledger
from aftercare.clinic.services.refusals import NotYours, Refused, refuse
from aftercare.core.check import check
from aftercare.core.pipeline import Compiled, compile_protocol
from aftercare.core.plan.days import local_date
from aftercare.core.problems import Problem, errors
from aftercare.core.protocol.adopt import Decided, Details, additions, adopt
from aftercare.core.protocol.load import Loaded, load
from aftercare.core.protocol.model import Protocol
from aftercare.core.protocol.translate import fingerprint, languages
from aftercare.core.protocol.vocabulary import Vocabulary, read_vocabulary
from aftercare.protocols import shipped
from aftercare.protocols import vocabulary as vocabulary_file


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """Read the shared vocabulary once a process."""
    path = vocabulary_file()
    found, problems = read_vocabulary(path.read_bytes(), path.name)
    if found is None:
        raise RuntimeError(f"The shipped vocabulary cannot be read: {problems}")
    return found


@lru_cache(maxsize=64)
def read(source: bytes) -> tuple[Loaded | None, tuple[Problem, ...]]:
    """Load bytes, once a process."""
    loaded, problems = load(source, "protocol")
    return loaded, tuple(problems)


def opened(source: bytes) -> Loaded:
    """Load bytes that were checked when they were published or shipped."""
    loaded, problems = read(source)
    if loaded is None:
        raise RuntimeError(f"A published protocol cannot be read: {problems}")
    return loaded


@lru_cache(maxsize=64)
def compiled_source(source: bytes) -> Compiled:
    """Compile bytes that were checked."""
    return compile_protocol(opened(source), vocabulary())


@lru_cache(maxsize=64)
def compiled(publication: Publication) -> Compiled:
    """Compile a publication; once a process, as its bytes never change.

    Rows may come without their source: it is fetched for the first of them only.
    """
    return compiled_source(bytes(publication.source))


def sources(clinic: Clinic | None = None) -> dict[str, bytes]:
    """Give the texts that can be published, by name: the shipped ones, and a clinic's own."""
    found = {name: path.read_bytes() for name, path in shipped().items()}
    own = OwnProtocol.objects.filter(clinic=clinic) if clinic else ()
    return found | {row.name: row.source.encode() for row in own}


def is_own(clinic: Clinic, name: str) -> bool:
    """Tell whether a text is the clinic's own."""
    return OwnProtocol.objects.filter(clinic=clinic, name=name).exists()


def offered(clinic: Clinic | None = None) -> dict[str, Loaded]:
    """Give the same as they are read; one that cannot be read yet is left out."""
    found = ((name, read(data)[0]) for name, data in sources(clinic).items())
    return {name: loaded for name, loaded in found if loaded}


def current(clinic: Clinic, name: str) -> Publication | None:
    """Give the version of a protocol that is published now."""
    rows = Publication.objects.filter(clinic=clinic, name=name).defer("source")
    return rows.order_by("-number").first()


def published(clinic: Clinic) -> list[Publication]:
    """Give the newest version of each protocol that this clinic has published."""
    rows = Publication.objects.filter(clinic=clinic).order_by("name", "number")
    return list({row.name: row for row in rows}.values())


def decisions(clinic: Clinic, name: str) -> dict[str, Decision]:
    """Give the last decision on each cited addition of a protocol."""
    rows = (
        Decision.objects.filter(clinic=clinic, name=name)
        .select_related("by")
        .order_by("at", "adopted")
    )
    return {row.clause: row for row in rows}


@transaction.atomic
def decide(desk: Desk, name: str, clause: str, *, adopted: bool) -> Decision:
    """Adopt or decline one cited stop or red flag, by name and date."""
    only(desk.person.may_decide)
    loaded = offered(desk.clinic).get(name)
    if loaded is None or clause not in {each.id for each in additions(loaded.protocol)}:
        raise NotYours
    return Decision.objects.create(
        clinic=desk.clinic,
        at=desk.at,
        name=name,
        clause=clause,
        adopted=adopted,
        by=desk.person,
    )


def draft(desk: Desk, name: str) -> tuple[bytes, list[Problem]]:
    """Give what would be published now, and what keeps it from being published."""
    source = sources(desk.clinic).get(name)
    if source is None:
        raise NotYours
    loaded, problems = read(source)
    if loaded is None:
        return source, list(problems)
    last = current(desk.clinic, name)
    number = last.number + 1 if last else int(loaded.protocol.version)
    decided = {clause: _decided(row) for clause, row in decisions(desk.clinic, name).items()}
    data, missing = adopt(loaded, source, decided, _details(desk.clinic), number)
    return data, missing + _unchecked(desk.clinic, name) + faults(data)


def _unchecked(clinic: Clinic, name: str) -> list[Problem]:
    """A translation that nobody has checked is not published."""
    row = OwnProtocol.objects.filter(clinic=clinic, name=name).first()
    if row is None:
        return []
    loaded, _ = read(row.source.encode())
    lang = str(loaded.protocol.language) if loaded else "en"
    return [
        Problem("P806", f"The translation `{each}` is not checked.", "Let somebody check it.")
        for each in languages(row.source, lang)
        if row.checked.get(each, {}).get("sha256") != fingerprint(row.source, each, lang)
    ]


@lru_cache(maxsize=16)
def checked(data: bytes) -> tuple[Problem, ...]:
    """Check a protocol, its triage proof included; notes and warnings too."""
    loaded, problems = read(data)
    return (*problems, *(check(loaded, vocabulary()) if loaded else ()))


def faults(data: bytes) -> list[Problem]:
    """Give what keeps a protocol from being published."""
    return errors(checked(data))


def notes(data: bytes) -> list[Problem]:
    """Give what the check noticed and let pass."""
    return [each for each in checked(data) if each.weight != "error"]


def same(data: bytes, publication: Publication) -> bool:
    """Tell whether a draft says what is published already; its number alone is another."""
    return _unnumbered(data) == _unnumbered(bytes(publication.source))


def _unnumbered(data: bytes) -> bytes:
    return re.sub(rb"(?m)^version:.*$", b"", data, count=1)


def _decided(row: Decision) -> Decided:
    word = "adopted" if row.adopted else "declined"
    return Decided(word, row.by.name, local_date(row.at, UTC).isoformat())


def _details(clinic: Clinic) -> Details:
    return Details(clinic.phone, clinic.hours, clinic.out_of_hours, clinic.emergency)


@transaction.atomic
def publish(desk: Desk, name: str) -> Publication:
    """Publish a protocol as it stands; refused with everything that is missing or wrong."""
    only(desk.person.may_decide)
    data, problems = draft(desk, name)
    if problems:
        raise Refused(problems)
    last = current(desk.clinic, name)
    if last and same(data, last):
        raise refuse(f"Version {last.number} says the same.", "Change something first.", "", "S123")
    reader = reviewer(desk, name, data)
    if reader is None:
        remedy = "Ask somebody else to read it and say so, or publish what they have read."
        raise refuse("Your clinic publishes with two persons.", remedy, "", "S124")
    loaded = opened(data)
    made = Publication.objects.create(
        clinic=desk.clinic,
        at=desk.at,
        name=name,
        number=int(loaded.protocol.version),
        source=data,
        sha256=loaded.sha256,
        table_sha256=table_hash(loaded.protocol),
        by=desk.person,
        reviewed_by=reader,
    )
    ledger.append_fact(desk.clinic.pk, facts.of_publication(made))
    return made


@transaction.atomic
def review(desk: Desk, name: str) -> Review:
    """Say that one has read this very text, so that somebody else may publish it."""
    only(desk.person.may_decide)
    data, problems = draft(desk, name)
    if problems:
        raise Refused(problems)
    return Review.objects.create(
        clinic=desk.clinic, at=desk.at, name=name, sha256=_read_hash(data), by=desk.person
    )


def reviewer(desk: Desk, name: str, data: bytes) -> Person | None:
    """Give who has read this very text; oneself, where one person is enough."""
    rows = Review.objects.filter(clinic=desk.clinic, name=name, sha256=_read_hash(data))
    other = rows.exclude(by=desk.person).select_related("by").order_by("-at").first()
    if other:
        return other.by
    return None if desk.clinic.two_persons else desk.person


def asked(desk: Desk, name: str, data: bytes) -> bool:
    """Tell whether one has read this very text oneself, and waits for another."""
    rows = Review.objects.filter(clinic=desk.clinic, name=name, sha256=_read_hash(data))
    return rows.filter(by=desk.person).exists()


def _read_hash(data: bytes) -> str:
    return hashlib.sha256(_unnumbered(data)).hexdigest()


def table_hash(protocol: Protocol) -> str:
    """Fingerprint what triage rests on; an approval holds for exactly this."""
    parts = (protocol.triage, protocol.symptoms, protocol.reactions, protocol.risks, protocol.facts)
    encoded = msgspec.json.encode(parts, order="deterministic", enc_hook=str)
    return hashlib.sha256(encoded).hexdigest()


@transaction.atomic
def approve(desk: Desk, publication: Publication, *, given: bool) -> Approval:
    """Approve a triage table as a named clinician, or take the approval back."""
    only(desk.person.may_decide)
    return Approval.objects.create(
        clinic=desk.clinic,
        at=desk.at,
        table_sha256=publication.table_sha256,
        given=given,
        by=desk.person,
    )


def approval(clinic: Clinic, publication: Publication) -> Approval | None:
    """Give the approval that stands for a publication's table, if one does."""
    rows = Approval.objects.filter(clinic=clinic, table_sha256=publication.table_sha256)
    last = rows.select_related("by").order_by("-at", "given").first()
    return last if last and last.given else None


def triages(clinic: Clinic, publication: Publication) -> bool:
    """Tell whether patients' check-ins are sorted: on, and this very table approved."""
    return clinic.triage_on and approval(clinic, publication) is not None
