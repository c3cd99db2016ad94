"""A line of its own: whether it heads what follows, or says something itself."""

from __future__ import annotations

import itertools
import re

from aftercare.core.leaflet.blocks import Block
from aftercare.core.leaflet.clauses import clauses_in
from aftercare.core.leaflet.facts import facts_of, lowered
from aftercare.core.leaflet.frames import heading_frame, is_frame, named_harms
from aftercare.core.leaflet.kinds import judge
from aftercare.core.leaflet.lengths import lengths
from aftercare.core.leaflet.sides import titles_a_side
from aftercare.core.leaflet.stops import sentences_in
from aftercare.core.leaflet.verdicts import TREATMENTS


def lists(after: Block | None) -> bool:
    """Tell whether a list follows."""
    return after is not None and after.shape == "item"


def is_heading(words: str, block: Block, after: Block | None) -> bool:
    """Tell whether a block is a heading of what stands below it."""
    if block.hashed:
        return True
    plain = words.strip()
    if len(plain) > 90 or "\n" in plain or re.search(r"[.;,]$", plain):
        return False
    if plain.endswith(":") and lists(after) and heading_frame(plain).kind:
        return False
    if block.shape == "item":
        return _titles_points(plain, block, after)
    return _titles_lines(plain, block, after)


def _titles_lines(plain: str, block: Block, after: Block | None) -> bool:
    """`First 24 hours`, `WHAT TO AVOID`, `When can I run?`, a title apart from what is around it."""
    if is_frame(plain) and after is not None and len(plain) < 60:
        return True
    if plain.endswith("?"):
        return len(plain.split()) < 12
    if lists(after) and len(plain.split()) < 10 and _ONLY_STATE.match(lowered(plain)):
        return not plain.endswith(":")
    if after is not None and (titles_a_side(plain) or _names_a_thing(plain, block, after)):
        return True
    if plain.endswith(":"):
        return len(plain.split()) <= 5 and not _judges(plain)
    if plain.isupper() and len(plain.split()) <= 12:
        return not _judges(plain) or (after is not None and (lists(after) or not after.gap))
    if not block.gap or len(plain.split()) > 9 or after is None:
        return False
    apart = lists(after) or after.gap
    part = apart and _names_a_part(plain)
    return part or not (_STATED.match(lowered(plain)) or _judges(plain))


def _names_a_thing(plain: str, block: Block, after: Block) -> bool:
    """`Exercise`, and right under it what is said of it: the name of a paragraph, no order."""
    alone = block.gap and not after.gap and after.shape == "line"
    return alone and plain.isalpha() and named_harms(lowered(plain))


_ONLY_STATE = re.compile(  # `While it is peeling (3-5 days)`, `Before the scabs fall off`
    r"(?:until|till|while|whilst|during|as long as|with|before) (?:[\w']+ ){0,4}?"
    r"(?:scab|crust|peel|flak|shed|red\b|redness|swell|swollen|heal)[^.,;:]*$"
)


def _titles_points(plain: str, block: Block, after: Block | None) -> bool:
    """`1. First 24 hours`, `❌ What you don't` over other points, `2. Skincare` over a paragraph."""
    if after is None:
        return False
    if _is_time(plain):
        return True
    if plain.isupper() and len(plain) > 5 and len(plain.split()) < 7:
        return _titles_lines(plain, block, after)
    if block.mark in {"bad", "good"} and after.mark == "bullet" and len(plain.split()) < 8:
        return not (facts_of(plain).has("-+") and _judges(plain))
    titled = after.gap and _TITLED.fullmatch(plain)
    dated = after.mark != "number" and _TIME_AND.fullmatch(plain)
    if block.mark != "number" or not (titled or dated):
        return False
    return not _judges(plain) if titled else bool(dated and _is_time(dated["time"]))


_TIME_AND = re.compile(r"(?P<time>[^–—:-]{3,30}?)\s*[-–—:]\s+(?:[\w'’&]+ ?){1,5}")
_FROM_TO = re.compile(
    r"\W*(?:the |your |in |for |during |within )*(?:first|next|following|days?\b|nights?\b|weeks?\b"
    r"|hours?\b|\d+\s?[-–]|immediately|straight|step|stage|phase)"
)


def _is_time(plain: str) -> bool:
    """`1. First 24 hours`, `▶ Days 2-3`: a point that says when, and nothing else."""
    words = plain.strip(_MARKS)
    return (
        is_frame(words)
        and bool(lengths(lowered(words)))
        and _FROM_TO.match(lowered(words)) is not None
    )


_MARKS = " -–—*_[]()~=#:"


_DATED = re.compile(
    r".{3,40}?\s?[-–—(:]\s?(?:days?|weeks?|nights?|hours?|the first|first) ?\d?[^.]{0,16}$",
    re.IGNORECASE,
)
_CAPITALS = re.compile(
    r"(?:\d+|[A-Z][\w'’/&-]*|a|an|is|it|as|in|on|up|and|or|the|of|for|your|to|with|&)(?: |$)"
)


