"""Every address of the house, with places to fill."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import RoutePattern

_PLACE = re.compile(r"<(\w+):(\w+)>")


@dataclass(frozen=True)
class Route:
    """An address: its name, its parts, and the kind of each place (uuid, str, slug, int)."""

    name: str
    template: str
    places: tuple[tuple[str, str], ...]

    def path(self, **values: str) -> str:
        """Fill the places."""
        found = f"/{self.template}"
        for name, kind in self.places:
            found = found.replace(f"<{kind}:{name}>", values[name])
        return found


def routes() -> list[Route]:
    """Give every route once, sorted by its template."""
    return sorted(_below(get_resolver().url_patterns, "", ""), key=lambda route: route.template)


def _below(patterns: list[URLPattern | URLResolver], before: str, room: str) -> Iterator[Route]:
    for each in patterns:
        written = str(each.pattern)
        if isinstance(each, URLResolver):
            inner = f"{each.namespace}:" if each.namespace else room
            yield from _below(each.url_patterns, before + written, inner)
        elif isinstance(each.pattern, RoutePattern):
            template = before + written
            places = tuple((name, kind) for kind, name in _PLACE.findall(template))
            yield Route(f"{room}{each.name}", template, places)
