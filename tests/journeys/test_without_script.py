"""No script at all: the patient agrees and is answered, the nurse works her inbox."""

from collections.abc import Callable

from tests.journeys import steps
from tests.journeys.house import House
from tests.journeys.visitor import Visitor


def test_a_consent_a_worry_and_its_answer_need_no_script(
    come: Callable[..., Visitor], house: House
) -> None:
    nurse = come("Elena Rossi", javascript=False)
    eva = come("Eva Lind", javascript=False)
    steps.add_patient(nurse, "Eva Lind", "eva@example.com")
    steps.plan(nurse, days=1)
    steps.send_consent(nurse)
    steps.open_page(eva, house)
    steps.agree(eva, "Eva Lind")
    assert "You have signed" in eva.text()

    amira = come("Amira Haddad", javascript=False)
    amira.page.locator("nav a", has_text="Messages").click()
    steps.inbox(nurse)
    nurse.page.locator("[data-row]", has_text="Amira Haddad").click()
    nurse.press("Mark as read")
    nurse.page.get_by_label("Reply to Amira Haddad").fill("Cool it, and sleep with your head high.")
    nurse.press("Reply and done")
    amira.page.reload()
    assert "sleep with your head high" in amira.text()
    amira.page.get_by_role("link", name="Write back").first.click()
    assert "Read by Elena Rossi" in amira.text()
