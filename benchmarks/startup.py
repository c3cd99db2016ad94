"""How long each command takes as a whole process: the median of 20.

python benchmarks/startup.py [--repeats 20]

The package is compiled to bytecode first, as `make demo` and an installation do.
"""

from __future__ import annotations

import argparse
import compileall
import statistics
import subprocess
import sys
import time
from pathlib import Path

import clock

import aftercare
from aftercare.protocols import shipped

PROGRAM = Path(sys.executable).with_name("aftercare")
MICRO = "micro-needling"
COURSE = ["--treated-at", "2026-11-19T14:30", "--zone", "Europe/London"]
COMMANDS: dict[str, list[str]] = {
    "--version": ["--version"],
    "--help": ["--help"],
    "protocol list": ["protocol", "list"],
    "protocol show": ["protocol", "show", MICRO],
    "protocol check": ["protocol", "check", str(shipped()[MICRO])],
    "protocol coverage": ["protocol", "coverage", MICRO],
    "protocol prove": ["protocol", "prove", MICRO],
    "protocol schema": ["protocol", "schema"],
    "protocol diff": ["protocol", "diff", MICRO, MICRO],
    "protocol explain": ["protocol", "explain", "P103"],
    "plan": ["plan", MICRO, *COURSE],
    "plan --json": ["plan", MICRO, *COURSE, "--json"],
    "plan --svg": ["plan", MICRO, *COURSE, "--svg"],
    "plan --ics": ["plan", MICRO, *COURSE, "--ics"],
    "ask": ["ask", MICRO, "Can I have a sauna?", *COURSE],
    "triage": ["triage", MICRO, *COURSE, "--symptom", "redness=mild"],
    "tour": ["tour"],
}


def times(arguments: list[str], repeats: int) -> list[float]:
    """Time whole processes, in seconds; the first, which fills the disc's cache, is left out."""
    found = []
    for _ in range(repeats + 1):
        began = time.perf_counter()
        ran = subprocess.run([PROGRAM, *arguments], capture_output=True, check=False)
        found.append(time.perf_counter() - began)
        if ran.returncode:
            return []
    return found[1:]


def main() -> None:
    """Measure, and print the table."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--repeats", type=int, default=20)
    repeats = options.parse_args().repeats
    compileall.compile_dir(Path(aftercare.__file__).parent, quiet=1)
    rows = []
    for name, arguments in COMMANDS.items():
        found = times(arguments, repeats)
        shown = (
            [f"{value:.3f}" for value in (statistics.median(found), max(found))] if found else []
        )
        rows.append([name, *(shown or ["failed", ""])])
    head = ["aftercare …", "median, s", "slowest, s"]
    clock.table(f"Whole processes, {repeats} each", head, rows)


if __name__ == "__main__":
    main()
