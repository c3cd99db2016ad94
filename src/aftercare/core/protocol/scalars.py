"""The words that a protocol's fields may hold: each knows how to be read and its schema."""

from __future__ import annotations

import re
from typing import Any, ClassVar
from unicodedata import category

from msgspec import Struct

from aftercare.core.problems import Unreadable

SEVERITIES = ("none", "mild", "moderate", "severe")
_NAME = r"[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*"
_LONGEST_TEXT = 600


class Name(str):
    """An identifier: small letters, digits, and - or _ between them."""

    __slots__ = ()

    SCHEMA: ClassVar[dict[str, Any]] = {"type": "string", "pattern": f"^{_NAME}$"}

    @classmethod
    def read(cls, text: str) -> Name:
        """Read a name, or say which letters it may have."""
        if not re.fullmatch(_NAME, text) or len(text) > 60:
            message = f"`{text[:80]}` is not a name."
            raise Unreadable(message, "Use small letters, digits, - and _, letters first.")
        return cls(text)


class Lang(str):
    """A language tag such as ``en`` or ``pt-BR``."""

    __slots__ = ()

    SCHEMA: ClassVar[dict[str, Any]] = {"type": "string", "pattern": "^[a-z]{2,3}(-[A-Z]{2})?$"}

    @classmethod
    def read(cls, text: str) -> Lang:
        """Read a language tag."""
        if not re.fullmatch(r"[a-z]{2,3}(-[A-Z]{2})?", text):
            message = f"`{text[:40]}` is not a language."
            remedy = "Write a tag such as `en`; inside { } put words with a comma in quotes."
            raise Unreadable(message, remedy)
        return cls(text)


class Phrase(str):
    """Words that a person reads; never empty."""

    __slots__ = ()

    SCHEMA: ClassVar[dict[str, Any]] = {
        "type": ["string", "number", "boolean"],
        "minLength": 1,
        "maxLength": 600,
    }

    @classmethod
    def read(cls, text: str) -> Phrase:
        """Read words, with runs of white space made one space."""
        words = " ".join(text.split())
        if any(category(letter) == "Cc" for letter in words):
            raise Unreadable("A control character stands here.", "Write plain words.")
        if not words or len(words) > _LONGEST_TEXT:
            message = "There are no words here." if not words else "This text is very long."
            raise Unreadable(message, f"Write 1 to {_LONGEST_TEXT} letters.")
        return cls(words)


class Phrases(tuple[str, ...]):
    """Words and phrases with commas between them."""

    __slots__ = ()

    SCHEMA: ClassVar[dict[str, Any]] = {"type": "string", "minLength": 1}

    @classmethod
    def read(cls, text: str) -> Phrases:
        """Read phrases; one that stands twice counts once."""
        found = dict.fromkeys(phrase.strip() for phrase in text.split(","))
        if "" in found:
            message = "A phrase between two commas is empty."
            raise Unreadable(message, "Write `sauna, steam room`, with one comma between two.")
        return cls(found)


class Count(int):
    """A whole number from 1."""

    SCHEMA: ClassVar[dict[str, Any]] = {"type": "integer", "minimum": 1, "maximum": 99_999}

    @classmethod
    def read(cls, text: str) -> Count:
        """Read a whole number from 1 to 99,999."""
        if not re.fullmatch(r"[1-9][0-9]{0,4}", text):
            message = f"`{text[:40]}` is not a whole number from 1."
            raise Unreadable(message, "Write digits only, such as `4`.")
        return cls(text)


class Day(int):
    """A day of aftercare; 0 is the day of the treatment."""

    SCHEMA: ClassVar[dict[str, Any]] = {"type": "integer", "minimum": 0, "maximum": 366}

    @classmethod
    def read(cls, text: str) -> Day:
        """Read a day from 0 to 366."""
        if not re.fullmatch(r"[0-9]{1,3}", text) or int(text) > 366:
            message = f"`{text[:40]}` is not a day."
            raise Unreadable(message, "Write a day from 0 to 366; 0 is the treatment's day.")
        return cls(text)


