"""'Until …' in a clause -> the condition that must come true, by one normal name for each."""

from __future__ import annotations

import re

from aftercare.core.leaflet.lengths import Told

_OPENERS = (
    r"\b(?:until|till|til|unless|before|once|when|while|whilst|as soon as|as long as|so long as"
    r"|after|if|provided|only if|only when|by the time|for as long as|during|to the end of)\b"
)
_DONE = (
    r"(?:gone|settl\w*|subsid\w*|fad\w*|clear\w*|disappear\w*|calm\w*|resolv\w*|pass\w*|stop\w*"
    r"|finish\w*|over|vanish\w*|eas\w*|down|goes|go|went|no longer|left|ceas\w*|end(?:s|ed)|away"
    r"|dropp?\w*|fall\w*|fell|complete\w*|off|return\w*|lasts?|goes on|better|worn|wears?|come\w*|free of|continu\w*|persist\w*)"
)
_HEALED = (
    r"(?:heal(?:s|ed|ing)?|recover(?:s|ed|ing|y)?|mend(?:s|ed|ing)?|back to normal|repaired|intact"
    r"|closed|sealed|closed over|fully closed|whole again|knit\w*|fine again|returned to normal)"
)
_NAMES = (
    (
        "course finished",
        (
            r"\b(?:whole |entire |full |your )?(?:course|series) (?:of (?:\w+ )?(?:treatments?|sessions?)|is|has|lasts|goes on)\b|\bduring (?:the|your) (?:\w+ )?(?:course|series)\b"
            r"|\b(?:while|whilst) (?:i am|i'm|you are|you're) (?:having|undergoing|receiving) (?:the |this |these |your |my )?(?:\w+ )?(?:treatments?|sessions?)\b"
        ),
    ),
    (
        "cream finished",
        (
            r"\b(?:cream|ointment|tube|course|tablets|antibiotics?|pot"
            r"|bottle)\b.{0,30}\b(?:finish\w*|runs? out|used up|gone|empty|complete\w*)"
            r"|\bfinish\w* (?:it|them|the (?:cream|tube|course|ointment))"
        ),
    ),
    (
        "pores closed",
        (
            r"\b(?:pores?|channels?|punctures?|needle holes?|holes)\b.{0,25}\b(?:clos\w+|shut"
            r"|seal\w*|open)"
        ),
    ),
    (
        "sensation returns",
        (
            r"\b(?:sensation|feeling(?! (?:back to )?(?:as )?normal)|numb\w*|an(?:a?)esthetic|feel your)\b.{0,40}\b(?:return\w*"
            r"|back|worn? off|wears? off|gone|comes?|goes|passes|passed)"
            r"|\b(?:return\w*|back) of (?:feeling|sensation)|\bstill numb|\bis numb|\bare numb"
            r"|\bremains? numb"
        ),
    ),
    (
        "peeling stopped",
        (
            rf"\b(?:peel\w*|flak\w*|shed\w*)\b.{{0,40}}\b{_DONE}"
            r"|\b(?:finish\w*|stopp?\w*|done|completed?) (?:peeling|flaking|shedding)"
            r"|\bend of (?:the |your |all )?(?:peeling|flaking|shedding)"
            rf"|\bwhile (?:\w+ ){{0,4}}(?:peel|flak|shed)|\b(?:still|no longer) (?:peel|flak|shed)"
            r"|\bthere (?:is|are) (?:\w+ ){0,2}(?:peel|flak|shed)"
            r"|\b(?:peel|flak|scab|shed)\w*(?:/\w+)? (?:stage|phase|period)\b"
        ),
    ),
    (
        "scabs gone",
        rf"\b(?:scab\w*|crust\w*)\b.{{0,40}}\b{_DONE}|\b(?:there are|you have) (?:\w+ ){{0,2}}(?:scab|crust)",
    ),
    (
        "redness subsides",
        (
            rf"\b(?:red|redness|erythema|pink|pinkness|flush\w*|redden\w*)\b.{{0,40}}\b{_DONE}"
            r"|\b(?:still|stays?|remains?|looks?) (?:red|pink)"
            r"|\b(?:no longer|not|isn't|less) (?:red|pink)\b|\bis (?:red|pink)\b|\b(?:there is|no) (?:\w+ ){0,2}redness\b"
        ),
    ),
    (
        "swelling subsides",
        rf"\b(?:swelling|swollen|puff\w*)\b.{{0,40}}\b{_DONE}|\bno (?:\w+ )?swelling\b",
    ),
    ("bruising subsides", rf"\bbruis\w*\b.{{0,40}}\b{_DONE}|\bno (?:\w+ )?bruis\w+"),
    (
        "bleeding stopped",
        (
            rf"\b(?:bleeding|oozing|weeping)\b.{{0,30}}\b{_DONE}"
            r"|\b(?:stop\w*|no longer) (?:bleed|ooz|weep)"
        ),
    ),
    ("skin healed", rf"\b{_HEALED}\b"),
    (
        "skin calm",
        (
            r"\b(?:calm\w*|settl\w*|comfortable|less sensitive|no longer (?:sensitive|sore|sting\w*|hurts?|burns?|itch\w*)"
            r"|not sore|no longer tender|feels? normal|looks? normal|is normal|irritation"
            r"|irritated|sensitiv\w*|raw|broken|open wound|swollen|quiet\w*|discomfort|tender\w*|sore\w*"
            r"|itch\w*|inflam\w*|hot|warm|heat)\b"
        ),
    ),
    (
        "reviewed",
        (
            r"\b(?:review|check-?up|follow[- ]up|next (?:appointment|visit)"
            r"|we (?:see you|have seen|say|tell|advise)|seen you"
            r"|(?:your )?(?:doctor|practitioner|clinician|nurse|therapist|surgeon|gp) (?:says"
            r"|agrees|tells|advises|has)|told|advised|all[- ]clear|instructed|removed"
            r"|take it off)\b"
        ),
    ),
)
_NAMED = tuple((name, re.compile(pattern)) for name, pattern in _NAMES)
_OPENER = re.compile(_OPENERS)
_PERIOD = re.compile(
    rf"\b(?:while|whilst|during) (?:\w+ ){{0,4}}(?:{_HEALED})"
    r"|\b(?:heal(?:ing|ed)) (?:phase|period|time|stage)\b"
)
_BAN = re.compile(
    r"\b(?:until|till|til|before|unless|while|whilst|during|as long as|for as long as"
    r"|so long as|to the end of|(?:the whole|all the) time(?: that)?|throughout|through the|(?:sure|certain) (?:that )?(?=(?:it|(?:the|your) \w+) (?:has|is)\b)|as (?=(?:it|they|(?:the|your) \w+) heals?\b)|(?:for|all through|during) (?:the|your) (?=(?:\w+ )?(?:course|series)\b)|only (?:if|when|once|after)|wait for|if|whenever|once|when|after"
    r"|as soon as|by the time|let (?:yourself|it|them|(?:your|the) \w+)(?= heal))\b"
)
_ALLOW = re.compile(
    r"\b(?:once|when|as soon as|if|after|until|till|provided|as long as|so long as"
    r"|by the time|unless|while|whilst|during|before)\b"
)
_COURSE = re.compile(r"\b(?:until|till|til|as long as|for as long as)\b")
_PHRASE_END = re.compile(
    r"[;:]|\.\s|,\s(?:but|and (?:then )?(?:use|do|keep|avoid|no)|you|do|use|keep|avoid"
    r"|apply|please|no|put|wear|wash)\b"
)
_VERDICTS = {"reviewed"}


