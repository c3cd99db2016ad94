"""How a gap is marked in a protocol: ``TODO: what is missing``, ``TODO (why): words``, ``todo-…``.

A drafted text holds them, the check refuses them (`P503`), and the editor asks what they ask.
"""

from __future__ import annotations

import re

_WORD = re.compile(r"\bTODO\b")
_MARK = re.compile(r"TODO(?: \((?P<asks>[^)]*)\))?(?:: ?|$)")
_READING = re.compile(r"TODO \([^)]*\): ?")

ACTIVITY = "todo-which-activity"
SYMPTOM = "todo-which-symptom"


def has_gap(written: str) -> bool:
    """Tell whether words, or a piece of YAML, still hold a gap of any kind."""
    return has_word_gap(written) or has_name_gap(written)


def has_word_gap(words: str) -> bool:
    """Tell whether words are marked, whatever stands behind the mark."""
    return _WORD.search(words) is not None


def has_name_gap(written: str) -> bool:
    """Tell whether a name is still to be chosen."""
    return "todo-" in written


def is_unwritten(words: str) -> bool:
    """Tell whether only what is missing is said: nothing of it is for a patient."""
    return words.startswith("TODO:")


def is_unsure(words: str) -> bool:
    """Tell whether words stand there, and only wait for somebody to accept them."""
    return _READING.search(words) is not None


def accepted(words: str) -> str:
    """Take the marks of what was accepted away; what is unwritten stays marked."""
    return _READING.sub("", words)


def bare(words: str) -> str:
    """Give words without a mark."""
    return _MARK.sub("", words)


def asked(words: str) -> str | None:
    """Give what a mark asks: "" where words are to be written, nothing where there is no mark."""
    mark = _MARK.search(words)
    return (mark["asks"] or "") if mark else None


def unwritten(what: str) -> str:
    """Mark what is missing."""
    return f"TODO: {what}"


def unsure(why: str, words: str) -> str:
    """Mark words that somebody has to look at."""
    return f"TODO ({why}): {words}"
