from collections.abc import Sequence

import pytest

from aftercare.core.checkin.reports import Report
from aftercare.core.pipeline import ask, plan
from aftercare.core.plan.ask.answer import Answer
from aftercare.core.plan.dated import Treatment, make_plan
from tests.core.plan.cases import DAY, HOUR, instant, protocol, treated

AT = instant("2026-11-19T14:30+00:00")  # a Thursday

ADVICE = """
- {id: no-sauna, avoid: sauna, text: {en: No sauna.}, for: at least 3 days, source: 1}
- {id: no-pool, avoid: [swimming, hot-tub], text: {en: No pool.}, for: about 14 days, source: 1}
- {id: no-soap, avoid: soap, text: {en: No soap.}, until: calm, usually: 2 days, source: 1}
- {id: no-scent, avoid: fragrance, text: {en: No scent.}, for: 2 to 5 days,
   easing: {en: A drop is fine.}, source: 1}
- {id: no-sun, avoid: sun, text: {en: No sun.}, for: 2 weeks,
   exception: {en: "If you must, wear a hat."}, source: 1}
- {id: no-picking, avoid: picking, text: {en: Do not pick.}, source: 1}
- {id: cream, do: moisturiser, text: {en: Use cream.}, for: 1 week, source: 1}
- {id: little-tan, careful: self-tan, text: {en: Only a little.}, source: 1}
"""


def answer(
    question: str, days: float = 1, reports: Sequence[Report] = (), *, relative: bool = False
) -> Answer:
    compiled = protocol(ADVICE)
    patient = treated(compiled, AT, "Europe/London")
    plans = plan(compiled.schedule, [patient], AT + int(days * DAY), reports)
    return ask(compiled.lexicon, plans, question, relative=relative)


def test_an_answer_in_full() -> None:
    assert answer("Can I go to the sauna?") == Answer(
        verdict="not-yet",
        activities=("sauna",),
        clauses=("no-sauna",),
        until=AT + 3 * DAY,
        text="Not yet. No sauna. Until at least Sunday 22 November, 2:30pm.",
        worried=False,
    )


@pytest.mark.parametrize(
    ("question", "days", "expected"),
    [
        ("swim", 1, "Not yet. No pool. Until about Thursday 3 December."),
        (
            "perfume",
            1,
            (
                "Not yet. No scent. Until Saturday 21 November, 2:30pm,"
                " or Tuesday 24 November, 2:30pm at the latest."
            ),
        ),
        (
            "sun",
            1,
            "Not yet. No sun. Until Thursday 3 December, 2:30pm. If you must, wear a hat.",
        ),
        (
            "soap",
            1,
            (
                "When you are ready. No soap. When your skin is calm"
                " (usually by Saturday 21 November)."
            ),
        ),
        ("pick my skin", 1, "No. Do not pick."),
        ("moisturiser", 1, "Yes, like this: Use cream."),
        ("skip moisturiser", 1, "No. Use cream. Until Thursday 26 November, 2:30pm."),
        ("self tan", 1, "Yes, with care. Only a little."),
        # what eases is quoted, so that "you may" does not stand alone
        (
            "sauna",
            4,
            (
                "Yes, with care. You may, gently, if your skin is calm."
                " Your clinic's advice was: “No sauna”, for at least 3 days."
            ),
        ),
        (
            "perfume",
            3,
            (
                "Yes, with care. A drop is fine."
                " Your clinic's advice was: “No scent”, for 2 to 5 days."
            ),
        ),
        # asked about not keeping it
        (
            "do I have to use moisturiser",
            1,
            "Keep doing this. Use cream. Until Thursday 26 November, 2:30pm.",
        ),
        (
            "do I have to use moisturiser",
            8,
            "You may stop. Your clinic asked for it for 1 week; that time is over.",
        ),
        (
            "skip moisturiser",
            8,
            "You may stop. Your clinic asked for it for 1 week; that time is over.",
        ),
        ("moisturiser", 8, "Yes. Your clinic asked for it for 1 week; that time is over."),
        ("can I stop picking", 1, "Keep to this advice. Do not pick."),
        (
            "can I stop avoiding the sauna",
            1,
            "Keep to this advice. No sauna. Until at least Sunday 22 November, 2:30pm.",
        ),
        (
            "do I have to leave out soap",
            1,
            (
                "Keep to this advice. No soap. When your skin is calm"
                " (usually by Saturday 21 November)."
            ),
        ),
        ("sun", 14, "Yes. Fine again: the time your clinic asked for is over."),
        ("sun", -1, "Yes. Your clinic's advice holds from Thursday 19 November, 2:30pm."),
        ("shave", 1, "Ask us first. Your clinic's advice does not mention shaving."),
        (
            "shave and gym",
            1,
            "Ask us first. Your clinic's advice does not mention shaving and exercise.",
        ),
        ("zzyzx", 1, "Ask us first. We could not place all of your question. Call us."),
        ("zzyzx cream", 1, "Ask us first. We could not place all of your question. Call us."),
        (
            "is this blister normal",
            1,
            "Ask us first. You mention how your skin is. Call us.",
        ),
        (
            "shave, my face is red",
            1,
            (
                "Ask us first. You mention how your skin is."
                " Your clinic's advice does not mention shaving. Call us."
            ),
        ),
        (
            "sauna with a blister",
            1,
            "Not yet. No sauna. Until at least Sunday 22 November, 2:30pm. Call us.",
        ),
        ("picking, my face is red", 1, "No. Do not pick. Call us."),
        (
            "sauna and picking my skin",
            1,
            "No. Do not pick.",
        ),
        (
            "moisturiser tomorrow",
            1,
            "Yes, like this: Use cream. This answer is for now, not for later.",
        ),
        (
            "shave next week",
            1,
            (
                "Ask us first. Your clinic's advice does not mention shaving."
                " This answer is for now, not for later."
            ),
        ),
    ],
)
def test_an_answer_quotes_what_decides_it(question: str, days: float, expected: str) -> None:
    assert answer(question, days).text == expected


