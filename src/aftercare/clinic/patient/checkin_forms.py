"""The check-in's answers: all of them on every page, those of other pages hidden.

Nothing is kept between the pages but in the form itself, so that Back and a second tab work.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.html import format_html

from aftercare.clinic.forms.sent import SentForm
from aftercare.clinic.services.checkins import open_conditions
from aftercare.clinic.services.courses import Aftercare
from aftercare.core.checkin.answers import (
    NONE,
    Answers,
    as_last_time,
    reported,
    ticked,
    to_ask,
    unsaid,
)
from aftercare.core.checkin.pages import felt_and_seen
from aftercare.core.protocol.facts import options
from aftercare.core.protocol.model import say
from aftercare.core.protocol.scalars import SEVERITIES, Name

FELT, SEEN, HOW, OPEN, CHECK = PAGES = (1, 2, 3, 4, 5)
_YES_NO = (("yes", "Yes"), ("no", "No"), ("", "I am not sure"))
_BOTH = "You ticked “None of these” and something else. Choose one."
_OPTIONAL = {"areas", "words", "others"}
_LISTS = (("felt", FELT, "feel"), ("noticed", SEEN, "see"))


class CheckInForm(SentForm):
    """The answers of all pages; ``page`` is the one that was filled in."""

    page = forms.TypedChoiceField(
        choices=[(each, each) for each in PAGES], coerce=int, widget=forms.HiddenInput
    )
    felt = forms.MultipleChoiceField(
        label="What do you feel?",
        help_text="Tick everything that you feel now.",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    noticed = forms.MultipleChoiceField(
        label="What do you see?",
        help_text="Look in a mirror, in good light. Tick everything that you see now.",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    others = forms.BooleanField(required=False)
    areas = forms.MultipleChoiceField(
        label="Where is it?", required=False, widget=forms.CheckboxSelectMultiple
    )
    words = forms.CharField(
        label="Anything else?",
        help_text="In your own words. Somebody at your clinic will read it.",
        max_length=800,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": "Write at most 800 letters."},
    )

    def __init__(self, care: Aftercare, *args: Any, **kwargs: Any) -> None:
        """Make the fields from the protocol that asks, and from what is still open."""
        super().__init__(*args, **kwargs)
        self.care, self.protocol = care, care.compiled.protocol
        self.lang = care.course.patient.language
        self.waiting = open_conditions(care)
        felt, seen = felt_and_seen(self.protocol)
        none = (NONE, "None of these")
        self._offer("felt", [*((each, self.name(each)) for each in felt), none])
        self._offer("noticed", [*((each, self._look(each)) for each in seen), none])
        self._offer("areas", [(area, area.replace("_", " ").capitalize()) for area in _areas(care)])
        severities = [(each, each.capitalize()) for each in SEVERITIES]
        for name in (*felt, *seen):
            self.fields[f"how_{name}"] = _radios(self._ask(name), severities)
        for name in self.waiting:
            self.fields[f"is_{name}"] = _radios(self.condition(name), _YES_NO)

    def _offer(self, field: str, choices: Iterable[tuple[str, Any]]) -> None:
        self.fields[field].choices = list(choices)  # type: ignore[attr-defined]  # it is one of choices

    # ------------------------------------------------------------ words

    def name(self, symptom: str) -> str:
        """Name a symptom as the patient reads it."""
        words = say(self.protocol.symptoms[Name(symptom)].text, self.lang)
        return f"{words[:1].upper()}{words[1:]}"

    def condition(self, name: str) -> str:
        """Ask about a condition in the protocol's words."""
        return say(self.protocol.conditions[Name(name)].ask, self.lang)

    def _ask(self, symptom: str) -> str:
        return say(self.protocol.symptoms[Name(symptom)].ask, self.lang)

    def _look(self, symptom: str) -> Any:
        """Say what to look for: the protocol's question; of an infection its signs."""
        signs = [say(sign.text, self.lang) for sign in self.protocol.symptoms[Name(symptom)].signs]
        lead = f"{self.name(symptom)}, one or more:" if signs else self.name(symptom)
        return format_html("{}<small>{}</small>", lead, " ".join(signs) or self._ask(symptom))

    # ------------------------------------------------------------ answers

    def value(self, field: str) -> Any:
        """Give an answer as it stands, on whatever page it was given."""
        return self[field].value()

    @cached_property
    def answers(self) -> Answers:
        """The ticks and severities of all pages."""
        how = {name[4:]: self.value(name) or "" for name in self.fields if name.startswith("how_")}
        felt, seen = (tuple(self.value(name) or ()) for name in ("felt", "noticed"))
        return Answers(felt, seen, how, bool(self.value("others")))

    @cached_property
    def ticked(self) -> list[str]:
        """The symptoms that were ticked."""
        return ticked(self.protocol, self.answers)

    @cached_property
    def symptoms(self) -> dict[str, str]:
        """Each symptom that was answered."""
        return reported(self.protocol, self.answers)

    @cached_property
    def open(self) -> list[str]:
        """The conditions that are asked about."""
        return to_ask(self.protocol, self.waiting, self.symptoms)

    @property
    def conditions(self) -> dict[str, str]:
        """The open conditions that were answered; "not sure" is no report."""
        answers = {name: self.value(f"is_{name}") for name in self.open}
        return {name: answer for name, answer in answers.items() if answer}

    @property
    def unsaid(self) -> list[str]:
        """The names of the symptoms that nothing was said about on their own list."""
        return [self.name(name).lower() for name in unsaid(self.protocol, self.answers)]

    # ------------------------------------------------------------ pages

    def pages(self) -> list[int]:
        """Give the pages that are needed: where nothing is ticked, nobody asks how bad it is."""
        return [each for each in PAGES if each != HOW or self.ticked]

    def shown(self, page: int) -> list[BoundField]:
        """Give the fields of a page; what it asks is not called optional on it."""
        names = {
            FELT: ["felt"],
            SEEN: ["noticed"],
            HOW: [*(f"how_{each}" for each in self.ticked), "others"],
            OPEN: [*(f"is_{each}" for each in self.open), "areas", "words"],
        }
        found = [self[name] for name in names.get(page, [])]
        for field in found:
            field.field.required = field.name not in _OPTIONAL
        return found

    def hidden(self, page: int) -> list[BoundField]:
        """Give the fields of all other pages."""
        here = {field.name for field in self.shown(page)} | {"page", "version"}
        return [self[name] for name in self.fields if name not in here]

    def clean(self) -> dict[str, Any]:
        """Look at what the page that was sent needs; the last one needs it all."""
        page = self.cleaned_data.get("page")
        for field, its, verb in _LISTS:
            self._look_at_list(field, verb, asked=page == its)
        if page in {HOW, CHECK}:
            for name in (each for each in self.ticked if not self.symptoms[each]):
                self.add_error(f"how_{name}", f"Choose how bad it is: {self.name(name)}.")
        if page == CHECK and not self.symptoms:
            self.add_error("felt", "You have not answered yet. Go back, and tick what you feel.")
        return self.cleaned_data

    def _look_at_list(self, field: str, verb: str, *, asked: bool) -> None:
        chosen = self.cleaned_data.get(field) or []
        if NONE in chosen and len(chosen) > 1:
            self.add_error(field, _BOTH)
        elif asked and not chosen and field not in self.errors:
            self.add_error(field, f"Tick what you {verb}, or “None of these”.")


def filled_as(
    care: Aftercare, symptoms: Mapping[str, str], conditions: Mapping[str, str]
) -> dict[str, Any]:
    """Fill the form with an earlier check-in's answers."""
    answers = as_last_time(care.compiled.protocol, symptoms)
    given: dict[str, Any] = {"felt": list(answers.felt), "noticed": list(answers.seen)}
    given |= {f"how_{name}": how for name, how in answers.how.items()}
    return given | {f"is_{name}": answer for name, answer in conditions.items()}


def _radios(label: str, choices: Iterable[tuple[str, str]]) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, choices=list(choices), required=False, widget=forms.RadioSelect
    )


def _areas(care: Aftercare) -> list[str]:
    """Offer where the treatment was; all that the protocol knows, if that was not noted."""
    areas = {area for treatment in care.treatments for area in treatment.areas}
    facts = [fact for fact in care.compiled.protocol.facts.values() if fact.kind == "areas"]
    return sorted(areas) or [area for fact in facts for area in options(fact)]
