"""A draft -> a protocol in YAML: its clauses with their sentences, its gaps marked ``TODO``.

Nothing is invented: a text is the leaflet's own words, a length is one of its lengths, and what
the language needs but the leaflet does not say is a ``TODO``, which no clinic can publish.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from msgspec import structs

from aftercare.core.leaflet import windows
from aftercare.core.leaflet.above import Above
from aftercare.core.leaflet.activities import CARE_NAMES, DEED_NAMES, SYMPTOM_NAMES
from aftercare.core.leaflet.asks import asks, begins_later, counted, unsure_when
from aftercare.core.leaflet.facts import facts_of, lowered
from aftercare.core.leaflet.items import Draft, Item
from aftercare.core.leaflet.lengths import lengths
from aftercare.core.leaflet.places import Places
from aftercare.core.leaflet.sentences import fingerprint
from aftercare.core.leaflet.vocabulary import CONDITIONS, known
from aftercare.core.protocol.gaps import ACTIVITY, unsure

_HEAD = """# Drafted from a leaflet. Every clause's text is the leaflet's own words.
# Look at each TODO: it is what the leaflet does not say, or what was not understood.
format: aftercare-protocol/1
id: drafted
version: 1
language: en
title: {en: "TODO: the treatment's name"}
"""
_JOINED = re.compile(  # `that results vary` behind `I understand`
    r"^(?:(?:and|but|so|then)\s+)?(?:that\s+(?=(?:i|you|we|they|it|there|the|your|my|this|these|some|no|results?)\b))?(?=\w)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"(?:which|who|whom|whose)\b")
_NEAR = 2  # letters between a clause and what goes on with it
_CELL = re.compile(r"\s*\|\s*")
_LONGEST = 540


def as_protocol(draft: Draft, text: str) -> str:
    """Write a draft as a protocol; ``text`` is the leaflet that it was made from."""
    return "\n".join(_Writer(draft, text).lines()) + "\n"


class _Writer:
    """Writes the blocks of one draft, in the language's order."""

    def __init__(self, draft: Draft, text: str) -> None:
        self.text, self.places = text, Places(text)
        self.above, self.items = Above(draft, self.places), draft.items
        self.conditions: dict[str, str] = {}
        after = [item for item in draft.items if item.phase == "after"]
        self.courses = [i for i in after if i.kind == "expect" and symptoms(i)]
        self.risks = [item for item in after if item.kind == "risk"]
        self.advice = [item for item in after if item.kind in {"do", "avoid"}]
        self.help = [item for item in after if item.kind == "seek-help"]
        placed = [*self.courses, *self.risks, *self.advice, *self.help]
        self.about = [item for item in draft.items if item not in placed]
        told = [*self.courses, *self.risks]
        named = (name for item in told for name in symptoms(item))
        self.symptoms = list(dict.fromkeys(named)) or ["todo-symptom"]

    def lines(self) -> Iterator[str]:
        """Give the file's lines."""
        advice = list(self._advice())
        yield from _HEAD.splitlines()
        yield from self._leaflet()
        yield "treatment:\n  about:"
        yield from self._statements("about", self.about)
        yield from self._conditions()
        yield from self._symptoms()
        yield from self._told("reactions", self.courses)
        yield from self._told("risks", self.risks)
        yield "agreements:\n  - id: advice-received"
        yield '    text: {en: "TODO: what the patient confirms"}\n    source: "TODO: not in the leaflet"'
        yield "advice:" if advice else "advice: []"
        yield from advice
        yield from self._questions()
        yield from self._help()

    def _leaflet(self) -> Iterator[str]:
        yield f"leaflet:\n  sha256: {fingerprint(self.text)}\n  sentences:"
        for number, sentence in enumerate(self.places.sentences or [""], 1):
            yield f"    {number}: {quoted(sentence)}"
        spare = self.above.titles()
        if spare:
            yield "  not-needed:"
            yield from (f"    {number}: a heading" for number in spare)

    def _source(self, item: Item) -> str:
        above = self.above.of(item)
        return str([*([above] if above else []), *self.places.numbers(item.start, item.end)])

    def _words(self, item: Item) -> str:
        return words(item, self.above.words(item) or self._led(item))

    def _led(self, item: Item) -> str:
        """Give what `which fade over some months` goes on with, or what a row's cell is of."""
        row = self.text[self.text.rfind("\n", 0, item.start) + 1 : item.start]
        if "|" in row and item.activities and not facts_of(item.quote).activities:
            return f"{row.strip(' |').partition('|')[0].strip()}: "
        if not _GOES_ON.match(item.quote):
            return ""
        near = [each for each in self.items if 0 <= item.start - each.end <= _NEAR]
        return self.text[near[-1].start : item.start] if near else ""

    def _statements(self, name: str, items: list[Item]) -> Iterator[str]:
        if not items:
            yield f'    - id: {name}-1\n      text: {{en: "TODO: what the treatment is for"}}'
            yield '      source: "TODO: not in the leaflet"'
        for i, item in enumerate(items, 1):
            yield f"    - id: {name}-{i}\n      text: {{en: {self._words(item)}}}"
            yield f"      source: {self._source(item)}"

    def _conditions(self) -> Iterator[str]:
        yield "conditions:" if self.conditions else "conditions: {}"
        for name, said in self.conditions.items():
            text, ask = CONDITIONS.get(said, (f"TODO: {said}", f"TODO: ask about “{said}”"))
            yield f"  {name}:\n    text: {{en: {quoted(text)}}}\n    closed-by: patient"
            yield f"    ask: {{en: {quoted(ask)}}}"

    def _symptoms(self) -> Iterator[str]:
        yield "symptoms:"
        for name in self.symptoms:
            plain = name.replace("-", " ")
            yield f"  {name}:\n    text: {{en: {plain}}}"
            yield f'    ask: {{en: "TODO: ask about {plain}"}}'

    def _told(self, block: str, items: list[Item]) -> Iterator[str]:
        yield f"{block}:" if items else f"{block}: []"
        for i, item in enumerate(items, 1):
            yield f"  - id: {block[:-1]}-{i}"
            if names := symptoms(item):
                yield f"    symptom: [{', '.join(names)}]"
            yield f"    text: {{en: {self._words(item)}}}"
            length = windows.as_length(item.window) if item.window else None
            if length and block == "reactions":
                yield f"    usually: {length}"
            yield f"    source: {self._source(item)}"

    def _advice(self) -> Iterator[str]:
        for i, each in enumerate(self.advice, 1):
            for name, item in both_ends(f"advice-{i}", each):
                yield f"  - id: {name}"
                yield f"    {verb_of(item)}: [{', '.join(activities_of(item))}]"
                yield f"    text: {{en: {self._words(item)}}}"
                yield from self._ends(item)
                if name.endswith(AND_UNTIL):
                    yield f"    accepted: {{advice-{i}: the leaflet says both}}"
                yield f"    source: {self._source(item)}"

    def _ends(self, item: Item) -> Iterator[str]:
        if unsure_when(item):
            return
        window = item.window
        start = windows.as_start(window) if window else None
        length = windows.as_length(window) if window else None
        if window and window.max_hours is None and start:
            length = start if verb_of(item) == "avoid" and not begins_later(item) else None
        if item.until:
            yield f"    until: {self._condition(item.until)}"
        if length:
            yield f"    {'usually' if item.until else 'for'}: {length}"
        if start and verb_of(item) != "avoid":
            yield f"    from: {start}"

    def _condition(self, said: str) -> str:
        name = condition_name(said)
        self.conditions[name] = said
        return name

    def _questions(self) -> Iterator[str]:
        asked = f"[{', '.join(self.symptoms)}]"
        yield f"questions:\n  days: [1]   # TODO: choose the days\n  symptoms: {asked}"
        yield f"triage:\n  - id: contact-all\n    level: contact\n    symptom: {asked}"
        yield '    because: "TODO: no level is drafted; everything is contact until you decide"'

    def _help(self) -> Iterator[str]:
        first, rest = self.help[:1], self.help[1:]
        if rest:
            yield "red-flags:"
        for i, item in enumerate(rest, 1):
            yield f"  - id: help-{i}\n    text: {{en: {self._words(item)}}}"
            yield f"    source: {self._source(item)}\n    decision: offered"
        yield "contact:\n  concern:\n    id: concern"
        said = self._words(first[0]) if first else '"TODO: whom to tell"'
        yield f"    text: {{en: {said}}}"
        yield f"    source: {self._source(first[0]) if first else quoted('TODO: not in the leaflet')}"


