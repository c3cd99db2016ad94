from aftercare.core.plan.expecting import Expected, expecting
from aftercare.core.plan.overview import EXPECT, overview
from tests.core.plan.cases import DAY, planned, shipped


def told(days: float) -> list[Expected]:
    return expecting(overview([planned(shipped(), int(days * DAY))]).get(EXPECT, []))


def test_each_symptom_is_told_once_by_its_narrowest_clause() -> None:
    assert [each.names for each in told(0)] == [
        "Redness or flushing",
        "Tightness, itching, tenderness, stinging, swelling and pin-point bleeding",
        "A windburnt feeling and tingling with skincare products",
        "Dryness",
    ]


def test_what_goes_on_is_still_told_once_the_narrower_time_is_over() -> None:
    assert [each.names for each in told(5)] == ["Dryness and tightness"]


def test_after_the_longest_nothing_is_called_expected() -> None:
    assert told(15) == []
