"""``aftercare leaflet``: draft a protocol from a clinic's own leaflet."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from pathlib import Path

import msgspec

from aftercare.cli import inputs
from aftercare.cli.inputs import Unusable, find, read_file
from aftercare.core.leaflet.compare import Said, differences, said_by_draft, said_by_protocol
from aftercare.core.leaflet.draft import draft
from aftercare.core.leaflet.items import Draft
from aftercare.core.leaflet.shown import as_data, report
from aftercare.core.protocol.load import load
from aftercare.exchange.leaflet.reading import LARGEST, read_leaflet
from aftercare.protocols import shipped


def run(options: Namespace) -> int:
    """Draft one leaflet; 1 where something was not understood, 2 where nothing could be read."""
    text = read(options.file)
    drafted = draft(text)
    if options.json:
        print(json.dumps(as_data(drafted), ensure_ascii=False, indent=1))
    elif options.yaml:
        from aftercare.core.leaflet.protocol import as_protocol

        print(as_protocol(drafted, text), end="")
    else:
        print("\n".join(report(drafted)))
    return _status(drafted)


def _status(drafted: Draft) -> int:
    return 1 if drafted.not_understood else 0


def read(name: str) -> str:
    """Read a leaflet's words from a file, or pasted to standard input as ``-``."""
    data = sys.stdin.buffer.read(LARGEST + 1) if name == "-" else read_file(Path(name), LARGEST + 1)
    text, problems = read_leaflet(data, name)
    if problems:
        raise Unusable(problems)
    return text


def compare(options: Namespace) -> int:
    """Show where two leaflets, or a leaflet and a protocol, disagree; 1 if they do."""
    found = differences(_said(options.a), _said(options.b), inputs.words().activities)
    if options.json:
        print(json.dumps(msgspec.to_builtins(found), ensure_ascii=False, indent=1))
        return 1 if found else 0
    for difference in found:
        print(f"{difference.activity}: {_HOW[difference.how]}")
        for side, said in (("A", difference.a), ("B", difference.b)):
            for each in said:
                print(f"  {side}  {each.verb}, {each.ends}: “{each.words}”")
            if not said:
                print(f"  {side}  says nothing")
    print(f"{len(found)} activities on which they disagree.")
    return 1 if found else 0


def _said(name: str) -> list[Said]:
    if name in shipped() or name.endswith((".yaml", ".yml")):
        path = find(name)
        loaded, problems = load(read_file(path), str(path))
        if loaded is None:
            raise Unusable(problems)
        return said_by_protocol(loaded.protocol)
    return said_by_draft(draft(read(name)))


_HOW = {
    "kind": "one allows what the other forbids",
    "end": "they end at different times",
    "condition": "they wait for different things",
    "only-one": "only one speaks of it",
}
