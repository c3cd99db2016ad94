"""A drafted clause -> what a person must say of it before it holds for a patient."""

from __future__ import annotations

import re

from aftercare.core.leaflet import conditions, windows
from aftercare.core.leaflet.activities import CARE_NAMES, DEED_NAMES
from aftercare.core.leaflet.facts import lowered
from aftercare.core.leaflet.items import Item

_VAGUE = re.compile(  # `after a few days`, `later on`, `this summer`: no clock says when
    r"\b(?:a few|some|several|a couple of|a number of|the (?:first|next) few|(?:two|three) or more) "
    r"(?:(?:good|more|full) )?(?:hours?|days?|weeks?|months?|time|while)\b"
    r"|\blater (?:on|in|that|today|this)\b|\bat a later (?:date|time|stage)\b|(?<!as )(?<!too )\bsoon\b"
    r"|\bshortly\b|\bin due course\b|\beventually\b|\bweekend\b|\b(?:week|month) after next\b"
    r"|\b(?:in the|this|that) (?:morning|evening)\b|\b(?:season|summer|winter|spring|autumn)\b|\bfor (?:a (?:while|bit|time)|now|the time being)\b"
    r"|\bafter a (?:while|bit|time)\b"
)
_COUNTED_AFTER = re.compile(  # `5 days after the scabs have gone`: the language counts from the treatment
    r"\b(?:hours?|days?|nights?|weeks?|months?) (?:after|from when|following) (?:the|your|it|they|all|any|this|that)\b"
    r"(?! (?:\w+ )?(?:treatment|procedure|session|appointment|visit|facial|needling)\b)"
    r"(?:(?! (?:do|don't|before|not|you|no)\b)[^,.;]){0,40}\b(?:ha(?:s|ve)|is|are|stops?|ends?|heals?|goes|settles?|subsides?|fades?|finish(?:es|ed)?)\b"
)
_AT_ONCE = re.compile(  # nothing else begins at once: what was not read may hold it back
    r"\b(?:(?:straight|right) ?away|immediately|(?:right|straight|directly) after(?:wards)?|instantly"
    r"|at once|(?:at )?any ?time|(?:on )?the same day|throughout|from the (?:start|beginning)|(?:as soon|whenever|when) (?:as )?you (?:like|wish|want|please))\b"
)
_HELD_BACK = re.compile(  # `you may swim at once, but not …`
    r"\b(?:unless|assuming|except|only|provided|subject to|depend(?:s|ing)|if|but|though|although|however|not|no)\b|n't\b"
)
_ALSO_IF = re.compile(  # `after 3 days if your doctor agrees`: its hour alone does not allow it
    r"\b(?:if|unless|assuming|except|provided|providing|(?:as|so) long as|subject to|depend(?:s|ing)|in case"
    r"|permission|approval|say-so|go-ahead|all-clear|agrees?|review|check-?up|check(?:ing)? with|follow-up|confirm(?:s|ed)?"
    r"|advised|tolerated|allows|healed|unbroken|intact|ask|and (?:only )?(?:once|when|after)|when (?:we|your)|once (?:we|your))\b"
    r"|\bor (?:\w+ ){1,2}(?:hours?|days?|weeks?|months?) (?:after|if|for|following)\b"
)
_APPROVED = re.compile(  # `once it has healed and we have seen you`: two ends, and one was read
    r"\b(?:permission|approval|approves?|say-so|go-ahead|all-clear|agrees?|confirm(?:s|ed)?|review(?:ed)?|check(?:ed|ing|-?up)?"
    r"|follow-up|seen|advised|told|ask|subject to)\b|\b(?:we|nurse|doctor|practitioner|clinician|therapist|surgeon|gp) (?:is|are|says?|say)\b"
)
_IF_NEEDED = re.compile(
    r"\b(?:if|when|as|where|whenever) (?:and when )?(?:needed|required|necessary|desired|you (?:like|wish|want|need|prefer|must|have to)\b)"
)
_UNENDED = frozenset({"excepted", "not-that"})  # bans that the words only imply


def asks(item: Item) -> list[str]:
    """Give all that is to be decided of a clause, in a few words each."""
    found = []
    if item.who:
        found.append(f"only for {item.who}")
    if item.phase == "before":
        found.append("this is for before the treatment")
    if item.window and not windows.is_exact(item.window):
        found.append("months and years are counted as days")
    if item.window and windows.as_length(item.window) is None:
        found.append("its length is under an hour")
    found += _open_ends(item)
    return [*found, "check this reading"] if item.confidence < 0.7 else found


def begins_later(item: Item) -> bool:
    """`No sauna from day 3`: where a ban begins is never where it ends."""
    window = item.window
    return bool(item.kind == "avoid" and window and window.start_hours and window.max_hours is None)


def _open_ends(item: Item) -> list[str]:
    """Ask when a ban ends, or a permission begins, where the words tell it by no clock."""
    vague = _VAGUE.search(lowered(item.quote))
    if item.kind == "avoid" and counted(item):
        return ["its days count from the end of that: until when"]
    ends = item.window is not None or item.until is not None
    if begins_later(item) and item.until is None:
        return ["it begins later: until when"]
    if item.kind == "avoid" and not ends and (vague or item.rule in _UNENDED):
        return ["until when"]
    return ["from when"] if unsure_when(item) else []


def unsure_when(item: Item) -> bool:
    """Tell whether a permission begins at a time that was not understood.

    Until somebody says when, it is forbidden: to accept it as it is permits nothing too early.
    Care may begin at once where nothing is said of it; what may harm only where that is said.
    """
    if item.kind != "do" or item.strength != "may":
        return False
    said = lowered(item.quote)
    low = _IF_NEEDED.sub("", said)
    if _VAGUE.search(low) or counted(item):
        return True
    harmful = {name for name in item.activities if name in DEED_NAMES} - CARE_NAMES
    if item.until:
        return bool(_APPROVED.search(low)) and not _APPROVED.search(item.until)
    if item.window and item.window.start_hours:
        read = conditions.until(low, permission=True, kind="do")
        return not read and bool(_ALSO_IF.search(low))
    held = item.window is not None or _HELD_BACK.search(low) is not None
    return bool(harmful) and (held or not _AT_ONCE.search(said))


def counted(item: Item) -> bool:
    """Tell whether a length counts from the end of a state, which the language cannot say."""
    return _COUNTED_AFTER.search(lowered(item.quote)) is not None
