"""The documentation as a test reads it: pages, their fenced blocks, and protocols in pieces.

The convention, said to readers at the head of ``docs/reference/protocol.md``: a YAML block that
begins with ``format:`` is a whole protocol. Any other takes the place of the blocks that it names
in the page's protocol so far; a page that shows no whole protocol starts from the tutorial's.
A word after ``yaml``, ``jsonl`` or ``text`` is the name of the file that the block is saved as.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tests.architecture.sources import ROOT

DOCS = ROOT / "docs"
TUTORIAL = DOCS / "tutorials" / "first-protocol.md"
FILE = "brow-wax.yaml"

_FENCE = re.compile(r"^```(?P<info>[^\n`]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_TOP = re.compile(r"^(?=[a-z][a-z-]*:)", re.MULTILINE)


class Block(NamedTuple):
    page: Path
    line: int
    language: str
    words: tuple[str, ...]
    text: str

    @property
    def name(self) -> str:
        return f"{self.page.relative_to(ROOT)}:{self.line}"


class State(NamedTuple):
    """A protocol as a page has built it up to a block."""

    block: Block
    file: str
    text: str


def pages() -> list[Path]:
    heads = [path for path in ROOT.glob("*.md") if path.is_file()]
    return sorted([*heads, *DOCS.rglob("*.md")])


@cache
def blocks(page: Path) -> tuple[Block, ...]:
    text = page.read_text(encoding="utf-8")
    found = []
    for match in _FENCE.finditer(text):
        language, *words = match["info"].split() or [""]
        line = text.count("\n", 0, match.start()) + 1
        found.append(Block(page, line, language, tuple(words), match["text"]))
    return tuple(found)


def every(language: str) -> list[Block]:
    return [block for page in pages() for block in blocks(page) if block.language == language]


def states(page: Path) -> Iterator[State]:
    """Give each protocol that a page's reader has in hand, block after block."""
    text = "" if page == TUTORIAL else finished()
    for block in blocks(page):
        if block.language == "yaml":
            text = block.text if block.text.startswith("format:") else replaced(text, block.text)
            yield State(block, block.words[0] if block.words else FILE, text)


def finished() -> str:
    """Give the protocol with which the tutorial ends."""
    return list(states(TUTORIAL))[-1].text


def replaced(text: str, fragment: str) -> str:
    """Put a fragment's top blocks in the place of those of the same name."""
    parts = top_blocks(text)
    for name, part in top_blocks(fragment).items():
        parts[name] = part
    return "".join(parts.values())


def top_blocks(text: str) -> dict[str, str]:
    parts = [part for part in _TOP.split(text) if _TOP.match(part)]
    return {part.split(":", 1)[0]: part.rstrip("\n") + "\n" for part in parts}
