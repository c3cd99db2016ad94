"""Which mistakes would the tests let pass? cosmic-ray makes them one by one, in a copy.

python benchmarks/mutation.py [core/triage core/plan/calendar.py …] [--limit 200] [--workers 2]

Survivors are written to mutation.md. Each worker has a copy of its own, as a mutant stands in the
file while its tests run. `--limit` takes an even sample of each part; what it leaves out keeps its
former row, and a part that is not run keeps its sum.
"""

from __future__ import annotations

import argparse
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import survivors
from cosmic_ray.work_db import use_db
from cosmic_ray.work_item import TestOutcome, WorkerOutcome, WorkResult
from mutants import mutants
from survivors import Mutant, Survivor

ROOT = Path(__file__).parents[1]
NEAR = {  # what only a test far away would notice counts as survived
    "core/plan/calendar.py": "calendar seed_lengths",
    "core/plan/compiled.py": "states course say survivors",
    "core/plan/course.py": "course overview survivors",
    "core/plan/dated.py": "states course survivors",
    "core/plan/overview.py": "overview say",
    "core/plan/say.py": "say overview survivors",
    "core/plan/times.py": "times survivors",
    "core/plan/ask/answer.py": "answer verdicts questions survivors",
    "core/plan/ask/lexicon.py": "lexicon recognise questions survivors",
    "core/plan/ask/recognise.py": "recognise questions survivors",
    "core/plan/ask/spelling.py": "spelling recognise questions survivors",
    "core/plan/ask/wording.py": "answer verdicts survivors",
}
TESTS = {"core/triage": ["tests/core/triage"]} | {
    part: [str(Path("tests", part).with_name(f"test_{name}.py")) for name in names.split()]
    for part, names in NEAR.items()
}
QUICK = """
from hypothesis import Phase  # a failure is enough: nobody reads the smallest one
_phases = (Phase.explicit, Phase.generate)
settings.register_profile("mutation", settings(max_examples=16, phases=_phases))
settings.load_profile("mutation")
"""
CONFIG = """[cosmic-ray]
module-path = "src"
timeout = {timeout}
test-command = "{command}"
[cosmic-ray.distributor]
name = "local"
"""
EXECUTE = [sys.executable, "-m", "cosmic_ray.cli", "exec", "cosmic.toml", "session.sqlite"]


class Counted(NamedTuple):
    """What came of a part: its survivors, the mutants not tried, and the sum in words."""

    found: list[Survivor]
    left: set[Mutant]
    part: str
    sum: str


def copied(folder: Path) -> Path:
    """Copy what the tests need, with hypothesis on a short leash."""
    for name in ("src", "tests"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    with (folder / "tests/conftest.py").open("a", encoding="utf-8") as conftest:
        conftest.write(QUICK)
    return folder


def environment(copy: Path) -> dict[str, str]:
    """Let the copy's package come before the installed one."""
    ours = {"PYTHONPATH": str(copy / "src"), "HYPOTHESIS_PROFILE": "default"}
    return {**os.environ, **ours, "PYTHONDONTWRITEBYTECODE": "1"}


def baseline(copy: Path, command: str) -> float:
    """Time the tests without a mutant, in seconds; they must pass."""
    began = time.monotonic()
    words, hidden = shlex.split(command), environment(copy)
    ran = subprocess.run(words, cwd=copy, env=hidden, capture_output=True, check=False)
    if ran.returncode:
        raise SystemExit(f"Without any mutant the tests fail:\n{ran.stdout.decode()[-2_000:]}")
    return time.monotonic() - began


def run(copies: list[Path], jobs: list[str], command: str, timeout: int) -> dict[str, TestOutcome]:
    """Try the jobs, a share in each copy at the same time; give what came of each."""
    for copy in copies[1:]:
        shutil.copy(copies[0] / "session.sqlite", copy)
    running = []
    for n, copy in enumerate(copies):
        _skip_others(copy, set(jobs[n :: len(copies)]))
        (copy / "cosmic.toml").write_text(CONFIG.format(command=command, timeout=timeout))
        running.append(subprocess.Popen(EXECUTE, cwd=copy, env=environment(copy)))
    try:
        statuses = [process.wait() for process in running]
    finally:
        for process in running:
            process.terminate()  # where this was interrupted; else it has ended already
    if any(statuses):
        raise SystemExit("cosmic-ray gave up.")
    return {job: outcome for copy in copies for job, outcome in _outcomes(copy) if outcome}


def _skip_others(copy: Path, mine: set[str]) -> None:
    with use_db(copy / "session.sqlite") as database:
        others = [item.job_id for item in database.work_items if item.job_id not in mine]
        database.set_multiple_results(others, WorkResult(WorkerOutcome.SKIPPED))


def _outcomes(copy: Path) -> list[tuple[str, TestOutcome | None]]:
    with use_db(copy / "session.sqlite") as database:
        return [(job, result.test_outcome) for job, result in database.results]


def campaign(copies: list[Path], package: str, limit: int) -> Counted:
    """Try the mutants of one package or module."""
    tests = next(tests for name, tests in TESTS.items() if package.startswith(name))
    command = f"{sys.executable} -m pytest -x -q -p no:cacheprovider {' '.join(tests)}"
    once = baseline(copies[0], command)
    made = mutants(copies[0], package)
    jobs = list(made)[:: max(1, -(-len(made) // limit))] if limit else list(made)
    print(f"{package}: {len(jobs)} of {len(made)} mutants; {once:.0f} s of tests", flush=True)
    began = time.monotonic()
    came = run(copies, jobs, command, int(30 + 4 * once))
    found = [Survivor(*made[job]) for job in jobs if came.get(job) == TestOutcome.SURVIVED]
    how = f"{datetime.now(UTC):%Y-%m-%d}" + (f", `--limit {limit}`" if limit else "")
    line = f"{len(jobs)} of {len(made)} mutants tried, {len(found)} survived ({how})."
    print(f"{package}: {line} {(time.monotonic() - began) / 60:.1f} minutes.", flush=True)
    tried = set(jobs)
    left = {name.mutant for job, name in made.items() if job not in tried}
    return Counted(found, left, package, line)


def parts(modules: list[str]) -> list[str]:
    """Give the parts of what was asked for: of a package those that have tests of their own."""
    found = [[part for part in TESTS if part.startswith(one)] or [one] for one in modules]
    return [part for each in found for part in each]


def main() -> None:
    """Run the campaign and renew mutation.md."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("modules", nargs="*", default=list(TESTS), metavar="MODULE")
    options.add_argument("--limit", type=int, default=0, help="try so many of each; 0 is all")
    options.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        copies = [copied(Path(folder) / str(n)) for n in range(given.workers)]
        counted = [campaign(copies, part, given.limit) for part in parts(given.modules)]
    former = survivors.read()
    left = {name for one in counted for name in one.left}
    elsewhere = {
        one.mutant for one in former if not one.mutant.file.startswith(tuple(given.modules))
    }
    found = [survivor for one in counted for survivor in one.found]
    sums = survivors.sums() | {one.part: one.sum for one in counted}
    survivors.write(survivors.renewed(former, found, left | elsewhere), sums)


if __name__ == "__main__":
    main()
