"""Where advice ends and whom to ask begins: `no swimming for 2 weeks, or ask us first`."""

from __future__ import annotations

import re

from aftercare.core.leaflet.activities import named
from aftercare.core.leaflet.cuts import VERBS
from aftercare.core.leaflet.turns import NO

_TO = (
    r"(?:us|me|(?:your|our|the|a|any) (?:\w+ )?(?:clinic|doctor|gp|nurse|practitioner|provider|therapist"
    r"|clinician|specialist|artist|physician|pharmacist|aesthetician|technician|surgeon|injector|dentist)|the \w+ team)\b"
)
_ASK = (
    r"(?:please |always |just |then |do ){0,2}(?:ask|call|ring|phone|contact|text|message|e-?mail|consult|tell|see|let"
    rf"|speak (?:to|with)|talk to|check with|get in touch with) {_TO}(?! (?:says?|said|tells?|advises?|agrees?)\b)"
)
_BEHIND = re.compile(
    rf"(?P<mark>,? (?:and|or|but|then|also|so) (?:also )?|, (?:and |or |but )?(?:then |also )?)(?=(?:if (?:[\w']+ ){{1,8}}?[\w']+,? )?{_ASK})"
)
_OCCASION = re.compile(  # `no swimming; if you see blisters, ring us`
    r"(?:^\W*|[;,.–—-]\s+|\b(?:and|so|but|please) )(?:(?:and|so|but|please) )*"
    r"(?:if|when(?:ever)?|should|in case|were)\b[^,;]*$"
)
_UNLESS = re.compile(r"\b(?:unless|until|till|without)\b[^,]*$")
_FINE = re.compile(r"\bno (?:problem|issue|worries)\b|\bwithout (?:any )?(?:problem|worry)\w*")
_WAITS = re.compile(r"\b(?:out of|wait|delay|postpone|hold off)\b|n't\b")


_SIGN = re.compile(
    r"\bif (?:you (?:see|have|notice|get|develop|feel|find)|it|there|anything|your|the)\b"
)
_ORDERS = re.compile(rf"\W*(?:please )?(?:{VERBS})\b|[^,]*\b(?:can|may|should|must|is|are)\b")


def asks_behind(low: str) -> tuple[int, int] | None:
    """Give where advice ends and the asking begins, or ``None`` where that is one.

    A permission that needs a word (`you can swim, but ask us first`) is one with it; what is to
    be reported (`call us if you see pus`) never is.
    """
    for match in _BEHIND.finditer(low):
        before = _FINE.sub("", low[: match.start()])
        if _OCCASION.search(before) or _UNLESS.search(before):
            continue
        if _forbids(before) or (_advises(before) and _SIGN.search(low[match.end() :])):
            return match.start(), match.end()
    return None


def _forbids(before: str) -> bool:
    refused = NO.search(before) or _WAITS.search(before)
    return refused is not None and any(each.kind == "-" for each in named(before))


def _advises(before: str) -> bool:
    things = any(each.kind in "-+0" for each in named(before))
    return things and _ORDERS.match(before) is not None
