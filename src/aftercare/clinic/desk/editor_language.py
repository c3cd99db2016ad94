"""Another language beside the clinic's own: sentence by sentence, checked by a name."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_POST

from aftercare.clinic.desk.doors import desk_page
from aftercare.clinic.desk.editor_shown import language_named
from aftercare.clinic.forms.requests import Request
from aftercare.clinic.forms.sent import SeeOther, SentForm, answered, sent, show
from aftercare.clinic.services import drafting
from aftercare.clinic.services.access import Desk
from aftercare.clinic.services.refusals import NotYours
from aftercare.core.protocol.gaps import bare, is_unwritten
from aftercare.core.protocol.translate import Spoken, languages, spoken


class LanguageForm(SentForm):
    """Every sentence of the text, with a place for its translation."""

    def __init__(self, said: list[Spoken], own: str, language: str, *args: Any, **kw: Any) -> None:
        """Ask for each; what stands in the clinic's own language is the label."""
        super().__init__(*args, **kw)
        self.said = said
        for number, each in enumerate(said):
            self.fields[f"say-{number}"] = forms.CharField(
                label=bare(each.words.get(own, each.path)),
                initial=each.words.get(language, ""),
                required=False,
                max_length=600,
                widget=forms.Textarea(attrs={"rows": 2, "lang": language}),
            )

    def given(self) -> dict[str, str]:
        """Give what was written, by where it belongs."""
        return {each.path: self.cleaned_data[f"say-{n}"] for n, each in enumerate(self.said)}


@desk_page
def language_page(request: Request, desk: Desk, name: str, language: str) -> HttpResponse:
    """Show both side by side, and keep what is sent."""
    row = drafting.own(desk, name)
    own = drafting.language_of(row)
    if len(language) != 2 or not language.isalpha() or language == own:
        raise NotYours
    data = request.POST if request.method == "POST" else None
    said = [each for each in spoken(row.source) if not is_unwritten(each.words.get(own, ""))]
    form = LanguageForm(said, own, language, data, initial={"version": row.version})

    def keep() -> str:
        drafting.translate(desk, row, language, form.given(), form.seen)
        return reverse("desk:editor_language", args=[name, language])

    done = answered(request, desk, form, keep)
    context = {
        "place": "advice",
        "name": name,
        "language": language,
        "named": language_named(language),
        "row": row,
        "checked": drafting.checked_by(row, language),
        "there": language in languages(row.source, own),
    }
    return done or show(request, "desk/editor_language.html", context, form)


@require_POST
@desk_page
def check(request: Request, desk: Desk, name: str, language: str) -> HttpResponse:
    """Say that it was compared, by name."""
    row = drafting.own(desk, name)
    form = SentForm(request.POST)
    form.is_valid()

    def act() -> str:
        drafting.check_translation(desk, row, language, form.seen)
        return reverse("desk:editor_language", args=[name, language])

    return SeeOther(sent(request, desk, act))


urls: list[URLPattern] = [
    path("advice/<slug:name>/language/<slug:language>/", language_page, name="editor_language"),
    path("advice/<slug:name>/language/<slug:language>/check/", check, name="editor_checked"),
]
