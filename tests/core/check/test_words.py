"""Sentences of up to 20 words without jargon, and every text of a protocol looked at."""

import pytest

from aftercare.core.check.words import JARGON, MOST_WORDS, texts
from tests.core.samples import SAMPLE, loaded, read_text, sample

TWENTY = " ".join(["wash"] * 20)


def found(words: str) -> list[tuple[str, str]]:
    _, problems = read_text(sample(("{en: Do not swim.}", f'{{en: "{words}"}}')))
    return [(problem.code, problem.message) for problem in problems]


@pytest.mark.parametrize(
    "words", [f"{TWENTY}.", f"{TWENTY}. {TWENTY}!", f"{TWENTY}? {TWENTY}", "No. " * 30]
)
def test_sentences_of_twenty_words_are_fine(words: str) -> None:
    assert found(words) == []


@pytest.mark.parametrize("words", [f"{TWENTY} it.", f"Stop. {TWENTY} it.", f"{TWENTY} it. Stop."])
def test_a_sentence_of_twenty_one_words_is_long(words: str) -> None:
    sentence = f"A sentence here has 21 words; patients read up to {MOST_WORDS} well."
    assert found(words) == [("P501", sentence)]


@pytest.mark.parametrize("word", sorted(JARGON))
def test_each_word_of_jargon_is_found_and_has_a_plain_one(word: str) -> None:
    sentence = f"“{word}” is a word that patients do not use."
    assert found(f"You may see {word}.") == [("P502", sentence)]
    assert found(f"You may see {word.upper()}, or not.") == [("P502", sentence)]
    assert found(f"You may see {JARGON[word]} ({word}).") == []


def test_a_word_that_only_begins_like_jargon_is_fine() -> None:
    assert found("Keep lesions away; the dermisart studio.") == []


def test_every_text_of_a_protocol_is_looked_at() -> None:
    paths = {".".join(map(str, path)) for path, _ in texts(loaded().protocol)}
    assert len(list(texts(loaded().protocol))) == len(paths) == SAMPLE.count("{en: ")
    assert {
        "title",
        "treatment.devices.0",
        "stops.0.ask",
        "facts.place.ask",
        "conditions.scabs_gone.text",
        "symptoms.infection.signs.0.text",
        "advice.3.because",
        "contact.concern.text",
        "contact.out-of-hours",
    } <= paths


@pytest.mark.parametrize(
    ("written", "marked"),
    [
        ("late, level: contact,", "late, because: 'TODO: decide', level: contact,"),
        ("source: 3\n", "source: 'TODO: not in the leaflet'\n"),
    ],
)
def test_an_open_reason_or_source_is_a_gap_as_open_words_are(written: str, marked: str) -> None:
    _, problems = read_text(sample((written, marked)))
    assert "P503" in [problem.code for problem in problems]
