from aftercare.core.plan.expecting import Expected, apart, expecting
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


def test_once_the_least_time_is_over_it_asks_for_a_word() -> None:
    said = [told(days)[-1].said for days in (0, 8)]
    assert said == [
        "Usually until at least Thursday 8 January.",
        "Usually until at least Thursday 8 January. Tell us if you still have it.",
    ]


def test_a_clause_that_only_sums_up_stands_apart() -> None:
    shown = overview([planned(shipped(), 0)])[EXPECT]
    own, sums = apart(shown)
    assert [each.clause.id for each in sums] == ["settling"]
    assert len(own) + len(sums) == len(shown)
