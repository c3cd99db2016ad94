"""``aftercare triage``: judge a check-in against what the patient was told."""

from __future__ import annotations

import json
from argparse import Namespace
from typing import Any

from aftercare.cli import inputs, lines
from aftercare.cli.inputs import Case
from aftercare.core.checkin.reports import read_symptoms
from aftercare.core.plan.dated import Treatment
from aftercare.core.problems import Problem
from aftercare.core.protocol.model import Protocol
from aftercare.core.triage.table import Judged, Table, compile_table, triage
from aftercare.core.triage.wording import wording

_NOT_YET = Problem(
    "T109", "No treatment has taken place at that time.", "Correct `--treated-at` or `--at`."
)
KEYS = {"after_h", "symptoms", "facts", "reports"}


def run(options: Namespace) -> int:
    """Judge the symptoms given as options, or every line of standard input."""
    protocol = inputs.opened(options.id).protocol
    table = compile_table(protocol)
    if options.lines == "-":
        if options.symptom:
            remedy = "Put the symptoms into the lines."
            raise inputs.refuse("C107", "`--symptom` does not go with `-`.", remedy)
        course = inputs.course(options, protocol)
        return lines.answer_lines(KEYS, lambda given: _line(protocol, table, given, course))
    symptoms = inputs.symptoms(options, protocol)
    case = inputs.case(options, protocol)
    treatment = _begun(case)
    if treatment is None:
        raise inputs.Unusable([_NOT_YET])
    judged = triage(table, treatment, case.at, symptoms, _before(case, treatment))
    said = as_json(protocol, judged)
    print(json.dumps(said, ensure_ascii=False) if options.json else _spoken(said))
    return 0


def _begun(case: Case) -> Treatment | None:
    """Give the last treatment that has taken place: its times are the ones last told."""
    begun = [treatment for treatment in case.treatments if treatment.at <= case.at]
    return begun[-1] if begun else None


def as_json(protocol: Protocol, judged: Judged) -> dict[str, Any]:
    """Give a judgement as plain data."""
    return {
        "level": judged.level,
        "row": judged.row,
        "clauses": list(judged.clauses),
        "text": wording(protocol, judged),
    }


def _spoken(said: dict[str, Any]) -> str:
    quoted = ", ".join(said["clauses"]) or "none"
    return f"{said['level']}: {said['text']}\nRow: {said['row']}. Clauses: {quoted}."


def _before(case: Case, treatment: Treatment) -> dict[str, str] | None:
    """The last severity of each symptom that was reported since the treatment, for the trend."""
    counted = [r for r in case.reports if treatment.at <= r.at <= case.at]
    ordered = sorted(counted, key=lambda report: report.at)
    return {r.name: r.value for r in ordered if r.value not in {"yes", "no"}} or None


def _line(
    protocol: Protocol, table: Table, given: dict[str, Any], course: Case | None
) -> dict[str, Any]:
    symptoms = lines.each(read_symptoms(protocol, lines.block(given, "symptoms", required=True)))
    case = lines.case(protocol, given, course)
    treatment = _begun(case)
    if treatment is None:
        raise lines.BadLine([_NOT_YET])
    judged = triage(table, treatment, case.at, symptoms, _before(case, treatment))
    return as_json(protocol, judged)
