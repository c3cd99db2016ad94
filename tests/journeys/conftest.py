"""One demo and one browser for all journeys; each visitor has a browser profile of their own."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from aftercare.cli.serve import free
from tests.journeys import browser as chromium
from tests.journeys.house import House, start
from tests.journeys.visitor import DESK, PHONE, Visitor, visitor

Enter = Callable[[str], Visitor]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium.find()
    if path is None:
        pytest.skip("NO BROWSER: there is no Chromium here, so no journey was made")
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=path, args=list(chromium.FLAGS))
        yield found
        found.close()


@pytest.fixture
def house() -> Iterator[House]:
    """Give a demo of its own to each story: what one does, another does not see."""
    found = start(free(0))
    yield found
    found.close()


@pytest.fixture
def come(browser: Browser, house: House) -> Iterator[Callable[..., Visitor]]:
    """Let somebody in by their one-time address: ``come("Elena Rossi")``."""
    came: list[Visitor] = []

    def enter(name: str, *, javascript: bool = True) -> Visitor:
        staff = "/desk/" in house.ways_in.get(name, "")
        found = visitor(browser, DESK if staff else PHONE, javascript=javascript)
        came.append(found)
        if name in house.ways_in:
            found.page.goto(house.ways_in[name])
            assert found.page.locator("main form button").count(), found.text()
            found.look()
            found.page.locator("main form button").first.click()
            found.page.wait_for_load_state()
            found.look()
        return found

    yield enter
    for each in came:
        each.close()
