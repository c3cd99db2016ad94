"""YAML bytes -> a tree of nodes that know their place; every scalar stays text.

PyYAML would read ``9:30`` as 570 and ``NO`` as false, so its events are used and nothing else.
What a protocol never needs (aliases, anchors, tags, duplicates, deep nesting) is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml
from msgspec import Struct

from aftercare.core.problems import Place, Problem

LARGEST = 1_000_000  # bytes; the shipped protocol has about 40,000
DEEPEST = 12
MOST_NODES = 60_000
MOST_PROBLEMS = 100

_BREAKS = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Scalar(Struct, frozen=True):
    """A piece of text and where it stands."""

    text: str
    place: Place


class Sequence(Struct, frozen=True):
    """Nodes in order."""

    items: tuple[Node, ...]
    place: Place


class Mapping(Struct, frozen=True):
    """Keys with their nodes, in the order of the file."""

    items: tuple[tuple[Scalar, Node], ...]
    place: Place


Node = Scalar | Sequence | Mapping


class Refused(Exception):  # noqa: N818 - the outcome of a refusal, caught in ``read_nodes``
    """Reading stops here: nothing after it can be trusted."""

    def __init__(self, problem: Problem) -> None:
        """Carry the problem out of the recursion."""
        super().__init__(problem.message)
        self.problem = problem


def read_nodes(data: bytes, file: str) -> tuple[Node | None, list[Problem]]:
    """Read one YAML document; the node is ``None`` where the text cannot be trusted."""
    try:
        text = _decode(data, file)
        composer = _Composer(text, file)
        node: Node = composer.document()
    except Refused as refused:
        return None, [refused.problem]
    return node, composer.problems[:MOST_PROBLEMS]


def _decode(data: bytes, file: str) -> str:
    if len(data) > LARGEST:
        message = (
            f"The file is larger than {LARGEST:,} bytes; a protocol has a few tens of thousands."
        )
        raise Refused(_at_start("P002", message, "Check that this is the right file.", file))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        start = data.rfind(b"\n", 0, fault.start) + 1
        column = len(data[start : fault.start].decode("utf-8", "replace")) + 1
        place = Place(file, line, column)
        message = f"Byte {fault.start} is not UTF-8."
        raise Refused(Problem("P001", message, "Save the file as UTF-8.", place)) from None


def _at_start(code: str, message: str, remedy: str, file: str) -> Problem:
    return Problem(code, message, remedy, Place(file, 1, 1))


class _Composer:
    """Builds the tree from parser events, counting depth and nodes as it goes."""

    def __init__(self, text: str, file: str) -> None:
        self.file = file
        self.text = text
        self.lines = _BREAKS.split(text)
        self.problems: list[Problem] = []
        self.count = 0
        self.events: Iterator[yaml.Event] = self._parse(text)

    def _parse(self, text: str) -> Iterator[yaml.Event]:
        try:
            yield from yaml.parse(text, Loader=_PARSER)
        except yaml.reader.ReaderError as fault:
            raise Refused(self._character(fault)) from None
        except yaml.MarkedYAMLError as fault:
            raise Refused(self._syntax(fault)) from None
        except (RecursionError, ValueError, yaml.YAMLError):
            message = "The file is not readable as YAML."
            raise Refused(_at_start("P003", message, "See the example file.", self.file)) from None

    def _character(self, fault: yaml.reader.ReaderError) -> Problem:
        before = _BREAKS.split(self.text[: fault.position])
        place = self._place(len(before) - 1, len(before[-1]))
        message = f"The character {fault.character!r} is not allowed in YAML."
        return Problem("P003", message, "Remove it; control characters have no place here.", place)

    def _syntax(self, fault: yaml.MarkedYAMLError) -> Problem:
        mark = fault.problem_mark or fault.context_mark
        place = self._place(mark.line, mark.column) if mark else Place(self.file, 1, 1)
        message = f"This is not readable as YAML: {fault.problem or fault.context}."
        remedy = "Look at the spaces before this line, and put words with : or # in quotes."
        if "\t" in place.excerpt[: place.column]:
            message, remedy = "A tab stands here.", "YAML wants spaces at the start of a line."
        return Problem("P003", message, remedy, place)

    def _place(self, line: int, column: int, width: int = 1) -> Place:
        excerpt = self.lines[line][:200] if line < len(self.lines) else ""
        return Place(self.file, line + 1, column + 1, max(1, width), excerpt)

    def _of(self, event: yaml.Event) -> Place:
        start, end = event.start_mark, event.end_mark
        if start is None or end is None:
            return Place(self.file, 1, 1)
        width = end.column - start.column if end.line == start.line else 1
        return self._place(start.line, start.column, width)

    def document(self) -> Node:
        next(self.events)  # the stream's start
        if isinstance(next(self.events), yaml.StreamEndEvent):
            problem = _at_start("P007", "The file is empty.", "Start with `format:`.", self.file)
            raise Refused(problem)
        node = self._node(next(self.events), 0)
        next(self.events)  # the document's end
        if not isinstance(next(self.events), yaml.StreamEndEvent):
            message = "The file holds more than one document."
            raise Refused(_at_start("P007", message, "Remove the lines `---`.", self.file))
        return node

    def _node(self, event: yaml.Event, depth: int) -> Node:
        place = self._of(event)
        self.count += 1
        if depth > DEEPEST or self.count > MOST_NODES:
            message = "The file is nested too deeply or has too many parts."
            raise Refused(Problem("P006", message, "A protocol needs few levels.", place))
        self._refuse_extras(event, place)
        if isinstance(event, yaml.SequenceStartEvent):
            return Sequence(tuple(self._items(depth)), place)
        if isinstance(event, yaml.MappingStartEvent):
            return Mapping(tuple(self._pairs(depth)), place)
        return Scalar(str(getattr(event, "value", "")), place)

    def _refuse_extras(self, event: yaml.Event, place: Place) -> None:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            message = "Aliases and anchors (* and &) are not part of the language."
            raise Refused(Problem("P004", message, "Write the words out here.", place))
        if tag := getattr(event, "tag", None):
            message = f"The tag {tag} is not part of the language."
            raise Refused(Problem("P004", message, "Remove it; text needs no tag.", place))

    def _items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            yield self._node(event, depth + 1)

    def _pairs(self, depth: int) -> Iterator[tuple[Scalar, Node]]:
        seen: dict[str, Place] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            value = self._node(next(self.events), depth + 1)
            if not isinstance(key, Scalar):
                remedy = "Write a plain word before the colon."
                problem = Problem("P003", "A key must be a word.", remedy, key.place)
                self.problems.append(problem)
            elif key.text in seen:
                self.problems.append(_twice(key, seen[key.text]))
            else:
                seen[key.text] = key.place
                yield key, value


def _twice(key: Scalar, first: Place) -> Problem:
    message = f"`{key.text}` stands here a second time; the first is in line {first.line}."
    return Problem("P005", message, "Keep one of the two.", key.place)
