"""The people of a clinic: invited, given a role, let go and taken back."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.urls import URLPattern, path, reverse

from aftercare.clinic.desk.doors import desk_page
from aftercare.clinic.forms.requests import Request
from aftercare.clinic.forms.sent import SentForm, answered, show
from aftercare.clinic.services import people
from aftercare.clinic.services.access import Desk, only

_ROLES = (
    ("owner", "Owner: changes settings, decides, publishes"),
    ("clinician", "Clinician: decides, publishes, approves the table"),
    ("nurse", "Nurse: treats, answers the inbox"),
    ("reception", "Reception: plans, answers the inbox"),
)


class PersonForm(SentForm):
    """Somebody's name and what they do."""

    name = forms.CharField(
        label="Name", max_length=120, error_messages={"required": "Enter the name."}
    )
    role = forms.ChoiceField(
        label="What they do",
        choices=_ROLES,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what they do."},
    )


class InviteForm(PersonForm):
    """The same, with the address that the invitation goes to."""

    email = forms.EmailField(
        label="Email address",
        error_messages={
            "required": "Enter the email address.",
            "invalid": "Enter an email address like name@clinic.example.",
        },
    )
    field_order = ("email", "name", "role")


class ChangeForm(PersonForm):
    """The same, with whether they still work here."""

    is_active = forms.BooleanField(
        label="Works here", help_text="Without this tick they cannot sign in.", required=False
    )


@desk_page
def people_page(request: Request, desk: Desk) -> HttpResponse:
    """Show everybody, and invite somebody."""
    form = InviteForm(request.POST if request.method == "POST" else None)

    def act() -> str:
        people.invite(desk, form.cleaned_data)
        return reverse("desk:people")

    done = answered(request, desk, form, act)
    context = {"place": "settings", "everybody": people.people(desk.clinic)}
    return done or show(request, "desk/people.html", context, form)


@desk_page
def person_page(request: Request, desk: Desk, id_: UUID) -> HttpResponse:
    """Change somebody's name or role, or let them go."""
    only(desk.person.may_manage)
    whom = people.access_person(desk, id_)
    now = {
        "name": whom.name,
        "role": whom.role,
        "is_active": whom.is_active,
        "version": whom.version,
    }
    form = ChangeForm(request.POST if request.method == "POST" else None, initial=now)

    def act() -> str:
        people.change_person(desk, id_, form.cleaned_data, form.seen)
        return reverse("desk:people")

    done = answered(request, desk, form, act)
    return done or show(request, "desk/person.html", {"place": "settings", "whom": whom}, form)


urls: list[URLPattern] = [
    path("settings/people/", people_page, name="people"),
    path("settings/people/<uuid:id_>/", person_page, name="person"),
]
