"""The survivors of `mutation.py` as a file: what lives, and why it may."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).with_name("mutation.md")
HEAD = "| file | line | operator | mutated line | explained |"
ABOUT = """\
# Mutants that the tests let live

`make campaign` renews this file (`benchmarks/mutation.py`, cosmic-ray). An explanation stays with
its mutant as long as the mutant exists. Mutants of annotations, which nothing reads, are left out.
Each part is judged by the tests next to it alone (`TESTS`), with 16 examples of each property.
"""


class Mutant(NamedTuple):
    """One change of one line. The line's number is no part of what it is: lines move."""

    file: str
    operator: str
    written: str


class Survivor(NamedTuple):
    """A mutant that no test noticed, where it stood, and why it may live."""

    mutant: Mutant
    line: int
    explained: str = ""


def read(file: Path = FILE) -> list[Survivor]:
    """Read the former survivors; none where there is no file."""
    lines = file.read_text("utf-8").splitlines() if file.exists() else []
    rows = lines[lines.index(HEAD) + 2 :] if HEAD in lines else []
    return [_survivor(row) for row in rows if row.startswith("| ")]


def sums(file: Path = FILE) -> dict[str, str]:
    """Read each part's sum in words, so that a run of one part keeps those of the others."""
    lines = file.read_text("utf-8").splitlines() if file.exists() else []
    rows = [line.removeprefix("* `").split("`: ", 1) for line in lines if line.startswith("* `")]
    return dict(rows)


def _survivor(row: str) -> Survivor:
    cells = row.replace("\\|", "\0").strip("|").split("|")
    name, line, operator, written, explained = (cell.strip().replace("\0", "|") for cell in cells)
    return Survivor(Mutant(name, operator, written[1:-1]), int(line), explained)


def write(survivors: list[Survivor], counted: dict[str, str], file: Path = FILE) -> None:
    """Write the survivors in order, with how many mutants there were in each part."""
    told = [f"* `{part}`: {said}" for part, said in sorted(counted.items())]
    rows = [_row(survivor) for survivor in sorted(survivors)]
    table = [HEAD, "|---|---|---|---|---|", *rows]
    file.write_text("\n".join([ABOUT, *told, "", *table, ""]), "utf-8")


def _row(survivor: Survivor) -> str:
    mutant, line, explained = survivor
    cells = (mutant.file, str(line), mutant.operator, f"`{mutant.written}`", explained)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def renewed(former: list[Survivor], found: list[Survivor], kept: set[Mutant]) -> list[Survivor]:
    """Give what was found, with former explanations, and the former ones that are to be kept."""
    said = {survivor.mutant: survivor.explained for survivor in former}
    fresh = [one._replace(explained=said.get(one.mutant, "")) for one in found]
    here = {one.mutant for one in fresh}
    return fresh + [one for one in former if one.mutant in kept - here]
