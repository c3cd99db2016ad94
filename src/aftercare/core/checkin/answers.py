"""What was ticked on the check-in's pages -> what is reported; what nobody said is not "none"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from aftercare.core.checkin.pages import felt_and_seen
from aftercare.core.protocol.model import Protocol
from aftercare.core.protocol.scalars import Name

NONE = "none-of-these"


class Answers(Struct, frozen=True):
    """The ticks of both lists, how bad each is, and whether "none of the others" was said."""

    felt: tuple[str, ...] = ()
    seen: tuple[str, ...] = ()
    how: Mapping[str, str] = {}
    others: bool = False


def ticked(protocol: Protocol, answers: Answers) -> list[str]:
    """Give the symptoms that were ticked, in the protocol's order."""
    return [name for name, chosen, _ in _asked(protocol, answers) if name in chosen]


def reported(protocol: Protocol, answers: Answers) -> dict[str, str]:
    """Give each symptom that was answered; one that was ticked without a severity is empty.

    "None" is reported where the patient said so: of the list, of all others, or of the symptom.
    A severity of what is no longer ticked does not count.
    """
    found = {}
    for name, chosen, none in _asked(protocol, answers):
        how = answers.how.get(name, "")
        if name in chosen:
            found[name] = how
        elif none or answers.others or how == "none":
            found[name] = "none"
    return found


def unsaid(protocol: Protocol, answers: Answers) -> list[str]:
    """Give the symptoms that were neither ticked nor denied by their own list."""
    asked = _asked(protocol, answers)
    return [name for name, chosen, none in asked if not none and name not in chosen]


def to_ask(protocol: Protocol, waiting: Iterable[str], told: Mapping[str, str]) -> list[str]:
    """Give the conditions to ask about: not those that a symptom told here answers."""
    return [name for name in waiting if not _closing(protocol, name) & told.keys()]


def as_last_time(protocol: Protocol, last: Mapping[str, str]) -> Answers:
    """Answer as in an earlier check-in: what was none is none, what was not said is not."""
    felt, seen = (_ticks(names, last) for names in felt_and_seen(protocol))
    return Answers(felt, seen, dict(last))


def _ticks(names: list[str], last: Mapping[str, str]) -> tuple[str, ...]:
    bad = tuple(name for name in names if last.get(name, "none") != "none")
    denied = bool(names) and all(last.get(name) == "none" for name in names)
    return bad or ((NONE,) if denied else ())


def _asked(protocol: Protocol, answers: Answers) -> Iterator[tuple[str, tuple[str, ...], bool]]:
    """Give each symptom with the ticks of its list, and whether "none of these" is among them."""
    lists = felt_and_seen(protocol)
    for chosen, names in zip((answers.felt, answers.seen), lists, strict=True):
        yield from ((name, chosen, NONE in chosen) for name in names)


def _closing(protocol: Protocol, condition: str) -> set[str]:
    closed_by = protocol.conditions[Name(condition)].closed_by
    return set() if isinstance(closed_by, str) else set(map(str, closed_by))
