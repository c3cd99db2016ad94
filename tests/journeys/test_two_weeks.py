"""A patient's two weeks on a phone: asking, checking in and worrying, with and without script."""

from collections.abc import Callable

from tests.journeys.visitor import Visitor

Enter = Callable[..., Visitor]


def ask(visitor: Visitor, question: str) -> str:
    """Ask on Today, and give the answer that stands under the field, once it has the focus."""
    visitor.press("Today")
    visitor.page.get_by_label("Can I").fill(question)
    visitor.page.keyboard.press("Enter")
    answer = visitor.page.locator("#answer")
    answer.wait_for()
    assert visitor.page.evaluate("document.activeElement.id") == "answer"
    return answer.inner_text().split("\n")[0]


def check_in(visitor: Visitor) -> None:
    """Report a little dryness and nothing else, going back once on the way."""
    visitor.page.locator("nav a", has_text="Check-in").click()
    visitor.page.locator("label", has_text="Dryness").click()
    visitor.press("Continue")
    visitor.page.locator("label", has_text="None of these").click()
    visitor.press("Continue")
    visitor.page.locator("label[for=id_how_dryness_1]").click()
    visitor.press("Continue")
    visitor.page.get_by_label("Anything else?").wait_for()
    visitor.press("Back")
    assert visitor.page.locator("#id_how_dryness_1").is_checked()
    for name in ("Continue", "Continue", "Send"):
        visitor.page.wait_for_load_state()
        visitor.page.get_by_role("button", name=name, exact=True).click()
    visitor.page.get_by_role("heading", name="Thank you").wait_for()


def worry(visitor: Visitor) -> None:
    """Tell a worry, with one of the signs that the clinic adopted."""
    visitor.press("Worried?")
    visitor.page.get_by_label("What worries you?").fill("It throbs.")
    visitor.page.locator("label", has_text="painful, hot and swollen").click()
    visitor.press("Send to my clinic")
    visitor.page.get_by_role("heading", name="Do not wait for an answer").wait_for()


def test_soap_is_fine_again_after_a_check_in_and_a_worry_is_not_read_yet(come: Enter) -> None:
    priya = come("Priya Nair")
    assert ask(priya, "use soap") == "When you are ready"
    check_in(priya)
    assert "Fine again: using soap on your skin" in priya.text()
    assert ask(priya, "use soap") == "Yes"
    worry(priya)
    assert "Not read yet" in priya.text()
    assert (priya.axe(), priya.sideways()) == ([], 0)


def test_all_of_it_works_without_script(come: Enter) -> None:
    amira = come("Amira Haddad", javascript=False)
    assert ask(amira, "swim") == "Not yet"
    check_in(amira)
    worry(amira)
    assert "Not read yet" in amira.text()
