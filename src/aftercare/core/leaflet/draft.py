"""A leaflet's text -> a draft: each item points at its words; what was not understood is shown."""

from __future__ import annotations

import re

from msgspec import structs

from aftercare.core.leaflet import conditions, windows
from aftercare.core.leaflet.advice import ONE
from aftercare.core.leaflet.bans import THEY_CANNOT
from aftercare.core.leaflet.excepted import parted
from aftercare.core.leaflet.facts import Facts, facts_of, lowered
from aftercare.core.leaflet.frames import Frame
from aftercare.core.leaflet.items import Draft, Item, Unread
from aftercare.core.leaflet.joining import Judged, judged_clauses
from aftercare.core.leaflet.kinds import judge
from aftercare.core.leaflet.layout import framed_sentences
from aftercare.core.leaflet.people import who
from aftercare.core.leaflet.sides import BOTH_SIDES, is_before
from aftercare.core.leaflet.stops import Piece
from aftercare.core.leaflet.strength import has_modal, strength_of
from aftercare.core.leaflet.timing import ALSO, Last, give_windows
from aftercare.core.leaflet.verdicts import Kind
from aftercare.core.leaflet.windows import Window


def draft(text: str) -> Draft:
    """Draft a leaflet's text of at most ``LONGEST`` characters."""
    items: list[Item] = []
    unread: list[Unread] = []
    last = Last()
    said: str | None = None
    for sentence, heading in framed_sentences(text):
        frame = _going_on(text, sentence, heading, items, last.window)
        judged = judged_clauses(text, sentence, frame)
        last = give_windows(judged, last)
        low = _words(text, sentence)
        same = _ban_before(items) if ALSO.match(low) else None
        till = _till(judged) or same or (said if _UNTIL_THEN.search(low) else None)
        for each in judged:
            if each.verdict is None:
                unread += _unread(text, each.piece)
            else:
                item = _named_before(_item(text, each, till), items)
                if each.verdict.rule == "better-longer":
                    names = items[-1].activities if items else ()
                    item = structs.replace(item, activities=names, strength="should")
                item, *bans = parted(item, each.facts)
                items += [item, *_before_too(item, each), *_banned_till_then(item, each), *bans]
                items[-1] = _same_end(text, items)
                _held_back(text, items)
                said = items[-1].until or said
    return Draft(tuple(items), tuple(unread))


def _ban_before(items: list[Item]) -> str | None:
    """On what the ban right before ends, behind the reason that may stand with it."""
    said = [item for item in items[-2:] if item.kind != "risk"]
    return said[-1].until if said and said[-1].kind == "avoid" else None


_STEER = re.compile(
    r"\W*otherwise\b|\W*(?:(?:so|and|then|so please) )?(?:steer clear|avoid (?:it|them|these|this|both)|stay away"
    r"|leave (?:it|them|these|both) (?:out|off|alone)|skip (?:it|them|these|both))\b"
)


_AGAIN = re.compile(  # `Stop retinol 5 days before it, and restart 5 days after`: retinol
    r"\b(?:restart|resume|reintroduce|restarting|resuming)\b(?: (?:it|them|these|this|use))?(?= (?!\w+ing\b)|\W*$)"
    r"|\b(?:start|begin|use|take|go back to|return to)(?: using| taking)? (?:it|them|these|this)\b"
)


def _named_before(item: Item, before: list[Item]) -> Item:
    """`Aspirin thins the blood, so steer clear`: it is the aspirin."""
    near = before and before[-1].end <= item.start < before[-1].end + 6
    low = lowered(item.quote)
    points = item.rule == "leave-it" or _STEER.match(low) or THEY_CANNOT.search(low)
    if near and item.rule == "is-a-must" and ONE.match(low):
        return structs.replace(item, activities=before[-1].activities)
    timed = item.kind == "avoid" or (item.kind == "do" and item.window is not None)
    again = timed and not points and _AGAIN.search(low)
    if item.activities or not near or not (points or again):
        return item
    if again and item.kind == "do":
        item = structs.replace(item, strength="may")
    named_ = [n.name for n in facts_of(before[-1].quote).core if n.kind == "-"]
    return structs.replace(item, activities=tuple(dict.fromkeys(named_)))


_WAITS = frozenset({"wait", "label-wait", "not-to", "must-wait", "give-it-time", "no-thing"})