AND_UNTIL = "-and-until"
_WAITS = re.compile(r"\b(?:until|till|til|while|whilst|as long as|unless|before|if|when|once)\b")


def both_ends(name: str, item: Item) -> list[tuple[str, Item]]:
    """`For 3 days, and until it has healed` is two bans: no condition may end the first early.

    A length behind the condition, `until it has healed (about a week)`, is only what is usual.
    """
    if item.kind == "avoid" and counted(item):
        return [(name, structs.replace(item, window=None, until=None))]
    if verb_of(item) != "avoid" or item.until is None or item.window is None or unsure_when(item):
        return [(name, item)]
    if begins_later(item):
        return [(name, structs.replace(item, window=None))]
    low = lowered(item.quote)
    waits, told = _WAITS.search(low), lengths(low)
    behind = waits and told and told[0].start > waits.start()
    if (behind and item.window.max_hours is not None) or windows.as_length(item.window) is None:
        return [(name, item)]
    ended = structs.replace(item, until=None)
    return [(name, ended), (f"{name}{AND_UNTIL}", structs.replace(item, window=None))]


def symptoms(item: Item) -> list[str]:
    """Give the symptoms that a clause names."""
    return [name for name in item.activities if name in SYMPTOM_NAMES]


def words(item: Item, above: str = "") -> str:
    """Give a clause's words, quoted for YAML; what a person must decide stands before them.

    ``above`` is the question or title that they are read with.
    """
    said, found = _begun(f"{above}{item.quote}"), asks(item)
    return quoted(unsure("; ".join(found), said) if found else said)


