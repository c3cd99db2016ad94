"""Every test of the house runs once more, on a real PostgreSQL that is started for the run."""

import os
import subprocess
import sys

import pytest

from tests.architecture.sources import ROOT

# What runs inside one process; the served houses of tests/reliability bring their own engine.
HOUSE = [
    "tests/clinic",
    *(f"tests/reliability/test_{n}.py" for n in ("links", "isolation", "fuzzed")),
]


@pytest.mark.skipif(
    os.environ.get("AFTERCARE_TEST_DATABASE") == "postgres", reason="this run is on PostgreSQL"
)
def test_the_house_passes_its_tests_on_postgresql() -> None:
    command = [sys.executable, "-m", "pytest", *HOUSE, "-q", "-p", "no:cacheprovider"]
    environment = os.environ | {"AFTERCARE_TEST_DATABASE": "postgres"}
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
