"""Which side of the treatment advice is for: what is read as before it is not in the plan.

So words that speak of afterwards, what is expected and what can go wrong are never before it.
"""

from __future__ import annotations

import re

from aftercare.core.leaflet.facts import Facts
from aftercare.core.leaflet.verdicts import Kind

_TREATED = (
    r"(?:[\w-]+ ){0,4}?(?:treatments?|procedures?|sessions?|appointments?|services?|injections?"
    r"|(?:micro-?)?needling|visit|facial|peel|dermapen|skinpen|prp|surgery|tattoo)\b"
)
BOTH_SIDES = re.compile(  # `before your treatment and for two weeks after`, `before it as well as after`
    r"\b(?:before|prior|pre(?:-\w+)?)(?:, (?:during|throughout)|(?: [\w-]+){1,6}?)?,? (?:and|or|&|as well as) (?:[\w-]+ ){0,5}?(?:after|post)\b"
    r"|\b(?:after|post|following)\b(?: [\w-]+){0,4}?,? (?:and|or|&|as well as) (?:[\w-]+ ){0,5}?(?:before|prior|beforehand)\b"
)
_TITLE_OF_BOTH = re.compile(  # `Pre-care and post-care`, `Before & after`
    r"\b(?:before|pre|prior)\b.*(?:\band\b|&|/|\+|,|\bor\b).*\b(?:after\w*|post)\b"
    r"|\b(?:after\w*|post)\b.*(?:\band\b|&|/|\+|,|\bor\b).*\b(?:before|pre|prior)\b"
)
_TITLE_BEFORE = re.compile(
    r"^\W*(?:before|beforehand)\W*$|\b(?:before (?:your|the|you(?! (?:leave|go|read|start))|treatment|coming|having)"
    r"|pre[- ]?(?:treatment|care|procedure|appointment|op)|prior to|preparing|preparation"
    r"|(?:hours?|days?|weeks?|months?) (?:ahead|before(?! you)|prior|beforehand)\b"
    r"|in advance|on the day of your appointment|getting ready)\b"
)
_TITLE_AFTER = re.compile(
    r"\b(?:after|aftercare|post|following|afterwards|recovery|healing|home ?care|(?:at|back) home"
    r"|(?:once|when) (?:you(?:'re| are| get) )?(?:back )?(?:at )?home|going home)\b"
)
_AFTERWARDS = re.compile(
    r"\b(?:after|following|post)[ -]" + _TREATED + r"|\bafter(?:wards|care)\b"
    r"|\b(?:after|following) (?:it|this|that)\b"
    r"|\bfor the (?:next|first|following) (?:\w+ )?(?:hours?|days?|weeks?)\b"
    r"|\b(?:hours?|days?|weeks?|months?) (?:after|post|following)\b|\b(?:treated|needled) (?:area|skin)\b"
)
_ARRIVES = re.compile(  # `please arrive without make-up` is for before
    r"^\W*(?:please |always |you (?:should|must|need to) )*(?:arrive|turn up|attend|come (?:in |along )?(?:to|for) (?:your|the|each))\b"
)
_STATE = re.compile(  # `for 3 days before it has healed`, `before your next appointment`
    r"\bbefore (?:it|they|you|(?:the|your) (?:skin|\w+ness|scabs?|wound|area|swelling)) (?:has|have|is|are)\b"
    r"|\bbefore (?:your|the|a|any) (?:next|second|third|follow-?up|review|top[- ]up)\b"
)
_SIDE = re.compile(
    r"(?:Before|After|Following|Prior to|BEFORE|AFTER|FOLLOWING|PRIOR TO|Pre|Post|PRE|POST)[ -]"
    r"(?i:(?:(?:your|the|you)[ ])?(?:[\w-]+ ){0,2}(?:treatments?|procedures?|sessions?|appointments?|visits?|care"
    r"|needling|services?|come|arrive|leave)(?: (?:care|advice|instructions|guidelines))?:?)"
)
_ONLY_AFTER = frozenset({"expect", "risk", "seek-help"})


def titled_before(low: str) -> bool:
    """Tell whether a title says that what stands under it is for before the treatment."""
    return _TITLE_BEFORE.search(low) is not None and not _TITLE_OF_BOTH.search(low)


def titled_after(low: str, kind: Kind | None) -> bool:
    """Tell whether a title ends what was for before: it speaks of afterwards, or of the skin."""
    if titled_before(low):
        return False
    told = kind in _ONLY_AFTER and not low.startswith("for ")  # `for the best results`
    return told or _TITLE_AFTER.search(low) is not None


def titles_a_side(line: str) -> bool:
    """`Before your appointment`, `After your treatment`: a line of its own, whatever is around it."""
    return len(line.split()) <= 6 and _SIDE.fullmatch(line) is not None


def is_before(facts: Facts, kind: Kind, *, headed: bool) -> bool:
    """Tell whether a clause is for before the treatment; ``headed`` is what its title says."""
    low = facts.low
    told = any(each.role == "before" for each in facts.told)
    if BOTH_SIDES.search(low) or _STATE.search(low):
        return False
    if told or _ARRIVES.search(low):
        return True
    signs = any(each.kind in "~!" for each in facts.found)
    later = kind in {"expect", "risk"} or (kind == "seek-help" and signs)
    return headed and not later and not _AFTERWARDS.search(low)
