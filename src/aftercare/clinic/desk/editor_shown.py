"""How the editor says what stands in a clause: labels for fields, and what a gap asks for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django.utils.translation import get_language_info

from aftercare.clinic.services.drafting import Clause
from aftercare.core.problems import Problem, listed
from aftercare.core.protocol import gaps
from aftercare.core.protocol.gaps import bare

GAP = "P503"
UNDECIDED = "P804"
UNCHECKED = "P806"
_LIT = "P701"
_FROM_WHEN = "Until you say, it is not allowed. If it is fine at once, make it “To do with care”."
_WRITE = {"source": "Write where it comes from."}
_LABELS = {
    "avoid": "Not to do",
    "careful": "With care",
    "do": "To do",
    "symptom": "Symptom",
    "for": "For",
    "until": "Until",
    "usually": "Usually",
    "longer-for-some": "Longer for some",
    "from": "From",
    "when": "Only where",
    "raised-by": "More at risk where",
    "then": "Yes means",
    "because": "Because",
    "exception": "If not",
    "easing": "Easing",
    "afterwards": "Afterwards",
    "decision": "Your decision",
    "decided": "Decided",
    "accepted": "Accepted as it is",
    "optional": "May be refused",
    "source": "Leaflet",
}
_KINDS = {
    "about": "About",
    "stops": "Question",
    "reactions": "To expect",
    "risks": "Risk",
    "agreements": "Agreement",
    "red-flags": "Help",
    "contact": "Whom to tell",
}
_GAPS = (
    (r"title › \w+", "What the treatment is called"),
    (r"symptoms › ([\w-]+) › text › \w+", "What you call it: {}"),
    (r"symptoms › ([\w-]+) › ask › \w+", "How you ask about it: {}"),
    (r"symptoms › ([\w-]+) › signs › .*", "A sign of {}"),
    (r"conditions › ([\w-]+) › text › \w+", "What ends a rule: {}"),
    (r"conditions › ([\w-]+) › ask › \w+", "How you ask whether it is so: {}"),
)


def clause_shown(
    clause: Clause, conditions: Mapping[str, str], others: Mapping[str, str]
) -> dict[str, Any]:
    """Give a clause's words without marks, its fields by their labels, and its findings.

    ``conditions`` and ``others`` name what ends a rule, and the other clauses, by their ids.
    """
    return {
        "id": clause.id,
        "words": bare(clause.words),
        "unwritten": gaps.is_unwritten(clause.words),
        "unsure": clause.unsure,
        "pairs": list(_pairs(clause.said, conditions, others)),
        "findings": findings(clause),
    }


def label(clause: Clause) -> str:
    """Name a clause in a few words: its kind and what it is about."""
    said = clause.said
    verb = next((each for each in ("avoid", "careful", "do") if each in said), "")
    kind = _LABELS[verb] if verb else _KINDS.get(clause.block, "")
    about = _said(said.get(verb) or said.get("symptom"))
    return f"{kind}: {about or shortened(bare(clause.words), 40)}"


def shortened(words: str, most: int) -> str:
    """Cut words at a space, with dots for what is left out."""
    cut = words[:most].rsplit(" ", 1)[0]
    return words if len(words) <= most else f"{cut} …"


def named(words: str) -> str:
    """Name a clause by its first words, as they stand inside a sentence."""
    return shortened(words.rstrip("."), 60)


def _pairs(
    said: Mapping[str, Any], conditions: Mapping[str, str], others: Mapping[str, str]
) -> list[tuple[str, str]]:
    until = str(said.get("until", ""))
    ways = {
        "until": conditions.get(until, _flat(until)),
        "source": _source(said.get("source")),
        "accepted": _beside(said.get("accepted"), others),
    }
    found = ((_LABELS[key], ways.get(key) or _said(said[key])) for key in said if key in _LABELS)
    return [(name, words) for name, words in found if words]


def _said(found: Any) -> str:
    """Say a value in words: a list with commas, a mapping as pairs."""
    if isinstance(found, Mapping):
        return "; ".join(f"{name}: {_flat(each)}" for name, each in found.items())
    return _flat(found)


def _flat(found: object) -> str:
    parts = found if isinstance(found, list) else [found]
    if not found:
        return ""
    named = [str(each).replace("-", " ").replace("_", " ") for each in parts if each]
    return listed("to be chosen" if each.startswith("todo ") else bare(each) for each in named)


def _beside(found: Any, others: Mapping[str, str]) -> str:
    """`beside “Not to do: sauna”: the leaflet says both`, without an id that nobody knows."""
    pairs = found.items() if isinstance(found, Mapping) else ()
    return "; ".join(f"beside “{others.get(id_, _flat(id_))}”: {_flat(why)}" for id_, why in pairs)


def _source(found: Any) -> str:
    parts = found if isinstance(found, list) else [found]
    numbers = [each for each in parts if each and each.isdecimal()]
    word = "sentences" if len(numbers) > 1 else "sentence"
    inside = [f"{word} {listed(numbers)}"] if numbers else []
    cited = [bare(each) for each in parts if each and not each.isdecimal()]
    return "; ".join([*inside, *cited])


def findings(clause: Clause) -> list[str]:
    """Say what the check found; a gap as what it asks for."""
    marked = any(each.code == GAP for each in clause.problems)
    open_ = any(map(gaps.has_name_gap, clause.fields.values()))
    rest = [
        f"{each.message} {each.help}"
        for each in clause.problems
        if each.code != GAP and not (open_ and gaps.has_name_gap(each.message))
    ]
    chosen = ["Choose what it is about."] if open_ else []
    return [*dict.fromkeys(_asked(clause) if marked else ()), *chosen, *rest]


def _asked(clause: Clause) -> list[str]:
    """Say what each marked field asks for."""
    found = ((name, gaps.asked(value)) for name, value in clause.fields.items())
    return [_question(name, asks) for name, asks in found if asks is not None]


def _question(name: str, asks: str) -> str:
    if not asks:
        return _WRITE.get(name, "Write it in your words.")
    more = _FROM_WHEN if asks.endswith("from when") else ""
    return f"{asks.capitalize()}? {more}".rstrip()


def apart(problems: list[Problem], *, asked: bool) -> list[Problem]:
    """Leave out what stands elsewhere: lit sentences, the table's rows, gaps with a page.

    So are what is decided one by one, and a translation that nobody has checked.
    """
    left_out = {_LIT, UNDECIDED, UNCHECKED, *([GAP] if asked else [])}
    return [p for p in problems if p.code not in left_out and not of_table(p)]


def of_table(problem: Problem) -> bool:
    """Tell whether a problem is shown with the triage table."""
    return problem.place is not None and problem.place.path.startswith("triage")


def gap_label(path: str) -> str:
    """Say what is asked for at a place of the text."""
    for pattern, words in _GAPS:
        if found := re.fullmatch(pattern, path):
            return words.format(*map(_plain, found.groups()))
    return _plain(path)


def gap_hint(path: str, words: str) -> str:
    """Show how a question may sound; for anything else, what the draft has there."""
    example = gap_example(path)
    return f"As your patients say it: {example}" if example else bare(words)


def gap_example(path: str) -> str:
    """Give a question for a symptom, which a clinic may take as it is; for the rest nothing."""
    asked = re.fullmatch(r"symptoms › ([\w-]+) › ask › \w+", path)
    return f"How bad is the {_plain(asked[1])}?" if asked else ""


def _plain(name: str) -> str:
    return name.replace("-", " ").replace("_", " ")


def language_named(code: str) -> str:
    """Name a language in English; one that has no name here by its letters."""
    try:
        return str(get_language_info(code)["name"])
    except KeyError:
        return code
