from aftercare.core.consent.text import (
    PERMISSIONS,
    ConsentText,
    canonical,
    consent_text,
    fingerprint,
    read_text,
)
from aftercare.core.protocol.adopt import additions
from aftercare.core.protocol.load import load
from aftercare.core.protocol.model import clauses
from aftercare.protocols import shipped
from tests.core.samples import protocol


def rendered(*changes: tuple[str, str]) -> ConsentText:
    return consent_text(protocol(*changes), "ab" * 32, "Inkwell", "en")


def section(text: ConsentText, name: str) -> list[str]:
    return [p.text for each in text.sections if each.id == name for p in each.paragraphs]


def test_one_topic_a_page_in_the_order_of_the_story() -> None:
    assert [each.id for each in rendered().sections] == [
        "treatment",
        "expect",
        "risks",
        "avoid",
        "advice",
        "choices",
        "help",
    ]


def test_a_reaction_is_told_with_its_times() -> None:
    assert section(rendered(), "expect")[0] == (
        "Your skin will be red. Usually 2 to 3 days, for some 5 days."
    )


def test_doing_nothing_is_told_as_a_choice() -> None:
    assert section(rendered(), "choices")[0] == (
        "You do not have to have this treatment. Doing nothing is a choice too."
    )


def test_each_separate_permission_names_the_clinic() -> None:
    found = {each.clause: each.text for each in rendered().permissions}
    assert found["photographs"].startswith("Inkwell may take photographs")


def test_every_clause_that_a_patient_must_know_is_in_the_text() -> None:
    loaded, _ = load(shipped()["micro-needling"].read_bytes(), "1.yaml")
    assert loaded is not None
    text = consent_text(loaded.protocol, loaded.sha256, "Rowan", "en")
    told = {p.clause for each in text.sections for p in each.paragraphs}
    told |= {each.clause for each in text.agreements}
    asked = {str(each.id) for each in additions(loaded.protocol)}
    assert {str(clause.id) for _, clause in clauses(loaded.protocol)} - asked == told - {""}


def test_the_same_text_has_the_same_bytes_and_another_text_others() -> None:
    one, two = canonical(rendered()), canonical(rendered())
    assert one == two
    other = canonical(rendered(("Your skin will be red.", "Your skin will be very red.")))
    assert fingerprint(one) != fingerprint(other)


def test_kept_bytes_read_back_as_they_were() -> None:
    assert read_text(canonical(rendered())) == rendered()


def test_only_an_adopted_flag_is_told() -> None:
    offered = rendered(
        (
            "    decision: declined\n    decided: Ann Lee, 2026-03-02\ncontact",
            "    decision: offered\ncontact",
        )
    )
    adopted = rendered(("decision: declined", "decision: adopted"))
    found = [
        "You have a fever." in section(text, "help") for text in (rendered(), offered, adopted)
    ]
    assert found == [False, False, True]


def test_what_may_be_refused_stands_apart_from_what_the_treatment_needs() -> None:
    text = rendered()
    assert [each.clause for each in text.agreements] == ["told"]
    assert [each.clause for each in text.permissions] == ["photos", *PERMISSIONS]


def test_words_of_a_leaflet_without_a_full_stop_are_a_sentence_before_its_length() -> None:
    text = rendered(("Your skin will be red.", "Some redness (a little)"))
    assert section(text, "expect")[0].startswith("Some redness (a little). Usually 2 to 3 days")
    text = rendered(("Your skin will be red.", "Call it “red.”"))
    assert section(text, "expect")[0].startswith("Call it “red.” Usually 2 to 3 days")


def test_what_is_forbidden_stands_apart_from_what_is_to_be_done() -> None:
    loaded, _ = load(shipped()["micro-needling"].read_bytes(), "1.yaml")
    assert loaded is not None
    text = consent_text(loaded.protocol, loaded.sha256, "Rowan", "en")
    verbs = {str(each.id): each.verb for each in loaded.protocol.advice}
    told = {each.id: {verbs[p.clause] for p in each.paragraphs} for each in text.sections[3:5]}
    assert told["avoid"] == {"avoid"}
    assert "avoid" not in told["advice"]


def test_an_end_that_the_words_have_is_not_said_again() -> None:
    words = "Your skin will be red."
    for said, told in (
        ("Red for 2 to 3 days.", " Usually 2 to 3 days, for some 5 days."),
        ("Red for 12 to 3 days.", " Usually 2 to 3 days, for some 5 days."),
    ):
        assert section(rendered((words, said)), "expect")[0] == said + told


def test_a_ban_says_its_end_once() -> None:
    ended = " For at least 2 weeks."
    for words, more in (
        ("Do not swim for at least 2 weeks.", ""),
        ("Do not swim for 2 weeks.", ended),
        ("Do not swim for at least 12 weeks.", ended),
        ("Do not swim.", ended),
    ):
        assert section(rendered(("Do not swim.", words)), "avoid")[0] == words + more
