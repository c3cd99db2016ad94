"""A worry, told to the clinic: whom to call first, then the patient's own words."""

from __future__ import annotations

from django import forms
from django.http import HttpResponse
from django.urls import URLPattern, path, reverse

from aftercare.clinic.forms.requests import Request
from aftercare.clinic.forms.sent import SentForm, answered, show
from aftercare.clinic.patient.doors import phone_page
from aftercare.clinic.patient.frame import framed
from aftercare.clinic.services import concerns, contact, questions
from aftercare.clinic.services.access import Phone

_MISSING = "Write what worries you, or tick a sign."


class WorryForm(SentForm):
    """Own words, and the signs that this clinic has adopted; one of the two is enough."""

    words = forms.CharField(
        label="What worries you?",
        help_text="In your own words. Say where it is, and since when.",
        max_length=1500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"max_length": "Write at most 1,500 letters."},
    )
    signs = forms.MultipleChoiceField(
        label="Do you have one of these signs now?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def offer(self, flags: tuple[str, ...]) -> WorryForm:
        """Offer the signs as ticks."""
        field = self.fields["signs"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 - for the type checker
        field.choices = [(str(number), flag) for number, flag in enumerate(flags)]
        return self

    def clean(self) -> None:
        """Ask for words or a sign."""
        super().clean()
        if not self.errors and not self.cleaned_data["words"] and not self.cleaned_data["signs"]:
            self.add_error("words", _MISSING)


@phone_page
def worried(request: Request, phone: Phone) -> HttpResponse:
    """Take a worry down and lead to where the patient sees who has read it."""
    form, flags = _form(request, phone)
    done = answered(request, phone, form, lambda: _tell(phone, form, flags))
    if done:
        return done
    form.fields["words"].required = True  # it is asked for, and not called optional on the page
    return show(request, "patient/worried.html", framed(phone, "worried"), form)


def _form(request: Request, phone: Phone) -> tuple[WorryForm, tuple[str, ...]]:
    found = contact.contact(phone.course)
    flags = found.red_flags if found else ()
    if request.method == "POST":
        return WorryForm(request.POST).offer(flags), flags
    return WorryForm(initial=asked_before(request, phone)).offer(flags), flags


def asked_before(request: Request, phone: Phone) -> dict[str, str]:
    """Begin with the question that led here, so that nobody types twice."""
    id_ = request.GET.get("answer")
    return {"words": questions.access_answer(phone, id_).asked} if id_ else {}


def _tell(phone: Phone, form: WorryForm, flags: tuple[str, ...]) -> str:
    """Tell it; a sign makes it urgent and stands in the words, so that it is read."""
    signs = [flags[int(number)] for number in form.cleaned_data["signs"]]
    ticked = ["I have this sign: " + sign for sign in signs]
    words = "\n".join(filter(None, [form.cleaned_data["words"].strip(), *ticked]))
    concern = concerns.tell_worry(phone, words, urgent=bool(signs))
    return reverse("patient:conversation", args=[phone.course.address, concern.pk])


urls: list[URLPattern] = [
    path("c/<str:address>/worried/", worried, name="worried"),
]
