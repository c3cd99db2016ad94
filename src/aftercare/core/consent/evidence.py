"""What the log holds, what it promises, and the facts by which an outsider checks it.

An entry is kept as canonical bytes: JSON in UTF-8, keys sorted, no spaces, whole numbers and text
only. What could lead to a person stands in it as HMAC-SHA256 under a salt of that one record
(32 random bytes, kept beside the record). Destroy the record and its salt, and the entry still
proves its place and says nothing about anybody.

A tree head is the log's promise at an instant: so many entries, this root. It is signed with
Ed25519 over its canonical bytes; the log's name is the SHA-256 of its public key.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Annotated, Literal, TypeVar

import msgspec
from msgspec import Meta, Struct

from aftercare.core.consent import log
from aftercare.core.problems import Problem

Instant = Annotated[int, Meta(ge=0, le=253_402_300_799)]  # to the end of the year 9999
Count = Annotated[int, Meta(ge=0, lt=1 << 60)]
Sign = Callable[[bytes], bytes]
Signed = Callable[[bytes, bytes, bytes], bool]
"""Tells whether (public key, signature, message) belong together."""

_T = TypeVar("_T", bound="Entry | TreeHead | Proof")


class Entry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One fact of a clinic: ``at`` in seconds, UTC; ``log`` is the log's name.

    ``open`` holds what leads to nobody (a protocol's hash, a version), ``salted`` the rest.
    """

    format: Literal["aftercare-entry-1"] = "aftercare-entry-1"
    kind: str
    at: Instant
    log: str
    open: Mapping[str, str] = {}
    salted: Mapping[str, str] = {}


