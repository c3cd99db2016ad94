"""What a patient would read: the clinic looks at any day, for any facts, before it publishes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.http import HttpResponse
from django.urls import URLPattern, path

from aftercare.clinic.desk.doors import desk_page
from aftercare.clinic.forms.requests import Request
from aftercare.clinic.forms.screened import choices, named
from aftercare.clinic.forms.sent import blame, show
from aftercare.clinic.services import preview
from aftercare.clinic.services.access import Desk
from aftercare.clinic.services.courses import LENGTH_DAYS
from aftercare.clinic.services.preview import LAST_DAY, Case
from aftercare.clinic.services.refusals import Refused
from aftercare.clinic.ui.advice import sections, spoken, strip
from aftercare.core.protocol.model import Fact, say
from aftercare.exchange.picture.lanes import source

if TYPE_CHECKING:
    from aftercare.core.pipeline import Compiled
    from aftercare.core.protocol.model import Protocol

TEXTS = {
    "published": "What is published",
    "next": "As it stands now",
}
FIRST = {"day": "2", "treated": "14:30", "now": "21:00"}


class PreviewForm(forms.Form):
    """A patient who might be. Whatever is not known counts as its strictest value."""

    use_required_attribute = False
    of = forms.ChoiceField(label="Which text")
    day = forms.IntegerField(
        label="Day after the treatment",
        min_value=0,
        max_value=LAST_DAY,
        error_messages={"required": "Enter a day, from 0."},
    )
    treated = forms.TimeField(label="Treated at", widget=forms.TimeInput({"type": "time"}))
    now = forms.TimeField(label="Looks at the page at", widget=forms.TimeInput({"type": "time"}))
    gone = forms.MultipleChoiceField(
        label="They have told you that",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    can = forms.CharField(label="They ask: Can I", required=False, max_length=300)

    def __init__(self, texts: dict[str, Compiled], *args: Any, **kwargs: Any) -> None:
        """Offer what the protocol knows: its facts and its conditions."""
        super().__init__(*args, **kwargs)
        protocol = next(iter(texts.values())).protocol
        self.fields["of"].choices = [(each, TEXTS[each]) for each in texts]  # type: ignore[attr-defined]  # it is a ChoiceField
        lang = str(protocol.language)
        over = [(str(n), say(each.text, lang)) for n, each in protocol.conditions.items()]
        self.fields["gone"].choices = over  # type: ignore[attr-defined]  # it is a MultipleChoiceField
        for name, fact in protocol.facts.items():
            self.fields[f"fact-{name}"] = _asked(say(fact.ask, lang), fact)

    def case(self, protocol: Protocol) -> Case:
        """Give the patient who might be."""
        said = self.cleaned_data
        facts = {str(name): said.get(f"fact-{name}") or "unknown" for name in protocol.facts}
        when = said["day"], said["treated"], said["now"]
        return Case(*when, facts, tuple(said["gone"]), said["can"].strip())


def _asked(words: str, fact: Fact) -> forms.Field:
    """Ask for a fact: areas are several, of all others one is chosen."""
    if fact.kind == "areas":
        widget = forms.CheckboxSelectMultiple
        return forms.MultipleChoiceField(
            label=words, choices=choices(fact)[:-1], required=False, widget=widget
        )
    *values, unknown = named(fact)
    return forms.ChoiceField(label=words, choices=[unknown, *values], required=False)


@desk_page
def preview_page(request: Request, desk: Desk, name: str) -> HttpResponse:
    """Show the form and the day beside it. It is asked for by GET: nothing is kept."""
    texts = preview.texts(desk, name)
    if not texts:
        return show(request, "desk/preview_none.html", {"place": "advice", "name": name})
    form = PreviewForm(texts, {**_first(texts), **request.GET.dict(), **_lists(request)})
    asked = [form[each] for each in form.fields if each.startswith("fact-")]
    context = {"place": "advice", "name": name, "facts": asked} | _shown(desk, texts, form)
    return show(request, "desk/preview.html", context, form)


def _first(texts: dict[str, Compiled]) -> dict[str, str]:
    return FIRST | {"of": next(iter(texts))}


def _lists(request: Request) -> dict[str, list[str]]:
    """Give what may be chosen several times."""
    return {name: found for name, found in request.GET.lists() if len(found) > 1 or name == "gone"}


def _shown(desk: Desk, texts: dict[str, Compiled], form: PreviewForm) -> dict[str, Any]:
    """Give the day as the patient reads it; nothing while the form has errors."""
    protocol = next(iter(texts.values())).protocol
    title = {"title": say(protocol.title, str(protocol.language))}
    if not form.is_valid():
        return title
    compiled = texts[form.cleaned_data["of"]]
    try:
        found = preview.preview(desk, compiled, form.case(compiled.protocol))
    except Refused as refusal:
        blame(form, refusal)
        return title
    plan, answer = found.plan, found.answer
    return {
        **title,
        **sections([plan]),
        **strip(plan.at, plan.treatment.at, desk.zone, LENGTH_DAYS),
        **(spoken(answer) if answer else {}),
        "found": found,
        "source": f"{source([plan])}." if answer else "",
        "asked": form.cleaned_data["can"],
    }


urls: list[URLPattern] = [
    path("advice/<slug:name>/preview/", preview_page, name="advice_preview"),
]
