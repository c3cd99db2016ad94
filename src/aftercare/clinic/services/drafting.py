"""A clinic's own leaflet becomes its protocol: drafted, finished clause by clause, then published.

The text is YAML that keeps its comments; whoever edits never has to see it. Each change is made
to the text, so what is checked, looked at and published is always the one that was edited.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.text import slugify

from aftercare.clinic.records.models import OwnProtocol
from aftercare.clinic.services import protocols
from aftercare.clinic.services.access import Desk, only
from aftercare.clinic.services.locking import claim
from aftercare.clinic.services.refusals import NotYours, Refused, refuse
from aftercare.core.leaflet.draft import draft
from aftercare.core.leaflet.protocol import as_protocol
from aftercare.core.problems import Problem
from aftercare.core.protocol import edit, gaps
from aftercare.core.protocol import translate as translate_
from aftercare.exchange.leaflet.reading import read_leaflet
from aftercare.protocols import shipped

__all__ = ["Clause", "OwnProtocol", "Sentence"]
_CITED = re.compile(r"\d+")
_MARKS = re.compile(r"^#{1,6}\s+|^\|\s*|\s*\|$")  # of a heading, and of a table's row
_TAKEN = ("new",)  # an address of the desk
_SAID = ("id", "text", "ask", "source")
_ENDS = (".", "!", "?", "…", "。", "؟")
_LISTS = ("avoid", "careful", "do", "symptom")


@dataclass(frozen=True)
class Sentence:
    """A sentence of the leaflet: what carries it, or why nothing has to; else it is lit."""

    number: int
    words: str
    clauses: tuple[str, ...]
    aside: str

    @property
    def lit(self) -> bool:
        """Whether it still waits for a place."""
        return not self.clauses and not self.aside


@dataclass(frozen=True)
class Clause:
    """A clause as it is written, what that says, and what the check says of it."""

    block: str
    id: str
    fields: Mapping[str, str]
    said: Mapping[str, Any]
    problems: tuple[Problem, ...]

    @property
    def words(self) -> str:
        """Its words in the first language that it has."""
        return next(iter(spoken(self.said).values()), "")

    @property
    def gap(self) -> bool:
        """Whether something in it is still to be decided."""
        return any(map(gaps.has_gap, self.fields.values()))

    @property
    def unsure(self) -> bool:
        """Whether it only waits for somebody to say that it was read rightly."""
        return any(map(gaps.is_unsure, self.fields.values()))


def spoken(said: Mapping[str, Any]) -> dict[str, str]:
    """Give a clause's words by language."""
    found = said.get("text") or said.get("ask")
    return found if isinstance(found, dict) else {}


def own(desk: Desk, name: str) -> OwnProtocol:
    """Fetch a protocol of this clinic's own."""
    row = OwnProtocol.objects.filter(clinic=desk.clinic, name=name).first()
    if row is None:
        raise NotYours
    return row


@transaction.atomic
def start(desk: Desk, title: str, data: bytes, file: str = "") -> OwnProtocol:
    """Draft a protocol from a leaflet's bytes, in whatever format; nothing is invented."""
    only(desk.person.may_decide)
    text, problems = read_leaflet(data, file)
    if problems:
        raise Refused([], {"file" if file else "pasted": problems[0]})
    name = slugify(title)[:40].strip("-")
    if not name or not name[0].isalpha():
        raise refuse("This is no name.", "Give the treatment's name in words.", "title", "S127")
    if name in _TAKEN:
        raise refuse("This name is taken.", "Add a word to it.", "title", "S125")
    if name in protocols.sources(desk.clinic):
        raise refuse("There is a protocol of this name.", "Give another one.", "title", "S125")
    source = edit.titled(as_protocol(draft(text), text), name, title, "en")
    return _made(desk, name, text, source)


@transaction.atomic
def take_over(desk: Desk, name: str) -> OwnProtocol:
    """Begin from a shipped protocol: from then on the text is the clinic's own."""
    only(desk.person.may_decide)
    found = OwnProtocol.objects.filter(clinic=desk.clinic, name=name).first()
    if found:
        return found
    if name not in shipped():
        raise NotYours
    return _made(desk, name, "", shipped()[name].read_text("utf-8"))


def _made(desk: Desk, name: str, leaflet: str, source: str) -> OwnProtocol:
    return OwnProtocol.objects.create(
        clinic=desk.clinic,
        name=name,
        leaflet=leaflet,
        source=source,
        by=desk.person,
        changed_at=desk.at,
    )


# ---------------------------------------------------------------- what is there


def sentences(row: OwnProtocol) -> list[Sentence]:
    """Give the leaflet's sentences in order, each with the clauses that carry it."""
    carried: dict[int, list[str]] = {}
    for found in edit.clauses(row.source):
        for number in _numbers(edit.written(row.source, found).get("source", "")):
            carried.setdefault(number, []).append(found.id)
    leaflet = _top(row).get("leaflet") or {}
    aside = leaflet.get("not-needed") or {}
    return [
        Sentence(int(n), _MARKS.sub("", words), tuple(carried.get(int(n), ())), aside.get(n, ""))
        for n, words in (leaflet.get("sentences") or {}).items()
        if n.isdigit()
    ]