def until(text: str, *, permission: bool, kind: str) -> str | None:
    """Name the condition on which a lower-case clause ends, or on which it allows."""
    openers = _ALLOW if permission or kind == "do" else _BAN if kind == "avoid" else _COURSE
    for match in sorted(openers.finditer(text), key=_firmness):
        rest = text[match.start() :][:140]
        stop = _PHRASE_END.search(rest)
        phrase = rest[: stop.start()] if stop else rest
        if match.group() in {"if", "when", "whenever"} and not _lasting(kind, permission, phrase):
            continue
        still = permission and match.group() == "unless" and _STILL.search(phrase)
        if match.group() in {"before", "after", "unless"} and not (still or _state(phrase)):
            continue
        if name := _condition(phrase, match.group()):
            return name
    return "skin healed" if permission and _ON_HEALED.search(text) else None


_STILL = re.compile(r"\bstill\b|\b(?:red|pink|sore|peeling|swollen|tender|irritated|scabb\w*)\b")
_ON_HEALED = re.compile(  # `saunas are fine on healed skin`, `after 3 days, following full recovery`
    r"\bon (?:(?:fully|completely|only|your) )*(?:healed|closed|intact|unbroken) (?:skin|areas?)\b"
    r"|\b(?:following|upon|post|with|after)[ -](?:(?:the|your|full|complete|total|initial) )*(?:heal(?:ing|ed)|recovery)\b"
)


