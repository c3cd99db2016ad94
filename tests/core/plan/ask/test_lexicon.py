import pytest

from aftercare.core.plan.ask.lexicon import compile_lexicon, tokens
from aftercare.core.protocol.vocabulary import ancestors
from tests.core.plan.ask.words import about, lexicon, vocabulary
from tests.core.plan.cases import protocol

OWN = """
  plunge: {says: a plunge, is: [pool], words: plunge}
  hat: {says: a straw hat, is: [heat], words: straw hat}
  balm: {says: a balm, words: "balm, cream"}
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Can I swim?", ["can", "i", "swim", "?"]),
        ("I can't, won't and shan't", ["i", "can", "not", ",", "can", "not", "and", "can", "not"]),
        ("don't doesn't isnt", ["do", "not", "does", "not", "is", "not"]),
        ("I'm sure it's Ann's soap", ["i", "sure", "it", "ann", "soap"]),
        ("im in", ["i", "in"]),
        ("SPF50+", ["spf", "50"]),
        ("soap/cream – now\nno", ["soap", "/", "cream", "–", "now", "\n", "no"]),
        ("🧖", []),
        ("", []),
    ],
)
def test_a_text_is_parted_into_words_numbers_and_stops(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


def test_a_word_written_outright_comes_before_one_that_is_made() -> None:
    assert lexicon().bases("runs") == ("run",)
    assert lexicon().bases("red") == ("red",)
    assert lexicon().bases("bed") == ("bed", "be")


def test_a_word_of_no_phrase_has_no_base() -> None:
    assert lexicon().bases("zebra") == ()
    assert lexicon().bases("zebra") == ()


def test_a_slip_is_remembered() -> None:
    fresh = compile_lexicon(
        vocabulary(), protocol("- {id: a, do: soap, text: {en: A.}, source: 1}").protocol
    )
    assert fresh.seen == {}
    assert fresh.bases("jacuzi") == ("jacuzzi",)
    assert fresh.seen == {"jacuzi": ("jacuzzi",)}


def test_what_is_dropped_is_dropped_from_phrases_too() -> None:
    assert about("the soap a bar").activities == (("soap", False),)


def test_kinds_go_up_to_what_holds_for_them() -> None:
    assert lexicon().kinds["hot-tub"] == ("hot-tub", "heat", "pool")
    assert lexicon().kinds["soap"] == ("soap",)


def test_ancestors_end_where_two_are_kinds_of_each_other() -> None:
    own = "  a: {says: a, is: [b], words: aa}\n  b: {says: b, is: [a, gone], words: bb}"
    known = protocol("- {id: x, do: soap, text: {en: A.}, source: 1}", f"vocabulary:\n{own}")
    assert ancestors(known.protocol.vocabulary, "a") == ("a", "b", "gone")


def test_the_protocols_own_words_extend_and_override() -> None:
    assert about("plunge", OWN).activities == (("plunge", False),)
    assert lexicon(OWN).kinds["plunge"] == ("plunge", "pool")
    assert lexicon(OWN).says["hat"] == "a straw hat"
    assert lexicon(OWN).kinds["hat"] == ("hat", "heat")
    assert about("cream", OWN).activities == (("balm", False),)
    assert about("moisturise", OWN).activities == (("cream", False),)


def test_a_setting_and_what_is_replaced_are_known() -> None:
    assert lexicon().settings == {"work"}
    assert {name: names for name, names in lexicon().instead_of.items() if names} == {
        "sea": ("pool",)
    }
