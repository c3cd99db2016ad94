"""A clinic's own colour and logo, as files: no page needs an inline style for them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from aftercare.clinic.services.clinics import look

_A_DAY = "public, max-age=86400"


def colour(request: HttpRequest, slug: str, version: int) -> HttpResponse:
    """Give the style sheet that sets the clinic's colour; it was checked when it was saved."""
    del request, version
    words = f":root {{ --petrol: {look(slug).colour}; }}\n"
    return HttpResponse(words, "text/css", headers={"Cache-Control": _A_DAY})


def logo(request: HttpRequest, slug: str, version: int) -> HttpResponse:
    """Give the clinic's logo, a PNG that was drawn anew when it was saved."""
    del request, version
    return HttpResponse(bytes(look(slug).logo), "image/png", headers={"Cache-Control": _A_DAY})
