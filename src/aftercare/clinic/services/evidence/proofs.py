"""Whether a signed consent still proves, and the bundle by which anybody can see it."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable
from uuid import UUID

from aftercare.clinic.records.models import (
    Consent,
    LogEntry,
    LogHead,
    LogNode,
    LogSalt,
    SealedFile,
)
from aftercare.clinic.services.evidence import keyring, ledger
from aftercare.clinic.services.refusals import NotYours
from aftercare.core.consent import evidence, log
from aftercare.core.consent.evidence import Fact, Growth, Proof
from aftercare.exchange.consent.bundle import PDF, Bundle, make_bundle
from aftercare.exchange.consent.document import ATTACHED
from aftercare.exchange.consent.entry import Logged, growth, prove
from aftercare.exchange.consent.verify import proof_holds

__all__ = ["SealedFile", "broken", "bundle", "failing", "proof_of", "sealed_of"]
_MOST_HEADS = 20


def sealed_of(consent: Consent) -> SealedFile:
    """Give the sealed file of a signed consent."""
    found = SealedFile.objects.select_related("head").filter(consent=consent).first()
    if found is None:
        raise NotYours
    return found


def proof_of(file: SealedFile) -> Proof:
    """Give the proof that goes with a file: against the head of its signing, and later ones."""
    rows = {"clinic": file.clinic_id, "index": file.index}
    entry = bytes(LogEntry.objects.get(**rows).entry)
    salt = bytes(LogSalt.objects.get(**rows).salt)
    head, problems = evidence.read_head(bytes(file.head.head))
    if head is None:
        raise RuntimeError(f"A stored tree head cannot be read: {problems}")
    own = keyring.keys(file.clinic_id, file.at)
    logged = Logged(file.index, entry, salt)
    proof = ledger.compute(file.clinic_id, lambda store: prove(store, logged, head, own))
    return _with_growth(proof, file)


def _with_growth(proof: Proof, file: SealedFile) -> Proof:
    """Add how the log grew to each head that was published since."""
    later = LogHead.objects.filter(clinic=file.clinic_id, published=True, size__gt=proof.head.size)
    sizes = later.order_by("-size").values_list("size", flat=True).distinct()[:_MOST_HEADS]
    first = proof.head.size
    return Proof(
        entry=proof.entry,
        salt=proof.salt,
        index=proof.index,
        path=proof.path,
        head=proof.head,
        log_key=proof.log_key,
        certificate=file.certificate,  # that of its day: a clinic may seal with another since
        growth=tuple(_grown(file.clinic_id, first, each) for each in sorted(sizes)),
    )


def _grown(clinic_id: UUID, first: int, second: int) -> Growth:
    return ledger.compute(clinic_id, lambda store: growth(store, first, second))


def bundle(file: SealedFile) -> bytes:
    """Give the patient's bundle."""
    return make_bundle(Bundle(bytes(file.pdf), bytes(file.record), proof_of(file)))


def failing(consent: Consent) -> list[Fact]:
    """Give each fact that does not hold of a signed consent; none means that it proves."""
    file = SealedFile.objects.select_related("head").filter(consent=consent).first()
    if file is None:
        return [Fact("file", ok=False, words="There is no sealed file of this signature.")]
    try:
        proof = proof_of(file)
    except (LogEntry.DoesNotExist, LogSalt.DoesNotExist):
        return [Fact("entry", ok=False, words="The log has no entry of this signature.")]
    facts = [
        evidence.file_fact(PDF, bytes(file.pdf), proof),
        evidence.file_fact(ATTACHED, bytes(file.record), proof),
        *evidence.place_facts(proof),
        *evidence.key_facts(proof, proof_holds),
    ]
    return [fact for fact in facts if not fact.ok]


def broken(clinic_id: UUID, consents: Collection[UUID]) -> set[UUID]:
    """Name those signed consents whose file is not the one that was logged, in four queries.

    It compares files, entries and their hashes; `failing` also follows them to the tree head.
    """
    files = {row.consent_id: row for row in SealedFile.objects.filter(consent__in=consents)}
    places = [row.index for row in files.values()]
    entries = _by_place(LogEntry, clinic_id, places, "entry")
    salts = _by_place(LogSalt, clinic_id, places, "salt")
    leaves = _by_place(LogNode, clinic_id, places, "hash", level=0)
    sound = {
        consent
        for consent, file in files.items()
        if _fits(file, entries.get(file.index), salts.get(file.index), leaves.get(file.index))
    }
    return set(consents) - sound


def _by_place(
    rows: type[LogEntry | LogSalt | LogNode],
    clinic_id: UUID,
    places: Iterable[int],
    column: str,
    **more: int,
) -> dict[int, bytes]:
    found = rows._default_manager.filter(clinic=clinic_id, index__in=places, **more)  # noqa: SLF001 - Django's name for it
    return {place: bytes(value) for place, value in found.values_list("index", column)}


def _fits(file: SealedFile, entry: bytes | None, salt: bytes | None, leaf: bytes | None) -> bool:
    if entry is None or salt is None or log.leaf_hash(entry) != leaf:
        return False
    found, _ = evidence.read_entry(entry)
    if found is None:
        return False
    files = {PDF: bytes(file.pdf), ATTACHED: bytes(file.record)}
    return all(found.salted.get(n) == evidence.salted(salt, n, _sha(d)) for n, d in files.items())


def _sha(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()
