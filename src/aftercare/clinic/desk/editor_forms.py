"""The editor's forms: a leaflet to begin with, and a clause field by field, without YAML."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django import forms

from aftercare.clinic.desk.editor_shown import gap_example, gap_hint, gap_label
from aftercare.clinic.forms.sent import SentForm
from aftercare.clinic.services.drafting import spoken
from aftercare.core.problems import Unreadable
from aftercare.core.protocol.edit import quoted, text_of
from aftercare.core.protocol.gaps import ACTIVITY, bare, has_gap
from aftercare.core.protocol.length import Length

if TYPE_CHECKING:
    from aftercare.clinic.services.drafting import Clause
    from aftercare.core.protocol.edit import Gap

VERBS = (
    ("avoid", "Not to do"),
    ("careful", "To do with care"),
    ("do", "To do"),
)
_LENGTH = "As people write it: 3 days, 24 to 36 hours, at least 2 weeks."
_PLAIN = re.compile(r"[A-Za-z0-9][\w ,.'/()-]*")
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]*")


class NewForm(SentForm):
    """A leaflet, as a file or as words."""

    title = forms.CharField(
        label="The treatment",
        help_text="As patients call it: Chemical peel.",
        max_length=60,
        error_messages={"required": "Write the treatment’s name."},
    )
    file = forms.FileField(
        label="Your leaflet", help_text="PDF, Word, HTML, Markdown or plain text.", required=False
    )
    pasted = forms.CharField(
        label="Or paste its words",
        required=False,
        max_length=200_000,
        widget=forms.Textarea(attrs={"rows": 8}),
    )

    def clean(self) -> dict[str, Any] | None:
        """Ask for one of the two."""
        given = super().clean() or self.cleaned_data
        if not given.get("file") and not given.get("pasted", "").strip():
            self.add_error("file", "Choose a file, or paste the words of your leaflet.")
        return given


class TextForm(SentForm):
    """The whole text, for those who like it."""

    source = forms.CharField(
        label="The protocol as text",
        widget=forms.Textarea(attrs={"rows": 30, "spellcheck": "false"}),
        max_length=1_000_000,
        strip=False,
        error_messages={"required": "There is no text."},
    )


class GapsForm(SentForm):
    """Everything outside the clauses that is still to be written."""

    def __init__(self, gaps: list[Gap], *args: Any, **kwargs: Any) -> None:
        """Ask for each, by where it stands."""
        super().__init__(*args, **kwargs)
        for number, gap in enumerate(gaps):
            self.fields[f"gap-{number}"] = forms.CharField(
                label=gap_label(gap.path),
                help_text=gap_hint(gap.path, gap.words),
                required=False,
                max_length=300,
            )
        self.gaps = gaps

    def given(self) -> dict[str, str]:
        """Give what was written, by where it belongs; the examples too, where they are wanted."""
        wanted = "examples" in self.data
        written = {gap.path: self.cleaned_data[f"gap-{n}"] for n, gap in enumerate(self.gaps)}
        return {at: words or (gap_example(at) if wanted else "") for at, words in written.items()}

    @property
    def has_examples(self) -> bool:
        """Whether any of what is asked for shows an example."""
        return any(gap_example(gap.path) for gap in self.gaps)


class LengthField(forms.CharField):
    """A length as people write it; capitals and doubled spaces are let pass."""

    def clean(self, value: Any) -> str:
        """Give it as it is written in a protocol, or say why it is none."""
        said = " ".join(str(super().clean(value)).lower().split())
        try:
            return Length.read(said).written if said else ""
        except Unreadable as problem:
            why = re.sub(r"`([^`]*)`", r"“\1”", f"{problem.message} {problem.remedy}")
            raise forms.ValidationError(why) from None


def _length(label: str, hint: str = _LENGTH) -> LengthField:
    return LengthField(label=label, help_text=hint, required=False, max_length=200)


def _line(label: str, hint: str = "") -> forms.CharField:
    return forms.CharField(label=label, help_text=hint, required=False, max_length=200)


class ClauseForm(SentForm):
    """One clause. What its kind does not have is not asked."""

    words = forms.CharField(
        label="What the patient reads",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=600,
        error_messages={"required": "Write what the patient reads."},
    )
    verb = forms.ChoiceField(label="It says what is", choices=VERBS)
    activities = _line("Activities", "With commas between: sauna, steam, swimming.")
    symptom = _line("Symptoms", "With commas between: redness, swelling.")
    for_ = _length("For how long")
    until = forms.ChoiceField(label="Until", required=False)
    usually = _length("Usually")
    longer = _length("Longer for some")
    from_ = _length("From", "Where it begins later: 5 days.")
    source = _line("Sentences of the leaflet", "Their numbers: 4, 5.")

    ASKED: Mapping[str, tuple[str, ...]] = {
        "advice": ("verb", "activities", "for_", "until", "usually", "from_"),
        "reactions": ("symptom", "usually", "longer"),
        "risks": ("symptom",),
    }
    WRITTEN: Mapping[str, str] = {
        "for_": "for",
        "until": "until",
        "usually": "usually",
        "longer": "longer-for-some",
        "from_": "from",
    }

    def __init__(
        self, clause: Clause, conditions: Mapping[str, str], *args: Any, **kwargs: Any
    ) -> None:
        """Fill in what is written now."""
        self.clause = clause
        kwargs["initial"] = self._now() | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        asked = {"words", "source", "version", *self.ASKED.get(clause.block, ())}
        for name in [each for each in self.fields if each not in asked]:
            del self.fields[name]
        if "until" in self.fields:
            choices = [("", "No condition"), *conditions.items()]
            self.fields["until"].choices = choices  # type: ignore[attr-defined]  # it is a ChoiceField

    def _now(self) -> dict[str, Any]:
        said = self.clause.said
        verb = next((name for name, _ in VERBS if name in said), "avoid")
        now = {name: said.get(key, "") for name, key in self.WRITTEN.items()}
        return now | {
            "words": bare(self.clause.words),
            "verb": verb,
            "activities": _commas(said.get(verb)),
            "symptom": _commas(said.get("symptom")),
            "source": _commas(said.get("source")),
        }

    def given(self, language: str) -> dict[str, str]:
        """Give the fields as they are to be written; "" takes one away."""
        said = self.cleaned_data
        words = {**spoken(self.clause.said), language: said["words"]}
        found = {"ask" if "ask" in self.clause.fields else "text": text_of(words)}
        for name, key in self.WRITTEN.items():
            if name in said:
                found[key] = _plain(said[name])
        if "verb" in said:
            found |= {name: "" for name, _ in VERBS}
            found[said["verb"]] = _list(said["activities"]) or f"[{ACTIVITY}]"
        if "symptom" in said:
            found["symptom"] = _list(said["symptom"])
        source = said["source"].strip()
        numbers = re.fullmatch(r"[\d,\s]*", source) is not None
        found["source"] = f"[{', '.join(re.findall(r'[0-9]+', source))}]" if numbers else ""
        if not numbers:
            found["source"] = quoted(source)
        return found


def _commas(found: Any) -> str:
    """Give a list, or one value, with commas; a gap as nothing."""
    parts = found if isinstance(found, list) else [found or ""]
    return ", ".join(each for each in parts if not has_gap(each))


def _plain(value: str) -> str:
    """Write a value as it is, or in quotes where YAML would read something else."""
    value = value.strip()
    return value if not value or _PLAIN.fullmatch(value) else quoted(value)


def _list(value: str) -> str:
    names = [part.strip().lower().replace(" ", "-") for part in value.split(",")]
    kept = [name if _NAME.fullmatch(name) else quoted(name) for name in names if name]
    return f"[{', '.join(kept)}]" if kept else ""
