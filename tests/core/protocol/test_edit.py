"""A clause is changed and every other byte stays, comments too."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aftercare.core.protocol import edit
from aftercare.core.protocol.load import load
from aftercare.protocols import shipped

TEXT = """# The head.
id: drafted
title: {en: Old}
leaflet:
  sentences:
    1: one
    2: two
  not-needed:
    2: a heading   # seen
treatment:
  about:
    - id: about-1
      text: {en: It refreshes.}
advice:
  # about heat
  - id: no-heat   # the first
    avoid: [heat]
    text: {en: "No heat."}   # as printed
    for: 3 days
    source: 1
  - {id: no-sun, avoid: sun, text: {en: No sun.}, source: 1}
risks: []
# The end.
"""


def ids(text: str) -> list[str]:
    return [each.id for each in edit.clauses(text)]


def test_every_clause_is_found_in_its_block() -> None:
    assert [(each.block, each.id) for each in edit.clauses(TEXT)] == [
        ("about", "about-1"),
        ("advice", "no-heat"),
        ("advice", "no-sun"),
    ]


def test_fields_come_as_they_are_written() -> None:
    assert edit.fields(TEXT, "no-heat") == {
        "id": "no-heat",
        "avoid": "[heat]",
        "text": '{en: "No heat."}',
        "for": "3 days",
        "source": "1",
    }
    assert edit.fields(TEXT, "nothing") == {}


def test_a_value_is_changed_and_the_comments_stay() -> None:
    found = edit.changed(TEXT, "no-heat", {"for": "at least 3 days", "avoid": "[heat, sauna]"})
    expected = TEXT.replace("for: 3 days", "for: at least 3 days")
    assert found == expected.replace("avoid: [heat]", "avoid: [heat, sauna]")


def test_a_field_is_added_last_and_taken_away_whole() -> None:
    added = edit.changed(TEXT, "no-heat", {"until": "calm"})
    assert added == TEXT.replace("    source: 1\n", "    source: 1\n    until: calm\n")
    assert edit.changed(added, "no-heat", {"until": ""}) == TEXT


def test_a_clause_on_one_line_is_changed_on_it() -> None:
    found = edit.changed(TEXT, "no-sun", {"for": "2 weeks", "source": ""})
    assert "  - {id: no-sun, avoid: sun, text: {en: No sun.}, for: 2 weeks}\n" in found


def test_a_clause_is_taken_out_and_the_rest_stays() -> None:
    assert ids(edit.removed(TEXT, "no-heat")) == ["about-1", "no-sun"]
    alone = edit.removed(edit.removed(TEXT, "no-heat"), "no-sun")
    assert "advice: []\nrisks: []\n# The end.\n" in alone
    assert edit.removed(TEXT, "nothing") == TEXT


def test_a_clause_is_added_last_or_first_of_its_block() -> None:
    new = {"id": "new", "avoid": "[swimming]", "text": '{en: "No pool."}'}
    assert ids(edit.added(TEXT, "advice", new)) == ["about-1", "no-heat", "no-sun", "new"]
    first = edit.added(TEXT, "risks", {"id": "scar", "text": "{en: A scar.}"})
    assert ids(first)[-1] == "scar"
    assert "# The end." in first
    behind = edit.copied(TEXT, "no-heat", "new")
    assert ids(behind) == ["about-1", "no-heat", "new", "no-sun"]
    missing = edit.added("id: x\n", "advice", new)
    assert ids(missing) == ["new"]


def test_a_sentence_is_set_aside_with_a_reason_and_taken_back() -> None:
    aside = edit.set_aside(TEXT, 1, "A greeting: hello")
    assert '    2: a heading   # seen\n    1: "A greeting: hello"\n' in aside
    assert edit.set_aside(aside, 1, "") == TEXT
    other = edit.set_aside(TEXT, 2, "Twice said")
    assert '2: "Twice said"   # seen' in other
    bare = edit.set_aside(TEXT, 2, "")
    assert "not-needed" not in bare
    assert "not-needed:\n    1:" in edit.set_aside(bare, 1, "A greeting")


def test_a_protocol_is_given_its_name_and_title() -> None:
    found = edit.titled(TEXT, "my-peel", 'A "peel"', "en")
    assert 'id: my-peel\ntitle: {en: "A \\"peel\\""}\n' in found


@settings(max_examples=settings().max_examples // 4)  # each reads the whole protocol
@given(st.text(min_size=1, max_size=60), st.integers(0, 200))
def test_whatever_is_typed_changes_one_clause_of_the_shipped_protocol(words: str, n: int) -> None:
    if not words.split() or not words.isprintable():
        return
    text = shipped()["micro-needling"].read_text()
    before = edit.clauses(text)
    spoken = [each.id for each in before if "text" in edit.fields(text, each.id)]
    one = spoken[n % len(spoken)]
    found = edit.changed(text, one, {"text": edit.text_of({"en": words})})
    loaded, problems = load(found.encode(), "edited")
    assert (loaded is not None, [p for p in problems if p.code[:2] in {"P0", "P1"}]) == (True, [])
    assert [each.id for each in edit.clauses(found)] == [each.id for each in before]
    assert found.count("#") >= text.count("#")


@pytest.mark.parametrize("text", ["", "[]", "- a", "id: x"])
def test_what_is_no_protocol_is_left_alone(text: str) -> None:
    assert (edit.clauses(text), edit.set_aside(text, 1, "x")) == ([], text)
    assert edit.changed(text, "x", {"for": "1 day"}) == text


def test_what_looks_like_something_else_stays_words() -> None:
    text = "yes: [NO, 9:30, 2026-11-26]\nask: {en: Do you smoke? Say when.}\n"
    assert edit.plain(text) == {
        "yes": ["NO", "9:30", "2026-11-26"],
        "ask": {"en": "Do you smoke? Say when."},
    }
    assert edit.plain("") is None


@pytest.mark.parametrize("name", sorted(shipped()))
def test_a_copy_says_what_its_clause_says(name: str) -> None:
    text = shipped()[name].read_text()
    for each in edit.clauses(text):
        if each.block == "contact":
            continue
        twin = edit.copied(text, each.id, "twin")
        found = edit.find(twin, "twin")
        assert found is not None
        assert edit.said(found) == {**edit.said(each), "id": "twin"}
        assert edit.removed(twin, "twin") == text


TABLE = """id: x
questions:
  days: [1]   # TODO: choose
  symptoms: [redness]
