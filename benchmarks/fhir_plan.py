"""Our plan's clauses as a FHIR R4 PlanDefinition, so that a peer can be measured on the same plan.

One flat action per clause, without ActivityDefinitions: the least that makes a peer's `$apply` hand
back a plan of that many actions. Hours count from the moment of applying, here the treatment.
Sources: FHIR R4 PlanDefinition, Timing and Expression; ELM, the compiled form of CQL ("r1").
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from typing import Any

Json = dict[str, Any]
When = Mapping[str, Sequence[Any]] | None  # the fact's name to the values that let a clause apply
Clause = Mapping[str, Any]  # id, title, kind, starts_h, earliest_end_h, latest_end_h, when

BASE = "https://example.org/fhir"
LIBRARY = "AftercareConditions"


def plan_definition(clauses: Sequence[Clause], *, conditions: bool = False) -> Json:
    """One action per clause; with `conditions`, each has an `applicability` condition in CQL."""
    anchor = min(clauses, key=lambda clause: clause["starts_h"])
    plan: Json = {"resourceType": "PlanDefinition", "id": "aftercare", "status": "active"}
    plan |= {"url": f"{BASE}/PlanDefinition/aftercare", "title": "Aftercare"}
    actions = [_action(clause, anchor) for clause in clauses]
    if not conditions:
        return plan | {"action": actions}
    asked = [action | _condition(clause) for action, clause in zip(actions, clauses, strict=True)]
    return plan | {"library": [f"{BASE}/Library/{LIBRARY}"], "action": asked}


def _action(clause: Clause, anchor: Clause) -> Json:
    action: Json = {"id": clause["id"], "title": clause["title"]}
    action |= {"code": [{"text": clause["kind"]}]}
    return action | _start(clause, anchor) | _length(clause)


def _condition(clause: Clause) -> Json:
    expression = {"language": "text/cql", "expression": _name(clause["when"])}
    return {"condition": [{"kind": "applicability", "expression": expression}]}


def _hours(value: float) -> Json:
    return {"value": value, "unit": "hour", "system": "http://unitsofmeasure.org", "code": "h"}


def _start(clause: Clause, anchor: Clause) -> Json:
    """Give a later start as an offset in hours from the clause that starts first."""
    offset = clause["starts_h"] - anchor["starts_h"]
    after: Json = {"actionId": anchor["id"], "relationship": "after-start"}
    return {"relatedAction": [after | {"offsetDuration": _hours(offset)}]} if offset else {}


def _length(clause: Clause) -> Json:
    """Say a fixed end as a duration, two bounds or one as a range, and no end as no timing."""
    starts, low, high = (clause[time] for time in ("starts_h", "earliest_end_h", "latest_end_h"))
    if low is None and high is None:
        return {}
    if low == high:
        return {"timingTiming": {"repeat": {"boundsDuration": _hours(low - starts)}}}
    ends = {"low": low, "high": high}
    bounds = {side: _hours(end - starts) for side, end in ends.items() if end is not None}
    return {"timingTiming": {"repeat": {"boundsRange": bounds}}}


def _name(when: When) -> str:
    tests = (f"{fact} in {list(values)}" for fact, values in (when or {}).items())
    return " and ".join(tests) or "Everyone"


def elm_library(clauses: Iterable[Clause]) -> Json:
    """Compile the conditions to ELM, one named expression for each different `when`."""
    whens = {_name(clause["when"]): clause["when"] for clause in clauses}
    named = {"Patient": {"type": "SingletonFrom", "operand": _retrieve("Patient")}}
    named |= {name: _expression(when) for name, when in whens.items()}
    usings = [{"localIdentifier": "System", "uri": "urn:hl7-org:elm-types:r1"}]
    usings += [{"localIdentifier": "FHIR", "uri": "http://hl7.org/fhir", "version": "4.0.1"}]
    library: Json = {"identifier": {"id": LIBRARY, "version": "1"}, "usings": {"def": usings}}
    library |= {"schemaIdentifier": {"id": "urn:hl7-org:elm", "version": "r1"}}
    about = {"context": "Patient", "accessLevel": "Public"}
    defined = [about | {"name": name, "expression": body} for name, body in named.items()]
    return {"library": library | {"statements": {"def": defined}}}


def _retrieve(resource: str) -> Json:
    return {"type": "Retrieve", "dataType": f"{{http://hl7.org/fhir}}{resource}"}


def _expression(when: When) -> Json:
    if not when:
        return {"type": "Equal", "operand": [_patient("active.value"), _literal("true", "Boolean")]}
    tests = [_test(fact, values) for fact, values in when.items()]
    return reduce(lambda left, right: {"type": "And", "operand": [left, right]}, tests)


def _test(fact: str, values: Sequence[Any]) -> Json:
    """Look for `gender` in the Patient and for other facts in Observations, by the code's text."""
    accepted = {"type": "List", "element": [_typed(value) for value in values]}
    if fact == "gender":
        return {"type": "In", "operand": [_patient("gender.value"), accepted]}
    named = {"type": "Equal", "operand": [_observed("code.text.value"), _typed(fact)]}
    valued = {"type": "In", "operand": [_observed("value.value"), accepted]}
    query: Json = {"type": "Query", "where": {"type": "And", "operand": [named, valued]}}
    query |= {"source": [{"alias": "O", "expression": _retrieve("Observation")}]}
    return {"type": "Exists", "operand": query | {"relationship": []}}


