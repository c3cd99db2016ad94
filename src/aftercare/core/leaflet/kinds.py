"""A clause -> what it is: do, avoid, expect, risk, seek help or information, and by which rule."""

from __future__ import annotations

import re
from collections.abc import Callable

from aftercare.core.leaflet import rules
from aftercare.core.leaflet.advice import permitted, told_to
from aftercare.core.leaflet.bans import banned, careful, double_negative, kept_dry
from aftercare.core.leaflet.courses import coming, harmful, or_else
from aftercare.core.leaflet.facts import Facts
from aftercare.core.leaflet.information import calls_for_help, informs, reassures
from aftercare.core.leaflet.verdicts import Kind, Verdict
from aftercare.core.leaflet.windows import Window

_FINITE = re.compile(
    r"\b(?:is|are|was|may|can|will|could|might|should|must|has|have|do|does|cause\w*"
    r"|lead\w*|make(?!-?up)\w*)\b"
)
_CONDITION = re.compile(
    r"\b(?:until|till|while|whilst|once|however|no matter|even (?:if|though))\b.*"
)

_RELATIVE = re.compile(  # `wax the hairs you can see`, `anything that may irritate`
    r"(\w) (?:that|which|(?:that |which )?(?:you|we|they)) "
    r"(?:(?:often|usually|easily) )?(?:can|may|could|might|will|would|is|are|has|have|do|had|cause|contain|irritate|sting)\b[^,;]*"
)


def judge(facts: Facts, frame: Kind | None) -> Verdict | None:
    """Judge a clause by the first rule that holds; ``None`` is not understood."""
    return next((verdict for step in _LADDER if (verdict := step(facts, frame))), None)


def _listed(facts: Facts, frame: Kind | None) -> Verdict | None:
    """Bare words under `avoid` or `seek help if` are what the heading says."""
    main = _RELATIVE.sub(r"\1", _CONDITION.sub("", facts.low))
    if facts.joined == "reason" or facts.verb or _FINITE.search(main):
        return None
    if frame == "avoid" and (facts.has("-") or (main != facts.low and not facts.has("~!+"))):
        return Verdict("avoid", "listed-to-avoid", 0.85)
    if frame == "seek-help" and not facts.has("-+") and "results" not in facts.activities:
        return Verdict("seek-help", "listed-as-sign", 0.8)
    return None


def _framed(facts: Facts, frame: Kind | None) -> Verdict | None:
    if frame is None or facts.joined == "reason":
        return None
    if not facts.found and not facts.verb and len(facts.low.split()) < 3:
        return None  # `Sorry!`
    if re.match(r"\W*(?:and|or|but|which) (?:may|can|could|might|will)\b", facts.low):
        return None
    if frame == "avoid" and facts.has("+") and not facts.has("-0~!"):
        return Verdict("avoid", "listed-to-avoid", 0.5)
    said = re.search(r"\b(?:can|may|might|will)\b", facts.low)
    stated = re.match(r"\W*(?:so|but|and|you|we|i|your|it|that|there|this|they)\b", facts.low)
    if frame == "avoid" and stated and not facts.verb and not facts.found:
        return None  # `So you've been waxed!` under what not to do
    if frame == "do" and said and not facts.verb and not facts.has("+0"):
        return None
    if frame == "do" and stated and not facts.verb and not facts.has("+"):
        return None  # `I'm covered`, `that first week matters most` under what to do
    if frame in {"expect", "risk"} and (
        not facts.has("~!0") or (facts.has("-+") and not facts.has("~!"))
    ):
        return None
    return Verdict(
        frame,
        f"listed-to-{frame}" if frame in {"do", "avoid", "expect"} else f"listed-as-{frame}",
        0.75,
    )


def _named_only(facts: Facts, frame: Kind | None) -> Verdict | None:
    """A rule without a verb: `gym: 48 hours` is kept from, `SPF 50 daily` is done."""
    if re.match(r"\W*some (?:clinics|people|salons|places)\b", facts.low):
        return None
    if facts.joined == "reason" or re.search(
        r"\b(?:is|are|was|were|will|may|can|cannot|can't|has|have|does|do|did|started|began|came|appeared)\b",
        facts.low,
    ):
        return None
    timed = any(told.role in {"end", "start"} for told in facts.told)
    timed = timed or bool(re.search(r"\buntil\b", facts.low))
    care = facts.has("+0") and re.search(r"\b(?:only|just)\b", facts.low)
    if care and facts.has("0"):
        return Verdict("do", "only-care-named", 0.6)
    if timed and (said := _named_with_a_time(facts)):
        return said
    if facts.has("-") and not facts.has("+") and timed and _goes_in(facts):
        return Verdict("expect", "course-in-time", 0.6)
    if facts.has("-") and not facts.has("+") and timed:
        return Verdict("avoid", "named-with-a-length", 0.6)
    if facts.has("+") and not facts.has("-~!"):
        return Verdict("do", "care-named", 0.6)
    return None


