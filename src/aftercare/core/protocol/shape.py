"""Nodes -> typed values: one reader driven by the types, which finds all faults at once.

A type is one of: a ``Piece`` (a struct of fields), a scalar class with ``read`` and ``SCHEMA``,
``Literal`` words, ``tuple[T, ...]`` (one value may stand for a list of one), ``dict[K, V]``,
``X | None`` for what may be left out, and ``Literal | Piece`` where a word or fields may stand.
"""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from types import UnionType
from typing import Annotated, Any, ClassVar, Literal, NamedTuple, Union, get_args, get_origin

import msgspec
from msgspec import Struct

from aftercare.core.problems import Place, Problem, Unreadable, listed
from aftercare.core.protocol.nodes import Mapping, Node, Scalar, Sequence
from aftercare.core.protocol.scalars import Lang, Name

Path = tuple[str | int, ...]
_MISSING = object()


class Piece(Struct, frozen=True, kw_only=True, rename="kebab"):
    """A part of a protocol. Fields are written with hyphens."""

    ONE_OF: ClassVar[tuple[str, ...]] = ()
    """Of these fields exactly one must stand."""
    APART: ClassVar[tuple[tuple[str, str, str], ...]] = ()
    """Pairs of fields that must not stand together, with the remedy."""
    NEEDS: ClassVar[tuple[tuple[str, str, str], ...]] = ()
    """Pairs of fields of which the first needs the second, with the remedy."""


class Field(NamedTuple):
    """One field of a piece, ready to be read."""

    attribute: str
    key: str
    kind: Any
    says: str
    required: bool


@cache
def fields_of(piece: type[Piece]) -> dict[str, Field]:
    """Give a piece's fields by the key they are written with."""
    found = {}
    for field in msgspec.structs.fields(piece):
        kind, *says = get_args(field.type) if _annotated(field.type) else (field.type, "")
        said = " ".join(map(str, says))
        found[field.encode_name] = Field(field.name, field.encode_name, kind, said, field.required)
    return found


class Reader:
    """Reads nodes into types; keeps every problem and where every value stood."""

    def __init__(self) -> None:
        """Start with nothing found."""
        self.problems: list[Problem] = []
        self.places: dict[Path, Place] = {}

    def read(self, node: Node, kind: Any, path: Path = ()) -> Any:
        """Read a node as ``kind``; what cannot be read is ``_MISSING`` and a problem."""
        self.places[path] = node.place
        origin = get_origin(kind)
        if origin in {Union, UnionType}:
            return self._either(node, kind, path)
        if origin is Literal:
            return self._word(node, get_args(kind), path)
        if origin is tuple:
            return self._list(node, get_args(kind)[0], path)
        if origin is dict:
            return self._map(node, get_args(kind), path)
        if issubclass(kind, Piece):
            return self._piece(node, kind, path)
        return self._scalar(node, kind, path)

    def fault(self, code: str, message: str, remedy: str, node: Node, path: Path) -> object:
        """Note a problem at a node."""
        place = msgspec.structs.replace(node.place, path=written(path))
        self.problems.append(Problem(code, message, remedy, place))
        return _MISSING

    def _either(self, node: Node, kind: Any, path: Path) -> Any:
        before = len(self.problems)
        value = self.read(node, _choose(node, kind), path)
        others = _others(kind)
        if value is _MISSING and others and isinstance(node, Scalar):
            self.problems[before:] = [
                msgspec.structs.replace(p, help=f"{p.help} Or {others}.")
                for p in self.problems[before:]
            ]
        return value

    def _scalar(self, node: Node, kind: Any, path: Path) -> Any:
        if not isinstance(node, Scalar):
            message = "Here stands a list or a block, where one word or sentence belongs."
            return self.fault("P101", message, _example(kind), node, path)
        try:
            return kind.read(node.text)
        except Unreadable as fault:
            return self.fault(fault.code, fault.message, fault.remedy, node, path)

    def _word(self, node: Node, words: tuple[str, ...], path: Path) -> Any:
        if isinstance(node, Scalar) and node.text in words:
            return node.text
        said = f"`{node.text[:60]}`" if isinstance(node, Scalar) else "This"
        message = f"{said} cannot stand in `{path[-1]}`."
        return self.fault("P104", message, _one_of(words), node, path)

    def _list(self, node: Node, kind: Any, path: Path) -> Any:
        if not isinstance(node, Sequence) and _is_piece(kind):
            remedy = "Begin each item with `- `; an empty list is `[]`."
            return self.fault("P101", "A list belongs here.", remedy, node, path)
        nodes = node.items if isinstance(node, Sequence) else (node,)
        if not nodes and not _is_piece(kind):
            return self.fault("P108", "The list is empty.", "Name one, or more.", node, path)
        read = [self.read(item, kind, (*path, index)) for index, item in enumerate(nodes)]
        return tuple(value for value in read if value is not _MISSING)

    def _map(self, node: Node, kinds: tuple[Any, ...], path: Path) -> Any:
        key_kind, kind = kinds
        if not isinstance(node, Mapping):
            return self.fault("P101", _no_block(node), _example(key_kind), node, path)
        if not node.items and key_kind is Lang:
            return self.fault("P108", "There are no words.", _example(key_kind), node, path)
        found = {}
        for key, value in node.items:
            at = (*path, key.text)
            name = self._scalar(key, key_kind, at)
            read = self.read(value, kind, at)
            if _MISSING not in (name, read):
                found[name] = read
        return found

    def _piece(self, node: Node, kind: type[Piece], path: Path) -> Any:
        if not isinstance(node, Mapping):
            return self.fault("P101", _no_block(node), _one_of(fields_of(kind)), node, path)
        before = len(self.problems)
        fields = fields_of(kind)
        written_keys = {key.text: (key, value) for key, value in node.items}
        values = {}
        for key, (at, value) in written_keys.items():
            if key in fields:
                values[fields[key].attribute] = self.read(value, fields[key].kind, (*path, key))
            else:
                self.fault(
                    "P105", f"There is no field `{key[:60]}` here.", _nearest(key, fields), at, path
                )
        self._missing(node, kind, set(written_keys), path)
        self._together(node, kind, set(written_keys), path)
        self._alone(node, kind, set(written_keys), path)
        broken = len(self.problems) > before or _MISSING in values.values()
        return _MISSING if broken else kind(**values)

    def _missing(self, node: Node, kind: type[Piece], keys: set[str], path: Path) -> None:
        lacking = [f.key for f in fields_of(kind).values() if f.required and f.key not in keys]
        if lacking:
            names = listed(f"`{name}`" for name in lacking)
            self.fault("P106", f"Missing here: {names}.", "Add it; see the reference.", node, path)

    def _together(self, node: Node, kind: type[Piece], keys: set[str], path: Path) -> None:
        if kind.ONE_OF and len(keys & set(kind.ONE_OF)) != 1:
            names = listed(f"`{name}`" for name in kind.ONE_OF)
            self.fault("P107", f"Exactly one of {names} must stand here.", "Keep one.", node, path)
        for one, other, remedy in kind.APART:
            if one in keys and other in keys:
                message = f"`{one}` and `{other}` cannot stand together."
                self.fault("P107", message, remedy, node, path)

    def _alone(self, node: Node, kind: type[Piece], keys: set[str], path: Path) -> None:
        for one, needed, remedy in kind.NEEDS:
            apart = any({one, other} == {*pair[:2]} for pair in kind.APART for other in keys)
            if one in keys and needed not in keys and not apart:
                message = f"`{one}` stands without `{needed}`."
                self.fault("P107", message, remedy, node, path)


