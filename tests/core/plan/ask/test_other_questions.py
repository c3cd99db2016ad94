"""Questions about a peel and a tattoo; and what the new words must leave as it was."""

import json
from pathlib import Path
from typing import Any

import pytest

from aftercare.core.checkin.reports import Report
from aftercare.core.pipeline import ask
from aftercare.core.plan.ask.answer import Answer
from tests.core.plan.cases import HOUR, planned, shipped

LINES = Path(__file__).with_name("other_questions.jsonl").read_text(encoding="utf-8").splitlines()
QUESTIONS: list[dict[str, Any]] = [json.loads(line) for line in LINES]


def answer(name: str, hours: float, question: str, **reports: str) -> Answer:
    at = int(hours * HOUR)
    said = [Report(condition, value, at) for condition, value in reports.items()]
    return ask(shipped(name).lexicon, [planned(shipped(name), at, said)], question)


@pytest.mark.parametrize("case", QUESTIONS, ids=lambda c: f"{c['of']} {c['after_h']} h {c['q']}")
def test_a_question_has_its_verdict(case: dict[str, Any]) -> None:
    found = answer(case["of"], case["after_h"], case["q"], **case.get("reports", {}))
    assert found.verdict == case["verdict"]


def test_no_question_stands_twice() -> None:
    assert len(set(LINES)) == len(LINES)


def test_a_doctor_s_cream_is_asked_about_and_never_put_off() -> None:
    found = answer("chemical-peel", 24, "can I use my tretinoin")
    assert (found.verdict, found.clauses) == ("ask", ())
    assert "a cream from a doctor" in found.text


def test_retinol_is_put_off_with_the_way_out_for_a_doctor_s_cream() -> None:
    text = answer("chemical-peel", 24, "can I use retinol").text
    assert "Ask us first about a cream from a doctor." in text


def test_the_film_comes_off_with_clean_hands() -> None:
    assert "Take the film off with clean hands." in answer("tattoo", 4, "take the film off?").text


def test_silence_about_the_body_is_not_said_of_the_face() -> None:
    assert "your face" not in answer("tattoo", 4, "can I put vaseline or soap on it").text


def test_a_healed_tattoo_is_asked_for_its_sunscreen() -> None:
    text = answer("tattoo", 700, "sunscreen on my tattoo?", healed="yes").text
    assert "Always wear SPF 50 on it." in text