def _begun(quote: str) -> str:
    """Begin a clause as a sentence: without the `and` that joined it to another."""
    said = _JOINED.sub("", quote)
    said = _CELL.sub(", ", _CELL.sub(": ", said, count=1))  # `Day 1 | redness`: a row of a table
    return said[:1].upper() + said[1:]


def condition_name(said: str) -> str:
    """Give the language's name for a condition: `skin healed` -> `skin_healed`."""
    name = re.sub(r"[^a-z0-9]+", "_", said.lower()).strip("_")[:50].strip("_")
    name = {"redness_subsides": "redness_gone", "skin_calm": "skin_settled"}.get(name, name)
    return name if name[:1].isalpha() else f"condition_{name or 'unnamed'}".rstrip("_")


def quoted(text: str) -> str:
    """Write words as a YAML string of one line, without control characters."""
    plain = " ".join(text.split())
    plain = "".join(letter for letter in plain if letter.isprintable())
    return json.dumps(plain[:_LONGEST] or "TODO: no words", ensure_ascii=False)


def verb_of(item: Item) -> str:
    """A permission for later, or on a condition, forbids until then."""
    if item.kind == "avoid":
        return "avoid"
    later = item.until is not None or bool(item.window and item.window.start_hours)
    later = later or unsure_when(item)
    if item.strength == "may":
        return "avoid" if later else "careful"
    return "do"


def activities_of(item: Item) -> list[str]:
    """Give the activities a clause governs; to do is only what is care, never what may harm."""
    if item.rule == "keep-dry":
        return ["getting-wet"]
    deeds = [name for name in item.activities if name in DEED_NAMES]
    deeds = [name for name in deeds if not name.startswith("contact-")] or deeds
    harmful = [name for name in deeds if name not in CARE_NAMES]
    chosen = [name for name in deeds if name in CARE_NAMES] if verb_of(item) == "do" else harmful
    governed = tuple(chosen or (deeds if verb_of(item) != "do" else ()))
    found = known(governed, lowered(item.quote), asked=verb_of(item) == "do")
    return found or [ACTIVITY]
