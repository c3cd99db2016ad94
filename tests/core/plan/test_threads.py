"""A compiled protocol is shared: eight threads get what one gets."""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from aftercare.core.pipeline import Compiled, ask, overview, plan, triage
from aftercare.core.plan.ask.lexicon import compile_lexicon
from aftercare.core.plan.compiled import compile_schedule
from tests.core.plan.ask.test_questions import QUESTIONS
from tests.core.plan.cases import HOUR, shipped, treated, vocabulary

SEVERITIES = ("none", "mild", "moderate", "severe")
ZONES = ("Europe/London", "Australia/Lord_Howe", "America/St_Johns")


def fresh() -> Compiled:
    """The shipped protocol, with nothing remembered yet."""
    known = shipped()
    return Compiled(
        known.protocol,
        known.sha256,
        compile_schedule(known.protocol, known.sha256),
        compile_lexicon(vocabulary(), known.protocol),
        known.table,
    )


def work(compiled: Compiled, number: int) -> tuple[object, ...]:
    start = 1_774_000_000 + 90_061 * (number % 200)
    patient = treated(compiled, start, ZONES[number % 3], facts={"skin_type": number % 6 + 1})
    case = QUESTIONS[number % len(QUESTIONS)]
    at = start + int(case["after_h"] * HOUR)
    plans = plan(compiled.schedule, [patient], at)
    symptom = list(compiled.protocol.symptoms)[number % len(compiled.protocol.symptoms)]
    symptoms = {str(symptom): SEVERITIES[number % 4]}
    shown = [(t, row.said) for t, rows in overview(plans).items() for row in rows]
    level = triage(compiled.table, patient, at, symptoms)
    question = str(case["q"]) + "uu"  # a slip of the last word
    return plans[0].dated, shown, ask(compiled.lexicon, plans, question), level


@pytest.fixture
def _impatient() -> Iterator[None]:
    """Threads take turns every few instructions, so that a race is met."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("_impatient")
def test_eight_threads_plan_ask_and_triage_as_one_does() -> None:
    numbers = range(2 * len(QUESTIONS))
    single, shared = fresh(), fresh()
    alone = [work(single, number) for number in numbers]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda number: work(shared, number), numbers))
    assert together == alone
