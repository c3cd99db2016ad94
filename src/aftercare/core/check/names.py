"""Names that lead nowhere: facts, values, conditions, symptoms, ids, parents of activities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from aftercare.core.problems import Problem, listed
from aftercare.core.protocol.facts import fitting, options
from aftercare.core.protocol.load import Loaded
from aftercare.core.protocol.model import Advice, Protocol, Reaction, Risk, Row, When, clauses
from aftercare.core.protocol.shape import Path
from aftercare.core.protocol.vocabulary import Vocabulary


def check(loaded: Loaded, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Find every name that is not declared, and every id that stands twice."""
    yield from _ids(loaded)
    for path, when in _whens(loaded.protocol):
        yield from _when(loaded, path, when)
    yield from _fact_options(loaded)
    yield from _conditions(loaded)
    for path, names in _symptoms(loaded.protocol):
        unknown = [name for name in names if name not in loaded.protocol.symptoms]
        yield from _undeclared(loaded, "P204", path, "symptom", unknown, loaded.protocol.symptoms)
    yield from _references(loaded)
    yield from _parents(loaded, vocabulary)


def _ids(loaded: Loaded) -> Iterator[Problem]:
    paths = [(path, clause.id) for path, clause in clauses(loaded.protocol)]
    paths += [(("triage", i), row.id) for i, row in enumerate(loaded.protocol.triage)]
    seen: dict[str, Path] = {}
    for path, name in paths:
        table = path[0] == "triage"
        key = f"row {name}" if table else str(name)
        if key in seen:
            line = loaded.place(seen[key]).line
            message = f"The id `{name}` stands a second time; the first is in line {line}."
            yield loaded.problem("P206", (*path, "id"), message, "Give each its own id.")
        seen.setdefault(key, path)


def _whens(protocol: Protocol) -> Iterator[tuple[Path, When]]:
    blocks: tuple[tuple[str, tuple[Reaction | Risk | Advice | Row, ...]], ...] = (
        ("reactions", protocol.reactions),
        ("risks", protocol.risks),
        ("advice", protocol.advice),
        ("triage", protocol.triage),
    )
    for block, items in blocks:
        yield from (((block, i, "when"), item.when) for i, item in enumerate(items))
    for i, risk in enumerate(protocol.risks):
        yield ("risks", i, "raised-by"), risk.raised_by


def _when(loaded: Loaded, path: Path, when: When) -> Iterator[Problem]:
    facts = loaded.protocol.facts
    yield from _undeclared(loaded, "P201", path, "fact", [n for n in when if n not in facts], facts)
    for name, values in when.items():
        if name not in facts or not options(facts[name]):
            continue
        found, strange = fitting(facts[name], values)
        known = listed(options(facts[name]))
        if strange or not found:
            what = f"`{strange[0]}`" if strange else "nothing"
            message = f"The fact `{name}` can never be {what}, so this holds for nobody."
            yield loaded.problem("P202", (*path, name), message, f"It can be {known}.")


def _fact_options(loaded: Loaded) -> Iterator[Problem]:
    for name, fact in loaded.protocol.facts.items():
        wanted = fact.kind in {"areas", "choice"}
        if wanted != bool(fact.options):
            has = "has `options`" if fact.options else "has no `options`"
            message = f"`{name}` is of kind {fact.kind} and {has}."
            remedy = "Areas and choice need `options`; other kinds have none."
            yield loaded.problem("P208", ("facts", name), message, remedy)
        if len(set(fact.options)) < len(fact.options) or "unknown" in fact.options:
            message = f"An option of `{name}` stands twice, or is called `unknown`."
            remedy = "Write each once; `unknown` is always an answer by itself."
            yield loaded.problem("P208", ("facts", name, "options"), message, remedy)


def _conditions(loaded: Loaded) -> Iterator[Problem]:
    protocol = loaded.protocol
    for i, advice in enumerate(protocol.advice):
        if advice.until and advice.until not in protocol.conditions:
            path = ("advice", i, "until")
            names = [advice.until]
            yield from _undeclared(loaded, "P203", path, "condition", names, protocol.conditions)
    used = {advice.until for advice in protocol.advice}
    for name, condition in protocol.conditions.items():
        at = ("conditions", str(name))
        if name not in used:
            message = f"Nothing waits for the condition `{name}`."
            yield loaded.problem("P210", at, message, "Use it in `until`, or remove it.", "warning")
        if not isinstance(condition.closed_by, str):
            unknown = [s for s in condition.closed_by if s not in protocol.symptoms]
            closing = (*at, "closed-by")
            yield from _undeclared(loaded, "P204", closing, "symptom", unknown, protocol.symptoms)
            if len(condition.closed_by) != 1:
                message = "A condition is closed by one symptom."
                yield loaded.problem("P204", closing, message, "Keep one: `{redness: none}`.")


def _symptoms(protocol: Protocol) -> Iterator[tuple[Path, Iterable[str]]]:
    for i, reaction in enumerate(protocol.reactions):
        yield ("reactions", i, "symptom"), reaction.symptom
    for i, risk in enumerate(protocol.risks):
        yield ("risks", i, "symptom"), risk.symptom
    for i, row in enumerate(protocol.triage):
        yield ("triage", i, "symptom"), row.symptom
        yield ("triage", i, "together-with"), row.together_with
    yield ("questions", "symptoms"), protocol.questions.symptoms


def _references(loaded: Loaded) -> Iterator[Problem]:
    protocol = loaded.protocol
    known = [str(clause.id) for _, clause in clauses(protocol)]
    for i, row in enumerate(protocol.triage):
        told = [str(r.id) for r in protocol.reactions] + [str(r.id) for r in protocol.risks]
        unknown = [name for name in row.quote if name not in told]
        path = ("triage", i, "quote")
        yield from _undeclared(loaded, "P205", path, "reaction or risk", unknown, told)
    blocks: tuple[tuple[str, tuple[Advice | Reaction, ...]], ...] = (
        ("advice", protocol.advice),
        ("reactions", protocol.reactions),
    )
    for block, items in blocks:
        for i, item in enumerate(items):
            unknown = [name for name in item.accepted if name not in known]
            at = (block, i, "accepted")
            yield from _undeclared(loaded, "P205", at, "clause", unknown, known)


def _parents(loaded: Loaded, vocabulary: Vocabulary) -> Iterator[Problem]:
    known = {**vocabulary.activities, **loaded.protocol.vocabulary}
    for name, activity in loaded.protocol.vocabulary.items():
        unknown = [n for n in (*activity.is_, *activity.instead_of) if n not in known]
        path = ("vocabulary", name)
        yield from _undeclared(loaded, "P207", path, "activity", unknown, sorted(known))


def _undeclared(  # noqa: PLR0913, PLR0917 - a sentence has its parts
    loaded: Loaded, code: str, path: Path, what: str, unknown: Iterable[str], known: Iterable[str]
) -> Iterator[Problem]:
    for name in unknown:
        message = f"There is no {what} `{name}` in this protocol."
        near = get_close_matches(name, [str(each) for each in known], 1)
        declared = listed(known)
        remedy = f"It declares {declared}." if len(declared) < 600 else "See the vocabulary."
        if near:
            remedy = f"Did you mean `{near[0]}`?"
        yield loaded.problem(code, path, message, remedy)
