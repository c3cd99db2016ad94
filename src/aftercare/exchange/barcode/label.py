"""What a label says of a cartridge, and what cannot be taken from one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from msgspec import Struct

from aftercare.core.problems import Problem

Read = tuple["Label | None", list[Problem]]


class Label(Struct, frozen=True, kw_only=True):
    """A lot, its product and the last day on which it may be used; empty where it is not said.

    ``gtin`` has 14 digits, or is the product's number in an HIBC. ``sign`` and ``link`` are the
    characters by which the second of two HIBC codes names the first.
    """

    lot: str = ""
    gtin: str = ""
    expiry: date | None = None
    sign: str = ""
    link: str = ""

    @property
    def says(self) -> bool:
        """Tell whether it says anything of a cartridge."""
        return bool(self.lot or self.gtin or self.expiry)


def joined(labels: Iterable[Label]) -> Read:
    """Put the codes of one label together; two that contradict each other are two labels."""
    found: dict[str, Any] = {}
    for label in labels:
        said = {n: v for n in Label.__struct_fields__ if (v := getattr(label, n))}
        if any(found.get(name, value) != value for name, value in said.items()):
            return None, [two_labels()]
        found |= said
    label = Label(**found)
    if label.sign and label.link and label.sign != label.link:
        return None, [two_labels()]
    return label, []


def unknown() -> Problem:
    """This is no code of a label."""
    message = "This is not a code that names a lot."
    return Problem("B101", message, "Scan the square code of the label, or type the lot.")


def wrong(what: str) -> Problem:
    """A sign that guards the code does not fit, or a part is not what it must be."""
    return Problem("B102", f"{what} is wrong in this code.", "Scan it again, or type the label.")


def no_end() -> Problem:
    """The scanner has left out where the lot ends."""
    message = "It cannot be told where the lot ends: the scanner left out a sign."
    return Problem("B103", message, "Type the lot as it is printed after (10).")


def two_labels() -> Problem:
    """Two labels were read as one."""
    return Problem("B104", "These are codes of two labels.", "Take one label at a time.")


def no_picture() -> Problem:
    """This is no photograph."""
    return Problem("B105", "This picture cannot be read.", "Use a JPEG or PNG of up to 8 MB.")


def no_code() -> Problem:
    """There is no code in the photograph."""
    message = "No code of a lot was found in the picture."
    return Problem("B106", message, "Take it closer and straight on, or type the label.")
