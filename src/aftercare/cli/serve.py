"""``aftercare serve``: the house on this machine; tables first, then the server and its clock."""

from __future__ import annotations

import os
import socket
import threading
from argparse import Namespace
from collections.abc import Callable

from aftercare.cli import inputs

_EVERY = 60.0  # seconds between two looks of the clock
_THREADS = 4


def run(options: Namespace) -> int:
    """Bring the tables up to date and serve until Ctrl+C."""
    if not os.environ.get("AFTERCARE_SECRET_KEY"):
        message = "AFTERCARE_SECRET_KEY is not set."
        raise inputs.refuse("C110", message, "Set it to 50 letters or more that nobody can guess.")
    prepare()
    return serve(options.host, options.port)


def prepare() -> None:
    """Set Django up, bring the tables up to date, and lay out the style sheets, compressed."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "aftercare.clinic.config.settings")
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)


def serve(host: str, port: int) -> int:
    """Serve the house; a thread beside the server lets the clock bring what it brings."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    stop = threading.Event()
    threading.Thread(target=_watch, args=(stop, _look()), daemon=True).start()
    server = Granian(
        "aftercare.clinic.config.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=_THREADS,
        websockets=False,
        log_level=LogLevels.warning,
    )
    let_go()
    server.serve()
    stop.set()
    return 0


def _look() -> Callable[[], None]:
    """Give the clock's look, with all that it needs imported.

    A thread that imports while the server forks its worker would leave it a lock that nobody
    opens: the worker would take requests and never answer one.
    """
    import logging

    from django.db import Error

    from aftercare.clinic.services import clock, sweep

    def look() -> None:
        try:
            sweep.sweep_all(clock.now())
        except Error:
            logging.getLogger(__name__).exception("The clock's look failed; it looks again.")
        finally:
            let_go()

    return look


def _watch(stop: threading.Event, look: Callable[[], None]) -> None:
    """Look every minute for silence and for what was snoozed; a fault is logged, not the end."""
    while not stop.wait(_EVERY):
        look()


def let_go() -> None:
    """Close this process's connections: the server's worker is a fork of it.

    Two processes on one socket would read each other's rows.
    """
    from django.db import connections

    for each in connections.all(initialized_only=True):
        each.close()
        if hasattr(each, "close_pool"):
            each.close_pool()


def free(wanted: int) -> int:
    """Give the wanted port, or another that is free where it is taken."""
    for port in (wanted, 0):
        with socket.socket() as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                trial.bind(("127.0.0.1", port))
            except OSError:
                continue
            return int(trial.getsockname()[1])
    raise inputs.refuse(
        "C111", "No port is free on this machine.", "Close a program and try again."
    )
