"""The forms of a patient: their details, and a treatment that is planned for them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms

from aftercare.clinic.desk.planned import when
from aftercare.clinic.forms.sent import SentForm
from aftercare.clinic.services import patients, people, protocols
from aftercare.clinic.services.access import Desk
from aftercare.clinic.ui.inputs import ClockInput, DayInput
from aftercare.core.plan.days import local_date
from aftercare.core.protocol.model import say

if TYPE_CHECKING:
    from aftercare.clinic.services.patients import Course, Patient

_NO_DAY = "This is no day. Choose one, or write it as 2026-11-27."


class PatientForm(SentForm):
    """A patient's details."""

    name = forms.CharField(
        label="Full name",
        max_length=120,
        error_messages={"required": "Enter the patient's name."},
    )
    born = forms.DateField(
        label="Date of birth",
        required=False,
        widget=DayInput,
        error_messages={"invalid": _NO_DAY},
    )
    email = forms.EmailField(
        label="Email",
        required=False,
        max_length=254,
        error_messages={"invalid": "This is no email address. Write it as name@example.com."},
    )
    phone = forms.CharField(label="Phone", required=False, max_length=40)
    note = forms.CharField(
        label="Note for staff",
        help_text="The patient does not see it.",
        required=False,
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    another = forms.BooleanField(label="This is another person", required=False)

    def __init__(self, desk: Desk, *args: Any, **kwargs: Any) -> None:
        """Keep the day: nobody is born after it."""
        super().__init__(*args, **kwargs)
        self.today = local_date(desk.at, desk.zone)

    def clean_born(self) -> date | None:
        """Refuse a birth that has not come, or is out of memory."""
        born: date | None = self.cleaned_data["born"]
        if born and not date(self.today.year - 120, 1, 1) <= born <= self.today:
            raise forms.ValidationError("This cannot be a date of birth. Look at the year.")
        return born

    def given(self) -> dict[str, Any]:
        """Give the details as they are kept."""
        return {
            name: self.cleaned_data[name] for name in ("name", "born", "email", "phone", "note")
        }


class VisitForm(SentForm):
    """When a treatment is to be, and who does it."""

    planned_on = forms.DateField(
        label="Day",
        widget=DayInput,
        error_messages={"required": "Choose a day.", "invalid": _NO_DAY},
    )
    planned_time = forms.TimeField(
        label="Time",
        required=False,
        widget=ClockInput,
        error_messages={"invalid": "This is no time. Write it as 14:30."},
    )
    practitioner = forms.ChoiceField(
        label="Practitioner", error_messages={"required": "Choose who treats."}
    )

    def __init__(self, desk: Desk, *args: Any, **kwargs: Any) -> None:
        """Offer those who work for the clinic."""
        super().__init__(*args, **kwargs)
        self.today = local_date(desk.at, desk.zone)
        self.people = {str(p.pk): p for p in people.people(desk.clinic) if p.is_active}
        named = [(id_, person.name) for id_, person in self.people.items()]
        self.fields["practitioner"].choices = named  # type: ignore[attr-defined]  # it is a ChoiceField

    def clean_planned_on(self) -> date:
        """Refuse a day that is over."""
        day: date = self.cleaned_data["planned_on"]
        if day < self.today:
            raise forms.ValidationError("This day is over. Choose today or a later one.")
        return day

    def given(self) -> dict[str, Any]:
        """Give the day, the time and the practitioner."""
        found = {name: self.cleaned_data[name] for name in ("planned_on", "planned_time")}
        return {**found, "practitioner": self.people[self.cleaned_data["practitioner"]]}


class PlanForm(VisitForm):
    """A treatment in an open course, or as the first of a new one."""

    what = forms.ChoiceField(
        label="What is planned",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose a treatment."},
    )
    field_order = ("what", "planned_on", "planned_time", "practitioner")

    def __init__(self, desk: Desk, patient: Patient, *args: Any, **kwargs: Any) -> None:
        """Offer what is published, and the courses that one more treatment may join."""
        super().__init__(desk, *args, **kwargs)
        self.published = protocols.published(desk.clinic)
        titles = {each.name: _title(each) for each in self.published}
        self.open = {
            str(each.pk): each
            for each in patients.open_courses(desk, patient)
            if each.protocol in titles
        }
        joins = [(id_, _joining(titles[c.protocol], c)) for id_, c in self.open.items()]
        new = [(f"new {name}", f"{title}, as a new course") for name, title in titles.items()]
        self.fields["what"].choices = [*joins, *new]  # type: ignore[attr-defined]  # it is a ChoiceField
        self.fields["what"].initial = (joins or new or [("", "")])[0][0]
        self.fields["practitioner"].initial = str(desk.person.pk)

    @property
    def course(self) -> Course | None:
        """The course that is joined; nothing for a new one."""
        return self.open.get(self.cleaned_data["what"])

    def given(self) -> dict[str, Any]:
        """Give what is planned, too."""
        return {**super().given(), "protocol": self.cleaned_data["what"].removeprefix("new ")}


def _title(publication: Any) -> str:
    protocol = protocols.compiled(publication).protocol
    return say(protocol.title, str(protocol.language))


def _joining(title: str, course: Course) -> str:
    """Say which course it is, by its last treatment."""
    last = [each for each in course.treatments.all() if each.state != "cancelled"]
    about = f", after {when(last[-1])}" if last else ", not begun"
    return f"{title}, in the open course{about}"
