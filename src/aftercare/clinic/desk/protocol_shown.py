"""A protocol as a clinician or an inspector reads it: every clause, the table, the leaflet."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from aftercare.clinic.desk.editor_shown import named
from aftercare.core.check.coverage import coverage
from aftercare.core.problems import listed
from aftercare.core.protocol.model import (
    Advice,
    Clause,
    Protocol,
    Reaction,
    RedFlag,
    Risk,
    Row,
    Stop,
    Symptom,
    clauses,
    say,
)
from aftercare.core.protocol.scalars import Source
from aftercare.core.protocol.terms import BLOCKS, applying, lasting

_VERBS = {"avoid": "avoid", "do": "do", "careful": "with care"}
_THEN = {
    "stop": "yes means no treatment",
    "wait": "yes means wait",
    "ask-prescriber": "yes means ask a prescriber",
}
_AFTER = {"usually": "what is usual", "longest": "the longest that was told"}
_BESIDE = {
    "because": "Because",
    "exception": "If not",
    "easing": "Easing",
    "afterwards": "Afterwards",
}


def blocks_shown(protocol: Protocol) -> list[dict[str, Any]]:
    """Give every clause under the title of its block, in the order of the protocol."""
    found = groupby(clauses(protocol), key=lambda each: str(each[0][0]))
    return [
        {"title": BLOCKS[block], "rows": [_clause(clause, protocol) for _, clause in rows]}
        for block, rows in found
    ]


def _clause(clause: Clause, protocol: Protocol) -> dict[str, Any]:
    lang = str(protocol.language)
    return {
        "id": clause.id,
        "kind": _kind(clause),
        "words": say(clause.ask if isinstance(clause, Stop) else clause.text, lang),
        "beside": _beside(clause, lang),
        "lasting": _lasting(clause, protocol, lang),
        "whom": "; ".join(_whom(clause)),
        "sources": sources_shown(clause.source),
        "accepted": dict(getattr(clause, "accepted", {})),
    }


def _lasting(clause: Clause, protocol: Protocol, lang: str) -> str:
    """Say how long; what has a time and was given none says so, and the rest says nothing."""
    timed = "no time is given" if isinstance(clause, Advice | Reaction) else ""
    return "; ".join(lasting(clause, protocol, lang)) or timed


def _kind(clause: Clause) -> str:
    if isinstance(clause, Advice):
        return f"{_VERBS[clause.verb]}: {listed(clause.activities)}"
    if isinstance(clause, Stop):
        return _THEN[clause.then]
    return ""


def _beside(clause: Clause, lang: str) -> list[tuple[str, str]]:
    """Give what is said beside a piece of advice: its reason, exception and what follows."""
    if not isinstance(clause, Advice):
        return []
    said = [(title, say(getattr(clause, name), lang)) for name, title in _BESIDE.items()]
    return [(title, words) for title, words in said if words]


def _whom(clause: Clause) -> list[str]:
    raised = clause.raised_by if isinstance(clause, Risk) else {}
    more = [f"more at risk where {name} is {listed(values)}" for name, values in raised.items()]
    return [*applying(clause), *more]


def named_by_words(protocol: Protocol) -> dict[str, str]:
    """Name each clause by what it says: nobody knows `advice-5`."""
    lang = str(protocol.language)
    return {
        str(each.id): f"“{named(say(each.ask if isinstance(each, Stop) else each.text, lang))}”:"
        for _, each in clauses(protocol)
    }


def sources_shown(sources: Iterable[Source]) -> list[str]:
    """Say where words come from: the leaflet's sentences by number, and each citation whole."""
    found = list(sources)
    numbers = [str(each) for each in found if each.number]
    word = "sentences" if len(numbers) > 1 else "sentence"
    inside = [f"{word} {listed(numbers)}"] if numbers else []
    return [*inside, *(str(each) for each in found if not each.number)]


def additions_shown(protocol: Protocol) -> list[dict[str, str]]:
    """Give each cited addition with what was decided on it in this very text."""
    lang = str(protocol.language)
    added: list[Stop | RedFlag] = [*protocol.stops, *protocol.red_flags]
    return [
        {
            "id": str(each.id),
            "words": say(each.ask if isinstance(each, Stop) else each.text, lang),
            "decision": "not decided" if each.decision == "offered" else each.decision,
            "decided": str(each.decided),
        }
        for each in added
    ]


def leaflet_shown(protocol: Protocol) -> list[dict[str, str]]:
    """Give each sentence of the leaflet with the clauses that carry it, or why none does."""
    return [
        {
            "number": str(each.number),
            "gist": each.gist,
            "where": ", ".join(each.clauses) or each.not_needed or "no clause",
        }
        for each in coverage(protocol)
    ]


def asked_shown(protocol: Protocol) -> dict[str, list[dict[str, Any]]]:
    """Give what is asked: facts of the person, conditions, and each symptom with its signs."""
    lang = str(protocol.language)
    return {
        "facts": [
            {"id": name, "ask": say(each.ask, lang), "options": ", ".join(each.options)}
            for name, each in protocol.facts.items()
        ],
        "conditions": [
            {"id": name, "ask": say(each.ask, lang), "words": say(each.text, lang)}
            for name, each in protocol.conditions.items()
        ],
        "symptoms": [
            {"id": name, "ask": say(each.ask, lang), "signs": _signs(each, protocol)}
            for name, each in protocol.symptoms.items()
        ],
    }


def _signs(symptom: Symptom, protocol: Protocol) -> list[dict[str, Any]]:
    return [
        {
            "words": say(sign.text, str(protocol.language)),
            "sources": sources_shown(sign.source),
        }
        for sign in symptom.signs
    ]


def row_shown(row: Row, protocol: Protocol) -> dict[str, Any]:
    """Say a row of the triage table as a clinician reads it."""
    names = [say(protocol.symptoms[each].text, "en") for each in row.symptom]
    after = _AFTER.get(row.after or "") if isinstance(row.after, str | None) else row.after.written
    when = [f"{name} is {listed(values)}" for name, values in row.when.items()]
    conditions = [
        f"after {after}" if after else "",
        "worse than last time" if row.trend else "",
        f"beside {listed(row.together_with)}" if row.together_with else "",
        *when,
    ]
    return {
        "id": row.id,
        "level": row.level,
        "symptoms": listed(names),
        "severity": row.severity.written,
        "conditions": "; ".join(filter(None, conditions)),
        "because": row.because,
    }
