"""What keeps a text from being published, in a clinician's words, each with where to decide it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from django.urls import reverse

from aftercare.clinic.desk import editor_shown as shown
from aftercare.clinic.services import drafting, protocols
from aftercare.clinic.services.access import Desk
from aftercare.core.problems import Problem
from aftercare.core.protocol import edit
from aftercare.core.protocol.gaps import bare, is_unwritten

_DETAILS = "P805"


class Open(NamedTuple):
    """One thing that is still open, and where it is done; an empty address is this page."""

    words: str
    href: str = ""


def unfinished(
    desk: Desk, name: str, problems: list[Problem], decisions: Iterable[Mapping[str, Any]]
) -> list[Open]:
    """Give what is open in a text; ``decisions`` are the additions and what was decided on them."""
    if not problems:
        return []
    mine = protocols.is_own(desk.clinic, name)
    inside = _of_the_text(drafting.own(desk, name), problems) if mine else map(_raw, problems)
    return [*_undecided(problems, decisions), *filter(None, inside)]


def _undecided(problems: list[Problem], decisions: Iterable[Mapping[str, Any]]) -> list[Open]:
    if not any(each.code == shown.UNDECIDED for each in problems):
        return []
    return [
        Open(f"Adopt or decline “{shown.named(each['words'])}”.", f"#{each['id']}")
        for each in decisions
        if each["decision"] is None
    ]


def _of_the_text(row: drafting.OwnProtocol, problems: list[Problem]) -> list[Open | None]:
    clauses, elsewhere = drafting.parted(row, problems)
    at = reverse("desk:editor", args=[row.name])
    lit = [
        Open(
            f"Give sentence {each.number} a place: “{shown.named(each.words)}”.",
            f"{at}#s-{each.number}",
        )
        for each in drafting.sentences(row)
        if each.lit
    ]
    found = [
        Open(f"{_named(each.words)} {' '.join(asks)}", f"{at}#c-{each.id}")
        for each in clauses
        if (asks := shown.findings(each))
    ]
    open_ = len(edit.gaps(row.source))
    return [
        *lit,
        *found,
        *_pages(row.name, open_, elsewhere),
        *_languages(row),
        *_rest(elsewhere, open_),
    ]


def _pages(name: str, open_: int, elsewhere: list[Problem]) -> list[Open]:
    """Give the two pages that ask for what stands in no clause."""
    table = sum(map(shown.of_table, elsewhere))
    found = []
    if open_:
        said = f"Write what is missing: {open_}."
        found.append(Open(said, reverse("desk:editor_gaps", args=[name])))
    if table:
        said = f"The triage table: {table} to decide."
        found.append(Open(said, reverse("desk:editor_table", args=[name])))
    return found


def _languages(row: drafting.OwnProtocol) -> list[Open]:
    return [
        Open(
            f"Let somebody check the translation: {shown.language_named(each)}.",
            reverse("desk:editor_language", args=[row.name, each]),
        )
        for each in drafting.unchecked(row)
    ]


def _rest(elsewhere: list[Problem], open_: int) -> list[Open | None]:
    return [_raw(each) for each in shown.apart(elsewhere, asked=open_ > 0)]


def _raw(problem: Problem) -> Open | None:
    """Say a problem as the check does; what is decided one by one is said by its words instead."""
    if problem.code in {shown.UNDECIDED, shown.UNCHECKED}:
        return None
    settings = reverse("desk:settings") if problem.code == _DETAILS else ""
    return Open(f"{problem.message} {problem.help}", settings)


def _named(words: str) -> str:
    said = shown.named(bare(words))
    return f"To be written, {said}:" if is_unwritten(words) else f"“{said}”:"
