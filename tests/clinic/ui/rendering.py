"""Pages of the look without a database: a string of a template, and a form with one of each."""

import re
from pathlib import Path
from typing import Any

from django import forms
from django.template import Context, Engine

import aftercare.clinic.ui

UI = Path(aftercare.clinic.ui.__file__).parent
STATIC = UI / "static" / "ui"
LEVELS = [("none", "None"), ("mild", "Mild"), ("moderate", "Moderate"), ("severe", "Severe")]
AREAS = [("cheeks", "Cheeks"), ("nose", "Nose"), ("back", "Back")]


class Visit(forms.Form):
    use_required_attribute = False
    name = forms.CharField(label="Your full name", help_text="As in your passport.")
    note = forms.CharField(label="Anything else", required=False, widget=forms.Textarea)
    redness = forms.ChoiceField(label="Redness", choices=LEVELS, widget=forms.RadioSelect)
    areas = forms.MultipleChoiceField(
        label="Areas", choices=AREAS, widget=forms.CheckboxSelectMultiple
    )
    agree = forms.BooleanField(label="I have read this page")


def render(source: str, **context: Any) -> str:
    return Engine.get_default().from_string(source).render(Context(context))


def tags(markup: str, name: str) -> list[str]:
    """Give the opening tags of one kind, in order."""
    return re.findall(rf"<{name}\b[^>]*>", markup)


def text(markup: str) -> str:
    """Give the words between the tags."""
    return " ".join(re.sub(r"<[^>]*>", " ", markup).split())
