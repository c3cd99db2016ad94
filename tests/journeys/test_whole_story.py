"""One patient from the first call to an answered worry, in two browsers, by one clinic."""

from collections.abc import Callable

from tests.journeys import steps
from tests.journeys.house import House
from tests.journeys.visitor import Visitor


def test_a_patient_is_planned_agrees_is_treated_asks_checks_in_and_is_answered(
    come: Callable[..., Visitor], house: House
) -> None:
    nurse, mina = come("Elena Rossi"), come("Mina Sato")
    steps.add_patient(nurse, "Mina Sato", "mina@example.com")
    steps.plan(nurse, days=2)
    planned = nurse.page.url
    steps.send_consent(nurse)

    steps.open_page(mina, house)
    steps.agree(mina, "Mina Sato")
    assert "You have signed" in mina.text()

    nurse.page.goto(planned)
    steps.screen(nurse)
    assert "not confirmed" in nurse.text()
    steps.turn(nurse, "+1 day", 2)
    nurse.page.goto(planned)
    nurse.press("Mina Sato still wants it")
    steps.treat(nurse, "CN24817")

    mina.press("Go to my page")
    assert "Day 0" in mina.text()
    mina.look()
    assert steps.ask(mina, "swim") == "Not yet"
    assert steps.ask(mina, "use soap") == "When you are ready"
    steps.turn(mina, "+1 day", 2)
    steps.check_in(mina, "Dryness")
    assert steps.ask(mina, "use soap") == "Yes"

    mina.press("Worried?")
    mina.page.get_by_label("What worries you?").fill("One cheek feels hot.")
    mina.look()
    mina.press("Send to my clinic")
    mina.look()
    assert "Not read yet" in mina.text()

    steps.inbox(nurse)
    nurse.look()
    nurse.page.get_by_role("link", name="Mina Sato").first.click()
    nurse.page.wait_for_load_state()
    nurse.look()
    assert "One cheek feels hot." in nurse.text()
    nurse.page.get_by_label("Reply to Mina Sato").fill("Please send me a photograph.")
    nurse.press("Reply and done")

    mina.page.reload()
    words = mina.text()
    assert "Read by Elena Rossi" in words
    assert "Please send me a photograph." in words
