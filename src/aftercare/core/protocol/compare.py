"""Two versions of a protocol, compared in a clinician's words.

``no heat: at least 3 days → at least 2 days, shorter``: a change that lets a patient do something
earlier, or hear less, is named as such.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from aftercare.core.protocol.length import Length
from aftercare.core.protocol.model import Advice, Clause, Protocol, Reaction, clauses, say
from aftercare.core.protocol.shape import Piece, fields_of
from aftercare.core.protocol.ways import Direction, field_way, time_way, verb_way

_TIMES = ("length", "until", "usually", "longer_for_some", "begins")
_TEXTS = {"text", "because", "exception", "easing", "afterwards", "ask"}
_REST = (
    "title", "leaflet", "facts", "conditions", "symptoms", "questions",
    "contact",
    "vocabulary",
)  # fmt: skip


class Change(Struct, frozen=True):
    """One difference: the clause's id, what changed in a sentence, and which way it goes."""

    clause: str
    sentence: str
    direction: Direction


def compare(old: Protocol, new: Protocol) -> list[Change]:
    """Give every difference between two protocols, in the order of the new one."""
    before = {str(clause.id): clause for _, clause in clauses(old)}
    after = {str(clause.id): clause for _, clause in clauses(new)}
    lang = str(new.language)
    found = [c for name, clause in after.items() for c in _clause(before.get(name), clause, lang)]
    gone = [name for name in before if name not in after]
    found += [Change(n, f"removed: “{_words(before[n], lang)}”", "looser") for n in gone]
    return [*found, *_rows(old, new), *_rest(old, new)]


def _words(clause: Clause, lang: str) -> str:
    return say(getattr(clause, "text", None) or getattr(clause, "ask", {}), lang)


def _clause(old: Clause | None, new: Clause, lang: str) -> Iterator[Change]:
    name = str(new.id)
    if old is None:
        yield Change(name, f"added: “{_words(new, lang)}”", "stricter")
    elif type(old) is not type(new):
        yield Change(name, "is another kind of clause now", "changed")
    else:
        yield from _same_kind(old, new, lang)


def _same_kind(old: Clause, new: Clause, lang: str) -> Iterator[Change]:
    left_out = set(_TIMES)
    if isinstance(new, Advice) and isinstance(old, Advice) and old.verb != new.verb:
        left_out |= {"do", "avoid", "careful"}
        sentence = f"{old.verb} {_names(old)} → {new.verb} {_names(new)}"
        yield Change(str(new.id), sentence, verb_way(old, new))
    if isinstance(new, Advice | Reaction):
        yield from _times(old, new)
    for field in fields_of(type(new)).values():
        if field.attribute not in left_out:
            was, now = getattr(old, field.attribute), getattr(new, field.attribute)
            yield from _field(str(new.id), field.key, (was, now), lang)


def _label(clause: Advice | Reaction) -> str:
    no = "no " if isinstance(clause, Advice) and clause.avoid else ""
    return no + _names(clause)


def _names(clause: Advice | Reaction) -> str:
    names = clause.activities if isinstance(clause, Advice) else clause.symptom
    return ", ".join(names).replace("-", " ")


def _times(old: Clause, new: Advice | Reaction) -> Iterator[Change]:
    condition = getattr(old, "until", None) != getattr(new, "until", None)
    for attribute in _TIMES:
        was, now = getattr(old, attribute, None), getattr(new, attribute, None)
        if was == now:
            continue
        word, direction = time_way(was, now, new, attribute)
        if condition and attribute == "length":  # it ends by the skin now, or did before
            word, direction = "changed", "changed"
        starts = " (from)" if attribute == "begins" else ""
        sentence = f"{_label(new)}{starts}: {_said(was)} → {_said(now)}, {word}"
        yield Change(str(new.id), sentence, direction)


def _said(value: object) -> str:
    if value is None:
        return "no length"
    return value.written if isinstance(value, Length) else f"until {str(value).replace('_', ' ')}"


def _field(name: str, key: str, pair: tuple[object, object], lang: str) -> Iterator[Change]:
    was, now = pair
    if was == now:
        return
    if key in _TEXTS and isinstance(was, dict) and isinstance(now, dict):
        yield Change(name, f"{key}: “{say(was, lang)}” → “{say(now, lang)}”", "changed")
    else:
        yield Change(name, f"{key}: {_plain(was)} → {_plain(now)}", field_way(key, was, now))


def _plain(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{k} {_plain(v)}" for k, v in value.items()) or "none"
    if isinstance(value, tuple):
        return ", ".join(map(_plain, value)) or "none"
    return str(getattr(value, "written", value)) or "none"


def _rows(old: Protocol, new: Protocol) -> Iterator[Change]:
    before = {str(row.id): row for row in old.triage}
    after = {str(row.id): row for row in new.triage}
    for name, row in after.items():
        if name in before:
            yield from _row(name, before[name], row)
        else:
            yield Change(name, f"triage row added: {row.level}", "changed")
    yield from (Change(n, "triage row removed", "changed") for n in before if n not in after)
    if [n for n in before if n in after] != [n for n in after if n in before]:
        yield Change("triage", "the rows stand in another order", "changed")


def _row(name: str, was: Piece, now: Piece) -> Iterator[Change]:
    for field in fields_of(type(now)).values():
        first, second = getattr(was, field.attribute), getattr(now, field.attribute)
        if first != second:
            way = field_way(field.key, first, second) if field.key == "level" else "changed"
            yield Change(name, f"triage {field.key}: {_plain(first)} → {_plain(second)}", way)


def _rest(old: Protocol, new: Protocol) -> Iterator[Change]:
    """What is no clause and no row: facts, conditions, symptoms, questions, contact, words."""
    for key in _REST:
        if getattr(old, key) != getattr(new, key):
            yield Change(key, f"`{key}` is not the same", "changed")
    for key in ("id", "version", "language"):
        was, now = getattr(old, key), getattr(new, key)
        if was != now:
            yield Change(key, f"{was} → {now}", "changed")
    for key in ("devices", "record"):
        if getattr(old.treatment, key) != getattr(new.treatment, key):
            yield Change("treatment", f"`{key}` is not the same", "changed")
