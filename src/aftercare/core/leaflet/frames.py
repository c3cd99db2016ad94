"""What a heading or a lead-in says of all that stands under it."""

from __future__ import annotations

import re
from typing import Literal

from msgspec import Struct, structs

from aftercare.core.leaflet import conditions, rules, windows
from aftercare.core.leaflet.activities import named, names
from aftercare.core.leaflet.cuts import VERBS
from aftercare.core.leaflet.facts import lowered
from aftercare.core.leaflet.lengths import lengths
from aftercare.core.leaflet.sides import titled_after, titled_before
from aftercare.core.leaflet.strength import Strength, is_course, strength_of
from aftercare.core.leaflet.verdicts import VAGUE, Kind
from aftercare.core.leaflet.windows import Window

_ASKED = next(rule for rule in rules.HELP if rule.name == "ask-for-help")


class Frame(Struct, frozen=True):
    """What is inherited: kind, window, condition, strength, phase, section, topic.

    ``asked`` is a question from when something may be done; bare times below it answer it.
    ``moment`` says that the window is a point on a time line: what is permitted begins there.
    ``period`` says that the window is that of a sentence before: one of advice, or of the body.
    """

    kind: Kind | None = None
    window: Window | None = None
    until: str | None = None
    strength: Strength | None = None
    before: bool = False
    section: str = ""
    topic: tuple[str, ...] = ()
    listed: bool = False
    loose: bool = False
    asked: bool = False
    moment: bool = False
    period: Literal["", "advice", "scene"] = ""


_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))  # type: ignore[misc]  # the table's first column holds kinds only
    for kind, pattern in (
        (
            "seek-help",
            (
                r"\b(?:when (?:to|(?:do|should|must) (?:i|you|we)) "
                r"(?:call|contact|seek|get|ring|see|worry|ask|phone|be worried)|not normal"
                r"|(?:call|contact|ring|tell|phone|see|message|text|e-?mail) (?:us|the clinic|your \w+|a doctor|a gp|me"
                r"|you)\b.*|(?:seek|get) (?:\w+ )?(?:help|advice|attention)|get help|red flags?"
                r"|alarm(?: signs?)?|warning signs?|emergenc\w+|urgent|danger signs?"
                r"|signs? (?:of infection|to watch)|let us know if|when (?:something|things)"
                r"|need help)\b"
            ),
        ),
        (
            "info",
            (
                r"\b(?:contra-?indications?|(?:cannot|can't|can not|do not|don't|won't) (?:have|treat"
                r"|be treated|proceed)|not suitable|unsuitable|who (?:should|can(?:'t|not)?))\b"
            ),
        ),
        (
            "avoid",
            (
                r"\b(?:(?:should|must|may|ought) ?n(?:ot|'t)(?: to)?(?=\W*$)|do not|do nots|don'?t'?s?|avoid(?:ing)?|what not|not to do|no-?no'?s?|no-?gos?|nope"
                r"|stay away|keep away|forbidden|off limits|never|steer clear|say no|leave out"
                r"|not allowed|to skip|stop|refrain|hands off|wait before|hold off|please no|banned"
                r"|out of bounds|(?:has|have|must|should|please) (?:to )?wait)\b|^(?:no|not)\b(?= to\b| at\b|$)"
            ),
        ),
        (
            "risk",
            (
                r"\b(?:risks?|complications?|what can go wrong|rare(?:ly)?|adverse|uncommon|unwanted"
                r"|problems|possible (?:harms?|complications?)|could go wrong)\b"
            ),
        ),
        (
            "expect",
            (
                r"\b(?:expect(?:ed)?|normal|what (?:usually |normally )?(?:happens|follows)"
                r"|usually (?:follows|happens)|may (?:notice|see|feel|experience|have|find|get)"
                r"|might (?:notice|see|feel|experience|have)|will (?:notice|see|feel|look|be|have)"
                r"|side[- ]effects?|reactions?|healing (?:process|stages|time|timeline)|timeline"
                r"|stages|recovery|how (?:you|it|your \w+) (?:will|may|might) (?:look|feel)|common"
                r"|what you(?:'ll| will)? (?:see|feel|notice)|(?:look|feel)s? like"
                r"|will i (?:look|feel|see|notice|have)|changes?|results?)\b"
            ),
        ),
        (
            "do",
            (
                r"\byou (?:may|can)(?: (?:now|then|again|also|start to|begin to))*$|^(?:please )?(?:to do|things to do|do|dos|do's|always|yes|what to do|what you (?:do|can do|should do)"
                r"|your (?:job|part|task)|you (?:may|can)|please|must do"
                r"|how to (?:care|look after|wash|clean)|looking after|allowed|fine|recommended"
                r"|keep|(?:core |key |main )?actions?$)\b(?! not)"
            ),
        ),
    )
)
TILL = re.compile(r"\W*\b(?:until|till|while|whilst|during|as long as|for as long as)\b")
_LATER = re.compile(  # `48 hours after your surgery`: what is done then
    r"\W*(?:about |around )?(?:\d+|one|two|three|four|five|six|seven|ten|a)"
    r"[\d\s–-]{0,6}(?:hours?|days?|weeks?|months?) (?:after|post|following|later)\b"
)
_STAGES = tuple(  # `With the scabs in place (3-7 days)` holds for as long as they are
    (
        name,
        re.compile(
            rf"^\W*(?:during|while|whilst|with|as long as|before) (?:[\w']+ ){{0,4}}?{state}|\b{state}\w* (?:phase|stage)\b"
        ),
    )
    for name, state in (
        ("scabs gone", r"(?:scab|crust)\w*"),
        ("peeling stopped", r"(?:peeling|flaking|shedding)"),
        ("redness subsides", r"red(?:ness)?\b"),
        ("swelling subsides", r"(?:swelling|swollen)"),
        ("skin healed", r"heal(?:s|ing)"),
    )
)


