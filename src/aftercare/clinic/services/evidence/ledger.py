"""The log's rows. What is appended stands in the transaction of its fact, in one order for all."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Collection
from typing import TypeVar
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Q

from aftercare.clinic.records.models import LogEntry, LogHead, LogNode, LogSalt
from aftercare.clinic.services.evidence import keyring
from aftercare.clinic.services.evidence.facts import Fact
from aftercare.core.consent import evidence, log

T = TypeVar("T")
Places = set[tuple[int, int]]


class _Asked:
    """A store without hashes: it notes which ones a computation wants."""

    def __init__(self) -> None:
        self.places: Places = set()

    def get(self, level: int, index: int) -> bytes:
        """Note the place."""
        self.places.add((level, index))
        return log.EMPTY


class _Fetched:
    """A store of the hashes that were fetched."""

    def __init__(self, hashes: dict[tuple[int, int], bytes]) -> None:
        self.hashes = hashes

    def get(self, level: int, index: int) -> bytes:
        """Give a hash; one that is gone is no hash, and proves nothing."""
        return self.hashes.get((level, index), b"")


def compute(clinic_id: UUID, how: Callable[[log.Store], T]) -> T:
    """Compute a root or a proof: it is asked what it wants, which is fetched in one query."""
    asked = _Asked()
    how(asked)
    return how(_Fetched(_hashes(clinic_id, asked.places)))


def _hashes(clinic_id: UUID, places: Collection[tuple[int, int]]) -> dict[tuple[int, int], bytes]:
    if not places:
        return {}
    wanted = Q()
    for level in {level for level, _ in places}:
        wanted |= Q(level=level, index__in=[i for each, i in places if each == level])
    rows = LogNode.objects.filter(wanted, clinic=clinic_id)
    return {(lv, i): bytes(found) for lv, i, found in rows.values_list("level", "index", "hash")}


def append_fact(clinic_id: UUID, fact: Fact) -> int:
    """Log a fact in the transaction that makes it; give its place."""
    salt = secrets.token_bytes(32)
    own = keyring.keys(clinic_id, fact.at)
    hidden = evidence.hide(salt, fact.personal)
    entry = evidence.Entry(kind=fact.kind, at=fact.at, log=own.name, open=fact.open, salted=hidden)
    return append(clinic_id, fact, evidence.canonical(entry), salt)


def append(clinic_id: UUID, fact: Fact, entry: bytes, salt: bytes) -> int:
    """Add an entry with its hashes, and its salt beside it; give its place."""
    _alone(clinic_id)
    index = size(clinic_id)
    nodes = compute(clinic_id, lambda store: log.append(store, index, entry))
    LogEntry.objects.create(
        clinic_id=clinic_id, at=fact.at, index=index, kind=fact.kind, entry=entry
    )
    LogNode.objects.bulk_create(
        LogNode(clinic_id=clinic_id, level=each.level, index=each.index, hash=each.hash)
        for each in nodes
    )
    LogSalt.objects.create(
        clinic_id=clinic_id, index=index, salt=salt, row=fact.row, patient_id=fact.patient
    )
    return index


def _alone(clinic_id: UUID) -> None:
    """Wait for whoever appends to this log; SQLite has one writer from the start."""
    if not connection.in_atomic_block:
        raise RuntimeError("An entry belongs to the transaction of its fact.")
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [clinic_id.int % (1 << 63)])


def size(clinic_id: UUID) -> int:
    """Count the entries."""
    rows = LogEntry.objects.filter(clinic=clinic_id).order_by("-index")
    last = rows.values_list("index", flat=True).first()
    return 0 if last is None else last + 1


@transaction.atomic
def promise(clinic_id: UUID, at: int, *, published: bool = False) -> LogHead:
    """Sign the log as it stands now, and keep what was promised."""
    _alone(clinic_id)
    own, count = keyring.keys(clinic_id, at), size(clinic_id)
    root = compute(clinic_id, lambda store: log.root(store, count))
    head = evidence.sign_head(own.name, count, root, at, own.log.sign)
    return LogHead.objects.create(
        clinic_id=clinic_id,
        at=at,
        size=count,
        head=evidence.canonical(head),
        published=published,
    )
