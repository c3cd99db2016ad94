"""One clause of a protocol's text is changed, and everything else stays: order, words, comments.

Every function takes the whole text and gives the whole text. Values are pieces of YAML as they
are to stand: ``avoid: [sauna, steam]``, ``text: {en: "No sauna."}``, ``for: at least 3 days``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import yaml

from aftercare.core.protocol.gaps import has_word_gap

PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
BLOCKS = ("about", "reactions", "risks", "agreements", "advice", "stops", "red-flags")


class Found(NamedTuple):
    """A clause in the text: its block, its id, its node, and the sequence it stands in."""

    block: str
    id: str
    node: yaml.MappingNode
    among: yaml.CollectionNode


def place_of(found: Found) -> str:
    """Give a clause's path as the check names it: ``advice[2]``, ``contact.concern``."""
    if found.block in {"contact", "questions"}:
        return "contact.concern" if found.block == "contact" else found.block
    block = "treatment.about" if found.block == "about" else found.block
    return f"{block}[{found.among.value.index(found.node)}]"


def quoted(words: str) -> str:
    """Write words as they are safe in YAML, on one line."""
    return json.dumps(" ".join(words.split()), ensure_ascii=False)


def text_of(words: Mapping[str, str]) -> str:
    """Write words by language, as a clause's ``text`` takes them; a language without any goes."""
    said = ", ".join(f"{lang}: {quoted(each)}" for lang, each in words.items() if each)
    return f"{{{said}}}"


def clauses(text: str) -> list[Found]:
    """Give every clause in the order of the text."""
    root = yaml.compose(text, Loader=PARSER)
    return list(_clauses(root)) if isinstance(root, yaml.MappingNode) else []


def _clauses(mapping: yaml.MappingNode) -> Iterator[Found]:
    for key, value in mapping.value:
        if isinstance(value, yaml.MappingNode) and key.value in {"treatment", "contact"}:
            yield from _clauses(value)
        elif isinstance(value, yaml.MappingNode) and key.value == "concern":
            yield Found("contact", "concern", value, value)
        elif isinstance(value, yaml.SequenceNode) and key.value in BLOCKS:
            yield from _listed(value, key.value)


def _listed(among: yaml.SequenceNode, block: str) -> Iterator[Found]:
    for node in among.value:
        named = _values(node).get("id") if isinstance(node, yaml.MappingNode) else None
        if isinstance(named, yaml.ScalarNode):
            yield Found(block, named.value, node, among)


def rows(text: str) -> list[Found]:
    """Give the rows of the triage table in order, and the questions; their ids hold a dot."""
    root = yaml.compose(text, Loader=PARSER)
    blocks = _values(root) if isinstance(root, yaml.MappingNode) else {}
    table, asked = blocks.get("triage"), blocks.get("questions")
    listed = _listed(table, "triage") if isinstance(table, yaml.SequenceNode) else ()
    found = [each._replace(id=f"triage.{each.id}") for each in listed]
    if isinstance(asked, yaml.MappingNode):
        found.append(Found("questions", "questions.asked", asked, asked))
    return found


def _values(node: yaml.MappingNode) -> dict[str, yaml.Node]:
    return {key.value: value for key, value in node.value}


def fields(text: str, id_: str) -> dict[str, str]:
    """Give a clause's fields as they are written; nothing where there is no such clause."""
    found = find(text, id_)
    return written(text, found) if found else {}


def written(text: str, found: Found) -> dict[str, str]:
    """Give the fields of a clause that was found in this text, as they are written."""
    return {k: text[v.start_mark.index : end_of(text, v)] for k, v in _values(found.node).items()}


def said(found: Found) -> dict[str, Any]:
    """Give the fields of a clause as mappings, lists and words."""
    return {key: _plain(value) for key, value in _values(found.node).items()}


def plain(text: str) -> Any:
    """Read YAML as mappings, lists and words: what looks like a number or a date stays words."""
    node = yaml.compose(text, Loader=PARSER)
    return _plain(node) if node else None


def _plain(node: yaml.Node) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {key.value: _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(each) for each in node.value]
    return node.value