triage:
  - id: first
    level: urgent   # why
    symptom: [redness]
  # between
  - {id: second, level: contact, symptom: itching}
  - id: third
    level: watch
    symptom: redness
    when:
      tone: [5, 6]
# The end.
"""


def order(text: str) -> list[str]:
    return [each.id for each in edit.rows(text) if each.block == "triage"]


def test_the_rows_of_the_table_are_found_apart_from_clauses() -> None:
    assert order(TABLE) == ["triage.first", "triage.second", "triage.third"]
    assert edit.clauses(TABLE) == []
    third = edit.find(TABLE, "triage.third")
    assert third is not None
    assert edit.said(third)["when"] == {"tone": ["5", "6"]}
    assert edit.find(TABLE, "triage.fourth") is None
    assert edit.rows("triage: no\nquestions: 3") == edit.rows("- 1") == edit.rows("") == []


def test_rows_change_places_and_nothing_else_does() -> None:
    down = edit.moved(TABLE, "triage.second", 1)
    assert order(down) == ["triage.first", "triage.third", "triage.second"]
    assert edit.moved(down, "triage.second", -1) == TABLE
    assert edit.moved(TABLE, "triage.first", -1) == edit.moved(TABLE, "triage.third", 1) == TABLE
    assert edit.moved(TABLE, "triage.fourth", 1) == TABLE
    up = edit.moved(TABLE, "triage.third", -1)
    assert sorted(up) == sorted(TABLE)
    assert {each.id: edit.said(each) for each in edit.rows(up)} == {
        each.id: edit.said(each) for each in edit.rows(TABLE)
    }


def test_a_row_is_changed_added_and_taken_out() -> None:
    text = edit.changed(TABLE, "triage.third", {"when": "", "level": "contact"})
    assert "tone" not in text
    text = edit.changed(text, "triage.second", {"because": '"It itches."'})
    assert '{id: second, level: contact, symptom: itching, because: "It itches."}' in text
    text = edit.added(text, "triage", {"id": "new", "level": "watch"})
    assert order(text)[-1] == "triage.new"
    assert order(edit.removed(text, "triage.first"))[0] == "triage.second"
    asked = edit.changed(text, "questions.asked", {"days": "[1, 3]"})
    assert "days: [1, 3]   # TODO: choose" in asked
    assert "# The end." in asked
