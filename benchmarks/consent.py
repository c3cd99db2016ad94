"""How long a consent takes, from its text to a sealed and logged file; and a proof in a large log.

python benchmarks/consent.py [--repeats 200] [--peer PYTHON]

The peer is WeasyPrint with pyHanko, each as it ships, in an environment of its own:

    python -m venv .venv/peer && .venv/peer/bin/pip install weasyprint pyhanko
    .venv/bin/python benchmarks/consent.py --peer .venv/peer/bin/python
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import clock
import weasy_page
from cryptography.hazmat.primitives.serialization import NoEncryption, pkcs12

from aftercare.core.consent import log
from aftercare.core.consent.evidence import sign_head
from aftercare.core.consent.text import consent_text
from aftercare.core.protocol.load import load
from aftercare.exchange.consent import record as r
from aftercare.exchange.consent.document import make_document
from aftercare.exchange.consent.entry import Logged, prove, signed_entry
from aftercare.exchange.consent.keys import Keys, make_keys
from aftercare.exchange.consent.seal import Sealer, seal
from aftercare.protocols import shipped

LARGE = 1_000_000
CLINIC = "Willow Skin Clinic"
AT = datetime(2026, 11, 26, 14, 30, tzinfo=UTC)
SALT = bytes(range(32))
LINE = "M 60 120 L 90 40 L 110 130 L 140 60 L 160 125 L 190 80 L 215 120 L 250 95 L 280 125"


class Rows:
    """A log in memory: a list of hashes a level."""

    def __init__(self) -> None:
        """Begin an empty log."""
        self.levels: list[list[bytes]] = []

    def get(self, level: int, index: int) -> bytes:
        """Give one row."""
        return self.levels[level][index]

    @property
    def size(self) -> int:
        """Count the entries."""
        return len(self.levels[0]) if self.levels else 0

    def add(self, entry: bytes) -> int:
        """Append an entry; give its index."""
        for node in log.append(self, self.size, entry):
            if node.level == len(self.levels):
                self.levels.append([])
            self.levels[node.level].append(node.hash)
        return self.size - 1


def record(number: int, log_name: str) -> r.Record:
    """Give a complete consent of the shipped protocol; each number is another one."""
    path = shipped()["micro-needling"]
    loaded, _ = load(path.read_bytes(), path.name)
    if loaded is None:
        raise SystemExit("The shipped protocol cannot be read.")
    text = consent_text(loaded.protocol, loaded.sha256, CLINIC, "en")
    asked = (*text.agreements, *text.permissions)
    statement = "I have read about micro-needling. I agree to the treatment."
    return r.Record(
        number=f"WSC-{number}",
        zone="Europe/London",
        clinic=r.Clinic(name=CLINIC, log=log_name, verify="https://willow.example/verify"),
        patient=r.Patient(f"Patient {number}", date(1991, 4, 9)),
        text=text,
        read=tuple(r.Read(section.id, AT) for section in text.sections),
        answers=tuple(r.Answer(each.clause, "yes") for each in asked),
        talk=r.Talk(
            by="Elif Demir",
            role="nurse",
            at=AT,
            mattered="Softer scars by the summer.",
            alternatives=("Retinoid cream.", "A chemical peel."),
            nothing="The scars stay as they are.",
        ),
        devices=(r.Device("The patient’s own phone", "Mozilla/5.0 (Linux; Android 15)"),),
        signature=r.Signature(
            how="drawn", statement=statement, name=f"Patient {number}", path=LINE, at=AT
        ),
    )


def signed(one: r.Record, sealer: Sealer, rows: Rows) -> bytes:
    """Take one consent from its text to its sealed, logged and proved file."""
    keys = sealer.keys
    pdf = seal(make_document(one), sealer, CLINIC, AT)
    entry = signed_entry(one, pdf, keys, SALT)
    index = rows.add(entry)
    at = int(AT.timestamp())
    head = sign_head(keys.name, rows.size, log.root(rows, rows.size), at, keys.log.sign)
    prove(rows, Logged(index, entry, SALT), head, keys)
    return pdf


def times(work: Callable[[int], object], repeats: int) -> list[float]:
    """Time each piece of work in milliseconds; the first is left out."""
    found = []
    for number in range(repeats + 1):
        began = time.perf_counter()
        work(number)
        found.append((time.perf_counter() - began) * 1000)
    return found[1:]


def peer(python: str, keys: Keys, repeats: int, standard: str) -> dict[str, Any]:
    """Time the peer on the same words."""
    own = pkcs12.serialize_key_and_certificates(
        b"seal", keys.seal, keys.certificates[0], None, NoEncryption()
    )
    one = record(0, keys.name)
    job = {"repeats": repeats, "pkcs12": own.hex(), "standard": standard}
    job |= {"record": r.canonical(one).decode(), "html": weasy_page.page(one)}
    command = [python, str(Path(__file__).with_name("weasy.py"))]
    ran = subprocess.run(
        command, input=json.dumps(job), capture_output=True, text=True, check=False
    )
    if ran.returncode:
        raise SystemExit(f"The peer failed:\n{ran.stderr[-2000:]}")
    return dict(json.loads(ran.stdout))


def row(name: str, what: str, found: list[float], times_ours: float = 0) -> list[str]:
    """Write one line of the table."""
    median, late = (
        statistics.median(found),
        statistics.quantiles(found, n=100, method="inclusive")[98],
    )
    shown = [f"{median:.3g}", f"{late:.3g}", f"{max(found):.3g}"]
    return [name, what, *shown, f"{times_ours:.1f}" if times_ours else ""]


def main() -> None:
    """Measure, and print the table."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--repeats", type=int, default=200)
    options.add_argument("--peer", metavar="PYTHON", help="a Python with weasyprint and pyhanko")
    given = options.parse_args()
    keys, rows = make_keys(CLINIC, AT), Rows()
    sealer = Sealer.of(keys)
    records = [record(number, keys.name) for number in range(given.repeats + 1)]
    ours = times(lambda number: signed(records[number], sealer, rows), given.repeats)
    standards = "PDF/A-3a and PDF/UA-1"
    table = [row("aftercare, text to logged file", standards, ours)]
    for standard in ("pdf/a-3a", "pdf/ua-1") if given.peer else ():
        theirs = peer(given.peer, keys, given.repeats, standard)
        name = "WeasyPrint {weasyprint} + pyHanko {pyhanko}".format(**theirs["versions"])
        ratio = statistics.median(theirs["times"]) / statistics.median(ours)
        table.append(row(name, f"{standard}, sealed", theirs["times"], ratio))
    large = Rows()
    for number in range(LARGE):
        large.add(b"entry %d" % number)
    proved = times(lambda n: log.inclusion(large, n * 7919 % LARGE, LARGE), 10_000)
    table.append(row("inclusion proof", f"among {LARGE:,} entries", proved))
    grown = times(lambda n: log.consistency(large, 1 + n * 7919 % LARGE, LARGE), 10_000)
    table.append(row("consistency proof", f"to {LARGE:,} entries", grown))
    head = ["milliseconds", "what", "median", "p99", "slowest", "times ours"]
    clock.table("A consent, sealed and logged", head, table)


if __name__ == "__main__":
    main()
