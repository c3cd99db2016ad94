"""Requests that no browser sends: chosen by chance, and by the same chance again."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any
from urllib.parse import quote, urlencode
from uuid import UUID

from django.test import Client

from tests.clinic.pages import Form, forms
from tests.clinic.routes import Route

ODD = (
    "",
    " ",
    "\x00",
    "a\x00b",
    "\r\nX: y",
    "é",
    "\u202e\U0001f600",
    "\ud800",
    "'; DROP TABLE records_patient; --",
    "{{ 7 }}{% x %}",
    "<script>",
    "../../etc/passwd",
    "%",
    "-1",
    "0",
    "1e309",
    "nan",
    "99999999999999999999999",
    "٣",
    "2026-02-30",
    "0000-00-00",
    "9999-12-31T23:59",
    "0001-01-01T00:00",
    "x" * 301,
    "x" * 70_000,
)
METHODS = (
    "GET",
    "GET",
    "POST",
    "POST",
    "POST",
    "POST",
    "HEAD",
    "PUT",
    "DELETE",
    "OPTIONS",
    "TRACE",
)
TYPES = (
    "application/x-www-form-urlencoded",
    "application/x-www-form-urlencoded; charset=utf-16",
    "application/x-www-form-urlencoded; charset=none-such",
    "multipart/form-data; boundary=x",
    "multipart/form-data",
    "application/json",
    "",
)
BODIES = (
    b"",
    b"\xff\xfe\x00",
    b"a=%ff&b=%00&c=%zz",
    b"&".join(b"n%d=1" % n for n in range(1100)),
    (
        b'--x\r\nContent-Disposition: form-data; name="photo"; filename="\xff.png"\r\n'
        b"\r\n\x89PNG\r\n--x--\r\n"
    ),
    b"--x\r\nContent-Disposition: form-data\r\n\r\n",
    b'{"a": ',
)
HEADERS: tuple[dict[str, Any], ...] = (
    {},
    {},
    {},
    {"HTTP_HX_REQUEST": "true"},
    {"HTTP_HX_REQUEST": "true", "HTTP_HX_CURRENT_URL": "%ff"},
    {"HTTP_ACCEPT_LANGUAGE": "x" * 600},
    {"HTTP_COOKIE": "device=\x00; session=\xff; csrf="},
    {"HTTP_REFERER": "javascript:x"},
    {"HTTP_HOST": "somebody.else.example"},
    {"HTTP_RANGE": "bytes=9-1"},
    {"HTTP_IF_MODIFIED_SINCE": "yesterday"},
)


@dataclass(frozen=True)
class Tried:
    """A request as it was sent, and the status that came back."""

    who: str
    method: str
    address: str
    sent: str
    status: int


@dataclass
class Fuzz:
    """Sends requests to any route, with ids that exist and ids that do not."""

    chance: Random
    routes: list[Route]
    ids: dict[str, list[str]]
    known: dict[str, list[str]]

    def one(self, who: str, client: Client) -> Tried:
        """Send one request: a page's own form with something changed, or anything at all."""
        address = self.address(who)
        if self.chance.random() < 0.6 and (sent := self._form(who, client, address)):
            return sent
        method, headers = self.chance.choice(METHODS), self.chance.choice(HEADERS)
        kind, body = self.chance.choice(TYPES), self._body()
        answer = client.generic(method, address, body, kind, **headers)
        return Tried(
            who, method, address[:300], f"{kind} {body[:200]!r} {headers}", answer.status_code
        )

    def address(self, who: str) -> str:
        """Give a route's address, mostly one's own; one place in eight is odd."""
        room = {"patient": "c/", "nurse": "desk/", "owner": "desk/"}.get(who, "")
        wide = self.chance.random() < 0.1
        mine = [each for each in self.routes if wide or each.template.startswith(room)]
        route = self.chance.choice(mine)
        values = {name: self._value(route, name, kind) for name, kind in route.places}
        found = route.path(**values)
        if self.chance.random() < 0.2:
            found += f"?{self._pair()}&{self._pair()}"
        return found

    def _value(self, route: Route, name: str, kind: str) -> str:
        if self.chance.random() < 0.125:
            return quote(self._odd()[:400], safe="", errors="surrogatepass")
        if kind == "uuid":
            room = next(part for part in route.template.split("/")[::-1] if part in self.ids)
            return self.chance.choice(self.ids[room] or [str(UUID(int=0))])
        return quote(self.chance.choice(self.known.get(name, ["1"])), safe="")

    def _form(self, who: str, client: Client, address: str) -> Tried | None:
        """Fill in a form that stands on the page, change one or two fields, and send it."""
        page = client.get(address)
        if page.status_code >= 500:
            return Tried(who, "GET", address[:300], "", page.status_code)
        found = [
            form for form in forms(page.content.decode("utf-8", "replace")) if form.method == "post"
        ]
        if not found or page.status_code >= 400:
            return None
        form = self.chance.choice(found)
        data = self._changed(form)
        there = form.action or address
        answer = client.post(there, data)
        return Tried(who, "POST", there[:300], repr(data)[:400], answer.status_code)

    def _changed(self, form: Form) -> dict[str, Any]:
        data: dict[str, Any] = form.filled()
        offered = [pair for pair in [*form.choices, *form.buttons] if pair[0]]
        data |= {name: value for name, value in offered if self.chance.random() < 0.6}
        changes: tuple[Callable[[str], Any], ...] = (
            lambda _: self._odd(),
            lambda _: [self._odd(), self._odd()],
            lambda name: data[name],
        )
        for name in self.chance.sample(sorted(data), min(2, len(data))):
            data[name] = self.chance.choice(changes)(name)
        if data and self.chance.random() < 0.2:
            del data[self.chance.choice(sorted(data))]
        return {name: _sendable(value) for name, value in data.items()}

    def _body(self) -> bytes:
        if self.chance.random() < 0.5:
            return self.chance.choice(BODIES)
        return "&".join(self._pair() for _ in range(4)).encode()

    def _pair(self) -> str:
        names = (
            "once",
            "version",
            "words",
            "go",
            "page",
            "q",
            "from",
            "tab",
            "verb",
            "next",
            "code",
        )
        return urlencode({self.chance.choice(names): self._odd()}, errors="surrogatepass")

    def _odd(self) -> str:
        return self.chance.choice(ODD)


def _sendable(value: Any) -> Any:
    """A lone surrogate has no UTF-8: it goes as bytes that are no UTF-8 either."""
    if isinstance(value, list):
        return [_sendable(each) for each in value]
    return value.encode("utf-8", "surrogatepass") if isinstance(value, str) else value