def _named_with_a_time(facts: Facts) -> Verdict | None:
    """`A warm feeling for an hour`, `after 2 days mineral make-up only`, `gym: in 2 days`."""
    if re.search(r"\b(?:feelings?|sensations?|appearance)\b", facts.low):
        return Verdict("expect", "course-in-time", 0.6)
    begun = any(told.role == "start" for told in facts.told)
    if begun and facts.has("-") and re.search(r"\bonly\W*$", facts.low):
        return Verdict("do", "only-then", 0.6, permission=True)
    cared = {n.name for n in facts.core if n.kind == "+"} - {"routine"}
    named = facts.has("-") or "routine" in facts.activities
    waits = _WAITS.match(facts.low) and named and not cared and not facts.has("~!")
    return Verdict("avoid", "named-with-a-length", 0.6) if waits else None


_WAITS = re.compile(  # `Gym: in 2 days`, `Usual routine: back in 5 days`
    r"\W*[\w' /&,-]{2,60}:\s*(?:(?:back|again|ok|fine) )?in \w|\W*(?:your )?(?:usual|normal|regular|own) [\w -]{3,30}:\s*(?:back )?(?:in )?\d"
)


def under_a_length(facts: Facts) -> Verdict | None:
    """`Make-up of any kind` under `For 48 hours`: bare words that name what may harm."""
    bare = not facts.verb and not facts.joined and not _FINITE.search(facts.low)
    named = facts.has("-") and not facts.has("+~!")
    bare = bare and not re.search(
        r"\b(?:works?|gives?|best|gently|smoothly|with|every|each)\b", facts.low
    )
    return Verdict("avoid", "named-under-a-length", 0.55) if bare and named else None


def under_a_date(facts: Facts, window: Window | None) -> bool:
    """`Your lips should look great` under `Day 21`: what is then."""
    dated = window is not None and (
        window.start_hours is not None or window.unit in {"day", "week", "month"}
    )
    said = re.search(
        r"\b(?:will|may|should|might|can) (?:\w+ ){0,2}(?:be|look|feel|have|begin|start)\b",
        facts.low,
    )
    return (
        dated and said is not None and not facts.verb and not facts.has("-+") and not facts.joined
    )


def _goes_in(facts: Facts) -> bool:
    """`Lashes grow out in six weeks`: what happens `in` a time is a course."""
    return any(
        re.search(r"\bin (?:about |around |some )?$", facts.low[: t.start]) for t in facts.told
    )


def _last(facts: Facts, frame: Kind | None) -> Verdict | None:
    if rules.INFO.search(facts.low) or facts.consent:
        return Verdict("info", "information", 0.5)
    return None


_BRIEFLY = re.compile(  # `Wear make-up? 24 hours`, under `When can I …`
    r"\W*[a-z][^?]{2,50}\?\s+(?:(?:not|only|give it|wait|for|after|in|at least|about|from) ){0,3}(?=[\da-z])[^,.;]{2,30}\W*$"
)


_WAITS_FOR = re.compile(  # `Gym: when the redness has gone`
    r"\W*(?!if\b|when\b|once\b|after\b|do\b|use\b|wear\b)[a-z][\w' /,&-]{1,40}:\s*(?:only |not )?"
    r"(?:when|once|after|as soon as|until) (?!\d|an?\b|you\b|your? (?:appointment|session|visit|next))"
)


def _waits_for_a_state(facts: Facts, frame: Kind | None) -> Verdict | None:
    """A thing and a state: until then it is not done."""
    named_ = facts.found and facts.found[0].kind == "-" and facts.found[0].start < 12
    waits = named_ and _WAITS_FOR.match(facts.low) and not facts.verb
    return Verdict("avoid", "waits-for-a-state", 0.6) if waits else None


def _answered_briefly(facts: Facts, frame: Kind | None) -> Verdict | None:
    """A deed with a question mark and a time is not done before."""
    only_time = facts.told and not facts.low[facts.told[-1].end :].strip(" .!")
    if not only_time or not _BRIEFLY.match(facts.low):
        return None
    harmful = facts.has("-") and not facts.has("+~!")
    return Verdict("avoid", "answered-briefly", 0.6) if harmful else None


_LADDER: tuple[Callable[[Facts, Kind | None], Verdict | None], ...] = (
    calls_for_help,
    _answered_briefly,
    _waits_for_a_state,
    _listed,
    informs,
    reassures,
    careful,
    or_else,
    double_negative,
    kept_dry,
    banned,
    permitted,
    told_to,
    harmful,
    coming,
    _framed,
    _named_only,
    _last,
)
