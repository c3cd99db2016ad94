"""A leaflet's text -> a draft: each item points at its words; what was not understood is shown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct, structs

from aftercare.core.leaflet import conditions, windows
from aftercare.core.leaflet.blocks import Block, blocks
from aftercare.core.leaflet.clauses import Piece, clauses_in, sentences_in
from aftercare.core.leaflet.facts import Facts, facts_of, lowered
from aftercare.core.leaflet.frames import Frame, heading_frame, is_frame
from aftercare.core.leaflet.kinds import Kind, Verdict, judge
from aftercare.core.leaflet.lengths import Told, lengths
from aftercare.core.leaflet.people import who
from aftercare.core.leaflet.strength import Strength, has_modal, strength_of
from aftercare.core.leaflet.windows import Window

LONGEST = 200_000


class Item(Struct, frozen=True):
    """One clause of a draft. ``quote`` is the leaflet's own words, from ``start`` to ``end``."""

    quote: str
    start: int
    end: int
    kind: Kind
    activities: tuple[str, ...]
    window: Window | None
    until: str | None
    strength: Strength
    rule: str
    confidence: float
    phase: str
    who: str | None
    section: str


class Unread(Struct, frozen=True):
    """Words that were not understood, and where they stand."""

    quote: str
    start: int
    end: int


class Draft(Struct, frozen=True):
    """What was understood, in order of the words, and what was not."""

    items: tuple[Item, ...]
    not_understood: tuple[Unread, ...]


class _Judged(Struct):
    piece: Piece
    facts: Facts
    verdict: Verdict | None
    frame: Frame
    window: Window | None = None


def draft(text: str) -> Draft:
    """Draft a leaflet's text of at most ``LONGEST`` characters."""
    items: list[Item] = []
    unread: list[Unread] = []
    last: Window | None = None
    for sentence, frame in _sentences(text):
        judged = _judged(text, sentence, frame)
        last = _windows(judged, last)
        for each in judged:
            if each.verdict is None:
                unread += _unread(text, each.piece)
            else:
                items.append(_item(text, each))
                items += _banned_till_then(items[-1], each)
    return Draft(tuple(items), tuple(unread))


# -- layout: which frame holds for which sentence


def _sentences(text: str) -> Iterator[tuple[Piece, Frame]]:
    """Give each sentence with what its headings and lead-ins say of it."""
    heading, lead, table = Frame(), None, None
    found = blocks(text)
    for i, block in enumerate(found):
        after = found[i + 1] if i + 1 < len(found) else None
        words = text[block.start : block.end]
        if block.shape == "row":
            table = (
                _columns(text, block, table, lead or heading)
                if table is None or block.gap
                else table
            )
            yield from _row(text, block, table, lead or heading)
            continue
        table = None
        if lead is not None and (
            block.gap and block.shape != "item" or lead.listed and block.shape != "item"
        ):
            lead = None
        if _is_heading(words, block, after):
            heading, lead = heading_frame(words, heading.before), None
            continue
        if _leads(words, block, after):
            lead, told = _lead(text, block, heading, after)
            yield from told
            continue
        frame = lead or heading
        yield from (
            (piece, _marked(frame, block)) for piece in sentences_in(text, block.start, block.end)
        )


def _marked(frame: Frame, block: Block) -> Frame:
    if block.mark == "bad":
        return _with(frame, kind="avoid")
    if block.mark == "good" and frame.kind is None:
        return _with(frame, kind="do")
    return frame


def _with(frame: Frame, **changes: object) -> Frame:
    return Frame(**{**{name: getattr(frame, name) for name in Frame.__struct_fields__}, **changes})


