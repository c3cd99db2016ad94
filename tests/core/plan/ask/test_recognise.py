import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftercare.core.plan.ask.recognise import LONGEST_QUESTION, Recognised
from tests.core.plan.ask.words import about, activities


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("soap", {"soap": False}),
        ("SOAP!!", {"soap": False}),
        ("can I use the soap bar?", {"soap": False}),
        ("saop", {"soap": False}),
        ("jacuzi", {"hot-tub": False}),
        ("running", {"exercise": False}),
        ("hot tub", {"hot-tub": False}),
        ("hot", {}),
        ("steam room", {"sauna": False}),
        ("wild swim", {"sea": False}),
        ("swim", {"pool": False}),
        ("soap and sauna", {"soap": False, "sauna": False}),
        ("sauna soap", {"sauna": False, "soap": False}),
        ("soap soap", {"soap": False}),
        ("bed", {"nap": False}),  # and not a form of "be"
        ("", {}),
        ("?", {}),
        ("can i", {}),
        # what takes the place of something
        ("swim in the sea", {"sea": False}),
        ("swim, I mean in the sea", {"pool": False, "sea": False}),  # in one act only
        ("swim and go to the sea", {"pool": False, "sea": False}),
        ("sea or swim", {"sea": False, "pool": False}),
        ("swim with sea", {"sea": False}),
        # only where it happens
        ("gym at work", {"exercise": False}),
        ("work", {"work": False}),
        ("office and gym", {"work": False, "exercise": False}),
        ("cream at the office", {"cream": False}),
        ("use cream with a boss at the office", {"cream": False}),
        # a sentence before the question may be asked about as well
        ("I work in an office. Can I use soap?", {"work": False, "soap": False}),
        ("I work. I have soap. Can I?", {"work": False, "soap": False}),
        ("soap, and can I work", {"soap": False, "work": False}),
        ("can I work, can I use soap", {"work": False, "soap": False}),
        ("I work. I use soap at work, can I?", {"soap": False}),
        ("gym. Can I use soap?", {"exercise": False, "soap": False}),
        ("I work. Office?", {"work": False}),
        # phrases that use up their words
        ("soap free", {}),
        ("soap free soap", {"soap": False}),
        ("soap free cream", {"cream": False}),
        ("i am running late", {}),
    ],
)
def test_activities_are_found(question: str, expected: dict[str, bool]) -> None:
    assert activities(question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("no soap", {"soap": True}),
        ("can I skip the cream", {"cream": True}),
        ("cream, can I skip it?", {"cream": True}),
        ("cream can I skip", {"cream": True}),
        ("cream. can I? skip it!", {"cream": True}),
        ("can't use cream", {"cream": True}),
        ("don't need cream", {"cream": True}),
        ("sauna without soap", {"sauna": False, "soap": True}),
        ("without soap or cream", {"soap": True, "cream": True}),
        ("sauna without soap but with cream", {"sauna": False, "soap": True, "cream": False}),
        ("no soap, cream", {"soap": True, "cream": False}),
        ("no soap. cream", {"soap": True, "cream": False}),
        ("cream but no soap", {"cream": False, "soap": True}),
        ("soap and cream, not", {"soap": True, "cream": True}),
        ("soap, cream, not", {"soap": False, "cream": True}),
        ("sauna instead of pool", {"sauna": False, "pool": True}),
        ("soap instead of soap", {"soap": True}),
        ("soap but not soap", {"soap": True}),
        ("not soap but soap", {"soap": True}),
        ("must I use cream", {"cream": True}),
        ("cream, do I have to?", {"cream": True}),
        ("not", {}),
        ("not. soap", {"soap": False}),
    ],
)
def test_a_negation_reaches_forward_or_else_back(question: str, expected: dict[str, bool]) -> None:
    assert activities(question) == expected


