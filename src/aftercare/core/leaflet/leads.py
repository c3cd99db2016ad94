"""A lead-in -> what it says of the list below it, and what it says itself."""

from __future__ import annotations

import re

from msgspec import structs

from aftercare.core.leaflet import conditions
from aftercare.core.leaflet.blocks import Block
from aftercare.core.leaflet.clauses import clauses_in
from aftercare.core.leaflet.facts import Facts, facts_of, lowered
from aftercare.core.leaflet.frames import TILL, Frame, heading_frame, is_frame
from aftercare.core.leaflet.headings import forbids
from aftercare.core.leaflet.kinds import judge
from aftercare.core.leaflet.lengths import lengths
from aftercare.core.leaflet.stops import Piece, sentences_in
from aftercare.core.leaflet.strength import has_modal, strength_of
from aftercare.core.leaflet.verdicts import Kind, Verdict
from aftercare.core.leaflet.windows import Window

LONGEST_LEAD = 500
_BARE_TIME = re.compile(r"\W*(?:until|till|while|whilst|during|as long as|once|when|after)\b[^,]*$")


_UNFINISHED = re.compile(
    r"\b(?:if|when|avoid|not|please|notice|experience|following|if you (?:have|notice|see|get))$"
)


LISTS = re.compile(
    r"\b(?:the following|any of these)\b[^.:]*[.:]?$|\b(?:stay|keep) away from$|\b(?:avoid|no|not|from) (?:\w+ )?(?:these|those)(?: [\w-]+){0,2}$|\b(?:avoid|includes?|including|such as)$"
)


def leads(words: str, block: Block, after: Block | None) -> bool:
    """Tell whether a line leads in what stands below it."""
    if after is None or len(words) > LONGEST_LEAD:
        return False
    plain = words.rstrip()
    if plain.endswith((":", ":-", "…", "...")):
        return block.shape == "line" or after.shape == "item" or after.indent > block.indent
    if after.shape == "item" and LISTS.search(plain.lower().rstrip(";")):
        return True
    over = block.shape == after.shape == "item" and block.mark != after.mark
    if over and is_frame(plain) and lengths(lowered(plain)):
        return True  # `1. Avoid for 24 hours` over `a) Make-up`
    if block.shape == "line" and not after.gap and _UNFINISHED.search(plain.lower()):
        return True
    return (
        block.shape == "line"
        and after.shape == "item"
        and not after.gap
        and not plain.endswith((".", "!"))
        and len(plain) < 90
        and not forbids(plain)
    )


def lead(
    text: str, block: Block, heading: Frame, after: Block | None
) -> tuple[Frame, list[tuple[Piece, Frame]]]:
    """A lead-in gives its list a kind, a length and a modal; sentences before it stand alone."""
    pieces = sentences_in(text, block.start, block.end)
    *alone, last = pieces or [Piece(block.start, block.end)]
    words = text[last.start : last.end]
    facts = facts_of(words)
    own = heading_frame(words, within=heading.before and not block.gap)
    verdict = None if _BARE_TIME.match(facts.low) else judge(facts, None)
    stated = verdict.kind if verdict and verdict.kind != "info" else None
    kind = stated if stated == "seek-help" else own.kind or stated or heading.kind
    bare = "avoid" if TILL.match(facts.low) else ""
    until = conditions.until(facts.low, permission=False, kind=bare or kind or "")
    inherited = None if heading.listed and block.shape == "line" else heading.window
    told_of = own.window if kind == "expect" else _of_the_list(text, last, own.window)
    window = told_of or inherited or _cared_for(text, alone) or _course_of(text, alone, kind)
    if kind is None or (alone and own.kind is None):
        kind = _help_before(text, alone) or kind
    strength = (
        strength_of(facts.low, kind)
        if kind and (has_modal(facts.low) or kind in {"expect", "risk"})
        else None
    )
    listed = after is not None and after.shape == "item"
    frame = Frame(
        kind,
        window,
        until or own.until or heading.until,
        strength,
        own.before,
        heading.section or own.section,
        own.topic or heading.topic,
        listed,
    )
    told = [(piece, heading) for piece in alone]
    if verdict and verdict.rule == "only-ours":  # `the only creams to use are:` lists what to use
        return structs.replace(frame, kind="do"), [*told, (last, heading)]
    if _says_more(facts, verdict, block, listed=listed):
        told.append((last, heading))
    return frame, told


def _says_more(facts: Facts, verdict: Verdict | None, block: Block, *, listed: bool) -> bool:
    """Tell whether a lead-in is advice of its own, beside that of its list."""
    if verdict is None or verdict.kind not in {"avoid", "do"} or not facts.activities:
        return False
    point = block.shape == "item" and verdict.kind == "avoid"
    return facts.has("-+") and (point or not listed)


def _of_the_list(text: str, last: Piece, window: Window | None) -> Window | None:
    """`Pores stay open for 12 hours, so avoid:` gives the list no length; its last clause may."""
    if window is None:
        return None
    pieces, words = clauses_in(text, last), lowered(text[last.start : last.end])
    told = lengths(words)[0]
    if len(pieces) < 2:
        return window
    if told.start > 25 and len(words) - told.end > 80:
        return None
    return heading_frame(text[pieces[-1].start : pieces[-1].end]).window


_CARED = re.compile(r"\b(?:look(?:ed|ing)? after|care (?:for|of)|careful|gentle|kind)\b")


def _cared_for(text: str, alone: list[Piece]) -> Window | None:
    """`The skin needs looking after for two days. So, please:` is for two days."""
    for piece in alone:
        facts = facts_of(text[piece.start : piece.end])
        told = [t for t in facts.told if t.role == "end" and t.window]
        if told and _CARED.search(facts.low):
            return told[0].window
    return None


_THEY_ARE = re.compile(r"\b(?:side[- ]effects?|reactions?|symptoms?|effects|after-effects)\b")


def _course_of(text: str, alone: list[Piece], kind: Kind | None) -> Window | None:
    """`Side effects settle within 2 days. They may include:` is so of each that is listed."""
    if kind not in {"expect", None} or not alone:
        return None
    facts = facts_of(text[alone[-1].start : alone[-1].end])
    told = [t for t in facts.told if t.role == "end" and t.window]
    return told[0].window if told and _THEY_ARE.search(facts.low) else None


def _help_before(text: str, alone: list[Piece]) -> Kind | None:
    """`See your doctor if it is infected. The signs:` lists signs to see a doctor for."""
    before = judge(facts_of(text[alone[-1].start : alone[-1].end]), None) if alone else None
    return "seek-help" if before and before.kind == "seek-help" else None
