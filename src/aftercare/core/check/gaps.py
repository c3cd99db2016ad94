"""What is missing: activities no question can find, times, symptoms, decisions, contact details."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from aftercare.core.problems import Problem
from aftercare.core.protocol.load import Loaded
from aftercare.core.protocol.model import RedFlag, Stop
from aftercare.core.protocol.vocabulary import Vocabulary

_DECIDED = re.compile(r"\D{2,}\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])\D*")
_DETAILS = ("phone", "hours", "out_of_hours", "emergency")


def check(loaded: Loaded, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Find what a patient would miss, and what a clinic must add before it publishes."""
    yield from _activities(loaded, vocabulary)
    yield from _reactions_and_risks(loaded)
    yield from _symptoms(loaded)
    yield from _days(loaded)
    yield from _decisions(loaded)
    yield from _contact(loaded)


def _activities(loaded: Loaded, vocabulary: Vocabulary) -> Iterator[Problem]:
    known = {**vocabulary.activities, **loaded.protocol.vocabulary}
    for i, advice in enumerate(loaded.protocol.advice):
        for name in advice.activities:
            if name not in known or not known[name].words:
                message = f"“Can I …?” knows no words for the activity `{name}`."
                near = get_close_matches(name, [str(each) for each in known], 1, 0.8)
                remedy = "Add it with its words under `vocabulary:`, or use a known name."
                remedy = f"Did you mean `{near[0]}`? {remedy}" if near else remedy
                yield loaded.problem("P401", ("advice", i, advice.verb), message, remedy)


def _reactions_and_risks(loaded: Loaded) -> Iterator[Problem]:
    for i, reaction in enumerate(loaded.protocol.reactions):
        if reaction.usually is None:
            message = f"The reaction `{reaction.id}` has no time; triage can never expect it."
            remedy = "Write `usually:` with the leaflet's time, if it has one."
            yield loaded.problem("P402", ("reactions", i), message, remedy, "warning")
        if (usual := reaction.usually) and (longer := reaction.longer_for_some):
            ends = [(x.most or x.least).hours for x in (usual, longer)]
            if ends[1] < ends[0]:
                message = f"`{reaction.id}` is shorter for some than it usually is."
                remedy = "`longer-for-some` must not end before `usually`."
                yield loaded.problem("P212", ("reactions", i, "longer-for-some"), message, remedy)
    for i, risk in enumerate(loaded.protocol.risks):
        if not risk.symptom:
            message = f"No symptom reports the risk `{risk.id}`."
            remedy = "Add `symptom:` with what a patient would notice."
            yield loaded.problem("P403", ("risks", i), message, remedy, "warning")


def _symptoms(loaded: Loaded) -> Iterator[Problem]:
    protocol = loaded.protocol
    judged = {symptom for row in protocol.triage for symptom in row.symptom}
    for name in protocol.symptoms:
        if name not in judged:
            message = f"No triage row names the symptom `{name}`; it will always be `contact`."
            remedy = "Add a row, or leave it so on purpose."
            yield loaded.problem("P404", ("symptoms", name), message, remedy, "warning")
        if name not in protocol.questions.symptoms:
            message = f"The check-in never asks about `{name}`."
            remedy = "Add it to `questions: symptoms:`."
            yield loaded.problem("P405", ("symptoms", name), message, remedy, "warning")


def _days(loaded: Loaded) -> Iterator[Problem]:
    days = list(loaded.protocol.questions.days)
    if days != sorted(set(days)):
        message = "The days of the check-in are not in order, or one stands twice."
        remedy = f"Write {', '.join(str(day) for day in sorted(set(days)))}."
        yield loaded.problem("P406", ("questions", "days"), message, remedy, "warning")


def _decisions(loaded: Loaded) -> Iterator[Problem]:
    blocks: tuple[tuple[str, tuple[Stop | RedFlag, ...]], ...] = (
        ("stops", loaded.protocol.stops),
        ("red-flags", loaded.protocol.red_flags),
    )
    for block, items in blocks:
        for i, item in enumerate(items):
            if item.decision == "offered":
                message = f"`{item.id}` is offered: it is off until the clinic decides."
                remedy = "Write `decision: adopted` or `declined`, and `decided:` who and when."
                yield loaded.problem("P801", (block, i), message, remedy, "note")
            elif not _DECIDED.fullmatch(item.decided):
                message = f"It is not written who {item.decision} this, and when."
                remedy = "Add `decided:` with a name and a date: `Dr Rossi, 2026-11-23`."
                yield loaded.problem("P802", (block, i, "decision"), message, remedy)


def _contact(loaded: Loaded) -> Iterator[Problem]:
    contact = loaded.protocol.contact
    missing = [name.replace("_", "-") for name in _DETAILS if not getattr(contact, name)]
    if missing:
        message = f"The clinic has not filled in: {', '.join(missing)}."
        remedy = "A clinic writes its own before it publishes."
        yield loaded.problem("P803", ("contact",), message, remedy, "note")