def _is_heading(words: str, block: Block, after: Block | None) -> bool:
    if block.hashed:
        return True
    plain = words.strip()
    if len(plain) > 90 or "\n" in plain or re.search(r"[.;,]$", plain):
        return False
    if is_frame(plain) and block.shape == "line" and after is not None and len(plain) < 60:
        return True
    if block.shape == "item" and not (plain.isupper() and len(plain.split()) < 7):
        return False
    if plain.endswith("?"):
        return len(plain.split()) < 12
    if plain.endswith(":"):
        return len(plain.split()) <= 5 and not _judges(plain)
    if plain.isupper() and len(plain.split()) <= 12:
        return not _judges(plain) or (after is not None and after.shape == "item")
    return len(plain.split()) <= 9 and after is not None and not _judges(plain)


def _judges(words: str) -> bool:
    """Tell whether a short line is an instruction by itself, not a title."""
    verdict = judge(facts_of(words), None)
    return verdict is not None and (
        verdict.kind in {"avoid", "do", "seek-help"} and verdict.sure > 0.65 or verdict.sure > 0.8
    )


def _leads(words: str, block: Block, after: Block | None) -> bool:
    if after is None:
        return False
    plain = words.rstrip()
    if plain.endswith((":", ":-", "…", "...")):
        return block.shape == "line" or after.shape == "item"
    return (
        block.shape == "line"
        and after.shape == "item"
        and not after.gap
        and not plain.endswith((".", "!"))
        and len(plain) < 90
    )


def _lead(
    text: str, block: Block, heading: Frame, after: Block | None
) -> tuple[Frame, list[tuple[Piece, Frame]]]:
    """A lead-in gives its list a kind, a length and a modal; sentences before it stand alone."""
    pieces = sentences_in(text, block.start, block.end)
    *alone, last = pieces or [Piece(block.start, block.end)]
    words = text[last.start : last.end]
    facts = facts_of(words)
    own = heading_frame(words, heading.before)
    verdict = judge(facts, None)
    kind = own.kind or (verdict.kind if verdict else None) or heading.kind
    until = conditions.until(facts.low, permission=False, kind=kind or "")
    window = own.window or heading.window
    strength = (
        strength_of(facts.low, kind)
        if kind and (has_modal(facts.low) or kind in {"expect", "risk"})
        else None
    )
    listed = after is not None and after.shape == "item"
    frame = Frame(
        kind,
        window,
        until or heading.until,
        strength,
        own.before,
        heading.section or own.section,
        own.topic or heading.topic,
        listed,
    )
    told = [(piece, heading) for piece in alone]
    if (
        facts.activities
        and verdict
        and verdict.kind in {"avoid", "do"}
        and facts.has("-+")
        and not listed
    ):
        told.append((last, heading))
    return frame, told


_WHEN = re.compile(
    r"\b(?:when|time|day|days|how long|duration|period|wait|until|hours|weeks?|stage|timing)\b"
)


def _columns(text: str, block: Block, before: list[Frame] | None, frame: Frame) -> list[Frame]:
    """Read the first row of a table: what each column holds."""
    frames = [heading_frame(text[a:b], frame.before) for a, b in block.cells]
    waits = [
        re.search(r"\b(?:wait|leave off|stay off|avoid|stop|off)\b", lowered(text[a:b]))
        for a, b in block.cells
    ]
    kinds = ["avoid" if wait else each.kind for wait, each in zip(waits, frames, strict=True)]
    return [
        _with(each, section=frame.section, kind=kind)
        for each, kind in zip(frames, kinds, strict=True)
    ]


def _row(
    text: str, block: Block, columns: list[Frame], frame: Frame
) -> Iterator[tuple[Piece, Frame]]:
    cells = [lowered(text[a:b]).strip() for a, b in block.cells]
    if _is_head(cells):
        return
    if sum(column.kind in {"do", "avoid"} for column in columns) >= 2 and len(columns) == len(
        cells
    ):
        for (a, b), column in zip(block.cells, columns, strict=True):
            yield from ((piece, column) for piece in sentences_in(text, a, b))
        return
    kind = next((column.kind for column in columns if column.kind), None) or frame.kind
    whole = _with(frame, kind=kind)
    first = lengths(cells[0])
    if first and is_frame(cells[0]) and len(cells) == 2:
        window = first[0].begins or first[0].window
        pieces = sentences_in(text, *block.cells[1])
        row = _with(whole, window=window)
        if len(pieces) > 1 or len(clauses_in(text, pieces[0])) > 1:
            yield from ((piece, row) for piece in pieces)
            return
        yield Piece(block.start, block.end, "row"), row
        return
    yield Piece(block.start, block.end, "row"), whole