def is_missing(value: object) -> bool:
    """Tell whether a node could not be read."""
    return value is _MISSING


def written(path: Path) -> str:
    """Write a path as ``advice[3].for``."""
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return "".join(parts).lstrip(".")


def _choose(node: Node, kind: Any) -> Any:
    """Of a union take the part that fits the node: words for a scalar, fields for a block."""
    kinds = [part for part in get_args(kind) if part is not type(None)]
    blocks = [part for part in kinds if _is_piece(part) or get_origin(part) is dict]
    if isinstance(node, Mapping) and blocks:
        return blocks[0]
    plain = [part for part in kinds if part not in blocks]
    words = [part for part in plain if get_origin(part) is Literal]
    if isinstance(node, Scalar) and any(node.text in get_args(part) for part in words):
        return words[0]
    return next((part for part in plain if part not in words), (plain or kinds)[0])


def _annotated(kind: Any) -> bool:
    return get_origin(kind) is Annotated


def _is_piece(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Piece)


def _no_block(node: Node) -> str:
    what = f"`{node.text[:60]}`" if isinstance(node, Scalar) else "a list"
    return f"Here stands {what}, where a block of `name: value` lines belongs."


def _others(kind: Any) -> str:
    """What else could stand where a word was not understood."""
    parts = [part for part in get_args(kind) if part is not type(None)]
    words = [word for part in parts if get_origin(part) is Literal for word in get_args(part)]
    blocks = any(_is_piece(part) or get_origin(part) is dict for part in parts)
    if len(parts) < 2:
        return ""
    return "a block such as `{redness: none}`" if blocks else f"one of: {', '.join(words)}"


def _example(kind: Any) -> str:
    if kind is Lang:
        return "Write `en: words` for a text, one line a language."
    block = kind in {str, Name}
    return "Write lines of `name: value`." if block else "Write one value."


def _one_of(words: Any) -> str:
    return f"Write one of: {', '.join(words)}."


def _nearest(key: str, fields: dict[str, Field]) -> str:
    near = get_close_matches(key, fields, 1)
    return f"Did you mean `{near[0]}`?" if near else _one_of(fields)
