import pytest

from aftercare.core.checkin.reports import Report
from aftercare.core.plan.ask.answer import ask, verdict_on
from aftercare.core.plan.ask.chips import PEOPLE_ASK, chips, fine_again
from aftercare.core.plan.ask.recognise import recognise
from tests.core.plan.cases import DAY, planned, protocol, shipped

TWICE = """
- {id: no-scrubs, avoid: scrub, text: {en: No scrubs.}, for: 1 day, source: 1}
- {id: no-rubbing, avoid: [scrub, massage], text: {en: No rubbing.}, for: 3 days, source: 1}
"""


@pytest.mark.parametrize(("activity", "words"), PEOPLE_ASK.items())
def test_each_chip_is_understood_as_its_activity_and_nothing_else(
    activity: str, words: str
) -> None:
    about = recognise(shipped().lexicon, f"Can I {words}?")
    assert about.activities == ((activity, False),)
    assert (about.symptoms, about.lost, about.strange) == ((), False, False)


@pytest.mark.parametrize("day", [0, 2, 4, 8, 15, 30])
def test_a_verdict_by_name_is_that_of_the_question(day: int) -> None:
    plans = [planned(shipped(), day * DAY)]
    lexicon = shipped().lexicon
    found = {name: verdict_on(lexicon, plans, name) for name in PEOPLE_ASK}
    asked = {name: ask(lexicon, plans, words).verdict for name, words in PEOPLE_ASK.items()}
    assert found == asked


def test_only_what_is_no_plain_yes_is_offered() -> None:
    lexicon = shipped().lexicon
    assert chips(lexicon, [planned(shipped(), 0)], most=2) == ["wear make-up", "swim"]
    gone = Report("skin_settled", "yes", DAY)
    assert chips(lexicon, [planned(shipped(), 30 * DAY, [gone])]) == ["use soap", "go to the gym"]


def test_what_other_advice_still_restricts_is_not_fine_again() -> None:
    compiled = protocol(TWICE)
    found = [
        fine_again(compiled.lexicon, [planned(compiled, days * DAY)], ["scrub", "massage", "scrub"])
        for days in (2, 4)
    ]
    assert [len(each) for each in found] == [0, 2]