def _is_head(cells: list[str]) -> bool:
    """A table's first row names its columns and gives no length."""
    short = all(len(cell.split()) <= 5 for cell in cells)
    plain = not any(lengths(cell) for cell in cells)
    return (
        short
        and plain
        and any(_WHEN.search(cell) or heading_frame(cell, before=False).kind for cell in cells)
    )


# -- clauses: kind, then window


def _judged(text: str, sentence: Piece, frame: Frame) -> list[_Judged]:
    pieces = [sentence] if sentence.joined == "row" else clauses_in(text, sentence)
    judged: list[_Judged] = []
    for piece in pieces:
        before = judged[-1] if judged else None
        facts = facts_of(text[piece.start : piece.end], _as_reason(text, piece, before))
        verdict = judge(facts, frame.kind)
        if (
            before is not None
            and verdict is not None
            and verdict.rule == "imperative"
            and _goes_on(before, facts)
        ):
            verdict = Verdict("expect", "goes-on", 0.6)
        if (
            verdict is None
            and before is not None
            and piece.joined in {"and", "or", "mark", "comma", "then"}
        ):
            verdict = _like(before, facts)
        if before is not None and _one(before, facts, verdict, piece.joined):
            _join(text, before, piece)
            continue
        if (
            verdict is None
            and before is not None
            and (piece.joined == "reason" or len(facts.low.split()) < 3)
        ):
            _join(text, before, piece)
            continue
        if before is not None and verdict is not None and _signs_of(before, verdict, piece.joined):
            _join(text, before, piece)
            before.verdict = verdict
            continue
        judged.append(_Judged(piece, facts, verdict, frame))
    return judged


def _signs_of(before: _Judged, verdict: Verdict, joined: str) -> bool:
    """`A fever, or yellow discharge: see your GP` is one call for help."""
    signs = before.verdict is None or before.verdict.kind in {"risk", "expect"}
    return (
        verdict.kind == "seek-help"
        and joined == "mark"
        and signs
        and before.facts.has("~!")
        and not before.facts.told
    )


def _goes_on(before: _Judged, facts: Facts) -> bool:
    """`… and go on improving` tells more of the course; it orders nothing."""
    course = before.verdict is not None and before.verdict.kind == "expect"
    return (
        course
        and facts.joined == "and"
        and not facts.has("+-")
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
        }
    )


def _as_reason(text: str, piece: Piece, before: _Judged | None) -> str:
    """After a ban, `: the colour will change` gives its reason."""
    if (
        piece.joined != "mark"
        or before is None
        or before.verdict is None
        or before.verdict.kind != "avoid"
    ):
        return piece.joined
    reason = re.match(
        r"(?:it|this|they|these|that|the|your|you|sun|heat|sweat|\w+) (?:\w+ ){0,2}(?:can|may|could|might|will|would|is|are|\w+s)\b",
        lowered(text[piece.start : piece.end]),
    )
    return "reason" if reason and not facts_of(text[piece.start : piece.end]).verb else piece.joined


def _one(before: _Judged, facts: Facts, verdict: Verdict | None, joined: str) -> bool:
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
    if kinds == ("expect", "expect"):
        return not (before.facts.told and facts.told)
    if (
        kinds == ("avoid", "avoid")
        and verdict is not None
        and before.verdict.rule == verdict.rule == "no-thing"
    ):
        return joined in {"and", "comma"} and not (before.facts.told and facts.told)
    occasion = re.match(r"(?:if|when|should)\b", before.facts.low) is not None
    return (
        kinds == ("do", "do")
        and (occasion or not facts.has("+-0"))
        and verdict is not None
        and verdict.permission == before.verdict.permission
    )


