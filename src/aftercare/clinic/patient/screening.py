"""Questions before the treatment: what the protocol must know, and what may stop it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse

from aftercare.clinic.forms.requests import Request
from aftercare.clinic.forms.sent import SentForm, answered, show
from aftercare.clinic.patient.doors import phone_page
from aftercare.clinic.services import courses, screening
from aftercare.clinic.services.access import Phone
from aftercare.core.protocol.facts import options
from aftercare.core.protocol.model import Fact, Protocol, say

if TYPE_CHECKING:
    from aftercare.clinic.services.entry import Treatment

_ANSWERS = (("no", "No"), ("yes", "Yes"), ("unknown", "I do not know"))
_SKIN = (
    ("1", "Always burns, never tans"),
    ("2", "Burns easily, tans a little"),
    ("3", "Sometimes burns, tans slowly"),
    ("4", "Burns a little, tans easily"),
    ("5", "Hardly ever burns, tans deeply: brown skin"),
    ("6", "Never burns: dark brown or black skin"),
    ("unknown", "I do not know"),
)


class ScreeningForm(SentForm):
    """Every fact that a patient can answer, and every stop that the clinic has adopted."""

    def __init__(self, protocol: Protocol, lang: str, *args: Any, **kwargs: Any) -> None:
        """Make a field of each question; nothing is chosen beforehand."""
        super().__init__(*args, **kwargs)
        self.protocol, self.stops = protocol, screening.stops(protocol)
        for name, fact in protocol.facts.items():
            if fact.kind != "areas":  # the clinic decides where it treats
                self.fields[f"fact-{name}"] = _asked(say(fact.ask, lang), _choices(fact))
        for stop in self.stops:
            self.fields[f"stop-{stop.id}"] = _asked(say(stop.ask, lang), _ANSWERS)

    def facts(self, known: dict[str, Any]) -> dict[str, Any]:
        """Give the facts as answered; what was not asked stays as it is known."""
        said = {
            str(name): self.cleaned_data[f"fact-{name}"]
            for name in self.protocol.facts
            if f"fact-{name}" in self.fields
        }
        declared = {str(name): "unknown" for name in self.protocol.facts}
        return {**declared, **{n: v for n, v in known.items() if n in declared}, **said}

    def answers(self) -> dict[str, str]:
        """Give the answer to each stop."""
        return {str(stop.id): self.cleaned_data[f"stop-{stop.id}"] for stop in self.stops}


def _asked(words: str, choices: Any) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=words,
        choices=choices,
        widget=forms.RadioSelect,
        error_messages={"required": f"Choose an answer: {words}"},
    )


def _choices(fact: Fact) -> tuple[tuple[str, str], ...]:
    if fact.kind == "fitzpatrick":
        return _SKIN
    if fact.kind == "yes-no-unknown":
        return _ANSWERS
    named = tuple((each, each.replace("_", " ").capitalize()) for each in options(fact))
    return (*named, ("unknown", "I do not know"))


@phone_page
def before(request: Request, phone: Phone) -> HttpResponse:
    """Ask everything, show the answers to be checked, and keep them."""
    planned = courses.planned(phone.course)
    if not planned:
        return redirect("patient:today", address=phone.course.address)
    return _ask(request, phone, planned[0])


def _ask(request: Request, phone: Phone, treatment: Treatment) -> HttpResponse:
    protocol, lang = screening.protocol_of(treatment), phone.patient.language
    posted = request.POST if request.method == "POST" else None
    form = ScreeningForm(protocol, lang, posted, initial=_said(treatment))
    context = {"back_href": reverse("patient:today", args=[phone.course.address])}
    if request.POST.get("go") == "check" and form.is_valid():
        rows = [(field, _label(field)) for field in form.visible_fields()]
        return show(request, "patient/screening_check.html", context | {"rows": rows}, form)
    if request.POST.get("go") == "send":
        done = answered(request, phone, form, lambda: _keep(phone, treatment, form))
        if done:
            return done
    return show(request, "patient/screening.html", context, form)


def _said(treatment: Treatment) -> dict[str, Any]:
    """Give the answers of last time, so that only what has changed must be chosen."""
    last = screening.last_screening(treatment)
    if last is None:
        return {}
    facts = {f"fact-{name}": value for name, value in last.facts.items()}
    return {**facts, **{f"stop-{name}": value for name, value in last.stops.items()}}


def _label(field: forms.BoundField) -> str:
    choices = dict(field.field.choices)  # type: ignore[attr-defined]  # each is a ChoiceField
    return str(choices.get(field.value(), ""))


def _keep(phone: Phone, treatment: Treatment, form: ScreeningForm) -> str:
    screening.record_screening(phone, treatment, form.facts(treatment.facts), form.answers())
    return reverse("patient:before_done", args=[phone.course.address])


@phone_page
def before_done(request: Request, phone: Phone) -> HttpResponse:
    """Thank for the answers; a stop is for the clinic to talk about, not to alarm."""
    planned = courses.planned(phone.course)
    last = screening.last_screening(planned[0]) if planned else None
    if last is None:
        return redirect("patient:today", address=phone.course.address)
    talk = bool(screening.blocked(planned[0], last))
    return show(request, "patient/screening_done.html", {"talk": talk})


urls: list[URLPattern] = [
    path("c/<str:address>/before/", before, name="before"),
    path("c/<str:address>/before/done/", before_done, name="before_done"),
]
