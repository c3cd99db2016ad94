"""From a word as typed to the words it may stand for: regular inflections and slips."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator
from itertools import groupby

_VOWELS = frozenset("aeiou")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
SHORTEST_SLIP = 4
SHORTEST_TWO_SLIPS = 9
LONGEST_WORD = 24


def plain(text: str) -> str:
    """Bring text to small letters without accents, with straight quotes and single dashes."""
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFKD", text.replace("\u2019", "'").lower())
    return "".join(letter for letter in folded if not unicodedata.combining(letter))


def inflections(word: str) -> tuple[str, ...]:
    """Give the regular English forms of a base word: waxes, waxed, waxing."""
    if len(word) < 2 or not word.isalpha():
        return ()
    last, before = word[-1], word[-2]
    if last == "e":
        return (word + "s", word + "d", word[:-1] + "ing")
    if last == "y" and before not in _VOWELS:
        return (word[:-1] + "ies", word[:-1] + "ied", word + "ing")
    if last in "sxz" or word[-2:] in {"ch", "sh"}:
        return (word + "es", word + "ed", word + "ing")
    forms = (word + "s", word + "ed", word + "ing")
    return (*forms, word + last + "ed", word + last + "ing") if _doubles(word) else forms


def _doubles(word: str) -> bool:
    """Tell whether a last consonant may be doubled: swim, swimming."""
    last = word[-1]
    return (
        len(word) > 2
        and last not in _VOWELS
        and last not in "wxy"
        and word[-2] in _VOWELS
        and word[-3] not in _VOWELS
    )


def bases(word: str, known: Collection[str]) -> tuple[str, ...]:
    """Give the known words of which this one is a form; one written outright comes first."""
    found = [word] if word in known else []
    if word.endswith(("s", "d", "ing")):
        cuts = (word[:-1], word[:-2], word[:-3], word[:-4])
        ends = (word[:-3] + "y", word[:-3] + "e")
        found += [base for base in (*cuts, *ends) if base in known and word in inflections(base)]
    return tuple(dict.fromkeys(found))


class Shelves:
    """All forms of the long words by first letter, so that two slips are found without delay.

    A shelf is filled when it is first needed; filling it twice at once gives the same shelf.
    """

    __slots__ = ("_filled", "_known")

    def __init__(self, known: Collection[str]) -> None:
        """Take the words to sort."""
        self._known = known
        self._filled: dict[str, list[tuple[str, int]]] = {}

    def near(self, word: str) -> list[str]:
        """Give the forms two edits away."""
        bits, size = _bits(word), len(word)
        return sorted(
            other
            for other, letters in self._shelf(word[0])
            if -2 <= len(other) - size <= 2
            and (bits ^ letters).bit_count() <= 4
            and _near(word, other, 2)
        )

    def _shelf(self, first: str) -> list[tuple[str, int]]:
        found = self._filled.get(first)
        if found is None:
            words = [word for word in self._known if word[0] == first and len(word) > 4]
            forms = {form for word in words for form in (word, *inflections(word))}
            long = (form for form in forms if len(form) >= SHORTEST_TWO_SLIPS - 2)
            found = self._filled[first] = [(form, _bits(form)) for form in long]
        return found


def slips(word: str, known: Collection[str], shelves: Shelves) -> list[str]:
    """Give the forms that a misspelt word may be: one edit away, or two from 9 letters.

    Of 4 letters only swapped, doubled and lost ones count. The first letter is taken as right:
    a slip there is rare, and the guess would be wide.
    """
    if not SHORTEST_SLIP <= len(word) <= LONGEST_WORD or not word.isalpha():
        return []
    edits = _edits(word) if len(word) > SHORTEST_SLIP else _light_edits(word)
    near = sorted({o for o in edits if o in known or (o[-1] in "sdg" and bases(o, known))})
    return near if near or len(word) < SHORTEST_TWO_SLIPS else shelves.near(word)


def same_letters(word: str, other: str) -> bool:
    """Tell whether two words differ only by swapped or doubled letters: suana, saunna."""
    single = ["".join(k for k, _ in groupby(each)) for each in (word, other)]
    return sorted(word) == sorted(other) or single[0] == single[1]


def _bits(word: str) -> int:
    return sum(1 << (ord(letter) - 97) for letter in set(word) if "a" <= letter <= "z")


def _edits(word: str) -> Iterator[str]:
    """Give every word one edit away: a letter too many, too few, changed or swapped."""
    for cut in range(1, len(word) + 1):
        head, tail = word[:cut], word[cut:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in _LETTERS:
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]


def _light_edits(word: str) -> Iterator[str]:
    for cut in range(1, len(word) + 1):
        head, tail = word[:cut], word[cut:]
        if tail and tail[0] == head[-1]:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        yield from (head + letter + tail for letter in _LETTERS)


def _near(one: str, other: str, most: int) -> bool:
    """Tell whether two words are at most so many edits and swaps apart."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        last, row = row, [i]
        for j, wanted in enumerate(other, 1):
            best = min(row[-1] + 1, last[j] + 1, last[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                best = min(best, before[j - 2] + 1)
            row.append(best)
        if min(row) > most:
            return False
        before = last
    return row[-1] <= most