class TreeHead(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the log promises: its first ``size`` entries have this ``root`` (hexadecimal)."""

    format: Literal["aftercare-head-1"] = "aftercare-head-1"
    log: str
    size: Count
    root: str
    at: Instant
    signature: str = ""


class Growth(Struct, frozen=True, forbid_unknown_fields=True):
    """A proof that the log of ``second`` entries begins with that of ``first``."""

    first: Count
    second: Count
    path: tuple[str, ...]


class Proof(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything that ties a file to a log: ``proof.json`` of a bundle.

    ``entry`` holds the exact bytes that were logged; hashes and keys are hexadecimal,
    ``certificate`` is PEM.
    """

    format: Literal["aftercare-proof-1"] = "aftercare-proof-1"
    entry: str
    salt: str
    index: Count
    path: tuple[str, ...]
    head: TreeHead
    log_key: str
    certificate: str
    growth: tuple[Growth, ...] = ()


class Fact(Struct, frozen=True):
    """One thing that was checked, whether it holds, and what to say about it."""

    name: str
    ok: bool
    words: str


# --- writing ------------------------------------------------------------------------------------


def canonical(value: Entry | TreeHead | Proof) -> bytes:
    """Give the one way to write a value down."""
    return msgspec.json.encode(value, order="sorted")


def salted(salt: bytes, name: str, value: bytes) -> str:
    """Hide a value: equal values under two names or two salts look unrelated."""
    return hmac.digest(salt, name.encode() + b"\x00" + value, "sha256").hex()


def hide(salt: bytes, personal: Mapping[str, bytes]) -> dict[str, str]:
    """Hide what could lead to a person, for ``Entry.salted``."""
    return {name: salted(salt, name, value) for name, value in personal.items()}


def log_name(public_key: bytes) -> str:
    """Give the name of the log that this key signs for."""
    return hashlib.sha256(public_key).hexdigest()


def sign_head(name: str, size: int, root: bytes, at: int, sign: Sign) -> TreeHead:
    """Promise the log as it stands at an instant."""
    head = TreeHead(log=name, size=size, root=root.hex(), at=at)
    return msgspec.structs.replace(head, signature=sign(canonical(head)).hex())


# --- reading ------------------------------------------------------------------------------------


def read_entry(data: bytes) -> tuple[Entry | None, list[Problem]]:
    """Read an entry; bytes that are not canonical are refused, for they could hide something."""
    return _read(data, Entry, "log entry")


def read_head(data: bytes) -> tuple[TreeHead | None, list[Problem]]:
    """Read a tree head as it was published; a line's end after it does not matter."""
    return _read(data.rstrip(b"\r\n"), TreeHead, "tree head")


def read_proof(data: bytes) -> tuple[Proof | None, list[Problem]]:
    """Read ``proof.json``."""
    return _read(data, Proof, "proof")


def _read(data: bytes, kind: type[_T], word: str) -> tuple[_T | None, list[Problem]]:
    remedy = "Use the file as the clinic gave it, unchanged."
    try:
        value = msgspec.json.decode(data, type=kind)
    except (msgspec.DecodeError, ValueError, RecursionError):  # text that is no JSON, or too deep
        return None, [Problem("E105", f"This is not a {word} of Aftercare.", remedy)]
    if canonical(value) != data:
        return None, [Problem("E106", f"The {word} is not written as Aftercare does.", remedy)]
    return value, []


# --- facts --------------------------------------------------------------------------------------


def checked(name: str, ok: bool, holds: str, fails: str) -> Fact:
    """Make a fact of a check, with the words for either end."""
    return Fact(name, ok, holds if ok else fails)


def key_facts(proof: Proof, signed: Signed) -> list[Fact]:
    """Check that the tree head is signed by the log whose name it bears."""
    key = _bytes(proof.log_key)
    named = log_name(key) == proof.head.log
    return [
        checked("log-key", named, "The key is the log's own.", "The key is not that of this log."),
        head_fact("head", proof.head, key, signed),
    ]


def head_fact(name: str, head: TreeHead, key: bytes, signed: Signed) -> Fact:
    """Check a tree head's signature."""
    bare = canonical(msgspec.structs.replace(head, signature=""))
    return checked(
        name,
        signed(key, _bytes(head.signature), bare),
        f"The log has signed its state of {head.size:,} entries, on {_time(head.at)}.",
        "The tree head is not signed by this log.",
    )


def place_facts(proof: Proof) -> list[Fact]:
    """Check that the entry belongs to this log and is among the entries of the head."""
    data = proof.entry.encode()
    found, _ = read_entry(data)
    own = found is not None and found.log == proof.head.log
    path = [_bytes(step) for step in proof.path]
    leaf, top = log.leaf_hash(data), _bytes(proof.head.root)
    inside = log.includes(leaf, proof.index, proof.head.size, path, top)
    return [
        checked("entry", own, "The entry is one of this log.", "The entry is not one of this log."),
        checked(
            "inclusion",
            inside,
            f"It is entry number {proof.index + 1:,} of the log.",
            "The log does not contain this entry at its place.",
        ),
    ]


def file_fact(name: str, file: bytes, proof: Proof) -> Fact:
    """Check that the log names exactly these bytes, under the entry's name for them."""
    found, _ = read_entry(proof.entry.encode())
    logged = found.salted.get(name) if found else None
    same = logged == salted(_bytes(proof.salt), name, hashlib.sha256(file).digest())
    return checked(
        f"{name}-logged",
        same,
        f"The {name} is the one that was logged, byte for byte.",
        f"The {name} is not the one that was logged.",
    )


def against_facts(proof: Proof, held: TreeHead, signed: Signed) -> list[Fact]:
    """Check the log against a tree head that was kept elsewhere."""
    if held.log != proof.head.log:
        words = "The tree head that you hold is of another clinic's log."
        return [Fact("against", ok=False, words=words)]
    return [
        head_fact("against-signed", held, _bytes(proof.log_key), signed),
        _grown(proof, held),
    ]


def _grown(proof: Proof, held: TreeHead) -> Fact:
    old, new = sorted((held, proof.head), key=lambda head: head.size)
    if held.size == proof.head.size:
        return _extension(held.root == proof.head.root)
    found = [g for g in proof.growth if (g.first, g.second) == (old.size, new.size)]
    if not found:
        words = (
            f"Nothing here proves that the log of {new.size:,} entries begins with the one of"
            f" {old.size:,}. Ask the clinic for a bundle made for the tree head that you hold."
        )
        return Fact("against", ok=False, words=words)
    path = [_bytes(step) for step in found[0].path]
    return _extension(
        log.extends(old.size, _bytes(old.root), new.size, _bytes(new.root), path),
    )


def _extension(ok: bool) -> Fact:
    return checked(
        "against",
        ok,
        "It is the same log as the one whose tree head you hold.",
        "The log was rewritten: it is not the one whose tree head you hold.",
    )


def _time(at: int) -> str:
    return f"{datetime.fromtimestamp(at, UTC):%Y-%m-%d %H:%M:%S} UTC"


def _bytes(text: str) -> bytes:
    """Read lower-case hexadecimal; anything else is nothing, and proves nothing."""
    try:
        data = bytes.fromhex(text)
    except ValueError:
        return b""
    return data if data.hex() == text else b""


def all_hold(facts: Sequence[Fact]) -> bool:
    """Tell whether there are facts, and each of them holds."""
    return bool(facts) and all(fact.ok for fact in facts)
