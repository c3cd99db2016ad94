"""Leaflet sentences and the clauses that carry them: none may be lost, none may be invented."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from aftercare.core.problems import Problem
from aftercare.core.protocol.load import Loaded
from aftercare.core.protocol.model import Protocol, clauses
from aftercare.core.protocol.scalars import Count
from aftercare.core.protocol.vocabulary import Vocabulary


class Covered(NamedTuple):
    """A sentence's number and gist, the clauses that carry it, or why none does."""

    number: int
    gist: str
    clauses: tuple[str, ...]
    not_needed: str


def coverage(protocol: Protocol) -> list[Covered]:
    """Give each sentence of the leaflet with the clauses that carry it."""
    carried: dict[int, list[str]] = {}
    for _, clause in clauses(protocol):
        for source in clause.source:
            if source.number:
                carried.setdefault(source.number, []).append(str(clause.id))
    leaflet = protocol.leaflet
    return [
        Covered(int(n), str(gist), tuple(carried.get(n, ())), str(leaflet.not_needed.get(n, "")))
        for n, gist in sorted(leaflet.sentences.items())
    ]


def check(loaded: Loaded, _vocabulary: Vocabulary) -> Iterator[Problem]:
    """Find sentences that no clause carries, and sources that are no sentence."""
    sentences = loaded.protocol.leaflet.sentences
    for covered in coverage(loaded.protocol):
        path = ("leaflet", "sentences", str(covered.number))
        if not covered.clauses and not covered.not_needed:
            message = f"No clause carries sentence {covered.number} ({covered.gist})."
            remedy = "Give a clause `source:` with it, or say why in `not-needed:`."
            yield loaded.problem("P701", path, message, remedy)
        if covered.clauses and covered.not_needed:
            message = f"Sentence {covered.number} is `not-needed`, yet {covered.clauses[0]} has it."
            yield loaded.problem("P703", path, message, "Keep one of the two.", "warning")
    for at, clause in clauses(loaded.protocol):
        for source in clause.source:
            if source.number and Count(source.number) not in sentences:
                message = f"The leaflet has no sentence {source}."
                remedy = "Correct the number, or add it to `leaflet: sentences:`."
                yield loaded.problem("P702", (*at, "source"), message, remedy)