def _firmness(match: re.Match[str]) -> tuple[bool, int]:
    """`If it is still red, wait until it is calm` ends when it is calm."""
    return match.group() not in {"until", "till", "til"}, match.start()


_SORE = (
    r"|\b(?:sore|tender|irritated|raw|broken|open|pink|swollen|scabb\w*|sensitive|bleeding"
    r"|weeping|peeling|flaking|is red)\b"
)


def _lasting(kind: str, permission: bool, phrase: str) -> bool:
    """`if it itches` is an occasion, not an end; `if your skin is calm` is a condition."""
    if permission:
        return bool(
            re.search(
                r"\b(?:heal|calm|settl|gone|clos|subsid|comfortable|no (?:longer|more|\w+)|not|finish|stopp|worn"
                r"|return|fad|over\b|done\b|passed|complet|no more)",
                phrase,
            )
        )
    return bool(
        re.search(
            r"\b(?:heal|settl|calm|gone|subsid|still|peel\w+ (?:has|is)|recover|clos|finish)"
            + (_SORE if kind == "avoid" else ""),
            phrase,
        )
    )


def _state(phrase: str) -> bool:
    return bool(
        re.search(
            r"\b(?:has|have|is|are|it|they|had|been|full|fully|complete"
            rf"|everything)\b.{{0,40}}\b(?:{_DONE}|{_HEALED}|clos\w+)|\bheal"
            r"|\b(?:peeling|flaking|redness|swelling|bruising|scabbing) (?:ceases?|stops?|ends?|settles?)\b",
            phrase,
        )
    )


def _condition(phrase: str, opener: str) -> str | None:
    for name, pattern in _NAMED:
        if name in _VERDICTS and opener not in {"until", "till", "til", "unless"}:
            continue
        if pattern.search(phrase):
            return name
    return None


_UNTIL = re.compile(
    r"\b(?:until|till|til|(?:for )?as long as|so long as|while|whilst)\s+(?P<said>[a-z][^.;:()]{3,80})"
)
_STATE = re.compile(
    r"(?:there (?:is|are)|(?:it|they|you|(?:the|your|any) (?:\w+ ){1,3}?)\s?"
    r"(?:is|are|has|have|feels?|looks?|remains?|stays?|still)\b)"
)
_THEN = re.compile(r"(?:then|now|later|recently)\b")
_TO_A_LENGTH = re.compile(
    r"\s*(?:(?:at|least|about|around|the|after|an?|full|another|roughly|approximately|on|all|day"
    r"|good|minimum|of|some|next) )*$"
)


def unnamed(text: str, told: tuple[Told, ...]) -> str | None:
    """Give the words of an `until …` that has no normal name: a condition is never lost."""
    for match in _UNTIL.finditer(text):
        said = match["said"]
        until = match.group().startswith(("until", "til"))
        condition = (until or _STATE.match(said)) and not _THEN.match(said)
        if condition and not _of_length(text, match.start("said"), told):
            words = _MAIN.split(_COMMA.split(said)[0])[0].strip()
            return words if until else f"it is no longer so that {words}"
    return None


_BEGINS = re.compile(
    r"\b(?:once|when|as soon as|provided(?: that)?|only if) (?P<said>(?:the|your|all|any|it|they|we|our) "
    r"[^.;:(),]{0,50}?\b(?:has|have|is|are|says?|feels?|agrees?|allows?|comes?)\b[^.;:(),]{0,40})"
)


def unnamed_start(text: str) -> str | None:
    """Give the words of the state in which something is allowed again."""
    match = _BEGINS.search(text)
    return match["said"].strip() if match else None


_MAIN = re.compile(  # `until your stitches are out no sauna`
    r"\s(?=you (?:must|should|need to|have to|may|can|will need)\b)"
    r"|(?:(?<=out)|(?<=off)|(?<=ed)|(?<=en)|(?<=ne)) (?=(?:no|avoid|do not|don't|never|stay|keep)\b)"
)
_COMMA = re.compile(
    r",(?= (?:and |but |or |so )?(?:\w+ ){0,2}(?:use|do|keep|avoid|apply|no|not)\b)|,(?! and| or)"
)


def _of_length(text: str, at: int, told: tuple[Told, ...]) -> bool:
    """Tell whether `until` says a length: `until at least 48 hours have passed`, `till day 3`."""
    return any(
        each.start <= at < each.end
        or (at <= each.start and _TO_A_LENGTH.fullmatch(text[at : each.start]))
        for each in told
    )
