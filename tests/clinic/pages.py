"""A page as a program reads it: its forms with their fields and buttons, and its links."""

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Form:
    """A form as it stands: where it goes, what it would send untouched, and its buttons."""

    action: str
    method: str
    sent: list[tuple[str, str]] = field(default_factory=list)
    choices: list[tuple[str, str]] = field(default_factory=list)
    buttons: list[tuple[str, str]] = field(default_factory=list)

    def filled(self, **values: str | list[str]) -> dict[str, str | list[str]]:
        """Give what is sent with these values typed or chosen."""
        data: dict[str, str | list[str]] = {}
        for name, value in self.sent:
            known = data.get(name)
            data[name] = value if known is None else [*_many(known), value]
        return data | values


def _many(value: str | list[str]) -> list[str]:
    return value if isinstance(value, list) else [value]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.links: list[str] = []
        self.inside: Form | None = None
        self.area, self.select = "", ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "a" and given.get("href", "").startswith("/"):
            self.links.append(given["href"])
        if tag == "form":
            method = given.get("method", "get").lower()
            self.inside = Form(given.get("action", ""), method)
            self.forms.append(self.inside)
        elif self.inside is not None:
            self._part(tag, given, self.inside)

    def _part(self, tag: str, given: dict[str, str], form: Form) -> None:
        name, value, kind = given.get("name", ""), given.get("value", ""), given.get("type", "text")
        if tag == "button" or kind == "submit":
            form.buttons.append((name, value))
        elif tag == "textarea":
            self.area = name
            form.sent.append((name, ""))
        elif tag == "select":
            self.select = name
        elif tag == "option":
            form.choices.append((self.select, value))
            if "selected" in given:
                form.sent.append((self.select, value))
        elif tag == "input" and name and kind != "file":
            self._input(name, value or "on", kind, given, form)

    def _input(self, name: str, value: str, kind: str, given: dict[str, str], form: Form) -> None:
        if kind in {"radio", "checkbox"}:
            form.choices.append((name, value))
            if "checked" not in given:
                return
        form.sent.append((name, given.get("value", value if "checked" in given else "")))

    def handle_data(self, data: str) -> None:
        if self.area and self.inside is not None:
            self.inside.sent[-1] = (self.area, data.removeprefix("\r\n").removeprefix("\n"))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.inside = None
        if tag in {"textarea", "select"}:
            self.area = ""


def forms(html: str) -> list[Form]:
    """Give a page's forms."""
    return _read(html).forms


def links(html: str) -> list[str]:
    """Give the addresses of this house that a page leads to."""
    return _read(html).links


def _read(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(html)
    return reader