def test_an_exception_is_not_said_with_a_permission() -> None:
    text = """
- {id: a, careful: sun, text: {en: Little sun.}, exception: {en: Wear a hat.}, source: 1}
- {id: b, do: hat, text: {en: A hat.}, exception: {en: Or a cap.}, source: 1}
"""
    compiled = protocol(text)
    plans = plan(compiled.schedule, [treated(compiled)], DAY)
    assert ask(compiled.lexicon, plans, "sun").text == "Yes, with care. Little sun."
    assert ask(compiled.lexicon, plans, "hat").text == "Yes, like this: A hat."
    assert ask(compiled.lexicon, plans, "no hat").text == "No. A hat. Or a cap."


def test_what_was_reported_is_said() -> None:
    calm = [Report("redness", "none", AT + HOUR)]
    assert answer("soap", 1, calm).text == (
        "Yes. Fine again: you told us that your skin is calm. If it has come back, ask us first."
    )


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("sauna", "Not yet. No sauna. Until at least 3 days after your treatment."),
        ("swim", "Not yet. No pool. Until about 14 days after your treatment."),
        ("perfume", "Not yet. No scent. Until 2 to 5 days after your treatment."),
        ("soap", "When you are ready. No soap. When your skin is calm (usually after 2 days)."),
        ("picking", "No. Do not pick."),
    ],
)
def test_without_a_date_an_answer_counts_from_the_treatment(question: str, expected: str) -> None:
    assert answer(question, relative=True).text == expected


@pytest.mark.parametrize(
    ("question", "days", "until"),
    [
        ("sauna", 1, 3),  # until it eases
        ("sauna", 3, 10),  # until that is over
        ("sauna", 10, None),
        ("perfume", 1, 2),
        ("perfume", 2, 5),
        ("swim", 1, 14),
        ("swim and sauna", 1, 14),  # the later of two
        ("sauna and swim", 1, 14),
        ("soap", 1, None),  # no clock ends it
        ("soap and sauna", 1, 3),
        ("skip moisturiser", 1, 7),
        ("skip moisturiser, and picking", 1, None),  # one of them has no end
        ("picking, and skip moisturiser", 1, None),
        ("moisturiser", 1, None),
        ("moisturiser", 8, None),
        ("self tan", 1, None),
        ("moisturiser, my face is red", 1, None),
        ("zzyzx moisturiser", 1, None),
        ("picking", 1, None),
        ("picking and sauna", 1, None),
        ("shave", 1, None),
        ("shave and sauna", 5, None),
        ("zzyzx", 1, None),
    ],
)
def test_until_is_when_the_clock_changes_the_verdict(
    question: str, days: float, until: int | None
) -> None:
    assert answer(question, days).until == (None if until is None else AT + until * DAY)


