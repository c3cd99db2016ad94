"""The editor: the leaflet's sentences on the left, the clauses they became on the right."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_POST

from aftercare.clinic.desk import editor_shown as shown
from aftercare.clinic.desk.doors import desk_page
from aftercare.clinic.desk.editor_forms import ClauseForm, GapsForm, NewForm, TextForm
from aftercare.clinic.forms.requests import Request
from aftercare.clinic.forms.sent import SeeOther, SentForm, answered, sent, show
from aftercare.clinic.services import drafting, protocols
from aftercare.clinic.services.access import Desk
from aftercare.clinic.services.drafting import Clause, OwnProtocol
from aftercare.clinic.services.refusals import NotYours
from aftercare.core.protocol import edit, translate
from aftercare.core.protocol.gaps import bare
from aftercare.core.protocol.model import say

TITLES = {
    "about": "About the treatment",
    "stops": "What may stop the treatment",
    "reactions": "To expect",
    "risks": "What can go wrong",
    "agreements": "What the patient agrees to",
    "advice": "To do and to avoid",
    "red-flags": "When to get help",
    "contact": "Whom to tell",
}
OFFERED = ("ar", "de", "es", "fr", "pl")
PLACES = (
    ("advice", "To do or avoid"),
    ("reactions", "To expect"),
    ("risks", "A risk"),
    ("about", "About"),
)


def _href(name: str, at: str = "") -> str:
    return reverse("desk:editor", args=[name]) + (f"#{at}" if at else "")


@desk_page
def new(request: Request, desk: Desk) -> HttpResponse:
    """Begin with a leaflet."""
    sent_ = request.method == "POST"
    form = NewForm(request.POST if sent_ else None, request.FILES if sent_ else None)

    def act() -> str:
        given = form.cleaned_data
        file = given.get("file")
        data = file.read() if file else given["pasted"].encode()
        return _href(drafting.start(desk, given["title"], data, file.name if file else "").name)

    done = answered(request, desk, form, act)
    return done or show(request, "desk/editor_new.html", {"place": "advice"}, form)


@require_POST
@desk_page
def take_over(request: Request, desk: Desk, name: str) -> HttpResponse:
    """Make a shipped text the clinic's own."""
    return SeeOther(sent(request, desk, lambda: _href(drafting.take_over(desk, name).name)))


@desk_page
def editor(request: Request, desk: Desk, name: str) -> HttpResponse:
    """Show sentences and clauses side by side."""
    return show(request, "desk/editor.html", _page(desk, name))


def _page(desk: Desk, name: str) -> dict[str, Any]:
    row = drafting.own(desk, name)
    sentences = drafting.sentences(row)
    clauses, elsewhere = drafting.parted(row, protocols.draft(desk, name)[1])
    lit = [each for each in sentences if each.lit]
    names = {each.id: shown.label(each) for each in clauses}
    conditions, open_ = _conditions(desk, name), len(edit.gaps(row.source))
    return {
        "place": "advice",
        "name": name,
        "row": row,
        "title": _title(desk, name),
        "sentences": [(each, [(i, names[i]) for i in each.clauses]) for each in sentences],
        "lit": len(lit),
        "gaps": sum(each.gap for each in clauses),
        "blocks": [
            (
                title,
                [shown.clause_shown(c, conditions, names) for c in clauses if c.block == block],
                block != "contact",
            )
            for block, title in TITLES.items()
            if any(each.block == block for each in clauses)
        ],
        "languages": _languages(row),
        "open": open_,
        "elsewhere": shown.apart(elsewhere, asked=open_ > 0),
        "table_open": sum(map(shown.of_table, elsewhere)),
        "places": PLACES,
    }


def _languages(row: OwnProtocol) -> list[tuple[str, str]]:
    """Offer those that are there, and those that patients here speak most, by their names."""
    own = drafting.language_of(row)
    found = {*translate.languages(row.source, own), *OFFERED} - {own}
    return sorted(((each, shown.language_named(each)) for each in found), key=lambda each: each[1])


def _title(desk: Desk, name: str) -> str:
    loaded = protocols.offered(desk.clinic).get(name)
    return say(loaded.protocol.title, "en") if loaded else name


