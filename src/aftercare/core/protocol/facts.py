"""What is known of a person, in the protocol's own terms; unknown means every possible value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from aftercare.core.problems import Problem, listed
from aftercare.core.protocol.model import Fact, When
from aftercare.core.protocol.scalars import Name

Facts = tuple[tuple[str, frozenset[str]], ...]
"""Each declared fact with the values it may have; of areas, those treated."""

Declared = Mapping[Name, Fact]

Condition = tuple[tuple[str, frozenset[str]], ...]
"""A compiled ``when``: each fact with the values that fit."""

FITZPATRICK = tuple("123456")
_UNKNOWN = frozenset({"unknown", "i do not know", ""})


def options(fact: Fact) -> tuple[str, ...]:
    """Give a fact's values, from the lowest to the highest risk."""
    if fact.kind == "fitzpatrick":
        return FITZPATRICK
    return ("no", "yes") if fact.kind == "yes-no-unknown" else tuple(map(str, fact.options))


def fitting(fact: Fact, written: tuple[str, ...]) -> tuple[frozenset[str], list[str]]:
    """Turn a ``when`` value into the set of values that fit, and those it cannot have."""
    known = options(fact)
    found: set[str] = set()
    strange: list[str] = []
    for value in written:
        first, _, last = value.partition(" to ")
        if first in known and last in known and first < last and fact.kind == "fitzpatrick":
            found.update(known[known.index(first) : known.index(last) + 1])
        elif value in known:
            found.add(value)
        else:
            strange.append(value)
    return frozenset(found), strange


def compile_when(when: When, facts: Declared) -> Condition:
    """Compile a checked ``when``; a fact or value that is not declared fits nobody."""
    return tuple(
        (str(name), fitting(facts[name], values)[0] if name in facts else frozenset())
        for name, values in when.items()
    )


def may_apply(condition: Condition, facts: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether a condition fits the person for some possible value of what is unknown."""
    return all(facts[name] & values for name, values in condition)


def read_facts(declared: Declared, given: Mapping[str, Any]) -> tuple[Facts, list[Problem]]:
    """Read facts as they come from a command line or JSON; what is left out is unknown."""
    problems = [_undeclared(name, declared) for name in given if name not in declared]
    facts = []
    for name, fact in declared.items():
        values, strange = _values(fact, given.get(name, "unknown"))
        if strange:
            problems.append(_cannot_have(name, strange[0], fact))
        facts.append((str(name), values))
    return tuple(facts), problems


def _values(fact: Fact, given: Any) -> tuple[frozenset[str], list[str]]:
    several = isinstance(given, list | tuple)
    words = [_word(item) for item in (given if several else [given])]
    if fact.kind != "areas" and (several or not words):
        return frozenset(), ["a list"]
    if not words or any(word in _UNKNOWN for word in words):
        return frozenset(options(fact)), [] if len(words) < 2 else ["unknown beside others"]
    strange = [word for word in words if word not in options(fact)]
    return frozenset(words), strange


def _word(value: Any) -> str:
    if value is None:
        return "unknown"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return {"true": "yes", "false": "no"}.get(str(value).lower(), str(value).strip().lower())


def _undeclared(name: str, declared: Declared) -> Problem:
    message = f"There is no fact `{name[:60]}` in this protocol."
    return Problem("F101", message, f"It declares {listed(declared)}.")


def _cannot_have(name: str, value: str, fact: Fact) -> Problem:
    message = f"The fact `{name}` cannot be `{value[:60]}`."
    return Problem("F102", message, f"It can be {listed([*options(fact), 'unknown'])}.")
