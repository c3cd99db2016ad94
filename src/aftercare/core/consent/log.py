"""A log that can only grow: the Merkle tree of RFC 9162, its proofs and their checks.

The tree is kept as the hashes of its perfect subtrees, rows of (level, index, hash). A new entry
adds its own row and those that it completes; nothing is ever changed. A proof reads about two
rows a level: some 40 among a million entries.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import Protocol

from msgspec import Struct

EMPTY = hashlib.sha256(b"").digest()
"""The root of a log without entries."""


class Store(Protocol):
    """Where the hashes of perfect subtrees are kept; level 0 holds the entries."""

    def get(self, level: int, index: int) -> bytes:
        """Give the hash of the entries from ``index << level``, ``1 << level`` of them."""


class Node(Struct, frozen=True):
    """A row to add: one perfect subtree that is complete from now on."""

    level: int
    index: int
    hash: bytes


def leaf_hash(entry: bytes) -> bytes:
    """Hash an entry; the first byte keeps an entry from passing for two hashes."""
    return hashlib.sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Hash two neighbours into their parent."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def append(store: Store, size: int, entry: bytes) -> list[Node]:
    """Give the rows that an entry adds to a log of ``size``; its index is ``size``."""
    rows = [Node(0, size, leaf_hash(entry))]
    while rows[-1].index % 2:
        right = rows[-1]
        parent = node_hash(store.get(right.level, right.index - 1), right.hash)
        rows.append(Node(right.level + 1, right.index // 2, parent))
    return rows


def root(store: Store, size: int) -> bytes:
    """Give the root of the first ``size`` entries."""
    return _root(store, 0, size) if size else EMPTY


def inclusion(store: Store, index: int, size: int) -> list[bytes]:
    """Prove that entry ``index`` is among the first ``size``."""
    return [_root(store, *span) for span in _beside(index, size)][::-1]


def consistency(store: Store, first: int, second: int) -> list[bytes]:
    """Prove that a log of ``second`` entries begins with the log of ``first``, from 1."""
    if first == second:
        return []
    low, path = _down(first, second)
    spans = [*path, (low, first)] if low else path
    return [_root(store, *span) for span in spans][::-1]


def includes(leaf: bytes, index: int, size: int, proof: Sequence[bytes], top: bytes) -> bool:
    """Check an inclusion proof of a leaf's hash against a root (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < size or not _hashes(leaf, *proof):
        return False
    position, last, found = index, size - 1, leaf
    for step in proof:
        if last == 0:
            return False
        if position % 2 or position == last:
            found = node_hash(step, found)
            position, last = _up(position, last)
        else:
            found = node_hash(found, step)
        position, last = position >> 1, last >> 1
    return last == 0 and found == top


def extends(first: int, old: bytes, second: int, new: bytes, proof: Sequence[bytes]) -> bool:
    """Check a consistency proof between two roots (RFC 9162, 2.1.4.2); nothing extends 0."""
    if not 0 < first < second:
        return 0 < first == second and old == new and not proof
    steps = list(proof) if first & (first - 1) else [old, *proof]
    if not steps or not _hashes(*steps):
        return False
    below = (first & -first).bit_length() - 1
    position, last = first - 1 >> below, second - 1 >> below
    begin = end = steps[0]
    for step in steps[1:]:
        if last == 0:
            return False
        if position % 2 or position == last:
            begin, end = node_hash(step, begin), node_hash(step, end)
            position, last = _up(position, last)
        else:
            end = node_hash(end, step)
        position, last = position >> 1, last >> 1
    return last == 0 and (begin, end) == (old, new)


def _hashes(*values: bytes) -> bool:
    return all(len(value) == len(EMPTY) for value in values)


def _up(position: int, last: int) -> tuple[int, int]:
    """Climb while the node is a left one: it is promoted without a hash."""
    while position and position % 2 == 0:
        position, last = position >> 1, last >> 1
    return position, last


def _split(count: int) -> int:
    """Give the largest power of two below ``count``."""
    return 1 << (count - 1).bit_length() - 1


def _root(store: Store, low: int, high: int) -> bytes:
    count = high - low
    if count & (count - 1) == 0:
        level = count.bit_length() - 1
        return store.get(level, low >> level)
    middle = low + _split(count)
    return node_hash(_root(store, low, middle), _root(store, middle, high))


def _beside(index: int, size: int) -> Iterator[tuple[int, int]]:
    """Give the spans beside the way from the root down to an entry."""
    low, high = 0, size
    while high - low > 1:
        middle = low + _split(high - low)
        if index < middle:
            yield middle, high
            high = middle
        else:
            yield low, middle
            low = middle


def _down(first: int, second: int) -> tuple[int, list[tuple[int, int]]]:
    """Go down to where the older log ends; give where that span begins, and those beside it."""
    low, high, path = 0, second, []
    while high != first:
        middle = low + _split(high - low)
        if first <= middle:
            path.append((middle, high))
            high = middle
        else:
            path.append((low, middle))
            low = middle
    return low, path
