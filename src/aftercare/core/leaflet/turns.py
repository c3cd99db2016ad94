"""Where a sentence may be parted -> whether a turn or a mark there begins a clause of its own."""

from __future__ import annotations

import re

from aftercare.core.leaflet.cuts import MODAL, SUBJECT, VERBS

IF = re.compile(
    r"\s*(?:(?:and|but|also|so|then|straight|right|immediately|directly|shortly)\s+)?(?:if|when|once|should|were you to|after|while"
    r"|until|as soon as|unless|for|during|before|whenever|in case|to|because|since|as"
    r"|although|though|from|in|within|where|on|at|by|with|following|throughout|over)\b",
    re.IGNORECASE,
)
_NOUNS = re.compile(
    r"and (?:exercise|massage|swim|touch|rub|scratch|pick|scrub|peel|sleep|shower|run"
    r"|drive|shave|walk|squeeze)\b(?! (?:it|them|your|the|only|gently|with)\b)"
)
NO = re.compile(
    r"\b(?:no|not|don't|never|avoid\w*|skip\w*|refrain\w*|stop\w*|without|limit|off|away"
    r"|leave|forbidden|miss|give|shun|banned|cannot|mustn't)\b"
)
_MAY = re.compile(r"\b(?:can|may|could)\b")
_FINITE = re.compile(
    r"\b(?:is|are|was|may|can|will|could|might|should|must|has|have|do|does|had|need|needs"
    r"|no|not|never|avoid\w*|\w+ed)\b"
)
_UNTIL_BOTH = re.compile(
    r"\b(?:until|till) (?:the |your |any |all )?\w+$|\bbefore, during$"
)  # `until redness and heat go`


def turns(before: str, sign: str, rest: str, joined: str) -> bool:
    """Tell whether `and`, `so`, `but` begin a clause, not the next word of a list."""
    if sign != "," and (_LET_BE.match(rest) or _KEEP_AWAY.match(rest)):
        return True
    if sign != "," and _GOES_ON.match(rest):
        refused = NO.search(before) is not None or "n't" in before
        return refused and _CARE_TOO.match(rest) is not None
    if _is_one(before, rest):
        return False
    if joined != "and" or rest.startswith("that "):
        return True
    if sign != "," and _CAN.search(before) and re.match(rf"and (?:{VERBS})\b", rest):
        return False
    if sign == "," and _TIMED_END.search(before):
        return True
    begun = _FINITE.search(before) or _BEGINS.search(before) or _ORDERED.search(before)
    if not begun:
        return bool(_FORBIDS.match(rest)) and not before.endswith(("try", "sure"))
    if _NOUNS.match(rest) and (NO.search(before) or _MAY.search(before)):
        return False
    if not IF.match(before) or _AFTER_IF.search(before):
        return True
    return bool(_FORBIDS.match(rest) and _ORDERED.search(before))


def _is_one(before: str, rest: str) -> bool:
    """`Let it get too wet and it will lose colour`, `keep it clean and dry`: nothing to part."""
    pseudo = _PSEUDO.match(before) and re.match(r"and (?:it|they|you|the)\b", rest)
    clean = before.endswith(" clean") and rest.startswith("and dry")
    aim = rest.startswith("so that ") or _UNTIL_BOTH.search(before)
    return bool(pseudo or clean or aim)


