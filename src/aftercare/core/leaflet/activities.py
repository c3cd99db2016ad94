"""The names of what a clause speaks of, found by the words of ``deeds`` and ``body``."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from aftercare.core.leaflet.body import BODY
from aftercare.core.leaflet.deeds import DEEDS

LONGEST_FORM = 5
_TOKEN = re.compile(r"[a-z]+(?:'[a-z]+)?|[0-9]+")
_OTHERWISE = re.compile(  # `for the rest of the day` is no rest, `a clean towel` no cleansing
    r"\brest (?=of\b)|\bclean (?=(?:(?!and\b|the\b|your\b)[\w-]+ ){0,2}(?:pillow|towel|cloth|flannel|sheet|bedding|linen"
    r"|brush|fingers?\b|gauze|cotton|tissue|sponge|tools?\b|instrument|environment|surface))"
)
_ENDINGS = (("ies", "s"), ("ing", "ied", "ed", "e", "y"), ("e",))


def _heads(table: str) -> frozenset[str]:
    return frozenset(row.partition(":")[0][2:].strip() for row in table.strip().splitlines())


DEED_NAMES, SYMPTOM_NAMES = _heads(DEEDS), _heads(BODY)

CARE_NAMES = frozenset(
    row[2:].partition(":")[0] for row in DEEDS.splitlines() if row.startswith("+")
) | {
    "cleansing",
    "drying",
    "washing",
    "walking",
}


class Named(NamedTuple):
    """One name found in a text: its class (``-+0~!``) and where its words stand."""

    name: str
    kind: str
    start: int
    end: int


def named(text: str) -> list[Named]:
    """Find what a lower-case text names, the longest phrases first, in order of the words."""
    tokens = [
        (m.group(), m.start(), m.end()) for m in _TOKEN.finditer(_OTHERWISE.sub(_hidden, text))
    ]
    stems = [stem(token) for token, _, _ in tokens]
    found, at = [], 0
    while at < len(tokens):
        hit = _longest(tokens, stems, at)
        if hit is None:
            at += 1
            continue
        (name, kind), size = hit
        found.append(Named(name, kind, tokens[at][1], tokens[at + size - 1][2]))
        at += size
    return found


def _hidden(match: re.Match[str]) -> str:
    return "·" * (len(match.group()) - 1) + " "


def _longest(
    tokens: list[tuple[str, int, int]], stems: list[str], at: int
) -> tuple[tuple[str, str], int] | None:
    exact, loose, starts = _table()
    if stems[at] not in starts:
        return None
    for size in range(min(LONGEST_FORM, len(tokens) - at), 0, -1):
        written = " ".join(token for token, _, _ in tokens[at : at + size])
        hit = exact.get(written) or loose.get(" ".join(stems[at : at + size]))
        if hit:
            return hit, size
    return None


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Take a word back to what its forms share: `moisturising`, `moisturiser` -> `moisturis`."""
    word = word.removesuffix("'s").replace("izi", "isi").replace("ize", "ise")
    for endings in _ENDINGS:
        ending = next((e for e in endings if word.endswith(e) and len(word) - len(e) >= 3), "")
        word = word.removesuffix(ending)
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "ls" else word


_Table = tuple[dict[str, tuple[str, str]], dict[str, tuple[str, str]], frozenset[str]]


@cache
def _table() -> _Table:
    exact: dict[str, tuple[str, str]] = {}
    loose: dict[str, tuple[str, str]] = {}
    for row in (DEEDS + BODY).strip().splitlines():
        head, _, forms = row.partition(":")
        if not head:
            continue
        value = (head[2:].strip(), head[0])
        for form in forms.split(";"):
            words = _TOKEN.findall(form.lower())
            exact.setdefault(" ".join(words), value)
            if "=" not in form:
                loose.setdefault(" ".join(map(stem, words)), value)
    starts = frozenset(stem(key.split()[0]) for key in (*exact, *loose) if key)
    starts |= frozenset(key.split()[0] for key in loose if key)
    return exact, loose, starts


def names(found: list[Named]) -> tuple[str, ...]:
    """Give each name once, in the order of the words."""
    return tuple(dict.fromkeys(each.name for each in found))
