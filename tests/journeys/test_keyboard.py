"""No mouse: Tab, Space, Enter, the arrows, and the inbox's own keys."""

from collections.abc import Callable

from tests.journeys import steps
from tests.journeys.visitor import Visitor

FOCUS = """() => {
    const on = document.activeElement;
    const label = on.labels && on.labels.length ? on.labels[0].innerText : '';
    return (on.getAttribute('aria-label') || label || on.innerText || '').trim();
}"""


def tab_to(visitor: Visitor, words: str, most: int = 120) -> None:
    """Press Tab until what has the focus says the words."""
    for _ in range(most):
        visitor.page.keyboard.press("Tab")
        if words in visitor.page.evaluate(FOCUS):
            return
    raise AssertionError(f"Tab never reaches {words!r} on {visitor.page.url}")


def enter(visitor: Visitor, words: str) -> None:
    """Go to a link or a button, and press Enter."""
    tab_to(visitor, words)
    with visitor.page.expect_navigation():
        visitor.page.keyboard.press("Enter")
    visitor.look()


def tick(visitor: Visitor, words: str) -> None:
    """Go to a choice, and press Space."""
    tab_to(visitor, words)
    visitor.page.keyboard.press("Space")


def test_a_check_in_and_a_worry_are_made_and_answered_by_keyboard(
    come: Callable[..., Visitor],
) -> None:
    priya = come("Priya Nair")
    enter(priya, "Start check-in")
    tick(priya, "Dryness")
    enter(priya, "Continue")
    tick(priya, "None of these")
    enter(priya, "Continue")
    tab_to(priya, "None")
    priya.page.keyboard.press("ArrowRight")
    enter(priya, "Continue")
    enter(priya, "Continue")
    enter(priya, "Send")
    assert "Thank you" in priya.text()
    enter(priya, "Worried?")
    tab_to(priya, "What worries you?")
    priya.page.keyboard.type("It feels tight when I smile.")
    enter(priya, "Send to my clinic")
    assert "Not read yet" in priya.text()

    nurse = come("Elena Rossi")
    enter(nurse, "Inbox")
    while "It feels tight when I smile." not in nurse.page.locator(".detail").inner_text():
        with nurse.page.expect_navigation():
            nurse.page.keyboard.press("j")
    nurse.page.keyboard.press("r")
    nurse.page.keyboard.type("That is expected on day 2. Keep it moist.")
    enter(nurse, "Reply and done")
    priya.page.reload()
    assert "Keep it moist." in priya.text()


def test_a_worry_is_answered_with_tab_and_enter_alone(come: Callable[..., Visitor]) -> None:
    nurse, amira = come("Elena Rossi"), come("Amira Haddad")
    enter(nurse, "Inbox")
    enter(nurse, "Amira Haddad")
    tab_to(nurse, "Reply to Amira Haddad")
    nurse.page.keyboard.type("Cool it, and call us if it grows.")
    enter(nurse, "Reply and done")
    amira.page.reload()
    enter(amira, "Messages")
    assert "call us if it grows" in amira.text()


def test_the_inbox_s_keys_can_be_switched_off(come: Callable[..., Visitor]) -> None:
    nurse = come("Elena Rossi")
    steps.inbox(nurse)
    enter(nurse, "Switch off")
    before = nurse.page.url
    nurse.page.keyboard.press("j")
    nurse.page.wait_for_timeout(300)
    assert nurse.page.url == before
