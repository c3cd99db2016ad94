"""Drafts of leaflets a second, in one process, and what one costs as a command.

python benchmarks/leaflet.py [--leaflets 1000]

The leaflets are the project's own labelled ones, in turn. The figures of the two halves (found,
right) stand below: the held half was labelled first, and no rule was made for it.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from aftercare.core.leaflet.draft import draft  # noqa: E402 - the tests' folder comes first
from tests.core.leaflet.scoring import LEAFLETS, score  # noqa: E402 - as above


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--leaflets", type=int, default=1000)
    count = parser.parse_args().leaflets
    files = sorted(LEAFLETS.glob("*/*.txt"))
    texts = [file.read_text(encoding="utf-8") for file in files]
    started = time.perf_counter()
    for i in range(count):
        draft(texts[i % len(texts)])
    seconds = time.perf_counter() - started
    print(f"{count} leaflets in one process: {seconds:.1f} s, {1000 * seconds / count:.1f} ms each")
    print(f"one as a command: {_command(files[0]):.2f} s")
    for half in ("open", "held"):
        scored = score(half)
        print(f"{half}: found {scored.found:.3f}, right {scored.right:.3f}", end=", ")
        print(f"unsafe {len(scored.unsafe)}, bans lost {len(scored.lost)} of {scored.bans}")


def _command(file: Path) -> float:
    started = time.perf_counter()
    program = str(Path(sys.executable).parent / "aftercare")
    command = [program, "leaflet", "draft", str(file)]
    subprocess.run(command, capture_output=True, check=False)
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