def _like(before: _Judged, facts: Facts) -> Verdict | None:
    """A fragment goes on as its sentence began: `no gym, and hot yoga too`."""
    if before.verdict is None or before.verdict.kind in {"info", "do"}:
        return None
    wanted = {"avoid": "-", "expect": "~!", "risk": "~!", "seek-help": "~!"}[before.verdict.kind]
    return Verdict(before.verdict.kind, "goes-on", 0.6) if facts.has(wanted) else None


def _join(text: str, before: _Judged, piece: Piece) -> None:
    before.piece = before.piece._replace(end=piece.end)
    verdict = before.verdict
    before.facts = facts_of(text[before.piece.start : before.piece.end], before.piece.joined)
    before.verdict = verdict


def _windows(judged: list[_Judged], last: Window | None) -> Window | None:
    """Give each clause its window: its own, its sentence's, its heading's."""
    for each in judged:
        if each.verdict is not None:
            each.window = _own(each)
            if each.window is None and re.search(
                r"\b(?:in|during|for|within|over) (?:that|this|the same|these|those) (?:time|period|days|hours|weeks)\b|\bin the meantime\b|\bmeanwhile\b",
                each.facts.low,
            ):
                each.window = last
            if (
                each.window is None
                and re.search(
                    r"\b(?:from then on|after that|thereafter|after this)\b", each.facts.low
                )
                and last
                and last.max_hours
            ):
                each.window = windows.starting(last.max_hours)
    _share(judged)
    for each in judged:
        inherits = (
            each.verdict is not None
            and each.verdict.kind in {"avoid", "do", "expect"}
            and each.facts.joined != "reason"
        )
        if each.window is None and inherits and not _other(each):
            each.window = each.frame.window
    return next((each.window for each in reversed(judged) if each.window), last)


def _other(each: _Judged) -> bool:
    """`Wait until you are healed` under `First 24 hours` has its own end."""
    return False


def _own(each: _Judged) -> Window | None:
    verdict = each.verdict
    assert verdict is not None  # noqa: S101 - only judged clauses are asked
    told = [t for t in each.facts.told if t.role in {"end", "start"} and t.window]
    if verdict.kind == "info":
        told = [t for t in each.facts.told if t.window and t.role != "none"]
    if not told:
        return None
    if verdict.kind in {"seek-help", "risk"}:
        return _own_of_risk(told)
    if verdict.kind == "avoid":
        return _ban_window(each.facts, told)
    if verdict.kind == "info":
        return told[0].window
    starts, ends = [t for t in told if t.role == "start"], [t for t in told if t.role == "end"]
    if verdict.kind == "do":
        return _do_window(verdict, starts, ends)
    if ends:
        opens = _BEGINS.search(each.facts.low[: ends[0].start])
        return ends[-1].window if opens else ends[0].window
    if not starts:
        return None
    if (
        "results" in each.facts.activities
        or starts[0].window
        and starts[0].window.min_hours != starts[0].window.max_hours
        or not _BEGINS.search(each.facts.low)
    ):
        return starts[0].window
    return starts[0].begins


def _own_of_risk(told: list[Told]) -> Window | None:
    """A risk's length counts; `the same day` in it is no length."""
    counted = [t.window for t in told if t.window and t.window.min_hours is not None]
    return counted[0] if counted else None


_BEGINS = re.compile(
    r"\b(?:from|begins?|starts?|turn up|appears?|show|develops?|come up|comes? out|sets? in|peaks?|at its (?:worst|peak)|later|still|onwards?|on the (?:next|following)|worse)\b"
)