def _numbers(source: str) -> list[int]:
    """Read `source:`; a citation in words names no sentence."""
    if not re.fullmatch(r"\[?[\d,\s]+\]?", source):
        return []
    return [int(number) for number in _CITED.findall(source)]


def _top(row: OwnProtocol) -> dict[str, Any]:
    found = edit.plain(row.source)
    return found if isinstance(found, dict) else {}


def clauses(desk: Desk, row: OwnProtocol) -> list[Clause]:
    """Give every clause in the order of the text, with the findings on its lines."""
    return parted(row, protocols.draft(desk, row.name)[1])[0]


def parted(row: OwnProtocol, problems: list[Problem]) -> tuple[list[Clause], list[Problem]]:
    """Give every clause with those of a draft's problems that are its own, and all the others."""
    found = [
        (each, tuple(p for p in problems if within(p, each))) for each in edit.clauses(row.source)
    ]
    placed = {id(problem) for _, own_ in found for problem in own_}
    shown = [
        Clause(each.block, each.id, edit.written(row.source, each), edit.said(each), own_)
        for each, own_ in found
    ]
    return shown, [problem for problem in problems if id(problem) not in placed]


def within(problem: Problem, found: edit.Found) -> bool:
    """Tell whether a problem is one of a clause or a row.

    It is told by its path: the text that is checked has the clinic's decisions in it, so that
    its lines are others. A text that is no protocol yet has no paths, and its own lines.
    """
    if problem.place is None:
        return False
    if problem.place.path:
        here = edit.place_of(found)
        return problem.place.path == here or problem.place.path.startswith(f"{here}.")
    first, last = found.node.start_mark.line + 1, found.node.end_mark.line
    return first <= problem.place.line <= max(first, last)


# ---------------------------------------------------------------- what is changed


@transaction.atomic
def save(desk: Desk, row: OwnProtocol, source: str, seen: int) -> OwnProtocol:
    """Keep a text; one that is no YAML at all is refused with its line."""
    only(desk.person.may_decide)
    _, problems = protocols.read(source.encode())
    broken = [each for each in problems if each.code.startswith("P0")]
    if broken:
        place = f"Line {broken[0].place.line}: " if broken[0].place else ""
        raise refuse(f"{place}{broken[0].message}", broken[0].help, "source", broken[0].code)
    claim(row, seen)
    row.source, row.by, row.changed_at = source.replace("\r\n", "\n"), desk.person, desk.at
    row.save()
    return row


def change(desk: Desk, row: OwnProtocol, id_: str, given: Mapping[str, str], seen: int) -> None:
    """Give a clause other values."""
    _one(row, id_)
    save(desk, row, edit.changed(row.source, id_, given), seen)


def accept(desk: Desk, row: OwnProtocol, id_: str, seen: int) -> None:
    """Say that a clause is read rightly: its marks go, its words stay."""
    fields = _one(row, id_)
    given = {k: gaps.accepted(v) for k, v in fields.items() if gaps.is_unsure(v)}
    save(desk, row, edit.changed(row.source, id_, given), seen)


def remove(desk: Desk, row: OwnProtocol, id_: str, seen: int) -> None:
    """Take a clause out; its sentences are lit again."""
    _several(row, id_)
    save(desk, row, edit.removed(row.source, id_), seen)


def split(desk: Desk, row: OwnProtocol, id_: str, seen: int) -> str:
    """Put a second clause behind one, with the same words, to be told apart; give its id."""
    _several(row, id_)
    new = _free(row, id_)
    save(desk, row, edit.copied(row.source, id_, new), seen)
    return new


def join(desk: Desk, row: OwnProtocol, id_: str, seen: int) -> str:
    """Put a clause into the one before it in its block; give that one's id."""
    _one(row, id_)
    found = edit.clauses(row.source)
    place = next((i for i, each in enumerate(found) if each.id == id_), 0)
    if not place or found[place - 1].block != found[place].block:
        raise refuse("There is no clause before it.", "Join the next one to this.", "", "S104")
    first, second = found[place - 1], found[place]
    text = edit.changed(row.source, first.id, _joined(edit.said(first), edit.said(second)))
    save(desk, row, edit.removed(text, id_), seen)
    return first.id


