"""JSON Schema (draft-07) of the language, made from its types, for editors."""

from __future__ import annotations

from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from aftercare.core.protocol.model import Protocol
from aftercare.core.protocol.scalars import Lang
from aftercare.core.protocol.shape import Field, Piece, fields_of

Schema = dict[str, Any]


def schema() -> Schema:
    """Give the schema of a protocol file."""
    definitions: dict[str, Schema] = {}
    _piece(Protocol, definitions)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Aftercare protocol, version 1 of the language",
        "$ref": "#/definitions/Protocol",
        "definitions": dict(sorted(definitions.items())),
    }


def _piece(piece: type[Piece], definitions: dict[str, Schema]) -> Schema:
    if piece.__name__ not in definitions:
        definitions[piece.__name__] = {}  # first a place, so that a piece may hold itself
        definitions[piece.__name__] = _block(piece, definitions)
    return {"$ref": f"#/definitions/{piece.__name__}"}


def _block(piece: type[Piece], definitions: dict[str, Schema]) -> Schema:
    fields = fields_of(piece)
    block: Schema = {
        "type": "object",
        "description": (piece.__doc__ or "").strip(),
        "properties": {key: _field(field, definitions) for key, field in fields.items()},
        "required": [key for key, field in fields.items() if field.required],
        "additionalProperties": False,
    }
    if piece.ONE_OF:
        block["oneOf"] = [{"required": [name]} for name in piece.ONE_OF]
    if piece.APART:
        block["not"] = {"anyOf": [{"required": [a, b]} for a, b, _ in piece.APART]}
    if piece.NEEDS:
        block["dependencies"] = {one: [needed] for one, needed, _ in piece.NEEDS}
    return block


def _field(field: Field, definitions: dict[str, Schema]) -> Schema:
    found = _kind(field.kind, definitions)
    if "$ref" in found:  # draft-07 ignores what stands beside a $ref
        found = {"allOf": [found]}
    return {"description": field.says, **found}


def _kind(kind: Any, definitions: dict[str, Schema]) -> Schema:
    origin, parts = get_origin(kind), get_args(kind)
    if origin in {Union, UnionType}:
        known = [_kind(part, definitions) for part in parts if part is not type(None)]
        return known[0] if len(known) == 1 else {"anyOf": known}
    if origin is tuple:
        item = _kind(parts[0], definitions)
        if "$ref" in item:
            return {"type": "array", "items": item}
        return {"anyOf": [item, {"type": "array", "items": item, "minItems": 1}]}
    if origin in {dict, Literal}:
        return _map(parts, definitions) if origin is dict else {"enum": list(parts)}
    return _piece(kind, definitions) if issubclass(kind, Piece) else dict(kind.SCHEMA)


def _map(parts: tuple[Any, ...], definitions: dict[str, Schema]) -> Schema:
    key, value = parts
    pattern = key.SCHEMA.get("pattern", "^[1-9][0-9]*$")
    least = {"minProperties": 1} if key is Lang else {}
    return {
        "type": "object",
        **least,
        "patternProperties": {pattern: _kind(value, definitions)},
        "additionalProperties": False,
    }
