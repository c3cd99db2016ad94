"""YAML is read as text with places, and what a protocol never needs is refused with a place."""

import pytest

from aftercare.core.problems import Problem
from aftercare.core.protocol.nodes import Mapping, Node, Scalar, Sequence, read_nodes
from tests.core.samples import FILE, places


def plain(node: Node | None) -> object:
    """Give a tree of nodes as lists and pairs of text."""
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.items}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return node.text if isinstance(node, Scalar) else None


def refused(data: bytes | str) -> list[Problem]:
    raw = data.encode() if isinstance(data, str) else data
    node, problems = read_nodes(raw, FILE)
    assert node is None
    return problems


def read(text: str) -> object:
    node, problems = read_nodes(text.encode(), FILE)
    assert problems == []
    return plain(node)


@pytest.mark.parametrize(
    "word", ["9:30", "NO", "no", "0123", "1e3", "1_000", "~", "null", "2026-03-02", ".inf", "0x1F"]
)
def test_a_word_that_yaml_would_change_stays_as_it_was_written(word: str) -> None:
    assert read(f"a: {word}\n{word}: [{word}]") == {"a": word, word: [word]}


def test_a_value_that_is_left_out_is_empty_text() -> None:
    assert read("a:\nb: ''\n") == {"a": "", "b": ""}


def test_a_merge_key_is_a_key_like_any_other() -> None:
    assert read("<<: {a: b}") == {"<<": {"a": "b"}}


def test_a_byte_order_mark_is_dropped() -> None:
    node, problems = read_nodes(b"\xef\xbb\xbfa: b", FILE)
    assert (plain(node), problems) == ({"a": "b"}, [])


def test_a_file_with_windows_line_ends_has_the_same_lines() -> None:
    node, problems = read_nodes(b"a: b\r\nc: d\r\nc: e\r\n", FILE)
    assert plain(node) == {"a": "b", "c": "d"}
    assert places(problems) == [("P005", 3, 1)]


def test_a_place_has_line_column_width_and_excerpt() -> None:
    node, _ = read_nodes("a: b\nlong:   [värde, två]\n".encode(), FILE)
    assert isinstance(node, Mapping)
    value = node.items[1][1]
    assert isinstance(value, Sequence)
    second = value.items[1].place
    assert (second.file, second.line, second.column, second.width) == (FILE, 2, 17, 3)
    assert second.excerpt == "long:   [värde, två]"


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\x85", "\u2028", "\u2029"])
def test_an_excerpt_is_the_line_after_any_line_end(end: str) -> None:
    _, (problem,) = read_nodes(f"a: b{end}c: d{end}c: e".encode(), FILE)
    assert problem.place is not None
    assert (problem.place.line, problem.place.excerpt) == (3, "c: e")


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b"\xff\xfea: b", 1, 1),
        (b"a: b\nc: \xe9", 2, 4),
        (b"a: \xed\xa0\x80", 1, 4),
        ("é: ü".encode() + b"\xff", 1, 5),  # letters count, not bytes
    ],
)
def test_a_file_that_is_not_utf8_is_refused_at_the_byte(
    data: bytes, line: int, column: int
) -> None:
    assert places(refused(data)) == [("P001", line, column)]


def test_a_file_of_ten_megabytes_is_refused_unread() -> None:
    assert places(refused(b"x" * 10_000_000)) == [("P002", 1, 1)]


def test_a_file_of_the_largest_size_is_read() -> None:
    node, problems = read_nodes(b"a: " + b"x" * 999_997, FILE)
    assert (isinstance(node, Mapping), problems) == (True, [])
    assert places(refused(b"a: " + b"x" * 999_998)) == [("P002", 1, 1)]


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: &x b", 1, 4),
        ("a: b\nc: *x", 2, 4),
        ("a: &x [1]\nb: [*x, *x]", 1, 4),
        ("a: !!python/object:os.system ls", 1, 4),
        ("a: !!str b", 1, 4),
        ("a: ! b", 1, 4),
        ("&x a: b", 1, 1),
    ],
)
def test_an_alias_an_anchor_or_a_tag_is_refused(text: str, line: int, column: int) -> None:
    assert places(refused(text)) == [("P004", line, column)]


