"""The log's entry of a signature, and the proof that it is there.

The entry names the words in the open, and the files under a salt.
"""

from __future__ import annotations

import hashlib

from cryptography.hazmat.primitives.hashes import SHA256
from msgspec import Struct

from aftercare.core.consent import evidence, log
from aftercare.core.consent import text as words
from aftercare.core.consent.evidence import Growth, Proof, TreeHead
from aftercare.exchange.consent.bundle import PDF
from aftercare.exchange.consent.document import ATTACHED
from aftercare.exchange.consent.keys import Keys
from aftercare.exchange.consent.record import Record, canonical


class Logged(Struct, frozen=True):
    """One entry of a log as it is kept: its place, its bytes, and the salt beside it."""

    index: int
    entry: bytes
    salt: bytes


def signed_entry(record: Record, pdf: bytes, keys: Keys, salt: bytes) -> bytes:
    """Give the bytes to log for one sealed file; the salt, 32 random bytes, is kept beside it."""
    files = {PDF: pdf, ATTACHED: canonical(record)}
    entry = evidence.Entry(
        kind="signed",
        at=int(record.signature.at.timestamp()),
        log=keys.name,
        open={
            "certificate": keys.certificates[0].fingerprint(SHA256()).hex(),
            "protocol": record.text.protocol_sha256,
            "text": words.fingerprint(words.canonical(record.text)),
        },
        salted=evidence.hide(salt, {n: hashlib.sha256(d).digest() for n, d in files.items()}),
    )
    return evidence.canonical(entry)


def prove(store: log.Store, logged: Logged, head: TreeHead, keys: Keys) -> Proof:
    """Give the proof that an entry is in the log of this head."""
    path = log.inclusion(store, logged.index, head.size)
    return Proof(
        entry=logged.entry.decode(),
        salt=logged.salt.hex(),
        index=logged.index,
        path=tuple(step.hex() for step in path),
        head=head,
        log_key=keys.log_key.hex(),
        certificate=keys.certificate,
    )


def growth(store: log.Store, first: int, second: int) -> Growth:
    """Give the proof for somebody who holds the head of ``first`` entries, from 1."""
    path = log.consistency(store, first, second)
    return Growth(first, second, tuple(step.hex() for step in path))
