"""The protocols of a clinic: what is published, decided and approved, and what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_POST

from aftercare.clinic.desk.doors import desk_page
from aftercare.clinic.desk.protocol_shown import named_by_words, row_shown, sources_shown
from aftercare.clinic.desk.unfinished import unfinished
from aftercare.clinic.forms.requests import Request
from aftercare.clinic.forms.sent import SeeOther, SentForm, answered, sent, show
from aftercare.clinic.services import protocols
from aftercare.clinic.services.access import Desk
from aftercare.clinic.services.affected import affected
from aftercare.clinic.services.refusals import NotYours
from aftercare.core.consent.text import consent_text
from aftercare.core.plan.say import moment
from aftercare.core.protocol.adopt import additions
from aftercare.core.protocol.compare import compare
from aftercare.core.protocol.gaps import bare, has_word_gap
from aftercare.core.protocol.model import Protocol, say

if TYPE_CHECKING:
    from aftercare.core.protocol.load import Loaded

_MARKS = {True: "circle-check", False: "circle-x"}


@desk_page
def advice(request: Request, desk: Desk) -> HttpResponse:
    """Name the protocols, and the version of each that is published."""
    published = {row.name: row for row in protocols.published(desk.clinic)}
    rows = [
        (name, say(loaded.protocol.title, "en"), published.get(name))
        for name, loaded in protocols.offered(desk.clinic).items()
    ]
    return show(request, "desk/advice.html", {"place": "advice", "rows": rows})


def _offered(desk: Desk, name: str) -> Loaded:
    found = protocols.offered(desk.clinic).get(name)
    if found is None:
        raise NotYours
    return found


@desk_page
def protocol_page(request: Request, desk: Desk, name: str) -> HttpResponse:
    """Show what is published, what is decided, and what keeps it from being published."""
    return show(request, "desk/protocol.html", _page(desk, name))


def _page(desk: Desk, name: str) -> dict[str, Any]:
    loaded, current = _offered(desk, name), protocols.current(desk.clinic, name)
    data, problems = protocols.draft(desk, name)
    same = current is not None and not problems and protocols.same(data, current)
    protocol = protocols.compiled(current).protocol if current else loaded.protocol
    decisions = _decisions(desk, name, loaded.protocol)
    return {
        "place": "advice",
        "name": name,
        "title": say(protocol.title, "en"),
        "current": current,
        "when": moment(current.at, desk.zone) if current else "",
        "next": current.number + 1 if current else 1,
        "mine": protocols.is_own(desk.clinic, name),
        "may_publish": not problems and protocols.reviewer(desk, name, data) is not None,
        "asked": not problems and protocols.asked(desk, name, data),
        "problems": problems,
        "unfinished": unfinished(desk, name, problems, decisions),
        "same": same,
        "notes": [] if problems else protocols.notes(data),
        "concerned": affected(desk, name, current if same else None),
        "decisions": decisions,
        "sections": _sections(protocol, desk.clinic.name),
        "changes": _changes(desk, name),
    }


def _sections(protocol: Protocol, clinic: str) -> list[tuple[str, list[tuple[str, bool]]]]:
    """Give the consent's topics, each sentence without marks, and whether it had one."""
    return [
        (each.title, [(bare(p.text), has_word_gap(p.text)) for p in each.paragraphs])
        for each in consent_text(protocol, "", clinic, "en").sections
    ]


def _decisions(desk: Desk, name: str, protocol: Protocol) -> list[dict[str, Any]]:
    decided = protocols.decisions(desk.clinic, name)
    return [
        {
            "mark": _MARKS[decided[str(each.id)].adopted] if str(each.id) in decided else "",
            "id": str(each.id),
            "words": say(getattr(each, "text", None) or getattr(each, "ask", {}), "en"),
            "source": "; ".join(sources_shown(each.source)),
            "decision": decided.get(str(each.id)),
        }
        for each in additions(protocol)
    ]


def _changes(desk: Desk, name: str) -> list[Any]:
    """Give what the next publication would change against the last, each clause by its words."""
    current = protocols.current(desk.clinic, name)
    data, problems = protocols.draft(desk, name)
    if current is None or problems:
        return []
    was, now = protocols.compiled(current).protocol, protocols.opened(data).protocol
    named = {**named_by_words(was), **named_by_words(now)}
    return [
        {"clause": named.get(each.clause, each.clause), "said": each}
        for each in compare(was, now)
        if each.clause != "version"
    ]


@require_POST
@desk_page
def decide(request: Request, desk: Desk, name: str, clause: str) -> HttpResponse:
    """Adopt or decline one cited addition, by name and date."""

    def act() -> str:
        protocols.decide(desk, name, clause, adopted=request.POST.get("to") == "adopt")
        return f"{reverse('desk:advice_page', args=[name])}#{clause}"

    return SeeOther(sent(request, desk, act))


@desk_page
def publish(request: Request, desk: Desk, name: str) -> HttpResponse:
    """Publish what stands; refused with everything that is missing."""
    if request.method != "POST":
        return redirect("desk:advice_page", name=name)
    form = SentForm(request.POST)

    def act() -> str:
        protocols.publish(desk, name)
        return reverse("desk:advice_page", args=[name])

    done = answered(request, desk, form, act)
    return done or show(request, "desk/protocol.html", _page(desk, name), form)


@require_POST
@desk_page
def review(request: Request, desk: Desk, name: str) -> HttpResponse:
    """Say that one has read the text; a second person publishes it."""

    def act() -> str:
        protocols.review(desk, name)
        return reverse("desk:advice_page", args=[name])

    return SeeOther(sent(request, desk, act))


@desk_page
def table(request: Request, desk: Desk, name: str) -> HttpResponse:
    """Show the triage table, and whose approval stands for it."""
    publication = protocols.current(desk.clinic, name)
    if publication is None:
        return redirect("desk:advice_page", name=name)
    protocol = protocols.compiled(publication).protocol
    context = {
        "place": "advice",
        "name": name,
        "title": say(protocol.title, "en"),
        "rows": [row_shown(row, protocol) for row in protocol.triage],
        "approval": protocols.approval(desk.clinic, publication),
        "publication": publication,
        "mine": protocols.is_own(desk.clinic, name),
    }
    return show(request, "desk/table.html", context)


@require_POST
@desk_page
def approve(request: Request, desk: Desk, name: str) -> HttpResponse:
    """Approve the table as a named clinician, or take the approval back."""
    publication = protocols.current(desk.clinic, name)
    if publication is None:
        raise NotYours

    def act() -> str:
        protocols.approve(desk, publication, given=request.POST.get("to") == "approve")
        return reverse("desk:advice_table", args=[name])

    return SeeOther(sent(request, desk, act))


urls: list[URLPattern] = [
    path("advice/", advice, name="advice"),
    path("advice/<slug:name>/", protocol_page, name="advice_page"),
    path("advice/<slug:name>/publish/", publish, name="advice_publish"),
    path("advice/<slug:name>/review/", review, name="advice_review"),
    path("advice/<slug:name>/table/", table, name="advice_table"),
    path("advice/<slug:name>/table/approve/", approve, name="advice_approve"),
    path("advice/<slug:name>/decide/<slug:clause>/", decide, name="advice_decide"),
]
