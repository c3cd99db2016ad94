"""``aftercare tour``: one patient's two weeks, as a guided tour in the terminal."""

from __future__ import annotations

import time
from argparse import Namespace
from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from aftercare.cli import inputs
from aftercare.core import pipeline
from aftercare.core.checkin.reports import Report
from aftercare.core.pipeline import Compiled
from aftercare.core.plan import say as words
from aftercare.core.plan.dated import Treatment
from aftercare.core.plan.overview import NOT_YET, READY, overview
from aftercare.core.protocol.facts import read_facts
from aftercare.core.protocol.model import say
from aftercare.core.triage.wording import wording

_ZONE = ZoneInfo("Europe/London")
_COMMAND = ".venv/bin/aftercare"
_QUESTIONS = {
    0: ("Can I touch my face?", "Can I wash with soap?"),
    1: ("can i ware makeup to work", "Can I have a glass of wine?"),
    2: ("Can I swim?", "I'm off to the beach with a hat", "can I skip the sunscreen?"),
    4: ("Sauna?", "Can I use soap again?"),
    8: ("face scrub", "Is it ok to use fake tan?"),
    14: ("Can I swim?", "Can I sunbathe?"),
}
_CHECK_INS = {
    1: {"redness": "moderate", "tightness": "mild"},
    2: {"redness": "none", "itching": "mild"},
    4: {"dryness": "mild"},
    5: {"swelling": "mild"},
    8: {"infection": "mild"},
}


def run(_options: Namespace) -> int:
    """Walk through the days; everything shown is computed as it would be for a patient."""
    compiled = pipeline.compile_protocol(inputs.opened("micro-needling"), inputs.words())
    print("\n".join(_tour(compiled, _treated())))
    return 0


def _treated() -> int:
    """The treatment of the tour: two days before today, at half past two."""
    today = datetime.fromtimestamp(time.time(), _ZONE)
    local = today.replace(hour=14, minute=30, second=0, microsecond=0) - timedelta(days=2)
    return int(local.timestamp())


def _tour(compiled: Compiled, treated: int) -> Iterator[str]:
    facts, _ = read_facts(compiled.protocol.facts, {"skin_type": 5, "bleeding_agents": False})
    treatment = Treatment(treated, facts, _ZONE)
    title = say(compiled.protocol.title, "en")
    yield f"Amira has {title.lower()} on {words.moment(treated, _ZONE)}."
    yield "Everything below comes from her clinic's advice: each answer rests on a clause of it."
    reports: list[Report] = []
    for day in sorted({*_QUESTIONS, *_CHECK_INS}):
        at = treated + day * 86_400 + 3_600
        yield from _day(compiled, treatment, day, at, reports)
    yield from (
        "",
        "Now you:",
        f'  {_COMMAND} ask micro-needling "Can I go running?" {_options(treated)}',
        f"  {_COMMAND} protocol show micro-needling",
        f"  {_COMMAND} protocol prove micro-needling",
    )


def _options(treated: int) -> str:
    local = datetime.fromtimestamp(treated, _ZONE)
    return f"--treated-at {local:%Y-%m-%dT%H:%M} --zone {_ZONE}"


def _day(
    compiled: Compiled, treatment: Treatment, day: int, at: int, reports: list[Report]
) -> Iterator[str]:
    yield from ("", f"Day {day} · {words.moment(at, _ZONE)}")
    if symptoms := _CHECK_INS.get(day):
        said = ", ".join(f"{name} {value}" for name, value in symptoms.items())
        judged = pipeline.triage(compiled.table, treatment, at, symptoms)
        yield f"  check-in: {said}"
        yield f"    {judged.level}: {wording(compiled.protocol, judged)}"
        reports += [Report(name, value, at) for name, value in symptoms.items()]
    plans = pipeline.plan(compiled.schedule, [treatment], at, reports)
    sections = overview(plans)
    counts = [(len(sections.get(title, [])), title.lower()) for title in (NOT_YET, READY)]
    yield f"  today: {', '.join(f'{count} {title}' for count, title in counts)}"
    for question in _QUESTIONS.get(day, ()):
        yield f"  “{question}”"
        yield f"    {pipeline.ask(compiled.lexicon, plans, question).text}"
