"""The forms of a consent on the desk, one an act."""

from __future__ import annotations

from django import forms

from aftercare.clinic.forms.sent import SentForm
from aftercare.clinic.ui.inputs import DayAndClockInput
from aftercare.core.consent.events import TREATMENT


def _lines(label: str, hint: str = "", empty: str = "") -> forms.CharField:
    """Make a box for words; with ``empty``, what is said where there are none."""
    return forms.CharField(
        label=label,
        help_text=hint,
        required=bool(empty),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": empty},
    )


class TalkForm(SentForm):
    """The talk: as much a part of consent as the form."""

    mattered = _lines(
        "What mattered to this patient",
        "In their own words, if you can.",
        "Write what mattered to this patient.",
    )
    alternatives = _lines(
        "Which alternatives you spoke about",
        "Other treatments, or waiting.",
        "Write which alternatives you spoke about.",
    )
    nothing = forms.BooleanField(
        label="We spoke about doing nothing, and what would follow from it",
        error_messages={"required": "Doing nothing is a choice, too. Speak about it first."},
    )
    when = forms.CharField(
        label="When",
        help_text="Leave it empty if it was just now.",
        required=False,
        max_length=20,
        widget=DayAndClockInput,
    )

    def talk(self) -> dict[str, str]:
        """Give the talk as it is kept."""
        given = self.cleaned_data
        kept = {name: given[name].strip() for name in ("mattered", "alternatives", "when")}
        kept["nothing"] = "spoken about"
        return {name: words for name, words in kept.items() if words}


class AnswerForm(SentForm):
    """An answer to a question that the patient asked while reading."""

    question = forms.CharField(widget=forms.HiddenInput)
    words = _lines("Your answer", "", "Write your answer.")


class ConfirmForm(SentForm):
    """On the day: the patient still wants it."""

    words = _lines("What the patient said")


class AddendumForm(SentForm):
    """A note to a signed consent."""

    words = _lines(
        "What is to be added", "The signed text stays as it is.", "Write what is to be added."
    )


class WithdrawForm(SentForm):
    """What the patient took back, by phone or by word of mouth."""

    scope = forms.ChoiceField(
        label="What the patient takes back",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what the patient takes back."},
    )
    words = _lines("What the patient said, and how", "", "Write what the patient said, and how.")

    def offer(self, permissions: list[tuple[str, str]]) -> WithdrawForm:
        """Offer the treatment, and each permission that stands."""
        choices = [(TREATMENT, "The consent to the treatment"), *permissions]
        self.fields["scope"].choices = choices  # type: ignore[attr-defined]  # it is a ChoiceField
        return self


class PlainForm(SentForm):
    """An act without words."""
