"""Pictures of every screen, phone and desk: `make screens` puts them into screens/."""

import re
import sys
from pathlib import Path

from playwright.sync_api import Browser, ViewportSize, sync_playwright

from aftercare.cli.serve import free
from tests.architecture.sources import ROOT
from tests.journeys import browser as chromium
from tests.journeys.crawl import Crawl, each
from tests.journeys.house import House, start
from tests.journeys.visitor import DESK, PHONE, Visitor, visitor

FOLDER = ROOT / "screens"
SIZES = {"desk": DESK, "phone": PHONE}
NARROW: ViewportSize = {"width": 320, "height": 800}


def main() -> int:
    """Start a demo, visit everything, and say how many pictures there are."""
    path = chromium.find()
    if path is None:
        sys.stderr.write("There is no Chromium here: set AFTERCARE_CHROMIUM to its path.\n")
        return 1
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    house = start(free(0))
    try:
        with sync_playwright() as playwright:
            opened = playwright.chromium.launch(executable_path=path, args=list(chromium.FLAGS))
            faults = [fault for name in house.ways_in for fault in pictures(opened, house, name)]
            opened.close()
    finally:
        house.close()
    sys.stdout.write(f"{len(list(FOLDER.glob('*.png')))} pictures in {FOLDER.name}/.\n")
    sys.stdout.writelines(f"{fault}\n" for fault in faults)
    return 1 if faults else 0


def pictures(opened: Browser, house: House, name: str) -> list[str]:
    """Let one person visit everything they can reach; give what went wrong."""
    url = house.ways_in[name]
    who = visitor(opened, DESK if "/desk/" in url else PHONE)
    who.page.goto(url)
    keep(who, name, "the way in")
    who.page.locator("main form button").first.click()
    who.page.wait_for_load_state()
    here = who.page.url
    begin = f"{house.url}/desk/" if "/desk/" in url else here
    each(Crawl(who), begin, lambda page: keep(who, name, page))
    who.context.close()
    return who.faults


def keep(who: Visitor, name: str, page: str) -> None:
    """Take pictures at both sizes; of the phone's pages the phone's alone."""
    sizes = SIZES if page.startswith("/desk") else {"phone": PHONE}
    for size, points in sizes.items():
        who.page.set_viewport_size({"width": points["width"], "height": points["height"]})
        file = f"{name.split(maxsplit=1)[0].lower()} {page} {size}"
        picture(who, FOLDER / f"{re.sub(r'[^a-z0-9]+', '-', file.lower()).strip('-')}.png")
        who.faults += [f"{file}: {found}" for found in who.axe()]
    who.page.set_viewport_size(NARROW)
    if who.sideways() > 0:
        who.faults.append(f"{page}: {who.sideways()} points too wide at 320")


def picture(who: Visitor, path: Path) -> None:
    """Take a picture of the whole page, in a window as tall as it is: some things stick to it."""
    size = who.page.viewport_size or DESK
    tall = max(size["height"], int(who.page.evaluate("document.documentElement.scrollHeight")))
    who.page.set_viewport_size({"width": size["width"], "height": tall})
    who.page.screenshot(path=path, full_page=True)


if __name__ == "__main__":
    sys.exit(main())
