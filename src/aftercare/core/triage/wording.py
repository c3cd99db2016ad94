"""A level in words: what to do, what the clinic told about it, and whom to tell."""

from __future__ import annotations

from collections.abc import Iterator

from aftercare.core.protocol.model import Protocol, Reaction, Risk, clauses, say
from aftercare.core.triage.table import NOT_COVERED, NOTHING_REPORTED, Judged

_LEAD = {
    "expected": "You were told to expect this:",
    "watch": "Keep an eye on this.",
    "contact": "Contact your specialist.",
    "urgent": "Contact your specialist today.",
}


def wording(protocol: Protocol, judged: Judged) -> str:
    """Say a judgement; whatever the level, a concern has somewhere to go."""
    return " ".join(dict.fromkeys(_said(protocol, judged)))


def _said(protocol: Protocol, judged: Judged) -> Iterator[str]:
    lang = str(protocol.language)
    contact = protocol.contact
    yield "You reported nothing." if judged.row == NOTHING_REPORTED else _LEAD[judged.level]
    if judged.row == NOT_COVERED:
        yield "Your clinic has not said what this means."
    else:
        yield from _told(protocol, judged, lang)
    if judged.level == "urgent" and contact.emergency:
        yield say(contact.emergency, lang)
    yield say(contact.concern.text, lang)


def _told(protocol: Protocol, judged: Judged, lang: str) -> Iterator[str]:
    """Quote the clause that tells the symptom's time; nothing that calms beside an alarm."""
    by_id = {str(clause.id): clause for _, clause in clauses(protocol)}
    for name in judged.clauses[:1]:
        clause = by_id[name]
        if judged.level == "expected" or (judged.level == "watch" and isinstance(clause, Risk)):
            yield f"“{say(getattr(clause, 'text', {}), lang)}”"
        if isinstance(clause, Reaction) and clause.usually and judged.level != "urgent":
            longer = clause.longer_for_some
            some = f", for some {longer.written}" if longer else ""
            told = "Usually" if judged.level == "expected" else "You were told: usually"
            yield f"{told} {clause.usually.written}{some}."
