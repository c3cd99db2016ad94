"""A sentence -> its clauses, with offsets."""

from __future__ import annotations

import re

from aftercare.core.leaflet.activities import named
from aftercare.core.leaflet.asides import asks_behind
from aftercare.core.leaflet.cuts import (
    AND_THAT,
    ANOTHER,
    BEFORE_TOO,
    CONSENTS,
    CUTS,
    TWO_COURSES,
    VERBS,
)
from aftercare.core.leaflet.lengths import lengths
from aftercare.core.leaflet.numbers import COUNTED
from aftercare.core.leaflet.stops import Piece, trimmed
from aftercare.core.leaflet.turns import BY_THEN, IF, NO, ORDER, mark_parts, turns

_BRACKETED = re.compile(
    rf"\([^()]{{0,20}}(?:\d|\b(?:an?|{COUNTED})\b)[^()]{{0,12}}(?:hours?|hrs?|h\b|days?|weeks?|months?)[^()]{{0,12}}\)"
)
_TIMED_PART = re.compile(r"[^:]{0,60}\d[^:]{0,20}(?:hours?|hrs?|h|days?|weeks?|months?)\)?$")
_LED_BY_TIME = re.compile(r"\W*(?:after|in|during|from|within|until|once|when|if)\b")


_LENGTH = (
    r"for (?:at least |about |another |up to )?(?:\d|an? |one|two|three|four|five|six|seven|ten)"
)
_TWICE_TIMED = re.compile(  # `no pool for two weeks, and the gym and hot baths for five days`
    rf"\b{_LENGTH}[^,]{{0,24}}?(?P<word>,? (?:and|or) )(?=[^.;]{{4,120}}\b{_LENGTH})"
)


_ASKED_FOR_HELP = re.compile(
    r"\?\s+.{0,80}\b(?:get in touch|call|ring|contact|phone|tell us|let us know"
    r"|see (?:us|your|a)|come (?:in|back)|seek)\b"
)


def clauses_in(text: str, sentence: Piece) -> list[Piece]:
    """Part a sentence where a new instruction, reason or turn begins."""
    low = text[sentence.start : sentence.end].lower().replace("’", "'")
    if _ASKED_FOR_HELP.search(low):
        return [sentence]
    cuts: dict[int, tuple[int, str]] = {}
    patterns = (*CUTS, (AND_THAT, "and")) if CONSENTS.match(low) else CUTS
    shut = _closed(low) + _titled(text[sentence.start : sentence.end])
    for pattern, word in patterns:
        for match in pattern.finditer(low):
            if match.start() == 0 or any(a < match.start() < b for a, b in shut):
                continue
            said = (
                word
                or match.groupdict().get("word")
                or match.groupdict().get("bare")
                or match.groupdict().get("other")
                or ""
            )
            joined = "and" if said == "&" else said.rstrip(",")
            begins = (
                match.end()
                if word
                else match.start() + len(match.group()) - len(match.group().lstrip(", "))
            )
            if _good(low, cuts, match.start(), begins, joined):
                cuts[match.start()] = (begins, joined)
    if len(_BRACKETED.findall(low)) > 1:
        cuts |= {m.start() + 1: (m.end(), "comma") for m in re.finditer(r"\)(?:,| and)\s+", low)}
    if _each_timed(low):
        cuts |= {m.start(): (m.end(), "comma") for m in re.finditer(r",\s+", low)}
    cuts = _asked_too(low, cuts or _both_timed(low))
    return _cut(text, sentence, sorted((a, *rest) for a, rest in cuts.items()))


def _asked_too(low: str, cuts: dict[int, tuple[int, str]]) -> dict[int, tuple[int, str]]:
    """Part whom to ask from a ban, where nothing else does."""
    asked = asks_behind(low)
    if asked is None or any(abs(asked[0] - at) < 6 for at in cuts):
        return cuts
    return {**cuts, asked[0]: (asked[1], "and")}


def _each_timed(low: str) -> bool:
    """`No gym 2 days, no sauna 3 days, no pool 2 weeks`: each part has its own length."""
    parts = re.split(r",\s+", low.rstrip(". "))
    led = _LED_BY_TIME.match(low) is not None
    return len(parts) > 1 and not led and all(_TIMED_PART.match(part) for part in parts)


def _both_timed(low: str) -> dict[int, tuple[int, str]]:
    """Part a sentence that nothing else parts between two rules with a length each."""
    another, twice = ANOTHER.search(low), _TWICE_TIMED.search(low)
    if another:
        return {another.start("mark"): (another.end("mark"), "comma")}
    waits = BEFORE_TOO.search(low)
    if waits:
        return {waits.start("mark"): (waits.end("mark"), "and")}
    courses = TWO_COURSES.search(low)
    if courses and not NO.search(low):
        return {courses.start("mark"): (courses.start("word"), courses["word"])}
    if twice and NO.search(low[: twice.start("word")]):
        return {twice.start("word"): (twice.end("word"), twice["word"].strip(" ,"))}
    return {}


