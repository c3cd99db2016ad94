"""A form on its way: validated, sent once, led on; or shown again with what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from aftercare.clinic.forms.requests import Request
from aftercare.clinic.services.access import Desk, Phone, hashed
from aftercare.clinic.services.once import once
from aftercare.clinic.services.refusals import Refused

UNPROCESSABLE = 422


class SentForm(forms.Form):
    """A form that the server validates; ``version`` is that of the row it was made from."""

    use_required_attribute = False
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    @property
    def seen(self) -> int:
        """The version of the row when the form was made; 0 where none was sent."""
        return self.cleaned_data.get("version") or 0


class SeeOther(HttpResponseRedirect):
    """Lead on after a form was sent: the next page is fetched, and never sent again."""

    status_code = 303


def answered(
    request: Request,
    door: Desk | Phone,
    form: forms.Form,
    act: Callable[[], str],
    *,
    apart: str = "",
) -> HttpResponse | None:
    """Send a form that is valid, once; nothing where it must be shown (again).

    ``act`` does the work and gives the address that is led to. What it refuses is put at the
    form's fields. ``apart`` keeps apart what one page may be sent with several times.
    """
    if request.method != "POST" or not form.is_valid():
        return None
    try:
        return SeeOther(sent(request, door, act, apart=apart))
    except Refused as refusal:
        blame(form, refusal)
        return None


def sent(request: Request, door: Desk | Phone, act: Callable[[], str], *, apart: str = "") -> str:
    """Do ``act`` unless this very form was sent before; give the address that it led to."""
    key, body = str(request.POST.get("once", "")), dict(request.POST.lists())
    if key and apart:
        key = hashed(f"{key} {apart}")
    return once(door, key, body, act)


def blame(form: forms.Form, refusal: Refused) -> None:
    """Put what a service refused at the fields it belongs to, the rest above the form."""
    at_fields = {name: p for name, p in refusal.fields.items() if name in form.fields}
    for name, problem in at_fields.items():
        form.add_error(name, str(problem))
    for problem in refusal.problems:
        if problem not in at_fields.values():
            form.add_error(None, str(problem))


def show(
    request: Request,
    template: str,
    context: Mapping[str, Any],
    form: forms.Form | None = None,
) -> HttpResponse:
    """Show a page; one whose form has errors says so with its status and its title."""
    wrong = form is not None and form.is_bound and bool(form.errors)
    status = UNPROCESSABLE if wrong else 200
    return render(request, template, {**context, "form": form, "form_errors": wrong}, status=status)
