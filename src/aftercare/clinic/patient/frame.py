"""What the tab bar of every page needs: where one is, what is due, what is new."""

from __future__ import annotations

from typing import Any

from aftercare.clinic.services import conversations, courses
from aftercare.clinic.services.access import Phone
from aftercare.clinic.services.courses import Aftercare


def frame(phone: Phone, care: Aftercare | None, tab: str = "") -> dict[str, Any]:
    """Give the tab bar its place and its marks."""
    due = care is not None and care.rhythm.due(care.day)
    return {"tab": tab, "due": due, "unread": conversations.unread(phone), "care": care}


def framed(phone: Phone, tab: str = "") -> dict[str, Any]:
    """Give the same where a page has no use for the course itself."""
    return frame(phone, courses.aftercare(phone.course, phone.at), tab)
