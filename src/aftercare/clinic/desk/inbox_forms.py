"""The forms of an entry, and words to start a reply with."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.safestring import SafeString

from aftercare.clinic.forms.sent import SentForm

_COME = "Please come in, so that we can look at your skin. Call us on {phone} to find a time."
STARTS = {
    "call": ("Please call us today", "Please call us today on {phone}."),
    "review": ("Come in for a review", _COME),
    "how": ("Better or worse?", "Is it the same, better or worse than yesterday?"),
}
"""None of them calms: what is fine, a person says in their own words."""

BOTH, DONE = "both", "done"
_WRITES = {"reply", BOTH, "call"}


class ActForm(SentForm):
    """Whatever is done with an entry: words for the patient, and what becomes of the entry."""

    words = forms.CharField(
        required=False,
        max_length=1900,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"max_length": "This is too long. Write it in 1,900 letters or fewer."},
    )
    tab = forms.CharField(required=False)
    then = forms.CharField(required=False)
    until = forms.CharField(required=False)

    def clean(self) -> dict[str, Any]:
        """Refuse what would be sent without words, and to put away words that were not sent."""
        given = super().clean() or {}
        then, words = given.get("then"), str(given.get("words", "")).strip()
        if "words" not in self.errors and then in _WRITES and not words:
            self.add_error("words", "This is empty. Write it in a few words.")
        if then == DONE and words:
            message = "These words were not sent. Reply first, or empty the box."
            self.add_error("words", message)
        return given


def starts(phone: str) -> dict[str, tuple[str, str]]:
    """Give each start by its key: what its chip says, and the words it puts into the box."""
    return {key: (label, words.format(phone=phone)) for key, (label, words) in STARTS.items()}


def started(key: str, typed: str, phone: str) -> str:
    """Give the box with the words of a start added to what was typed."""
    _, words = starts(phone).get(key, ("", ""))
    return f"{typed.strip()} {words}".strip()


def reply_box(form: ActForm, name: str) -> SafeString:
    """Write the box; the key R leads into it."""
    attributes: dict[str, str | bool] = {"placeholder": f"Reply to {name}", "data-key": "r"}
    return form["words"].as_widget(attrs=attributes)
