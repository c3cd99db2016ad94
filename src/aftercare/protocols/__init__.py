"""The shipped protocols and the shared vocabulary: data, never edited after release.

``released.sha256`` holds each published file's hash, as ``sha256sum -c`` reads it.
"""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).parent


def shipped() -> dict[str, Path]:
    """Give each shipped protocol's name with its newest version's file."""
    folders = sorted(path for path in _HERE.iterdir() if path.is_dir() and path.name[0] != "_")
    newest = {
        folder.name: max(folder.glob("*.yaml"), key=_version, default=None) for folder in folders
    }
    return {name: path for name, path in newest.items() if path}


def _version(path: Path) -> int:
    return int(path.stem)


def released() -> frozenset[str]:
    """Give the SHA-256 of every released protocol."""
    lines = (_HERE / "released.sha256").read_text(encoding="ascii").splitlines()
    return frozenset(line.split()[0] for line in lines)


def vocabulary(language: str = "en") -> Path:
    """Give the shared vocabulary's file for a language."""
    return _HERE / f"vocabulary.{language}.yaml"
