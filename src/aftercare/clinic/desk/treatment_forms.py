"""The forms of a treatment, one an act."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from aftercare.clinic.forms.screened import FactsForm, choices
from aftercare.clinic.forms.sent import SentForm
from aftercare.clinic.services import screening, treatments
from aftercare.clinic.ui.inputs import DayAndClockInput, DayInput
from aftercare.core.protocol.model import say
from aftercare.exchange.barcode import read_product

if TYPE_CHECKING:
    from aftercare.clinic.services.entry import Treatment


def _lines(label: str, hint: str = "", *, required: bool = True) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        required=required,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "This is empty. Say it in a few words."},
    )


def _moment(label: str) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=40,
        widget=DayAndClockInput,
        error_messages={"required": "Enter the day and the time."},
    )


class SoonerForm(SentForm):
    """Why a treatment may come before the time for reflection is over."""

    reason = _lines("Why it may be sooner", "It is kept with your name.")


class ConfirmForm(SentForm):
    """On the day: the patient still wants it."""

    words = _lines("What the patient said", required=False)


class DecideForm(SentForm):
    """A decision on a stop."""

    stop = forms.CharField(widget=forms.HiddenInput)
    treat = forms.ChoiceField(
        label="Your decision",
        choices=[("no", "Do not treat"), ("yes", "Treat in spite of it")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether to treat."},
    )
    reason = _lines("Why", "It is kept with your name.")


class TimeForm(SentForm):
    """When it was really done."""

    when = _moment("When it was done")
    reason = _lines("Why it is corrected")


class DetailsForm(FactsForm):
    """What is really known of the patient, the treated areas too."""

    def __init__(self, treatment: Treatment, *args: Any, **kwargs: Any) -> None:
        """Ask everything anew, and why."""
        protocol = screening.protocol_of(treatment)
        lang = str(protocol.language)
        super().__init__(protocol, lang, *args, staff=True, **kwargs)
        for name, fact in protocol.facts.items():
            if fact.kind == "areas":
                self.fields[f"fact-{name}"] = _areas(say(fact.ask, lang), choices(fact)[:-1])
        self.fields["reason"] = _lines("Why they are corrected")

    def clean(self) -> dict[str, Any] | None:
        """Keep areas that nobody named as unknown."""
        cleaned = super().clean() or self.cleaned_data
        return {name: value if value != [] else "unknown" for name, value in cleaned.items()}


def _areas(label: str, offered: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label,
        choices=offered,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


class LabelForm(SentForm):
    """A cartridge's label, to be read into the record; nothing of it is kept."""

    code = forms.CharField(
        label="Code of the label",
        help_text="Scan it, or type what is printed: (01)… (17)… (10)…",
        required=False,
        strip=False,
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    photo = forms.FileField(
        label="Photograph of the label",
        help_text="It is read and not kept.",
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )


_MISSING = {
    "lot": "Enter the cartridge’s lot.",
    "expiry": "Enter the cartridge’s last day.",
    "device": "Enter the device.",
    "needle_mm": "Enter the needle length.",
    "passes": "Enter how many passes.",
    "areas": "Choose at least one area.",
}


class RecordForm(SentForm):
    """What was done. What the protocol asks to be noted is required, the rest optional."""

    lot = forms.CharField(label="Cartridge lot", required=False, max_length=60)
    gtin = forms.CharField(label="Product number, GTIN", required=False, max_length=40)
    expiry = forms.DateField(
        label="Use by",
        required=False,
        widget=DayInput,
        error_messages={"invalid": "This is no day. Choose one, or write it as 2027-06-30."},
    )
    device = forms.CharField(label="Device", required=False, max_length=120)
    needle_mm = forms.DecimalField(
        label="Needle length, in mm",
        required=False,
        min_value=0,
        max_value=5,
        max_digits=3,
        decimal_places=2,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
        error_messages={"invalid": "This is no length. Write it as 1.5."},
    )
    passes = forms.IntegerField(
        label="Passes",
        required=False,
        min_value=1,
        max_value=50,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={"invalid": "This is no number. Write it as 3."},
    )
    areas = _areas("Treated areas", ())
    when = _moment("When it ended")
    note = _lines("Note", required=False)

    def __init__(self, treatment: Treatment, *args: Any, **kwargs: Any) -> None:
        """Offer the protocol's areas, and require what it asks to be recorded."""
        super().__init__(*args, **kwargs)
        facts = screening.protocol_of(treatment).facts.values()
        offered = next((choices(fact)[:-1] for fact in facts if fact.kind == "areas"), ())
        self.fields["areas"].choices = offered  # type: ignore[attr-defined]  # it is a MultipleChoiceField
        for name in treatments.needed(treatment):
            self.fields[name].required = True
            self.fields[name].error_messages["required"] = _MISSING[name]

    def clean_lot(self) -> str:
        """Keep a lot in capitals: typed or scanned, it is the same lot at a recall."""
        return str(self.cleaned_data["lot"]).upper()

    def clean_gtin(self) -> str:
        """Keep a product's number with all its digits, its check digit right."""
        number, problems = read_product(self.cleaned_data["gtin"])
        if problems:
            raise forms.ValidationError(str(problems[0]))
        return number

    def clean_needle_mm(self) -> Any:
        """Keep a length above nothing."""
        length = self.cleaned_data["needle_mm"]
        if length == 0:
            raise forms.ValidationError("A needle has a length. Write it as 1.5.")
        return length

    def given(self) -> dict[str, Any]:
        """Give what was done, as it is kept."""
        return {name: self.cleaned_data[name] for name in treatments.DETAILS}


class NotedForm(RecordForm):
    """What was really done, and why it is corrected."""

    when = None  # type: ignore[assignment]  # so Django leaves a field of the parent out
    reason = _lines("Why it is corrected")
