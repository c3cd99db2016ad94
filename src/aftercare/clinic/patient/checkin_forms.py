"""The check-in's answers: all of them on every page, those of other pages hidden.

Nothing is kept between the pages but in the form itself, so that Back and a second tab work.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.html import format_html

from aftercare.clinic.forms.sent import SentForm
from aftercare.clinic.services.checkins import open_conditions
from aftercare.clinic.services.courses import Aftercare
from aftercare.core.checkin.pages import felt_and_seen
from aftercare.core.problems import listed
from aftercare.core.protocol.facts import options
from aftercare.core.protocol.model import say
from aftercare.core.protocol.scalars import SEVERITIES, Name

NONE = "none-of-these"
FELT, SEEN, HOW, OPEN, CHECK = 1, 2, 3, 4, 5
PAGES = (FELT, SEEN, HOW, OPEN, CHECK)
_YES_NO = (("yes", "Yes"), ("no", "No"), ("", "I am not sure"))
_BOTH = "You ticked “None of these” and something else. Choose one."


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
        self.lists = felt_and_seen(self.protocol)
        self.asked = open_conditions(care)
        self._offer("felt", [*self._names(self.lists[0]), (NONE, "None of these")])
        self._offer("noticed", [*self._seen(), (NONE, "None of these")])
        self._offer("areas", [(area, _said(area)) for area in self._areas()])
        for name in (*self.lists[0], *self.lists[1]):
            self.fields[f"how_{name}"] = self._how(name)
        for name in self.asked:
            self.fields[f"is_{name}"] = self._condition(name)

    # ------------------------------------------------------------ what is offered

    def _offer(self, field: str, choices: Iterable[tuple[str, Any]]) -> None:
        found = self.fields[field]
        assert isinstance(found, forms.MultipleChoiceField)  # noqa: S101 - for the type checker
        found.choices = list(choices)

    def name(self, symptom: str) -> str:
        """Name a symptom as the patient reads it."""
        words = say(self.protocol.symptoms[Name(symptom)].text, self.lang)
        return f"{words[:1].upper()}{words[1:]}"

    def _names(self, symptoms: Iterable[str]) -> list[tuple[str, Any]]:
        return [(each, self.name(each)) for each in symptoms]

    def _seen(self) -> list[tuple[str, Any]]:
        """Ask what is seen with the protocol's own question; an infection by its signs."""
        found: list[tuple[str, Any]] = []
        for each in self.lists[1]:
            symptom = self.protocol.symptoms[Name(each)]
            signs = [say(sign.text, self.lang) for sign in symptom.signs]
            more = " ".join(signs) or say(symptom.ask, self.lang)
            lead = f"{self.name(each)}, one or more:" if signs else self.name(each)
            found.append((each, format_html("{}<small>{}</small>", lead, more)))
        return found

    def _areas(self) -> list[str]:
        """Offer where the treatment was; all that the protocol knows, if that was not noted."""
        areas = {a for treatment in self.care.treatments for a in treatment.areas}
        facts = [fact for fact in self.protocol.facts.values() if fact.kind == "areas"]
        return sorted(areas) or [area for fact in facts for area in options(fact)]

    def _how(self, symptom: str) -> forms.ChoiceField:
        return forms.ChoiceField(
            label=say(self.protocol.symptoms[Name(symptom)].ask, self.lang),
            choices=[(each, each.capitalize()) for each in SEVERITIES],
            required=False,
            widget=forms.RadioSelect,
        )

    def _condition(self, name: str) -> forms.ChoiceField:
        return forms.ChoiceField(
            label=say(self.protocol.conditions[Name(name)].ask, self.lang),
            choices=_YES_NO,
            required=False,
            widget=forms.RadioSelect,
        )

    # ------------------------------------------------------------ what was answered

    def value(self, field: str) -> Any:
        """Give an answer as it stands, on whatever page."""
        return self[field].value()

    @property
    def ticked(self) -> list[str]:
        """The symptoms that were ticked, in the protocol's order."""
        chosen = {*(self.value("felt") or ()), *(self.value("noticed") or ())}
        return [each for each in (*self.lists[0], *self.lists[1]) if each in chosen]

    @property
    def open(self) -> list[str]:
        """The conditions to ask about: not those that a symptom reported here answers."""
        told = self.symptoms()
        return [name for name in self.asked if not self._closing(name) & told.keys()]

    def _closing(self, condition: str) -> set[str]:
        closed_by = self.protocol.conditions[Name(condition)].closed_by
        return set() if isinstance(closed_by, str) else set(map(str, closed_by))

    def symptoms(self) -> dict[str, str]:
        """Give each symptom that was answered: "none" only where the patient said so."""
        found = {}
        for field, names in zip(("felt", "noticed"), self.lists, strict=True):
            chosen = self.value(field) or ()
            sure = NONE in chosen or bool(self.value("others"))
            for name in names:
                how = self.value(f"how_{name}")
                if name in chosen:
                    found[name] = how or ""
                elif sure or how == "none":
                    found[name] = "none"
        return found

    def conditions(self) -> dict[str, str]:
        """Give the open conditions that were answered; "not sure" is no report."""
        answers = {name: self.value(f"is_{name}") for name in self.open}
        return {name: answer for name, answer in answers.items() if answer}

    def unconfirmed(self) -> str:
        """Name the symptoms that nothing was said about; empty where there are none."""
        lists = zip(("felt", "noticed"), self.lists, strict=True)
        asked = [
            n for field, names in lists if NONE not in (self.value(field) or ()) for n in names
        ]
        left = [self.name(name).lower() for name in asked if name not in self.ticked]
        return listed(left) if left else ""

    # ------------------------------------------------------------ pages

    def pages(self) -> list[int]:
        """Give the pages that this check-in needs: nothing ticked, nothing to ask "how bad"."""
        return [each for each in PAGES if each != HOW or self.ticked]

    def shown(self, page: int) -> list[BoundField]:
        """Give the fields of a page."""
        names = {
            FELT: ["felt"],
            SEEN: ["noticed"],
            HOW: [*(f"how_{each}" for each in self.ticked), "others"],
            OPEN: [*(f"is_{each}" for each in self.open), "areas", "words"],
            CHECK: [],
        }
        found = [self[name] for name in names[page]]
        for field in found:  # what a page asks is not called optional on it
            field.field.required = field.name not in {"areas", "words", "others"}
        return found

    def hidden(self, page: int) -> list[BoundField]:
        """Give the fields of all other pages."""
        here = {field.name for field in self.shown(page)} | {"page", "version"}
        return [self[name] for name in self.fields if name not in here]

    def clean(self) -> dict[str, Any]:
        """Look at what the page that was left, or the last one, needs."""
        page = self.cleaned_data.get("page")
        last = page == CHECK
        for field, where in (("felt", FELT), ("noticed", SEEN)):
            self._one_or_none(field, asked=page == where)
        if page == HOW or last:
            for name in self.ticked:
                if not self.value(f"how_{name}"):
                    self.add_error(f"how_{name}", f"Choose how bad it is: {self.name(name)}.")
        if last and not self.symptoms():
            self.add_error("felt", "You have not answered yet. Go back, and tick what you feel.")
        return self.cleaned_data

    def _one_or_none(self, field: str, *, asked: bool) -> None:
        chosen = self.cleaned_data.get(field) or []
        if NONE in chosen and len(chosen) > 1:
            self.add_error(field, _BOTH)
        elif asked and not chosen and field not in self.errors:
            verb = "feel" if field == "felt" else "see"
            self.add_error(field, f"Tick what you {verb}, or “None of these”.")


def as_last_time(
    care: Aftercare, last: Mapping[str, str], conditions: Mapping[str, str]
) -> dict[str, Any]:
    """Fill the form as a check-in of before: what was none is none, what was not said is not."""
    given: dict[str, Any] = {f"how_{name}": how for name, how in last.items()}
    for field, names in zip(
        ("felt", "noticed"), felt_and_seen(care.compiled.protocol), strict=True
    ):
        bad = [name for name in names if last.get(name, "none") != "none"]
        all_none = names and all(last.get(name) == "none" for name in names)
        given[field] = bad or ([NONE] if all_none else [])
    return given | {f"is_{name}": answer for name, answer in conditions.items()}


def _said(area: str) -> str:
    return area.replace("_", " ").capitalize()
