"""Runs the command line inside the test, with its three streams in memory."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from typing import Any, NamedTuple

from aftercare.cli.main import main

MICRO = "micro-needling"
SHIPPED_NAMES = f"Shipped: chemical-peel, {MICRO} and tattoo; or give a file's path."
LONDON = ("--treated-at", "2026-11-19T14:30", "--zone", "Europe/London")
COURSE = (*LONDON, "--at", "2026-11-21T10:00")


class Ran(NamedTuple):
    """The exit status, and what was written to stdout and stderr."""

    status: int
    out: str
    err: str


def run(*arguments: str, stdin: bytes = b"") -> Ran:
    """Run one command as its process would; anything but an exit is the test's failure."""
    out, err = _stream(), _stream()
    with redirect_stdout(out), redirect_stderr(err), _reading(stdin):
        try:
            status = main(list(arguments))
        except SystemExit as left:
            status = left.code if isinstance(left.code, int) else int(left.code is not None)
    return Ran(status, _written(out), _written(err))


def said(*arguments: str) -> Any:
    """Run a command that prints one piece of JSON, and read it."""
    ran = run(*arguments)
    assert (ran.status, ran.err) == (0, "")
    return json.loads(ran.out)


def answered(command: str, *lines: object, options: Sequence[str] = ()) -> tuple[int, list[Any]]:
    """Answer JSON Lines: objects are written as JSON, bytes as they are."""
    raw = b"".join(
        line if isinstance(line, bytes) else json.dumps(line).encode() + b"\n" for line in lines
    )
    ran = run(command, MICRO, "-", *options, stdin=raw)
    assert ran.err == ""
    return ran.status, [json.loads(line) for line in ran.out.splitlines()]


def _stream() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")


def _written(stream: io.TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()


@contextmanager
def _reading(stdin: bytes) -> Iterator[None]:
    before = sys.stdin
    sys.stdin = io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8")
    try:
        yield
    finally:
        sys.stdin = before
