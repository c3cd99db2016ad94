"""The tables of a peel and a tattoo, cell by cell, as their leaflets have it: written by hand."""

from __future__ import annotations

import pytest

from aftercare.core.plan.dated import Treatment
from aftercare.core.triage.proof import Proof, prove
from aftercare.core.triage.table import compile_table, triage
from tests.core.plan.cases import shipped
from tests.core.triage.tables import HOUR, facts

TIMES = (1, 23, 25, 47, 49, 71, 73, 119, 121, 167, 169, 335, 337)
LETTER = {"expected": "e", "watch": "w", "contact": "c", "urgent": "u"}
PEEL, TATTOO = "chemical-peel", "tattoo"

CALM = {
    # hours: 1, 23, 25, 47, 49, 71, 73, 119, 121, 167, 169, 335, 337
    PEEL: {
        "redness": "eewwwwccccccc",
        "stinging": "eewwccccccccc",
        "swelling": "eewwccccccccc",
        "tightness": "eeeeeeccccccc",
        "itching": "eeeeeeccccccc",
        "flaking": "eeeeeeeeeeccc",
        "dryness": "eeeeeeeeeeccc",
        "scabbing": "ccccccccccccc",
        "rash": "ccccccccccccc",
        "patches": "ccccccccccccc",
        "scar": "ccccccccccccc",
        "blistering": "uuuuuuuuuuuuu",
        "open_sore": "uuuuuuuuuuuuu",
        "cold_sore": "uuuuuuuuuuuuu",
        "infection": "uuuuuuuuuuuuu",
    },
    TATTOO: {
        "redness": "eeeewwwwccccc",
        "swelling": "eeeewwwwccccc",
        "soreness": "eeeewwwwccccc",
        "oozing": "eeeeccccccccc",
        "flaking": "eeeeeeeeeeeec",
        "scabs": "eeeeeeeeeeeec",
        "itching": "eeeeeeeeeeeec",
        "bruising": "wwwwwwwwwwwwc",
        "rash": "ccccccccccccc",
        "raised_scar": "ccccccccccccc",
        "infection": "uuuuuuuuuuuuu",
    },
}
"""The levels of a mild or a moderate symptom that has not grown worse."""

STRONG = {
    PEEL: {"redness", "stinging", "swelling"},
    TATTOO: {"redness", "swelling", "soreness", "oozing", "scabs"},
}
CASES = [(name, symptom) for name, grid in CALM.items() for symptom in grid]


def levels(name: str, symptom: str, severity: str, before: str | None = None) -> str:
    protocol = shipped(name).protocol
    table, treatment = compile_table(protocol), Treatment(0, facts(protocol))
    earlier = {symptom: before} if before else None
    return "".join(
        LETTER[triage(table, treatment, hours * HOUR, {symptom: severity}, earlier).level]
        for hours in TIMES
    )


@pytest.mark.parametrize(("name", "symptom"), CASES)
def test_level_of_each_cell(name: str, symptom: str) -> None:
    calm = CALM[name][symptom]
    severe = calm.replace("e", "w")
    if symptom in STRONG[name]:
        severe = "c" * len(TIMES)
    found = [levels(name, symptom, each) for each in ("mild", "moderate", "severe")]
    assert found == [calm, calm, severe]


@pytest.mark.parametrize("name", [PEEL, TATTOO])
def test_grid_holds_every_symptom_that_is_declared(name: str) -> None:
    assert sorted(CALM[name]) == sorted(shipped(name).protocol.symptoms)


def test_pain_that_grows_after_a_peel_is_for_the_same_day() -> None:
    assert levels(PEEL, "stinging", "moderate", before="mild") == "u" * len(TIMES)


@pytest.mark.parametrize("symptom", ["redness", "swelling", "soreness"])
def test_a_tattoo_that_gets_worse_after_the_second_day_is_for_the_same_day(symptom: str) -> None:
    assert levels(TATTOO, symptom, "moderate", before="mild") == "eeee" + "u" * 9


@pytest.mark.parametrize("name", [PEEL, TATTOO])
def test_shipped_table_is_proved_with_no_cell_left_to_the_default(name: str) -> None:
    proof = prove(shipped(name).protocol)
    assert proof == Proof(cells=proof.cells, uncovered=0, violations=())
    assert proof.cells > 7 * 3 * 2 * len(CALM[name])
