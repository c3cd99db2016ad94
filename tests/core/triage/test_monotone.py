"""One more symptom, more severe, later, worse or a riskier fact never lowers the level."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from aftercare.core.protocol.model import LEVELS, Protocol
from aftercare.core.protocol.scalars import SEVERITIES
from aftercare.core.triage.table import Table, compile_table, triage
from tests.core.triage.random_tables import SYMPTOMS, CheckIn, check_ins, proved_tables
from tests.core.triage.tables import DAY, micro_needling

Draw = Callable[[st.SearchStrategy[Any]], Any]
Step = Callable[[Draw, CheckIn, tuple[str, ...]], CheckIn]

SHIPPED = micro_needling()
SHIPPED_TABLE = compile_table(SHIPPED)
DECLARED = tuple(map(str, SHIPPED.symptoms))


def one_more(draw: Draw, case: CheckIn, names: tuple[str, ...]) -> CheckIn:
    new = {draw(st.sampled_from(names)): draw(st.sampled_from(SEVERITIES[1:]))}
    return case._replace(symptoms=new | case.symptoms)


def more_severe(draw: Draw, case: CheckIn, _: tuple[str, ...]) -> CheckIn:
    raised = {
        name: SEVERITIES[draw(st.integers(SEVERITIES.index(said), 3))]
        for name, said in case.symptoms.items()
    }
    return case._replace(symptoms=raised)


def later(draw: Draw, case: CheckIn, _: tuple[str, ...]) -> CheckIn:
    return case._replace(
        after=case.after + draw(st.one_of(st.integers(0, 7_200), st.integers(0, 9 * DAY)))
    )


def worse(draw: Draw, case: CheckIn, _: tuple[str, ...]) -> CheckIn:
    lowered = {
        name: SEVERITIES[draw(st.integers(0, SEVERITIES.index(said)))]
        for name, said in case.before.items()
    }
    return case._replace(before=lowered)


def riskier(_: Draw, case: CheckIn, __: tuple[str, ...]) -> CheckIn:
    """From no to yes; what is unknown stays so."""
    facts = tuple(
        (name, frozenset({"yes"}) if values == {"no"} else values)
        for name, values in case.treatment.facts
    )
    return case._replace(treatment=replace(case.treatment, facts=facts))


def unknown(_: Draw, case: CheckIn, __: tuple[str, ...]) -> CheckIn:
    """From a known yes or no to `I do not know`."""
    facts = tuple(
        (name, values | {"no", "yes"} if values <= {"no", "yes"} else values)
        for name, values in case.treatment.facts
    )
    return case._replace(treatment=replace(case.treatment, facts=facts))


def level(table: Table, case: CheckIn) -> int:
    at = case.treatment.at + case.after
    return LEVELS.index(triage(table, case.treatment, at, case.symptoms, case.before).level)


STEPS: list[Step] = [one_more, more_severe, later, worse, riskier, unknown]


@pytest.mark.parametrize("step", STEPS)
@given(data=st.data())
def test_shipped_table_never_falls(step: Step, data: st.DataObject) -> None:
    case = data.draw(check_ins(SHIPPED, DECLARED))
    assert level(SHIPPED_TABLE, case) <= level(SHIPPED_TABLE, step(data.draw, case, DECLARED))


@settings(max_examples=settings().max_examples // 4)  # each table is proved, which is dear
@given(protocol=proved_tables(), data=st.data())
def test_proved_table_never_falls(protocol: Protocol, data: st.DataObject) -> None:
    table, names = compile_table(protocol), tuple(map(str, SYMPTOMS))
    for step in STEPS * 2:
        case = data.draw(check_ins(protocol, names))
        assert level(table, case) <= level(table, step(data.draw, case, names))


@given(data=st.data())
def test_set_of_symptoms_is_the_highest_of_its_parts(data: st.DataObject) -> None:
    """The shipped table has no row over pairs, so that the whole is just its parts."""
    case = data.draw(check_ins(SHIPPED, DECLARED))
    parts = [
        level(SHIPPED_TABLE, case._replace(symptoms={name: said}))
        for name, said in case.symptoms.items()
    ]
    assert level(SHIPPED_TABLE, case) == max(parts, default=0)
