"""How often a second: the same work several times over, and the median of them."""

from __future__ import annotations

import gc
import platform
import shutil
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple

import aftercare


class Rate(NamedTuple):
    """Pieces of work a second: the median of the repeats, the slowest and the fastest."""

    median: float
    slowest: float
    fastest: float


def rate(work: Callable[[], int], repeats: int = 7) -> Rate:
    """Do the work `repeats` times; it gives back how many pieces it did."""
    rates = []
    for _ in range(repeats):
        gc.collect()
        began = time.perf_counter()
        done = work()
        rates.append(done / (time.perf_counter() - began))
    return Rate(statistics.median(rates), min(rates), max(rates))


def table(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print rows below their heads: the first column to the left, the others to the right."""
    print(f"{title}\n{versions()}\n")
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    for row in (head, ["-" * width for width in widths], *rows):
        first, *rest = (
            cell.rjust(width) if n else cell.ljust(width)
            for n, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        print("  ".join([first, *rest]).rstrip())


def versions() -> str:
    """Name what is measured; of Node only where there is one."""
    node = shutil.which("node")
    asked = subprocess.run([node, "--version"], capture_output=True, check=False) if node else None
    found = f", Node {asked.stdout.decode().strip()}" if asked else ""
    return f"aftercare {aftercare.__version__}, Python {platform.python_version()}{found}"


def number(value: float) -> str:
    """Write a rate with as many digits as it deserves."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
