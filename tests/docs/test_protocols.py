"""Every protocol in the docs loads, each page's last one is sound, and no field goes unshown."""

from collections.abc import Collection

import pytest

from aftercare.core import pipeline
from aftercare.core.problems import Problem
from aftercare.core.protocol.load import load
from aftercare.core.protocol.model import Protocol
from aftercare.core.protocol.shape import Path, Piece, fields_of
from aftercare.core.protocol.vocabulary import Vocabulary, read_vocabulary
from aftercare.protocols import vocabulary
from docs.generate import pieces
from tests.docs.pages import DOCS, State, blocks, pages, replaced, states

REFERENCE = DOCS / "reference" / "protocol.md"
ALL = [state for page in pages() for state in states(page)]
LAST = [list(states(page))[-1] for page in pages() if any(states(page))]

Used = set[tuple[str, str]]


def words() -> Vocabulary:
    found, _ = read_vocabulary(vocabulary().read_bytes(), "vocabulary")
    assert found
    return found


def asking(problems: list[Problem]) -> list[str]:
    """Give what asks for a change, in a line each; a note does not."""
    return [f"{p.code} {p.message}" for p in problems if p.weight != "note"]


@pytest.mark.parametrize("state", ALL, ids=lambda state: state.block.name)
def test_each_protocol_in_the_docs_loads(state: State) -> None:
    _, problems = load(state.text.encode(), state.file)
    assert asking(problems) == []


@pytest.mark.parametrize("state", LAST, ids=lambda state: state.block.page.stem)
def test_the_last_protocol_of_a_page_is_sound(state: State) -> None:
    _, problems = pipeline.read(state.text.encode(), state.file, words())
    assert asking(problems) == []


def test_each_field_of_the_language_is_shown_in_an_example_of_the_reference() -> None:
    used: Used = set()
    for state in states(REFERENCE):
        loaded, _ = load(state.text.encode(), state.file)
        assert loaded
        used |= written(loaded.protocol, (), loaded.places)
    known = {(piece.__name__, key) for piece in pieces(Protocol) for key in fields_of(piece)}
    assert known - used == set()


def written(piece: Piece, at: Path, places: Collection[Path]) -> Used:
    """Give the fields that stand in a protocol's text, with the piece that each belongs to."""
    found: Used = set()
    for field in fields_of(type(piece)).values():
        path = (*at, field.key)
        if path in places:
            found.add((type(piece).__name__, field.key))
            found |= inside(getattr(piece, field.attribute), path, places)
    return found


def inside(value: object, at: Path, places: Collection[Path]) -> Used:
    if isinstance(value, Piece):
        return written(value, at, places)
    if isinstance(value, dict):
        parts = [(str(key), part) for key, part in value.items()]
        return {used for key, part in parts for used in inside(part, (*at, key), places)}
    items = enumerate(value) if isinstance(value, tuple) else ()
    return {used for i, part in items for used in inside(part, (*at, i), places)}


def test_each_block_of_the_language_has_its_table_of_fields() -> None:
    text = REFERENCE.read_text(encoding="utf-8")
    unshown = [p.__name__ for p in pieces(Protocol) if f"<!-- fields: {p.__name__} -->" not in text]
    assert unshown == []


def test_no_yaml_stands_in_the_docs_that_no_test_reads() -> None:
    known = {state.block for state in ALL}
    unread = [b.name for page in pages() for b in blocks(page) if b.language in {"yaml", "yml"}]
    assert unread == [block.name for block in sorted(known)]


def test_a_fragment_takes_the_place_of_its_block_and_no_other() -> None:
    text = "a: 1\nb:\n  - c: 2\n"
    assert replaced(text, "b: 3\n") == "a: 1\nb: 3\n"
    assert replaced(text, "d: 4\n") == "a: 1\nb:\n  - c: 2\nd: 4\n"


def test_an_example_with_a_misspelt_field_is_found() -> None:
    _, problems = load(replaced(ALL[-1].text, "titel: {en: Brow wax}\n").encode(), "x")
    assert asking(problems) == ["P105 There is no field `titel` here."]
