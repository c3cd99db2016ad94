"""The forms of a consent: a question, the agreements, the signature."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from aftercare.clinic.forms.sent import SentForm
from aftercare.core.consent.text import Paragraph

_YES_NO = (("yes", "Yes"), ("no", "No"))


class AskForm(SentForm):
    """A question while reading."""

    words = forms.CharField(
        label="Your question",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Write your question."},
    )


class AgreeForm(SentForm):
    """Yes or no to each of one page's agreements; nothing is chosen beforehand."""

    def __init__(
        self, offered: Iterable[Paragraph], said: Mapping[str, str], *args: Any, **kwargs: Any
    ) -> None:
        """Make a field of each; what was answered before stands there again."""
        super().__init__(*args, **kwargs)
        self.names = [each.clause for each in offered]
        for each in offered:
            self.fields[f"agreement-{each.clause}"] = forms.ChoiceField(
                label=each.text,
                choices=_YES_NO,
                initial=said.get(each.clause),
                widget=forms.RadioSelect,
                error_messages={"required": f"Choose yes or no: {each.text}"},
            )

    def answers(self) -> dict[str, str]:
        """Give each answer by its clause."""
        return {name: self.cleaned_data[f"agreement-{name}"] for name in self.names}


class SignForm(SentForm):
    """A name, and a drawing if one likes; on the clinic's own device a witness instead."""

    name = forms.CharField(
        label="Your full name",
        max_length=120,
        error_messages={"required": "Type your full name."},
    )
    path = forms.CharField(required=False, max_length=60_000, widget=forms.HiddenInput)
    witness = forms.CharField(
        label="Witness",
        help_text="If you cannot sign yourself: the name of who saw you agree.",
        max_length=120,
        required=False,
    )

    def __init__(self, here: bool, *args: Any, **kwargs: Any) -> None:
        """Offer a witness only where staff stand beside: ``here``, on the clinic's device."""
        super().__init__(*args, **kwargs)
        if not here:
            del self.fields["witness"]

    def signature(self) -> dict[str, str]:
        """Give the signature as it was made: drawn, typed or witnessed."""
        given = {name: self.cleaned_data.get(name, "") for name in ("name", "path", "witness")}
        how = "witnessed" if given["witness"] else "drawn" if given["path"] else "typed"
        return {"how": how, **given}
