"""The seed's lengths, to the minute, over both changes of clocks of 2026 in five zones."""

from datetime import datetime

import pytest

from aftercare.core.pipeline import plan
from tests.core.plan.cases import dates, shipped, treated

H24, H72, H240, D2, D3, D4, D5, D7, D10, D14, D21 = range(11)
"""Where a length stands in a row of `WALL`: hours elapse, days keep the time on the wall."""

ENDS: dict[str, tuple[int, int | None, int]] = {
    # clause: its earliest end, its latest, and when easing is over
    "no-fragrance": (D2, D5, D5),
    "no-scrubs": (D7, D7, D7),
    "no-heat": (D3, None, D10),
    "no-hair-removal": (H72, None, H240),
    "no-rubbing": (D14, D14, D14),
    "no-sun": (D14, D14, D14),
    "hat": (D14, D14, D14),
    "shade": (D14, D14, D14),
    "no-chlorine": (D14, D14, D14),
    "moisturiser": (D7, None, D14),
    "sunscreen-daily": (D14, None, D21),
    "redness": (H24, D4, D4),
    "tightness": (D3, D4, D4),
    "itching": (D3, D4, D4),
    "tenderness": (D3, D4, D4),
    "stinging": (D3, D4, D4),
    "swelling": (D3, D4, D4),
    "bleeding": (D3, D4, D4),
    "settling": (D3, D4, D4),
    "drier-or-tighter": (D7, None, D14),
    "windburn": (H72, H72, H72),
    "tingling": (H72, H72, H72),
}

STANDING = {
    "no-picking", "wash-gently", "mild-cleanser", "lukewarm-water", "pat-dry", "no-scrubbing-dry",
    "little-self-tan", "clean-tools", "no-unclean-tools", "sunscreen-50", "no-weak-sunscreen",
    "sunscreen-dark-skin", "skin-surface", "infection-or-sores", "bruises",
    "bruises-and-medicines", "darker-skin", "darker-skin-and-advice",
}  # fmt: skip
WAITING = {"no-touching": "pores_closed", "no-soap": "redness_gone", "no-make-up": "skin_settled"}

