"""Somebody with a browser of their own: what they see, press and type, and what went wrong."""

from dataclasses import dataclass, field

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Response

NARROW = 320
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 800}
# How wide the page would have to be to show everything, less how wide it is.
_SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@dataclass
class Visitor:
    """A person at a browser; faults collect what the browser complained about."""

    context: BrowserContext
    page: Page
    scripted: bool = True
    faults: list[str] = field(default_factory=list)
    looked: set[str] = field(default_factory=set)

    def press(self, name: str) -> None:
        """Press the button, or follow the link, of this name, and wait for what follows."""
        both = self.page.get_by_role("button", name=name, exact=True).or_(
            self.page.get_by_role("link", name=name, exact=True)
        )
        both.first.click()
        self.page.wait_for_load_state()
        self.look()

    def text(self) -> str:
        """Give what stands in the page's main part."""
        return self.page.locator("main").inner_text()

    def axe(self) -> list[str]:
        """Give what axe-core finds, each with its place."""
        found = Axe().run(self.page).response["violations"]
        return [f"{each['id']}: {node['html'][:160]}" for each in found for node in each["nodes"]]

    def sideways(self) -> int:
        """Give how far the page could be scrolled sideways, in points."""
        return int(self.page.evaluate(_SIDEWAYS))

    def look(self) -> None:
        """Look at a page the first time that one of its kind is open: axe-core, and 320 points.

        Without script axe-core cannot run.
        """
        heading = self.page.locator("h1").first.inner_text()
        kind = f"{self.page.url.rpartition('/')[0]} {heading}"
        if kind not in self.looked:
            self.looked.add(kind)
            axe = self.axe() if self.scripted else []
            assert (kind, axe, self.sideways(), self.narrow()) == (kind, [], 0, 0)

    def narrow(self) -> int:
        """Give how far the page could be scrolled sideways in a window 320 points wide."""
        size = self.page.viewport_size or PHONE
        self.page.set_viewport_size({"width": NARROW, "height": size["height"]})
        found = self.sideways()
        self.page.set_viewport_size({"width": size["width"], "height": size["height"]})
        return found

    def close(self) -> None:
        """Close the browser; whatever it complained about is a fault."""
        self.context.close()
        assert self.faults == []


def visitor(browser: Browser, size: dict[str, int], *, javascript: bool = True) -> Visitor:
    """Open a browser of one's own, with no cookies in it."""
    context = browser.new_context(
        viewport={"width": size["width"], "height": size["height"]},
        java_script_enabled=javascript,
        locale="en-GB",
        timezone_id="Europe/London",
        reduced_motion="reduce",
        bypass_csp=False,
    )
    context.set_default_timeout(20_000)
    found = Visitor(context, context.new_page(), javascript)
    found.page.on("console", lambda message: _complaint(found, message))
    found.page.on("pageerror", lambda fault: found.faults.append(f"script: {fault}"))
    found.page.on("response", lambda response: _failure(found, response))
    return found


def _complaint(visitor_: Visitor, message: ConsoleMessage) -> None:
    if message.type == "error" and "status of 4" not in message.text:
        visitor_.faults.append(f"console: {message.text}")


def _failure(visitor_: Visitor, response: Response) -> None:
    if response.status >= 500:
        visitor_.faults.append(f"{response.status} {response.url}")
