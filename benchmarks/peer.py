"""Runs the peer of `plan.py`: encender's FHIR `$apply`, on the same clauses."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import fhir_plan

from aftercare.core.plan.compiled import NEVER, Clause, Schedule
from aftercare.core.protocol.model import say

PEER = Path(__file__).parent / "encender"
FACTS = {"gender": "female", "skin_type": 5, "bleeding_agents": False}
FACTS |= {"areas": ["face", "eye_contour"]}


def clauses(compiled: Schedule) -> list[dict[str, Any]]:
    """Give the same clauses as the peer is given them: in hours from the treatment."""
    return [_as_peer(clause, compiled) for clause in compiled.clauses]


def _as_peer(clause: Clause, compiled: Schedule) -> dict[str, Any]:
    window, spans = compiled.windows[clause.window], compiled.spans
    ends = (window.start, window.least, window.most)
    starts, least, most = (None if n == NEVER else spans[n].hours for n in ends)
    when = {name: [_value(v) for v in sorted(values)] for name, values in clause.when}
    given: dict[str, Any] = {"id": clause.id, "title": say(clause.text, "en"), "kind": clause.kind}
    given |= {"starts_h": starts, "earliest_end_h": least, "latest_end_h": most}
    return given | {"when": when or None}


def _value(word: str) -> object:
    return int(word) if word.isdigit() else {"yes": True, "no": False}.get(word, word)


def measure(compiled: Schedule, mode: str, worker: str, seconds: float) -> dict[str, Any]:
    """Measure `$apply` on the same clauses: as its README calls it, or with a thread kept."""
    job = fhir_plan.job(clauses(compiled), FACTS, mode)
    job |= {"worker": worker, "seconds": seconds}
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(job, file)
        file.flush()
        command = ["node", "apply.mjs", file.name]
        ran = subprocess.run(command, cwd=PEER, capture_output=True, text=True, check=False)
    return dict(json.loads(ran.stdout)) if ran.returncode == 0 else {"fault": ran.stderr.strip()}


def missing() -> str:
    """Say why the peer cannot be measured; install it where it can."""
    absent = [name for name in ("node", "npm") if shutil.which(name) is None]
    if absent:
        return f"{' and '.join(absent)} not found"
    if not (PEER / "node_modules").is_dir():
        command = ["npm", "ci", "--silent", "--no-audit", "--no-fund"]
        if subprocess.run(command, cwd=PEER, capture_output=True, check=False).returncode:
            return "npm could not install it"
    return ""
