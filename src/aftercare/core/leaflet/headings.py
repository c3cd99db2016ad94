"""A line of its own: whether it heads what follows, or says something itself."""

from __future__ import annotations

import re

from aftercare.core.leaflet.blocks import Block
from aftercare.core.leaflet.clauses import clauses_in, sentences_in
from aftercare.core.leaflet.facts import facts_of, lowered
from aftercare.core.leaflet.frames import heading_frame, is_frame
from aftercare.core.leaflet.kinds import judge


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
    if plain.endswith(":") and lists(after) and heading_frame(plain, before=False).kind:
        return False
    if is_frame(plain) and block.shape == "line" and after is not None and len(plain) < 60:
        return True
    numbered = block.mark == "number" and after is not None and after.gap
    if block.shape == "item" and not (
        plain.isupper() and len(plain) > 5 and len(plain.split()) < 7
    ):
        return numbered and bool(_TITLED.fullmatch(plain)) and not _judges(plain)
    if plain.endswith("?"):
        return len(plain.split()) < 12
    if plain.endswith(":"):
        return len(plain.split()) <= 5 and not _judges(plain)
    if plain.isupper() and len(plain.split()) <= 12:
        return not _judges(plain) or (after is not None and (lists(after) or not after.gap))
    titled = block.gap and len(plain.split()) <= 9 and after is not None
    return titled and not _STATED.match(lowered(plain)) and not _judges(plain)


_TITLED = re.compile(r"(?:(?:[A-Z][\w'’&/-]*|and|or|the|of|for|your|to|with|&)(?: |$)){1,6}")
_STATED = re.compile(  # `The colour can look patchy` is a sentence, `What you can expect` a title
    r"(?:follow|except|unless|remember|note|please|make sure)\b"
    r"|(?!.*\b(?:what|how|when|why|where|who|which)\b)(?!if|can|will|is|are|may)(?:[\w'-]+ ){1,5}"
    r"(?:is|are|can|may|will|should|must|could|might|gets?|feels?|looks?)\b"
)


def _judges(words: str) -> bool:
    """Tell whether a short line is an instruction by itself, not a title."""
    facts = facts_of(words)
    verdict = judge(facts, None)
    if verdict is None or not (facts.found or facts.verb or verdict.kind in {"seek-help", "avoid"}):
        return False
    return (verdict.kind in {"avoid", "do", "seek-help"} and verdict.sure > 0.65) or (
        verdict.sure > 0.8 and verdict.rule != "sessions"
    )


def is_dated_title(words: str, block: Block, after: Block | None) -> bool:
    """`Days 2 to 5: the swollen days`, apart from the lines around it, heads what follows."""
    plain = words.strip()
    alone = block.shape == "line" and block.gap and after is not None and "\n" not in plain
    short = len(plain.split()) <= 7 and not re.search(r"[.!?;:,]$", plain)
    return alone and short and not _judges(plain)


def is_restated(text: str, block: Block, after: Block | None) -> bool:
    """`No make-up for a day`, and below it a paragraph that forbids make-up: it is its title."""
    words = text[block.start : block.end].strip()
    if after is None or after.gap or after.shape != "line" or "\n" in words:
        return False
    if len(words.split()) > 8 or words[-1] in ".!?;,":
        return False
    facts = facts_of(words)
    verdict = judge(facts, None)
    if verdict is None or verdict.kind != "avoid":
        return False
    things = {named.name for named in facts.core if named.kind == "-"}
    told = set()
    for sentence in sentences_in(text, after.start, after.end):
        for piece in clauses_in(text, sentence):
            said = facts_of(text[piece.start : piece.end])
            ruled = judge(said, None)
            if ruled is not None and ruled.kind == "avoid":
                told |= {named.name for named in said.core}
    return bool(things) and things <= told


def forbids(words: str) -> bool:
    """`No acids on the skin` above a list is a ban, not its lead-in: it is never swallowed."""
    facts = facts_of(words)
    verdict = judge(facts, None)
    return verdict is not None and verdict.kind == "avoid" and facts.has("-")
