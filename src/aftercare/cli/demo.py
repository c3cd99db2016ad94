"""``aftercare demo``: a sample clinic on this machine, in a throw-away database."""

from __future__ import annotations

import os
import secrets
import shutil
import tempfile
import time
from argparse import Namespace
from concurrent.futures import ProcessPoolExecutor
from datetime import datetime
from multiprocessing import get_context
from pathlib import Path
from zoneinfo import ZoneInfo

from aftercare.cli import inputs, serve
from aftercare.core.plan.say import moment
from aftercare.core.plan.times import read_time

_ZONE = ZoneInfo("Europe/London")
Made = tuple[str, dict[str, str], dict[str, str]]
"""The clinic's name, and one-time addresses by the name of who may use them."""


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
    clinic, staff, patients = _filled(at)
    print(f"\n{clinic}, {moment(at, _ZONE)}. Turn the clock on any page.")
    print("\nThe desk. Each of these signs in once:")
    for name, address in staff.items():
        print(f"  {name:<14} {address}")
    print("\nThe phones. Each of these opens once; press the button there:")
    for name, address in patients.items():
        print(f"  {name:<14} {address}")
    print("\nCodes and letters are printed here. Nothing is kept. Ctrl+C ends it.\n", flush=True)
    return serve.serve("127.0.0.1", port)


def _filled(at: int) -> Made:
    """Fill the house in a process of its own.

    Sealing starts threads of the compiler of documents; a server that is forked afterwards would
    inherit it without them, and wait for ever at its first signature.
    """
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as apart:
        return apart.submit(_fill, at).result()


def _fill(at: int) -> Made:
    import django

    django.setup()
    from aftercare.clinic.sample.day import fill
    from aftercare.clinic.services import clock

    clock.turn(at - int(time.time()))
    made = fill(at)
    return made.clinic.name, made.staff, made.patients


def _instant(text: str | None) -> int:
    """Read ``--at``; without it, today at 10:40am in London, so that the day looks like one."""
    if text is None:
        now = datetime.fromtimestamp(time.time(), _ZONE)
        return int(now.replace(hour=10, minute=40, second=0, microsecond=0).timestamp())
    instant, problem = read_time(text, _ZONE)
    if problem:
        raise inputs.Unusable([problem])
    return instant
