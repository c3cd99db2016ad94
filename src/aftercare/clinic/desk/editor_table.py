"""The triage table of a clinic's own text: its rows, its proof, and what it comes to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_POST

from aftercare.clinic.desk.doors import desk_page
from aftercare.clinic.desk.editor_shown import GAP
from aftercare.clinic.desk.protocol_shown import row_shown
from aftercare.clinic.desk.table_forms import DaysForm, RowForm
from aftercare.clinic.forms.requests import Request
from aftercare.clinic.forms.sent import SeeOther, SentForm, answered, sent, show
from aftercare.clinic.services import drafting, tables
from aftercare.clinic.services.access import Desk
from aftercare.clinic.services.refusals import NotYours
from aftercare.clinic.services.tables import Line, Outcome, Protocol, Table
from aftercare.core.protocol.gaps import has_word_gap
from aftercare.core.protocol.model import say
from aftercare.core.protocol.scalars import Name
from aftercare.core.triage.cells import when


def _href(name: str, at: str = "") -> str:
    return reverse("desk:editor_table", args=[name]) + (f"#{at}" if at else "")


@desk_page
def table(request: Request, desk: Desk, name: str) -> HttpResponse:
    """Show the table as it stands; keep the days of the check-ins."""
    row = drafting.own(desk, name)
    found = tables.table(desk, row)
    if found is None:  # the text itself has to be mended first
        return redirect("desk:editor", name=name)
    days = ", ".join(map(str, found.protocol.questions.days))
    first = {"days": days, "version": row.version}
    form = DaysForm(request.POST if request.method == "POST" else None, initial=first)

    def keep() -> str:
        tables.ask_on(desk, row, form.given(), form.seen)
        return _href(name, "days")

    done = answered(request, desk, form, keep)
    context = {**_context(name, found), "version": row.version, "table": _shown(found)}
    return done or show(request, "desk/editor_table.html", context, form)


def _context(name: str, found: Table) -> dict[str, Any]:
    title = say(found.protocol.title, str(found.protocol.language))
    return {"place": "advice", "name": name, "title": title}


def _shown(found: Table) -> dict[str, Any]:
    return {
        "rows": [_line(each, found.protocol) for each in found.lines],
        "problems": found.problems,
        "proof": found.proof,
        "outcomes": [_outcome(each, found.protocol) for each in found.outcomes],
    }


def _line(line: Line, protocol: Protocol) -> dict[str, Any]:
    because = str(line.row.because)
    unsaid = has_word_gap(because)
    found = [f"{p.message} {p.help}" for p in line.problems if p.code != GAP]
    return {
        **row_shown(line.row, protocol),
        "because": "" if unsaid else because,
        "findings": [*(["Look at this row, and say why."] if unsaid else []), *found],
    }


def _outcome(found: Outcome, protocol: Protocol) -> dict[str, Any]:
    symptom = protocol.symptoms[Name(found.symptom)]
    bands = [("at once" if at == 0 else f"from {when(at)}", levels) for at, levels in found.bands]
    return {"symptom": say(symptom.text, str(protocol.language)), "bands": bands}


@desk_page
def row_page(request: Request, desk: Desk, name: str, id_: str = "") -> HttpResponse:
    """Change a row, or write a new one."""
    own = drafting.own(desk, name)
    found = tables.table(desk, own)
    line = next((x for x in found.lines if x.row.id == id_), None) if found else None
    if found is None or (id_ and line is None):
        raise NotYours
    data = request.POST if request.method == "POST" else None
    first = {"version": own.version}
    form = RowForm(found.protocol, line.row if line else None, data, initial=first)

    def keep() -> str:
        given = form.given()
        if not id_:
            return _href(name, f"row-{tables.add(desk, own, given, form.seen)}")
        tables.change(desk, own, id_, given, form.seen)
        return _href(name, f"row-{id_}")

    done = answered(request, desk, form, keep)
    return done or show(
        request, "desk/editor_row.html", {**_context(name, found), **_row(line, found)}, form
    )


def _row(line: Line | None, found: Table) -> dict[str, Any]:
    """Give the row that is changed, and whether it is for some only."""
    if line is None:
        return {"row": None, "apart": False}
    apart = bool(line.row.together_with or line.row.when)
    return {"row": row_shown(line.row, found.protocol), "apart": apart}


@require_POST
@desk_page
def act(request: Request, desk: Desk, name: str, verb: str) -> HttpResponse:
    """Move a row up or down, or take it out."""
    own, form = drafting.own(desk, name), SentForm(request.POST)
    form.is_valid()
    id_, seen = request.POST.get("row", ""), form.seen
    verbs: dict[str, Callable[[], None]] = {
        "up": lambda: tables.move(desk, own, id_, -1, seen),
        "down": lambda: tables.move(desk, own, id_, 1, seen),
        "remove": lambda: tables.remove(desk, own, id_, seen),
    }
    if verb not in verbs:
        raise NotYours

    def do() -> str:
        verbs[verb]()
        return _href(name, "rows" if verb == "remove" else f"row-{id_}")

    return SeeOther(sent(request, desk, do, apart=f"{verb} {id_}"))


urls: list[URLPattern] = [
    path("advice/<slug:name>/edit/table/", table, name="editor_table"),
    path("advice/<slug:name>/edit/table/new/", row_page, name="editor_row_new"),
    path("advice/<slug:name>/edit/table/row/<slug:id_>/", row_page, name="editor_row"),
    path("advice/<slug:name>/edit/table/<slug:verb>/", act, name="editor_row_act"),
]
