"""Check-ins judged a second, in one process.

python benchmarks/triage.py [--patients 20000]

The table is compiled once. Every check-in is another person's (see plan.py), with one to four
symptoms of the 18, and in two of three the last check-in, from which the trend follows.
"""

from __future__ import annotations

import argparse

import clock
from plan import patients, schedule

from aftercare.core.plan.dated import Treatment
from aftercare.core.protocol.model import Protocol
from aftercare.core.protocol.scalars import SEVERITIES
from aftercare.core.triage.table import compile_table, triage
from aftercare.core.triage.wording import wording

CheckIn = tuple[Treatment, int, dict[str, str], dict[str, str] | None]


def check_ins(protocol: Protocol, count: int) -> list[CheckIn]:
    """Make up what people report."""
    names = list(map(str, protocol.symptoms))
    return [
        (treatment, at, _said(names, n), _said(names, n // 2) if n % 3 else None)
        for n, (treatment, at, _) in enumerate(patients(protocol, count))
    ]


def _said(names: list[str], n: int) -> dict[str, str]:
    picked = [(n * 31 + i * 7) % len(names) for i in range(1 + n % 4)]
    return {names[at]: SEVERITIES[(n // 5 + at) % 4] for at in picked}


def main() -> None:
    """Measure, and print the table."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--patients", type=int, default=20_000)
    protocol = schedule().protocol
    cases = check_ins(protocol, options.parse_args().patients)
    table = compile_table(protocol)

    def judged() -> int:
        for treatment, at, symptoms, before in cases:
            triage(table, treatment, at, symptoms, before)
        return len(cases)

    def worded() -> int:
        for treatment, at, symptoms, before in cases:
            wording(protocol, triage(table, treatment, at, symptoms, before))
        return len(cases)

    rates = {"level, row and clauses": clock.rate(judged), "and the words": clock.rate(worded)}
    rows = [
        [name, clock.number(found.median), f"{found.slowest:,.0f} to {found.fastest:,.0f}"]
        for name, found in rates.items()
    ]
    clock.table("Check-ins judged a second, one process", ["what", "a second", "of 7"], rows)


if __name__ == "__main__":
    main()
