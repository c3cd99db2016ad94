"""HTML -> text: headings alone on their line, bullets for items, cells parted by `` | ``."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from aftercare.core.problems import Problem
from aftercare.exchange.leaflet.plain import text_of_plain

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = frozenset(
    {
        "p",
        "div",
        "section",
        "article",
        "ul",
        "ol",
        "table",
        "tr",
        "blockquote",
        "dl",
        "dt",
        "dd",
        "main",
        "br",
        "header",
        "figure",
        "hr",
        "li",
    }
)
_SILENT = frozenset(
    {"script", "style", "nav", "template", "noscript", "svg", "footer", "form", "title", "head"}
)


def text_of_page(data: bytes) -> tuple[str, list[Problem]]:
    """Give the words of a page as a reader sees them, without menus and scripts."""
    source, problems = text_of_plain(data)
    if problems:
        return "", problems
    page = _Page()
    page.feed(source)
    page.close()
    return page.text(), []


class _Page(HTMLParser):
    """Collects words; a block begins a new line."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - what HTMLParser calls it with
        """Begin a line, an item, a cell or a silence."""
        if tag in _SILENT:
            self.silent.append(tag)
        elif tag in _HEADINGS:
            self.parts.append("\n\n")
        elif tag == "li":
            self.parts.append("\n• ")
        elif tag in {"td", "th"}:
            self.parts.append("\x1f")
        elif tag in _BLOCKS:
            self.parts.append("\n\n" if tag in {"p", "table", "ul", "ol"} else "\n")

    def handle_endtag(self, tag: str) -> None:
        """End a line or a silence; one that was left open ends with what held it."""
        if tag in self.silent:
            del self.silent[self.silent.index(tag) :]
        elif tag in _HEADINGS or tag in _BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        """Keep words, with single spaces."""
        if not self.silent or self.silent == ["head"]:
            self.parts.append(re.sub(r"\s+", " ", data))

    def text(self) -> str:
        """Give the lines, cells parted by bars."""
        lines = "".join(self.parts).split("\n")
        clean = [re.sub(r" ?\x1f ?", " | ", line.strip().lstrip("\x1f")).strip() for line in lines]
        return re.sub(r"\n{3,}", "\n\n", "\n".join(clean)).strip() + "\n"
