"""A sentence of a leaflet -> what a draft makes of it, case by case."""

from __future__ import annotations

import pytest

from aftercare.core.leaflet.draft import draft
from aftercare.core.leaflet.items import Item


def only(text: str) -> Item:
    [item] = draft(text).items
    return item


def kinds(text: str) -> list[str]:
    return [item.kind for item in draft(text).items]


@pytest.mark.parametrize(
    "text",
    [
        "No sauna for a week.",
        "Give saunas a wide berth for a fortnight.",
        "A whole day away from heat.",
        "Peels: next month at the earliest.",
        "Your skin will thank you for a week without exfoliation.",
        "The pool can wait a week.",
        "Make-up only after 24 hours.",
        "Wait 4 weeks before you have a facial.",
        "Hands off!",
        "Gym – 48 hours",
        "Say goodbye to your razor for three days.",
        "You may not swim for a week.",
        "I agree not to wear make-up for 12 hours.",
        "I will not exercise for 24 hours.",
        "Keep the brows dry for 5 days.",
        "Only use the products we recommend.",
        "On no account rub the area.",
        "Alcohol is best avoided for 24 hours.",
    ],
)
def test_a_ban_is_a_ban_however_it_is_said(text: str) -> None:
    assert only(text).kind == "avoid"


@pytest.mark.parametrize(
    "text",
    [
        "Use a plain balm, nothing perfumed.",
        "Use a gentle cleanser without acids.",
        "Never go out without SPF 50.",
        "Do not skip your sunscreen.",
        "SPF 50 daily.",
        "Wash with a mild cleanser, no soap.",
        "I understand that sunscreen has to be worn every day.",
        "For the first three nights sleep on your back.",
    ],
)
def test_care_is_care_though_a_no_stands_in_it(text: str) -> None:
    assert only(text).kind == "do"


@pytest.mark.parametrize(
    "text",
    [
        "Picking leads to scarring.",
        "Skipping sunscreen undoes the work.",
        "If you scratch, you may scar.",
        "Infection is rare but possible.",
        "I understand that there is a small risk of infection.",
    ],
)
def test_a_harm_is_a_risk_without_a_because(text: str) -> None:
    assert only(text).kind == "risk"


@pytest.mark.parametrize(
    "text",
    [
        "If pain is severe, call us day or night.",
        "Worried? Drop us a line.",
        "Any sign of infection must be reported to us at once.",
        "Go to A&E if you have trouble breathing.",
    ],
)
def test_a_call_for_help_is_found(text: str) -> None:
    assert only(text).kind == "seek-help"


def test_a_reason_is_parted_from_its_rule() -> None:
    ban, harm = draft("Don't pick the scabs, as this may cause scarring.").items
    assert (ban.kind, ban.activities) == ("avoid", ("picking",))
    assert (harm.kind, harm.quote) == ("risk", "as this may cause scarring.")


def test_a_permission_with_a_limit_forbids_until_then() -> None:
    text = "After 24 hours you can wear make-up, but mineral only."
    allowed, forbidden = draft(text).items
    assert (allowed.kind, allowed.strength) == ("do", "may")
    assert (forbidden.kind, forbidden.window and forbidden.window.bounds) == ("avoid", (24, 24))


def test_a_condition_is_never_lost() -> None:
    assert only("No make-up until the redness has gone.").until == "redness subsides"
    assert only("No waxing before it has healed.").until == "skin healed"
    assert only("No swimming until the moon is full.").until == "the moon is full"


def test_an_open_end_stays_open() -> None:
    window = only("No make-up for at least 5 days.").window
    assert window is not None
    assert window.bounds == (120, None)


def test_of_two_lengths_a_ban_takes_the_longer() -> None:
    window = only("No make-up for 24 hours, better 48 hours.").window
    assert window is not None
    assert window.bounds == (48, 48)


def test_a_length_that_is_not_in_the_words_is_never_supplied() -> None:
    assert only("No sunbathing.").window is None
    assert only("No make-up for a few days.").window is None


def test_an_activity_that_is_not_in_the_words_is_never_supplied() -> None:
    assert only("Do not do that for 2 days.").activities == ()


def test_what_is_not_understood_is_shown() -> None:
    drafted = draft("Wibble the frobnicator on Tuesdays.")
    assert drafted.items == ()
    assert [each.quote for each in drafted.not_understood] == [
        "Wibble the frobnicator on Tuesdays."
    ]


def test_advice_for_before_the_treatment_is_told_apart() -> None:
    assert only("Avoid retinol for 3 days before your treatment.").phase == "before"
    assert only("Avoid retinol for 3 days after your treatment.").phase == "after"


def test_whom_it_is_for_is_kept() -> None:
    assert only("If you have dark skin, use sunscreen every day.").who == "skin types 4 to 6"


