"""The shipped protocols can be read by a child of 9 to 11: that is grade 4 to 6, or below."""

import pytest

from aftercare.core.check.words import MOST_WORDS, texts
from aftercare.core.protocol.load import load
from aftercare.core.protocol.model import Protocol
from aftercare.protocols import shipped
from tests.core.protocol.plain_words import grade, sentences, syllables

NAMES = sorted(shipped())
SPOKEN_TO = ("treatment", "reactions", "risks", "agreements", "advice", "contact")


def protocol(name: str) -> Protocol:
    found, problems = load(shipped()[name].read_bytes(), name)
    assert found is not None, problems
    return found.protocol


def said(name: str) -> dict[str, str]:
    """Give every English text of a shipped protocol by its path."""
    return {
        ".".join(map(str, path)): str(words)
        for path, text in texts(protocol(name))
        for tag, words in text.items()
        if str(tag) == "en"
    }


@pytest.mark.parametrize("name", NAMES)
def test_no_sentence_has_more_than_twenty_words(name: str) -> None:
    long = {
        path: len(part.split())
        for path, text in said(name).items()
        for part in sentences(text)
        if len(part.split()) > MOST_WORDS
    }
    assert long == {}


@pytest.mark.parametrize("name", NAMES)
def test_what_a_patient_is_told_reads_like_a_primary_school_text(name: str) -> None:
    told = [text for path, text in said(name).items() if path.split(".")[0] in SPOKEN_TO]
    whole = [text for text in told if text.endswith((".", "!", "?"))]
    assert len(whole) > 10
    assert grade(whole) < 5


@pytest.mark.parametrize("name", NAMES)
def test_what_a_patient_is_asked_reads_like_a_primary_school_text(name: str) -> None:
    asked = [text for path, text in said(name).items() if path.split(".")[-1] == "ask"]
    assert len(asked) > 10
    assert grade(asked) < 5


@pytest.mark.parametrize("name", NAMES)
def test_no_clause_alone_is_as_hard_as_a_consent_form(name: str) -> None:
    whole = {path: text for path, text in said(name).items() if text.endswith((".", "!", "?"))}
    hard = {path: round(grade([text]), 1) for path, text in whole.items() if grade([text]) > 13}
    assert hard == {}


@pytest.mark.parametrize("name", NAMES)
def test_no_text_shouts_or_gives_orders_in_capitals(name: str) -> None:
    shouted = {
        path: text
        for path, text in said(name).items()
        if [word for word in text.split() if len(word) > 3 and word.isalpha() and word.isupper()]
    }
    assert shouted == {}


@pytest.mark.parametrize(
    ("word", "count"),
    [("skin", 1), ("care", 1), ("washed", 1), ("times", 1), ("rule", 1), ("treated", 2),
     ("little", 2), ("sponges", 2), ("redness", 2), ("washes", 2), ("needles", 2), ("sauna", 2),
     ("removal", 3), ("medicine", 3), ("temporary", 4), ("moisturiser", 4), ("7", 1), ("24", 2)],
)  # fmt: skip
def test_syllables_are_counted_as_they_are_spoken(word: str, count: int) -> None:
    assert syllables(word) == count


def test_a_consent_form_is_found_to_be_hard() -> None:
    hard = (
        "Post-inflammatory hyperpigmentation is an infrequent complication of collagen induction "
        "therapy, notwithstanding the preservation of the epidermal barrier throughout."
    )
    assert grade([hard]) > 18
    assert grade(["Do not pick. Do not rub."]) < 1
