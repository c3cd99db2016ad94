"""What holds of every question to the shipped protocol."""

from functools import lru_cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftercare.core.pipeline import ask
from aftercare.core.plan.ask.answer import VERDICTS, Answer, Verdict
from aftercare.core.plan.dated import Plan, State
from tests.core.plan.ask.test_questions import QUESTIONS
from tests.core.plan.cases import DAY, HOUR, planned, shipped, vocabulary

FREE = {"yes", "with-care"}


@lru_cache
def plan_after(seconds: int) -> Plan:
    return planned(shipped(), seconds)


def answer(question: str, seconds: int = HOUR) -> Answer:
    return ask(shipped().lexicon, [plan_after(seconds)], question)


def phrases_of(name: str) -> tuple[str, ...]:
    return next(tuple(x.words) for n, x in vocabulary().activities.items() if n == name)


ACTIVITIES = sorted(map(str, vocabulary().activities))
AVOIDED = {name for c in shipped().schedule.clauses if c.kind == "avoid" for name in c.activities}
GOVERNED = [name for name in ACTIVITIES if AVOIDED & set(shipped().lexicon.kinds[name])]
SINGLE = [str(word) for name in ACTIVITIES for word in phrases_of(name)]

asked = st.sampled_from([str(case["q"]) for case in QUESTIONS])
words = st.sampled_from(sorted({word for q in QUESTIONS for word in str(q["q"]).split()}))
mixed = st.lists(words | st.sampled_from(SINGLE), max_size=8).map(" ".join)
times = st.sampled_from([-DAY, 0, HOUR, 3 * DAY, 4 * DAY, 6 * DAY, 8 * DAY, 11 * DAY, 15 * DAY])


@given(st.text() | mixed, times)
def test_any_text_has_an_answer(question: str, at: int) -> None:
    found = answer(question, at)
    assert found.verdict in VERDICTS
    assert found.text
    assert found.activities or found.verdict == "ask"


@pytest.mark.parametrize("name", GOVERNED)
def test_every_word_for_what_is_avoided_is_no_permission_in_the_first_hour(name: str) -> None:
    allowed = [phrase for phrase in phrases_of(name) if answer(phrase).verdict in FREE]
    assert allowed == []


@pytest.mark.parametrize("name", GOVERNED)
def test_asked_in_a_sentence_neither(name: str) -> None:
    forms = ("can I {} now?", "is {} ok", "do you think I may use {}", "tell me about {}")
    allowed = [
        form.format(phrase)
        for form in forms
        for phrase in phrases_of(name)
        if answer(form.format(phrase)).verdict in FREE
    ]
    assert allowed == []


def test_enough_is_avoided_to_be_worth_asking() -> None:
    assert len(GOVERNED) >= len(AVOIDED) >= 17
    assert sum(len(phrases_of(name)) for name in GOVERNED) > 300


unknown = st.text("qxzv", min_size=6, max_size=12).filter(
    lambda word: not shipped().lexicon.bases(word)
)


@given(asked | mixed, unknown, st.integers(0, 8), times)
def test_a_word_that_is_not_understood_never_gives_a_permission(
    question: str, strange: str, place: int, at: int
) -> None:
    parts = question.split()
    with_it = " ".join([*parts[:place], strange, *parts[place:]])
    before, after = answer(question, at), answer(with_it, at)
    if before.verdict not in FREE:
        assert after.verdict not in FREE


@given(st.sampled_from(SINGLE), unknown, times)
def test_a_strange_word_before_an_activity_is_asked_about(
    phrase: str, strange: str, at: int
) -> None:
    assert answer(f"{strange} {phrase}", at).verdict not in FREE


@given(st.sampled_from(SINGLE), st.sampled_from(SINGLE), times)
def test_a_second_activity_never_makes_the_verdict_milder(one: str, other: str, at: int) -> None:
    first, second, both = (answer(q, at) for q in (one, other, f"{one}. {other}"))
    for alone in (first, second):
        if set(alone.activities) <= set(both.activities):  # the other does not take its place
            assert VERDICTS.index(both.verdict) <= VERDICTS.index(alone.verdict)


AVOID: dict[State, Verdict] = {
    "upcoming": "yes",
    "active": "not-yet",
    "waiting": "depends",
    "easing": "with-care",
    "ended": "yes",
    "standing": "no",
}
CARE: set[State] = {"active", "waiting", "easing", "standing"}


@given(asked | mixed, st.integers(0, 25 * DAY))
def test_a_verdict_is_never_milder_than_a_clause_about_it(question: str, at: int) -> None:
    found, one = answer(question, at), planned(shipped(), at)
    named = {kind for name in found.activities for kind in shipped().lexicon.kinds[name]}
    owed: list[Verdict] = ["yes"]
    for clause in one.selection.clauses:
        if named & set(clause.activities):
            state = one.of(clause).state
            owed += [AVOID[state]] if clause.kind == "avoid" else []
            owed += ["with-care"] if clause.kind == "careful" and state in CARE else []
            assert clause.id in found.clauses
    assert VERDICTS.index(found.verdict) <= min(map(VERDICTS.index, owed))


@given(mixed, times)
def test_what_the_advice_is_silent_on_is_never_allowed(question: str, at: int) -> None:
    found = answer(question, at)
    spoken = {name for c in shipped().schedule.clauses for name in c.activities}
    silent = [n for n in found.activities if not spoken & set(shipped().lexicon.kinds[n])]
    assert not silent or found.verdict not in FREE


@given(asked | mixed)
def test_time_never_makes_an_answer_stricter(question: str) -> None:
    instants = [HOUR, 2 * DAY, 3 * DAY, 5 * DAY, 7 * DAY, 10 * DAY, 14 * DAY, 30 * DAY]
    ranks = [VERDICTS.index(answer(question, at).verdict) for at in instants]
    assert ranks == sorted(ranks)
