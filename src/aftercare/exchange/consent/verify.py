"""Whether a file proves a consent: every fact looked at, none left out after the first failure."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator
from ssl import DER_cert_to_PEM_cert

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from msgspec import Struct

from aftercare.core.consent import evidence
from aftercare.core.consent.evidence import Fact, Proof, TreeHead, checked
from aftercare.core.consent.text import canonical, fingerprint
from aftercare.core.problems import Problem
from aftercare.exchange.consent.bundle import PDF, Bundle, read_bundle
from aftercare.exchange.consent.document import ATTACHED
from aftercare.exchange.consent.record import Record, read_record
from aftercare.exchange.consent.sealed import Sealed, inspect

_ALONE = (
    "Only the seal could be checked. Give the evidence bundle (.zip) that came with this file:"
    " its proof ties the file to the clinic's log."
)
_SEAL_ONLY = "Seal valid, not proved."
_NOT_PROVED = "Not proved."
_KNOWN = "Proved: this is the consent as it was signed, in the log that you know."
_OWN_KEYS = (
    "Proved: this is the consent as it was signed and logged. Whose log it is, only a tree head"
    " or a log's name from elsewhere can tell."
)


class Verdict(Struct, frozen=True):
    """Whether all facts together prove the consent, in a sentence, and each fact.

    ``log`` is the name of the log that the proof is of; nothing for a PDF alone.
    """

    proved: bool
    words: str
    facts: tuple[Fact, ...]
    log: str = ""


def verify(
    data: bytes,
    *,
    proof: Proof | None = None,
    against: TreeHead | None = None,
    trusted: Collection[str] = (),
) -> tuple[Verdict | None, list[Problem]]:
    """Judge a bundle, or a PDF with the ``proof`` that the clinic's log has for it.

    ``against`` is a tree head that was kept elsewhere, ``trusted`` the names of the logs that
    count. Nothing comes back, and a problem, where the file cannot be read.
    """
    if data.startswith(b"PK"):
        bundle, problems = read_bundle(data)
        return (_bundle(bundle, against, trusted), []) if bundle else (None, problems)
    if not data.startswith(b"%PDF-"):
        remedy = "Give the .pdf or the .zip that the clinic handed over."
        return None, [Problem("E101", "This is neither a PDF nor a bundle.", remedy)]
    sealed, problems = inspect(data)
    if sealed is None:
        return None, problems
    if proof is None:
        words = _SEAL_ONLY if evidence.all_hold(sealed.facts) else _NOT_PROVED
        missing = Fact("log", ok=False, words=_ALONE)
        return Verdict(proved=False, words=words, facts=(*sealed.facts, missing)), []
    return _bundle(Bundle(data, sealed.record, proof), against, trusted), []


def proof_holds(key: bytes, signature: bytes, message: bytes) -> bool:
    """Check an Ed25519 signature; a key that is none holds nothing."""
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
    except (InvalidSignature, ValueError):  # the second: not 32 bytes
        return False
    return True


def _bundle(bundle: Bundle, against: TreeHead | None, trusted: Collection[str]) -> Verdict:
    proof = bundle.proof
    sealed, problems = inspect(bundle.pdf)
    facts = [
        *(sealed.facts if sealed else (Fact("seal", ok=False, words=problems[0].message),)),
        *_record_facts(bundle, sealed),
        evidence.file_fact(PDF, bundle.pdf, proof),
        evidence.file_fact(ATTACHED, bundle.record, proof),
        *evidence.place_facts(proof),
        *evidence.key_facts(proof, proof_holds),
    ]
    if trusted:
        facts.append(_trusted(proof.head.log in trusted))
    if against:
        facts += evidence.against_facts(proof, against, proof_holds)
    proved = evidence.all_hold(facts)
    known = _KNOWN if against or trusted else _OWN_KEYS
    words = known if proved else _NOT_PROVED
    return Verdict(proved=proved, words=words, facts=tuple(facts), log=proof.head.log)


def _trusted(known: bool) -> Fact:
    words = "The log is one that you trust." if known else "The log is none that you trust."
    return Fact("trusted", ok=known, words=words)


def _record_facts(bundle: Bundle, sealed: Sealed | None) -> Iterator[Fact]:
    inside = sealed.record if sealed else b""
    yield checked(
        "same-record",
        inside == bundle.record and bool(inside),
        "The record is the one inside the PDF.",
        "The record is not the one inside the PDF.",
    )
    record, _ = read_record(bundle.record)
    yield checked(
        "same-clinic",
        record is not None and _same_clinic(record, bundle.proof, sealed),
        "Seal, record and log are of one clinic.",
        "Seal, record and log are not of one clinic.",
    )
    yield checked(
        "same-text",
        record is not None and _same_text(record, bundle.proof),
        "The log names the protocol and the words that were agreed to.",
        "The log names another protocol or other words.",
    )


def _same_clinic(record: Record, proof: Proof, sealed: Sealed | None) -> bool:
    """Tie the three: the sealed record names the log, and the log's entry names the seal."""
    entry, _ = evidence.read_entry(proof.entry.encode())
    if entry is None or sealed is None:
        return False
    logged = entry.open.get("certificate") == hashlib.sha256(sealed.certificate).hexdigest()
    brought = proof.certificate == DER_cert_to_PEM_cert(sealed.certificate)
    return record.clinic.log == proof.head.log and logged and brought


def _same_text(record: Record, proof: Proof) -> bool:
    entry, _ = evidence.read_entry(proof.entry.encode())
    if entry is None or entry.kind != "signed":
        return False
    named = (entry.open.get("protocol"), entry.open.get("text"), entry.at)
    at = int(record.signature.at.timestamp())
    return named == (record.text.protocol_sha256, fingerprint(canonical(record.text)), at)
