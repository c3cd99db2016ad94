"""The cookie by which a browser is known for one course."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpResponse


def remember(response: HttpResponse, secret: str) -> HttpResponse:
    """Let this browser keep its secret: not readable by scripts, not sent by other sites."""
    response.set_cookie(
        settings.DEVICE_COOKIE_NAME,
        secret,
        max_age=200 * 24 * 3600,
        secure=settings.SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response