_NEVER = re.compile(r"(?!)")
_MIND = re.compile(r"\W*(?:please )?(?:remember|keep in mind|bear in mind)$")
_HELD = {  # `without doing so`, `nothing but water`
    "so": re.compile(r"\b(?:do|doing|done|even|if|or)$"),
    "but": re.compile(r"\b(?:nothing|anything|none|all|not)$"),
}


def _good(low: str, cuts: dict[int, tuple[int, str]], at: int, begins: int, joined: str) -> bool:
    """Tell whether a sentence is rightly parted here."""
    if any(abs(at - other) < 6 for other in cuts):
        return False
    before = low[max([0, *(b for b, _ in cuts.values() if b <= at)]) : at]
    allows, rest = _ALLOWS.search(before), low[begins:]
    later = allows and (
        _ONLY_THEN.match(rest) or _AND_ONCE.match(rest) or _AFTER_ASKING.match(rest)
    )
    if (len(before.split()) < 2 and joined != "mark") or _MIND.match(before) or later:
        return False
    if joined == "mark":
        return mark_parts(low, before, at, begins)
    if joined == "reason":
        return _is_reason(before, low[at], low[begins:])
    if _HELD.get(joined, _NEVER).search(before):
        return False
    if joined == "comma" and _lists_on(before, low[begins:]):
        return False
    late = before.rsplit(",", 1)[-1]
    if joined == "comma" and (_ONLY_TIME.match(before) or _only_times(late)):
        return False  # `8 hours after the treatment, wash it`
    if joined in {"comma", "then"}:
        before = _LABEL.sub("", before)  # `Cleansing: after 24 hours, wash it`
        if IF.match(before) and _TO_SOMEBODY.match(low[begins:]):
            return False
        before = re.sub(r", which (?:is|are) \w+\s*$", "", before)
        ordered = IF.match(before) and not (_FORBIDDEN.search(before) or BY_THEN.search(before))
        return not (ordered and "," not in before[:-1].strip())
    return turns(before, low[at], re.sub(r"^& ", "and ", low[begins:]), joined)


_ALLOWS = re.compile(
    r"\b(?:yes|can|may|could|able|free|no problem|fine|ok|okay|alright|all right|allowed|permitted|resume|restart|reintroduce|back to|return to)\b"
)
_ONLY_THEN = re.compile(  # `you can tan again but only once it has healed`
    r"(?:but|and|though|although|yet) (?:then )?only (?:when|once|if|after|as soon as|from|until|provided)\b"
)
_AND_ONCE = re.compile(  # `after 3 days and once the redness has gone`: one permission, one end
    r"(?:and|or|but) (?:then )?(?:only )?(?:once|when|if|after|as soon as|(?:as|so) long as|provided(?: that)?|unless)"
    r" (?:[a-z'-]+ ){1,6}?(?:has|have|is|are|feels?|looks?|says?|agrees?|settles?|heals?|stops?|goes|subsides?|fades?)\b"
    r"(?: (?!(?:apply|use|put|keep|wash|rinse|pat|start|resume|return|go|wear|avoid|call|ring|contact|tell|see|take|please|you)\b)"
    r"[\w'-]+){0,4}(?:, whichever [^.;]*)?\W*$"
)
_AFTER_ASKING = re.compile(  # `after 3 days, but check with us first`
    r"(?:but|and|though|although) (?:please |do |always )*(?:check with|ask|consult|speak (?:to|with)|talk to)"
    r" (?:us|me|(?:your|our|the) [\w'-]+) (?:first|before)\b"
)
_FILLER = re.compile(
    r"for|at|least|starting|beginning|after|treatment|your|the|from|about|and"
    r"|first|next|procedure|in|on|of|day|a|an|once|up|to|following"
)


def _only_times(before: str) -> bool:
    """`For at least one month, starting 72 hours after` says when, and nothing else."""
    rest = before
    for told in reversed(lengths(before)):
        rest = rest[: told.start] + rest[told.end :]
    words = re.findall(r"[a-z]+", rest)
    return rest != before and all(_FILLER.fullmatch(word) for word in words)


