"""Whole personal plans a second, in one process, beside a peer on the same clauses.

python benchmarks/plan.py [--patients 20000] [--seconds 3] [--no-peer]

The protocol is compiled once. Every patient is another one: a treatment at a minute of two years,
one of six zones, facts, up to three reports, an instant inside the aftercare. A plan counts when
every clause that holds for the person has its dates and its state.
"""

from __future__ import annotations

import argparse
from itertools import product
from typing import Any
from zoneinfo import ZoneInfo

import clock
import peer

from aftercare.core.checkin.reports import Report
from aftercare.core.plan.compiled import Schedule, compile_schedule
from aftercare.core.plan.dated import Treatment, make_plan
from aftercare.core.protocol.facts import Facts, read_facts
from aftercare.core.protocol.load import load
from aftercare.core.protocol.model import Protocol
from aftercare.protocols import shipped

HOUR, MINUTE = 3_600, 60
FROM = 1_767_225_600  # 2026-01-01 UTC
TWO_YEARS = 731 * 24 * 60
ZONES: tuple[str, ...] = ("Europe/London", "America/New_York", "Asia/Kolkata", "Australia/Sydney")
ZONES += ("America/Santiago", "UTC")
REMARK = """\
The peer's plan carries no dates: its README lists an action's timing as not implemented.
Ours dates every clause in the patient's zone and gives its state, so in `plain` the peer does less.
`each` is the documented call, which starts and ends a thread; `kept` passes one thread for all."""
Patient = tuple[Treatment, int, list[Report]]


def schedule() -> Schedule:
    """Load and compile the shipped protocol."""
    loaded, problems = load(shipped()["micro-needling"].read_bytes(), "1.yaml")
    if loaded is None:
        raise SystemExit(" ".join(map(str, problems)))
    return compile_schedule(loaded.protocol, loaded.sha256)


def patients(protocol: Protocol, count: int) -> list[Patient]:
    """Make up people: large odd strides take the place of chance, so that each run is alike."""
    zones = [ZoneInfo(name) for name in ZONES]
    return [_patient(protocol, n, zones[n % len(zones)]) for n in range(count)]


def _patient(protocol: Protocol, n: int, zone: ZoneInfo) -> Patient:
    treated = FROM + n * 611_953 % TWO_YEARS * MINUTE
    at = treated + n * 7_919 % (15 * 24 * 60) * MINUTE
    said = [("redness", ("none", "mild")[n // 3 % 2]), ("pores_closed", "yes")]
    said.append(("skin_settled", ("yes", "no")[n // 7 % 2]))
    reports = [Report(*each, treated + 12 * HOUR * (i + 1)) for i, each in enumerate(said)]
    return Treatment(treated, _facts(protocol, n), zone), at, reports[: n % 4]


def _facts(protocol: Protocol, n: int) -> Facts:
    given = {"skin_type": (1, 2, 3, 4, 5, 6, "unknown")[n % 7]}
    given |= {"bleeding_agents": (True, False, "unknown")[n // 7 % 3]}
    areas = (["face"], ["cheeks", "chin"], ["face", "eye_contour"])
    return read_facts(protocol.facts, given | {"areas": areas[n // 21 % 3]})[0]


def ours(people: list[Patient], compiled: Schedule) -> clock.Rate:
    """Measure our plans; each clause's dates and state are looked at."""

    def work() -> int:
        for treatment, at, reports in people:
            plan = make_plan(compiled, treatment, at, reports)
            dated = plan.dated
            [dated[clause.window] for clause in plan.selection.clauses]
        return len(people)

    return clock.rate(work)


def beside(mine: float, compiled: Schedule, seconds: float) -> list[list[str]]:
    """Measure the peer: its documented call and one thread kept, plain and with conditions."""
    rows = []
    for mode, worker in product(("plain", "conditions"), ("each", "kept")):
        found: dict[str, Any] = peer.measure(compiled, mode, worker, seconds)
        name = f"encender {found.get('version', '')}, {mode}, {worker}"
        if "fault" in found:
            rows.append([name, f"skipped: {found['fault']}", "", "", ""])
        else:
            rate, held = found["per_second"], f"{found['actions_out']} actions, no dates"
            rows.append([name, held, clock.number(rate), "", clock.number(mine / rate)])
    return rows


def main() -> None:
    """Measure, and print the table."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--patients", type=int, default=20_000)
    options.add_argument("--seconds", type=float, default=3.0, help="for each of the peer's rows")
    options.add_argument("--no-peer", action="store_true")
    given = options.parse_args()
    compiled = schedule()
    mine = ours(patients(compiled.protocol, given.patients), compiled)
    span = f"{mine.slowest:,.0f} to {mine.fastest:,.0f}"
    held = f"{len(compiled.clauses)} clauses, all dated"
    rows = [["aftercare", held, clock.number(mine.median), span, "1"]]
    why = "not asked for" if given.no_peer else peer.missing()
    rows += [["encender", f"skipped: {why}", "", "", ""]] if why else []
    rows += [] if why else beside(mine.median, compiled, given.seconds)
    head = ["whole plans", "what comes back", "a second", "of 7 repeats", "times"]
    clock.table("Personal plans a second, one process", head, rows)
    print(f"\n{REMARK}")


if __name__ == "__main__":
    main()