def _held_back(text: str, items: list[Item]) -> None:
    """`You can swim again. Give it 5 days first.`: what waits is the swimming."""
    ban, allowed = items[-1], items[-2] if len(items) > 1 else None
    if allowed is None or allowed.strength != "may" or allowed.kind != "do":
        return
    points = ban.kind == "avoid" and ban.rule in _WAITS and set(ban.activities) <= {"healing"}
    begins = allowed.until or (allowed.window and allowed.window.start_hours)
    apart = "\n" in text[allowed.end : ban.start] or lowered(ban.quote).startswith("otherwise")
    if begins or not points or apart:
        return
    ends = ban.window and (ban.window.max_hours or ban.window.min_hours)
    window = windows.starting(ends) if ends else allowed.window
    items[-2] = structs.replace(allowed, window=window, until=ban.until)
    items[-1] = structs.replace(ban, activities=allowed.activities)


def _same_end(text: str, items: list[Item]) -> Item:
    """`No swimming for 2 weeks. No pools, no baths.`: a ban of the same thing ends alike."""
    item, before = items[-1], items[-2] if len(items) > 1 else None
    ends = item.window is not None or item.until is not None
    if before is None or ends or not item.kind == before.kind == "avoid":
        return item
    near = "\n" not in text[before.end : item.start] and item.start >= before.end
    listed = len(re.findall(r"\bno\b", lowered(item.quote))) > 1
    if not near or not listed or not set(item.activities) & set(before.activities):
        return item
    return structs.replace(item, window=before.window, until=before.until)


_LED_TILL = re.compile(r"\W*(?:until|till|while|whilst|during|as long as)\b")
_MEANS = re.compile(
    r"\W*(?:and |so )?(?:(?:that|this|these|it|heat|sun exposure|exercise|sweating)(?: also)? (?:means?|includes?|takes? in|covers?|goes for"
    r"|applies to|is true (?:of|for))|(?:also )?including|by (?:this|that|which) (?:we|i) mean"
    r"|(?:the )?same (?:goes|applies|holds|is true) (?:for|to|of)|likewise"
    r"|also:)\b"
)
_WORD = r"(?!(?:can|may|will|is|are|if|for|until|too|as well|likewise)\b)[\w',/-]+"
_BARE = rf"(?!you\b|it\b|this\b){_WORD}(?: {_WORD}){{0,7}}"
_TOO = re.compile(  # `Exercise too.`, `And the sauna.`, `So is fake tan.`
    rf"\W{{0,6}}(?:and )?{_BARE},? (?:too|as well|likewise)\W{{0,6}}|\W{{0,6}}and {_BARE}\W{{0,6}}"
    rf"|\W{{0,6}}(?:so (?:is|are|do|does|should|must)|ditto(?: for)?|nor|neither) {_BARE}\W{{0,6}}"
)


def _going_on(
    text: str, sentence: Piece, frame: Frame, items: list[Item], last: Window | None
) -> Frame:
    """`That means retinoids and acids too` goes on with the ban before it."""
    words = _words(text, sentence)
    means, too = _MEANS.match(words), _TOO.fullmatch(words)
    bans = [item for item in items[-1 if too else -3 :] if item.kind == "avoid"]
    if not (means or too) or not bans:
        return frame
    facts = facts_of(text[sentence.start : sentence.end])
    said = judge(facts, None) if too else None
    if (facts.has("+~") and not facts.has("-")) or (said and said.kind != "do"):
        return frame
    ban = bans[-1]
    window = ban.window if too else (last or frame.window)
    return structs.replace(frame, kind="avoid", window=window, until=ban.until if too else None)


def _till(judged: list[Judged]) -> str | None:
    """`Until the redness has gone, wear cotton and lay off sponges` ends both."""
    for i, each in enumerate(judged):
        if _LED_TILL.match(each.facts.low):
            said = conditions.until(each.facts.low, permission=False, kind="avoid")
            return said or _told_of(judged[:i], each.facts.low)
    return None


def _words(text: str, piece: Piece) -> str:
    return lowered(text[piece.start : piece.end])


_UNTIL_THEN = re.compile(r"\b(?:before|until|till) then\b")


def _told_of(before: list[Judged], low: str) -> str | None:
    """`The redness goes in two days; until it has, use no soap`: it is the redness."""
    if not re.match(r"\W*until (?:it|they) (?:has|have|is|are|does|do)\b", low):
        return None
    named = (name for each in before for name in each.facts.activities)
    return next((_GONE[name] for name in named if name in _GONE), None)


_GONE = {
    "redness": "redness subsides",
    "swelling": "swelling subsides",
    "bruising": "bruising subsides",
    "peeling": "peeling stopped",
    "scabbing": "scabs gone",
}


