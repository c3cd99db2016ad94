"""The log against its definition, written as RFC 9162 has it: recursive, over all entries."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftercare.core.consent import log
from tests.core.consent.rows import Rows

LARGEST = 130


def entry(number: int) -> bytes:
    return f"entry {number}".encode()


def kept(size: int) -> Rows:
    rows = Rows()
    for index in range(size):
        rows.add(entry(index))
    return rows


def sha(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def defined(entries: list[bytes]) -> bytes:
    """RFC 9162, 2.1.1."""
    if not entries:
        return sha(b"")
    if len(entries) == 1:
        return sha(b"\x00" + entries[0])
    split = max(2**n for n in range(20) if 2**n < len(entries))
    return sha(b"\x01" + defined(entries[:split]) + defined(entries[split:]))


ROWS = kept(LARGEST)
ROOTS = [defined([entry(i) for i in range(size)]) for size in range(LARGEST + 1)]
sizes = st.integers(1, LARGEST)
places = sizes.flatmap(lambda size: st.tuples(st.integers(0, size - 1), st.just(size)))
pairs = sizes.flatmap(lambda second: st.tuples(st.integers(1, second), st.just(second)))
flips = st.integers(0, 255)


def included(index: int, size: int, proof: list[bytes]) -> bool:
    return log.includes(log.leaf_hash(entry(index)), index, size, proof, ROOTS[size])


def extended(first: int, second: int, proof: list[bytes]) -> bool:
    return log.extends(first, ROOTS[first], second, ROOTS[second], proof)


def flipped(data: bytes, bit: int) -> bytes:
    changed = bytearray(data)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


@pytest.mark.parametrize("size", range(LARGEST + 1))
def test_the_root_is_the_one_that_is_defined(size: int) -> None:
    assert log.root(ROWS, size) == ROOTS[size]


def test_an_entry_adds_its_row_and_those_it_completes() -> None:
    assert [(n.level, n.index) for n in log.append(ROWS, 7, b"")] == [
        (0, 7), (1, 3), (2, 1), (3, 0),
    ]  # fmt: skip
    assert log.append(ROWS, 8, b"") == [log.Node(0, 8, log.leaf_hash(b""))]


@given(places)
def test_an_entry_is_proved_to_be_in_the_log(place: tuple[int, int]) -> None:
    index, size = place
    assert included(index, size, log.inclusion(ROWS, index, size))


@given(places, st.integers(0, LARGEST))
def test_an_entry_is_not_proved_at_another_place(place: tuple[int, int], other: int) -> None:
    index, size = place
    proof = log.inclusion(ROWS, index, size)
    moved = log.includes(log.leaf_hash(entry(index)), other, size, proof, ROOTS[size])
    assert moved == (other == index)


@given(places, flips)
def test_another_entry_is_not_proved(place: tuple[int, int], bit: int) -> None:
    index, size = place
    leaf = flipped(log.leaf_hash(entry(index)), bit)
    assert not log.includes(leaf, index, size, log.inclusion(ROWS, index, size), ROOTS[size])


@given(pairs)
def test_a_log_is_proved_to_begin_with_the_older_one(pair: tuple[int, int]) -> None:
    assert extended(*pair, log.consistency(ROWS, *pair))


@given(pairs, flips)
def test_a_log_that_was_rewritten_is_not_proved(pair: tuple[int, int], bit: int) -> None:
    first, second = pair
    proof = log.consistency(ROWS, first, second)
    old = flipped(ROOTS[first], bit)
    new = flipped(ROOTS[second], bit)
    assert not log.extends(first, old, second, ROOTS[second], proof)
    assert not log.extends(first, ROOTS[first], second, new, proof)


def attacked(proof: list[bytes], bit: int) -> Iterator[list[bytes]]:
    """Give a proof with each step changed, left out or cut, and with one too many."""
    for at, step in enumerate(proof):
        before, after = proof[:at], proof[at + 1 :]
        yield from ([*before, flipped(step, bit), *after], before + after)
        yield [*before, step[:-1], *after]
    yield from ([*proof, ROOTS[1]], [ROOTS[1], *proof])


@given(places, flips)
def test_an_inclusion_proof_that_was_changed_proves_nothing(
    place: tuple[int, int], bit: int
) -> None:
    attacks = attacked(log.inclusion(ROWS, *place), bit)
    assert [steps for steps in attacks if included(*place, steps)] == []


@given(pairs, flips)
def test_a_consistency_proof_that_was_changed_proves_nothing(
    pair: tuple[int, int], bit: int
) -> None:
    attacks = attacked(log.consistency(ROWS, *pair), bit)
    assert [steps for steps in attacks if extended(*pair, steps)] == []


@given(st.lists(st.binary(max_size=2), min_size=2, max_size=40, unique=True), st.data())
def test_dropped_swapped_or_edited_rows_change_the_root(
    entries: list[bytes], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(entries) - 2))
    swapped = [*entries[:at], entries[at + 1], entries[at], *entries[at + 2 :]]
    edited = [*entries[:at], entries[at] + b"\x00", *entries[at + 1 :]]
    for attack in (swapped, edited, entries[:at] + entries[at + 1 :]):
        assert defined(attack) != defined(entries)


def test_an_empty_log_is_extended_by_nothing() -> None:
    assert not log.extends(0, log.EMPTY, 0, log.EMPTY, [])
    assert not log.extends(0, log.EMPTY, 3, ROOTS[3], [])


def test_an_older_log_is_not_proved_to_begin_with_a_newer_one() -> None:
    assert not log.extends(5, ROOTS[5], 3, ROOTS[3], log.consistency(ROWS, 3, 5))


def test_two_hashes_are_not_an_entry() -> None:
    left, right = log.leaf_hash(entry(0)), log.leaf_hash(entry(1))
    assert log.leaf_hash(left + right) != log.node_hash(left, right)


@pytest.mark.parametrize(("index", "size"), [(-1, 3), (3, 3), (0, 0)])
def test_a_place_outside_the_log_is_not_proved(index: int, size: int) -> None:
    assert not log.includes(log.leaf_hash(entry(0)), index, size, [], ROOTS[size])
