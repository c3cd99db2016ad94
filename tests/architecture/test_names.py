"""One word per thing: a name that says nothing hides what stands behind it."""

import ast
import re
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT, python_files

EMPTY_WORDS = frozenset({
    "base", "common", "helper", "helpers", "manager", "managers", "misc", "miscellaneous",
    "stuff", "tool", "tools", "util", "utilities", "utility", "utils",
})  # fmt: skip
EMPTY_ENDINGS = re.compile(r"(Manager|Helper|Helpers|Util|Utils|Handler|Processor)$")


def path_faults(path: Path) -> list[str]:
    """Give the words of a path, folder by folder, that say nothing."""
    words = [word for part in path.with_suffix("").parts for word in part.lower().split("_")]
    return [word for word in words if word in EMPTY_WORDS]


def class_faults(source: str) -> list[str]:
    classes = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ClassDef))
    return [node.name for node in classes if EMPTY_ENDINGS.search(node.name)]


def own_files() -> list[Path]:
    return python_files(ROOT / "src", ROOT / "tests", ROOT / "benchmarks")


def test_no_file_or_folder_has_a_name_that_says_nothing() -> None:
    named = {str(path): path_faults(path.relative_to(ROOT)) for path in own_files()}
    assert {path: words for path, words in named.items() if words} == {}


def test_no_class_has_a_name_that_says_nothing() -> None:
    named = {str(path): class_faults(path.read_text(encoding="utf-8")) for path in own_files()}
    assert {path: names for path, names in named.items() if names} == {}


@pytest.mark.parametrize(
    ("path", "word"),
    [
        ("src/aftercare/core/utils.py", "utils"),
        ("src/aftercare/common/dates.py", "common"),
        ("src/aftercare/core/date_helpers.py", "helpers"),
    ],
)
def test_a_junk_file_name_is_found(path: str, word: str) -> None:
    assert path_faults(Path(path)) == [word]


def test_a_name_in_the_words_of_the_field_is_fine() -> None:
    assert path_faults(Path("src/aftercare/core/triage/table.py")) == []
    assert class_faults("class ClauseState: ...") == []


def test_a_junk_class_name_is_found() -> None:
    assert class_faults("class PlanManager: ...\nclass Plan: ...") == ["PlanManager"]