def _item(text: str, each: Judged, till: str | None) -> Item:
    facts, frame, verdict, piece = each.facts, each.frame, each.verdict, each.piece
    assert verdict is not None  # noqa: S101 - what has no verdict is shown as not understood
    kind = verdict.kind
    condition = _condition(each, till)
    strength = strength_of(facts.low, kind)
    if frame.strength and frame.kind == kind and not has_modal(facts.low):
        strength = frame.strength
    if verdict.permission:
        strength = "may"
    names = _names(facts, kind) or frame.topic
    if verdict.rule == "only-ours":
        names = ("products",)  # all others are forbidden
    early = is_before(facts, kind, headed=frame.before)
    return Item(
        text[piece.start : piece.end],
        piece.start,
        piece.end,
        kind,
        names,
        each.window,
        condition,
        strength,
        verdict.rule,
        min(verdict.sure, _GUESSED) if _guessed(each) else verdict.sure,
        "before" if early else "after",
        who(facts.low),
        frame.section,
    )


_ALSO = re.compile(r"\W*also\b")
_GUESSED = 0.6  # below this a person is asked to check


def _guessed(each: Judged) -> bool:
    """Tell whether a ban's end is only that of a sentence before, or of its period."""
    if each.window is not None and not each.facts.told and _ALSO.match(each.facts.low):
        return True
    held = each.frame.period and not each.facts.told
    return bool(held) and each.window is not None and each.window == each.frame.window


def _condition(each: Judged, till: str | None) -> str | None:
    """Name what advice ends on: its own words first, then its heading's, then its sentence's."""
    facts, frame, verdict = each.facts, each.frame, each.verdict
    if verdict is None or verdict.kind not in {"avoid", "do", "expect"}:
        return None
    ban = verdict.kind == "avoid"
    if verdict.rule == "heal-first":
        return "skin healed"
    named = conditions.until(facts.low, permission=verdict.permission, kind=verdict.kind)
    if named or verdict.kind == "expect":
        return named
    words = conditions.unnamed(facts.low, facts.told)
    if verdict.permission and facts.has("-") and not facts.told:
        words = words or conditions.unnamed_start(facts.low)
    headed = frame.until if ban or not verdict.permission else None
    around = headed or (till if ban and not facts.told else None)
    return (around or words) if words and _IT.match(words) else (words or around)


_IT = re.compile(r"(?:it|they) (?:has|have|is|are|does|do)\b")


def _before_too(item: Item, each: Judged) -> list[Item]:
    """`For 2 days before and after the treatment` is said of both."""
    told = [t for t in each.facts.told if t.role == "before" and t.window]
    if not told or not BOTH_SIDES.search(each.facts.low):
        return []
    return [structs.replace(item, window=told[0].window, phase="before", rule="before-too")]


_ASIDE = frozenset({"healing", "treatment", "repeat-session", "rest", "consent"})


def _names(facts: Facts, kind: Kind) -> tuple[str, ...]:
    """Advice is about what its main clause names to do; a course or a harm is about all it names."""
    found = facts.core if kind in {"do", "avoid", "expect"} else facts.found
    if kind in {"do", "avoid"}:
        found = tuple(each for each in found if each.kind in "-+0") or found
    elif kind == "expect":
        found = (
            tuple(each for each in found if each.kind in "~!" or each.name == "results") or found
        )
    names = dict.fromkeys(each.name for each in found)
    if kind == "do" and "cleansing" in names:
        names = {name: None for name in names if name not in {"washing", "soap", "products"}}
    told = tuple(name for name in names if name not in _ASIDE) or tuple(names)
    return tuple(name for name in told if name != "products") or told


def _banned_till_then(item: Item, each: Judged) -> list[Item]:
    """`After 24 hours you can wear make-up, but mineral only` forbids it for 24 hours as well."""
    window, verdict = item.window, each.verdict
    if verdict is None or window is None or not window.start_hours or verdict.kind != "do":
        return []
    if not verdict.permission and "makeup" not in item.activities:
        return []
    if not re.search(r"\bonly\b", each.facts.low):
        return []
    ban = windows.fixed(max([window.start_hours, *_only_till(each.facts)]))
    return [
        structs.replace(
            item, kind="avoid", window=ban, strength="must", rule="banned-till-then", confidence=0.7
        )
    ]


def _only_till(facts: Facts) -> list[float]:
    """`From 12 to 48 hours only mineral make-up`: all other is forbidden for 48."""
    told = (t.window for t in facts.told if t.window and t.role in {"start", "end"})
    return [window.max_hours for window in told if window.max_hours]


def _unread(text: str, piece: Piece) -> list[Unread]:
    quote = text[piece.start : piece.end]
    return [Unread(quote, piece.start, piece.end)] if re.search(r"[^\W\d_]{2}", quote) else []
