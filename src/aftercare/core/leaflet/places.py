"""Which numbered sentences of a leaflet a stretch of its text lies in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from aftercare.core.leaflet.sentences import sentences


class Places:
    """The sentences of one text, found by offset; white space is what two readings may differ in."""

    def __init__(self, text: str) -> None:
        """Number the text's sentences and count its letters."""
        self.sentences = sentences(text)
        self._letters = [i for i, letter in enumerate(text) if not letter.isspace()]
        self._ends: list[int] = []
        at = 0
        for sentence in self.sentences:
            at += sum(not letter.isspace() for letter in sentence)
            self._ends.append(at)

    def numbers(self, start: int, end: int) -> list[int]:
        """Give the numbers, from 1, of the sentences between two offsets."""
        first = bisect_left(self._letters, start)
        last = max(first, bisect_left(self._letters, end) - 1)
        return list(range(self._at(first), self._at(last) + 1))

    def _at(self, letter: int) -> int:
        return min(bisect_right(self._ends, letter), len(self._ends) - 1) + 1
