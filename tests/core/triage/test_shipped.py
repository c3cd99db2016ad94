"""The shipped table, cell by cell, as its leaflet has it: the grid is written by hand."""

from __future__ import annotations

import pytest

from aftercare.core.plan.dated import Treatment
from aftercare.core.triage.proof import Proof, prove
from aftercare.core.triage.table import compile_table, triage
from tests.core.triage.tables import HOUR, facts, micro_needling

TIMES = (1, 23, 25, 37, 71, 73, 95, 97, 167, 169, 335, 337)
LETTER = {"expected": "e", "watch": "w", "contact": "c", "urgent": "u"}

CALM = {
    # hours:     1, 23, 25, 37, 71, 73, 95, 97, 167, 169, 335, 337
    "redness": "eewwwwwccccc",
    "tightness": "eeeeeeeeewww",
    "itching": "eeeeewwccccc",
    "tenderness": "eeeeewwccccc",
    "stinging": "eeeeewwccccc",
    "swelling": "eeeeewwccccc",
    "bleeding": "eeeeewwccccc",
    "bruising": "wwwwwwwwwwwc",
    "petechiae": "wwwwwwwwwwwc",
    "blistering": "cccccccccccc",
    "peeling": "cccccccccccc",
    "scabbing": "cccccccccccc",
    "infection": "uuuuuuuuuuuu",
    "ulceration": "uuuuuuuuuuuu",
    "darkening": "cccccccccccc",
    "windburn": "eeeeeccccccc",
    "tingling": "eeeeeccccccc",
    "dryness": "eeeeeeeeewww",
}
"""The levels of a mild or a moderate symptom; severe ones are below."""

SEVERE = {name: levels.replace("e", "w") for name, levels in CALM.items()}
SEVERE |= dict.fromkeys(("redness", "swelling", "bleeding"), "cccccccccccc")


@pytest.mark.parametrize("symptom", list(CALM))
def test_level_of_each_cell(symptom: str) -> None:
    protocol = micro_needling()
    table, treatment = compile_table(protocol), Treatment(0, facts(protocol))
    grid = {
        severity: "".join(
            LETTER[triage(table, treatment, hours * HOUR, {symptom: severity}).level]
            for hours in TIMES
        )
        for severity in ("mild", "moderate", "severe")
    }
    assert grid == {"mild": CALM[symptom], "moderate": CALM[symptom], "severe": SEVERE[symptom]}


def test_grid_holds_every_symptom_that_is_declared() -> None:
    assert sorted(CALM) == sorted(micro_needling().symptoms)


def test_shipped_table_is_proved_with_no_cell_left_to_the_default() -> None:
    proof = prove(micro_needling())
    assert proof == Proof(cells=proof.cells, uncovered=0, violations=())
    assert proof.cells > 7 * 3 * 2 * len(CALM)  # each shift, severity and trend, in some band