def test_a_key_that_stands_twice_keeps_the_first_and_names_its_line() -> None:
    node, problems = read_nodes(b"a: 1\nb: {c: 1, c: 2}\na: 3\na: 4", FILE)
    assert plain(node) == {"a": "1", "b": {"c": "1"}}
    assert places(problems) == [("P005", 2, 11), ("P005", 3, 1), ("P005", 4, 1)]
    assert problems[1].message == "`a` stands here a second time; the first is in line 1."


def test_no_more_than_a_hundred_problems_are_shown() -> None:
    _, problems = read_nodes(b"a: b\n" * 300, FILE)
    assert places(problems) == [("P005", line, 1) for line in range(2, 102)]


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("[" * 100_000, 1, 14),
        ("{" * 100_000, 1, 14),
        ("{a: " * 100_000, 1, 50),
        ("a: " + "[" * 100_000, 1, 16),
        ("".join(" " * depth + "a:\n" for depth in range(1_000)), 13, 13),
        ("a: b\nc:\n" + " " + "? " * 100_000, 3, 26),
    ],
)
def test_deep_nesting_is_refused_where_it_gets_too_deep(text: str, line: int, column: int) -> None:
    assert places(refused(text)) == [("P006", line, column)]


def test_twelve_levels_are_read_and_thirteen_are_not() -> None:
    assert read("[" * 12 + "a" + "]" * 12) == [[[[[[[[[[[["a"]]]]]]]]]]]]
    assert places(refused("[" * 13 + "a" + "]" * 13)) == [("P006", 1, 14)]


def test_a_list_of_too_many_parts_is_refused() -> None:
    assert places(refused("- a\n" * 60_001)) == [("P006", 60_000, 3)]


@pytest.mark.parametrize("text", ["a: b\n---\nc: d", "---\na: b\n---\n", "---\na\n...\n---\nb"])
def test_several_documents_are_refused(text: str) -> None:
    problems = refused(text)
    assert places(problems) == [("P007", 1, 1)]
    assert problems[0].message == "The file holds more than one document."


@pytest.mark.parametrize("data", [b"", b"\n \n", b"# words\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(data: bytes) -> None:
    problems = refused(data)
    assert places(problems) == [("P007", 1, 1)]
    assert problems[0].message == "The file is empty."


@pytest.mark.parametrize("text", ["\u2028", "\x85", "\ufeff\ufeff", "\u2029\n", "\u2028# x"])
def test_a_file_of_odd_line_ends_alone_is_empty(text: str) -> None:
    assert places(refused(text)) == [("P007", 1, 1)]


@pytest.mark.parametrize(
    ("text", "tree"),
    [("# c\ra: b", {"a": "b"}), ("#a\x85b: c", {"b": "c"}), ("- - -", [[[""]]]), ("---\n", "")],
)
def test_a_file_with_content_is_not_called_empty(text: str, tree: object) -> None:
    assert read(text) == tree


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a:\n\tb: c\n", 2, 1),
        ("a: b\nc: d: e", 2, 5),
        ('a: "', 1, 5),
        ('a: b\nc: "\\ud800"', 2, 7),
        ("a: [b\nc: d", 2, 2),
        ("a: b\n...\nc", 3, 1),
        ("%YAML 9.9\n---\na: b", 1, 1),
        (": b", 1, 1),
        ("...", 1, 1),
    ],
)
def test_a_file_that_is_no_yaml_is_refused_at_the_fault(text: str, line: int, column: int) -> None:
    assert places(refused(text)) == [("P003", line, column)]


@pytest.mark.parametrize("mark", ["\x00", "\x01", "\x1b", "\x7f", "\ufffe"])
def test_a_control_character_is_refused_where_it_stands(mark: str) -> None:
    assert places(refused(f"a: b\nc: {mark}d")) == [("P003", 2, 4)]


def test_a_key_that_is_a_list_is_left_out_and_said() -> None:
    node, problems = read_nodes(b"? [a]\n: b\nc: d", FILE)
    assert plain(node) == {"c": "d"}
    assert places(problems) == [("P003", 1, 3)]
