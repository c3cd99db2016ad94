"""A level in words: what to do, what the clinic told about it, and whom to tell."""

from __future__ import annotations

from collections.abc import Iterator

from aftercare.core.protocol.model import Protocol, Reaction, Risk, say
from aftercare.core.protocol.scalars import Name
from aftercare.core.triage.table import NOT_COVERED, Judged

_LEAD = {
    "expected": "You were told to expect this:",
    "watch": "Keep an eye on this:",
    "contact": "Contact your specialist about this:",
    "urgent": "Contact your specialist today about this:",
}


def wording(protocol: Protocol, judged: Judged) -> str:
    """Say a judgement; whatever the level, a concern has somewhere to go."""
    return " ".join(dict.fromkeys(_said(protocol, judged)))


def _said(protocol: Protocol, judged: Judged) -> Iterator[str]:
    lang = str(protocol.language)
    contact = protocol.contact
    if judged.symptom is None:
        yield "You reported nothing."
    else:
        yield f"{_LEAD[judged.level]} {say(protocol.symptoms[Name(judged.symptom)].text, lang)}."
    if judged.row == NOT_COVERED:
        yield "Your clinic has not said what it means."
    yield from _told(protocol, judged, lang)
    if judged.level == "urgent" and contact.emergency:
        yield say(contact.emergency, lang)
    if judged.level not in {"contact", "urgent"}:  # these say so already
        yield say(contact.concern.text, lang)


def _told(protocol: Protocol, judged: Judged, lang: str) -> Iterator[str]:
    """Quote the clause that tells the symptom's time; nothing that calms beside an alarm."""
    told: dict[str, Reaction | Risk] = {str(r.id): r for r in protocol.reactions}
    told |= {str(risk.id): risk for risk in protocol.risks}
    clause = next((told[name] for name in judged.clauses if name in told), None)
    if clause is None or judged.row == NOT_COVERED:
        return
    if judged.level == "expected" or (judged.level == "watch" and isinstance(clause, Risk)):
        yield f"“{say(clause.text, lang)}”"
    if isinstance(clause, Reaction) and clause.usually and judged.level != "urgent":
        longer = clause.longer_for_some
        some = f", for some {longer.written}" if longer else ""
        lead = "Usually" if judged.level == "expected" else "You were told: usually"
        yield f"{lead} {clause.usually.written}{some}."
