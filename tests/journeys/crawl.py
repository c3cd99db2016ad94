"""Walk every page that links lead to, one of each kind, and every form sent empty."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from playwright.sync_api import Response

from tests.journeys.visitor import Visitor

_ID = re.compile(
    r"[0-9a-f]{8}-[0-9a-f-]{27}|(?<=/[ch]/)[\w-]{12,}|(?<=invitation/)[\w-]{12,}"
    r"|(?<=/clause/)[\w-]+|(?<=/row/)[\w-]+|(?<=/language/)[a-z]{2}(?=/)"
)
_FILES = re.compile(r"\.(ics|pdf|svg|png|css|yaml|json|csv|zip|txt)$")
# What ends a visit is not followed.
_LEFT_OUT = ("/logout", "/leave", "/demo/")
_FORMS = """() => [...document.querySelectorAll('main form')].map((form, i) => ({
    i, method: form.method,
    asks: form.querySelectorAll(
        'input:not([type=hidden]):not([type=submit]), textarea, select').length,
    buttons: form.querySelectorAll('button').length,
}))"""
_EMPTY = """i => {
    const form = [...document.querySelectorAll('main form')][i];
    form.noValidate = true;
    for (const field of form.querySelectorAll('input, textarea, select')) {
        if (['hidden', 'submit'].includes(field.type)) continue;
        if (['checkbox', 'radio'].includes(field.type)) field.checked = false;
        else if (field.tagName === 'SELECT') field.selectedIndex = -1;
        else if (field.type !== 'file') field.value = '';
    }
    form.querySelector('button:not([type=button])').click();
}"""


@dataclass
class Crawl:
    """A walk: which kinds of page were seen, by their address without identifiers."""

    visitor: Visitor
    most: int = 120
    seen: dict[str, str] = field(default_factory=dict)

    def pages(self, start: str) -> Iterator[str]:
        """Visit one page of each kind that links lead to; give each kind once it is open."""
        waiting = [start]
        while waiting and len(self.seen) < self.most:
            url = waiting.pop(0)
            if kind(url) in self.seen:
                continue
            answer = self.visitor.page.goto(url)
            if answer is None or answer.status >= 400:
                self.visitor.faults.append(
                    f"{answer.status if answer else 0}: a link leads to {url}"
                )
                continue
            self.seen[kind(url)] = url
            yield kind(url)
            waiting += self._links()

    def _links(self) -> list[str]:
        page = self.visitor.page
        found = page.eval_on_selector_all("a[href]", "all => all.map(a => a.href)")
        here = "/".join(page.url.split("/")[:3])
        kept = (url.partition("#")[0] for url in found if url.startswith(here))
        return [
            url
            for url in dict.fromkeys(kept)
            if not _FILES.search(url.partition("?")[0]) and not any(w in url for w in _LEFT_OUT)
        ]

    def refusals(self) -> Iterator[str]:
        """Send each form that asks something, empty; give the pages that say what is wrong."""
        page = self.visitor.page
        for name, url in list(self.seen.items()):
            page.goto(url)
            for form in page.evaluate(_FORMS):
                if form["method"] != "post" or not form["asks"] or not form["buttons"]:
                    continue
                page.goto(url)
                if page.locator("main form").count() <= form["i"]:
                    continue  # another form has changed what is there
                with page.expect_navigation() as went:
                    page.evaluate(_EMPTY, form["i"])
                page.wait_for_load_state("networkidle")  # else the next address is dropped
                answer: Response | None = went.value  # nothing where only the fragment changed
                if answer is not None and answer.status == 422:
                    yield f"{name} form {form['i']} refused"


def kind(url: str) -> str:
    """Give an address without what names a row: one page of each kind is enough."""
    path = "/" + "/".join(url.split("/")[3:])
    return _ID.sub("x", path.partition("?")[0])


def each(crawl: Crawl, start: str, look: Callable[[str], None]) -> None:
    """Look at every page and at every refusal."""
    for name in crawl.pages(start):
        look(name)
    for name in crawl.refusals():
        look(name)
