"""Consent, one topic a page: read, ask, agree, check, sign. Each step is a POST of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse

from aftercare.clinic.forms.requests import Request
from aftercare.clinic.forms.sent import SentForm, answered, show
from aftercare.clinic.patient.consent_forms import AgreeForm, AskForm, SignForm
from aftercare.clinic.patient.doors import phone_page
from aftercare.clinic.services import agreeing, consents
from aftercare.clinic.services.access import Phone, access_own_consent
from aftercare.clinic.services.evidence.sealing import statement
from aftercare.clinic.services.refusals import NotYours
from aftercare.core.consent.changes import changes
from aftercare.core.consent.events import Standing
from aftercare.core.consent.text import ConsentText
from aftercare.core.plan.say import near

if TYPE_CHECKING:
    from aftercare.clinic.services.history import Consent

AGREE, PERMIT, CHECK, SIGN = "agree", "permit", "check", "sign"


@dataclass(frozen=True)
class Reading:
    """A consent on a patient's phone: its text, where it stands, and the pages in order."""

    phone: Phone
    consent: Consent
    text: ConsentText
    now: Standing

    @property
    def pages(self) -> list[str]:
        """The topics, then what is agreed to, what is allowed, the check and the signature."""
        topics = [section.id for section in self.text.sections]
        more = [AGREE] if self.text.agreements else []
        return [*topics, *more, *([PERMIT] if self.text.permissions else []), CHECK, SIGN]

    def href(self, page: str) -> str:
        """Give a page's address."""
        return reverse("patient:consent_page", args=[*self._here, page])

    @property
    def _here(self) -> list[Any]:
        return [self.phone.course.address, self.consent.pk]

    def after(self, page: str) -> str:
        """Give the address of the page that follows."""
        return self.href(self.pages[self.pages.index(page) + 1])

    def frame(self, page: str) -> dict[str, Any]:
        """Give what every page shows: how far, where Back leads, what was asked."""
        place = self.pages.index(page)
        start = reverse("patient:consent", args=[self.phone.course.address])
        return {
            "step": place + 1,
            "steps": len(self.pages),
            "back_href": self.href(self.pages[place - 1]) if place else start,
            "ask_href": reverse("patient:consent_ask", args=[*self._here, page]),
            "asked": questions(self.phone, self.consent),
            "text": self.text,
        }


def reading(phone: Phone, id_: UUID) -> Reading:
    """Fetch one's own consent to read it."""
    consent = access_own_consent(phone, id_)
    text = consents.text_of(consent)
    return Reading(phone, consent, text, consents.stands(consent, phone.at))


def questions(phone: Phone, consent: Consent) -> list[dict[str, Any]]:
    """Give what was asked while reading, each with its answers."""
    found: dict[str, dict[str, Any]] = {}
    for event in consents.events_of(consent):
        data, when = event.data, near(event.at, phone.at, phone.zone)
        if event.kind == "asked":
            found[data["question"]] = {"words": data["words"], "when": when, "answers": []}
        elif event.kind == "answered" and data["question"] in found:
            answer = {"words": data["words"], "by": event.by, "when": when}
            found[data["question"]]["answers"].append(answer)
    return list(found.values())


@phone_page
def start(request: Request, phone: Phone) -> HttpResponse:
    """Say where the consent stands, and what can be done about it."""
    consent = agreeing.own_consent(phone)
    back = {"back_href": reverse("patient:today", args=[phone.course.address])}
    if consent is None:
        return show(request, "patient/consent_none.html", back)
    own = reading(phone, consent.pk)
    if own.now.state not in consents.BEFORE:
        return show(request, "patient/consent_stands.html", back | standing_words(own))
    return show(request, "patient/consent_start.html", back | _start(own))


def _start(own: Reading) -> dict[str, Any]:
    unread = [section.id for section in own.text.sections if section.id not in own.now.read]
    before = agreeing.signed_before(own.phone, own.consent)
    old = consents.text_of(before) if before else None
    return {
        "text": own.text,
        "pages": len(own.pages),
        "begun": bool(own.now.read),
        "go_href": own.href(unread[0] if unread else own.pages[len(own.text.sections)]),
        "changes": changes(old, own.text) if old else [],
        "renewed": old is not None,
        "asked": questions(own.phone, own.consent),
    }


def standing_words(own: Reading) -> dict[str, Any]:
    """Give what is shown of a consent that is signed, or over."""
    words = {each.clause: each.text for each in own.text.permissions}
    zone, at = own.phone.zone, own.phone.at
    return {
        "now": own.now,
        "text": own.text,
        "consent": own.consent,
        "signed": near(own.now.signed_at, at, zone) if own.now.signed_at else "",
        "given": [words[name] for name, given in own.now.permissions.items() if given],
        "here": own.phone.device.here,
    }


