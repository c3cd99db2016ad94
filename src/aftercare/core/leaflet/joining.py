"""A sentence -> its judged clauses; what only goes on with a clause stays with it."""

from __future__ import annotations

import re

from msgspec import Struct

from aftercare.core.leaflet import rules
from aftercare.core.leaflet.answers import answer, is_answer
from aftercare.core.leaflet.ban_ends import FOREVER
from aftercare.core.leaflet.carried import allowed_too, nor
from aftercare.core.leaflet.clauses import clauses_in
from aftercare.core.leaflet.facts import Facts, facts_of, lowered
from aftercare.core.leaflet.frames import Frame
from aftercare.core.leaflet.kinds import judge, under_a_date, under_a_length
from aftercare.core.leaflet.numbers import COUNTED
from aftercare.core.leaflet.stops import Piece
from aftercare.core.leaflet.verdicts import Verdict
from aftercare.core.leaflet.windows import Window

LONGEST_SENTENCE = 1_500
MOST_CLAUSES = 60


class Judged(Struct):
    """A clause on its way: its words, its verdict, its heading, its window."""

    piece: Piece
    facts: Facts
    verdict: Verdict | None
    frame: Frame
    window: Window | None = None


def judged_clauses(text: str, sentence: Piece, frame: Frame) -> list[Judged]:
    """Judge a sentence's clauses, and once more those that were joined again."""
    judged = _judged(text, sentence, frame)
    for each in judged:
        _forbidden_as_a_whole(text, each)
    return judged


def _judged(text: str, sentence: Piece, frame: Frame) -> list[Judged]:
    """Judge clause by clause; a sentence that nobody would write is not understood."""
    if sentence.end - sentence.start > LONGEST_SENTENCE:
        return [Judged(sentence, facts_of(""), None, frame)]
    pieces = [sentence] if sentence.joined == "row" else clauses_in(text, sentence)
    if len(pieces) > MOST_CLAUSES:
        return [Judged(sentence, facts_of(""), None, frame)]
    judged: list[Judged] = []
    for piece in pieces:
        before = judged[-1] if judged else None
        facts = facts_of(text[piece.start : piece.end], _as_reason(text, piece, before))
        verdict = _verdict(before, facts, piece, frame)
        if before is None:
            judged.append(Judged(piece, facts, verdict, frame))
        elif _belongs(before, facts, verdict, piece) or _titled(text, before, verdict, piece):
            _join(text, before, piece)
        elif verdict is not None and _needs(before, verdict, piece.joined):
            _join(text, before, piece)
            before.verdict = verdict
        else:
            judged.append(Judged(piece, facts, verdict, frame))
    return judged


def _titled(text: str, before: Judged, verdict: Verdict | None, piece: Piece) -> bool:
    """`Keep off hot water: In the first two days …` is one rule with its title."""
    if before.verdict is None or verdict is None or before.facts.told or before.piece.joined:
        return False
    colon = ":" in text[before.piece.end : piece.start] and text[piece.start].isupper()
    short = len(before.facts.low.split()) <= 6
    same = before.verdict.kind == verdict.kind and verdict.kind in {"avoid", "do"}
    return colon and short and same and before.verdict.permission == verdict.permission


def _verdict(before: Judged | None, facts: Facts, piece: Piece, frame: Frame) -> Verdict | None:
    """Judge a clause by itself, by what stands before it, or by its heading."""
    verdict = judge(facts, frame.kind)
    if before is not None and (beside := _beside(before, verdict, facts, piece)):
        return beside
    if is_answer(facts, frame):
        return answer(verdict, facts, frame)
    if (verdict is None or verdict.rule == "results") and under_a_date(facts, frame.window):
        return Verdict("expect", "under-a-date", 0.5)
    ends = frame.window is not None and frame.window.start_hours is None
    if verdict is None and ends and frame.kind is None:
        verdict = under_a_length(facts)
    goes_on = piece.joined in _GOES_ON_WITH
    return _like(before, facts) if verdict is None and before and goes_on else verdict


