"""Bytes -> a protocol, its content's hash, and where each of its parts stands."""

from __future__ import annotations

import hashlib
from typing import NamedTuple, TypeVar

from aftercare.core.problems import Place, Problem, Weight, in_order
from aftercare.core.protocol.model import Protocol
from aftercare.core.protocol.nodes import read_nodes
from aftercare.core.protocol.shape import Path, Piece, Reader, is_missing, written

P = TypeVar("P", bound=Piece)


class Loaded(NamedTuple):
    """A protocol as it was written: its values, its SHA-256 and its places."""

    protocol: Protocol
    sha256: str
    places: dict[Path, Place]

    def place(self, path: Path) -> Place:
        """Find where a part stands; a part that is not there is placed at its parent."""
        while path and path not in self.places:
            path = path[:-1]
        found = self.places[path]
        return Place(
            found.file, found.line, found.column, found.width, found.excerpt, written(path)
        )

    def problem(
        self, code: str, path: Path, message: str, remedy: str, weight: Weight = "error"
    ) -> Problem:
        """Make a problem at a part of the protocol."""
        return Problem(code, message, remedy, self.place(path), weight)


def load(data: bytes, file: str) -> tuple[Loaded | None, list[Problem]]:
    """Read a protocol's bytes; every fault comes with line and column, all at once.

    The SHA-256 is that of the bytes, so that ``sha256sum`` gives the same.
    """
    protocol, places, problems = read_piece(data, file, Protocol)
    if protocol is None:
        return None, problems
    return Loaded(protocol, hashlib.sha256(data).hexdigest(), places), problems


def read_piece(
    data: bytes, file: str, kind: type[P]
) -> tuple[P | None, dict[Path, Place], list[Problem]]:
    """Read bytes as one piece of the language."""
    node, problems = read_nodes(data, file)
    if node is None:
        return None, {}, problems
    reader = Reader()
    value = reader.read(node, kind)
    found = in_order(problems + reader.problems)
    return (None if is_missing(value) or problems else value), reader.places, found
