"""The real thing: `aftercare demo` as a process, and what it prints."""

import os
import re
import socket
import subprocess
import sys
import threading
import time
from contextlib import nullcontext
from dataclasses import dataclass, field
from urllib.parse import urlsplit

ADDRESS = re.compile(r"^  (?P<name>\S.*?)\s+(?P<url>http://\S+)$")
MORNING = "2026-11-26T10:40"
_START = "import sys; from aftercare.cli.main import main; sys.exit(main(sys.argv[1:]))"


@dataclass
class House:
    """A running demo: one-time addresses by name, and the letters it has printed so far."""

    process: subprocess.Popen[str]
    ways_in: dict[str, str] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)
    ready: threading.Event = field(default_factory=threading.Event)

    @property
    def url(self) -> str:
        """Give the address of the front page."""
        return re.sub(r"(http://[^/]+).*", r"\1", next(iter(self.ways_in.values())))

    def code(self, subject: str = "your code is ") -> str:
        """Give the newest code that was sent."""
        lines = [line for line in self.said if subject in line]
        return re.sub(r".*code is (\d{6}).*", r"\1", lines[-1])

    def link(self) -> str:
        """Give the newest address that was sent to a patient."""
        return [line.strip() for line in self.said if re.search(r"/c/[\w-]+/", line)][-1]

    def close(self) -> None:
        """End it as a person would, with Ctrl+C's signal."""
        self.process.terminate()
        self.process.wait(20)


def start(port: int, at: str = MORNING, database: str = "") -> House:
    """Start a demo and wait until it serves."""
    command = [sys.executable, "-c", _START, "demo", "--port", str(port), "--at", at]
    command += ["--database", database] if database else []
    environment = os.environ | {"PYTHONUNBUFFERED": "1", "PYTHONWARNINGS": "ignore"}
    process = subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    house = House(process)
    threading.Thread(target=_listen, args=(house,), daemon=True).start()
    if not house.ready.wait(60):
        process.kill()
        raise RuntimeError("".join(house.said))
    _answers(house)
    return house


def _answers(house: House, seconds: float = 20) -> None:
    """Wait until somebody is at the door: the addresses are printed a moment before."""
    where = urlsplit(house.url)
    until = time.monotonic() + seconds
    while True:
        try:
            socket.create_connection((where.hostname or "localhost", where.port or 80), 1).close()
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)
        else:
            return


def _listen(house: House) -> None:
    with house.process.stdout or nullcontext(()) as lines:
        for line in lines:
            house.said.append(line)
            if match := ADDRESS.match(line):
                house.ways_in[match["name"]] = match["url"]
            if line.startswith("Codes and letters"):
                house.ready.set()
    house.ready.set()