_BARE_DEED = re.compile(
    r"\W*(?:(?:and|or|but|if you can),? )*(?:exercise|swim|run|shave|massage|drive|fly|drink|work) "
    r"(?:for|after|until|till|from|up to|at least|on day|in)\b|\W*(?:and )?(?:exercise|swim|run|shave) (?:\d|\()"
)
_GOES_ON_WITH = frozenset({"and", "and so", "or", "mark", "comma", "then"})


def _beside(before: Judged, verdict: Verdict | None, facts: Facts, piece: Piece) -> Verdict | None:
    """Judge what only makes sense behind the clause before it."""
    if verdict is not None and _same_course(before, verdict, facts):
        return Verdict("expect", "goes-on", 0.6)
    banned = before.verdict is not None and before.verdict.kind == "avoid"
    listed = verdict is not None and verdict.rule == "listed-to-do"
    ordered = verdict is not None and verdict.rule == "imperative"
    if ordered and (nor(before.verdict, before.facts, facts) or allowed_too(before.verdict, facts)):
        return before.verdict
    if (
        ordered
        and _BARE_DEED.match(facts.low)
        and before.verdict
        and before.verdict.kind in {"avoid", "do"}
    ):
        return before.verdict  # `avoid saunas for a day and exercise for two weeks`
    if banned and listed and piece.joined in _GOES_ON_WITH and not facts.has("+"):
        return _like(before, facts)
    if before.verdict and before.verdict.permission and _excepts(facts):
        return Verdict("avoid", "excepted", 0.7)
    if _left_alone(before, facts):
        return Verdict("avoid", "leave-it", 0.7)
    if piece.joined == "better" and before.verdict and before.verdict.kind == "avoid":
        return Verdict("avoid", "better-longer", 0.7)
    return None


_EXCEPT = re.compile(
    r"\W*(?:and |but )?(?:except(?:ing)?|apart from|aside from|other than|minus|with the exception of)\b"
)


def _excepts(facts: Facts) -> bool:
    """`Your usual creams in 3 days, except acids, which wait a week`: acids are forbidden."""
    return facts.has("-") and _EXCEPT.match(facts.low) is not None


_LEAVE_IT = re.compile(
    r"\W*(?:and |so )?(?:please )?leave (?:it|them|these|those|both|all of (?:it|them|these|those))"
    r" (?:for|until|till|alone|out|off)\b(?! now)"
)


def _left_alone(before: Judged, facts: Facts) -> bool:
    """`Saunas and steam heat the skin, so leave them for two days` forbids them."""
    care = before.verdict is not None and before.verdict.kind == "do"
    things = before.facts.has("-") and not before.facts.has("+0") and not care
    return things and not facts.found and _LEAVE_IT.match(facts.low) is not None


def _belongs(before: Judged, facts: Facts, verdict: Verdict | None, piece: Piece) -> bool:
    """Tell whether a clause is part of the one before: its length, its reason, its end."""
    if piece.joined == "better":
        return False
    if piece.joined not in {"reason", "which"} and _when_only(facts, before):
        return True
    if _one(before, facts, verdict, piece.joined):
        return True
    if _not_sooner(before, facts):
        return True
    said = "reason" in {piece.joined, facts.joined}
    return verdict is None and (said or len(facts.low.split()) < 3 or _only_when(facts))


_WAIT_ON = re.compile(
    r"\bif\b.*\b(?:(?:go on|keep|continue) waiting|wait (?:longer|some more))\b"
    r"|\b(?:sure|certain|check) .*\bbefore you do(?: so)?\b"
    r"|^\W*(?:and )?let (?:yourself|it|them|(?:your|the) \w+) heal (?:\w+ )?before\b"
)


def _not_sooner(before: Judged, facts: Facts) -> bool:
    """`No acids for a week, and not before it has healed`: one ban, two ends."""
    ban = before.verdict is not None and before.verdict.kind in {"avoid", "do"}
    sooner = re.match(r"\W*(?:and|but|or) (?:not|never) (?:before|until|till)\b", facts.low)
    sooner = sooner or _WAIT_ON.search(facts.low)
    return ban and sooner is not None and not facts.has("-")


