"""Cases for mistakes that `benchmarks/mutation.py` made and no other test noticed."""

import pytest

from aftercare.core.pipeline import ask
from aftercare.core.plan.ask.lexicon import compile_lexicon
from aftercare.core.plan.ask.spelling import Shelves, slips
from tests.core.plan.ask.words import about, activities, lexicon, vocabulary
from tests.core.plan.cases import DAY, planned, protocol

CAREFUL = "- {id: wash, careful: washing, text: {en: Wash gently.}, for: 2 to 5 days, source: 1}"
TIE = """
  board: {says: a board, words: plane be}
  bench: {says: a bench, words: plan bed}
"""
NEARER = """
  board: {says: a board, words: be planed}
  bench: {says: a bench, words: bed plan}
  plane: {says: a plane, words: plane}
"""


def test_care_is_asked_for_until_the_latest_end() -> None:
    compiled = protocol(CAREFUL)
    found = ask(compiled.lexicon, [planned(compiled, DAY)], "Can I wash?")
    assert (found.verdict, found.until) == ("with-care", 5 * DAY)


@pytest.mark.parametrize(("letters", "lost"), [(999, False), (1_000, False), (1_001, True)])
def test_a_thousand_letters_are_read(letters: int, lost: bool) -> None:
    assert about("soap".ljust(letters)).lost is lost


def test_a_negation_of_a_symptom_leaves_the_activity_before_it_alone() -> None:
    assert activities("soap not red") == {"soap": False}


def test_a_word_that_is_not_understood_is_no_time() -> None:
    found = about("soap zebra")
    assert (found.strange, found.timed) == (True, False)


def test_a_short_activity_that_was_guessed_is_not_sure() -> None:
    found = about("crean")
    assert (found.activities, found.strange) == ((("cream", False),), True)


@pytest.mark.parametrize(
    ("question", "own", "name"),
    [
        ("planed bed", TIE, "board"),  # each has one word as typed: the first one counts
        ("bed planed", NEARER, "board"),  # one step from what is written, and not two
    ],
)
def test_the_phrase_nearest_to_what_is_written_is_taken(question: str, own: str, name: str) -> None:
    assert about(question, own).activities == ((name, False),)


@pytest.mark.parametrize(
    ("typed", "doubtful"),
    [
        ("crean", True),  # 5 letters: cream
        ("offise", True),  # 6 letters: office
        ("jacuzzu", False),  # of 7 letters a guess is sure enough
        ("office", False),
        ("offcie", False),  # its letters, swapped
    ],
)
def test_a_guess_of_up_to_six_letters_is_doubtful(typed: str, doubtful: bool) -> None:
    assert lexicon().doubtful(typed) is doubtful


@pytest.mark.parametrize(("known", "kept"), [(19_999, 20_000), (20_000, 20_000), (20_001, 20_001)])
def test_no_more_than_twenty_thousand_words_are_remembered(known: int, kept: int) -> None:
    fresh = compile_lexicon(vocabulary(), protocol(CAREFUL).protocol)
    fresh.seen.update({f"{number}": () for number in range(known)})
    assert (fresh.bases("saop"), len(fresh.seen)) == (("soap",), kept)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("mzisturisre", ["moisturiser"]),  # one letter changed, and the last two swapped
        ("mioszurizer", []),  # two letters swapped and two changed are three slips
    ],
)
def test_a_swap_in_a_long_word_is_one_slip_of_two(typed: str, expected: list[str]) -> None:
    known = ["moisturiser"]
    assert slips(typed, known, Shelves(known)) == expected