def test_clauses_stand_from_the_strictest() -> None:
    found = answer("moisturiser, soap, sauna and picking")
    assert found.activities == ("moisturiser", "soap", "sauna", "picking")
    assert found.clauses == ("no-picking", "no-sauna", "no-soap", "cream")


@pytest.mark.parametrize(
    ("question", "worried"),
    [
        ("is it red", True),
        ("sauna while it is red", True),
        ("my redness has gone, can I use soap", False),
        ("sauna", False),
        ("zzyzx", False),
        ("sauna if not red", False),
        ("I can't use moisturiser as it burns", True),
        ("I can't sleep because of the pain", True),
        ("can I use soap even though the redness will not go", True),
    ],
)
def test_a_symptom_makes_worried(question: str, worried: bool) -> None:
    assert answer(question).worried == worried


def test_in_a_course_the_later_treatment_answers() -> None:
    compiled = protocol(ADVICE)
    both = [treated(compiled, AT), treated(compiled, AT + 20 * DAY)]
    for treatments in (both, both[::-1]):
        plans = plan(compiled.schedule, treatments, AT + 21 * DAY)
        found = ask(compiled.lexicon, plans, "sauna")
        assert (found.verdict, found.until) == ("not-yet", AT + 23 * DAY)
        assert found.text == "Not yet. No sauna. Until at least Saturday 12 December, 2:30pm."


OTHER = """
- {id: no-shaving, avoid: shaving, text: {en: No shaving.}, for: 5 days, source: 1}
- {id: no-sauna, avoid: sauna, text: {en: No heat at all.}, for: 5 days, source: 1}
"""


@pytest.mark.parametrize(
    ("question", "days", "verdict"),
    [
        ("sauna", 1, "not-yet"),
        ("sauna", 4, "not-yet"),  # by the other protocol
        ("sauna", 6, "with-care"),  # by the first
        ("sauna", 11, "yes"),
        ("shave", 1, "not-yet"),
        ("shave", 6, "ask"),  # the first is silent
        ("soap", 1, "ask"),  # the other is silent
        ("picking", 1, "no"),
    ],
)
def test_with_two_protocols_both_must_allow(question: str, days: int, verdict: str) -> None:
    first, other = protocol(ADVICE), protocol(OTHER)
    plans = [make_plan(one.schedule, treated(one, AT), AT + days * DAY) for one in (first, other)]
    for course in (plans, plans[::-1]):
        assert ask(first.lexicon, course, question).verdict == verdict


def test_a_clause_for_some_people_answers_only_them() -> None:
    text = "- {id: c, avoid: sun, text: {en: No.}, when: {skin_type: 4 to 6}, source: 1}"
    compiled = protocol(text)

    def verdict(patient: Treatment) -> str:
        return ask(compiled.lexicon, plan(compiled.schedule, [patient], 0), "sun").verdict

    assert verdict(treated(compiled, facts={"skin_type": 5})) == "no"
    assert verdict(treated(compiled)) == "no"
    assert verdict(treated(compiled, facts={"skin_type": 2})) == "ask"


def test_what_is_asked_for_is_no_bare_yes() -> None:
    compiled = protocol("\n- {id: a, do: sleeping, text: {en: Sleep on your back.}, source: 1}\n")
    plans = plan(compiled.schedule, [treated(compiled)], DAY)
    said = ask(compiled.lexicon, plans, "Can I sleep on my front?")
    assert (said.verdict, said.text) == ("yes", "Yes, like this: Sleep on your back.")
