"""Plain words: sentences up to 20 words, no jargon, every text in every language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aftercare.core.problems import Problem, listed
from aftercare.core.protocol.gaps import has_word_gap
from aftercare.core.protocol.load import Loaded
from aftercare.core.protocol.model import Protocol, Text, clauses
from aftercare.core.protocol.shape import Path, Piece, fields_of
from aftercare.core.protocol.vocabulary import Vocabulary

MOST_WORDS = 20
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_BRACKETS = re.compile(r"\([^)]*\)")
JARGON = {
    "adverse": "unwanted",
    "analgesic": "painkiller",
    "contraindicated": "not allowed",
    "contraindication": "reason not to treat",
    "depilatory": "hair-removal",
    "dermis": "deeper layer of your skin",
    "ecchymosis": "bruise",
    "edema": "swelling",
    "epidermis": "top layer of your skin",
    "erythema": "redness",
    "exfoliant": "scrub",
    "haematoma": "bruise",
    "hematoma": "bruise",
    "hyperpigmentation": "darker skin",
    "hypopigmentation": "lighter skin",
    "inflammation": "redness and swelling",
    "lesion": "sore",
    "occlusive": "airtight",
    "oedema": "swelling",
    "papule": "small bump",
    "petechiae": "tiny red or purple spots",
    "pruritus": "itching",
    "purpura": "purple spots",
    "sloughing": "peeling",
    "stratum corneum": "top layer of your skin",
    "ulceration": "open sores",
}


def check(loaded: Loaded, _vocabulary: Vocabulary) -> Iterator[Problem]:
    """Find long sentences, jargon that is not explained, gaps, and missing translations."""
    own = str(loaded.protocol.language)
    tags = sorted({own} | {str(tag) for _, text in texts(loaded.protocol) for tag in text})
    for path, text in texts(loaded.protocol):
        missing = [tag for tag in tags if tag not in {str(known) for known in text}]
        yield from _missing(loaded, path, missing, own)
        for tag, words in text.items():
            if has_word_gap(words):
                yield _gap(loaded, (*path, str(tag)))
            if tag == "en":
                yield from _plain(loaded, (*path, str(tag)), str(words))
    for path, written in _reasons(loaded.protocol):
        if has_word_gap(written):
            yield _gap(loaded, path)


def _reasons(protocol: Protocol) -> Iterator[tuple[Path, str]]:
    """Give what no patient reads and a draft may leave open: why a row stands, and sources."""
    for number, row in enumerate(protocol.triage):
        yield ("triage", number, "because"), row.because
    for at, clause in clauses(protocol):
        yield (*at, "source"), " ".join(clause.source)


def texts(piece: Piece, path: Path = ()) -> Iterator[tuple[Path, Text]]:
    """Give every text of a protocol with its path."""
    for key, field in fields_of(type(piece)).items():
        value = getattr(piece, field.attribute)
        if field.kind == Text and value:
            yield (*path, key), value
        else:
            yield from _below(value, (*path, key), field.kind == tuple[Text, ...])


def _below(value: object, path: Path, holds_texts: bool) -> Iterator[tuple[Path, Text]]:
    if isinstance(value, Piece):
        yield from texts(value, path)
    elif isinstance(value, tuple):
        for i, item in enumerate(value):
            if holds_texts:
                yield (*path, i), item
            else:
                yield from _below(item, (*path, i), holds_texts=False)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _below(item, (*path, key), holds_texts=False)


def _missing(loaded: Loaded, path: Path, tags: list[str], own: str) -> Iterator[Problem]:
    if own in tags:
        message = f"This text is missing in `{own}`, the protocol's own language."
        yield loaded.problem("P601", path, message, f"Add `{own}:`.")
    others = [tag for tag in tags if tag != own]
    if others:
        message = f"This text is missing in {listed(others)}."
        remedy = f"Patients will see it in `{own}`, marked as such, until it is translated."
        yield loaded.problem("P602", path, message, remedy, "warning")


def _gap(loaded: Loaded, path: Path) -> Problem:
    message = "A gap is marked TODO here."
    return loaded.problem("P503", path, message, "Decide, write the words, and take TODO out.")


def _plain(loaded: Loaded, path: Path, words: str) -> Iterator[Problem]:
    for sentence in _SENTENCE.split(words):
        count = len(sentence.split())
        if count > MOST_WORDS:
            message = f"A sentence here has {count} words; patients read up to {MOST_WORDS} well."
            yield loaded.problem("P501", path, message, "Make two sentences of it.", "warning")
    bare = _BRACKETS.sub("", words).lower()
    for word, instead in JARGON.items():
        if re.search(rf"\b{word}\b", bare):
            message = f"“{word}” is a word that patients do not use."
            remedy = f"Write “{instead}”; the other word may follow in brackets."
            yield loaded.problem("P502", path, message, remedy, "warning")
