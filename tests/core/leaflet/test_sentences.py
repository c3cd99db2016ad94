"""A leaflet's text is parted into the sentences that ``source:`` numbers."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftercare.core.leaflet.sentences import fingerprint, sentences


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("", []),
        (" \n\n \n", []),
        ("Wash it.", ["Wash it."]),
        ("No end", ["No end"]),
        ("Wash it. Dry it.", ["Wash it.", "Dry it."]),
        ("Wash it!  Dry it?   Rest.", ["Wash it!", "Dry it?", "Rest."]),
        ("Wash it.\tDry it.", ["Wash it.", "Dry it."]),
        ("Wash it\nDry it", ["Wash it", "Dry it"]),
        ("  Wash it.  \r\n  Dry it.\r\n", ["Wash it.", "Dry it."]),
        ("Use SPF 50. Wait a day.", ["Use SPF 50.", "Wait a day."]),
        ("Wash it: twice; then dry it, gently.", ["Wash it: twice; then dry it, gently."]),
    ],
)
def test_a_point_or_a_line_end_ends_a_sentence(text: str, parted: list[str]) -> None:
    assert sentences(text) == parted


@pytest.mark.parametrize(
    "text",
    [
        "Avoid heat, e.g. a sauna, for 3 days.",
        "Avoid heat (i.e. saunas) for 3 days.",
        "Use oils, creams, etc. for a week.",
        "Wait approx. 14 days.",
        "Wait min. 3 days.",
        "Ask Dr. Lee first.",
        "Ask Mrs. Lee or Mr. Lee first.",
        "Film stays on for 3 hrs. at least.",
        "Use SPF 30.5 in the sun.",
        "Avoid heat, E.G. a sauna.",
    ],
)
def test_an_abbreviation_or_a_decimal_ends_no_sentence(text: str) -> None:
    assert sentences(text) == [text]


def test_a_list_has_one_sentence_a_line() -> None:
    text = "Afterwards avoid:\n- saunas\n- pools. Or lakes.\n1. Sun"
    assert sentences(text) == [
        "Afterwards avoid:",
        "- saunas",
        "- pools.",
        "Or lakes.",
        "1. Sun",
    ]


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("1. Sun", ["1. Sun"]),
        ("12. Stay out of the sun. Wear a hat.", ["12. Stay out of the sun.", "Wear a hat."]),
        ("1. Sun\n2. Heat\n", ["1. Sun", "2. Heat"]),
        ("  3. sun", ["3. sun"]),
    ],
)
def test_a_list_s_number_stays_with_its_sentence(text: str, parted: list[str]) -> None:
    assert sentences(text) == parted


@pytest.mark.parametrize("short", ["etc", "hrs", "min", "max", "approx", "ETC"])
def test_an_abbreviation_before_a_capital_ends_the_sentence(short: str) -> None:
    ended, run_on = f"Use oils, {short}. Wait a day.", f"Use oils, {short}. for a day."
    assert sentences(ended) == [f"Use oils, {short}.", "Wait a day."]
    assert sentences(run_on) == [run_on]


def test_an_abbreviation_at_the_end_of_a_line_ends_the_sentence_with_it() -> None:
    assert sentences("Use oils, creams, etc.\nWait a day.") == [
        "Use oils, creams, etc.",
        "Wait a day.",
    ]


def test_sentences_that_run_on_without_a_point_stay_one() -> None:
    text = "Wash it gently do not rub pat it dry"
    assert sentences(text) == [text]


def test_a_sentence_without_a_space_after_its_point_runs_on() -> None:
    assert sentences("Wash it.Dry it.") == ["Wash it.Dry it."]


@given(st.text(st.sampled_from("ab .!?\n\t\r e.g"), max_size=60))
def test_no_letter_is_lost_and_no_sentence_is_empty(text: str) -> None:
    found = sentences(text)
    assert "".join("".join(found).split()) == "".join(text.split())
    assert [each for each in found if not each.strip()] == []


WASHED = "Wash it twice.\nDry it. Use oils, e.g. almond oil\n"


def test_a_fingerprint_is_the_hash_of_one_sentence_a_line() -> None:
    lines = "Wash it twice.\nDry it.\nUse oils, e.g. almond oil"
    assert fingerprint(WASHED) == hashlib.sha256(lines.encode()).hexdigest()


@pytest.mark.parametrize(
    "text",
    [
        "Wash it twice. Dry it.\nUse oils, e.g. almond oil",
        "Wash it twice.\r\nDry it.\r\n\r\nUse oils, e.g. almond oil\r\n",
        "  Wash  it\ttwice.\n\n\n  Dry it.\u00a0\n  Use oils, e.g.  almond oil  ",
    ],
)
def test_a_fingerprint_ignores_white_space(text: str) -> None:
    assert fingerprint(text) == fingerprint(WASHED)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("twice", "twise"),
        ("Wash", "wash"),
        ("it. Use", "it! Use"),
        ("oils, e", "oils e"),
        ("almond oil\n", "almond oil.\n"),
        ("Dry it. ", ""),
    ],
)
def test_a_fingerprint_ignores_nothing_else(old: str, new: str) -> None:
    assert WASHED.count(old) == 1
    assert fingerprint(WASHED.replace(old, new)) != fingerprint(WASHED)


LETTERS = st.text(st.sampled_from("abW .!?\n\te.g1"), max_size=40)


@given(LETTERS, LETTERS)
def test_two_texts_of_one_fingerprint_differ_in_white_space_alone(one: str, other: str) -> None:
    if fingerprint(one) == fingerprint(other):
        assert "".join(one.split()) == "".join(other.split())


@given(LETTERS, st.sampled_from(["  ", " \t", "\u00a0 "]))
def test_wider_spaces_leave_a_fingerprint_as_it_was(text: str, wider: str) -> None:
    assert fingerprint(text.replace(" ", wider)) == fingerprint(text)
    assert fingerprint(text.replace("\n", "\r\n\n")) == fingerprint(text)
