"""A check-in that nobody made: silence is not "fine", it is an entry of the inbox."""

from collections.abc import Callable

from tests.journeys import steps
from tests.journeys.visitor import Visitor


def test_two_days_of_silence_are_an_entry_that_the_patient_can_close(
    come: Callable[..., Visitor],
) -> None:
    nurse, priya = come("Elena Rossi"), come("Priya Nair")
    steps.inbox(nurse)
    assert "Priya Nair" not in nurse.text()
    steps.turn(nurse, "+1 day", 3)
    steps.inbox(nurse)
    nurse.look()
    nurse.page.locator("[data-row]", has_text="Priya Nair").click()
    nurse.page.wait_for_load_state()
    nurse.look()
    assert "A check-in was missed" in nurse.text()

    priya.page.reload()
    steps.check_in(priya)
    steps.inbox(nurse)
    assert "Priya Nair" not in nurse.text()
