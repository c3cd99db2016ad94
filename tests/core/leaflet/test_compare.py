"""Two leaflets side by side: where they disagree about one activity."""

from __future__ import annotations

from aftercare.core.leaflet.compare import Difference, differences, said_by_draft
from aftercare.core.leaflet.draft import draft
from tests.core.plan.cases import vocabulary


def compared(a: str, b: str) -> list[Difference]:
    return differences(said_by_draft(draft(a)), said_by_draft(draft(b)))


def test_two_ends_of_one_activity_are_shown() -> None:
    [found] = compared("No make-up for 12 hours.", "Leave make-up off for 48 hours.")
    assert (found.activity, found.how) == ("make-up", "end")
    assert [said.ends for said in (*found.a, *found.b)] == ["12 hours", "48 hours"]


def test_one_forbids_what_the_other_asks_for() -> None:
    [found] = compared("No moisturiser for 2 days.", "Use a moisturiser for 2 days.")
    assert found.how == "kind"


def test_two_conditions_are_shown() -> None:
    [found] = compared("No massage until it has healed.", "No massage until the redness has gone.")
    assert found.how == "condition"


def test_what_only_one_speaks_of_is_shown() -> None:
    [found] = compared("No massage for 2 days.", "")
    assert (found.how, found.b) == ("only-one", ())


def test_the_same_in_other_words_is_no_difference() -> None:
    assert compared("No massage for 48 hours.", "Avoid massage for 2 days.") == []


def test_who_forbids_heat_has_spoken_of_the_sauna() -> None:
    a, b = (said_by_draft(draft(text)) for text in ("No sauna for 3 days.", "No heat for 2 days."))
    sauna = next(d for d in differences(a, b, vocabulary().activities) if d.activity == "sauna")
    assert sauna.how == "end"
    assert [each.activity for each in sauna.b] == ["heat"]
