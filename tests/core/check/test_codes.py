"""Every code that the program can give is explained, and nothing else is."""

import ast
import re
from pathlib import Path

import pytest

import aftercare
from aftercare.core.explanations import EXPLANATIONS

CODE = re.compile(r"[BEPFRTCJKSL]\d{3}")
SOURCE = Path(aftercare.__file__).parent


def codes_in(source: str) -> set[str]:
    """Give each text in a source that is a code and nothing else."""
    constants = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant))
    texts = (node.value for node in constants if isinstance(node.value, str))
    return {text for text in texts if CODE.fullmatch(text)}


def test_each_code_in_the_sources_is_explained_and_no_other() -> None:
    files = [path for path in SOURCE.rglob("*.py") if path.name != "explanations.py"]
    used = set().union(*(codes_in(path.read_text(encoding="utf-8")) for path in files))
    assert used == set(EXPLANATIONS)


@pytest.mark.parametrize("code", sorted(EXPLANATIONS))
def test_an_explanation_is_a_title_a_reason_and_a_remedy(code: str) -> None:
    title, why, mend = EXPLANATIONS[code]
    assert (title[-1] != ".", why[-1], mend[-1] in ".?") == (True, ".", True)


def test_no_two_codes_have_one_title_but_those_of_one_mistake() -> None:
    titles = [explanation.title for explanation in EXPLANATIONS.values()]
    twice = {title for title in titles if titles.count(title) > 1}
    assert twice == {
        "undeclared fact",
        "undeclared symptom",
        "a value the fact cannot have",
        "the same key twice",
    }


def test_a_code_in_a_source_is_found() -> None:
    assert codes_in('def f():\n    return "P101", "P1", "a P102", 7\n') == {"P101"}
