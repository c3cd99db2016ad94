"""A clause -> what the body does: the ordinary course, results in time, and harms."""

from __future__ import annotations

import re

from aftercare.core.leaflet import rules
from aftercare.core.leaflet.facts import Facts
from aftercare.core.leaflet.verdicts import TREATMENTS, VAGUE, Kind, Verdict, first_rule

_USUAL = tuple(rule for rule in rules.COURSE if rule.name == "normal-course")
_OR_ELSE = next(rule for rule in rules.RISK if rule.name == "or-else")
_EASES = re.compile(r"\b(?:brings? (?:\w+ ){0,3}down|takes? the edge off)\b")
_LESS = re.compile(
    r"\b(?:less likely|less chance|fewer|(?:lowers?|reduces?|cuts?|minimi[sz]es?|prevents?) (?:the|your|any))\b"
)
_FOUND = re.compile(r"\b(?:purchased?|bought|found|obtained|used|taken)\b")
_VAGUE_TIME = re.compile(
    r"\b(?:few|several|couple of|some) (?:hours|days|weeks)\b|\blasts? (?:\w+ )?longer\b"
)
_IS_NORMAL = re.compile(r"\b(?:is|are) (?:\w+ )?(?:normal|usual)\b")
_MILD = re.compile(r"\b(?:blisters?|hives|rash)\b")
_BETTER = re.compile(r"\b(?:improv\w+|better|fad\w+|soften\w*|settl\w+|lighten\w*)\b")
_THE_SCAR = re.compile(r"\b(?:(?:the|your|this|my|acne) |lines (?:or|and) )scars?\b")
_LASTS = re.compile(
    r"\b(?:lasts?|takes?(?! (?:up (?!to)|effect|\d+ min|place))|holds? for|takes? effect|wears? off|works? for)\b"
)


_IT_HARMS = re.compile(
    r"^\W*(?:and |or |as |which )?(?:it|they|this|these|that|those|both|each)"
    r"(?: (?:can|may|might|could|will|would))? "
    r"(?:dry out|dries out|bring on|get in the way|upset|inflame|irritate|infect|hold back|slow|delay|strip|trap|spread|introduce|hinder|bring (?:in|on|out)"
    r"|set off|makes? (?:\w+ ){1,3}(?:redder|worse|slower|longer))s?\b"
)


def or_else(facts: Facts, frame: Kind | None) -> Verdict | None:
    """`Otherwise`, `without it`, `if you scratch`: the harm of not keeping a rule."""
    if _IT_HARMS.search(facts.low):
        return Verdict("risk", "it-harms", 0.75)
    rule = _OR_ELSE
    if rule.pattern.search(facts.low) and (facts.has("~!") or rules.HARM.search(facts.low)):
        return Verdict("risk", rule.name, rule.sure)
    return None


def harmful(facts: Facts, frame: Kind | None) -> Verdict | None:
    """Find a harm: behind a reason, named as a risk, or stated of an act."""
    if frame == "risk" and facts.has("~!-+0") and not _IS_NORMAL.search(facts.low):
        return Verdict("risk", "listed-as-risk", 0.85)
    if facts.joined == "reason":
        return _reason(facts)
    if _LESS.search(facts.low) and facts.has("+"):
        return None  # `make infection less likely with this cream`
    rule = first_rule(rules.RISK, facts.low)
    if rule is not None and rule.name == "risk-named" and _LESS.search(facts.low):
        return None  # `this lowers the risk of infection`
    if rule is not None and rule.name == "risk-named" and _passes(facts):
        return None  # `now and then it stays red for 4 days`
    if rule is not None and (facts.has("~!") or rules.HARM.search(facts.low)):
        return Verdict("risk", rule.name, rule.sure)
    if _harm_of_an_act(facts):
        return Verdict("risk", "harm-of-an-act", 0.75)
    if rules.HARM_STATED.search(facts.low) and not facts.verb and not facts.has("~+"):
        return Verdict("risk", "harm-stated", 0.7)
    named = _harms(facts) and frame != "expect" and not first_rule(_USUAL, facts.low)
    return Verdict("risk", "harm-named", 0.7) if named else None


def _passes(facts: Facts) -> bool:
    """Tell whether what is rare is an ordinary sign that ends by itself."""
    named = re.search(r"\b(?:risks?|complications?|adverse|danger|hazards?|cases)\b", facts.low)
    timed = _timed(facts) or _VAGUE_TIME.search(facts.low) is not None
    return timed and facts.has("~") and not facts.has("!") and not named


