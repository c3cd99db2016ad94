"""Two leaflets, or a leaflet and a protocol: where they disagree about one activity."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from aftercare.core.leaflet import windows
from aftercare.core.leaflet.items import Draft, Item
from aftercare.core.leaflet.protocol import activities_of, condition_name, verb_of
from aftercare.core.leaflet.shown import written
from aftercare.core.leaflet.windows import Window
from aftercare.core.protocol.model import Activity, Advice, Protocol, say
from aftercare.core.protocol.scalars import Name
from aftercare.core.protocol.vocabulary import ancestors

How = Literal["kind", "end", "condition", "only-one"]


class Said(Struct, frozen=True):
    """What one side says of an activity: its verb, end and condition, in whose words."""

    activity: str
    verb: str
    window: Window | None
    until: str | None
    words: str

    @property
    def ends(self) -> str:
        """Say the end and the condition in words."""
        parts = [written(self.window)] if self.window else []
        parts += [f"until {self.until.replace('_', ' ')}"] if self.until else []
        return ", ".join(parts) or "no end given"


class Difference(Struct, frozen=True):
    """One activity on which the two sides disagree, and in what."""

    activity: str
    how: How
    a: tuple[Said, ...]
    b: tuple[Said, ...]


def said_by_draft(draft: Draft) -> list[Said]:
    """Give what a drafted leaflet says to do and to avoid after the treatment."""
    advice = [i for i in draft.items if i.kind in {"do", "avoid"} and i.phase == "after"]
    return [said for item in advice for said in _of_item(item)]


def _of_item(item: Item) -> Iterable[Said]:
    verb, until = verb_of(item), condition_name(item.until) if item.until else None
    window = item.window
    if window and window.start_hours and verb == "avoid" and item.kind == "do":
        window = windows.fixed(window.start_hours)
    for activity in activities_of(item):
        yield Said(activity, verb, window, until, " ".join(item.quote.split()))


def said_by_protocol(protocol: Protocol) -> list[Said]:
    """Give what a protocol's advice says, in its own language."""
    language = str(protocol.language)
    return [said for advice in protocol.advice for said in _of_advice(advice, language)]


def _of_advice(advice: Advice, language: str) -> Iterable[Said]:
    length = advice.length or advice.usually
    window = windows.of_length(length) if length else None
    until = str(advice.until) if advice.until else None
    for activity in advice.activities:
        yield Said(str(activity), advice.verb, window, until, say(advice.text, language))


def differences(
    a: list[Said], b: list[Said], activities: dict[Name, Activity] | None = None
) -> list[Difference]:
    """Find where two sides disagree, activity by activity, in the order of the first.

    ``activities`` say what is a kind of what: who forbids heat has spoken of the sauna.
    """
    names = dict.fromkeys(said.activity for said in (*a, *b))
    kinds = {name: ancestors(activities or {}, name) for name in names}
    found = (_difference(name, _about(kinds[name], a), _about(kinds[name], b)) for name in names)
    return [difference for difference in found if difference]


def _about(kinds: tuple[str, ...], said: list[Said]) -> tuple[Said, ...]:
    """Give what is said of an activity, or else the bans of what it is a kind of."""
    own = tuple(each for each in said if each.activity == kinds[0])
    wider = (tuple(s for s in said if s.activity == k and s.verb == "avoid") for k in kinds[1:])
    return own or next((bans for bans in wider if bans), ())


def _difference(name: str, a: tuple[Said, ...], b: tuple[Said, ...]) -> Difference | None:
    how: How | None = None
    if not a or not b:
        how = "only-one"
    elif {s.verb for s in a} != {s.verb for s in b}:
        how = "kind"
    elif {s.window and s.window.bounds for s in a} != {s.window and s.window.bounds for s in b}:
        how = "end"
    elif {s.until for s in a} != {s.until for s in b}:
        how = "condition"
    return Difference(name, how, a, b) if how else None
