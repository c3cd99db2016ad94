"""Cases for mistakes that `benchmarks/mutation.py` made and no other test noticed."""

from datetime import datetime, timedelta, tzinfo

import pytest

from aftercare.core.pipeline import Compiled, compile_protocol
from aftercare.core.plan.course import merge
from aftercare.core.plan.dated import Dated
from aftercare.core.plan.say import until
from aftercare.core.plan.times import read_time
from aftercare.core.protocol.facts import read_facts
from aftercare.core.protocol.load import load
from tests.core.plan.cases import (
    DAY,
    HOUR,
    PROTOCOL,
    clause,
    dates,
    instant,
    planned,
    protocol,
    vocabulary,
)

SOAP = "- {id: no-soap, avoid: soap, text: {en: No soap.}, for: 2 days, source: 1}"


def redness(length: str) -> Compiled:
    """A protocol that tells this length of redness."""
    text = PROTOCOL.replace("usually: 12 hours", length) + f"advice:\n  {SOAP}\n"
    loaded, problems = load(text.encode(), "glow.yaml")
    assert problems == []
    assert loaded
    return compile_protocol(loaded, vocabulary())


@pytest.mark.parametrize(
    ("length", "earliest", "latest"),
    [
        ("usually: 12 hours", 12 * HOUR, 12 * HOUR),
        ("longer-for-some: 3 to 4 days", 3 * DAY, 4 * DAY),
        ("usually: 12 hours, longer-for-some: 3 to 4 days", 12 * HOUR, 4 * DAY),
    ],
)
def test_redness_lasts_from_its_usual_end_to_the_longest_told(
    length: str, earliest: int, latest: int
) -> None:
    found = dates(planned(redness(length), 0), "glowing")
    assert found == Dated(0, earliest, latest, latest, None, "active")


@pytest.mark.parametrize(("known", "kept"), [(9_999, 10_000), (10_000, 10_000), (10_001, 10_001)])
def test_no_more_than_ten_thousand_kinds_of_people_are_remembered(known: int, kept: int) -> None:
    schedule = protocol(SOAP + "\n").schedule
    facts, problems = read_facts(schedule.protocol.facts, {"skin_type": 1})
    nobody = schedule.select(facts)
    schedule.chosen.clear()
    schedule.chosen.update({((f"{number}", frozenset()),): nobody for number in range(known)})
    assert (schedule.select(facts), len(schedule.chosen), problems) == (nobody, kept, [])
    schedule.chosen.clear()


def test_what_stands_without_an_end_is_stricter_than_what_is_active() -> None:
    endless = planned(protocol(SOAP.replace(" for: 2 days,", "")), DAY)
    ending = planned(protocol(SOAP), DAY)
    for plans in ([endless, ending], [ending, endless]):
        assert {one.dated.state for one in merge(plans) if one.clause.id == "no-soap"} == {
            "standing"
        }


class Computed(tzinfo):
    """A zone an hour before Greenwich that makes its offset anew each time it is asked."""

    def utcoffset(self, _moment: datetime | None) -> timedelta:
        return timedelta(hours=1)

    def dst(self, _moment: datetime | None) -> timedelta:
        return timedelta(0)

    def tzname(self, _moment: datetime | None) -> str:
        return "UTC+1"


def test_a_time_in_a_zone_whose_clocks_never_change_is_clear() -> None:
    expected = instant("2026-11-19T14:30+01:00")
    assert read_time("2026-11-19T14:30", Computed()) == (expected, None)


def test_an_end_is_said_alike_before_a_clause_begins_and_while_it_is_active() -> None:
    compiled = protocol(SOAP.replace("2 days", "2 to 5 days"))
    early, active = planned(compiled, -1), planned(compiled, 0)
    assert [dates(one, "no-soap").state for one in (early, active)] == ["upcoming", "active"]
    before, since = (
        until(clause(one, "no-soap"), dates(one, "no-soap"), one) for one in (early, active)
    )
    assert before == since
