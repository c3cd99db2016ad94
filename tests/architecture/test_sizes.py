"""Small by measurement: what a person reads at once fits one screen.

A function is measured from `def` to its last line, its docstring left out.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.architecture.sources import ROOT, SOURCE, python_files

FUNCTION_MEDIAN, FUNCTION_MOST, BRANCHES_MOST = 10, 50, 10
FILE_MEDIAN, FILE_MOST = 150, 400

Function = ast.FunctionDef | ast.AsyncFunctionDef
BRANCHES = (
    ast.If,
    ast.IfExp,
    ast.For,
    ast.AsyncFor,
    ast.While,
    ast.ExceptHandler,
    ast.match_case,
)


@dataclass(frozen=True)
class Measured:
    name: str
    lines: int
    branches: int


def functions(source: str) -> list[Measured]:
    found = (node for node in ast.walk(ast.parse(source)) if isinstance(node, Function))
    return [Measured(node.name, lines(node), branches(node)) for node in found]


def lines(function: Function) -> int:
    whole = (function.end_lineno or function.lineno) - function.lineno + 1
    if ast.get_docstring(function, clean=False) is None:
        return whole
    docstring = function.body[0]
    return whole - ((docstring.end_lineno or docstring.lineno) - docstring.lineno + 1)


def branches(function: Function) -> int:
    inside = list(own_nodes(function))
    conditions = sum(len(node.ifs) for node in inside if isinstance(node, ast.comprehension))
    return conditions + sum(isinstance(node, BRANCHES) for node in inside)


def own_nodes(function: ast.AST) -> Iterator[ast.AST]:
    for node in ast.iter_child_nodes(function):
        if not isinstance(node, Function):
            yield node
            yield from own_nodes(node)


def function_faults(source: str) -> list[str]:
    return [
        f"{each.name}: {each.lines} lines, {each.branches} branches"
        for each in functions(source)
        if each.lines > FUNCTION_MOST or each.branches > BRANCHES_MOST
    ]


def too_large(numbers: list[int], limit: int) -> bool:
    return bool(numbers) and median(numbers) > limit


def file_lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def source_files() -> list[Path]:
    return python_files(SOURCE)


def test_no_function_is_longer_than_a_screen_or_branches_too_much() -> None:
    faults = {
        str(path.relative_to(ROOT)): found
        for path in source_files()
        if (found := function_faults(path.read_text(encoding="utf-8")))
    }
    assert faults == {}


def test_half_of_the_functions_are_ten_lines_or_shorter() -> None:
    measured = [
        each.lines for path in source_files() for each in functions(path.read_text("utf-8"))
    ]
    assert not too_large(measured, FUNCTION_MEDIAN), median(measured)


def test_no_file_is_longer_than_400_lines() -> None:
    files = [*source_files(), *python_files(ROOT / "tests", ROOT / "benchmarks")]
    counted = {str(path.relative_to(ROOT)): file_lines(path) for path in files}
    assert {name: count for name, count in counted.items() if count > FILE_MOST} == {}


def test_half_of_the_source_files_are_about_a_hundred_lines() -> None:
    assert not too_large([file_lines(path) for path in source_files()], FILE_MEDIAN)


def test_a_function_of_51_lines_is_found_and_of_50_is_not() -> None:
    assert function_faults("def f():\n" + "    x = 1\n" * 49) == []
    assert function_faults("def f():\n" + "    x = 1\n" * 50) == ["f: 51 lines, 0 branches"]


def test_a_docstring_does_not_count() -> None:
    assert functions('def f():\n    """Say.\n\n    More.\n    """\n    return 1\n') == [
        Measured("f", 2, 0)
    ]


def test_each_kind_of_branch_counts() -> None:
    source = """
def f(rows):
    for row in rows:
        while row:
            row = 1 if row else 2
    try:
        return [row for row in rows if row if row > 1]
    except ValueError:
        match rows:
            case []:
                if rows:
                    return None
"""
    assert functions(source)[0].branches == 8


def test_an_inner_function_keeps_its_branches_to_itself() -> None:
    source = "def f():\n    def g(x):\n        return 1 if x else 2\n    return g\n"
    assert [each.branches for each in functions(source)] == [0, 1]


def test_eleven_branches_are_found() -> None:
    source = "def f(x):\n" + "    if x:\n        pass\n" * 11
    assert function_faults(source) == ["f: 23 lines, 11 branches"]


def test_a_median_over_its_limit_is_found_and_that_of_nothing_is_not() -> None:
    assert too_large([1, 11, 12], FUNCTION_MEDIAN)
    assert not too_large([1, 10, 500], FUNCTION_MEDIAN)
    assert not too_large([], FUNCTION_MEDIAN)
