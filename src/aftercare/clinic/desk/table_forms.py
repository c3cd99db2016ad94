"""The forms of the triage table: a row in a clinician's words, and the days of check-ins."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django import forms

from aftercare.clinic.forms.sent import SentForm
from aftercare.clinic.services.tables import Protocol, TriageRow
from aftercare.core.problems import Unreadable
from aftercare.core.protocol.edit import quoted
from aftercare.core.protocol.facts import fitting, options
from aftercare.core.protocol.gaps import has_word_gap
from aftercare.core.protocol.length import Length
from aftercare.core.protocol.model import say
from aftercare.core.protocol.scalars import ANY_SEVERITY

LEVELS = (
    ("urgent", "Urgent: they contact you the same day"),
    ("contact", "Contact: they tell you"),
    ("watch", "Watch: they keep an eye on it"),
    ("expected", "Expected: it is what they were told"),
)
_SEVERITY = (
    (ANY_SEVERITY.written, "Any"),
    ("severe", "Severe"),
    ("moderate or worse", "Moderate or severe"),
    ("moderate or less", "Mild or moderate"),
    ("moderate", "Moderate"),
    ("mild", "Mild"),
)
_AFTER = (
    ("", "From the treatment on"),
    ("usually", "Once what is usual is over"),
    ("longest", "Once the longest that was told is over"),
    ("length", "From a time after the treatment"),
)
_NEW = {"severity": ANY_SEVERITY.written}
_TICKS = forms.CheckboxSelectMultiple


class RowForm(SentForm):
    """One row of the table. The first row that fits a symptom gives its level."""

    level = forms.ChoiceField(label="The level", choices=LEVELS, widget=forms.RadioSelect)
    symptom = forms.MultipleChoiceField(
        label="Of which symptoms",
        widget=_TICKS,
        error_messages={"required": "Choose at least one symptom."},
    )
    severity = forms.ChoiceField(label="How bad", choices=_SEVERITY)
    after = forms.ChoiceField(label="When", choices=_AFTER, required=False)
    length = forms.CharField(
        label="Which time after the treatment", help_text="3 days, or 48 hours.", required=False
    )
    trend = forms.BooleanField(label="Only when it is worse than last time", required=False)
    beside = forms.MultipleChoiceField(
        label="Only beside one of these", widget=_TICKS, required=False
    )
    because = forms.CharField(
        label="Why",
        help_text="For the clinician who approves the table.",
        max_length=300,
        error_messages={"required": "Say why: a clinician approves it by that."},
    )

    def __init__(self, protocol: Protocol, row: TriageRow | None, *args: Any, **kw: Any) -> None:
        """Offer the protocol's symptoms and facts, and fill in what the row says now."""
        self.was = tuple(map(str, row.symptom)) if row else ()
        kw["initial"] = (_now(row, protocol) if row else _NEW) | kw.get("initial", {})
        super().__init__(*args, **kw)
        lang = str(protocol.language)
        names = [(str(n), say(each.text, lang)) for n, each in protocol.symptoms.items()]
        for name in ("symptom", "beside"):
            self.fields[name].choices = names  # type: ignore[attr-defined]  # it is a MultipleChoiceField
        self.facts = {str(name): options(fact) for name, fact in protocol.facts.items()}
        for name, values in self.facts.items():
            self.fields[f"when-{name}"] = forms.MultipleChoiceField(
                label=f"Only where {name.replace('_', ' ')} is",
                choices=[(each, each.replace("_", " ")) for each in values],
                widget=_TICKS,
                required=False,
            )

    def clean(self) -> dict[str, Any] | None:
        """Read the time, where one is chosen."""
        given = super().clean() or self.cleaned_data
        length = given.get("length", "").strip()
        if given.get("after") == "length" and not length:
            self.add_error("length", "Write the time: 3 days, or 48 hours.")
        elif given.get("after") == "length":
            try:
                Length.read(length)
            except Unreadable as problem:
                self.add_error("length", f"{problem.message} {problem.remedy}")
        return given

    def given(self) -> dict[str, str]:
        """Give the row's fields as they are to be written; "" takes one away."""
        said = self.cleaned_data
        after = said["length"].strip() if said["after"] == "length" else said["after"]
        severity = "" if said["severity"] == ANY_SEVERITY.written else said["severity"]
        when = {name: said[f"when-{name}"] for name in self.facts if said[f"when-{name}"]}
        pairs = ", ".join(f"{name}: {_list(values)}" for name, values in when.items())
        return {
            "level": said["level"],
            "symptom": _list(sorted(said["symptom"], key=self._place)),
            "severity": severity,
            "after": after,
            "trend": "worse" if said["trend"] else "",
            "together-with": _list(said["beside"]),
            "when": f"{{{pairs}}}" if pairs else "",
            "because": quoted(said["because"]),
        }

    def _place(self, symptom: str) -> int:
        """Keep the order that a row has."""
        return self.was.index(symptom) if symptom in self.was else len(self.was)


def _now(row: TriageRow, protocol: Protocol) -> dict[str, Any]:
    told = row.after if isinstance(row.after, str | None) else "length"
    chosen: Mapping[str, Any] = {
        f"when-{name}": sorted(fitting(protocol.facts[name], values)[0])
        for name, values in row.when.items()
        if name in protocol.facts
    }
    return {
        "level": row.level,
        "symptom": list(map(str, row.symptom)),
        "severity": row.severity.written,
        "after": told or "",
        "length": row.after.written if isinstance(row.after, Length) else "",
        "trend": row.trend == "worse",
        "beside": list(map(str, row.together_with)),
        "because": "" if has_word_gap(row.because) else str(row.because),
        **chosen,
    }


def _list(values: list[str]) -> str:
    return f"[{', '.join(map(quoted, values))}]" if values else ""


class DaysForm(SentForm):
    """The days on which patients are asked how they are."""

    days = forms.RegexField(
        r"^[\d\s,]+$",
        label="Patients are asked on these days",
        help_text="With commas between: 1, 3, 7. The day of the treatment is 0.",
        max_length=200,
        error_messages={
            "required": "Write at least one day.",
            "invalid": "Write days with commas between: 1, 3, 7.",
        },
    )

    def given(self) -> list[int]:
        """Give the days as numbers."""
        return [int(each) for each in re.findall(r"\d+", self.cleaned_data["days"])]
