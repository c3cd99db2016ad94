"""Each Python example runs, from the head of its page to its foot, and prints what is shown."""

import contextlib
import io
from pathlib import Path
from typing import Any

import pytest

from tests.docs.pages import Block, blocks, pages

WITH_PYTHON = [page for page in pages() if any(b.language == "python" for b in blocks(page))]


def examples(page: Path) -> list[tuple[Block, str]]:
    """Give each Python block with the text block that follows it, if one does."""
    found = list(blocks(page))
    after = [*(block.text if block.language == "text" else "" for block in found[1:]), ""]
    return [(b, shown) for b, shown in zip(found, after, strict=True) if b.language == "python"]


@pytest.mark.parametrize("page", WITH_PYTHON, ids=lambda page: page.stem)
def test_the_python_of_a_page_prints_what_it_shows(page: Path) -> None:
    names: dict[str, Any] = {}
    for block, shown in examples(page):
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            exec(compile(block.text, block.name, "exec"), names)  # noqa: S102 - our own examples
        assert out.getvalue() == shown, block.name


def test_there_are_examples_to_run() -> None:
    assert [page.name for page in WITH_PYTHON] == ["python.md"]
    assert len(examples(WITH_PYTHON[0])) == 4
