"""The inbox: a list, an entry, and what is done with it. One decision clears one row."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from aftercare.clinic.desk import inbox_rows
from aftercare.clinic.desk.doors import desk_page
from aftercare.clinic.desk.inbox_acts import ACTS
from aftercare.clinic.desk.inbox_forms import ActForm, reply_box, started, starts
from aftercare.clinic.desk.inbox_shown import shown
from aftercare.clinic.forms.requests import Request
from aftercare.clinic.forms.sent import SeeOther, answered
from aftercare.clinic.services import concerns, inbox, people
from aftercare.clinic.services.access import Desk, access_concern
from aftercare.clinic.services.entry import entry
from aftercare.clinic.services.refusals import NotYours, Stale

OK, CONFLICT, UNPROCESSABLE = 200, 409, 422


@desk_page
def inbox_page(request: Request, desk: Desk) -> HttpResponse:
    """Show the list; beside it, where to begin."""
    listed = inbox_rows.listed(desk, inbox_rows.tab_of(request.GET.get("tab")))
    return render(request, "desk/inbox.html", listed)


@desk_page
def concern_page(request: Request, desk: Desk, id_: UUID) -> HttpResponse:
    """Show one entry beside the list."""
    return _show(request, desk, id_, ActForm(), inbox_rows.tab_of(request.GET.get("tab")))


def _show(  # noqa: PLR0913, PLR0917 - a page is who, what, the form, where and how it went
    request: Request,
    desk: Desk,
    id_: UUID,
    form: ActForm,
    tab: str,
    status: int = 200,
    verb: str = "reply",
) -> HttpResponse:
    """Show an entry with a form on its way: that of the reply, or that of a call."""
    blank = ActForm(auto_id="other_%s")
    reply, call = (blank, form) if verb == "call" else (form, blank)
    found = shown(desk, entry(desk, id_))
    context = {**inbox_rows.listed(desk, tab), **found, "form": reply, "call_form": call}
    context |= {
        "reply_box": reply_box(reply, found["patient"].name),
        "call_hint": f"{found['patient'].name} can read it: “We called you. …”",
        "starts": starts(desk.clinic.phone),
        "list_href": inbox_rows.list_href(tab),
        "stale": status == CONFLICT,
        "form_errors": status != OK,
    }
    return render(request, "desk/concern.html", context, status=status)


@desk_page
def act(request: Request, desk: Desk, id_: UUID, verb: str) -> HttpResponse:
    """Do something with an entry; if it is cleared by that, lead to the next one."""
    tab = inbox_rows.tab_of(request.POST.get("tab"))
    if verb not in ACTS:
        raise NotYours
    if request.method != "POST":
        return SeeOther(inbox_rows.href(access_concern(desk, id_), tab))
    if "start" in request.POST:
        return _start(request, desk, id_, tab)
    form = ActForm(request.POST)
    try:
        done = answered(request, desk, form, lambda: _act(desk, id_, verb, form, tab))
    except Stale:
        return _show(request, desk, id_, form, tab, CONFLICT, verb)
    return done or _show(request, desk, id_, form, tab, UNPROCESSABLE, verb)


def _act(desk: Desk, id_: UUID, verb: str, form: ActForm, tab: str) -> str:
    concern = access_concern(desk, id_)
    if not ACTS[verb](desk, concern, form):
        return inbox_rows.href(concern, tab)
    following = inbox.following(desk, concern, tab)
    return inbox_rows.href(following, tab) if following else inbox_rows.list_href(tab)


def _start(request: Request, desk: Desk, id_: UUID, tab: str) -> HttpResponse:
    """Put the words of a start into the box; nothing is sent."""
    key, typed = request.POST["start"], request.POST.get("words", "")
    form = ActForm(initial={"words": started(key, typed, desk.clinic.phone)})
    return _show(request, desk, id_, form, tab)


@require_POST
@desk_page
def see(request: Request, desk: Desk, id_: UUID) -> HttpResponse:
    """Note that a person has read it. Told twice, it is noted once, so it needs no key."""
    concern = access_concern(desk, id_)
    concerns.see(desk, concern)
    if request.htmx:
        return render(request, "desk/inbox_seen.html", shown(desk, entry(desk, id_)))
    return SeeOther(inbox_rows.href(concern, inbox_rows.tab_of(request.POST.get("tab"))))


@require_POST
@desk_page
def switch_keys(request: Request, desk: Desk) -> HttpResponse:
    """Switch the inbox's keys on or off for oneself; saying it twice changes nothing."""
    people.set_keys(desk, on=request.POST.get("on") == "yes")
    page = request.POST.get("back", "")
    safe = page.startswith("/") and url_has_allowed_host_and_scheme(page, allowed_hosts=None)
    return SeeOther(page if safe else inbox_rows.list_href("open"))


urls: list[URLPattern] = [
    path("inbox/", inbox_page, name="inbox"),
    path("inbox/keys/", switch_keys, name="inbox_keys"),
    path("inbox/<uuid:id_>/", concern_page, name="concern"),
    path("inbox/<uuid:id_>/seen/", see, name="concern_seen"),
    path("inbox/<uuid:id_>/<slug:verb>/", act, name="concern_act"),
]
