"""Where a ban ends and whom to ask begins: `no swimming for 2 weeks, or ask us first`."""

from __future__ import annotations

import re

from aftercare.core.leaflet.activities import named
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
    rf"(?P<mark>,? (?:and|or|but|then) (?:also )?|, (?:and |or |but )?(?:then )?)(?=(?:if (?:[\w']+ ){{1,8}}?[\w']+,? )?{_ASK})"
)
_OCCASION = re.compile(r"\W*(?:if|when(?:ever)?|should|in case|were)\b")
_UNLESS = re.compile(r"\b(?:unless|until|till|without)\b[^,]*$")
_FINE = re.compile(r"\bno (?:problem|issue|worries)\b|\bwithout (?:any )?(?:problem|worry)\w*")
_WAITS = re.compile(r"\b(?:out of|wait|delay|postpone|hold off)\b|n't\b")


def asks_behind(low: str) -> tuple[int, int] | None:
    """Give where the ban ends and the asking begins, or ``None`` where nothing is forbidden."""
    for match in _BEHIND.finditer(low):
        before = _FINE.sub("", low[: match.start()])
        refused = NO.search(before) or _WAITS.search(before)
        harmful = any(each.kind == "-" for each in named(before))
        if refused and harmful and not (_OCCASION.match(before) or _UNLESS.search(before)):
            return match.start(), match.end()
    return None
