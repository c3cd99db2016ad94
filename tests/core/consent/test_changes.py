from msgspec import structs

from aftercare.core.consent.changes import Changed, changes
from aftercare.core.consent.text import ConsentText, Paragraph, Section


def text(*risks: Paragraph, agreed: str = "I agree.") -> ConsentText:
    return ConsentText(
        "micro-needling",
        1,
        "0" * 64,
        "en",
        "Micro-needling",
        "Rowan Skin Clinic",
        (Section("risks", "What can go wrong", risks),),
        (Paragraph(agreed, "agreed"),),
        (),
    )


BRUISE = Paragraph("You may bruise.", "bruise")


def test_the_same_text_has_no_changes() -> None:
    assert changes(text(BRUISE), text(BRUISE)) == []


def test_a_sentence_that_says_something_else_is_shown_before_and_after() -> None:
    later = Paragraph("You may bruise for a week.", "bruise")
    assert changes(text(BRUISE), text(later)) == [
        Changed("What can go wrong", "You may bruise.", "You may bruise for a week.")
    ]


def test_what_is_new_and_what_is_gone_is_shown() -> None:
    burn = Paragraph("You may burn.", "burn")
    assert changes(text(BRUISE), text(burn)) == [
        Changed("What can go wrong", "", "You may burn."),
        Changed("What can go wrong", "You may bruise.", ""),
    ]


def test_sentences_that_only_changed_places_are_no_change() -> None:
    burn = Paragraph("You may burn.", "burn")
    assert changes(text(BRUISE, burn), text(burn, BRUISE)) == []


def test_another_agreement_is_a_change() -> None:
    found = changes(text(), text(agreed="I agree to it all."))
    assert found == [Changed("What you agree to", "I agree.", "I agree to it all.")]


def test_two_sentences_of_one_clause_are_told_apart() -> None:
    first, second = Paragraph("Call us.", "contact"), Paragraph("Call 999.", "contact")
    other = Paragraph("Call 111.", "contact")
    assert changes(text(first, second), text(first, other)) == [
        Changed("What can go wrong", "Call 999.", "Call 111.")
    ]


def test_a_clause_that_stands_under_another_topic_now_is_no_change() -> None:
    advised = Section("avoid", "What to avoid", (BRUISE,))
    moved = structs.replace(text(), sections=(Section("risks", "What can go wrong", ()), advised))
    assert changes(text(BRUISE), moved) == []


def test_a_sentence_of_the_form_itself_is_told_by_its_topic() -> None:
    choice = Paragraph("You can wait.")
    elsewhere = structs.replace(text(), sections=(Section("choices", "Your choices", (choice,)),))
    assert changes(text(choice), elsewhere) == [
        Changed("Your choices", "", "You can wait."),
        Changed("What can go wrong", "You can wait.", ""),
    ]