@require_POST
@desk_page
def act(request: Request, desk: Desk, name: str, verb: str) -> HttpResponse:
    """Do one thing to a clause or a sentence; lead back to where it stands."""
    row = drafting.own(desk, name)
    form = SentForm(request.POST)
    form.is_valid()
    given, seen = request.POST, form.seen
    id_ = given.get("clause", "")
    number = int(given["number"]) if given.get("number", "").isdecimal() else 0

    def accept() -> str:
        drafting.accept(desk, row, id_, seen)
        return f"c-{id_}"

    def remove() -> str:
        drafting.remove(desk, row, id_, seen)
        return "clauses"

    def aside() -> str:
        drafting.set_aside(desk, row, number, given.get("reason", ""), seen)
        return f"s-{number}"

    verbs: dict[str, Callable[[], str]] = {
        "accept": accept,
        "remove": remove,
        "split": lambda: f"c-{drafting.split(desk, row, id_, seen)}",
        "join": lambda: f"c-{drafting.join(desk, row, id_, seen)}",
        "place": lambda: f"c-{drafting.place(desk, row, number, given.get('block', ''), seen)}",
        "aside": aside,
    }
    if verb not in verbs:
        raise NotYours
    led = sent(request, desk, lambda: _href(name, verbs[verb]()), apart=f"{verb} {id_}{number}")
    return SeeOther(led)


@desk_page
def clause_page(request: Request, desk: Desk, name: str, id_: str) -> HttpResponse:
    """Change one clause, its findings beside it."""
    row = drafting.own(desk, name)
    clause = next((each for each in drafting.clauses(desk, row) if each.id == id_), None)
    if clause is None:
        raise NotYours
    form = ClauseForm(
        clause,
        _conditions(desk, name),
        request.POST if request.method == "POST" else None,
        initial={"version": row.version},
    )

    def keep() -> str:
        drafting.change(desk, row, id_, form.given(drafting.language_of(row)), form.seen)
        return _href(name, f"c-{id_}")

    done = answered(request, desk, form, keep)
    return done or show(request, "desk/editor_clause.html", _clause(desk, name, clause), form)


def _clause(desk: Desk, name: str, clause: Clause) -> dict[str, Any]:
    numbers = drafting.sentences(drafting.own(desk, name))
    quoted = [each for each in numbers if clause.id in each.clauses]
    known = sorted(protocols.vocabulary().activities) if clause.block == "advice" else []
    return {
        "place": "advice",
        "name": name,
        "title": _title(desk, name),
        "clause": clause,
        "heading": shown.shortened(bare(clause.words), 80),
        "findings": shown.findings(clause),
        "quoted": quoted,
        "known": known,
    }


def _conditions(desk: Desk, name: str) -> dict[str, str]:
    loaded = protocols.offered(desk.clinic).get(name)
    if loaded is None:
        return {}
    lang = str(loaded.protocol.language)
    return {str(n): say(each.text, lang) for n, each in loaded.protocol.conditions.items()}


@desk_page
def gaps_page(request: Request, desk: Desk, name: str) -> HttpResponse:
    """Ask for the words that are in no clause: a title, how a symptom is asked for."""
    row = drafting.own(desk, name)
    data = request.POST if request.method == "POST" else None
    form = GapsForm(edit.gaps(row.source), data, initial={"version": row.version})

    def keep() -> str:
        drafting.fill(desk, row, form.given(), form.seen)
        return _href(name)

    done = answered(request, desk, form, keep)
    context = {"place": "advice", "name": name, "title": _title(desk, name)}
    return done or show(request, "desk/editor_gaps.html", context, form)


@desk_page
def text_page(request: Request, desk: Desk, name: str) -> HttpResponse:
    """Show the whole text, to be changed or brought from elsewhere; comments stay."""
    row = drafting.own(desk, name)
    first = {"source": row.source, "version": row.version}
    form = TextForm(request.POST if request.method == "POST" else None, initial=first)

    def keep() -> str:
        drafting.save(desk, row, form.cleaned_data["source"], form.seen)
        return _href(name)

    done = answered(request, desk, form, keep)
    context = {"place": "advice", "name": name, "title": _title(desk, name)}
    return done or show(request, "desk/editor_text.html", context, form)


@desk_page
def download(request: Request, desk: Desk, name: str) -> HttpResponse:
    """Give the text as a file."""
    del request
    row = drafting.own(desk, name)
    kept = {"Content-Disposition": f'attachment; filename="{row.name}.yaml"'}
    return HttpResponse(row.source, "application/yaml; charset=utf-8", headers=kept)


urls: list[URLPattern] = [
    path("advice/new/", new, name="editor_new"),
    path("advice/<slug:name>/own/", take_over, name="editor_own"),
    path("advice/<slug:name>/edit/", editor, name="editor"),
    path("advice/<slug:name>/edit/gaps/", gaps_page, name="editor_gaps"),
    path("advice/<slug:name>/edit/text/", text_page, name="editor_text"),
    path("advice/<slug:name>/edit/clause/<slug:id_>/", clause_page, name="editor_clause"),
    path("advice/<slug:name>/edit/<slug:verb>/", act, name="editor_act"),
    path("advice/<slug:name>/protocol.yaml", download, name="editor_file"),
]
