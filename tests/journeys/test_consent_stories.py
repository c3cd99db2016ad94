"""A consent that is taken back, and one whose text has changed: the treatment cannot start."""

from collections.abc import Callable

from tests.journeys import steps
from tests.journeys.house import House
from tests.journeys.visitor import Visitor

Enter = Callable[..., Visitor]


def planned_and_signed(nurse: Visitor, mina: Visitor, house: House, name: str) -> str:
    """Plan a treatment for today, and let the patient sign; give the treatment's address."""
    steps.add_patient(nurse, name, f"{name.split(maxsplit=1)[0].lower()}@example.com")
    steps.plan(nurse, days=1)
    planned = nurse.page.url
    steps.send_consent(nurse)
    steps.open_page(mina, house)
    steps.agree(mina, name)
    return planned


def test_a_withdrawal_stops_the_treatment_and_reaches_the_inbox(come: Enter, house: House) -> None:
    nurse, noa = come("Elena Rossi"), come("Noa Levi")
    planned = planned_and_signed(nurse, noa, house, "Noa Levi")
    noa.press("Take back my consent, or a part of it")
    noa.look()
    noa.page.locator("label", has_text="My consent to this treatment").click()
    noa.press("Take it back")
    noa.look()
    assert "You have withdrawn your consent" in noa.text()

    steps.inbox(nurse)
    nurse.page.get_by_role("link", name="Noa Levi").first.click()
    nurse.page.wait_for_load_state()
    nurse.look()
    assert "withdrawn" in nurse.text().lower()
    nurse.page.goto(planned)
    nurse.look()
    assert "It can start once everything here is settled." in nurse.text()
    assert nurse.page.get_by_role("button", name="Start the treatment").count() == 0


def test_an_outdated_text_is_read_and_signed_again(come: Enter, house: House) -> None:
    owner, nurse, ida = come("Ruth Osei"), come("Elena Rossi"), come("Ida Berg")
    planned = planned_and_signed(nurse, ida, house, "Ida Berg")
    owner.page.goto(f"{house.url}/desk/settings/contact/")
    owner.page.get_by_label("When somebody answers").fill("Every day, 7am to 9pm.")
    owner.look()
    owner.press("Save")
    owner.page.goto(f"{house.url}/desk/advice/micro-needling/")
    owner.look()
    assert "Ida Berg" in owner.text()
    owner.press("Publish version 2")

    nurse.page.goto(planned)
    nurse.look()
    assert nurse.page.get_by_role("button", name="Start the treatment").count() == 0
    nurse.press("Prepare a new consent")
    nurse.press("Send the link")
    ida.page.goto(house.link())
    ida.look()
    words = ida.text()
    assert "The text has changed since" in words
    assert "Every day, 7am to 9pm." in words
    steps.agree(ida, "Ida Berg")
    nurse.page.goto(planned)
    assert "The consent is signed" in nurse.text()
