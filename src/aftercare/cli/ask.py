"""``aftercare ask``: "Can I …?" once, or one question a line as JSON Lines."""

from __future__ import annotations

import json
from argparse import Namespace
from typing import Any

from aftercare.cli import inputs, lines
from aftercare.cli.inputs import Case
from aftercare.cli.plan import iso
from aftercare.core import pipeline
from aftercare.core.pipeline import Compiled
from aftercare.core.plan.ask.answer import Answer, ask

KEYS = {"q", "after_h", "facts", "reports"}


def run(options: Namespace) -> int:
    """Answer one question, or every line of standard input."""
    compiled = pipeline.compile_protocol(inputs.opened(options.id), inputs.words())
    if options.question == "-":
        course = inputs.course(options, compiled.protocol)
        return lines.answer_lines(KEYS, lambda given: _line(compiled, given, course))
    case = inputs.case(options, compiled.protocol)
    plans = pipeline.plan(compiled.schedule, case.treatments, case.at, case.reports)
    answer = ask(compiled.lexicon, plans, options.question)
    if options.json:
        until = iso(answer.until, case.treatments[-1].zone)
        print(json.dumps(as_json(answer, until), ensure_ascii=False))
    else:
        print(answer.text)
        print(f"From your clinic's advice, version {compiled.protocol.version}.")
    return 0


def as_json(answer: Answer, until: str | None) -> dict[str, Any]:
    """Give an answer as plain data."""
    return {
        "verdict": answer.verdict,
        "activities": list(answer.activities),
        "clauses": list(answer.clauses),
        "until": until,
        "text": answer.text,
    }


def _line(compiled: Compiled, given: dict[str, Any], course: Case | None) -> dict[str, Any]:
    question = lines.text(given, "q")
    case = lines.case(compiled.protocol, given, course)
    plans = pipeline.plan(compiled.schedule, case.treatments, case.at, case.reports)
    relative = "after_h" in given
    answer = ask(compiled.lexicon, plans, question, relative=relative)
    return as_json(answer, None if relative else iso(answer.until, case.treatments[-1].zone))