def _ban_window(facts: Facts, told: list[Told]) -> Window | None:
    """A ban ends as late as any of its lengths; one that begins later says so first."""
    text = facts.low.strip()
    if (
        told[0].role == "start"
        and len(told) == 1
        and re.match(r"(?:from|after|starting|once)\b", text)
        and not rules_only(text)
    ):
        return told[0].begins
    window: Window | None = None
    for each in told:
        window = windows.later(window, each.window)
    return window


def rules_only(text: str) -> bool:
    """Tell whether `only`, `until` or `before` makes a beginning an end."""
    return bool(re.search(r"\b(?:only|until|before|earliest|not)\b", text))


def _do_window(verdict: Verdict, starts: list[Told], ends: list[Told]) -> Window | None:
    if not ends:
        return starts[0].begins
    if verdict.permission and ends[0].begins is not None:
        return ends[0].begins
    window = ends[0].window
    if starts and window is not None and starts[0].begins is not None:
        return Window(window.min_hours, window.max_hours, starts[0].begins.start_hours)
    return window


def _share(judged: list[_Judged]) -> None:
    """Clauses of one kind in one sentence share its length: forward, and back between bans."""
    for i, each in enumerate(judged[1:], 1):
        before = judged[i - 1]
        if (
            each.window is None
            and before.window
            and each.verdict
            and before.verdict
            and _same(before, each)
        ):
            each.window = before.window
    for i in range(len(judged) - 2, -1, -1):
        each, after = judged[i], judged[i + 1]
        bans = each.verdict and after.verdict and each.verdict.kind == after.verdict.kind == "avoid"
        if (
            bans
            and each.window is None
            and after.window
            and after.facts.joined in {"and", "or", "comma"}
        ):
            each.window = after.window


def _same(before: _Judged, each: _Judged) -> bool:
    kinds = (before.verdict.kind, each.verdict.kind) if before.verdict and each.verdict else ()
    if kinds == ("avoid", "avoid"):
        return True
    return (
        kinds == ("do", "do")
        and each.facts.joined in {"and", "comma", "and then"}
        and any(t.role == "end" for t in before.facts.told)
    )


# -- items


def _item(text: str, each: _Judged) -> Item:
    facts, frame, verdict, piece = each.facts, each.frame, each.verdict, each.piece
    assert verdict is not None  # noqa: S101 - what has no verdict is shown as not understood
    kind = verdict.kind
    condition = conditions.until(facts.low, permission=verdict.permission, kind=kind)
    if condition is None and kind in {"avoid", "do"}:
        condition = conditions.unnamed(facts.low) if not facts.told else None
        condition = condition or (
            frame.until if kind == "avoid" or not verdict.permission else None
        )
    if kind in {"risk", "seek-help", "info"}:
        condition = None
    strength = strength_of(facts.low, kind)
    if frame.strength and frame.kind == kind and not has_modal(facts.low):
        strength = frame.strength
    if verdict.permission:
        strength = "may"
    names = tuple(n for n in facts.activities if n != "healing") or facts.activities or frame.topic
    early = frame.before or any(told.role == "before" for told in facts.told)
    return Item(
        text[piece.start : piece.end], piece.start, piece.end, kind, names, each.window, condition, strength,
        verdict.rule, verdict.sure, "before" if early else "after", who(facts.low), frame.section,
    )  # fmt: skip


def _banned_till_then(item: Item, each: _Judged) -> list[Item]:
    """`After 24 hours you can wear make-up, but mineral only` forbids it for 24 hours as well."""
    window, verdict = item.window, each.verdict
    if verdict is None or not verdict.permission or window is None or not window.start_hours:
        return []
    if not re.search(r"\bonly\b", each.facts.low):
        return []
    ban = windows.fixed(window.start_hours)
    return [
        structs.replace(
            item, kind="avoid", window=ban, strength="must", rule="banned-till-then", confidence=0.7
        )
    ]


def _unread(text: str, piece: Piece) -> list[Unread]:
    quote = text[piece.start : piece.end]
    return [Unread(quote, piece.start, piece.end)] if re.search(r"[^\W\d_]{2}", quote) else []
