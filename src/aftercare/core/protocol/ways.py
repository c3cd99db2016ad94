"""Which way a change goes: whether it asks more of the patient, or less."""

from __future__ import annotations

from typing import Literal

from aftercare.core.protocol.length import Length
from aftercare.core.protocol.model import LEVELS, Advice, Clause

Direction = Literal["stricter", "looser", "changed"]
_VERBS = ("do", "careful", "avoid")


def time_way(was: object, now: object, clause: Clause, attribute: str) -> tuple[str, Direction]:
    """Say how a time changed. Longer advice is stricter, a longer reaction more reassuring."""
    advice = isinstance(clause, Advice)
    if not isinstance(was, Length) or not isinstance(now, Length):
        return _with_or_without(was, attribute) if advice else ("changed", "changed")
    first, second = _bounds(was), _bounds(now)
    if first == second:
        return "said differently", "changed"
    longer = second[0] >= first[0] and second[1] >= first[1]
    if not longer and not (second[0] <= first[0] and second[1] <= first[1]):
        return "shorter and longer", "looser"
    if attribute == "begins":
        return ("later", "looser") if longer else ("earlier", "stricter")
    return ("longer" if longer else "shorter"), ("stricter" if longer == advice else "looser")


def _with_or_without(was: object, attribute: str) -> tuple[str, Direction]:
    """Advice that loses its end or its later start holds for longer."""
    if attribute == "length":
        return ("with an end now", "looser") if was is None else ("without an end", "stricter")
    if attribute == "begins":
        return ("later", "looser") if was is None else ("at once", "stricter")
    return "changed", "changed"


def _bounds(length: Length) -> tuple[float, float]:
    most = float("inf") if length.most is None else length.most.hours
    return length.least.hours, most


def verb_way(was: Advice, now: Advice) -> Direction:
    """From `careful` to `avoid` is stricter."""
    return "stricter" if _VERBS.index(now.verb) > _VERBS.index(was.verb) else "looser"


def field_way(key: str, was: object, now: object) -> Direction:
    """Say which way a field went that is no time."""
    if key == "decision":
        return "stricter" if now == "adopted" else "looser" if was == "adopted" else "changed"
    if key == "level":
        return "stricter" if _rank(now) > _rank(was) else "looser"
    if key in {"avoid", "do", "careful"} and isinstance(was, tuple) and isinstance(now, tuple):
        return _grew(set(was), set(now))
    if key == "when" and isinstance(was, dict) and isinstance(now, dict):
        return _people(was, now)
    return "changed"


def _rank(level: object) -> int:
    return [str(each) for each in LEVELS].index(str(level))


def _people(was: dict[str, tuple[str, ...]], now: dict[str, tuple[str, ...]]) -> Direction:
    """More people: stricter. No condition at all is everybody."""
    if bool(was) != bool(now):
        return "looser" if now else "stricter"
    if was.keys() != now.keys():
        return "changed"
    ways = {_grew(set(was[name]), set(now[name])) for name in was if was[name] != now[name]}
    return ways.pop() if len(ways) == 1 else "changed"


def _grew(was: set[object], now: set[object]) -> Direction:
    if was < now:
        return "stricter"
    return "looser" if now < was else "changed"