_HOW_LONG = re.compile(  # `How long should I avoid the sun?`
    r"\W*(?:\d+[.)]\s*)?(?:for )?how long\b.*\b(?:avoid|stay (?:out|off|away)|keep (?:out|off|away)"
    r"|without|wait|not\b|leave|stop)\b"
)
_SHOULD_I_NOT = re.compile(  # `Do I need to avoid the sun?`, `What can't I do?`
    r"\W*(?:\d+[.)]\s*)?(?:(?:do|will) i (?:need|have) to|should i|must i|ought i to) (?:\w+ )?"
    r"(?:avoid|stay (?:out|off|away|in|home|at home)|keep (?:out|off|away)|stop|wait|give up|leave|skip)\b"
    r"|\W*(?:\d+[.)]\s*)?what (?:(?:can|must|should|may)(?:n't|'t| ?not)|(?:can|must|should|may|do) (?:i|you) not)\b"
)
_MAY_I = re.compile(r"\W*(?:\d+[.)]\s*)?(?:can|may|could|is it (?:ok|okay|fine|safe)|am i)\b")
_FROM_WHEN = re.compile(  # `When can I swim?`, `How long before I can fly?`
    r"\W*(?:\d+[.)]\s*)?(?:when|how soon|how long (?:before|until|till|do i wait))\b"
    r".*\b(?:can|may|could|should|is it (?:safe|ok|okay|fine)|do i wait)\b"
)


def _from_to(window: Window) -> Window:
    """`48 hours after` and `6-8 hours after` begin then; `3-7 days after` begins and ends."""
    least, most = window.min_hours, window.max_hours
    if least and most and most > 12 and least < most:
        return windows.fixed(most, least)
    return windows.starting(least or most or 0.0)