def test_a_quote_is_the_leaflets_own_words() -> None:
    text = "Intro\n\n• Don’t rub for 2 days;\n• keep it clean, please – and no make-up!\n"
    for item in draft(text).items:
        assert text[item.start : item.end] == item.quote


def test_a_rule_and_a_confidence_stand_with_each_item() -> None:
    item = only("Avoid the sun for 2 weeks.")
    assert (item.rule, item.confidence) == ("ban-word", 0.95)


def test_a_consent_is_no_advice() -> None:
    assert kinds("I have had time to ask questions and I consent to the treatment.") == ["info"]


def test_a_ban_on_two_things_is_one_ban() -> None:
    item = only("Skip hot tubs and exercise for 24 hours.")
    assert (item.kind, item.activities) == ("avoid", ("hot-tub", "exercise"))


def test_an_open_end_beside_a_longer_one_stays_open() -> None:
    window = only("Avoid the sun for at least 2 weeks and ideally 4 weeks.").window
    assert window is not None
    assert window.bounds == (672, None)


def test_a_bare_number_has_the_unit_of_the_length_before() -> None:
    window = only("No make-up for 12 hours, preferably 24.").window
    assert window is not None
    assert window.bounds == (24, 24)


def test_an_unless_does_not_lose_its_ban() -> None:
    item = only("Unless your doctor has told you otherwise, do not take aspirin for 3 days.")
    assert (item.kind, item.activities) == ("avoid", ("blood-thinner",))


def test_a_wide_table_says_in_each_cell_what_its_column_is() -> None:
    text = (
        "| Day | What you see | What you do |\n"
        "| 2-4 | Scabs form | Thin layer of ointment |\n"
        "| 5-8 | Flaking | Never pick |\n"
    )
    found = {
        item.quote: (item.kind, item.window and item.window.bounds) for item in draft(text).items
    }
    assert found["Flaking"] == ("expect", (192.0, 192.0))
    assert found["Never pick"] == ("avoid", (192.0, 192.0))
    assert found["Thin layer of ointment"][0] == "do"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Keep perfume, hair products and phone screens away from it.", "avoid"),
        ("Not a drop of perfume on the neck.", "avoid"),
        ("Until the skin has closed, nothing else may go on it, sunscreen included.", "avoid"),
        ("Apply a coat of petroleum jelly so that it never dries out.", "do"),
        ("Leave the dressing in place until tomorrow morning.", "do"),
        ("Should you develop a fever or spreading redness, call the doctor.", "seek-help"),
        ("Stinging that will not stop, or a rash? Rinse it and get in touch.", "seek-help"),
        ("A scalp that is hot or oozing needs looking at.", "seek-help"),
    ],
)
def test_a_sentence_is_what_it_means_however_it_is_turned(words: str, kind: str) -> None:
    assert [(item.kind, item.quote) for item in draft(words).items] == [(kind, words)]


def test_what_comes_at_the_earliest_has_no_end_that_is_promised() -> None:
    item = draft("Gym: day 4 at the soonest.").items[0]
    assert (item.kind, item.window and item.window.bounds) == ("avoid", (96.0, None))


@pytest.mark.parametrize(
    ("words", "hours"),
    [
        ("No gym for a day and a half.", (36.0, 36.0)),
        ("No pool for at least two and a half weeks.", (420.0, None)),
        ("No heat for up to one and a half days.", (None, 36.0)),
        ("Do not shave for a minimum period of three days.", (72.0, None)),
        ("No make-up for 3-5d.", (72.0, 120.0)),
        ("Avoid make-up for twelve (12) hours.", (12.0, 12.0)),
        ("Avoid the sun for 3 (three) days.", (72.0, 72.0)),
        ("Do not use retinol for the week after.", (168.0, 168.0)),
    ],
)
def test_a_length_is_counted_however_it_is_written(
    words: str, hours: tuple[float | None, float | None]
) -> None:
    item = draft(words).items[0]
    assert (item.kind, item.window and item.window.bounds) == ("avoid", hours)


def test_contact_sports_are_no_call_to_contact_somebody() -> None:
    found = draft("For a week: no gym classes, cycling, contact sports.").items
    assert {item.kind for item in found} == {"avoid"}


@pytest.mark.parametrize(
    ("words", "activity"),
    [
        ("Tea and coffee are fine, alcohol is not, for 24 hours.", "alcohol"),
        ("Paracetamol is fine, aspirin is not.", "blood-thinner"),
        ("You may walk, not run, for a week.", "exercise"),
    ],
)
def test_what_is_not_fine_is_no_part_of_what_is(words: str, activity: str) -> None:
    kinds = {name: item.kind for item in draft(words).items for name in item.activities}
    assert kinds[activity] == "avoid"
