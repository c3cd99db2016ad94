"""Two versions compared in a clinician's words, each change with the way it goes."""

import pytest

from aftercare.core.protocol.compare import Change, compare
from tests.core.samples import protocol

SUN = """\
  - id: no-sun
    avoid: sun
    text: {en: Keep it out of the sun.}
    because: {en: The sun fades the ink.}
    for: 4 weeks
    source: 8
"""
SLOW = "  - {id: slow, level: watch, symptom: redness, after: usually}\n"
WORSE = "  - {id: worse, level: watch, symptom: itching, trend: worse}\n"


def changes(*edits: tuple[str, str]) -> list[tuple[str, str, str]]:
    found = compare(protocol(), protocol(*edits))
    return [(change.clause, change.sentence, change.direction) for change in found]


def test_equal_protocols_do_not_differ() -> None:
    assert compare(protocol(), protocol()) == []


def test_two_ways_to_write_the_same_thing_do_not_differ() -> None:
    assert changes(("avoid: sun", "avoid: [sun]"), ("optional: yes", "optional: true")) == []


@pytest.mark.parametrize(
    ("was", "now", "sentence", "direction"),
    [
        ("at least 2 weeks", "at least 9 days", "shorter", "looser"),
        ("at least 2 weeks", "at least 3 weeks", "longer", "stricter"),
        ("at least 2 weeks", "2 weeks", "shorter", "looser"),
        ("3 hours", "2 hours", "shorter", "looser"),
        ("3 hours", "2 to 4 hours", "shorter and longer", "looser"),
        ("3 hours", "about 3 hours", "said differently", "changed"),
        ("3 hours", "3 to 4 hours", "longer", "stricter"),
        ("3 hours", "1 day", "longer", "stricter"),
        ("4 weeks", "28 days", "said differently", "changed"),
    ],
)
def test_a_length_of_advice_is_stricter_when_it_is_longer(
    was: str, now: str, sentence: str, direction: str
) -> None:
    clause, label = {
        "at least 2 weeks": ("no-swimming", "no swimming"),
        "3 hours": ("keep-film", "no film removal"),
        "4 weeks": ("no-sun", "no sun"),
    }[was]
    expected = (clause, f"{label}: {was} → {now}, {sentence}", direction)
    assert changes((f"for: {was}\n", f"for: {now}\n")) == [expected]


def test_the_example_of_the_design_reads_as_it_stands_there() -> None:
    old = protocol(("for: 4 weeks", "for: at least 3 days"))
    new = protocol(("for: 4 weeks", "for: at least 2 days"))
    sentence = "no sun: at least 3 days → at least 2 days, shorter"
    assert compare(old, new) == [Change("no-sun", sentence, "looser")]
    back = "no sun: at least 2 days → at least 3 days, longer"
    assert compare(new, old) == [Change("no-sun", back, "stricter")]


@pytest.mark.parametrize(
    ("edit", "change"),
    [
        (
            ("usually: 2 to 3 days", "usually: 3 to 4 days"),
            ("red", "redness: 2 to 3 days → 3 to 4 days, longer", "looser"),
        ),
        (
            ("longer-for-some: 5 days", "longer-for-some: 4 days"),
            ("red", "redness: 5 days → 4 days, shorter", "stricter"),
        ),
        (
            ("    for: 4 weeks\n", ""),
            ("no-sun", "no sun: 4 weeks → no length, without an end", "stricter"),
        ),
        (
            ("    do: washing\n", "    do: washing\n    from: 1 day\n"),
            ("wash", "washing (from): no length → 1 day, later", "looser"),
        ),
        (
            ("text: {en: Do not swim.}", "text: {en: No swimming.}"),
            ("no-swimming", "text: “Do not swim.” → “No swimming.”", "changed"),
        ),
        (
            ("because: {en: The sun fades the ink.}", "because: {en: It fades.}"),
            ("no-sun", "because: “The sun fades the ink.” → “It fades.”", "changed"),
        ),
        (("source: 8", "source: [7, 8]"), ("no-sun", "source: 8 → 7, 8", "changed")),
        (
            ("avoid: sun", "avoid: [sun, sunbed]"),
            ("no-sun", "avoid: sun → sun, sunbed", "stricter"),
        ),
        (("avoid: sun", "avoid: sunbed"), ("no-sun", "avoid: sun → sunbed", "changed")),
        (
            ("when: {place: ankle}\n    source", "when: {thinners: yes}\n    source"),
            ("loose-clothes", "when: place ankle → thinners yes", "changed"),
        ),
        (("decision: adopted", "decision: declined"),
         ("stop-fever", "decision: adopted → declined", "looser")),
        (("decision: declined", "decision: adopted"),
         ("flag-fever", "decision: declined → adopted", "stricter")),
        (("decision: declined", "decision: offered"),
         ("flag-fever", "decision: declined → offered", "changed")),
        (("careful: clothes", "avoid: clothes"),
         ("loose-clothes", "careful clothes → avoid clothes", "stricter")),
        (("careful: clothes", "do: clothes"),
         ("loose-clothes", "careful clothes → do clothes", "looser")),
        (("when: {place: ankle}\n    source", "when: {place: [arm, ankle]}\n    source"),
         ("loose-clothes", "when: place ankle → place arm, ankle", "stricter")),
        (("    when: {place: ankle}\n", ""),
         ("loose-clothes", "when: place ankle → none", "stricter")),
        (("for: 4 weeks\n", "for: 4 weeks\n    when: {place: ankle}\n"),
         ("no-sun", "when: none → place ankle", "looser")),
        (("title: {en: Tattoo}", "title: {en: Ink}"),
         ("title", "`title` is not the same", "changed")),
        (("phone: 555 0100", "phone: 555 0199"),
         ("contact", "`contact` is not the same", "changed")),
        (("options: [arm, ankle]", "options: [arm, leg, ankle]"),
         ("facts", "`facts` is not the same", "changed")),
        (("version: 1", "version: 2"), ("version", "1 → 2", "changed")),
        (("version: 1", "version: 1\nlanguage: nl"),
         ("language", "en → nl", "changed")),
        (("record: [ink-lot, place]", "record: [place]"),
         ("treatment", "`record` is not the same", "changed")),
        (("devices: {en: tattoo machine}", "devices: {en: hand needle}"),
         ("treatment", "`devices` is not the same", "changed")),
    ],
)  # fmt: skip
def test_one_change_is_one_sentence(edit: tuple[str, str], change: tuple[str, str, str]) -> None:
    assert changes(edit) == [change]


