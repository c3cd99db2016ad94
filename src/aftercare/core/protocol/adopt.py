"""A clinic makes a protocol its own: decisions, contact details and a version, and nothing else.

The text is changed line by line and keeps its comments, so that what a clinic publishes can be
compared with what it was made from.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from msgspec import Struct

from aftercare.core.problems import Problem
from aftercare.core.protocol.load import Loaded
from aftercare.core.protocol.model import Protocol, RedFlag, Stop
from aftercare.core.protocol.shape import Path

_FIELD = re.compile(r"(?P<lead>\s*(?:- )?)(?P<key>[a-z-]+):(?P<value>.*)")


class Decided(Struct, frozen=True):
    """A decision on one cited addition: ``adopted`` or ``declined``, by whom, on which day."""

    decision: str
    by: str
    on: str


class Details(Struct, frozen=True):
    """The clinic's own words: whom to call, when, and what to do in an emergency."""

    phone: str
    hours: str
    out_of_hours: str
    emergency: str


def adopt(
    loaded: Loaded,
    data: bytes,
    decisions: Mapping[str, Decided],
    details: Details,
    version: int,
) -> tuple[bytes, list[Problem]]:
    """Write a clinic's decisions and details into a protocol's text.

    What is left undecided or empty is a problem: a clinic publishes with all of them, or not at
    all. The result is checked like any other protocol before it is published.
    """
    problems = [*_undecided(loaded, decisions), *_missing(details)]
    if problems:
        return data, problems
    lines = data.decode("utf-8").splitlines()
    edits = dict(_decision_edits(loaded, lines, decisions))
    edits[_line(loaded, ("version",))] = [f"version: {version}"]
    at = _line(loaded, ("contact",))
    return _edited(lines, edits, _contact(loaded, details), at), []


def additions(protocol: Protocol) -> list[Stop | RedFlag]:
    """Give the cited additions to the leaflet: off until the clinic decides on each."""
    return [*protocol.stops, *protocol.red_flags]


def _undecided(loaded: Loaded, decisions: Mapping[str, Decided]) -> list[Problem]:
    return [
        loaded.problem(
            "P804",
            (),
            f"Nobody has decided on `{each.id}`.",
            "Adopt or decline it by name, under Advice.",
        )
        for each in additions(loaded.protocol)
        if each.id not in decisions
    ]


def _missing(details: Details) -> list[Problem]:
    empty = [name.replace("_", " ") for name in details.__struct_fields__ if not _of(details, name)]
    help_ = "Write it under Settings; every page with “Worried?” shows it."
    return [Problem("P805", f"The clinic's {name} is missing.", help_) for name in empty]


def _of(details: Details, name: str) -> str:
    return str(getattr(details, name)).strip()


def _line(loaded: Loaded, path: Path) -> int:
    """The number of the line, from 0, on which a part's value begins."""
    return loaded.places[path].line - 1


def _decision_edits(
    loaded: Loaded, lines: list[str], decisions: Mapping[str, Decided]
) -> list[tuple[int, list[str]]]:
    edits: list[tuple[int, list[str]]] = []
    blocks: dict[str, tuple[Stop | RedFlag, ...]] = {
        "stops": loaded.protocol.stops,
        "red-flags": loaded.protocol.red_flags,
    }
    for block, items in blocks.items():
        for i, item in enumerate(items):
            number = _line(loaded, (block, i, "decision"))
            written = _decision(_lead(lines[number]), decisions[str(item.id)])
            edits.append((number, written))
            if item.decided:
                edits.append((_line(loaded, (block, i, "decided")), []))
    return edits


def _decision(lead: str, decided: Decided) -> list[str]:
    who = json.dumps(f"{decided.by}, {decided.on}", ensure_ascii=False)
    return [f"{lead}decision: {decided.decision}", f"{' ' * len(lead)}decided: {who}"]


def _lead(line: str) -> str:
    match = _FIELD.match(line)
    return match["lead"] if match else ""


def _contact(loaded: Loaded, details: Details) -> list[str]:
    """The contact block's new lines; those it had are taken out by ``_edited``."""
    lang = str(loaded.protocol.language)
    pairs = [("phone", json.dumps(_of(details, "phone"), ensure_ascii=False))]
    for key in ("hours", "out_of_hours", "emergency"):
        words = json.dumps(" ".join(_of(details, key).split()), ensure_ascii=False)
        pairs.append((key.replace("_", "-"), f"{{{lang}: {words}}}"))
    return [f"  {key}: {value}" for key, value in pairs]


def _edited(lines: list[str], edits: dict[int, list[str]], contact: list[str], at: int) -> bytes:
    """Apply the edits; ``at`` is the first line of the contact block's own fields."""
    written: list[str] = []
    inside = False
    for number, line in enumerate(lines):
        if number == at:
            written += contact
        inside = line.startswith("contact:") or (inside and (not line or line[0] in " #"))
        if inside and re.match(r"  (phone|hours|out-of-hours|emergency):", line):
            continue
        written += edits.get(number, [line])
    return ("\n".join(written) + "\n").encode()
