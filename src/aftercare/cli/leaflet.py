"""``aftercare leaflet``: draft a protocol from a clinic's own leaflet."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from pathlib import Path

from aftercare.cli.inputs import Unusable, read_file
from aftercare.core.leaflet.draft import Draft, draft
from aftercare.core.leaflet.shown import as_data, report
from aftercare.exchange.leaflet.reading import LARGEST, read_leaflet


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
    raise NotImplementedError
