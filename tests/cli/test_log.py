"""`aftercare log`: a head to give away, and a status that a script can use."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

START = "import sys; from aftercare.cli.main import main; sys.exit(main(sys.argv[1:]))"


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a command of a house of its own, as a process of its own."""
    own = {"AFTERCARE_DATA": str(folder), "DATABASE_URL": "", "PYTHONWARNINGS": "ignore"}
    return subprocess.run(
        [sys.executable, "-c", START, *words],
        env=os.environ | own,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_a_head_is_given_away_and_the_log_is_checked_against_it(tmp_path: Path) -> None:
    run(tmp_path, "clinic", "add", "Rowan", "--owner", "Ruth Osei", "--email", "r@example.com")
    head = run(tmp_path, "log", "head")
    assert (head.returncode, json.loads(head.stdout)["size"]) == (0, 0)
    kept = tmp_path / "head.json"
    kept.write_text(head.stdout)
    checked = run(tmp_path, "log", "check", "--against", str(kept))
    assert (checked.returncode, checked.stdout) == (0, "rowan: nothing was changed\n")

    with sqlite3.connect(tmp_path / "aftercare.sqlite3") as database:
        database.execute("DROP TRIGGER records_loghead_no_update")
        database.execute("UPDATE records_loghead SET head = X'7B7D'")
    changed = run(tmp_path, "log", "check", "--clinic", "rowan")
    assert (changed.returncode, "E404" in changed.stdout) == (1, True)


def test_a_clinic_that_is_not_there_has_a_word(tmp_path: Path) -> None:
    ran = run(tmp_path, "log", "head", "--clinic", "nowhere")
    assert (ran.returncode, "No clinic is called `nowhere`." in ran.stderr) == (2, True)
