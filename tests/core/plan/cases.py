"""Small protocols, treatments and instants for the tests of the plan."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from textwrap import indent
from zoneinfo import ZoneInfo

from aftercare.core.checkin.reports import Report
from aftercare.core.pipeline import Compiled, compile_protocol, open_protocol, plan
from aftercare.core.plan.compiled import Clause
from aftercare.core.plan.dated import Dated, Plan, Treatment
from aftercare.core.protocol.facts import read_facts
from aftercare.core.protocol.load import load
from aftercare.core.protocol.vocabulary import Vocabulary, read_vocabulary
from aftercare.protocols import shipped as shipped_files
from aftercare.protocols import vocabulary as vocabulary_file

LONDON = ZoneInfo("Europe/London")
HOUR, DAY = 3600, 86_400

PROTOCOL = """
format: aftercare-protocol/1
id: glow
version: 1
title: {en: Glow}
leaflet: {sentences: {1: everything}}
treatment:
  about: [{id: purpose, text: {en: It makes you glow.}, source: 1}]
facts:
  skin_type: {kind: fitzpatrick, ask: {en: Which skin type?}}
  thinners: {kind: yes-no-unknown, ask: {en: Do you take a blood thinner?}}
  areas: {kind: areas, ask: {en: Which areas?}, options: [face, hands]}
conditions:
  calm:
    text: {en: your skin is calm}
    closed-by: {redness: none}
    ask: {en: Is it calm?}
  healed:
    text: {en: you have healed}
    closed-by: patient
    ask: {en: Have you healed?}
symptoms:
  redness: {text: {en: redness}, ask: {en: Is it red?}}
  pain: {text: {en: pain}, ask: {en: Does it hurt?}}
reactions:
  - {id: glowing, symptom: redness, text: {en: You glow.}, usually: 12 hours, source: 1}
  - {id: aching, symptom: pain, text: {en: You ache.}, usually: 1 to 2 days, source: 1}
  - {id: peeling, symptom: pain, text: {en: You peel.}, usually: at least 1 week, source: 1}
risks:
  - {id: dimming, symptom: redness, text: {en: You may dim.}, source: 1}
agreements: []
questions: {days: [1], symptoms: [redness]}
triage: [{id: red, level: watch, symptom: redness}]
contact: {concern: {id: call, text: {en: Call us.}, source: 1}}
"""


@lru_cache
def vocabulary() -> Vocabulary:
    """The shipped English words."""
    path = vocabulary_file()
    found, problems = read_vocabulary(path.read_bytes(), path.name)
    assert found
    assert problems == []
    return found


@lru_cache
def shipped(name: str = "micro-needling") -> Compiled:
    """A shipped protocol; micro-needling, where none is named."""
    path = shipped_files()[name]
    found, _ = open_protocol(path.read_bytes(), path.name, vocabulary())
    assert found
    return found


@lru_cache
def protocol(advice: str, more: str = "") -> Compiled:
    """A protocol with this advice, and more blocks behind it."""
    text = PROTOCOL + "advice:\n" + indent(advice.strip("\n"), "  ") + "\n" + more
    loaded, problems = load(text.encode(), "glow.yaml")
    assert problems == []
    assert loaded
    return compile_protocol(loaded, vocabulary())


def treated(
    compiled: Compiled, at: int = 0, zone: str = "UTC", facts: Mapping[str, object] | None = None
) -> Treatment:
    """A treatment of a person with these facts; what is not given is unknown."""
    known, problems = read_facts(compiled.protocol.facts, facts or {})
    assert problems == []
    return Treatment(at, known, ZoneInfo(zone))


def planned(
    compiled: Compiled,
    at: int,
    reports: Sequence[Report] = (),
    facts: Mapping[str, object] | None = None,
) -> Plan:
    """The plan at an instant, for a treatment at 0 in UTC."""
    patient = treated(compiled, facts=facts)
    return plan(compiled.schedule, [patient], at, reports)[0]


def clause(one: Plan, name: str) -> Clause:
    """A clause of a plan by its id."""
    return next(clause for clause in one.selection.clauses if clause.id == name)


def dates(one: Plan, name: str) -> Dated:
    """A clause's dates by its id."""
    return one.of(clause(one, name))


def instant(written: str) -> int:
    """Seconds since 1970 of a time written with its offset."""
    return int(datetime.fromisoformat(written).timestamp())