class YesNo(int):
    """``yes`` or ``no``, also written ``true`` or ``false``."""

    SCHEMA: ClassVar[dict[str, Any]] = {
        "anyOf": [{"type": "boolean"}, {"type": "string", "enum": ["yes", "no"]}]
    }

    @classmethod
    def read(cls, text: str) -> YesNo:
        """Read yes or no."""
        if text not in {"yes", "no", "true", "false"}:
            raise Unreadable(f"`{text[:40]}` is neither yes nor no.", "Write `yes` or `no`.")
        return cls(text in {"yes", "true"})


class FactValue(str):
    """A value of a fact: ``yes``, ``4``, ``4 to 6`` or an option's name."""

    __slots__ = ()

    SCHEMA: ClassVar[dict[str, Any]] = {"type": ["string", "integer", "boolean"]}

    @classmethod
    def read(cls, text: str) -> FactValue:
        """Read a value; whether the fact can have it is checked where facts are known."""
        if not re.fullmatch(r"[a-z0-9][a-z0-9 _-]{0,60}", text):
            message = f"`{text[:60]}` is not a value of a fact."
            raise Unreadable(message, "Write `yes`, `4 to 6` or an option's name.")
        return cls({"true": "yes", "false": "no"}.get(text, text))


class Source(str):
    """Where a clause comes from: a sentence's number in the leaflet, or a citation."""

    __slots__ = ()

    SCHEMA: ClassVar[dict[str, Any]] = {
        "anyOf": [
            {"type": "integer", "minimum": 1, "maximum": 9_999},
            {"type": "string", "pattern": "^([1-9][0-9]{0,3}|[^0-9].{7,399})$"},
        ]
    }

    @classmethod
    def read(cls, text: str) -> Source:
        """Read a number, or a citation of at least a few words."""
        words = " ".join(text.split())
        number = re.fullmatch(r"[1-9][0-9]{0,3}", words)
        if not number and (len(words) < 8 or words[0].isdigit() or len(words) > 400):
            message = f"`{words[:60]}` is neither a sentence's number nor a citation."
            raise Unreadable(message, "Write numbers (`[3, 5]`) or title, date and address.")
        return cls(words)

    @property
    def number(self) -> int | None:
        """The sentence's number, or nothing for a citation."""
        return int(self) if self.isdigit() else None


class Hash(str):
    """A SHA-256 in hexadecimal."""

    __slots__ = ()
    SCHEMA: ClassVar[dict[str, Any]] = {"type": "string", "pattern": "^[0-9a-f]{64}$"}

    @classmethod
    def read(cls, text: str) -> Hash:
        """Read 64 hexadecimal digits."""
        if not re.fullmatch(r"[0-9a-f]{64}", text):
            message = f"`{text[:40]}` is not a SHA-256."
            raise Unreadable(message, "Write its 64 digits, 0 to 9 and a to f.")
        return cls(text)


class Severities(Struct, frozen=True):
    """A range of severities, as ``mild``, ``moderate or less`` or ``mild or worse``."""

    least: int
    most: int
    written: str

    SCHEMA: ClassVar[dict[str, Any]] = {
        "type": "string",
        "pattern": "^((mild|moderate)( or (worse|less))?|severe( or less)?)$",
    }

    @classmethod
    def read(cls, text: str) -> Severities:
        """Read a severity or an open range of them; ``none`` is never part of it."""
        word, _, rest = text.partition(" or ")
        known = word in SEVERITIES[1:] and (rest in {"worse", "less"} or " or " not in text)
        if not known or text == "severe or worse":
            message = f"`{text[:60]}` is not a severity."
            raise Unreadable(
                message, "Write `mild`, `moderate or less`, `mild or worse`, `severe`."
            )
        level = SEVERITIES.index(word)
        least = 1 if rest == "less" else level
        return cls(least, 3 if rest == "worse" else level, text)


ANY_SEVERITY = Severities(1, 3, "mild or worse")
