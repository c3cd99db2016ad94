"""A name that leads nowhere is found where it stands, with what the protocol declares."""

import pytest

from tests.core.samples import places, read_text, sample


def found(*changes: tuple[str, str]) -> list[tuple[str, str, str, str]]:
    loaded, problems = read_text(sample(*changes))
    assert loaded is not None, problems
    return [(p.code, p.place.path, p.message, p.help) for p in problems if p.place]


@pytest.mark.parametrize(
    ("old", "new", "code", "path", "message", "remedy"),
    [
        ("raised-by: {place: ankle}", "raised-by: {skin: 5}", "P201", "risks[0].raised-by",
         "There is no fact `skin` in this protocol.",
         "Did you mean `skin_type`?"),
        ("raised-by: {place: ankle}", "raised-by: {skin_type: 6 to 4}", "P202",
         "risks[0].raised-by.skin_type",
         "The fact `skin_type` can never be `6 to 4`, so this holds for nobody.",
         "It can be 1, 2, 3, 4, 5 and 6."),
        ("raised-by: {place: ankle}", "raised-by: {thinners: maybe}", "P202",
         "risks[0].raised-by.thinners",
         "The fact `thinners` can never be `maybe`, so this holds for nobody.",
         "It can be no and yes."),
        ("raised-by: {place: ankle}", "raised-by: {eyes: blue}", "P201", "risks[0].raised-by",
         "There is no fact `eyes` in this protocol.",
         "It declares skin_type, thinners and place."),
        ("for: 4 weeks", "until: sun_gone", "P203", "advice[3].until",
         "There is no condition `sun_gone` in this protocol.", "Did you mean `scabs_gone`?"),
        ("for: 4 weeks", "until: faded", "P203", "advice[3].until",
         "There is no condition `faded` in this protocol.", "It declares scabs_gone."),
        ("closed-by: patient", "closed-by: {scabs: none}", "P204",
         "conditions.scabs_gone.closed-by",
         "There is no symptom `scabs` in this protocol.",
         "It declares redness, itching and infection."),
        ("closed-by: patient", "closed-by: {redness: none, itching: none}", "P204",
         "conditions.scabs_gone.closed-by",
         "A condition is closed by one symptom.", "Keep one: `{redness: none}`."),
        ("together-with: infection", "together-with: [infection, fever]", "P204",
         "triage[7].together-with",
         "There is no symptom `fever` in this protocol.",
         "It declares redness, itching and infection."),
        ("id: photos", "id: told", "P206", "agreements[1].id",
         "The id `told` stands a second time; the first is in line 68.",
         "Give each its own id."),
        ("id: worse, level", "id: late, level", "P206", "triage[4].id",
         "The id `late` stands a second time; the first is in line 109.",
         "Give each its own id."),
        (", options: [arm, ankle]}", "}", "P208", "facts.place",
         "`place` is of kind choice and has no `options`.",
         "Areas and choice need `options`; other kinds have none."),
        ("kind: fitzpatrick,", "kind: fitzpatrick, options: one,", "P208", "facts.skin_type",
         "`skin_type` is of kind fitzpatrick and has `options`.",
         "Areas and choice need `options`; other kinds have none."),
        ("options: [arm, ankle]", "options: [arm, arm, ankle]", "P208", "facts.place.options",
         "An option of `place` stands twice, or is called `unknown`.",
         "Write each once; `unknown` is always an answer by itself."),
        ("options: [arm, ankle]", "options: [unknown, arm, ankle]", "P208", "facts.place.options",
         "An option of `place` stands twice, or is called `unknown`.",
         "Write each once; `unknown` is always an answer by itself."),
        ("after: usually}", "after: usually, quote: rede}", "P205", "triage[3].quote",
         "There is no reaction or risk `rede` in this protocol.", "Did you mean `red`?"),
        ("    says: taking the film off", "    is: swiming\n    says: taking the film off", "P207",
         "vocabulary.film-removal",
         "There is no activity `swiming` in this protocol.", "Did you mean `swimming`?"),
        ("    says: taking the film off", "    is: zzz\n    says: taking the film off", "P207",
         "vocabulary.film-removal",
         "There is no activity `zzz` in this protocol.", "See the vocabulary."),
        ("avoid: swimming", "avoid: swiming", "P401", "advice[1].avoid",
         "“Can I …?” knows no words for the activity `swiming`.",
         ("Did you mean `swimming`? "
          "Add it with its words under `vocabulary:`, or use a known name.")),
    ],
)  # fmt: skip
def test_a_name_that_leads_nowhere_is_found_with_what_is_declared(  # noqa: PLR0913, PLR0917 - a row of the table
    old: str, new: str, code: str, path: str, message: str, remedy: str
) -> None:
    problems = [problem for problem in found((old, new)) if problem[0] != "P202" or code == "P202"]
    assert problems == [(code, path, message, remedy)]


def test_a_triage_row_with_an_undeclared_name_is_reported_instead_of_proved() -> None:
    edit = (
        "symptom: [redness, itching], after: longest",
        "symptom: [redness, fever], after: longest",
    )
    assert [code for code, *_ in found(edit)] == ["P204"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("symptom: redness\n    text", "symptom: rednes\n    text"),
        ("symptom: infection\n    text", "symptom: fever\n    text"),
    ],
)
def test_a_symptom_that_a_reaction_or_a_risk_misspells_is_found(old: str, new: str) -> None:
    assert "P204" in [code for code, *_ in found((old, new))]


def test_a_row_and_a_clause_may_share_an_id() -> None:
    assert found(("id: late, level", "id: red, level")) == []


def test_the_second_of_two_ids_is_pointed_at() -> None:
    _, problems = read_text(sample(("id: keep-film", "id: wash")))
    assert places(problems) == [("P206", 99, 9)]
