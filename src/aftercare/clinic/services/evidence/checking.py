"""The whole log looked at: every entry, every hash, every promise, and the rows they stand for.

What is found is a problem each; none means that nothing was dropped, reordered or edited since it
was logged. Somebody who can write to the database can also make a whole new log: only a tree head
that is kept elsewhere finds that, hence ``against``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from uuid import UUID

from django.db import transaction

from aftercare.clinic.records.models import (
    Clinic,
    ConsentEvent,
    EvidenceKeys,
    LogEntry,
    LogHead,
    LogNode,
    LogSalt,
    Publication,
    SealedFile,
    Told,
)
from aftercare.clinic.services.evidence import facts, keyring, ledger, proofs
from aftercare.clinic.services.evidence.facts import Fact
from aftercare.core.consent import evidence, log
from aftercare.core.consent.evidence import Entry, TreeHead
from aftercare.core.problems import Problem
from aftercare.exchange.consent.verify import proof_holds

_REMEDY = "Restore the database from before it was changed, and find out who could write to it."
_PAGE = 2_000


@transaction.atomic
def check(clinic: Clinic, at: int, against: TreeHead | None = None) -> list[Problem]:
    """Look at everything that a clinic has logged, as it stands at one moment."""
    if not EvidenceKeys.objects.filter(clinic=clinic).exists():
        return []
    tree = _Tree()
    problems = [*_entries(clinic.pk, tree), *_nodes(clinic.pk, tree)]
    problems += _heads(clinic.pk, tree, at)
    problems += _rows(clinic.pk)
    return problems + (list(_held(clinic.pk, tree, against, at)) if against else [])


class _Tree:
    """The log computed anew from its entries."""

    def __init__(self) -> None:
        self.hashes: dict[tuple[int, int], bytes] = {}
        self.size = 0

    def get(self, level: int, index: int) -> bytes:
        """Give a hash."""
        return self.hashes.get((level, index), b"")

    def add(self, entry: bytes) -> None:
        """Append an entry."""
        for node in log.append(self, self.size, entry):
            self.hashes[node.level, node.index] = node.hash
        self.size += 1

    def root(self, size: int) -> bytes:
        """Give the root of the first entries; nothing where there are fewer."""
        return log.root(self, size) if size <= self.size else b""


def _problem(code: str, message: str) -> Problem:
    return Problem(code, message, _REMEDY)


def _entries(clinic_id: UUID, tree: _Tree) -> Iterator[Problem]:
    """Read the entries in their order; each place is taken once."""
    rows = LogEntry.objects.filter(clinic=clinic_id).order_by("index")
    own = keyring.name(clinic_id)
    for index, kind, at, data in rows.values_list("index", "kind", "at", "entry").iterator(_PAGE):
        if index != tree.size:
            yield _problem("E401", f"Entry {tree.size + 1:,} of the log is missing.")
            return
        entry, _ = evidence.read_entry(bytes(data))
        if entry is None or (entry.kind, entry.at, entry.log) != (kind, at, own):
            yield _problem("E402", f"Entry {index + 1:,} of the log was edited.")
        tree.add(bytes(data))


def _nodes(clinic_id: UUID, tree: _Tree) -> Iterator[Problem]:
    """Compare every stored hash with the one that follows from the entries."""
    rows = LogNode.objects.filter(clinic=clinic_id).values_list("level", "index", "hash")
    stored = {(level, index): bytes(found) for level, index, found in rows.iterator(_PAGE)}
    for place in sorted(stored.keys() | tree.hashes.keys()):
        if stored.get(place) != tree.hashes.get(place):
            first, last = place[1] << place[0], (place[1] + 1 << place[0]) - 1
            yield _problem(
                "E403", f"The hash of the entries {first + 1:,} to {last + 1:,} does not fit them."
            )


def _heads(clinic_id: UUID, tree: _Tree, at: int) -> Iterator[Problem]:
    """Compare the log with each promise that was kept."""
    for row in LogHead.objects.filter(clinic=clinic_id).order_by("size", "at"):
        head, _ = evidence.read_head(bytes(row.head))
        if head is None:
            yield _problem("E404", f"The tree head of {row.size:,} entries was edited.")
        else:
            yield from _promised(clinic_id, tree, head, at)


def _promised(clinic_id: UUID, tree: _Tree, head: TreeHead, at: int) -> Iterator[Problem]:
    key = keyring.keys(clinic_id, at).log_key
    if not evidence.head_fact("head", head, key, proof_holds).ok:
        yield _problem("E404", f"The tree head of {head.size:,} entries is not signed by this log.")
    elif head.size > tree.size:
        yield _problem(
            "E405", f"The log has {tree.size:,} entries, and had {head.size:,}: some were dropped."
        )
    elif tree.root(head.size).hex() != head.root:
        yield _problem(
            "E406", f"The log is not the one whose first {head.size:,} entries were promised."
        )


def _held(clinic_id: UUID, tree: _Tree, held: TreeHead, at: int) -> Iterator[Problem]:
    """Compare the log with a promise that somebody else has kept."""
    if held.log != keyring.name(clinic_id):
        yield _problem("E407", "The tree head that you hold is of another clinic's log.")
    else:
        yield from _promised(clinic_id, tree, held, at)


# ---------------------------------------------------------------- the rows


def _rows(clinic_id: UUID) -> Iterator[Problem]:
    """Compare the rows with their entries, as far as they were not erased."""
    logged = {}
    salts = LogSalt.objects.filter(clinic=clinic_id)
    for index, row, salt in salts.values_list("index", "row", "salt").iterator(_PAGE):
        logged[row] = index, bytes(salt)
    entries = LogEntry.objects.filter(clinic=clinic_id)
    kinds = dict(entries.values_list("index", "entry").iterator(_PAGE))
    for fact in _facts(clinic_id):
        place = logged.pop(fact.row, None)
        if place is None:
            yield _problem("E408", f"A record of {_said(fact)} is not in the log.")
        elif not _same(fact, bytes(kinds.get(place[0], b"")), place[1]):
            yield _problem("E409", f"A record of {_said(fact)} was edited: entry {place[0] + 1:,}.")
    yield from _gone(clinic_id, [index for index, _ in logged.values()])
    files = SealedFile.objects.filter(clinic=clinic_id).values_list("consent", flat=True)
    for consent in sorted(proofs.broken(clinic_id, set(files)), key=str):
        yield _problem("E410", f"The sealed file of the consent {consent} was changed.")


def _gone(clinic_id: UUID, places: Iterable[int]) -> Iterator[Problem]:
    """Name those rows that were logged, have their salt still, and are no longer there."""
    for entry in LogEntry.objects.filter(clinic=clinic_id, index__in=list(places)):
        if entry.kind in {"published", "told"} or entry.kind.startswith("consent-"):
            yield _problem("E411", f"What entry {entry.index + 1:,} was made of is gone.")


def _facts(clinic_id: UUID) -> Iterator[Fact]:
    events = ConsentEvent.objects.filter(
        clinic=clinic_id, consent__treatment__course__patient__erased_at=None
    )
    joined = events.select_related("consent__treatment__course")
    yield from map(facts.of_event, joined.defer("consent__text").iterator(_PAGE))
    published = Publication.objects.filter(clinic=clinic_id).defer("source")
    yield from map(facts.of_publication, published)
    told = Told.objects.filter(clinic=clinic_id, course__patient__erased_at=None)
    yield from map(facts.of_told, told.select_related("course").iterator(_PAGE))


def _said(fact: Fact) -> str:
    return f"“{fact.kind}” ({fact.row})"


def _same(fact: Fact, data: bytes, salt: bytes) -> bool:
    entry: Entry | None = evidence.read_entry(data)[0]
    if entry is None:
        return False
    hidden = evidence.hide(salt, fact.personal)
    return (entry.kind, entry.at, dict(entry.open), dict(entry.salted)) == (
        fact.kind,
        fact.at,
        dict(fact.open),
        hidden,
    )


def publish_head(clinic: Clinic, at: int) -> bytes:
    """Promise the log to everybody: one line to mail, print or put on a page."""
    return bytes(ledger.promise(clinic.pk, at, published=True).head)
