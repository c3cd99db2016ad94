"""The words of a protocol beside those of another language; a translation changes only itself."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping

import yaml
from msgspec import Struct

from aftercare.core.protocol.edit import PARSER, end_of, text_of

_LANGUAGE = re.compile(r"[a-z]{2}(?:-[A-Z]{2})?")


class Spoken(Struct, frozen=True):
    """Words by language, and where they stand: a path such as ``advice › no-heat › text``."""

    path: str
    words: Mapping[str, str]
    begin: int
    end: int


def spoken(text: str) -> list[Spoken]:
    """Give everything that a patient may read, in the order of the text."""
    root = yaml.compose(text, Loader=PARSER)
    return list(_spoken(text, root, ())) if isinstance(root, yaml.MappingNode) else []


def _spoken(text: str, node: yaml.Node, path: tuple[str, ...]) -> Iterator[Spoken]:
    if isinstance(node, yaml.SequenceNode):
        for number, each in enumerate(node.value, 1):
            yield from _spoken(text, each, (*path, _name(each) or str(number)))
    if not isinstance(node, yaml.MappingNode):
        return
    for key, value in node.value:
        place = (*path, str(key.value))
        if isinstance(value, yaml.MappingNode) and _is_words(value):
            words = {each.value: " ".join(said.value.split()) for each, said in value.value}
            yield Spoken(" › ".join(place), words, key.end_mark.index + 1, end_of(text, value))
        else:
            yield from _spoken(text, value, place)


def _is_words(node: yaml.MappingNode) -> bool:
    return bool(node.value) and all(
        isinstance(said, yaml.ScalarNode) and _LANGUAGE.fullmatch(str(key.value))
        for key, said in node.value
    )


def _name(node: yaml.Node) -> str:
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((str(value.value) for key, value in pairs if key.value == "id"), "")


def languages(text: str, own: str) -> list[str]:
    """Name the languages besides its own in which something is said."""
    found = {lang for each in spoken(text) for lang in each.words}
    return sorted(found - {own})


def translated(text: str, language: str, given: Mapping[str, str]) -> str:
    """Write words of one language, each by its path; empty ones take a translation away."""
    for each in reversed(spoken(text)):
        if each.path not in given or given[each.path].strip() == each.words.get(language, ""):
            continue
        words = {**each.words, language: given[each.path].strip()}
        text = f"{text[: each.begin]} {text_of(words)}{text[each.end :]}"
    return text


def fingerprint(text: str, language: str, own: str) -> str:
    """Give the SHA-256 of a translation with its originals: who has checked it has checked this."""
    pairs = [
        f"{each.path}\n{each.words.get(own, '')}\n{each.words.get(language, '')}"
        for each in spoken(text)
    ]
    return hashlib.sha256("\n\n".join(pairs).encode()).hexdigest()