def _is_reason(before: str, sign: str, rest: str) -> bool:
    """`As soon as it …` and `if you swim, it …` give no reason."""
    if (rest.startswith("that ") and sign != ",") or rest.startswith("as best"):
        return False  # `no sport that may knock it` says which sport
    if rest.startswith("as ") and re.search(r"\bas (?:much|many|little|often|hard|far)\b", before):
        return False  # `as much cream as they can`
    if rest.startswith("as ") and re.search(
        r"(?<!too )\b(?:soon|long|well|much|far|such|same|just|little|often|many)$", before
    ):
        return False
    if rest.startswith("since") and _PASSED.search(before):
        return False  # `once two days have passed since the treatment`
    if rest.startswith("otherwise") and re.search(
        r"\b(?:unless|told|tell|say|advised?|instruct(?:ed)?)\b", before
    ):
        return False
    if rest.startswith("otherwise") and before.endswith(" or"):
        return False
    if re.search(r"\b(?:to|of|with|from|by|for|about|not)$", before):
        return False  # `failure to keep to this may …`
    if IF.match(before) and _URGED.match(rest):
        return False  # `if you have pain, it is vital that you ring`
    spliced = sign == "," and not re.match(r"because|since|otherwise|or\b|which|as\b", rest)
    if spliced and not _STATED.search(before):
        return False  # `steam, alcohol and spices may heat it` is one list
    return not (spliced and IF.match(before.rsplit(",", 1)[-1]))


_PASSED = re.compile(r"\b(?:passed|elapsed|gone by)$")
_STATED = re.compile(
    rf"\b(?:no|not|\w+n't|is|are|was|may|can|will|could|might|should|must|\w+ed)\b"
    rf"|^\W*(?:please )?(?!exercise|swim|shave|massage|drink|run\b)(?:{VERBS})\b"
)
_ONLY_TIME = re.compile(
    r"\W*(?:(?:on )?the (?:next|following) (?:morning|day|evening)|(?:on )?the (?:morning|day|evening) after"
    r"|(?:about )?(?:\d[\d\s–-]*|one |two |three |an? )(?:hours?|days?|weeks?)"
    r"(?: (?:later|afterwards?|after(?: (?:your |the )?\w+)?|post[- ]\w+))?)\s*$"
)
_LABEL = re.compile(r"^\W*(?:[\w-]+ ){0,3}[\w-]+:\s")
_FORBIDDEN = re.compile(r"(?<!you )(?<!to )\b(?:leave|avoid|never|skip|do not|don't)\b")
_URGED = re.compile(
    r"it(?: is|'s) (?:\w+ )?(?:important|vital|critical|essential|crucial|best|advisable|wise)\b"
)


def _lists_on(before: str, rest: str) -> bool:
    """`Do not exfoliate, put on lotions or rub it` is one ban, `it may peel, keep dry` one list."""
    refused = _OR.search(rest) and (_REFUSES.match(before) or _refuses_all(before, rest))
    listed = _MAY_LIST.search(before) and not ORDER.match(rest)
    return bool(refused or listed)


def _refuses_all(before: str, rest: str) -> bool:
    """`For 3 days do not swim, wear make-up or shave` is one ban; care behind it is none of it."""
    refused = _REFUSED_LAST.search(before) is not None
    return refused and not any(each.kind == "+" for each in named(rest))


_REFUSED_LAST = re.compile(r"(?:\b(?:not|never|cannot)\b|n't\b|\bavoid:)[^;:.]*$")
_REFUSES = re.compile(
    r"\W*(?:please )?(?:do not|don't|never)\b(?!.*\b(?:hours?|days?|weeks?|until)\b)"
)
_OR = re.compile(r"^[^.;]*\bor\b")
_TO_SOMEBODY = re.compile(
    r"(?:please )?(?:then )?(?:call|ring|phone|contact|see|seek|tell|ask|go|get|email|text"
    r"|message|let|visit|dial|come)\b"
)
_MAY_LIST = re.compile(r"\b(?:may|might|could)\b[^.;:]{0,80}$")


def _closed(low: str) -> list[tuple[int, int]]:
    """Where brackets hold: nothing is parted inside them."""
    return [m.span() for m in re.finditer(r"\([^()]{0,300}\)", low)]


_TITLE = re.compile(
    r"\W*(?:(?:[A-Z][\w'’/&-]*|and|or|the|of|for|your|to|with|&)(?:,? |(?=:))){2,7}:\s"
)


def _titled(words: str) -> list[tuple[int, int]]:
    """`Avoid Touching: Refrain from …` is one rule, with its title."""
    match = _TITLE.match(words)
    return [(0, match.end())] if match else []


def _cut(text: str, sentence: Piece, cuts: list[tuple[int, int, str]]) -> list[Piece]:
    found, at, joined = [], 0, ""
    size = sentence.end - sentence.start
    for start, begins, word in [*cuts, (size, size, "")]:
        if start < at:
            continue
        piece = trimmed(text, sentence.start + at, sentence.start + start, joined)
        if piece.end > piece.start:
            found.append(piece)
        at, joined = begins, word
    return found