def _reason(facts: Facts) -> Verdict | None:
    """A reason that names a harm is a risk; a wished-for one stays with its rule."""
    feared = re.search(r"\b(?:could|might|may|can)\b", facts.low) and not _FOUND.search(facts.low)
    harm = rules.HARM.search(facts.low) or facts.has("!~") or feared
    wished = rules.WISHED.search(facts.low) and not facts.has("!")
    wished = wished or bool(_LESS.search(facts.low))
    plain = facts.has("~") and not facts.has("!-") and not rules.HARM.search(facts.low)
    if plain and _WILL_BE.search(facts.low):
        return Verdict("expect", "reason-course", 0.7)
    return Verdict("risk", "reason", 0.8) if harm and not wished else None


_WILL_BE = re.compile(  # `as your skin will be very sensitive`: no harm, what comes
    r"\b(?:skin|face|area|lips?|brows?|it|you) (?:will|may|might|can|is going to|could)(?: \w+)? (?:be|feel|look)\b"
)


def _harm_of_an_act(facts: Facts) -> bool:
    stated = facts.has("~!") or re.search(r"\b(?:can|may|will|could|might|\w+s)\b", facts.low)
    harm = rules.HARM.search(facts.low) and not rules.WISHED.search(facts.low)
    if not facts.has("!") and re.search(
        r"\byou (?:may|might|will|could) (?:\w+ )?(?:have|get|see|notice|feel)\b", facts.low
    ):
        return False
    acts = {n.name for n in facts.core if n.kind == "-"} - TREATMENTS
    return bool(acts and not facts.verb and harm and stated)


def _harms(facts: Facts) -> set[str]:
    told = {n.name for n in facts.found if n.kind == "!" and not _none(facts, n.start)} - VAGUE
    signs = {named.name for named in facts.core if named.kind == "~"}
    if len(signs) > 1 and told <= {"blistering", "allergy"} and _MILD.search(facts.low):
        return set()  # `some itching, blisters and scabs` is a course
    return told - ({"scarring"} if _THE_SCAR.search(facts.low) else set())


def _none(facts: Facts, at: int) -> bool:
    """`With no scars`, `so no infection gets in`: there is none."""
    return re.search(r"\b(?:no|without)(?: \w+)? $", facts.low[:at]) is not None


def coming(facts: Facts, frame: Kind | None) -> Verdict | None:
    """Find what is to be expected, and when results show."""
    if facts.joined == "reason":
        return None
    better = _BETTER.search(facts.low)
    if frame == "expect" and _harms(facts) and not better:
        return Verdict("risk", "harm-listed", 0.7)
    found = _of_the_body(facts, frame)
    listed = frame == "avoid" and first_rule(_USUAL, facts.low) is None
    return found or (None if listed else _in_time(facts))


def _timed(facts: Facts) -> bool:
    return any(told.role in {"end", "start"} for told in facts.told)


_THING_FROM = re.compile(r"[^:]{3,30}:\s*(?:from|after|not before)\b")  # `Pool: from week 3`


def _of_the_body(facts: Facts, frame: Kind | None) -> Verdict | None:
    rule, body = first_rule(rules.COURSE, facts.low), facts.has("~!")
    if _EASES.search(facts.low) or (_LESS.search(facts.low) and not facts.has("~")):
        return None
    if rule is not None and (body or (rule.name == "you-will-feel" and not facts.verb)):
        return Verdict("expect", rule.name, rule.sure)
    if facts.has("-") and _THING_FROM.match(facts.low):
        return None
    if _timed(facts) and _LASTS.search(facts.low) and not facts.verb:
        return Verdict("expect", "results-in-time", 0.75)
    named = body and not facts.has("-+") and (_timed(facts) or frame in {"expect", None})
    results = _results(facts) and (_timed(facts) or (rules.HEALING.search(facts.low) and rule))
    if results:
        return Verdict("expect", "results-in-time", 0.8)
    return Verdict("expect", "sign-named", 0.7) if named else None


def _results(facts: Facts) -> bool:
    return bool({"results", "healing"} & set(facts.activities))


def _in_time(facts: Facts) -> Verdict | None:
    """A course told without a symptom's name: `it settles in a day`."""
    rule = first_rule(rules.COURSE, facts.low)
    deeds = [n for n in facts.core if n.kind in "-+" and n.name not in TREATMENTS]
    if rule is not None and not facts.verb and not deeds:
        if _timed(facts):
            return Verdict("expect", "course-in-time", 0.7)
        if rule.name == "normal-course" or _VAGUE_TIME.search(facts.low):
            return Verdict("expect", rule.name, 0.6)
    return Verdict("info", "results", 0.6) if rule is not None and _results(facts) else None