def test_a_later_start_lets_the_patient_do_more() -> None:
    old = protocol(("avoid: sun\n", "avoid: sun\n    from: 1 day\n"))
    new = protocol(("avoid: sun\n", "avoid: sun\n    from: 2 days\n"))
    later = Change("no-sun", "no sun (from): 1 day → 2 days, later", "looser")
    earlier = Change("no-sun", "no sun (from): 2 days → 1 day, earlier", "stricter")
    assert (compare(old, new), compare(new, old)) == ([later], [earlier])


def test_advice_that_gets_an_end_is_looser() -> None:
    endless = protocol(("    for: 4 weeks\n", ""))
    sentence = "no sun: no length → 4 weeks, with an end now"
    assert compare(endless, protocol()) == [Change("no-sun", sentence, "looser")]


def test_a_clause_that_is_gone_is_looser_and_one_more_is_stricter() -> None:
    whole, less = protocol(), protocol((SUN, ""))
    assert compare(whole, less) == [
        Change("no-sun", "removed: “Keep it out of the sun.”", "looser")
    ]
    assert compare(less, whole) == [
        Change("no-sun", "added: “Keep it out of the sun.”", "stricter")
    ]


def test_a_clause_that_becomes_another_kind_is_said() -> None:
    assert changes((SUN, ""), ("id: photos", "id: no-sun")) == [
        ("no-sun", "is another kind of clause now", "changed"),
        ("photos", "removed: “You may take photos.”", "looser"),
    ]


@pytest.mark.parametrize(
    ("edit", "change"),
    [
        (("id: slow, level: watch", "id: slow, level: contact"),
         ("slow", "triage level: watch → contact", "stricter")),
        (("id: late, level: contact", "id: late, level: watch"),
         ("late", "triage level: contact → watch", "looser")),
        (("severity: moderate or less", "severity: mild"),
         ("as-told", "triage severity: moderate or less → mild", "changed")),
        (("after: usually", "after: 2 days"),
         ("slow", "triage after: usually → 2 days", "changed")),
        ((SLOW, ""), ("slow", "triage row removed", "changed")),
        ((SLOW, SLOW + SLOW.replace("slow", "slower")),
         ("slower", "triage row added: watch", "changed")),
        ((SLOW + WORSE, WORSE + SLOW), ("triage", "the rows stand in another order", "changed")),
    ],
)  # fmt: skip
def test_a_change_of_the_triage_table_names_its_row(
    edit: tuple[str, str], change: tuple[str, str, str]
) -> None:
    assert changes(edit) == [change]


def test_changes_come_clause_by_clause_then_rows_then_the_rest() -> None:
    found = changes(
        ("id: slow, level: watch", "id: slow, level: contact"),
        ("title: {en: Tattoo}", "title: {en: Ink}"),
        ("for: 3 hours", "for: 2 hours"),
        ("usually: about 2 weeks", "usually: 9 days"),
    )
    assert [clause for clause, _, _ in found] == ["itch", "keep-film", "slow", "title"]