def _names_a_part(plain: str) -> bool:
    """`Wash - Days 1-7`, `Keep Your Skin Moist`: written as a title, and no ban."""
    facts = facts_of(plain)
    verdict = judge(facts, None)
    ban = verdict is not None and verdict.kind in {"avoid", "seek-help"} and facts.found
    capital = re.fullmatch(rf"(?:{_CAPITALS.pattern}){{2,8}}", plain) is not None
    return not ban and (capital or _DATED.fullmatch(plain) is not None)


_TITLED = re.compile(r"(?:(?:[A-Z][\w'’&/-]*|and|or|the|of|for|your|to|with|&)(?: |$)){1,6}")
_STATED = re.compile(  # `The colour can look patchy` is a sentence, `What you can expect` a title
    r"(?:follow|except|unless|remember|note|please|make sure)\b"
    r"|(?!.*\b(?:what|how|when|why|where|who|which)\b)(?!if|can|will|is|are|may)(?:[\w'-]+ ){1,5}"
    r"(?:is|are|can|may|will|should|must|could|might|gets?|feels?|looks?|settles?|fades?|subsides?)\b"
)


def _judges(words: str) -> bool:
    """Tell whether a short line is an instruction by itself, not a title."""
    facts = facts_of(words)
    verdict = judge(facts, None)
    if verdict is None or not (facts.found or facts.verb or verdict.kind in {"seek-help", "avoid"}):
        return False
    things = {each.name for each in facts.core if each.kind == "-"} - TREATMENTS
    if verdict.kind == "avoid" and things and facts.told:
        return True  # `Make-up: 24 hours`
    return (verdict.kind in {"avoid", "do", "seek-help"} and verdict.sure > 0.65) or (
        verdict.sure > 0.8 and verdict.rule != "sessions"
    )


def is_dated_title(
    text: str, words: str, block: Block, after: Block | None, *, apart: bool
) -> bool:
    """`Days 2 to 5: the swollen days`, apart from the lines around it, heads what follows."""
    plain = words.strip()
    if block.shape != "line" or after is None or "\n" in plain:
        return False
    if len(plain.split()) > 7 or re.search(r"[.!?;:,]$", plain):
        return False
    below = text[after.start : after.end]
    over = lists(after) or is_frame(below) or re.search(r"\w[-–—]$", plain) is not None
    if over and _names_a_part(plain.rstrip(" -–—")):
        return True
    rows = _ROW.match(below) is not None  # `Day 2: darker`, and below it `Day 3: flaking`
    return (apart or is_frame(below)) and not rows and not _judges(plain)


_ROW = re.compile(r"\W*(?:days?|weeks?|nights?|months?|hours?|\d)[^:]{0,20}:", re.IGNORECASE)


def is_restated(text: str, block: Block, ahead: list[Block]) -> bool:
    """`No make-up for a day`, and below it a text that forbids make-up: it is its title."""
    words = text[block.start : block.end].strip()
    if len(words.split()) > 8 or "\n" in words or words[-1:] in tuple(".!?;,"):
        return False
    facts = facts_of(words)
    verdict = judge(facts, None)
    if verdict is None or verdict.kind != "avoid":
        return False
    things = {named.name for named in facts.core if named.kind == "-"}
    told: set[str] = set()
    for below in _below(text, block, ahead):
        told |= _forbidden(text, below)
    return bool(things) and things <= told


def _below(text: str, block: Block, ahead: list[Block]) -> list[Block]:
    """Give the paragraph right under a line, or all that stands under a title of its own."""
    if not ahead:
        return []
    if not ahead[0].gap and ahead[0].shape == "line":
        return ahead[:1]
    apart = block.gap and (ahead[0].gap or ahead[0].shape == "item")
    if not apart or not (block.shape == "line" or block.mark == "number"):
        return []
    under = itertools.takewhile(lambda b: b.mark != "number" and not _short(text, b), ahead)
    return list(under)


def _short(text: str, block: Block) -> bool:
    """Tell whether a line could be the next title."""
    words = text[block.start : block.end].strip()
    apart = block.gap and block.shape == "line" and words[-1:] not in tuple(".!;,")
    return block.hashed or (apart and len(words.split()) <= 8)


def _forbidden(text: str, block: Block) -> set[str]:
    found: set[str] = set()
    for sentence in sentences_in(text, block.start, block.end):
        for piece in clauses_in(text, sentence):
            said = facts_of(text[piece.start : piece.end])
            ruled = judge(said, None)
            if ruled is not None and ruled.kind == "avoid":
                found |= {named.name for named in said.core}
    return found


def forbids(words: str) -> bool:
    """`No acids on the skin` above a list is a ban, not its lead-in: it is never swallowed."""
    facts = facts_of(words)
    verdict = judge(facts, None)
    return verdict is not None and verdict.kind == "avoid" and facts.has("-")
