"""A block's text -> its sentences, and each sentence -> its clauses, with offsets."""

from __future__ import annotations

import re
from typing import NamedTuple

_STOP = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+(?=[\"'“‘(\[*]?[A-Z0-9À-Þ])|(?<=[!?])\s+|\n\s*\n")
_SHORT = re.compile(
    r"(?:^|[\s(])(?:e\.g|i\.e|dr|mr|mrs|ms|vs|approx|min|max|no|st|etc|hrs?|incl|tel|fig"
    r"|vit|\d{1,2}|[a-z])\.$",
    re.IGNORECASE,
)
VERBS = (
    "apply|splash|renew|refresh|smear|spread|throw|discard|arrive|use|put|keep|wash|clean|cleanse|rinse|pat|dab|drink|sleep|take|continue|carry|follow|cover|"
    "moisturi[sz]e|hydrate|protect|stay|remain|rest|cool|reapply|re-apply|change|come|bring|remove|"
    "leave|let|allow|sit|lie|elevate|raise|eat|choose|stick|make|ensure|remember|try|start|resume|go|do|"
    "wait|hold|press|massage|blot|wipe|saniti[sz]e|shower|soak|spray|mist|smooth|treat|support|prop|"
    "switch|replace|opt|expect|consider|check|bathe|tap|trim|plan|arrange|avoid|be|have|get|give|add|"
    "begin|dress|swap|layer|top|wear|skip|shun|refrain|abstain|stop|limit|minimi[sz]e|contact(?! sports?| lens)|call|ring|"
    "phone|see|tell|inform|seek|speak|email|ask|book|return|resist|steer|reduce|cut|postpone|delay|"
    "forgo|spare|give|lay|hands|walk|move|stand|pause|pop|run|dry|handle|save|swim|exercise|shave|"
    "touch|pick|rub|scratch|peel|squeeze|scrub|say|turn|work|shield|lift|expose|restart|limit|watch|"
    "look|never|always|please|no|nothing|don't|do not|ditch|drop|bin|pass|hold|wrap|place|finish|set|"
    "slather|report|notify|text|message|visit|go easy|let|invest|store|bear|breathe|find|"
    "keep|put|prefer|pull|fold|repeat|drive|nap|test|forget|help|spread|style|tie|brush|comb|blow|pin"
)
_SUBJECT = (
    r"(?:you|we|it|they|this|these|that|your|the|there|some|most|any|all|redness|swelling"
    r"|make-?up|results|i|skin|a|an|if|when|once|after|only|many)"
)
_MODAL = (
    r"(?:may|might|can|could|will|should|must|need|needs|is|are|has|have|would|can't"
    r"|cannot|won't|shouldn't|mustn't)"
)
_REASON = re.compile(
    r",?\s+(?:[-–—]\s+)?(?=(?:because|since (?:it|this|they|these|the|your|you|sun|heat"
    r"|sweat|doing|any|uv|that|such|touch|alcohol)"
    r"|as (?!you (?:can|like|wish|want|need|would|do|did|normally|usually)\b)"
    r"(?:it|this|they|these|that|your|the|you|uv|doing|doing so|pigment|heat|sweat"
    r"|bacteria|sun|hot|there|scratch\w*|pick\w*|rub\w*|any|such|both|we|alcohol|new|all"
    r"|steam|chlorine|water|touch\w*|some|exercis\w*|infection) (?:\w+ ){0,5}?(?:can|may"
    r"|might|will|could|is|are|increase\w*|cause\w*|makes?|has|have|would|get|gets|leads?"
    r"|irritate\w*|dr(?:y|ies)|strips?|want|pull\w*|raise\w*|slow\w*|introduce\w*"
    r"|affect\w*|delay\w*|needs?|carr(?:y|ies)|harbou?rs?|thins?|won't|cannot|heals?|lets?"
    r"|burns?|feels?|looks?|still|opens?|do|does)\b"
    r"|as (?!you\b|much\b|soon\b|long\b|well\b|little\b|normal\b|usual\b|if\b"
    r"|a\b)(?:\w+ ){1,4}?(?:can|may|might|could|will)\b|otherwise\b"
    r"|or (?:else|you(?:'ll| (?:may|could|might|will|risk))"
    r"|it (?:may|could|might|will|can)|they (?:may|could|might|will|can)"
    r"|your skin (?:may|could|might|will|can)|the \w+ (?:may|could|might|will|can))"
    r"|which (?!\w+ (?:last|take|feel|look|continue)\b)"
    r"(?:can|may|could|might|will|is because|increases?|makes?|causes?|leads?|dries"
    r"|strips?|would|irritates?|slows?|delays?)\b"
    r"|(?:this|these|it|they|doing so|that|both) (?:can|may|could|might|will"
    r"|would) (?:cause|lead|increase|make|result|irritate|delay|slow|affect|damage"
    r"|introduce|pull|leave|worsen|spread|remove|scar|harm|strip|dry|bring|prolong)\b"
    r"|for fear of|to (?:do|doing) so (?:can|may|could|might|will)|or risk\b))"
)
_JOIN = re.compile(
    r"(?:,\s+(?P<word>and then|and also|and so(?= (?:is|are|do|does)\b)|and|but|so|then|though|although|however|yet|plus"
    r"|while|whereas)|\s+(?P<bare>and then|and also|and so(?= (?:is|are|do|does)\b)|and|but|so|though|although|however|yet"
    r"|plus|whereas))\s+(?:then\s+|also\s+|to\s+(?=(?:wear|use|apply|keep|avoid|wash|not"
    r"|stay|call|contact|protect|cover|follow|attend|tell|inform|take)\b)|please\s+"
    r"|simply\s+|just\s+|gently\s+|always\s+|from then on,?\s+|after that,?\s+"
    r"|afterwards\s+|never\s+(?=\w)){0,2}"
    rf"(?=(?:(?:{VERBS})\b(?!-)(?!\s*(?:,|\.|$|and\b|or\b|up\b(?! to))|ing\b)"
    rf"|not\s+(?:to\s+\w+|be\b|\w+ing|over\b|near\b|before\b|until\b)|avoid\w*\b"
    rf"|{_SUBJECT}\s+(?:\w+\s+){{0,4}}?{_MODAL}\b"
    r"|(?:[\w'-]+ ){1,3}not (?:before|until|till|for)\b"
    rf"|(?:from|after|for) (?:the |this |that |your |my )?(?:[\w'-]+ ){{1,4}}?"
    rf"(?:(?:you|i|we) {_MODAL}|(?!have\b|be\b|get\b)(?:{VERBS}))\b(?! (?:is|are|to)\b|ing\b|-)"
    r"|usually|rarely|for longer|is\s|are\s|will\s|may\s|can\s|must\s|should\s|in rare"
    r"|occasionally|sometimes|has to|have to|needs?))"
)
_COMMA = re.compile(
    r",\s+(?=(?:please\s+|then\s+|and\s+|gently\s+)?(?:do not|don't|avoid|never"
    r"|no (?:\w+ )?(?:make|sun\w*|heat|rub\w*|touch\w*|exerc\w*|swim\w*|alcohol|saunas?"
    r"|pick\w*|scrub\w*|gym)|use|apply|wear|keep|wash|pat|stay|contact(?! sports?| lens)"
    r"|call)\b)"
)
_SPLICE = re.compile(
    r",\s+(?=(?!(?:\w+ ){1,4}(?:is|are) not\b)(?:sweat|heat|bacteria|germs|this|it|they"
    r"|these|sun|sunlight|alcohol|chlorine|steam|friction|doing so"
    r"|hot water)\b(?: and \w+)? (?:\w+ ){0,5}(?:can|may|will|could|might|is|are|causes?"
    r"|makes?|leads?|brings?|adds?|raises?|slows?|pulls?|dries|strips)\b)"
)
_TURN = re.compile(
    r",\s+(?P<word>and)\s+(?=(?:[\w'-]+ ){1,3}(?:may|can|must|should|will|might|could) (?:not )?"
    r"(?:be \w+ed|turn|look|feel|become|appear|darken|fade|swell|itch|peel|last)\b)"
    r"|,\s+(?P<bare>then|but)\s+(?=(?:[\w'-]+ ){1,4}(?:is|are|may|can|should|must|will|needs?)\b)"
)
_BECAUSE = re.compile(
    r",\s+(?=(?:as|since) (?:it|they|this|these|that|those|both|your|the|such|new|any|all"
    r"|skin|heat|sweat|sun|water|steam|we|\w+s|\w+ing)\b(?! well\b| advised\b))"
)
_COURSES = re.compile(
    r",\s+(?=(?:[\w'-]+ ){1,3}(?:is|are)(?: not|n't)\b)"
    r"|,\s+(?=not (?:to )?(?:run|swim|exercise|bathe|scrub|rub|drive|fly|drink|smoke|jog"
    r"|shave|wax|peel)\b)"
    r"|,\s+(?=(?:bruis\w*|swelling|redness|scabs?|itching|lumps?|peeling|soreness"
    r"|numbness) (?:may|can|will|should|usually|often|might|could)\b)"
)
_AND_THAT = re.compile(
    r",?\s+and\s+(?=that (?:[\w'-]+ ){1,7}?"
    r"(?:is|are|will|may|can|might|could|must|should|has|have)\b)"
)
_COUNT = r"(?:\d{1,3}(?:\s?[-–]\s?\d{1,3})?|an?(?: (?:full|whole|good))?|one|two|three|four|five|six|seven|ten|twelve)"
_CONSENTS = re.compile(
    r"\W*i (?:\w+ )?(?:understand|accept|acknowledge|agree|am aware|have been told|know|confirm)\b"
)
_MARK = re.compile(r"\s*;\s+|(?<=[a-z)])\s*:\s+(?=\S)|\s+[–—-]{1,2}\s+|\s*—\s*|\s*…\s+")
_MINUS = re.compile(  # `… the next day minus acids, which wait a week`
    r",?\s+(?=(?:minus|except|apart from|excluding|other than|bar|but not|with the exception of)\b"
    r"[^.;]{3,60}, (?:which|these|those|they|both|all of which)\b)"
)
_ANOTHER = re.compile(  # `exercise waits 48 hours, swimming a full week`
    rf"(?:{_COUNT} ?(?:hours?|hrs?|days?|weeks?|months?)|overnight|today|tonight)"
    r"(?P<mark>,(?: and)? )(?=(?!(?:preferably|ideally|or|better|even|up to|at least|sometimes"
    r"|then|but|so|about|maybe|possibly|usually|longer|if|for|which|to|from|after)\b)"
    rf"(?:[\w'/-]+ ){{1,4}}?(?:for )?(?:at least |about |up to )?{_COUNT}"
    r" ?(?:hours?|hrs?|days?|weeks?|months?)\W*$)"
)
_CUTS = (
    (_MINUS, "mark"),
    (_MARK, "mark"),
    (_REASON, "reason"),
    (_JOIN, ""),
    (_SPLICE, "reason"),
    (_COURSES, "mark"),
    (_BECAUSE, "reason"),
    (_TURN, ""),
    (_COMMA, "comma"),
)
_IF = re.compile(
    r"\s*(?:(?:and|but|also|so|then)\s+)?(?:if|when|once|should|were you to|after|while"
    r"|until|as soon as|unless|for|during|before|whenever|in case|to|because|since|as"
    r"|although|though|from|in|within|where|on|at|by|following|throughout|over)\b",
    re.IGNORECASE,
)
_BRACKETED = re.compile(
    r"\([^()]{0,20}\d[^()]{0,12}(?:hours?|hrs?|days?|weeks?|months?)[^()]{0,12}\)"
)
_EACH_ITS_OWN = re.compile(
    r"(?:[^,:]{0,60}\d[^,:]{0,20}(?:hours?|hrs?|days?|weeks?|months?)\)?(?:,\s+|\.?$)){2,20}$"
)


_LENGTH = (
    r"for (?:at least |about |another |up to )?(?:\d|an? |one|two|three|four|five|six|seven|ten)"
)
_TWICE_TIMED = re.compile(  # `no pool for two weeks, and the gym and hot baths for five days`
    rf"\b{_LENGTH}[^,]{{0,24}}(?P<word>,? (?:and|or) )(?=[^.;]{{4,120}}\b{_LENGTH})"
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


class Piece(NamedTuple):
    """A stretch of the text, and the word that joined it to what stands before."""

    start: int
    end: int
    joined: str = ""


def sentences_in(text: str, start: int, end: int) -> list[Piece]:
    """Part a block into sentences; an abbreviation's point ends none."""
    found, at = [], start
    for match in _STOP.finditer(text, start, end):
        if _SHORT.search(text[max(at, match.start() - 12) : match.start()]):
            continue
        found.append(_trimmed(text, at, match.start()))
        at = match.end()
    found.append(_trimmed(text, at, end))
    return _asked([piece for piece in found if piece.end > piece.start], text)


def _asked(pieces: list[Piece], text: str) -> list[Piece]:
    """`Worried? Ring us.` is one sentence."""
    found: list[Piece] = []
    for piece in pieces:
        before = found[-1] if found else None
        if (
            before is not None
            and text[before.end - 1] == "?"
            and not is_question(text[before.start : before.end])
            and len(text[before.start : before.end].split()) <= 14
        ):
            found[-1] = Piece(before.start, piece.end)
        else:
            found.append(piece)
    return found


def is_question(words: str) -> bool:
    """Tell `May I swim?` from `Worried?`: only the first is a heading for its answer."""
    return words.endswith("?") and _ASKS.match(words) is not None


_ASKED_FOR_HELP = re.compile(
    r"\?\s+.{0,80}\b(?:get in touch|call|ring|contact|phone|tell us|let us know"
    r"|see (?:us|your|a)|come (?:in|back)|seek)\b"
)
_ASKS = re.compile(
    r"\W*(?:\d+[.)]\s*)?(?:what|when|how|may|can|do|does|should|is|are|will|which|why"
    r"|where|who|could|must|am|would|did)\b",
    re.IGNORECASE,
)


def clauses_in(text: str, sentence: Piece) -> list[Piece]:
    """Part a sentence where a new instruction, reason or turn begins."""
    low = text[sentence.start : sentence.end].lower().replace("’", "'")
    if _ASKED_FOR_HELP.search(low):
        return [sentence]
    cuts: dict[int, tuple[int, str]] = {}
    patterns = (*_CUTS, (_AND_THAT, "and")) if _CONSENTS.match(low) else _CUTS
    shut = _closed(low)
    for pattern, word in patterns:
        for match in pattern.finditer(low):
            if match.start() == 0 or any(a < match.start() < b for a, b in shut):
                continue
            joined = word or match.groupdict().get("word") or match.groupdict().get("bare") or ""
            begins = (
                match.end()
                if word
                else match.start() + len(match.group()) - len(match.group().lstrip(", "))
            )
            if _good(low, cuts, match.start(), begins, joined):
                cuts[match.start()] = (begins, joined)
    if len(_BRACKETED.findall(low)) > 1:
        cuts |= {m.start() + 1: (m.end(), "comma") for m in re.finditer(r"\),\s+", low)}
    if _EACH_ITS_OWN.match(low):
        cuts |= {m.start(): (m.end(), "comma") for m in re.finditer(r",\s+", low)}
    cuts = cuts or _both_timed(low)
    return _cut(text, sentence, sorted((a, *rest) for a, rest in cuts.items()))


def _both_timed(low: str) -> dict[int, tuple[int, str]]:
    """Part a sentence that nothing else parts between two rules with a length each."""
    another, twice = _ANOTHER.search(low), _TWICE_TIMED.search(low)
    if another:
        return {another.start("mark"): (another.end("mark"), "comma")}
    if twice and _NO.search(low[: twice.start("word")]):
        return {twice.start("word"): (twice.end("word"), "and")}
    return {}


def _good(low: str, cuts: dict[int, tuple[int, str]], at: int, begins: int, joined: str) -> bool:
    """Tell whether a sentence is rightly parted here."""
    if any(abs(at - other) < 6 for other in cuts):
        return False
    before = low[max([0, *(b for b, _ in cuts.values() if b <= at)]) : at]
    if len(before.split()) < 2 and joined != "mark":
        return False
    if joined == "mark":
        return _mark_parts(low, before, at, begins)
    if joined == "reason":
        return _is_reason(before, low[at], low[begins:])
    if joined == "comma" and _MAY_LIST.search(before) and not _ORDER.match(low[begins:]):
        return False
    if joined in {"comma", "then"}:
        if _IF.match(before) and _TO_SOMEBODY.match(low[begins:]):
            return False
        return not (_IF.match(before) and "," not in before[:-1].strip())
    return _turns(before, low[at], low[begins:], joined)


def _is_reason(before: str, sign: str, rest: str) -> bool:
    """`As soon as it …` and `if you swim, it …` give no reason."""
    if re.search(r"\b(?:soon|long|well|much|far|such|same|just|little|often|many)$", before):
        return False
    if rest.startswith("otherwise") and re.search(
        r"\b(?:unless|told|advised|instructed)\b", before
    ):
        return False
    if rest.startswith("otherwise") and before.endswith(" or"):
        return False
    spliced = sign == "," and not re.match(r"because|since|otherwise|or\b|which|as\b", rest)
    return not (spliced and _IF.match(before) and "," not in before)


def _turns(before: str, sign: str, rest: str, joined: str) -> bool:
    """Tell whether `and`, `so`, `but` begin a clause, not the next word of a list."""
    if sign != "," and _GOES_ON.match(rest):
        return False
    if rest.startswith("so that "):
        return False
    if joined != "and" or rest.startswith("that "):
        return True
    if sign != "," and _CAN.search(before) and re.match(rf"and (?:{VERBS})\b", rest):
        return False
    if not _FINITE.search(before) and not _BEGINS.search(before):
        return bool(_FORBIDS.match(rest)) and not before.endswith(("try", "sure"))
    if _NOUNS.match(rest) and (_NO.search(before) or _MAY.search(before)):
        return False
    return not (_IF.match(before) and not _AFTER_IF.search(before))


_FORBIDS = re.compile(
    r"and (?:please )?(?:avoid|do not|don't|never|no|skip|refrain|(?:stay|keep)"
    r" (?:well )?(?:out of|off|away|clear)|steer clear)\b"
)
_BEGINS = re.compile(
    rf"(?:^|[,:;–-]\s*|\b(?:please|then|to|gently|tonight|today"
    rf"|tomorrow|always|simply|just)\s+)\W*(?:{VERBS}|\w+ing)\b"
)
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
    r"and (?:is|are|will|may|can|might|could|must|should|has|have|needs?|usually|then)\b"
    r"|so (?:that|no|nothing|it|they|the|your|you)\b"
)
_AFTER_IF = re.compile(rf",\s|\b(?:you (?:may|can|should|must)|{_SUBJECT} {_MODAL})\b")


def _mark_parts(low: str, before: str, at: int, begins: int) -> bool:
    sign = low[at:begins].strip()
    rest = low[begins:]
    if sign == ",":
        return not _IF.match(before)
    if sign == ";":
        return len(rest.split()) >= 2
    if re.search(r"\d\s*$", before) and re.match(r"\d", rest):
        return False
    if before.rstrip().endswith("not normal"):
        return False
    stated = _FINITE.search(before) or re.match(rf"(?:please )?(?:{VERBS})\b", before.strip())
    return bool(stated) and len(before.split()) >= 4 and len(rest.split()) >= 3


def _closed(low: str) -> list[tuple[int, int]]:
    """Where brackets hold: nothing is parted inside them."""
    return [m.span() for m in re.finditer(r"\([^()]{0,300}\)", low)]


def _cut(text: str, sentence: Piece, cuts: list[tuple[int, int, str]]) -> list[Piece]:
    found, at, joined = [], 0, ""
    size = sentence.end - sentence.start
    for start, begins, word in [*cuts, (size, size, "")]:
        if start < at:
            continue
        piece = _trimmed(text, sentence.start + at, sentence.start + start, joined)
        if piece.end > piece.start:
            found.append(piece)
        at, joined = begins, word
    return found


def _trimmed(text: str, start: int, end: int, joined: str = "") -> Piece:
    while start < end and (text[start].isspace() or text[start] in "*_"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "*_"):
        end -= 1
    return Piece(start, end, joined)
