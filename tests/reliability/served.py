"""A house as a clinic runs it: `aftercare serve`, which can be killed and started again."""

import http.client
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import psycopg

from aftercare.cli.serve import free
from tests.architecture.sources import ROOT

_START = "import sys; from aftercare.cli.main import main; sys.exit(main(sys.argv[1:]))"
_TOKEN = "a" * 32  # a form's secret: the browser's cookie and the form must agree, no more
CUT = (OSError, http.client.HTTPException)


@dataclass(frozen=True)
class Answer:
    """What came back: the status, where it led, and after how long to try again."""

    status: int
    led_to: str = ""
    retry_after: str = ""


@dataclass(frozen=True)
class Phone:
    """A patient's browser, known for one course."""

    port: int
    address: str
    secret: str

    def send(self, page: str, fields: dict[str, str]) -> Answer:
        """Send a form of a page; a connection that breaks is one of CUT."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        body = urlencode({**fields, "csrfmiddlewaretoken": _TOKEN})
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Cookie": f"device={self.secret}; csrf={_TOKEN}",
        }
        try:
            line.request("POST", f"/c/{self.address}/{page}", body, headers)
            got = line.getresponse()
            got.read()
            return Answer(
                got.status, got.headers.get("Location", ""), got.headers.get("Retry-After", "")
            )
        finally:
            line.close()


@dataclass
class Served:
    """A served house with the sample clinic in it, on SQLite or on the database given."""

    folder: Path
    database: str = ""
    port: int = field(default_factory=lambda: free(0))
    phones: list[Phone] = field(default_factory=list)
    process: subprocess.Popen[bytes] | None = None

    def fill(self) -> None:
        """Make the tables and the sample clinic."""
        command = [sys.executable, "-m", "tests.reliability.filled"]
        done = subprocess.run(
            command, env=self._environment(), cwd=ROOT, capture_output=True, check=False, text=True
        )
        assert done.returncode == 0, done.stderr[-3000:]
        self.phones = [Phone(self.port, *each) for each in json.loads(done.stdout)]

    def start(self) -> None:
        """Start the server, and wait until it answers."""
        command = [sys.executable, "-c", _START, "serve", "--port", str(self.port)]
        with (self.folder / "server.log").open("ab") as log:
            self.process = subprocess.Popen(
                command,
                env=self._environment(),
                cwd=ROOT,
                stdout=log,
                stderr=log,
                start_new_session=True,  # so that its worker is killed with it
            )
        until = time.monotonic() + 60
        while not self._answers():
            assert time.monotonic() < until, self.log()
            time.sleep(0.05)

    def kill(self) -> None:
        """End every process of the server with SIGKILL: nothing is tidied up."""
        if self.process is not None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(20)
            self.process = None

    def log(self) -> str:
        """Give the end of what the server said."""
        return (self.folder / "server.log").read_text(encoding="utf-8")[-4000:]

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """Ask the database itself, past the house."""
        if self.database:
            with psycopg.connect(self.database) as line:
                return line.execute(query.encode()).fetchall()
        with sqlite3.connect(self.folder / "aftercare.sqlite3") as file:
            return file.execute(query).fetchall()

    def _answers(self) -> bool:
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            line.request("GET", "/desk/account/login/")
            return line.getresponse().status == 200
        except CUT:
            return False
        finally:
            line.close()

    def _environment(self) -> dict[str, str]:
        return os.environ | {
            "AFTERCARE_DATA": str(self.folder),
            "AFTERCARE_ADDRESS": f"http://localhost:{self.port}",
            "AFTERCARE_SENDER": "folder",
            "DATABASE_URL": self.database,
            "PYTHONWARNINGS": "ignore",
        }
