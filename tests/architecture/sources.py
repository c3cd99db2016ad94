"""The repository's files, as the tests of its architecture read them."""

import os
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "aftercare"
CORE = SOURCE / "core"
LEFT_OUT = {"__pycache__", "build", "dist"}

_MADE_BY_DJANGO = r"\d{4}_\w+\.py"  # migrations


def python_files(*folders: Path) -> list[Path]:
    """Give every Python file below the folders that a person wrote, sorted."""
    found = (path for folder in folders for path in folder.rglob("*.py"))
    return sorted(path for path in found if not re.fullmatch(_MADE_BY_DJANGO, path.name))


def repository_files() -> list[Path]:
    """Give what git tracks or would track; without git, everything outside caches."""
    command = ["git", "ls-files", "-co", "--exclude-standard", "-z"]  # names end in a null byte
    try:
        asked = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return walked(ROOT)
    files = (ROOT / name for name in asked.stdout.decode().split("\0") if name)
    return sorted(path for path in files if path.is_file())


def walked(root: Path) -> list[Path]:
    """Give every file below the root, hidden folders and caches left out."""
    found = []
    for folder, inside, names in os.walk(root):
        inside[:] = [name for name in inside if name[0] != "." and name not in LEFT_OUT]
        found += [Path(folder) / name for name in names]
    return sorted(found)
