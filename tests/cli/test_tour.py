"""`aftercare tour`: one patient's two weeks, computed as for a patient."""

from __future__ import annotations

import pytest

from tests.cli.running import run


@pytest.fixture
def tour(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The tour as it reads on Saturday 21 November 2026."""
    monkeypatch.setattr("aftercare.cli.tour.time.time", lambda: 1_795_262_400.0)
    ran = run("tour")
    assert (ran.status, ran.err) == (0, "")
    return ran.out.splitlines()


def test_tour_begins_two_days_before_today(tour: list[str]) -> None:
    assert tour[0] == "Amira has micro-needling on Thursday 19 November, 2:30pm."
    days = [line.split(" ·")[0] for line in tour if line.startswith("Day ")]
    assert days == ["Day 0", "Day 1", "Day 2", "Day 4", "Day 5", "Day 8", "Day 14"]


def test_tour_shows_each_kind_of_answer(tour: list[str]) -> None:
    openings = (
        "No.",
        "Not yet.",
        "Ask us first.",
        "When you are ready.",
        "Yes, with care.",
        "Yes.",
    )
    shown = {text for text in openings if any(line.strip().startswith(text) for line in tour)}
    assert shown == set(openings)


def test_tour_shows_each_level_of_a_check_in(tour: list[str]) -> None:
    said = [
        tour[at + 1].split(":")[0].strip() for at, line in enumerate(tour) if "check-in:" in line
    ]
    assert said == ["watch", "expected", "expected", "contact", "urgent"]


def test_tour_ends_with_commands_to_try(tour: list[str]) -> None:
    at = tour.index("Now you:")
    assert tour[at + 1] == (
        '  .venv/bin/aftercare ask micro-needling "Can I go running?" '
        "--treated-at 2026-11-19T14:30 --zone Europe/London"
    )
    assert len(tour) == at + 4