def heading_frame(text: str, *, within: bool = False) -> Frame:
    """Read a heading, or a line ``within`` a part that is about before the treatment.

    A heading takes nothing over from the part above it: what is for afterwards must not be lost.
    """
    low = lowered(text).strip(" :")
    both = re.search(r"\bdo'?s\b.*\bdon'?t'?s?\b", low)
    kind = None if both else next((kind for kind, pattern in _KINDS if pattern.search(low)), None)
    told = [t for t in lengths(low) if t.role in {"end", "start"} and t.window]
    early, late = titled_before(low), titled_after(low, kind)
    at_once = re.match(r"day 0\b.*\b(?:right|straight|immediately|directly)\b", low)
    window = told[0].window if told and not early and not at_once else None
    if window is not None and (told[0].role == "start" or _LATER.match(low)):
        window = told[0].begins or _from_to(window)
    how_long, asked = _asks(low)
    kind = "avoid" if how_long else kind
    tilled = TILL.match(low) or ((kind == "avoid" or len(low.split()) <= 6) and TILL.search(low))
    till = conditions.until(low, permission=False, kind="avoid") if tilled else None
    till = till or next((name for name, said in _STAGES if said.search(low)), None)
    firmly = strength_of(low, kind) if kind in {"expect", "risk"} and is_course(low) else None
    return Frame(
        kind,
        window,
        till,
        firmly,
        early or (within and not late and not told),
        text.strip(" :*#"),
        _topic(low, asked=asked, bare=not early and not late),
        asked=asked,
    )


def past(above: Frame, words: str) -> Frame:
    """Give the frame above a lead-in: over `After care:` it is no longer before the treatment."""
    return structs.replace(above, before=False) if titled_after(lowered(words), None) else above


def _topic(low: str, *, asked: bool, bare: bool) -> tuple[str, ...]:
    """Give what a short title is about, or what a question asks of."""
    short = asked or (bare and len(low.split()) <= 3)
    found = names([each for each in named(low) if each.kind in "-+"]) if short else ()
    if found or not low.endswith("?") or len(low.split()) > 9:
        return found
    return names([each for each in named(low) if each.kind in "~!"])


def _asks(low: str) -> tuple[bool, bool]:
    """Tell whether a title asks how long something is forbidden, and whether it asks from when."""
    if not low.endswith("?"):
        return False, _FROM_WHEN.match(low) is not None
    how_long = bool(_HOW_LONG.match(low) or _SHOULD_I_NOT.match(low))
    thing = len(low.split()) <= 4 and named_harms(low)  # `Make-up? After 24 hours.`
    when = _FROM_WHEN.match(low) or _MAY_I.match(low)
    return how_long, how_long or thing or when is not None


def is_frame(text: str) -> bool:
    """Tell whether a line only says what the lines under it are, or for how long."""
    low = lowered(text).strip(" :*#.!-–—_[]~=")
    if re.fullmatch(
        r"(?:please )?(?:do'?s?|don'?t'?s?|do nots?|avoid|never|always|yes|no|please)", low
    ):
        return True
    if re.search(r"\b(?<!what )(?:is|are) (?:\w+ )?(?:normal|common|expected)$", low):
        return False
    told = lengths(low)
    rest = low
    for each in reversed(told):
        rest = rest[: each.start] + rest[each.end :]
    words = [w for w in re.findall(r"[a-z]+", rest) if w not in _FILLER]
    if told and not words:
        return True
    return (
        len(low.split()) <= 7
        and any(p.search(low) for _, p in _KINDS)
        and not named_deeds(low)
        and not _ASKED.pattern.search(low)
        and not _DO_IT.match(low)
    )


_DO_IT = re.compile(rf"(?:please )?do (?!not\b|no\b)(?:{VERBS})\b")  # `Do wash gently` orders


def named_harms(low: str) -> bool:
    """Tell whether words name what may be forbidden, and no care."""
    kinds = {each.kind for each in named(low)}
    asks = re.search(r"\b(?:i|it|you|what|how|why)\b", low)
    return "-" in kinds and "+" not in kinds and asks is None


def named_deeds(low: str) -> bool:
    """Tell whether a line names something to do or to leave."""
    return any(each.kind in "-+~!" and each.name not in VAGUE for each in named(low))


_FILLER = frozenset(
    [
        "the",
        "first",
        "next",
        "for",
        "after",
        "your",
        "treatment",
        "following",
        "to",
        "from",
        "of",
        "in",
        "on",
        "and",
        "until",
        "about",
        "days",
        "day",
        "weeks",
        "week",
        "hours",
        "hour",
        "up",
        "at",
        "least",
        "then",
        "onwards",
        "beyond",
        "during",
        "initial",
        "immediately",
        "procedure",
        "post",
        "straight",
        "away",
        "appointment",
        "session",
        "later",
        "care",
        "aftercare",
        "or",
        "a",
        "an",
        "please",
        "you",
        "should",
        "must",
    ]
)
