"""``aftercare plan``: a course in the terminal, as JSON, as a picture, as a calendar."""

from __future__ import annotations

import json
import sys
import textwrap
from argparse import Namespace
from collections.abc import Sequence
from datetime import datetime, tzinfo
from typing import Any

from aftercare.cli import inputs
from aftercare.core.plan import say as words
from aftercare.core.plan.compiled import compile_schedule
from aftercare.core.plan.course import Entry, merge
from aftercare.core.plan.dated import Plan, make_plan
from aftercare.core.plan.overview import overview
from aftercare.core.protocol.model import say


def run(options: Namespace) -> int:
    """Print the plan in the form that was asked for."""
    loaded = inputs.opened(options.id)
    case = inputs.case(options, loaded.protocol)
    schedule = compile_schedule(loaded.protocol, loaded.sha256)
    plans = [make_plan(schedule, each, case.at, case.reports) for each in case.treatments]
    if options.json:
        print(json.dumps(as_json(plans), ensure_ascii=False, indent=2))
    elif options.svg:
        from aftercare.exchange.picture import picture

        print(picture(plans))
    elif options.ics:
        from aftercare.exchange.calendar import calendar

        sys.stdout.buffer.write(calendar(plans))
    else:
        print("\n".join(as_text(plans)))
    return 0


def as_json(plans: Sequence[Plan]) -> dict[str, Any]:
    """Give a course as plain data; times are ISO 8601 with the treatment's offset."""
    first = plans[0]
    protocol = first.schedule.protocol
    return {
        "protocol": {
            "id": str(protocol.id),
            "version": int(protocol.version),
            "sha256": first.schedule.sha256,
        },
        "treatments": [
            {"treated_at": iso(p.treatment.at, p.treatment.zone), "zone": str(p.treatment.zone)}
            for p in plans
        ],
        "at": iso(first.at, first.treatment.zone),
        "clauses": [_clause(entry) for entry in merge(plans)],
    }


def _clause(entry: Entry) -> dict[str, Any]:
    clause, dated, plan = entry
    zone = plan.treatment.zone
    return {
        "id": clause.id,
        "kind": clause.kind,
        "activity": list(clause.activities),
        "state": dated.state,
        "starts": iso(dated.starts, zone),
        "earliest_end": iso(dated.earliest, zone),
        "latest_end": iso(dated.latest, zone),
        "until": dated.until.id if dated.until else None,
        "text": say(clause.text, str(plan.schedule.protocol.language)),
        "source": [int(s) if s.isdigit() else s for s in clause.source],
    }


def iso(instant: int | None, zone: tzinfo) -> str | None:
    """Write an instant in a zone, with its offset."""
    return None if instant is None else datetime.fromtimestamp(instant, zone).isoformat()


def as_text(plans: Sequence[Plan]) -> list[str]:
    """Give a course as a table for the terminal."""
    first = plans[0]
    protocol, zone = first.schedule.protocol, first.treatment.zone
    times = " and ".join(words.moment(p.treatment.at, zone) for p in plans)
    lines = [
        f"{say(protocol.title, str(protocol.language))}, {times} ({zone})",
        f"As of {words.moment(first.at, zone)}.",
        f"From your clinic's advice, version {protocol.version}.",
    ]
    for title, rows in overview(plans).items():
        lines += ["", title]
        lines += [line for row in rows for line in _row(row.label, row.said)]
    return lines


def _row(label: str, said: str) -> list[str]:
    left = textwrap.wrap(label, 46)
    right = textwrap.wrap(said, 40)
    height = max(len(left), len(right))
    left += [""] * (height - len(left))
    right += [""] * (height - len(right))
    return [f"  {a:<46}  {b}".rstrip() for a, b in zip(left, right, strict=True)]
