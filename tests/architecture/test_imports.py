"""The import contracts of pyproject.toml hold, and each of them can fail."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT, SOURCE, python_files

RUN = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
ROOMS = ("config", "desk", "patient", "sample", "forms", "services", "records", "delivery", "ui")
PACKAGES = (
    "", "cli", "exchange", "core", "core/plan", "core/protocol",
    "clinic", *(f"clinic/{room}" for room in ROOMS),
)  # fmt: skip


def lint(folder: Path) -> tuple[int, str]:
    """Run import-linter in a folder, on the `aftercare` that lies there or is installed."""
    command = [sys.executable, "-c", RUN]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def unseen(source: Path) -> list[str]:
    """Give the folders of code without `__init__.py`: import-linter passes over them silently."""
    folders = {path.parent for path in python_files(source)}
    return sorted(folder.name for folder in folders if not (folder / "__init__.py").is_file())


@pytest.fixture
def small_tree(tmp_path: Path) -> Path:
    """Lay out a package with the names and contracts of ours, and nothing in it."""
    for package in PACKAGES:
        folder = tmp_path / "aftercare" / package
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "__init__.py").touch()
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_contracts_hold() -> None:
    status, said = lint(ROOT)
    assert status == 0, said


def test_the_contracts_see_every_folder_of_code() -> None:
    assert unseen(SOURCE) == []


def test_a_folder_that_the_contracts_do_not_see_is_found(small_tree: Path) -> None:
    (small_tree / "aftercare/core/plan/__init__.py").unlink()
    (small_tree / "aftercare/core/plan/dates.py").touch()
    assert unseen(small_tree / "aftercare") == ["plan"]


def test_an_empty_tree_keeps_the_contracts(small_tree: Path) -> None:
    status, said = lint(small_tree)
    assert status == 0, said


@pytest.mark.parametrize(
    ("file", "line", "broken"),
    [
        ("core/plan/dates.py", "import aftercare.exchange", "The core imports nothing of ours"),
        ("core/plan/dates.py", "import aftercare.cli", "The core imports nothing of ours"),
        ("exchange/pdf.py", "import aftercare.cli", "Nothing imports the command line"),
        ("core/protocol/load.py", "import aftercare.core.plan", "The stages of the core"),
        ("core/extra.py", "", "The stages of the core"),
        ("web.py", "", "The command line knows all"),
        ("clinic/desk/day.py", "import aftercare.clinic.patient", "The rooms of the house"),
        ("clinic/hall.py", "", "The rooms of the house"),
        ("clinic/desk/day.py", "import aftercare.clinic.records", "A page reaches a row"),
        ("clinic/sample/day.py", "import aftercare.clinic.delivery", "Only services send"),
        ("core/plan/dates.py", "import aftercare.core.plan.states", "No cycles anywhere"),
    ],
)
def test_a_broken_contract_is_found(small_tree: Path, file: str, line: str, broken: str) -> None:
    package = small_tree / "aftercare"
    (package / "core/plan/states.py").write_text("import aftercare.core.plan.dates")
    (package / "core/plan/dates.py").touch()
    (package / file).write_text(line)
    status, said = lint(small_tree)
    report = [entry for entry in said.splitlines() if entry.endswith("BROKEN")]
    assert status == 1, said
    assert any(entry.startswith(broken) for entry in report), said
