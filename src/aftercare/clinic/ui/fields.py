"""What the template of a field needs to know about one, and where its errors lead."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.safestring import SafeString

_GROUPS = (forms.MultiWidget, forms.SelectDateWidget)


def shown(  # noqa: PLR0913 - each is one word in a template
    bound: BoundField,
    *,
    label: str = "",
    hint: str = "",
    kind: str = "",
    asks: bool = False,
    columns: bool = False,
    **attributes: Any,
) -> dict[str, Any]:
    """Give a field's words, its kind, and its input with ``attributes`` added."""
    if hint:
        bound.help_text = hint
    kind = kind or kind_of(bound)
    return {
        "field": bound,
        "kind": kind,
        "label": label or bound.label,
        "hint": bound.help_text,
        "optional": not bound.field.required and kind != "tick",
        "asks": asks,
        "columns": columns,
        "described": bound.aria_describedby or "",
        "widget": "" if kind in {"choices", "scale"} else _input(bound, attributes),
    }


def _input(bound: BoundField, attributes: dict[str, Any]) -> SafeString:
    """Write the input; a name like ``aria_label`` becomes ``aria-label``."""
    return bound.as_widget(attrs={key.replace("_", "-"): said for key, said in attributes.items()})


def kind_of(bound: BoundField) -> str:
    """Tell how a field is laid out: choices, tick, group or line."""
    widget = bound.field.widget
    if isinstance(widget, forms.CheckboxInput):
        return "tick"
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return "choices"
    return "group" if isinstance(widget, _GROUPS) else "line"


def errors(form: forms.BaseForm) -> Iterator[tuple[str, str]]:
    """Give each error with the id of the input it is about; "" for those of the whole form."""
    for said in form.non_field_errors():
        yield "", str(said)
    for bound in form:
        first = f"{bound.auto_id}_0" if kind_of(bound) in {"choices", "group"} else bound.auto_id
        yield from ((first, str(said)) for said in bound.errors)