_KEPT_AWAY = re.compile(r"^\W*(?:please )?(?:keep|stay) .*\b(?:away from|off|out of|clear of)\b")


def _forbidden_as_a_whole(text: str, each: Judged) -> None:
    """`Keep perfume and phone screens away from it` is a ban, though its parts sound like care."""
    if each.verdict is None or each.verdict.kind != "do":
        return
    facts = facts_of(text[each.piece.start : each.piece.end], each.facts.joined)
    again = judge(facts, each.frame.kind)
    if again is not None and again.kind == "avoid" and _KEPT_AWAY.search(facts.low):
        each.verdict, each.facts = again, facts


def _only_when(facts: Facts) -> bool:
    """`…, but only once 12 hours are over` and `; at least 48 hours is best` say when, not what."""
    timed = any(told.role in {"end", "start"} for told in facts.told)
    bare = {named.name for named in facts.found} <= {"results"}
    return timed and bare and len(facts.low.split()) < 12


def _when_only(facts: Facts, before: Judged) -> bool:
    """After a ban or care, bare words with a length are its other length."""
    advice = before.verdict is not None and before.verdict.kind in {"avoid", "do"}
    if advice and before.facts.told and _MORE_IF.match(facts.low):
        return True
    return advice and not facts.verb and len(facts.low.split()) < 7 and _only_when(facts)


_MORE_IF = re.compile(
    rf"\W*(?:or |even |up to )?(?:\d{{1,3}}|{COUNTED}) (?:if|when|for those|where)\b"
)


def _needs(before: Judged, verdict: Verdict, joined: str) -> bool:
    """`Saunas and steam, so leave them alone` and `a fever: ring us` are understood as a whole."""
    bare = verdict.rule == "leave-it" and before.verdict is None
    return bare or _signs_of(before, verdict, joined)


def _signs_of(before: Judged, verdict: Verdict, joined: str) -> bool:
    """`A fever, or yellow discharge: see your GP` is one call for help."""
    signs = before.verdict is None or before.verdict.kind in {"risk", "expect"}
    return (
        verdict.kind == "seek-help"
        and joined == "mark"
        and signs
        and before.facts.has("~!")
        and not before.facts.told
    )


def _same_course(before: Judged, verdict: Verdict, facts: Facts) -> bool:
    """Tell whether what looks like an order or a harm only goes on with the course."""
    ordered = verdict.rule == "imperative" and _goes_on(before, facts)
    return ordered or _or_it(before, verdict, facts) or _like_that(before, verdict, facts)


def _like_that(before: Judged, verdict: Verdict, facts: Facts) -> bool:
    """`You will be red, it may feel like sunburn` tells more of the course; it is no harm."""
    course = before.verdict is not None and before.verdict.kind == "expect"
    harm = rules.HARM.search(facts.low) or facts.has("!")
    normal = re.search(r"\bnormal\b", facts.low)
    return course and verdict.rule == "reason" and bool(normal or (facts.has("~") and not harm))


def _or_it(before: Judged, verdict: Verdict, facts: Facts) -> bool:
    """`It may look no different, or it may glow red`: another course, not a harm."""
    course = before.verdict is not None and before.verdict.kind == "expect"
    harm = rules.HARM.search(facts.low) or facts.has("!")
    return course and verdict.rule == "or-else" and not harm and facts.low.startswith("or ")


_SKIN_WILL = re.compile(r"\b(?:skin|face|area|lips?|brows?|it) (?:will|may|might|can)\b")


def _goes_on(before: Judged, facts: Facts) -> bool:
    """`… and go on improving` tells more of the course; it orders nothing."""
    course = before.verdict is not None and before.verdict.kind == "expect"
    course = course or (before.verdict is None and _SKIN_WILL.search(before.facts.low) is not None)
    return (
        course
        and facts.joined == "and"
        and not facts.has("+")
        and facts.verb
        in {
            "go",
            "get",
            "start",
            "begin",
            "continue",
            "return",
            "turn",
            "look",
            "take",
            "peel",
            "dry",
            "come",
            "run",
            "drop",
            "pass",
            "settle",
            "fall",
            "form",
            "fade",
            "stay",
            "keep",
            "last",
            "heal",
        }
    )


