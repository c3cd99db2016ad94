"""``aftercare demo``: a sample clinic on this machine, in a throw-away database."""

from __future__ import annotations

import os
import secrets
import shutil
import tempfile
import time
from argparse import Namespace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from aftercare.cli import inputs, serve
from aftercare.core.plan.say import moment
from aftercare.core.plan.times import read_time

_ZONE = ZoneInfo("Europe/London")


def run(options: Namespace) -> int:
    """Make the sample clinic, say where to click, and serve it until Ctrl+C."""
    folder = Path(tempfile.mkdtemp(prefix="aftercare-demo-"))
    try:
        return _demo(options, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _demo(options: Namespace, folder: Path) -> int:
    at = _instant(options.at)
    port = serve.free(options.port)
    os.environ |= {
        "AFTERCARE_DEMO": "yes",
        "AFTERCARE_DATA": str(folder),
        "AFTERCARE_SECRET_KEY": secrets.token_urlsafe(48),
        "AFTERCARE_ADDRESS": f"http://localhost:{port}",
        "AFTERCARE_SENDER": "console",
        "DATABASE_URL": options.database,
    }
    serve.prepare()
    from aftercare.clinic.sample.day import fill
    from aftercare.clinic.services import clock

    clock.turn(at - int(time.time()))
    made = fill(at)
    print(f"\n{made.clinic.name}, {moment(at, _ZONE)}. Turn the clock on any page.")
    print("\nThe desk. Each of these signs in once:")
    for name, address in made.staff.items():
        print(f"  {name:<14} {address}")
    print("\nThe phones. Each of these opens once; press the button there:")
    for name, address in made.patients.items():
        print(f"  {name:<14} {address}")
    print("\nCodes and letters are printed here. Nothing is kept. Ctrl+C ends it.\n", flush=True)
    return serve.serve("127.0.0.1", port)


def _instant(text: str | None) -> int:
    """Read ``--at``; without it, today at 10:40am in London, so that the day looks like one."""
    if text is None:
        now = datetime.fromtimestamp(time.time(), _ZONE)
        return int(now.replace(hour=10, minute=40, second=0, microsecond=0).timestamp())
    instant, problem = read_time(text, _ZONE)
    if problem:
        raise inputs.Unusable([problem])
    return instant
