"""How hard a text is to read: words a sentence and syllables a word, as a school grade.

The grade is that of Flesch and Kincaid (1975): 0.39 × words a sentence + 11.8 × syllables a word
- 15.59. A reader of grade 4 is about 9 to 10 years old. Syllables are counted by groups of vowels,
which is right for most English words.
"""

import re
from collections.abc import Iterable

WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?|\d+")
SENTENCE = re.compile(r"(?<=[.!?])\s+")
VOWELS = re.compile(r"[aeiouy]+")
# An e that is not spoken: that of care, times and washed, not that of little, sponges and treated.
SILENT = re.compile(
    r"(?<=[^aeiouyl])e$|(?<=[aeiouy]l)e$|(?<=[^aeiouysxzcghl])es$|(?<=[aeiouy]l)es$"
    r"|(?<=[^aeiouytd])ed$"
)


def sentences(text: str) -> list[str]:
    return [part for part in SENTENCE.split(text) if WORD.search(part)]


def words(text: str) -> list[str]:
    return WORD.findall(text)


def syllables(word: str) -> int:
    if word.isdigit():
        return 1 if len(word) == 1 else 2
    small = re.sub(r"['’].*", "", word.lower())
    return max(1, len(VOWELS.findall(SILENT.sub("", small))))


def grade(texts: Iterable[str]) -> float:
    """Give the school grade of some texts, each of which ends its last sentence."""
    parts = [sentence for text in texts for sentence in sentences(text)]
    found = [word for part in parts for word in words(part)]
    spoken = sum(map(syllables, found))
    return 0.39 * len(found) / len(parts) + 11.8 * spoken / len(found) - 15.59
