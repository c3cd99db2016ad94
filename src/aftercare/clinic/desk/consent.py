"""A consent on the desk: read, talked about, handed over, answered, confirmed, taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_POST

from aftercare.clinic.desk import consent_forms as given
from aftercare.clinic.desk.consent_acts import ACTS, FORMS
from aftercare.clinic.desk.consent_shown import permissions, shown
from aftercare.clinic.desk.doors import desk_page
from aftercare.clinic.desk.handing import qr_page
from aftercare.clinic.forms.devices import remember
from aftercare.clinic.forms.requests import Request
from aftercare.clinic.forms.sent import SeeOther, SentForm, answered, sent, show
from aftercare.clinic.services import consents, links
from aftercare.clinic.services.access import Desk, access_consent, access_treatment
from aftercare.clinic.services.evidence import proofs
from aftercare.clinic.services.refusals import NotYours

if TYPE_CHECKING:
    from aftercare.clinic.services.history import Consent


def _here(consent: Consent) -> str:
    return reverse("desk:consent", args=[consent.pk])


@desk_page
def consent_page(request: Request, desk: Desk, id_: UUID) -> HttpResponse:
    """Show a consent with all that can be done with it."""
    return _show(request, desk, access_consent(desk, id_))


def _show(
    request: Request, desk: Desk, consent: Consent, verb: str = "", form: SentForm | None = None
) -> HttpResponse:
    """Show the page, with one form on its way; the others are as new."""
    context = shown(desk, consent)
    forms = {name: kind(auto_id=f"{name}_%s") for name, kind in FORMS.items()}
    if form is not None:
        forms[verb] = form
    forms["withdraw"].offer(permissions(context["text"], context["now"]))  # type: ignore[attr-defined]  # FORMS holds it
    context |= {"forms": forms, "asked": request.POST.get("question", "")}
    return show(request, "desk/consent.html", context, form)


@desk_page
def consent_print(request: Request, desk: Desk, id_: UUID) -> HttpResponse:
    """Show everything of a consent on paper."""
    return render(request, "desk/consent_print.html", shown(desk, access_consent(desk, id_)))


@require_POST
@desk_page
def prepare(request: Request, desk: Desk, id_: UUID) -> HttpResponse:
    """Prepare a consent for a treatment; an earlier one is replaced by it."""

    def act() -> str:
        return _here(consents.prepare_consent(desk, access_treatment(desk, id_)))

    return SeeOther(sent(request, desk, act))


@require_POST
@desk_page
def act(request: Request, desk: Desk, id_: UUID, verb: str) -> HttpResponse:
    """Do one thing with a consent; what is refused is said at its form."""
    if verb not in ACTS:
        raise NotYours
    consent = access_consent(desk, id_)
    form = FORMS[verb](request.POST, auto_id=f"{verb}_%s")
    if isinstance(form, given.WithdrawForm):
        text, now = consents.text_of(consent), consents.stands(consent, desk.at)
        form.offer(permissions(text, now))

    def do() -> str:
        ACTS[verb](desk, consent, form)
        return f"{_here(consent)}#{verb}"

    return answered(request, desk, form, do) or _show(request, desk, consent, verb, form)


@require_POST
@desk_page
def show_code(request: Request, desk: Desk, id_: UUID) -> HttpResponse:
    """Hand a consent over by a QR code on this screen."""
    consent = access_consent(desk, id_)
    return qr_page(request, desk, consent.treatment.course, consent, _here(consent))


@require_POST
@desk_page
def hand_device(request: Request, desk: Desk, id_: UUID) -> HttpResponse:
    """Make this very device the patient's: staff are signed out before the patient holds it."""
    consent = access_consent(desk, id_)
    made: list[str] = []

    def act() -> str:
        secret = links.hand_over(desk, consent.treatment.course, consent, here=True)
        made.append(links.accept_handover(secret, "", desk.at)[1])
        return reverse("patient:consent", args=[consent.treatment.course.address])

    response = SeeOther(sent(request, desk, act))
    logout(request)
    return remember(response, made[0]) if made else response


@desk_page
def bundle(request: Request, desk: Desk, id_: UUID) -> HttpResponse:
    """Give the bundle that proves a signed consent, as its patient has it."""
    del request
    data = proofs.bundle(proofs.sealed_of(access_consent(desk, id_)))
    kept = {"Content-Disposition": 'attachment; filename="consent.zip"'}
    return HttpResponse(data, "application/zip", headers=kept)


urls: list[URLPattern] = [
    path("treatments/<uuid:id_>/consent/prepare/", prepare, name="consent_prepare"),
    path("consents/<uuid:id_>/", consent_page, name="consent"),
    path("consents/<uuid:id_>/consent.zip", bundle, name="consent_bundle"),
    path("consents/<uuid:id_>/print/", consent_print, name="consent_print"),
    path("consents/<uuid:id_>/qr/", show_code, name="consent_qr"),
    path("consents/<uuid:id_>/here/", hand_device, name="consent_here"),
    path("consents/<uuid:id_>/<slug:verb>/", act, name="consent_act"),
]
