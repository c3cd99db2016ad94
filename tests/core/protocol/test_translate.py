"""A translation stands beside the words it translates, and changes nothing else."""

from aftercare.core.protocol import translate
from aftercare.core.protocol.load import load
from aftercare.protocols import shipped

TEXT = """# Ours.
title: {en: Peel}
advice:
  - id: no-heat   # the first
    avoid: [heat]
    text:
      en: >-
        No heat,
        no sauna.
    for: 3 days
  - {id: no-sun, avoid: sun, text: {en: No sun.}, source: 1}
"""


def test_everything_that_is_read_is_found_with_its_place() -> None:
    assert [(each.path, each.words) for each in translate.spoken(TEXT)] == [
        ("title", {"en": "Peel"}),
        ("advice › no-heat › text", {"en": "No heat, no sauna."}),
        ("advice › no-sun › text", {"en": "No sun."}),
    ]


def test_a_translation_is_added_and_taken_away_and_comments_stay() -> None:
    given = {"title": "Peeling", "advice › no-heat › text": 'Keine "Hitze".'}
    found = translate.translated(TEXT, "de", given)
    assert 'title: {en: "Peel", de: "Peeling"}\n' in found
    assert 'text: {en: "No heat, no sauna.", de: "Keine \\"Hitze\\"."}\n    for: 3 days' in found
    assert (found.count("#"), translate.languages(found, "en")) == (2, ["de"])
    bare = translate.translated(found, "de", dict.fromkeys(given, ""))
    assert translate.languages(bare, "en") == []


def test_words_that_are_the_same_change_no_byte() -> None:
    assert translate.translated(TEXT, "de", {"title": ""}) == TEXT
    assert translate.translated(TEXT, "de", {"nowhere": "x"}) == TEXT


def test_a_check_holds_for_this_translation_of_these_words() -> None:
    given = {"title": "Peeling"}
    one = translate.translated(TEXT, "de", given)
    checked = translate.fingerprint(one, "de", "en")
    assert translate.fingerprint(one + "# more\n", "de", "en") == checked
    other = translate.translated(one, "de", {"title": "Schälkur"})
    assert translate.fingerprint(other, "de", "en") != checked
    original = one.replace("No sun.", "Little sun.")
    assert translate.fingerprint(original, "de", "en") != checked


def test_the_shipped_protocol_is_translated_whole_and_still_loads() -> None:
    text = shipped()["micro-needling"].read_text("utf-8")
    given = {each.path: f"[{each.words['en']}]" for each in translate.spoken(text)}
    found = translate.translated(text, "de", given)
    loaded, problems = load(found.encode(), "translated")
    assert loaded is not None
    assert [each for each in problems if each.weight == "error"] == []
    assert all(each.words["de"] == f"[{each.words['en']}]" for each in translate.spoken(found))
