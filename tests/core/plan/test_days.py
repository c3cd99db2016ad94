from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from aftercare.core.plan.days import begins, day_number, local_date

LONDON = ZoneInfo("Europe/London")


def instant(text: str, zone: ZoneInfo = LONDON) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=zone).timestamp())


def test_the_day_changes_at_midnight_where_the_treatment_was() -> None:
    treated = instant("2026-11-19T14:30")
    late = [
        day_number(treated, instant(f"2026-11-{at}"), LONDON) for at in ("19T23:59", "20T00:00")
    ]
    assert late == [0, 1]


def test_before_the_treatment_the_day_is_negative() -> None:
    assert day_number(instant("2026-11-19T14:30"), instant("2026-11-17T20:00"), LONDON) == -2


def test_a_day_begins_at_midnight_over_a_change_of_clocks() -> None:
    treated = instant("2026-10-23T14:30")
    assert begins(treated, 3, LONDON) == instant("2026-10-26T00:00")


def test_a_midnight_that_does_not_exist_moves_forward() -> None:
    beirut = ZoneInfo("Asia/Beirut")  # on 29 March 2026 the clocks went from midnight to 1am
    treated = instant("2026-03-28T14:30", beirut)
    assert datetime.fromtimestamp(begins(treated, 1, beirut), beirut).hour == 1
    assert local_date(begins(treated, 1, beirut), beirut) == date(2026, 3, 29)


def test_the_same_instant_is_another_day_elsewhere() -> None:
    at = int(datetime(2026, 11, 19, 23, 0, tzinfo=UTC).timestamp())
    assert local_date(at, ZoneInfo("Asia/Tokyo")) == date(2026, 11, 20)
