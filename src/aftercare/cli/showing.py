"""``aftercare protocol show``: what a protocol tells a patient, clause by clause."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from aftercare.core.problems import listed
from aftercare.core.protocol.load import Loaded
from aftercare.core.protocol.model import Clause, Protocol, RedFlag, Row, Stop, clauses, say
from aftercare.core.protocol.terms import BLOCKS, applying, lasting


def shown(loaded: Loaded) -> Iterator[str]:
    """Give a protocol's lines: title, hash, then each block with its clauses."""
    protocol = loaded.protocol
    lang = str(protocol.language)
    yield f"{say(protocol.title, lang)}, version {protocol.version}"
    yield f"sha256 {loaded.sha256}"
    block = ""
    for path, clause in clauses(protocol):
        if path[0] != block:
            block = str(path[0])
            yield from ("", BLOCKS[block])
        yield from _clause(clause, protocol, lang)
    yield from ("", "How a check-in is judged; the first row that fits decides")
    yield from (_row(row) for row in protocol.triage)


def _decision(clause: Stop | RedFlag) -> str:
    if clause.decision == "offered":
        return "off until your clinic decides"
    return f"{clause.decision} by {clause.decided}" if clause.decided else clause.decision


def _row(row: Row) -> str:
    after = row.after if isinstance(row.after, str | None) else row.after.written
    said = [f"{listed(row.symptom)}, {row.severity.written}"]
    said += [f"after {after}"] if after else []
    said += ["worse than last time"] if row.trend else []
    said += [f"beside {listed(row.together_with)}"] if row.together_with else []
    said += [f"where {name} is {listed(values)}" for name, values in row.when.items()]
    return textwrap.fill(
        f"{row.level}: {'; '.join(said)} ({row.id})",
        92,
        initial_indent="  ",
        subsequent_indent="      ",
    )


def _clause(clause: Clause, protocol: Protocol, lang: str) -> Iterator[str]:
    words = say(getattr(clause, "text", None) or getattr(clause, "ask", {}), lang)
    numbers = listed(str(s) for s in clause.source if s.number)
    several = "sentences" if len(clause.source) > 1 else "sentence"
    sources = [] if numbers == "nothing" else [f"{several} {numbers}"]
    sources += [str(s).split(",")[0] for s in clause.source if not s.number]
    yield textwrap.fill(words, 92, initial_indent="  ", subsequent_indent="  ")
    decided = [_decision(clause)] if isinstance(clause, Stop | RedFlag) else []
    terms = [*lasting(clause, protocol, lang), *decided, *applying(clause)]
    details = [*terms, f"{clause.id}, from {listed(sources)}"]
    yield textwrap.fill("; ".join(details), 92, initial_indent="      ", subsequent_indent="      ")