@phone_page
def page(request: Request, phone: Phone, id_: UUID, page_: str) -> HttpResponse:
    """Show one page, and keep what is sent from it."""
    own = reading(phone, id_)
    if own.now.state not in consents.BEFORE:
        return redirect("patient:consent", address=phone.course.address)
    if page_ not in own.pages:
        raise NotYours
    show_page = {AGREE: _agree, PERMIT: _agree, CHECK: _check, SIGN: _sign}.get(page_, _topic)
    return show_page(request, own, page_)


def _topic(request: Request, own: Reading, page_: str) -> HttpResponse:
    """Show a topic; "Continue" says that it was read."""
    section = next(each for each in own.text.sections if each.id == page_)
    form = SentForm(request.POST if request.method == "POST" else None)

    def act() -> str:
        consents.read_section(own.phone, own.consent, page_)
        return own.after(page_)

    context = own.frame(page_) | {"section": section, "ask_form": AskForm(auto_id="ask_%s")}
    done = answered(request, own.phone, form, act)
    return done or show(request, "patient/consent_topic.html", context, form)


def _agree(request: Request, own: Reading, page_: str) -> HttpResponse:
    """Ask for each agreement, or for each separate permission, yes or no."""
    offered = own.text.agreements if page_ == AGREE else own.text.permissions
    form = AgreeForm(offered, own.now.agreed, request.POST if request.method == "POST" else None)

    def act() -> str:
        consents.agree(own.phone, own.consent, form.answers(), form.names)
        return own.after(page_)

    context = own.frame(page_) | {"needed": page_ == AGREE}
    done = answered(request, own.phone, form, act)
    return done or show(request, "patient/consent_agree.html", context, form)


def _check(request: Request, own: Reading, page_: str) -> HttpResponse:
    """Show everything once more before it is signed."""
    said = [
        (each.text, own.now.agreed.get(each.clause, ""), own.href(place))
        for place, offered in ((AGREE, own.text.agreements), (PERMIT, own.text.permissions))
        for each in offered
    ]
    unread = [(s.title, own.href(s.id)) for s in own.text.sections if s.id not in own.now.read]
    talk = next((e for e in consents.events_of(own.consent) if e.kind == "explained"), None)
    context = {
        "answers": said,
        "unread": unread,
        "talk": talk,
        "unanswered": own.now.unanswered,
        "go_href": own.href(SIGN),
    }
    return show(request, "patient/consent_check.html", own.frame(page_) | context)


def _sign(request: Request, own: Reading, page_: str) -> HttpResponse:
    """Sign: drawn, typed, or ticked before a witness on the clinic's own device."""
    here = own.phone.device.here
    form = SignForm(here, request.POST if request.method == "POST" else None)

    ready = None
    if form.is_bound and form.is_valid():  # an authority is asked before anything is locked
        ready = consents.draft_signature(own.phone, own.consent, form.signature())

    def act() -> str:
        consents.sign_consent(own.phone, own.consent, form.signature(), ready)
        return reverse("patient:consent", args=[own.phone.course.address])

    done = answered(request, own.phone, form, act)
    said = {"here": here, "ready": _ready(own), "statement": statement(own.text)}
    context = own.frame(page_) | said
    return done or show(request, "patient/consent_sign.html", context, form)


def _ready(own: Reading) -> bool:
    agreed = all(own.now.agreed.get(each.clause) == "yes" for each in own.text.agreements)
    read = all(section.id in own.now.read for section in own.text.sections)
    return agreed and read and not own.now.unanswered


@phone_page
def ask(request: Request, phone: Phone, id_: UUID, page_: str) -> HttpResponse:
    """Keep a question, and lead back to the page on which it was asked."""
    own = reading(phone, id_)
    section = next((each for each in own.text.sections if each.id == page_), None)
    if section is None:
        raise NotYours
    if request.method != "POST":
        return redirect(own.href(page_))
    form = AskForm(request.POST, auto_id="ask_%s")

    def act() -> str:
        agreeing.ask_in_consent(phone, own.consent, page_, form.cleaned_data["words"])
        return f"{own.href(page_)}#asked"

    done = answered(request, phone, form, act)
    context = own.frame(page_) | {"section": section, "ask_form": form}
    return done or show(request, "patient/consent_topic.html", context, form)


urls: list[URLPattern] = [
    path("c/<str:address>/consent/", start, name="consent"),
    path("c/<str:address>/consent/<uuid:id_>/<slug:page_>/", page, name="consent_page"),
    path("c/<str:address>/consent/<uuid:id_>/<slug:page_>/ask/", ask, name="consent_ask"),
]
