"""What is logged: one way to write it, nothing that leads to a person, and facts about it."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftercare.core.consent import evidence, log
from aftercare.core.consent.evidence import Entry, Proof, TreeHead
from tests.core.consent.rows import Rows

KEY = b"k" * 32
NAME = evidence.log_name(KEY)
SALT = bytes(range(32))
AT = 1_795_703_400
words = st.dictionaries(st.text(), st.text(), max_size=4)


def sign(message: bytes) -> bytes:
    """Sign with a stand-in that needs no library: whoever knows the key can sign."""
    return hmac.digest(KEY, message, "sha256")


def signed(key: bytes, signature: bytes, message: bytes) -> bool:
    return hmac.digest(key, message, "sha256") == signature


def entry(**changes: object) -> Entry:
    fields = {"kind": "withdrawn", "at": AT, "log": NAME, "open": {"scope": "marketing"}}
    salted = evidence.hide(SALT, {"patient": b"412"})
    return Entry(**(fields | {"salted": salted} | changes))  # type: ignore[arg-type]  # fields by name


def proof(size: int = 3) -> Proof:
    """Give the proof of the last of some entries."""
    rows, data = Rows(), evidence.canonical(entry())
    for index in range(size):
        rows.add(data if index == size - 1 else b"other")
    path = log.inclusion(rows, size - 1, size)
    return Proof(
        entry=data.decode(),
        salt=SALT.hex(),
        index=size - 1,
        path=tuple(step.hex() for step in path),
        head=evidence.sign_head(NAME, size, log.root(rows, size), AT, sign),
        log_key=KEY.hex(),
        certificate="",
    )


def failed(given: Proof) -> list[str]:
    facts = [*evidence.place_facts(given), *evidence.key_facts(given, signed)]
    return [fact.name for fact in facts if not fact.ok]


def test_an_entry_has_these_bytes() -> None:
    assert evidence.canonical(entry(salted={})) == (
        b'{"at":1795703400,"format":"aftercare-entry-1","kind":"withdrawn",'
        b'"log":"%b","open":{"scope":"marketing"},"salted":{}}' % NAME.encode()
    )


@given(words, words, st.integers(0, 253_402_300_799))
def test_an_entry_is_read_as_it_was_written(
    known: dict[str, str], salted: dict[str, str], at: int
) -> None:
    written = evidence.canonical(entry(open=known, salted=salted, at=at))
    assert evidence.read_entry(written) == (entry(open=known, salted=salted, at=at), [])


@given(words)
def test_an_entry_is_one_whatever_the_order_of_its_words(known: dict[str, str]) -> None:
    backwards = dict(reversed(known.items()))
    assert evidence.canonical(entry(open=known)) == evidence.canonical(entry(open=backwards))


def test_what_is_hidden_is_an_hmac_under_the_records_own_salt() -> None:
    expected = hmac.new(SALT, b"patient\x00" + b"412", hashlib.sha256).hexdigest()
    assert entry().salted == {"patient": expected}


@given(st.binary(), st.binary(min_size=1, max_size=32))
def test_equal_values_look_unrelated_under_another_salt_or_name(value: bytes, salt: bytes) -> None:
    same = evidence.salted(SALT, "patient", value)
    assert evidence.salted(salt, "patient", value) != same
    assert evidence.salted(SALT, "record", value) != same


def test_without_record_and_salt_the_entry_still_proves_its_place() -> None:
    erased = msgspec.structs.replace(proof(), salt="")
    assert failed(erased) == []
    assert not evidence.file_fact("patient", b"412", erased).ok


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"{}",
        b"\xff",
        b"[" * 50_000,
        evidence.canonical(entry()).replace(b"entry-1", b"entry-2"),
        evidence.canonical(entry()).replace(b'"at":1795703400', b'"at":-1'),
        evidence.canonical(entry()).replace(b'"at":1795703400', b'"at":1795703400.5'),
        evidence.canonical(entry()).replace(b'"at"', b'"more":1,"at"'),
    ],
)
def test_what_is_no_entry_has_a_word(data: bytes) -> None:
    found, [problem] = evidence.read_entry(data)
    assert (found, problem.code) == (None, "E105")


@pytest.mark.parametrize(
    "change", [(b":", b": "), (b'{"at":', b'{"at":5,"at":'), (b"w", b"\\u0077")]
)
def test_an_entry_that_could_hide_something_is_refused(change: tuple[bytes, bytes]) -> None:
    found, [problem] = evidence.read_entry(evidence.canonical(entry()).replace(*change, 1))
    assert (found, problem.code) == (None, "E106")


def test_a_head_may_end_its_line() -> None:
    head = proof().head
    assert evidence.read_head(evidence.canonical(head) + b"\r\n") == (head, [])


def test_a_proof_holds() -> None:
    assert failed(proof()) == []


def other_head(given: Proof, **changes: object) -> Proof:
    return msgspec.structs.replace(given, head=msgspec.structs.replace(given.head, **changes))


@pytest.mark.parametrize(
    ("change", "facts"),
    [
        (lambda p: other_head(p, at=AT + 1), ["head"]),
        (lambda p: other_head(p, size=4), ["inclusion", "head"]),
        (lambda p: other_head(p, root="00" * 32), ["inclusion", "head"]),
        (lambda p: other_head(p, signature=""), ["head"]),
        (lambda p: other_head(p, log="00" * 32), ["entry", "log-key", "head"]),
        (lambda p: msgspec.structs.replace(p, index=1), ["inclusion"]),
        (lambda p: msgspec.structs.replace(p, path=()), ["inclusion"]),
        (lambda p: msgspec.structs.replace(p, path=("zz",)), ["inclusion"]),
        (lambda p: msgspec.structs.replace(p, entry="{}"), ["entry", "inclusion"]),
        (lambda p: msgspec.structs.replace(p, log_key="6a" * 32), ["log-key", "head"]),
        (lambda p: msgspec.structs.replace(p, log_key=KEY.hex().upper()), ["log-key", "head"]),
    ],
)
def test_a_proof_that_was_changed_says_which_fact_fails(
    change: Callable[[Proof], Proof], facts: list[str]
) -> None:
    assert failed(change(proof())) == facts


def test_a_head_of_another_log_is_not_compared() -> None:
    held = TreeHead(log="00" * 32, size=3, root="", at=AT)
    [fact] = evidence.against_facts(proof(), held, signed)
    assert (fact.name, fact.ok) == ("against", False)


def test_no_facts_prove_nothing() -> None:
    assert not evidence.all_hold([])
