"""A peel's four weeks and a tattoo's, on some days: what holds, what eases, what is over."""

import pytest

from aftercare.core.checkin.reports import Report
from aftercare.core.pipeline import plan
from tests.core.plan.cases import DAY, HOUR, dates, instant, planned, shipped, treated

PEEL, TATTOO = "chemical-peel", "tattoo"


PEEL_DAYS = {
    # hours: washing, wash gently, heat, strong products, sunscreen
    1: ("active", "upcoming", "active", "active", "active"),
    7: ("ended", "standing", "active", "active", "active"),
    49: ("ended", "standing", "easing", "active", "active"),
    8 * 24: ("ended", "standing", "easing", "easing", "active"),
    15 * 24: ("ended", "standing", "ended", "ended", "active"),
    29 * 24: ("ended", "standing", "ended", "ended", "easing"),
}
TATTOO_DAYS = {
    # hours: film stays, film comes off, no new film, water, shaving
    1: ("active", "upcoming", "upcoming", "active", "waiting"),
    4: ("ended", "active", "active", "active", "waiting"),
    13: ("ended", "ended", "active", "active", "waiting"),
    15 * 24: ("ended", "ended", "ended", "active", "waiting"),
    29 * 24: ("ended", "ended", "ended", "easing", "waiting"),
    90 * 24: ("ended", "ended", "ended", "ended", "waiting"),
}


def states(name: str, hours: int, *names: str) -> tuple[str, ...]:
    one = planned(shipped(name), hours * HOUR)
    return tuple(dates(one, each).state for each in names)


@pytest.mark.parametrize("hours", PEEL_DAYS)
def test_a_peel_day_by_day(hours: int) -> None:
    advice = ("no-washing-yet", "wash-gently", "no-heat", "no-strong-products", "sunscreen")
    assert states(PEEL, hours, *advice) == PEEL_DAYS[hours]


@pytest.mark.parametrize("hours", TATTOO_DAYS)
def test_a_tattoo_day_by_day(hours: int) -> None:
    advice = ("keep-film", "take-film-off", "no-new-film", "no-soaking", "no-hair-removal")
    assert states(TATTOO, hours, *advice) == TATTOO_DAYS[hours]


def test_a_healed_tattoo_ends_what_waited_for_it_and_no_clock_does() -> None:
    said = [Report("healed", "yes", 24 * DAY)]
    after = planned(shipped(TATTOO), 25 * DAY, said)
    waited = ("no-sunscreen", "no-hair-removal", "no-perfume")
    assert [dates(after, each).state for each in waited] == ["ended"] * 3
    assert dates(after, "no-soaking").state == "active"


def test_four_weeks_end_at_the_same_time_on_the_wall_over_a_change_of_clocks() -> None:
    at = instant("2026-10-10T14:30+01:00")
    compiled = shipped(TATTOO)
    (one,) = plan(compiled.schedule, [treated(compiled, at, "Europe/London")], at)
    ends = dates(one, "no-soaking").earliest
    assert ends == instant("2026-11-07T14:30+00:00")
