"""The triage table: rows that name a time never told, and the proof, as problems."""

from __future__ import annotations

from collections.abc import Iterator

from aftercare.core.problems import Problem
from aftercare.core.protocol.load import Loaded
from aftercare.core.protocol.model import Protocol
from aftercare.core.protocol.vocabulary import Vocabulary
from aftercare.core.triage.proof import prove
from aftercare.core.triage.told import told

_CODES = {"monotone": "P901", "honest": "P902", "reachable": "P903"}
_REMEDY = {
    "monotone": "Raise the lower row, or narrow the higher one.",
    "honest": "Raise the level, or begin the calmer row's end earlier.",
    "reachable": "Remove it, or put it before the row that takes its cases.",
}


def check(loaded: Loaded, _vocabulary: Vocabulary) -> Iterator[Problem]:
    """Prove the table; a table with undeclared names is not proved, its names are reported."""
    if not declared(loaded.protocol):
        return
    yield from _untold(loaded)
    rows = {str(row.id): i for i, row in enumerate(loaded.protocol.triage)}
    proof = prove(loaded.protocol)
    for violation in proof.violations:
        at = ("triage", rows[violation.row]) if violation.row in rows else ("triage",)
        remedy = _REMEDY[violation.rule]
        yield loaded.problem(_CODES[violation.rule], at, violation.sentence, remedy)
    if proof.uncovered:
        message = f"{proof.uncovered} of {proof.cells} cells are in no row; they are `contact`."
        yield loaded.problem("P904", ("triage",), message, "See `protocol prove`.", "note")


def declared(protocol: Protocol) -> bool:
    """Tell whether the table names only what the protocol declares, so that it can be proved."""
    names = {symptom for row in protocol.triage for symptom in (*row.symptom, *row.together_with)}
    facts = {fact for row in protocol.triage for fact in row.when}
    options = all(
        fact.options or fact.kind not in {"areas", "choice"} for fact in protocol.facts.values()
    )
    return names <= set(protocol.symptoms) and facts <= set(protocol.facts) and options


def _untold(loaded: Loaded) -> Iterator[Problem]:
    for i, row in enumerate(loaded.protocol.triage):
        if not isinstance(row.after, str):
            continue
        for symptom in row.symptom:
            known = told(loaded.protocol, symptom)
            if (known.usual if row.after == "usually" else known.longest) is None:
                word = {"usually": "usual"}.get(row.after, row.after)
                message = f"The patient was told no {word} time for {symptom}."
                remedy = "Write a length, or take the symptom out of this row."
                yield loaded.problem("P209", ("triage", i, "after"), message, remedy)
