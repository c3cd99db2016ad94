import pytest

from aftercare.core.checkin.reports import Report
from aftercare.core.pipeline import ask
from aftercare.core.plan.ask.answer import VERDICTS, Verdict
from aftercare.core.plan.dated import State
from tests.core.plan.cases import DAY, dates, planned, protocol

WHEN: dict[State, tuple[str, float]] = {
    # state: how long, and at which day of it
    "upcoming": ("for: 3 days", -1),
    "active": ("for: 3 days", 1),
    "waiting": ("until: healed", 1),
    "easing": ("for: 1 to 3 days", 2),
    "ended": ("for: 3 days", 3),
    "standing": ("", 1),
}

# state: asked about doing what is avoided, careful, done; and about not doing each
TABLE: dict[State, tuple[Verdict, Verdict, Verdict, Verdict, Verdict, Verdict]] = {
    "upcoming": ("yes", "yes", "yes", "yes", "yes", "yes"),
    "active": ("not-yet", "with-care", "yes", "not-yet", "with-care", "no"),
    "waiting": ("depends", "with-care", "yes", "depends", "with-care", "no"),
    "easing": ("with-care", "with-care", "yes", "with-care", "with-care", "no"),
    "ended": ("yes", "yes", "yes", "yes", "yes", "yes"),
    "standing": ("no", "with-care", "yes", "no", "with-care", "no"),
}


def verdict(advice: str, days: float, question: str, *reports: Report) -> Verdict:
    compiled = protocol(advice)
    return ask(compiled.lexicon, [planned(compiled, int(days * DAY), reports)], question).verdict


def advice(verb: str, how_long: str, activity: str = "soap") -> str:
    tail = f", {how_long}" if how_long else ""
    return f"- {{id: it, {verb}: {activity}, text: {{en: It.}}, source: 1{tail}}}"


@pytest.mark.parametrize("state", WHEN)
@pytest.mark.parametrize("verb", ["avoid", "careful", "do"])
def test_a_state_means_one_verdict(state: State, verb: str) -> None:
    how_long, days = WHEN[state]
    text = advice(verb, how_long)
    assert dates(planned(protocol(text), int(days * DAY)), "it").state == state
    column = ["avoid", "careful", "do"].index(verb)
    assert verdict(text, days, "can I use soap") == TABLE[state][column]
    assert verdict(text, days, "can I skip the soap") == TABLE[state][column + 3]


def test_a_reported_condition_frees() -> None:
    healed = Report("healed", "yes", 0)
    assert verdict(advice("avoid", "until: healed"), 1, "soap", healed) == "yes"
    assert verdict(advice("do", "until: healed"), 1, "skip soap", healed) == "yes"


def test_verdicts_from_the_strictest() -> None:
    assert VERDICTS == ("no", "not-yet", "ask", "depends", "with-care", "yes")


# one activity for each verdict, on the second day
LADDER: dict[Verdict, str] = {
    "no": "pick my skin",
    "not-yet": "sauna",
    "ask": "shave",
    "depends": "soap",
    "with-care": "self tan",
    "yes": "moisturiser",
}
ADVICE = """
- {id: no-picking, avoid: picking, text: {en: No picking.}, source: 1}
- {id: no-sauna, avoid: sauna, text: {en: No sauna.}, for: 3 days, source: 1}
- {id: no-soap, avoid: soap, text: {en: No soap.}, until: healed, source: 1}
- {id: little-tan, careful: self-tan, text: {en: Little tan.}, source: 1}
- {id: cream, do: moisturiser, text: {en: Use cream.}, source: 1}
"""