_LET_BE = re.compile(  # `the scabs are normal and should not be picked`
    r"and (?:should|must|are|is) (?:not|never) (?:to )?be (?:touched|picked|scratched|rubbed|removed|disturbed|pulled|peeled|squeezed)\b"
)
_KEEP_AWAY = re.compile(  # `you must wear SPF 30 and should keep away from the sun`
    r"and (?:should|must|needs? to|ha(?:s|ve) to) (?:please )?(?:(?:keep|stay) (?:well )?(?:out|away|off)|avoid)\b"
)
_CARE_TOO = re.compile(  # `you shouldn't tan and should wear SPF`
    rf"and (?:should|must|needs? to|ha(?:s|ve) to) (?:always |also )?(?:{VERBS})\b(?! (?:avoid|stay|keep))"
)
_PSEUDO = re.compile(r"\W*(?!please\b)[a-z]+ (?:[\w'-]+ ){0,5}too \w+(?: [\w-]+){0,2}$")
_ORDERED = re.compile(
    rf"\b(?:hours?|days?|weeks?|treatment|peel|session|procedure|area\S*) (?:{VERBS})\b|\bnothing else$"
)
BY_THEN = re.compile(  # `for 3 days keep it clean, avoid the gym`
    rf"\b(?:hours?|days?|weeks?|time|period|treatment|peel|session|procedure) (?!(?:have|has|be|do|go|see)\b)(?:{VERBS})\b"
)
_FORBIDS = re.compile(
    r"and (?:for [\w -]{3,24} )?(?:please )?(?:avoid|do not|don't|never|no|nothing(?= \w+ for\b)|skip|refrain|(?:stay|keep)"
    r" (?:well )?(?:out of|off|away|clear)|steer clear)\b"
)
_BEGINS = re.compile(
    rf"(?:^|[,:;–-]\s*|\b(?:please|then|to|gently|tonight|today"
    rf"|tomorrow|always|simply|just)\s+)\W*(?:{VERBS}|(?!itch|swell|bruis|burn|sting|peel|flak|bleed|scabb|tingl)\w+ing)\b"
)
_CAN = re.compile(  # `too much can clog it and bring you out in spots` is one harm
    r"\b(?:can|may|could|might|will|would)\b(?! be)[^,;:]{0,60}$"
)
ORDER = re.compile(r"(?:please |then |and )?(?:do not|don't|avoid|never|no|please|contact|call)\b")
_GOES_ON = re.compile(
    r"and (?:is|are|will|may|can|might|could|must|should|has|have(?! (?:clean|someone|a|your|plenty)\b)|needs?|usually|then)\b"
    r"|so (?:that|no|nothing|it|they|the|your|you)\b"
)
_AFTER_IF = re.compile(
    rf",\s|\b(?:hours?|days?|weeks?|treatment) (?:{VERBS})\b|\b(?:you (?:may|can|should|must)|{SUBJECT} {MODAL})\b"
)


def mark_parts(low: str, before: str, at: int, begins: int) -> bool:
    """Tell whether a colon, a dash, a semicolon or a bracket begins a clause."""
    sign = low[at:begins].strip()
    rest = low[begins:]
    asked = _ASKED.search(before) is not None
    if sign == ",":
        return asked or (not IF.match(before) and _said(before))
    if sign == ";" and re.match(r"(?:or )?longer (?:if|for|in)\b", rest):
        return False
    if sign == ";" or low[begins : begins + 1] == "(":
        return len(rest.split()) >= 2
    if sign == ":" and any(
        p.search(before) for p in (_TIMED_END, _LED_OPEN, _LED_UNTIL, _LED_LIST, _LED_NOT)
    ):
        return False  # `Leave out for 2 weeks: pools and hot tubs`
    if re.match(r"\d", rest) and re.search(
        r"(?:\d|\b(?:for|up to|until|till|at least|within))\s*$", before
    ):
        return False
    if before.rstrip().endswith("not normal"):
        return False
    stated = asked or _FINITE.search(before)
    stated = stated or re.match(rf"(?:please )?(?:{VERBS})\b", before.strip())
    if sign == ":" and "," in before and _FORBIDS.match(f"and {rest}"):
        return len(before.split()) >= 4
    least = 2 if ORDER.match(before) and _FINITE.search(rest) else 4
    return bool(stated) and len(before.split()) >= least and len(rest.split()) >= 3


_ASKED = re.compile(  # `if it blisters, ring us`
    r"\b(?:call|ring|contact|phone|tell|text|message|email|see|consult)\b[^,;]{0,30}\b(?:us|doctor|clinic)$"
)


def _said(before: str) -> bool:
    """`Pools, saunas should be avoided` is one list; what states something is none."""
    return _FINITE.search(before) is not None


_LED_OPEN = re.compile(r"\b(?:avoid|such as|including|discontinue|stop|use|no|from|of|to)\s*$")
_LED_NOT = re.compile(  # `What not to do: swim, use saunas`
    r"^\W*(?:please |(?:what|things|activities|products) )?(?:you )?(?:not to do|to avoid"
    r"|(?:should|must|can|may) ?(?:not|n't)(?: do)?)\s*$"
)
_LED_LIST = re.compile(  # `Use nothing that may irritate: scrubs, acids`
    r"\b(?:nothing|(?:no|any) (?:products?|ingredients?|creams?)|anything)\b[^:]*$"
)
_LED_UNTIL = re.compile(  # `Avoid for a day or until the redness has gone: make-up, sun`
    r"^\W*(?:please )?(?:avoid|no|stop|leave (?:out|off)|skip)\b(?: for [^,]{3,30})? (?:and |or )?(?:until|till|while)\b[^,]*$"
    r"|^\W*for [^:]{3,40} (?:and|or) (?:until|till)\b[^,:]*$"
)
_TIMED_END = re.compile(
    r"\b(?:hours?|hrs?|days?|weeks?|months?)"
    r"(?: (?:after|post|following)(?:[- ](?:(?:your|the) )?(?:treatment|procedure|session))?)?\s*$"
)
