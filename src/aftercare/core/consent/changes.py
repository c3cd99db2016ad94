"""What is not the same in two texts of a consent, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from aftercare.core.consent.text import ConsentText, Paragraph

_Key = tuple[str, str, int]


class Changed(Struct, frozen=True):
    """One sentence under its title: ``before`` is empty where it is new, ``after`` where gone."""

    title: str
    before: str
    after: str


def changes(old: ConsentText, new: ConsentText) -> list[Changed]:
    """Give what was changed, added and taken away, in the order of the new text."""
    before, after = dict(_sentences(old)), dict(_sentences(new))
    found = [
        Changed(title, before[key][1] if key in before else "", words)
        for key, (title, words) in after.items()
        if key not in before or before[key][1] != words
    ]
    gone = [Changed(title, words, "") for key, (title, words) in before.items() if key not in after]
    return found + gone


def _sentences(text: ConsentText) -> Iterator[tuple[_Key, tuple[str, str]]]:
    """Name each paragraph by its clause, and its place among those of that clause.

    What is agreed to, and one without a clause, is named by its topic too: a clause may have
    changed its topic between two texts.
    """
    topics = [(section.id, section.title, section.paragraphs) for section in text.sections]
    topics.append(("agreements", "What you agree to", text.agreements))
    topics.append(("permissions", "What you may allow", text.permissions))
    for topic, title, paragraphs in topics:
        for i, paragraph in enumerate(paragraphs):
            moves = paragraph.clause and topic not in _AGREED
            key = "" if moves else topic, paragraph.clause, _place(paragraphs, paragraph, i)
            yield key, (title, paragraph.text)


_AGREED = ("agreements", "permissions")


def _place(paragraphs: tuple[Paragraph, ...], paragraph: Paragraph, i: int) -> int:
    return sum(each.clause == paragraph.clause for each in paragraphs[:i])