def _patient(path: str) -> Json:
    source = {"type": "ExpressionRef", "name": "Patient"}
    return {"type": "Property", "path": path, "source": source}


def _observed(path: str) -> Json:
    return {"type": "Property", "path": path, "scope": "O"}


def _typed(value: Any) -> Json:
    kind = {bool: "Boolean", int: "Integer", str: "String"}[type(value)]
    return _literal(str(value).lower() if kind == "Boolean" else str(value), kind)


def _literal(text: str, kind: str) -> Json:
    return {"type": "Literal", "valueType": f"{{urn:hl7-org:elm-types:r1}}{kind}", "value": text}


def applicable(clauses: Iterable[Clause], facts: Mapping[str, Any]) -> list[str]:
    """List the ids that a right answer holds; `facts` must hold every fact that a `when` names."""
    held = {fact: set(_each(value)) for fact, value in facts.items()}
    return [clause["id"] for clause in clauses if _applies(clause["when"] or {}, held)]


def _applies(when: Mapping[str, Sequence[Any]], held: Mapping[str, set[Any]]) -> bool:
    return all(held[fact] & set(values) for fact, values in when.items())


def observations(facts: Mapping[str, Any]) -> list[Json]:
    """Give each fact but `gender` as an Observation, and a list as one for each value."""
    others = {fact: value for fact, value in facts.items() if fact != "gender"}
    pairs = [(fact, each) for fact, value in others.items() for each in _each(value)]
    return [_observation(f"fact-{n}", fact, value) for n, (fact, value) in enumerate(pairs)]


def _each(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _observation(identity: str, fact: str, value: Any) -> Json:
    kind = {bool: "valueBoolean", int: "valueInteger", str: "valueString"}[type(value)]
    about: Json = {"code": {"text": fact}, "subject": {"reference": "Patient/1"}, kind: value}
    return {"resourceType": "Observation", "id": identity, "status": "final"} | about


def job(clauses: Sequence[Clause], facts: Mapping[str, Any], mode: str = "plain") -> Json:
    """Make what `encender/apply.mjs` reads: in plain every clause applies and no fact is sent."""
    conditions = mode == "conditions"
    gender = facts.get("gender", "unknown")
    patient: Json = {"resourceType": "Patient", "id": "1", "active": True, "gender": gender}
    asked: Json = {"mode": mode, "worker": "each", "seconds": 3.0, "patient": patient}
    asked |= {"planDefinition": plan_definition(clauses, conditions=conditions)}
    asked |= {"activityDefinitions": [], "expected": [clause["id"] for clause in clauses]}
    if conditions:
        asked |= {"observations": observations(facts), "elm": {LIBRARY: elm_library(clauses)}}
        asked |= {"expected": applicable(clauses, facts)}
    return asked


SAMPLE_FACTS: Json = {"gender": "female", "skin_type": 5, "bleeding_agents": False}
SAMPLE_FACTS |= {"areas": ["face", "eye_contour"]}
SAMPLE_ENDS = ((168, 168), (48, 120), (72, None), (336, 336), (None, None))
SAMPLE_WHENS: tuple[When, ...] = (
    {"gender": ["female"]},
    {"skin_type": [4, 5, 6]},
    {"bleeding_agents": [True]},
    {"areas": ["eye_contour"]},
    None,
    None,
)


def sample(count: int) -> list[Json]:
    """Make up clauses of every kind of end and condition; one in six does not apply."""
    return [_sampled(n) for n in range(count)]


def _sampled(n: int) -> Json:
    earliest, latest = SAMPLE_ENDS[n % len(SAMPLE_ENDS)]
    kind = ("avoid", "do", "careful")[n % 3]
    clause: Json = {"id": f"clause-{n}", "title": f"Clause number {n}", "kind": kind}
    clause |= {"starts_h": 24 if n % 12 == 1 else 0}
    clause |= {"earliest_end_h": earliest, "latest_end_h": latest}
    return clause | {"when": SAMPLE_WHENS[n % len(SAMPLE_WHENS)]}


def main() -> None:
    """Print a job of made-up clauses: `python3 benchmarks/fhir_plan.py --sample 36 > job.json`."""
    options = argparse.ArgumentParser(description=main.__doc__)
    options.add_argument("--sample", type=int, required=True, metavar="N", help="how many clauses")
    options.add_argument("--mode", choices=["plain", "conditions"], default="plain")
    options.add_argument("--seconds", type=float, default=3.0, help="how long to measure")
    options.add_argument("--worker", choices=["each", "kept"], default="each", help="CQL threads")
    given = options.parse_args()
    made = job(sample(given.sample), SAMPLE_FACTS, given.mode)
    print(json.dumps(made | {"seconds": given.seconds, "worker": given.worker}))


if __name__ == "__main__":
    main()
