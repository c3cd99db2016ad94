"""Questions in people's words, with the verdict that the shipped protocol owes at that hour."""

import json
from pathlib import Path
from typing import Any

import pytest

from aftercare.core.checkin.reports import Report
from aftercare.core.pipeline import ask
from tests.core.plan.cases import HOUR, planned, shipped

LINES = Path(__file__).with_name("questions.jsonl").read_text(encoding="utf-8").splitlines()
QUESTIONS: list[dict[str, Any]] = [json.loads(line) for line in LINES]


@pytest.mark.parametrize("case", QUESTIONS, ids=lambda case: f"{case['after_h']} h {case['q']}")
def test_a_question_has_its_verdict(case: dict[str, Any]) -> None:
    at = int(case["after_h"] * HOUR)
    reports = [Report(name, value, at) for name, value in case.get("reports", {}).items()]
    answer = ask(shipped().lexicon, [planned(shipped(), at, reports)], case["q"])
    assert answer.verdict == case["verdict"]


def test_the_questions_know_every_verdict_and_stand_once() -> None:
    verdicts = {case["verdict"] for case in QUESTIONS}
    assert verdicts == {"no", "not-yet", "ask", "depends", "with-care", "yes"}
    assert len({line.partition(', "verdict"')[0] for line in LINES}) >= 120
    assert len(set(LINES)) == len(LINES)