def find(text: str, id_: str) -> Found | None:
    """Give the clause or the row of this id; nothing where there is none."""
    found = rows(text) if "." in id_ else clauses(text)
    return next((each for each in found if each.id == id_), None)


def end_of(text: str, node: yaml.Node) -> int:
    """Give where a node's own words end: a block's end mark lies behind the comments after it."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return end_of(text, last[1] if isinstance(last, tuple) else last)
    end = int(node.end_mark.index)  # behind the line, where words are folded
    return end if end == node.start_mark.index else len(text[:end].rstrip())


def changed(text: str, id_: str, given: Mapping[str, str]) -> str:
    """Give a clause other values; an empty value takes a field away, others stay as they are."""
    found = find(text, id_)
    if found is None:
        return text
    if found.node.flow_style:
        kept = {**fields(text, id_), **given}
        inside = ", ".join(f"{name}: {value}" for name, value in kept.items() if value)
        return _spliced(
            text, found.node.start_mark.index, end_of(text, found.node), f"{{{inside}}}"
        )
    return _in_place(text, found.node, given)


def _in_place(text: str, node: yaml.MappingNode, given: Mapping[str, str]) -> str:
    """Change from the last field to the first, so that the places before it still hold."""
    indent = " " * node.start_mark.column
    known = _values(node)
    fresh = "".join(f"\n{indent}{n}: {v}" for n, v in given.items() if v and n not in known)
    place = _line_end(text, end_of(text, node))
    text = _spliced(text, place, place, fresh)
    for key, value in reversed(node.value):
        written = given.get(key.value)
        if written is None:
            continue
        begin, end = key.start_mark.index, end_of(text, value)
        if written:
            text = _spliced(text, key.end_mark.index + 1, end, f" {written}")
        else:
            text = _spliced(text, text.rfind("\n", 0, begin), _line_end(text, end), "")
    return text


def removed(text: str, id_: str) -> str:
    """Take a clause out, with the comment on its own lines."""
    found = find(text, id_)
    if found is None:
        return text
    if len(found.among.value) == 1:
        begin = text.rfind(":", 0, found.among.start_mark.index) + 1
        return _spliced(text, begin, _line_end(text, end_of(text, found.node)), " []")
    begin = text.rfind("\n", 0, found.node.start_mark.index)
    return _spliced(text, begin, _line_end(text, end_of(text, found.node)), "")


def added(text: str, block: str, given: Mapping[str, str]) -> str:
    """Add a clause as the last one of its block."""
    found = [*clauses(text), *rows(text)]
    beside = next((each for each in reversed(found) if each.block == block), None)
    if beside is None:
        return _begun(text, block, given)
    column = beside.among.start_mark.column if not beside.among.flow_style else 2
    place = _line_end(text, end_of(text, beside.node))
    return _spliced(text, place, place, "\n" + _written(given, column))


def moved(text: str, id_: str, by: int) -> str:
    """Change places with the one before (-1) or behind (1); the first and the last stay."""
    found = find(text, id_)
    if found is None:
        return text
    place = found.among.value.index(found.node)
    other = place + by
    if not 0 <= other < len(found.among.value):
        return text
    first, second = (found.among.value[each] for each in sorted((place, other)))
    (a, b), (c, d) = ((n.start_mark.index, end_of(text, n)) for n in (first, second))
    return text[:a] + text[c:d] + text[b:c] + text[a:b] + text[d:]


def copied(text: str, id_: str, new: str) -> str:
    """Put a copy behind a clause, under another id."""
    found = find(text, id_)
    if found is None:
        return text
    named = _values(found.node)["id"]
    begin, end = found.node.start_mark.index, end_of(text, found.node)
    twin = f"{text[begin : named.start_mark.index]}{new}{text[named.end_mark.index : end]}"
    place = _line_end(text, end)
    return _spliced(text, place, place, f"\n{' ' * found.among.start_mark.column}- {twin}")


def _begun(text: str, block: str, given: Mapping[str, str]) -> str:
    """Begin a block that has no clause yet."""
    root = yaml.compose(text, Loader=PARSER)
    for key, value in root.value if isinstance(root, yaml.MappingNode) else ():
        if key.value == block:
            clause = f"\n{_written(given, key.start_mark.column + 2)}"
            return _spliced(text, key.end_mark.index + 1, end_of(text, value), clause)
    return f"{text.rstrip()}\n{block}:\n{_written(given, 2)}\n"


def _written(given: Mapping[str, str], column: int) -> str:
    indent = " " * column
    lines = [f"{name}: {value}" for name, value in given.items() if value]
    return f"{indent}- " + f"\n{indent}  ".join(lines)


def set_aside(text: str, number: int, reason: str) -> str:
    """Say why a sentence of the leaflet needs no clause; an empty reason takes that back."""
    root = yaml.compose(text, Loader=PARSER)
    leaflet = _values(root).get("leaflet") if isinstance(root, yaml.MappingNode) else None
    if not isinstance(leaflet, yaml.MappingNode):
        return text
    spare = _values(leaflet).get("not-needed")
    line = f"{number}: {quoted(reason)}" if reason else ""
    if not isinstance(spare, yaml.MappingNode) or not spare.value:
        indent = " " * leaflet.start_mark.column
        place = _line_end(text, end_of(text, leaflet))
        block = f"\n{indent}not-needed:\n{indent}  {line}"
        return _spliced(text, place, place, block) if line else text
    return _aside(text, spare, str(number), line)


def _aside(text: str, spare: yaml.MappingNode, number: str, line: str) -> str:
    for key, value in spare.value:
        if key.value == number:
            begin, end = key.start_mark.index, end_of(text, value)
            if line:
                return _spliced(text, begin, end, line)
            if len(spare.value) == 1:
                begin = text.rfind("not-needed", 0, begin)
            return _spliced(text, text.rfind("\n", 0, begin), _line_end(text, end), "")
    place = _line_end(text, end_of(text, spare))
    return (
        _spliced(text, place, place, f"\n{' ' * spare.start_mark.column}{line}") if line else text
    )


class Gap(NamedTuple):
    """Words that are still to be written: where they stand, and what stands there now."""

    path: str
    words: str
    begin: int
    end: int


def gaps(text: str) -> list[Gap]:
    """Give every gap marked TODO in no clause or row: a title, how a symptom is asked for."""
    root = yaml.compose(text, Loader=PARSER)
    pieces = [*clauses(text), *rows(text)]
    inside = [(each.node.start_mark.index, each.node.end_mark.index) for each in pieces]
    found = _gaps(text, root, ()) if isinstance(root, yaml.MappingNode) else ()
    return [gap for gap in found if not any(b <= gap.begin < e for b, e in inside)]


def _gaps(text: str, node: yaml.Node, path: tuple[str, ...]) -> Iterator[Gap]:
    if isinstance(node, yaml.ScalarNode) and has_word_gap(node.value):
        yield Gap(" › ".join(path), node.value, node.start_mark.index, end_of(text, node))
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _gaps(text, value, (*path, str(key.value)))
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value, 1):
            yield from _gaps(text, value, (*path, str(number)))


def filled(text: str, given: Mapping[str, str]) -> str:
    """Write words into gaps, each by its path; a gap without words stays."""
    for gap in reversed(gaps(text)):
        if words := given.get(gap.path, "").strip():
            text = _spliced(text, gap.begin, gap.end, quoted(words))
    return text


def titled(text: str, name: str, title: str, language: str) -> str:
    """Give a protocol its name and its title."""
    root = yaml.compose(text, Loader=PARSER)
    if not isinstance(root, yaml.MappingNode):
        return text
    given = {"id": name, "title": text_of({language: title})}
    return _in_place(text, root, given)


def _line_end(text: str, place: int) -> int:
    """Give the end of the line that a place is on: a comment behind a value goes with it."""
    found = text.find("\n", place)
    return len(text) if found < 0 else found


def _spliced(text: str, begin: int, end: int, new: str) -> str:
    return text[:begin] + new + text[end:]