WALL = [
    (
        "Europe/London",
        "03-26T14:30+00:00",
        (
            "03-27T14:30+00:00  03-29T15:30+01:00  04-05T15:30+01:00  03-28T14:30+00:00  "
            "03-29T14:30+01:00  03-30T14:30+01:00  03-31T14:30+01:00  04-02T14:30+01:00  "
            "04-05T14:30+01:00  04-09T14:30+01:00  04-16T14:30+01:00"
        ),
    ),
    (
        "Europe/London",
        "10-23T14:30+01:00",
        (
            "10-24T14:30+01:00  10-26T13:30+00:00  11-02T13:30+00:00  10-25T14:30+00:00  "
            "10-26T14:30+00:00  10-27T14:30+00:00  10-28T14:30+00:00  10-30T14:30+00:00  "
            "11-02T14:30+00:00  11-06T14:30+00:00  11-13T14:30+00:00"
        ),
    ),
    (
        "America/New_York",
        "03-06T09:15-05:00",
        (
            "03-07T09:15-05:00  03-09T10:15-04:00  03-16T10:15-04:00  03-08T09:15-04:00  "
            "03-09T09:15-04:00  03-10T09:15-04:00  03-11T09:15-04:00  03-13T09:15-04:00  "
            "03-16T09:15-04:00  03-20T09:15-04:00  03-27T09:15-04:00"
        ),
    ),
    (
        "America/New_York",
        "10-30T09:15-04:00",
        (
            "10-31T09:15-04:00  11-02T08:15-05:00  11-09T08:15-05:00  11-01T09:15-05:00  "
            "11-02T09:15-05:00  11-03T09:15-05:00  11-04T09:15-05:00  11-06T09:15-05:00  "
            "11-09T09:15-05:00  11-13T09:15-05:00  11-20T09:15-05:00"
        ),
    ),
    (
        "Australia/Lord_Howe",
        "04-03T16:45+11:00",
        (
            "04-04T16:45+11:00  04-06T16:15+10:30  04-13T16:15+10:30  04-05T16:45+10:30  "
            "04-06T16:45+10:30  04-07T16:45+10:30  04-08T16:45+10:30  04-10T16:45+10:30  "
            "04-13T16:45+10:30  04-17T16:45+10:30  04-24T16:45+10:30"
        ),
    ),
    (
        "Australia/Lord_Howe",
        "10-02T16:45+10:30",
        (
            "10-03T16:45+10:30  10-05T17:15+11:00  10-12T17:15+11:00  10-04T16:45+11:00  "
            "10-05T16:45+11:00  10-06T16:45+11:00  10-07T16:45+11:00  10-09T16:45+11:00  "
            "10-12T16:45+11:00  10-16T16:45+11:00  10-23T16:45+11:00"
        ),
    ),
    (
        "Africa/Casablanca",
        "02-13T11:00+01:00",
        (
            "02-14T11:00+01:00  02-16T10:00+00:00  02-23T10:00+00:00  02-15T11:00+00:00  "
            "02-16T11:00+00:00  02-17T11:00+00:00  02-18T11:00+00:00  02-20T11:00+00:00  "
            "02-23T11:00+00:00  02-27T11:00+00:00  03-06T11:00+00:00"
        ),
    ),
    (
        "Africa/Casablanca",
        "03-20T11:00+00:00",
        (
            "03-21T11:00+00:00  03-23T12:00+01:00  03-30T12:00+01:00  03-22T11:00+01:00  "
            "03-23T11:00+01:00  03-24T11:00+01:00  03-25T11:00+01:00  03-27T11:00+01:00  "
            "03-30T11:00+01:00  04-03T11:00+01:00  04-10T11:00+01:00"
        ),
    ),
    (
        "America/St_Johns",
        "03-06T18:05-03:30",
        (
            "03-07T18:05-03:30  03-09T19:05-02:30  03-16T19:05-02:30  03-08T18:05-02:30  "
            "03-09T18:05-02:30  03-10T18:05-02:30  03-11T18:05-02:30  03-13T18:05-02:30  "
            "03-16T18:05-02:30  03-20T18:05-02:30  03-27T18:05-02:30"
        ),
    ),
    (
        "America/St_Johns",
        "10-30T18:05-02:30",
        (
            "10-31T18:05-02:30  11-02T17:05-03:30  11-09T17:05-03:30  11-01T18:05-03:30  "
            "11-02T18:05-03:30  11-03T18:05-03:30  11-04T18:05-03:30  11-06T18:05-03:30  "
            "11-09T18:05-03:30  11-13T18:05-03:30  11-20T18:05-03:30"
        ),
    ),
]


@pytest.mark.parametrize(("zone", "start", "row"), WALL)
def test_every_length_of_the_leaflet_ends_to_the_minute(zone: str, start: str, row: str) -> None:
    at = int(datetime.fromisoformat(f"2026-{start}").timestamp())
    (one,) = plan(shipped().schedule, [treated(shipped(), at, zone)], at)

    def shown(instant: int | None) -> str | None:
        if instant is None:
            return None
        local = datetime.fromtimestamp(instant, one.treatment.zone)
        return local.isoformat(timespec="minutes").removeprefix("2026-")

    found = {name: tuple(map(shown, dates(one, name)[1:4])) for name in ENDS}
    wall = [*row.split(), None]
    assert found == {
        name: tuple(wall[-1 if end is None else end] for end in ends) for name, ends in ENDS.items()
    }


def test_every_clause_of_the_leaflet_has_a_length_a_condition_or_stands() -> None:
    (one,) = plan(shipped().schedule, [treated(shipped())], 0)
    standing = {x.id for x in one.selection.clauses if one.of(x).state == "standing"}
    waiting = {x.id: y.id for x in one.selection.clauses if (y := one.of(x).until)}
    assert standing == STANDING
    assert waiting == WAITING
    assert {x.id for x in one.selection.clauses} == {*ENDS, *STANDING, *WAITING}
