"""`aftercare plan`: every clause dated, as text, data, picture and calendar."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cli.running import COURSE, LONDON, MICRO, run, said

CLAUSE: dict[str, type | tuple[type, ...]] = {
    "id": str,
    "kind": str,
    "activity": list,
    "state": str,
    "starts": str,
    "earliest_end": (str, type(None)),
    "latest_end": (str, type(None)),
    "until": (str, type(None)),
    "text": str,
    "source": list,
}


def clauses(*options: str) -> dict[str, dict[str, Any]]:
    return {clause["id"]: clause for clause in said("plan", MICRO, *options, "--json")["clauses"]}


def test_plan_as_json_has_the_documented_keys_in_order() -> None:
    plan = said("plan", MICRO, *COURSE, "--json")
    assert list(plan) == ["protocol", "treatments", "at", "clauses"]
    assert list(plan["protocol"]) == ["id", "version", "sha256"]
    assert (plan["protocol"]["id"], plan["protocol"]["version"]) == (MICRO, 1)
    assert plan["treatments"] == [
        {"treated_at": "2026-11-19T14:30:00+00:00", "zone": "Europe/London"}
    ]
    assert plan["at"] == "2026-11-21T10:00:00+00:00"
    assert [list(clause) for clause in plan["clauses"]] == [list(CLAUSE)] * len(plan["clauses"])


def test_plan_as_json_holds_the_documented_types() -> None:
    strange = [
        (clause["id"], key)
        for clause in said("plan", MICRO, *COURSE, "--json")["clauses"]
        for key, kind in CLAUSE.items()
        if not isinstance(clause[key], kind)
    ]
    assert strange == []


def test_plan_as_json_knows_five_kinds() -> None:
    kinds = {clause["kind"] for clause in clauses(*COURSE).values()}
    assert kinds == {"avoid", "do", "careful", "reaction", "risk"}


@pytest.mark.parametrize(
    ("clause", "dates"),
    [
        ("no-heat", ("active", "2026-11-22T14:30:00+00:00", None, None)),
        (
            "no-fragrance",
            ("active", "2026-11-21T14:30:00+00:00", "2026-11-24T14:30:00+00:00", None),
        ),
        ("no-soap", ("waiting", None, None, "redness_gone")),
        ("no-picking", ("standing", None, None, None)),
    ],
)
def test_plan_as_json_dates_each_kind_of_end(
    clause: str, dates: tuple[str, str | None, str | None, str | None]
) -> None:
    found = clauses(*COURSE)[clause]
    ends = ("state", "earliest_end", "latest_end", "until")
    assert tuple(found[name] for name in ends) == dates


def test_plan_of_a_fixed_length_has_both_ends_equal_over_a_change_of_clocks() -> None:
    options = ("--treated-at", "2026-03-27T14:30", "--zone", "Europe/London")
    found = clauses(*options, "--at", "2026-03-27T15:00")["no-scrubs"]
    assert found["starts"] == "2026-03-27T14:30:00+00:00"
    assert found["earliest_end"] == found["latest_end"] == "2026-04-03T14:30:00+01:00"


def test_plan_of_a_treatment_to_come_is_upcoming() -> None:
    found = clauses(*LONDON, "--at", "2026-11-01T10:00").values()
    assert {clause["state"] for clause in found} == {"upcoming"}


def test_plan_without_at_is_for_now() -> None:
    long_ago = ("--treated-at", "2001-01-01T10:00", "--zone", "Europe/London")
    assert clauses(*long_ago)["no-heat"]["state"] == "ended"
    to_come = ("--treated-at", "2199-01-01T10:00", "--zone", "Europe/London")
    assert clauses(*to_come)["no-heat"]["state"] == "upcoming"


def test_plan_of_two_treatments_takes_the_stricter_and_lists_both_in_order() -> None:
    both = ("--treated-at", "2026-11-19T14:30", "--treated-at", "2026-11-12T09:00")
    options = (*both, "--zone", "Europe/London", "--at", "2026-11-21T10:00")
    plan = said("plan", MICRO, *options, "--json")
    assert [one["treated_at"][:10] for one in plan["treatments"]] == ["2026-11-12", "2026-11-19"]
    assert clauses(*options)["no-scrubs"]["earliest_end"] == "2026-11-26T14:30:00+00:00"
    ids = [clause["id"] for clause in plan["clauses"]]
    assert len(ids) == len(set(ids))


def test_plan_counts_a_treatment_that_is_given_twice_once() -> None:
    once = said("plan", MICRO, *COURSE, "--json")
    same = ("--treated-at", "2026-11-19T14:30+00:00")  # the same instant, otherwise written
    for again in (LONDON[:2], same):
        assert said("plan", MICRO, *COURSE, *again, "--json") == once
    assert len(once["treatments"]) == 1


def test_plan_takes_facts_and_lists_of_them() -> None:
    light = clauses(*COURSE, "--fact", "skin_type=2")
    dark = clauses(*COURSE, "--fact", "skin_type=5", "--fact", "areas=face,eye_contour")
    unknown = clauses(*COURSE, "--fact", "skin_type=unknown")
    assert set(dark) - set(light) == {"sunscreen-dark-skin"}
    assert set(unknown) == set(dark)


def test_plan_takes_reports_with_and_without_a_time() -> None:
    reports = ("--report", "redness=none@2026-11-20T20:00", "--report", "pores_closed=yes")
    found = clauses(*COURSE, *reports)
    states = [found[name]["state"] for name in ("no-soap", "no-touching", "no-make-up")]
    assert states == ["ended", "ended", "waiting"]


def test_plan_does_not_count_a_report_after_its_instant() -> None:
    found = clauses(*COURSE, "--report", "redness=none@2026-11-21T10:01")
    assert found["no-soap"]["state"] == "waiting"


def test_plan_as_text_opens_with_the_treatment_and_the_instant() -> None:
    ran = run("plan", MICRO, *COURSE)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines()[:4] == [
        "Micro-needling, Thursday 19 November, 2:30pm (Europe/London)",
        "As of Saturday 21 November, 10am.",
        "From your clinic's advice, version 1.",
        "",
    ]
    assert max(map(len, ran.out.splitlines())) <= 90


def test_plan_gives_one_form_at_a_time() -> None:
    ran = run("plan", MICRO, *COURSE, "--json", "--svg")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.splitlines()[-1] == (
        "aftercare plan: error: argument --svg: not allowed with argument --json"
    )
