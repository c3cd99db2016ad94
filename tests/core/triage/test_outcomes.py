"""What a table comes to is what triage says, at every instant and just before the next."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings

from aftercare.core.plan.dated import Treatment
from aftercare.core.protocol.model import Protocol
from aftercare.core.triage.outcomes import outcomes
from aftercare.core.triage.table import compile_table, triage
from aftercare.protocols import shipped as names
from tests.core.plan.cases import shipped
from tests.core.triage.random_tables import proved_tables
from tests.core.triage.tables import facts

SEVERITIES = ("mild", "moderate", "severe")


def agrees(protocol: Protocol) -> None:
    table = compile_table(protocol)
    treatment = Treatment(0, facts(protocol), ZoneInfo("UTC"))
    for found in outcomes(protocol):
        ends = [at for at, _ in found.bands[1:]]
        for (at, levels), last in zip(
            found.bands, [*[e - 1 for e in ends], at_the_end(found.bands)], strict=True
        ):
            for severity, level in zip(SEVERITIES, levels, strict=True):
                for moment in (at, last):
                    judged = triage(table, treatment, moment, {found.symptom: severity})
                    assert judged.level == level, (found.symptom, severity, moment)


def at_the_end(bands: tuple[tuple[int, object], ...]) -> int:
    return bands[-1][0] + 400 * 24 * 3600


@pytest.mark.parametrize("name", sorted(names()))
def test_a_shipped_table(name: str) -> None:
    protocol = shipped(name).protocol
    assert [each.symptom for each in outcomes(protocol)] == list(protocol.symptoms)
    agrees(protocol)


@settings(max_examples=settings().max_examples // 4)  # each table is proved, which is dear
@given(proved_tables())
def test_any_proved_table(protocol: Protocol) -> None:
    agrees(protocol)


def test_a_symptom_that_no_row_covers_is_contact_at_once() -> None:
    protocol = shipped("tattoo").protocol
    found = {each.symptom: each.bands for each in outcomes(protocol)}
    assert found["rash"] == ((0, ("contact", "contact", "contact")),)
    assert found["redness"][0] == (0, ("expected", "expected", "contact"))
    assert [at // 3600 for at, _ in found["redness"]] == [0, 48, 120]
