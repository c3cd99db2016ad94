from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftercare.core.checkin.reports import Report, read_reports, read_symptoms
from aftercare.core.problems import Problem
from tests.core.plan.cases import protocol

GLOW = protocol(
    "- {id: no-soap, avoid: soap, text: {en: No soap.}, until: calm, source: 1}"
).protocol
DECLARED = "It declares redness, pain, calm and healed."


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, []),
        ({"redness": "none"}, [("redness", "none")]),
        ({"redness": "mild"}, [("redness", "mild")]),
        ({"redness": "moderate"}, [("redness", "moderate")]),
        ({"redness": "severe"}, [("redness", "severe")]),
        ({"calm": "yes"}, [("calm", "yes")]),
        ({"calm": "no"}, [("calm", "no")]),
        ({"calm": True}, [("calm", "yes")]),
        ({"healed": False}, [("healed", "no")]),
        ({"healed": "yes", "redness": "none"}, [("healed", "yes"), ("redness", "none")]),
    ],
)
def test_reports_keep_their_order_and_their_time(
    given: Mapping[str, object], expected: list[tuple[str, str]]
) -> None:
    reports = [Report(name, value, 42) for name, value in expected]
    assert read_reports(GLOW, given, 42) == (reports, [])


UNKNOWN = Problem("R101", "There is no symptom or condition `rednes` in this protocol.", DECLARED)
SEVERITIES = "It can be none, mild, moderate and severe."


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"rednes": "none"}, UNKNOWN),
        (
            {"redness": "awful"},
            Problem("R104", "The severity of `redness` cannot be `awful`.", SEVERITIES),
        ),
        (
            {"redness": True},
            Problem("R104", "The severity of `redness` cannot be `yes`.", SEVERITIES),
        ),
        (
            {"redness": None},
            Problem("R104", "The severity of `redness` cannot be `None`.", SEVERITIES),
        ),
        (
            {"calm": "none"},
            Problem("R102", "The condition `calm` cannot be `none`.", "Report it as yes or no."),
        ),
        (
            {"calm": ["yes"]},
            Problem("R102", "The condition `calm` cannot be `['yes']`.", "Report it as yes or no."),
        ),
        (
            {"calm": {}},
            Problem("R102", "The condition `calm` cannot be `{}`.", "Report it as yes or no."),
        ),
        (
            {"redness": ["none"]},
            Problem("R104", "The severity of `redness` cannot be `['none']`.", SEVERITIES),
        ),
        (
            {"calm": 1},
            Problem("R102", "The condition `calm` cannot be `1`.", "Report it as yes or no."),
        ),
    ],
)
def test_what_is_not_declared_is_a_problem(given: Mapping[str, object], problem: Problem) -> None:
    assert read_reports(GLOW, given, 0) == ([], [problem])


def test_one_bad_report_leaves_the_others() -> None:
    found = read_reports(GLOW, {"calm": "yes", "rednes": "none", "redness": "mild"}, 7)
    assert found == ([Report("calm", "yes", 7), Report("redness", "mild", 7)], [UNKNOWN])


def test_symptoms_are_read_all_or_none() -> None:
    assert read_symptoms(GLOW, {"redness": "mild", "pain": "none"}) == (
        {"redness": "mild", "pain": "none"},
        [],
    )
    fault = Problem(
        "R103", "There is no symptom `calm` in this protocol.", "It declares redness and pain."
    )
    assert read_symptoms(GLOW, {"redness": "mild", "calm": "yes"}) == ({}, [fault])


def test_every_fault_of_a_check_in_is_told_at_once() -> None:
    problems = read_symptoms(GLOW, {"redness": "bad", "itch": "mild", "pain": "no"})[1]
    assert [problem.code for problem in problems] == ["R104", "R103", "R104"]


@given(st.dictionaries(st.text(max_size=9) | st.sampled_from(["redness", "calm"]), st.text()))
def test_any_report_is_read_or_a_problem(given: dict[str, str]) -> None:
    reports, problems = read_reports(GLOW, given, 0)
    assert len(reports) + len(problems) == len(given)