@pytest.mark.parametrize(
    ("question", "symptoms"),
    [
        ("is it red", ("redness",)),
        ("it has gone red", ("redness",)),
        ("a blister and redness", ("blister", "redness")),
        ("red red red", ("redness",)),
        ("redness gone", ()),
        ("my redness is gone, soap?", ()),
        ("my redness is gone but a blister", ("blister",)),
        ("redness gone and a blister", ("blister",)),
        ("redness not gone", ("redness",)),
        ("not red", ()),
        ("no redness", ()),
        ("without a blister", ()),
        ("never red", ()),
        ("no longer red", ()),
        ("no more redness", ()),
        ("it is not so red", ()),
        ("it will not be red", ()),
        ("it does not feel red", ()),
        # the negation denies something else
        ("redness will not go", ("redness",)),
        ("will not stop red", ("redness",)),
        ("skip soap as red", ("redness",)),
        ("not use soap, red", ("redness",)),
        ("skip redness", ("redness",)),
        ("no soap blister", ("blister",)),
        ("not red blister", ("blister",)),
        ("do I have to be red", ("redness",)),
        ("soap with redness", ("redness",)),
        ("soap with no redness", ()),
        ("soap", ()),
    ],
)
def test_symptoms_are_found_unless_they_are_gone(question: str, symptoms: tuple[str, ...]) -> None:
    assert about(question).symptoms == symptoms


@pytest.mark.parametrize(
    ("question", "lost", "strange"),
    [
        ("soap", False, False),
        ("zebra", True, True),
        ("zebra soap", False, True),
        ("soap zebra", False, True),
        ("soap and zebra", True, True),
        ("soap, zebra", True, True),
        ("soap but zebra", True, True),
        ("red zebra", False, True),
        ("soap for zebra", False, False),
        ("soap at zebra next week", False, False),
        ("for zebra soap zebra", False, True),
        ("for zebra", False, False),
        # what something is done with is never what only surrounds it
        ("soap with zebra", True, True),
        ("soap using zebra", True, True),
        ("soap for zebra with zebra", True, True),
        ("soap in zebra", False, True),
        ("soap on zebra", False, True),
        ("soap for zebra in zebra", False, False),
        ("can i", False, False),
        ("", False, False),
    ],
)
def test_what_was_not_understood_is_told(question: str, lost: bool, strange: bool) -> None:
    found = about(question)
    assert (found.lost, found.strange) == (lost, strange)


@pytest.mark.parametrize(
    ("question", "timed", "duty"),
    [
        ("soap", False, False),
        ("soap tomorrow", True, False),
        ("tomorrow", True, False),
        ("soap next week", True, False),
        ("do I have to use cream", False, True),
        ("must I use cream tomorrow", True, True),
    ],
)
def test_another_time_and_a_duty_are_told(question: str, timed: bool, duty: bool) -> None:
    found = about(question)
    assert (found.timed, found.duty) == (timed, duty)


def test_a_whole_question() -> None:
    found = about(
        "My redness has gone: can I use soap, and do I have to skip the zebra hat tomorrow?"
    )
    assert found == Recognised((("soap", False), ("hat", True)), (), False, True, True, True)


def test_what_is_past_the_longest_question_is_not_read() -> None:
    soap = "soap" + " " * (LONGEST_QUESTION - 4)
    assert about(soap) == Recognised((("soap", False),), (), False, False, False, False)
    assert about(soap + " sauna") == Recognised((("soap", False),), (), True, False, False, False)


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    found = about(text)
    assert len(set(found.activities)) == len(found.activities)


pieces = st.sampled_from(
    ["soap", "cream", "sauna", "not", "without", "skip", "but", "and", ",", "zebra", "at", "work",
     "with", "must", "can", "red", "gone", "sea", "swim", "soap free", "tomorrow",
     "instead of", "hat"]
)  # fmt: skip


@given(st.lists(pieces, max_size=12))
def test_spaces_and_case_change_nothing(parts: list[str]) -> None:
    assert about(" ".join(parts)) == about("  ".join(parts).upper())


@given(st.lists(pieces, max_size=8))
def test_a_negation_in_front_denies_at_least_what_was_denied(parts: list[str]) -> None:
    plain = activities(" ".join(parts))
    denied = activities("without " + " ".join(parts))
    assert set(plain) <= set(denied)
    assert {name for name in plain if plain[name]} <= {name for name in denied if denied[name]}
