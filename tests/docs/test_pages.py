"""Made pages are up to date, links lead somewhere, hazards name tests that exist."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from aftercare.core.explanations import EXPLANATIONS
from docs.generate import REFERENCE, made
from tests.architecture.sources import ROOT
from tests.docs.pages import DOCS, pages

HAZARDS = DOCS / "explanation" / "hazards.md"
DECISIONS = DOCS / "decisions"

_LINK = re.compile(r"(?:\]\(|<img src=\")(?P<to>[^)\s\"]+)[)\"]")
_HEADING = re.compile(r"^#+ (?P<words>.+)$", re.MULTILINE)
_NAMED_TEST = re.compile(r"`(?P<file>tests/[\w/]+\.py)(?:::(?P<name>\w+))?`")
_FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


class Hazard(NamedTuple):
    number: str
    hazard: str
    control: str
    tests: str


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def anchors(page: Path) -> set[str]:
    """Give the addresses of a page's headings, as web sites of code make them."""
    headings = (match["words"].lower() for match in _HEADING.finditer(read(page)))
    return {re.sub(r"[^\w\- ]", "", words).replace(" ", "-") for words in headings}


def broken_links(page: Path, text: str) -> Iterator[str]:
    for match in _LINK.finditer(_FENCED.sub("", text)):
        to, _, anchor = match["to"].partition("#")
        if "://" in to:
            continue
        target = (page.parent / to).resolve() if to else page
        found = target.exists() and ROOT in (target, *target.parents)
        if not found or (anchor and anchor not in anchors(target)):
            yield match["to"]


def hazards(text: str) -> list[Hazard]:
    rows = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("| H")]
    return [Hazard(*row) for row in rows]


def named_tests(hazard: Hazard) -> list[tuple[Path, str]]:
    return [(ROOT / m["file"], m["name"] or "") for m in _NAMED_TEST.finditer(hazard.tests)]


def exists(path: Path, name: str) -> bool:
    return path.is_file() and (not name or f"def {name}(" in read(path))


@pytest.mark.parametrize("path", made(), ids=lambda path: path.name)
def test_a_made_page_is_up_to_date(path: Path) -> None:
    assert read(path) == made()[path], "run: .venv/bin/python docs/generate.py"


def test_each_code_stands_in_the_reference() -> None:
    text = read(REFERENCE / "problems.md")
    assert [code for code in EXPLANATIONS if f"### {code}: " not in text] == []


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.stem)
def test_the_links_of_a_page_lead_somewhere(page: Path) -> None:
    assert list(broken_links(page, read(page))) == []


def test_a_link_that_leads_nowhere_is_found() -> None:
    text = "[a](nowhere.md) [b](#nothing) [c](https://example.com) [d](../README.md)"
    assert list(broken_links(HAZARDS, text)) == ["nowhere.md", "#nothing", "../README.md"]
    picture = '<img src="gone.svg" width="420" alt="x"> <img src="../two-weeks.svg" alt="x">'
    assert list(broken_links(HAZARDS, picture)) == ["gone.svg"]


def test_each_page_can_be_reached_from_the_readme() -> None:
    reached, waiting = set(), [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        reached.add(page)
        links = (m["to"].partition("#")[0] for m in _LINK.finditer(read(page)))
        found = {(page.parent / to).resolve() for to in links if to and "://" not in to}
        folders = {path for folder in found if folder.is_dir() for path in folder.glob("*.md")}
        waiting += [p for p in found | folders if p.suffix == ".md" and p not in reached]
    assert set(pages()) - reached == set()


def test_each_hazard_names_tests_that_exist_or_is_marked_open() -> None:
    wrong = {
        hazard.number: hazard.tests
        for hazard in hazards(read(HAZARDS))
        if not all(exists(*test) for test in named_tests(hazard))
        or bool(named_tests(hazard)) == hazard.tests.startswith("**open**")
    }
    assert wrong == {}


def test_the_hazards_are_numbered_without_a_gap() -> None:
    numbers = [hazard.number for hazard in hazards(read(HAZARDS))]
    assert numbers == [f"H{i}" for i in range(1, len(numbers) + 1)]
    assert len(numbers) >= 15


def test_a_hazard_with_a_test_that_is_gone_is_found() -> None:
    [hazard] = hazards("| H1 | a | b | `tests/docs/test_pages.py::test_gone` |")
    assert [exists(*test) for test in named_tests(hazard)] == [False]
    here = Path(__file__)
    assert exists(here, "test_a_hazard_with_a_test_that_is_gone_is_found")


def test_the_decisions_are_numbered_and_say_context_decision_and_consequences() -> None:
    files = sorted(DECISIONS.glob("*.md"))
    assert [path.name[:4] for path in files] == [f"{i:04d}" for i in range(1, len(files) + 1)]
    for path in files:
        text = read(path)
        assert text.startswith(f"# {int(path.name[:4])}. "), path.name
        parts = re.findall(r"^\*\*(\w+)\.\*\*", text, re.MULTILINE)
        assert parts == ["Context", "Decision", "Consequences"], path.name


def test_the_intended_purpose_stands_in_the_readme() -> None:
    said = " ".join(line.removeprefix("> ") for line in read(ROOT / "README.md").splitlines())
    assert "It does not diagnose, does not choose treatment, and is never more reassuring" in said
