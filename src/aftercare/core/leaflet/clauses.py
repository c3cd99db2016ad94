"""A sentence -> its clauses, with offsets."""

from __future__ import annotations

import re

from aftercare.core.leaflet.cuts import (
    AND_THAT,
    ANOTHER,
    BEFORE_TOO,
    CONSENTS,
    CUTS,
    MODAL,
    SUBJECT,
    TWO_COURSES,
    VERBS,
)
from aftercare.core.leaflet.lengths import lengths
from aftercare.core.leaflet.numbers import COUNTED
from aftercare.core.leaflet.stops import Piece, trimmed

_IF = re.compile(
    r"\s*(?:(?:and|but|also|so|then|straight|right|immediately|directly|shortly)\s+)?(?:if|when|once|should|were you to|after|while"
    r"|until|as soon as|unless|for|during|before|whenever|in case|to|because|since|as"
    r"|although|though|from|in|within|where|on|at|by|with|following|throughout|over)\b",
    re.IGNORECASE,
)
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


_NOUNS = re.compile(
    r"and (?:exercise|massage|swim|touch|rub|scratch|pick|scrub|peel|sleep|shower|run"
    r"|drive|shave|walk|squeeze)\b(?! (?:it|them|your|the|only|gently|with)\b)"
)
_NO = re.compile(
    r"\b(?:no|not|don't|never|avoid\w*|skip\w*|refrain\w*|stop\w*|without|limit|off|away"
    r"|leave|forbidden|miss|give|shun|banned|cannot|mustn't)\b"
)
_MAY = re.compile(r"\b(?:can|may|could)\b")
_FINITE = re.compile(
    r"\b(?:is|are|was|may|can|will|could|might|should|must|has|have|do|does|had|need|needs"
    r"|no|not|never|avoid\w*|\w+ed)\b"
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
    cuts = cuts or _both_timed(low)
    return _cut(text, sentence, sorted((a, *rest) for a, rest in cuts.items()))


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
    if courses and not _NO.search(low):
        return {courses.start("mark"): (courses.start("word"), courses["word"])}
    if twice and _NO.search(low[: twice.start("word")]):
        return {twice.start("word"): (twice.end("word"), "and")}
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
        return _mark_parts(low, before, at, begins)
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
        if _IF.match(before) and _TO_SOMEBODY.match(low[begins:]):
            return False
        before = re.sub(r", which (?:is|are) \w+\s*$", "", before)
        ordered = _IF.match(before) and not (_FORBIDDEN.search(before) or _BY_THEN.search(before))
        return not (ordered and "," not in before[:-1].strip())
    return _turns(before, low[at], re.sub(r"^& ", "and ", low[begins:]), joined)


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
    if _IF.match(before) and _URGED.match(rest):
        return False  # `if you have pain, it is vital that you ring`
    spliced = sign == "," and not re.match(r"because|since|otherwise|or\b|which|as\b", rest)
    if spliced and not _STATED.search(before):
        return False  # `steam, alcohol and spices may heat it` is one list
    return not (spliced and _IF.match(before.rsplit(",", 1)[-1]))


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
_UNTIL_BOTH = re.compile(
    r"\b(?:until|till) (?:the |your |any |all )?\w+$|\bbefore, during$"
)  # `until redness and heat go`
_LABEL = re.compile(r"^\W*(?:[\w-]+ ){0,3}[\w-]+:\s")
_FORBIDDEN = re.compile(r"(?<!you )(?<!to )\b(?:leave|avoid|never|skip|do not|don't)\b")
_URGED = re.compile(
    r"it(?: is|'s) (?:\w+ )?(?:important|vital|critical|essential|crucial|best|advisable|wise)\b"
)


def _turns(before: str, sign: str, rest: str, joined: str) -> bool:
    """Tell whether `and`, `so`, `but` begin a clause, not the next word of a list."""
    if sign != "," and (_LET_BE.match(rest) or _KEEP_AWAY.match(rest)):
        return True
    if sign != "," and _GOES_ON.match(rest):
        refused = _NO.search(before) is not None or "n't" in before
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
    if _NOUNS.match(rest) and (_NO.search(before) or _MAY.search(before)):
        return False
    if not _IF.match(before) or _AFTER_IF.search(before):
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
_BY_THEN = re.compile(  # `for 3 days keep it clean, avoid the gym`
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


def _lists_on(before: str, rest: str) -> bool:
    """`Do not exfoliate, put on lotions or rub it` is one ban, `it may peel, keep dry` one list."""
    refused = _REFUSES.match(before) and _OR.search(rest)
    listed = _MAY_LIST.search(before) and not _ORDER.match(rest)
    return bool(refused or listed)


_REFUSES = re.compile(
    r"\W*(?:please )?(?:do not|don't|never)\b(?!.*\b(?:hours?|days?|weeks?|until)\b)"
)
_OR = re.compile(r"^[^.;]*\bor\b")
_TO_SOMEBODY = re.compile(
    r"(?:please )?(?:then )?(?:call|ring|phone|contact|see|seek|tell|ask|go|get|email|text"
    r"|message|let|visit|dial|come)\b"
)
_CAN = re.compile(  # `too much can clog it and bring you out in spots` is one harm
    r"\b(?:can|may|could|might|will|would)\b(?! be)[^,;:]{0,60}$"
)
_MAY_LIST = re.compile(r"\b(?:may|might|could)\b[^.;:]{0,80}$")
_ORDER = re.compile(r"(?:please |then |and )?(?:do not|don't|avoid|never|no|please|contact|call)\b")
_GOES_ON = re.compile(
    r"and (?:is|are|will|may|can|might|could|must|should|has|have(?! (?:clean|someone|a|your|plenty)\b)|needs?|usually|then)\b"
    r"|so (?:that|no|nothing|it|they|the|your|you)\b"
)
_AFTER_IF = re.compile(
    rf",\s|\b(?:hours?|days?|weeks?|treatment) (?:{VERBS})\b|\b(?:you (?:may|can|should|must)|{SUBJECT} {MODAL})\b"
)


def _mark_parts(low: str, before: str, at: int, begins: int) -> bool:
    sign = low[at:begins].strip()
    rest = low[begins:]
    if sign == ",":
        return not _IF.match(before) and _said(before)
    if sign == ";" and re.match(r"(?:or )?longer (?:if|for|in)\b", rest):
        return False
    if sign == ";" or low[begins : begins + 1] == "(":
        return len(rest.split()) >= 2
    if sign == ":" and any(
        p.search(before) for p in (_TIMED_END, _LED_OPEN, _LED_UNTIL, _LED_LIST)
    ):
        return False  # `Leave out for 2 weeks: pools and hot tubs`
    if re.match(r"\d", rest) and re.search(
        r"(?:\d|\b(?:for|up to|until|till|at least|within))\s*$", before
    ):
        return False
    if before.rstrip().endswith("not normal"):
        return False
    stated = _FINITE.search(before) or re.match(rf"(?:please )?(?:{VERBS})\b", before.strip())
    if sign == ":" and "," in before and _FORBIDS.match(f"and {rest}"):
        return len(before.split()) >= 4
    least = 2 if _ORDER.match(before) and _FINITE.search(rest) else 4
    return bool(stated) and len(before.split()) >= least and len(rest.split()) >= 3


def _said(before: str) -> bool:
    """`Pools, saunas should be avoided` is one list; what states something is none."""
    return _FINITE.search(before) is not None


_LED_OPEN = re.compile(r"\b(?:avoid|such as|including|discontinue|stop|use|no|from|of|to)\s*$")
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
