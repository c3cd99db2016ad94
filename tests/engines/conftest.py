"""The run on PostgreSQL goes on beside the others, from the first test to the last."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from typing import IO, NamedTuple

import pytest

from tests.architecture.sources import ROOT

# What runs inside one process; the served houses of tests/reliability bring their own engine.
HOUSE = [
    "tests/clinic",
    *(f"tests/reliability/test_{n}.py" for n in ("links", "isolation", "fuzzed")),
]


class Beside(NamedTuple):
    """The other run, and the file that it writes to."""

    process: subprocess.Popen[bytes]
    said: IO[bytes]


RUN = pytest.StashKey[Beside]()


def _asks(item: pytest.Item) -> bool:
    return "on_postgresql" in getattr(item, "fixturenames", ())


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Wait for the other run last: it takes about as long as all the rest."""
    items.sort(key=_asks)


def pytest_collection_finish(session: pytest.Session) -> None:
    """Start the other run, if it is asked for."""
    asked = any(map(_asks, session.items)) and not session.config.option.collectonly
    if not asked or os.environ.get("AFTERCARE_TEST_DATABASE") == "postgres":
        return
    command = [sys.executable, "-m", "pytest", *HOUSE, "-q", "-p", "no:cacheprovider"]
    said = tempfile.TemporaryFile()  # noqa: SIM115 - it is closed when the session is over
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env=os.environ | {"AFTERCARE_TEST_DATABASE": "postgres"},
        stdout=said,
        stderr=subprocess.STDOUT,
    )
    session.config.stash[RUN] = Beside(process, said)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """End what still runs, as Ctrl+C would, so that its server is stopped too."""
    beside = session.config.stash.get(RUN, None)
    if beside is not None:
        beside.process.send_signal(signal.SIGINT)  # does nothing to one that is over
        beside.process.wait(60)
        beside.said.close()


@pytest.fixture
def on_postgresql(request: pytest.FixtureRequest) -> tuple[int, str]:
    """Give the other run's status, and the end of what it said."""
    process, said = request.config.stash[RUN]
    status = process.wait()
    said.seek(0)
    return status, said.read().decode(errors="replace")[-6000:]