def _joined(first: Mapping[str, Any], second: Mapping[str, Any]) -> dict[str, str]:
    """Give two clauses' words and lists as one; what else they say must be the same.

    A language that only one of them has would say half: it goes.
    """
    for name in (name for name in {**first, **second} if name not in _SAID):
        one, other = (each.get(name, "not said") for each in (first, second))
        if one != other and not (name in _LISTS and name in first and name in second):
            message = (
                f"They say different things: “{name}” is “{one}” in one, “{other}” in the other."
            )
            raise refuse(message, "Change one of them first, or keep both.", "", "S126")
    one_says, other_says = spoken(first), spoken(second)
    both = {
        lang: _in_turn(one_says[lang], other_says[lang]) for lang in one_says if lang in other_says
    }
    lists = {name: _together(first, second, name) for name in (*_LISTS, "source") if name in first}
    return {"ask" if "ask" in first else "text": edit.text_of(both), **lists}


def _in_turn(one: str, other: str) -> str:
    """Say both, each as a sentence; what the one has from the other is said once."""
    if one in other or other in one:
        return max(one, other, key=len)
    return f"{one}{'' if one.endswith(_ENDS) else '.'} {other}"


def _together(first: Mapping[str, Any], second: Mapping[str, Any], name: str) -> str:
    """Give both lists as one, each name once, in their order."""
    lists = [each.get(name, []) for each in (first, second)]
    names = dict.fromkeys(n for each in lists for n in (each if isinstance(each, list) else [each]))
    return f"[{', '.join(n if n.isdecimal() else edit.quoted(n) for n in names)}]"


def place(desk: Desk, row: OwnProtocol, number: int, block: str, seen: int) -> str:
    """Make a clause of a lit sentence, its kind to be finished; give its id."""
    words = next((each.words for each in sentences(row) if each.number == number), None)
    if words is None or block not in {"advice", "reactions", "risks", "about"}:
        raise NotYours
    new = _free(row, {"advice": "advice", "about": "about"}.get(block, block[:-1]))
    given = {
        "id": new,
        "text": edit.text_of({language_of(row): gaps.unwritten(words)}),
        "source": f"[{number}]",
    }
    if block == "advice":
        given = {"id": new, "avoid": f"[{gaps.ACTIVITY}]", **given}
    if block in {"reactions", "risks"}:
        given = {"id": new, "symptom": f"[{gaps.SYMPTOM}]", **given}
    save(desk, row, edit.added(row.source, block, given), seen)
    return new


def set_aside(desk: Desk, row: OwnProtocol, number: int, reason: str, seen: int) -> None:
    """Say why a sentence needs no clause; an empty reason lights it again."""
    save(desk, row, edit.set_aside(row.source, number, reason.strip()), seen)


def fill(desk: Desk, row: OwnProtocol, given: Mapping[str, str], seen: int) -> None:
    """Write words into the gaps that are in no clause."""
    save(desk, row, edit.filled(row.source, given), seen)


# ---------------------------------------------------------------- other languages


def language_of(row: OwnProtocol) -> str:
    """Give the language in which everything is said."""
    return str(_top(row).get("language") or "en")


def translate(
    desk: Desk, row: OwnProtocol, language: str, given: Mapping[str, str], seen: int
) -> None:
    """Keep a translation; one that was checked is unchecked by any change."""
    if not re.fullmatch(r"[a-z]{2}", language) or language == language_of(row):
        raise refuse("This is no other language.", "Write its two letters: de.", "language", "S127")
    save(desk, row, translate_.translated(row.source, language, given), seen)


@transaction.atomic
def check_translation(desk: Desk, row: OwnProtocol, language: str, seen: int) -> None:
    """Say, by name, that a translation says what the original says."""
    only(desk.person.may_decide)
    claim(row, seen)
    said = translate_.fingerprint(row.source, language, language_of(row))
    row.checked[language] = {"by": desk.person.name, "at": desk.at, "sha256": said}
    row.save()


def checked_by(row: OwnProtocol, language: str) -> str:
    """Give who has checked this very translation; "" where nobody has."""
    kept = row.checked.get(language, {})
    said = translate_.fingerprint(row.source, language, language_of(row))
    return str(kept.get("by", "")) if kept.get("sha256") == said else ""


def unchecked(row: OwnProtocol) -> list[str]:
    """Name the languages in which something is said that nobody has checked."""
    found = translate_.languages(row.source, language_of(row))
    return [each for each in found if not checked_by(row, each)]


def _one(row: OwnProtocol, id_: str) -> dict[str, str]:
    fields = edit.fields(row.source, id_)
    if not fields:
        raise _gone()
    return fields


def _gone() -> Refused:
    remedy = "Somebody may have deleted or joined it: open the text again."
    return refuse("This clause is not there any more.", remedy, "", "S122")


def _several(row: OwnProtocol, id_: str) -> None:
    """Let only a clause pass that stands among others."""
    found = edit.find(row.source, id_)
    if found is None:
        raise _gone()
    if found.block == "contact":
        raise NotYours


def _free(row: OwnProtocol, stem: str) -> str:
    taken = {each.id for each in edit.clauses(row.source)}
    base = re.sub(r"-\d+$", "", stem)
    return next(f"{base}-{n}" for n in range(2, 10_000) if f"{base}-{n}" not in taken)
