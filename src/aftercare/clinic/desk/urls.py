"""The addresses of this room; each page brings its own."""

from __future__ import annotations

from django.urls import URLPattern

from aftercare.clinic.desk import (
    advice,
    advice_print,
    clinic,
    consent,
    course,
    editor,
    editor_language,
    editor_table,
    guide,
    inbox,
    keeping,
    lots,
    patients,
    people,
    preview,
    screening,
    sign_in,
    today,
    treatment,
)

app_name = "desk"
urlpatterns: list[URLPattern] = [
    *today.urls,
    *inbox.urls,
    *patients.urls,
    *keeping.urls,
    *course.urls,
    *screening.urls,
    *treatment.urls,
    *consent.urls,
    *lots.urls,
    *editor_table.urls,
    *editor.urls,
    *editor_language.urls,
    *advice.urls,
    *advice_print.urls,
    *preview.urls,
    *people.urls,
    *clinic.urls,
    *sign_in.urls,
    *guide.urls,
]
