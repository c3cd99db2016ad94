"""The core imports what stands here and nothing else.

A list of what is forbidden lets through what nobody thought of; this one does not. A module
enters it only if it reads no clock, network, disk or environment, and leaves nothing to chance.
"""

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.sources import CORE, SOURCE, python_files

STANDARD = frozenset({
    "__future__", "abc", "bisect", "collections", "collections.abc", "contextlib", "copy",
    "dataclasses", "datetime", "decimal", "difflib", "enum", "fractions", "functools", "hashlib",
    "heapq", "hmac", "html", "html.parser", "itertools", "json", "math", "operator", "re", "string",
    "textwrap", "types", "typing", "unicodedata", "zoneinfo",
})  # fmt: skip
OTHERS = ("msgspec", "yaml", "aftercare.core")

# Built in, so no import shows them: they read the world, or run text as code.
FORBIDDEN_CALLS = frozenset({"__import__", "compile", "eval", "exec", "input", "open", "print"})
# A zone is an argument: the core may name its type, not look one up on this machine's disk.
ZONE = "ZoneInfo"


def faults(source: str, package: str = "aftercare.core") -> list[str]:
    tree = ast.parse(source)
    wrong = [name for name in imported(tree, package) if not allowed(name)]
    return sorted(wrong) + sorted(zone_faults(tree)) + sorted(call_faults(tree))


def imported(tree: ast.Module, package: str) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield absolute(node, package)


def absolute(node: ast.ImportFrom, package: str) -> str:
    """Resolve `from ..problems import Problem` against the package it is written in."""
    if node.level == 0:
        return node.module or ""
    above = package.split(".")[: len(package.split(".")) - node.level + 1]
    return ".".join([*above, *([node.module] if node.module else [])])


def allowed(name: str) -> bool:
    return name in STANDARD or any(f"{name}.".startswith(f"{other}.") for other in OTHERS)


def zone_faults(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "zoneinfo":
            names = (alias.name for alias in node.names if alias.name != ZONE)
            yield from (f"zoneinfo.{name}" for name in names)
        elif isinstance(node, ast.Import) and "zoneinfo" in {each.name for each in node.names}:
            yield "import zoneinfo"


def call_faults(tree: ast.Module) -> Iterator[str]:
    calls = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    names = (func.id for func in calls if isinstance(func, ast.Name))
    yield from (f"{name}()" for name in names if name in FORBIDDEN_CALLS | {ZONE})


def test_the_core_imports_only_what_is_allowed() -> None:
    found = {}
    for path in python_files(CORE):
        package = ".".join(path.parent.relative_to(SOURCE.parent).parts)
        if wrong := faults(path.read_text(encoding="utf-8"), package):
            found[str(path.relative_to(SOURCE))] = wrong
    assert found == {}


@pytest.mark.parametrize(
    "source",
    [
        "import re, math",
        "from collections.abc import Mapping",
        "from datetime import datetime",
        "from zoneinfo import ZoneInfo",
        "import msgspec",
        "import yaml.nodes",
        "from aftercare.core.problems import Problem",
        "from . import problems",
    ],
)
def test_what_the_core_needs_is_allowed(source: str) -> None:
    assert faults(source) == []


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("import numpy", "numpy"),
        ("import os", "os"),
        ("import importlib.resources", "importlib.resources"),
        ("from importlib import resources", "importlib"),
        ("def f():\n    import random", "random"),
        ("from time import time", "time"),
        ("import msgspecial", "msgspecial"),
        ("from aftercare import cli", "aftercare"),
        ("from aftercare.clinic import services", "aftercare.clinic"),
        ("from ..exchange import pdf", "aftercare.exchange"),
        ("from .. import exchange", "aftercare"),
        ("from zoneinfo import available_timezones", "zoneinfo.available_timezones"),
        ("import zoneinfo", "import zoneinfo"),
        ("from zoneinfo import ZoneInfo\nROME = ZoneInfo('Europe/Rome')", "ZoneInfo()"),
        ("TEXT = open('1.yaml').read()", "open()"),
        ("print(1)", "print()"),
    ],
)
def test_what_the_core_must_not_touch_is_found(source: str, fault: str) -> None:
    assert faults(source) == [fault]


def test_a_relative_import_is_read_from_its_own_package() -> None:
    assert faults("from ..problems import Problem", "aftercare.core.plan") == []
    assert faults("from ...cli import main", "aftercare.core.plan") == ["aftercare.cli"]
