"""Whom to tell: the clinic's own words, and the red flags it has adopted."""

from __future__ import annotations

from dataclasses import dataclass

from aftercare.clinic.records.models import Course
from aftercare.clinic.services import protocols
from aftercare.core.protocol.model import say


@dataclass(frozen=True)
class Contact:
    """What every page with "Worried?" shows."""

    phone: str
    hours: str
    out_of_hours: str
    emergency: str
    concern: str
    red_flags: tuple[str, ...]

    @property
    def dial(self) -> str:
        """The number as a phone dials it."""
        return "".join(letter for letter in self.phone if letter.isdigit() or letter == "+")


def contact(course: Course) -> Contact | None:
    """Give the contact of the version that is published now, whichever was signed."""
    publication = protocols.current(course.clinic, course.protocol)
    if publication is None:
        return None
    protocol = protocols.compiled(publication).protocol
    found, lang = protocol.contact, course.patient.language
    flags = (flag for flag in protocol.red_flags if flag.decision == "adopted")
    return Contact(
        str(found.phone),
        say(found.hours, lang),
        say(found.out_of_hours, lang),
        say(found.emergency, lang),
        say(found.concern.text, lang),
        tuple(say(flag.text, lang) for flag in flags),
    )
