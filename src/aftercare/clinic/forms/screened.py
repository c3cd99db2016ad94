"""The questions before a treatment, and a patient's details, as forms made from a protocol."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from aftercare.clinic.forms.sent import SentForm
from aftercare.clinic.services import screening
from aftercare.clinic.ui.face import area_name
from aftercare.core.protocol.facts import options
from aftercare.core.protocol.model import Fact, Protocol, say

if TYPE_CHECKING:
    from aftercare.clinic.services.screening import Screening

ANSWERS = (("no", "No"), ("yes", "Yes"), ("unknown", "I do not know"))
SKIN = (
    ("1", "Always burns, never tans"),
    ("2", "Burns easily, tans a little"),
    ("3", "Sometimes burns, tans slowly"),
    ("4", "Burns a little, tans easily"),
    ("5", "Hardly ever burns, tans deeply: brown skin"),
    ("6", "Never burns: dark brown or black skin"),
    ("unknown", "I do not know"),
)


class FactsForm(SentForm):
    """Every fact of the protocol but the areas, which the clinic decides."""

    def __init__(
        self, protocol: Protocol, lang: str, *args: Any, staff: bool = False, **kwargs: Any
    ) -> None:
        """Make a field of each question; nothing is chosen beforehand.

        ``staff`` are given Fitzpatrick's numbers with the words.
        """
        super().__init__(*args, **kwargs)
        self.protocol = protocol
        for name, fact in protocol.facts.items():
            if fact.kind != "areas":
                offered = named(fact) if staff else choices(fact)
                self.fields[f"fact-{name}"] = _asked(say(fact.ask, lang), offered)

    def facts(self, known: dict[str, Any]) -> dict[str, Any]:
        """Give the facts as answered; what was not asked stays as it is known."""
        said = {
            str(name): self.cleaned_data[f"fact-{name}"]
            for name in self.protocol.facts
            if f"fact-{name}" in self.fields
        }
        declared = {str(name): "unknown" for name in self.protocol.facts}
        return {**declared, **{n: v for n, v in known.items() if n in declared}, **said}


class ScreeningForm(FactsForm):
    """The facts, and every stop that the clinic has adopted."""

    def __init__(self, protocol: Protocol, lang: str, *args: Any, **kwargs: Any) -> None:
        """Add a field for each stop."""
        super().__init__(protocol, lang, *args, **kwargs)
        self.stops = screening.stops(protocol)
        for stop in self.stops:
            self.fields[f"stop-{stop.id}"] = _asked(say(stop.ask, lang), ANSWERS)

    def answers(self) -> dict[str, str]:
        """Give the answer to each stop."""
        return {str(stop.id): self.cleaned_data[f"stop-{stop.id}"] for stop in self.stops}


def as_said(last: Screening | None) -> dict[str, Any]:
    """Give the answers of last time, so that only what has changed must be chosen."""
    if last is None:
        return {}
    facts = {f"fact-{name}": value for name, value in last.facts.items()}
    return {**facts, **{f"stop-{name}": value for name, value in last.stops.items()}}


def _asked(words: str, choices: Any) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=words,
        choices=choices,
        widget=forms.RadioSelect,
        error_messages={"required": f"Choose an answer: {words}"},
    )


def choices(fact: Fact) -> tuple[tuple[str, str], ...]:
    """Give what can be answered, in words; "I do not know" is always an answer."""
    if fact.kind == "fitzpatrick":
        return SKIN
    if fact.kind == "yes-no-unknown":
        return ANSWERS
    words = tuple((each, _words(fact, each)) for each in options(fact))
    return (*words, ("unknown", "I do not know"))


def named(fact: Fact) -> tuple[tuple[str, str], ...]:
    """Give the same for staff: a skin type with its number."""
    if fact.kind != "fitzpatrick":
        return choices(fact)
    return tuple((n, f"Fitzpatrick {n}: {w}" if n.isdigit() else w) for n, w in SKIN)


def _words(fact: Fact, value: str) -> str:
    words = area_name(value) if fact.kind == "areas" else value.replace("_", " ")
    return words[:1].upper() + words[1:]


def told(protocol: Protocol, facts: dict[str, Any], lang: str) -> list[tuple[str, str]]:
    """Say facts to staff: each question with its answer in words."""
    found = []
    for name, fact in protocol.facts.items():
        words = dict(named(fact))
        value = facts.get(str(name), "unknown")
        given = value if isinstance(value, list) else [value]
        said = ", ".join(word for each, word in words.items() if each in given)
        found.append((say(fact.ask, lang), said))
    return found
