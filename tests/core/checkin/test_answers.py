from hypothesis import given
from hypothesis import strategies as st

from aftercare.core.checkin.answers import (
    NONE,
    Answers,
    as_last_time,
    reported,
    ticked,
    to_ask,
    unsaid,
)
from aftercare.core.checkin.pages import felt_and_seen
from aftercare.core.protocol.scalars import SEVERITIES
from tests.core.plan.cases import shipped

PROTOCOL = shipped().protocol
FELT, SEEN = felt_and_seen(PROTOCOL)
BAD = st.sampled_from(["", *SEVERITIES])
ANSWERS = st.builds(
    Answers,
    st.lists(st.sampled_from([*FELT, NONE]), unique=True).map(tuple),
    st.lists(st.sampled_from([*SEEN, NONE]), unique=True).map(tuple),
    st.dictionaries(st.sampled_from([*FELT, *SEEN]), BAD),
    st.booleans(),
)


def test_nothing_ticked_reports_nothing() -> None:
    assert reported(PROTOCOL, Answers()) == {}


def test_none_of_these_denies_its_own_list_only() -> None:
    assert reported(PROTOCOL, Answers(felt=(NONE,))) == dict.fromkeys(FELT, "none")


def test_a_list_with_a_tick_says_nothing_of_its_others() -> None:
    answers = Answers(felt=("itching",), how={"itching": "mild", "dryness": "severe"})
    assert reported(PROTOCOL, answers) == {"itching": "mild"}
    assert unsaid(PROTOCOL, answers) == [name for name in [*FELT, *SEEN] if name != "itching"]


def test_a_tick_without_a_severity_stands_out() -> None:
    assert reported(PROTOCOL, Answers(felt=("itching",))) == {"itching": ""}


@given(ANSWERS)
def test_none_is_only_what_somebody_said(answers: Answers) -> None:
    found = reported(PROTOCOL, answers)
    denied = {name for name, how in found.items() if how == "none"}
    said = {name for name, how in answers.how.items() if how == "none"}
    said |= set(FELT) if NONE in answers.felt else set()
    said |= set(SEEN) if NONE in answers.seen else set()
    assert answers.others or denied <= said


@given(ANSWERS)
def test_whatever_is_ticked_is_reported(answers: Answers) -> None:
    assert set(ticked(PROTOCOL, answers)) <= reported(PROTOCOL, answers).keys()


@given(st.dictionaries(st.sampled_from([*FELT, *SEEN]), st.sampled_from(SEVERITIES)))
def test_the_same_as_last_time_reports_the_same(last: dict[str, str]) -> None:
    assert reported(PROTOCOL, as_last_time(PROTOCOL, last)) == last


def test_what_a_symptom_answers_is_not_asked_again() -> None:
    waiting = ["redness_gone", "pores_closed"]
    asked = [to_ask(PROTOCOL, waiting, told) for told in ({}, {"redness": "mild"})]
    assert asked == [waiting, ["pores_closed"]]