_OTHERWISE = re.compile(
    r"otherwise,? (?:please )?(?:wait|avoid|do not|don't|no\b|not (?:for|until|before|till)|leave)"
)


def _as_reason(text: str, piece: Piece, before: Judged | None) -> str:
    """After a ban, `: the colour will change` gives its reason; `otherwise wait` gives none."""
    if _OTHERWISE.match(lowered(text[piece.start : piece.end])):
        return "but"
    if (
        piece.joined != "mark"
        or before is None
        or before.verdict is None
        or before.verdict.kind != "avoid"
    ):
        return piece.joined
    reason = re.match(
        r"(?:it|this|they|these|that|the|your|you|sun|heat|sweat|\w+) (?:\w+ ){0,2}(?:can|may"
        r"|could|might|will|would|is|are|get|become|\w+s)\b",
        lowered(text[piece.start : piece.end]),
    )
    facts = facts_of(text[piece.start : piece.end])
    harm = rules.HARM.search(facts.low) or facts.has("~!")
    stated = reason and not facts.verb and not facts.has("+") and harm
    return "reason" if stated else piece.joined


def _one(before: Judged, facts: Facts, verdict: Verdict | None, joined: str) -> bool:
    """Tell whether a clause only goes on with the course, or the care, that its sentence began."""
    if before.verdict is None or joined in {
        "but",
        "though",
        "although",
        "however",
        "yet",
        "reason",
    }:
        return False
    kinds = before.verdict.kind, verdict.kind if verdict else None
    if kinds == ("expect", None):
        return not facts.verb
    if kinds == ("seek-help", "seek-help"):
        return True
    if kinds == ("expect", "expect"):
        itself = joined == "mark" and not re.match(
            r"\W*(?:it|this|they|these|that|which|both|all)\b", facts.low
        )
        timed = facts.told or _VAGUE.search(facts.low)
        owned = _OWN_SUBJECT.match(facts.low) is not None
        return not (owned or (timed and (before.facts.told or itself)))
    text = f"{before.facts.low} {facts.low}"
    rules_ = before.verdict.rule, verdict.rule if verdict else ""
    noes = _NO.match(before.facts.low) and _NO.match(facts.low)
    if kinds == ("avoid", "avoid") and (noes or rules_ == ("no-thing", "no-thing")):
        both = bool(before.facts.told and facts.told)
        return joined in {"and", "comma"} and not (both or _EVER.search(text))
    occasion = re.match(r"(?:if|when|should)\b", before.facts.low) is not None
    return (
        kinds == ("do", "do")
        and (occasion or not facts.has("+-0~!"))
        and verdict is not None
        and verdict.permission == before.verdict.permission
    )


_OWN_SUBJECT = re.compile(
    r"\W*(?:and |but |so |while |although |though |then )*(?:you(?! look)|there|that is when"
    r"|(?:the|your) (?:skin|face|swelling|redness|red|area))\b"
)
_EVER = re.compile(rf"\blonger\b|{FOREVER}")
_VAGUE = re.compile(r"\b(?:couple of|few|several) (?:hours|days|weeks)\b")
_NO = re.compile(r"\W*(?:and )?no\b")


def _like(before: Judged, facts: Facts) -> Verdict | None:
    """A fragment goes on as its sentence began: `no gym, and hot yoga too`."""
    if before.verdict is None or before.verdict.kind in {"info", "do"}:
        return None
    timed = before.facts.told and facts.told and not facts.verb
    wanted = {"avoid": "-0" if timed else "-", "expect": "~!", "risk": "~!", "seek-help": "~!"}[
        before.verdict.kind
    ]
    return Verdict(before.verdict.kind, "goes-on", 0.6) if facts.has(wanted) else None


def _join(text: str, before: Judged, piece: Piece) -> None:
    before.piece = before.piece._replace(end=piece.end)
    verdict = before.verdict
    before.facts = facts_of(text[before.piece.start : before.piece.end], before.piece.joined)
    before.verdict = verdict
