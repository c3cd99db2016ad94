"""``aftercare verify``: does this file prove a consent? Each fact is said, and which failed."""

from __future__ import annotations

import logging
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

import msgspec

from aftercare.cli.inputs import Unusable, read_file
from aftercare.core.consent.evidence import TreeHead, read_head
from aftercare.exchange.consent.sealed import LARGEST
from aftercare.exchange.consent.verify import Verdict, verify


def run(options: Namespace) -> int:
    """Judge one file: 0 proved, 1 not; unreadable is 2."""
    for library in ("pyhanko", "pyhanko_certvalidator"):  # they talk about what we say in facts
        logging.getLogger(library).setLevel(logging.CRITICAL)
    against = _head(options.against) if options.against else None
    data = read_file(Path(options.file), LARGEST + 1)
    verdict, problems = verify(data, against=against)
    if verdict is None:
        raise Unusable(problems)
    if options.json:
        print(msgspec.json.encode(verdict).decode())
    else:
        print("\n".join(_lines(verdict)))
    return 0 if verdict.proved else 1


def _head(name: str) -> TreeHead:
    head, problems = read_head(read_file(Path(name)))
    if head is None:
        raise Unusable(problems)
    return head


def _lines(verdict: Verdict) -> Iterator[str]:
    yield verdict.words
    width = max(len(fact.name) for fact in verdict.facts)
    for fact in verdict.facts:
        yield f"  {'holds' if fact.ok else 'FAILS'}  {fact.name:{width}}  {fact.words}"
    if verdict.log:
        yield f"The log's name: {verdict.log}"
