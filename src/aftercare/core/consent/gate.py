"""The gate: no treatment starts on a consent that does not hold.

Each reason comes back as a problem. Only one can be set aside, by a named person with a reason:
a signature younger than the clinic's time for reflection.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, tzinfo

from msgspec import Struct

from aftercare.core.consent.events import Standing
from aftercare.core.problems import Problem

TOO_FRESH = "K106"


class Needed(Struct, frozen=True, kw_only=True):
    """What the clinic needs of a consent before this treatment.

    ``current`` tells whether the signed text is the one that is published now; ``reflection``
    is in hours; ``reason`` is why a treatment may come sooner; ``proves`` tells whether the
    signed file is still the one that was logged.
    """

    current: bool
    reflection: int
    zone: tzinfo
    reason: str = ""
    proves: bool = True


def gate(consent: Standing | None, needed: Needed, at: int) -> list[Problem]:
    """Give every reason why a treatment may not start now; none means it may."""
    if consent is None:
        return [_refusal("K101", "There is no consent for this treatment.", "Prepare one.")]
    return list(_reasons(consent, needed, at))


def _reasons(consent: Standing, needed: Needed, at: int) -> Iterator[Problem]:
    ended = _ended(consent)
    if ended:
        yield ended
        return
    if not needed.proves:
        remedy = "Treat nobody on it. Ask for a new consent, and tell who looks after the system."
        yield _refusal("K109", "The signed consent does not prove any more.", remedy)
    if not needed.current:
        remedy = "Ask for a new consent; it shows what changed."
        yield _refusal("K105", "The text has changed since this consent was prepared.", remedy)
    if consent.unanswered:
        remedy = "Answer it, so that the patient agrees knowing the answer."
        yield _refusal("K107", "A question of the patient is not answered.", remedy)
    yield from _timing(consent, needed, at)


def _ended(consent: Standing) -> Problem | None:
    again = "Ask for a new consent."
    match consent.state:
        case "withdrawn":
            return _refusal("K103", "The patient has withdrawn this consent.", again)
        case "expired":
            return _refusal("K104", "This consent is too old to be used.", again)
        case "replaced":
            return _refusal("K105", "A newer consent has replaced this one.", "Use that one.")
        case "signed":
            return None
        case _:
            return _refusal("K102", "The consent is not signed.", "Hand it to the patient.")


def _timing(consent: Standing, needed: Needed, at: int) -> Iterator[Problem]:
    signed = consent.signed_at or at
    if at < signed + needed.reflection * 3600 and not needed.reason:
        message = f"It was signed less than {needed.reflection} hours ago."
        yield _refusal(TOO_FRESH, message, "Wait, or say why it may be sooner.")
    if not _same_day(consent.confirmed_at, at, needed.zone):
        remedy = "Ask the patient today whether the consent still stands, and note it."
        yield _refusal("K108", "The consent is not confirmed today.", remedy)


def _same_day(confirmed: int | None, at: int, zone: tzinfo) -> bool:
    """Compare calendar days where the treatment is: "today" is the patient's day."""
    if confirmed is None:
        return False
    return datetime.fromtimestamp(confirmed, zone).date() == datetime.fromtimestamp(at, zone).date()


def _refusal(code: str, message: str, remedy: str) -> Problem:
    return Problem(code, message, remedy)