@pytest.mark.parametrize("one", VERDICTS)
@pytest.mark.parametrize("other", VERDICTS)
def test_of_two_activities_the_strictest_verdict_wins(one: Verdict, other: Verdict) -> None:
    strictest = min(one, other, key=VERDICTS.index)
    assert verdict(ADVICE, 1, LADDER[one]) == one
    for question in ("{} and {}", "{}, {}", "{}? {}!", "{} but then {}"):
        assert verdict(ADVICE, 1, question.format(LADDER[one], LADDER[other])) == strictest


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        # a word that was not understood takes a permission away, and nothing else
        ("zzyzx moisturiser", "ask"),
        ("zzyzx self tan", "ask"),
        ("zzyzx soap", "depends"),
        ("zzyzx sauna", "not-yet"),
        ("zzyzx pick my skin", "no"),
        ("zzyzx", "ask"),
        # a part that was not understood is asked about
        ("soap and zzyzx", "ask"),
        ("sauna and zzyzx", "not-yet"),
        # what surrounds the act changes nothing
        ("moisturiser for zzyzx", "yes"),
        # a symptom is asked about
        ("moisturiser, my face is red", "ask"),
        ("is this blister normal", "ask"),
        ("sauna with a blister", "not-yet"),
        ("my redness has gone, can I use moisturiser", "yes"),
        ("my redness has gone, can I use soap", "depends"),
        ("my face is not red, can I use moisturiser", "yes"),
        ("my face is never red now, moisturiser?", "yes"),
        ("no longer red, moisturiser?", "yes"),
        ("without redness can I use self tan", "with-care"),
        ("self tan even though the redness will not go", "ask"),
        ("self tan although my face won't stop burning", "ask"),
        ("self tan when the itching never stops", "ask"),
        ("my redness is not better, can I use moisturiser", "ask"),
        ("self tan without making the burn worse", "ask"),
        ("why is my skin peeling", "ask"),
        # nothing asked
        ("", "ask"),
        ("hello", "ask"),
        ("🧖", "ask"),
        ("?!", "ask"),
        # nothing advised, by name
        ("shave", "ask"),
        ("can I not shave", "ask"),
        # what is negated is never allowed by it
        ("can I go without moisturiser", "no"),
        ("moisturiser, can I skip it?", "no"),
        ("I never use moisturiser", "no"),
        ("can I not sauna", "not-yet"),
        ("soap free moisturiser", "yes"),
        ("moisturiser instead of soap", "depends"),
        ("self tan without moisturiser", "no"),
        ("do I have to use moisturiser", "no"),
        ("do I still need moisturiser", "no"),
        ("do I have to stay out of the sauna", "not-yet"),
        # a word that says with or in what is not only what surrounds the act
        ("moisturiser with zzyzx", "ask"),
        ("moisturiser containing zzyzx", "ask"),
        ("moisturiser in zzyzx", "ask"),
        ("moisturiser on zzyzx", "ask"),
        ("moisturiser from zzyzx", "ask"),
        ("moisturiser by zzyzx", "ask"),
        ("moisturiser to zzyzx", "ask"),
        # what stands in another act takes no place
        ("sauna and coffee", "not-yet"),
        ("moisturiser and coffee", "ask"),
        ("moisturiser at a coffee", "yes"),
        ("I work in an office. Can I use moisturiser?", "ask"),
        ("I work in an office. Can I fly?", "ask"),
    ],
)
def test_a_question_in_many_forms(question: str, expected: Verdict) -> None:
    assert verdict(ADVICE, 1, question) == expected


def test_what_is_a_part_of_something_answers_as_it_does() -> None:
    heat = advice("avoid", "for: 3 days", "heat")
    assert [verdict(heat, 1, q) for q in ("sauna", "steam room", "hot tub", "heat", "gym")] == [
        "not-yet",
        "not-yet",
        "not-yet",
        "not-yet",
        "ask",
    ]


def test_what_something_is_a_part_of_does_not_answer_as_the_part() -> None:
    assert verdict(advice("avoid", "for: 3 days", "sauna"), 1, "heat") == "ask"


def test_of_two_clauses_about_one_activity_the_strictest_wins() -> None:
    two = """
- {id: a, avoid: soap, text: {en: A.}, for: 1 day, source: 1}
- {id: b, avoid: soap, text: {en: B.}, for: 3 days, source: 1}
"""
    assert [verdict(two, day, "soap") for day in (0.5, 2, 3)] == ["not-yet", "not-yet", "yes"]
