"""The text that is agreed to: one topic a page, each sentence with the clause it comes from.

It is rendered once, when a consent is prepared, and kept as it was shown. Its hash is that of
its canonical bytes, so that a signature names exactly these words.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

import msgspec
from msgspec import Struct

from aftercare.core.protocol.model import Advice, Protocol, Reaction, Text, say

PERMISSIONS = {
    "photographs": "{clinic} may take photographs of the treated skin and keep them in my record.",
    "messages": "{clinic} may send me messages about my aftercare.",
    "marketing": "{clinic} may tell me about other treatments and offers.",
}
"""Separate and optional: refusing one changes nothing about the treatment."""

_CHOICES = (
    "You do not have to have this treatment. Doing nothing is a choice too.",
    "You can wait, and ask for more time.",
    "You can change your mind at any time, also after you have signed.",
)

_CLOSING = "\"'”’»)"
_ENDS = (".", "!", "?", "…", "؟", "。")


class Paragraph(Struct, frozen=True):
    """One sentence or more, with the clause it comes from (empty: the form's own words)."""

    text: str
    clause: str = ""


class Section(Struct, frozen=True):
    """One topic: a page of the consent."""

    id: str
    title: str
    paragraphs: tuple[Paragraph, ...]


class ConsentText(Struct, frozen=True):
    """Everything that is read and agreed to, in one language."""

    protocol: str
    version: int
    protocol_sha256: str
    language: str
    title: str
    clinic: str
    sections: tuple[Section, ...]
    agreements: tuple[Paragraph, ...]
    permissions: tuple[Paragraph, ...]


def consent_text(protocol: Protocol, sha256: str, clinic: str, language: str) -> ConsentText:
    """Render a protocol's consent in a language; what is not translated falls back."""
    return ConsentText(
        str(protocol.id),
        int(protocol.version),
        sha256,
        language,
        say(protocol.title, language),
        clinic,
        tuple(_sections(protocol, language)),
        _agreements(protocol, language, optional=False),
        _agreements(protocol, language, optional=True) + _permissions(clinic),
    )


def _agreements(protocol: Protocol, lang: str, *, optional: bool) -> tuple[Paragraph, ...]:
    wanted = (a for a in protocol.agreements if bool(a.optional) == optional)
    return tuple(Paragraph(say(a.text, lang), str(a.id)) for a in wanted)


def _permissions(clinic: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(words.format(clinic=clinic), key) for key, words in PERMISSIONS.items())


def canonical(text: ConsentText) -> bytes:
    """Give the bytes that are kept and hashed: JSON with its keys in order."""
    return msgspec.json.encode(text, order="deterministic")


def read_text(data: bytes) -> ConsentText:
    """Read kept bytes back, whatever has changed in the software since."""
    return msgspec.json.decode(data, type=ConsentText)


def fingerprint(data: bytes) -> str:
    """Give the SHA-256 of the kept bytes, as 64 hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def _sections(protocol: Protocol, lang: str) -> Iterator[Section]:
    about = tuple(Paragraph(say(a.text, lang), str(a.id)) for a in protocol.treatment.about)
    yield Section("treatment", "What the treatment is", about)
    expect = tuple(_reaction(reaction, lang) for reaction in protocol.reactions)
    yield Section("expect", "What to expect", expect)
    risks = tuple(Paragraph(say(r.text, lang), str(r.id)) for r in protocol.risks)
    yield Section("risks", "What can go wrong", risks)
    yield from _afterwards(protocol, lang)
    yield Section("choices", "Your other choices", tuple(map(Paragraph, _CHOICES)))
    yield Section("help", "When to ask for help", tuple(_help(protocol, lang)))


def _afterwards(protocol: Protocol, lang: str) -> Iterator[Section]:
    """What is forbidden has a topic of its own: a leaflet's list may just say `Swimming`."""
    for id_, title, forbids in _AFTERWARDS:
        found = [each for each in protocol.advice if (each.verb == "avoid") == forbids]
        if found:
            yield Section(id_, title, tuple(_advice(each, protocol, lang) for each in found))


_AFTERWARDS = (
    ("avoid", "What to avoid afterwards, and until when", True),
    ("advice", "What to do afterwards", False),
)


def _reaction(reaction: Reaction, lang: str) -> Paragraph:
    words, usually, longer = say(reaction.text, lang), reaction.usually, reaction.longer_for_some
    some = f", for some {longer.written}" if longer else ""
    told = f" Usually {usually.written}{some}." if usually else ""
    said = usually and not longer and _says(words, usually.written)
    return Paragraph(_sentence(words) + ("" if said else told), str(reaction.id))


def _advice(advice: Advice, protocol: Protocol, lang: str) -> Paragraph:
    text = say(advice.text, lang)
    words = [_sentence(text), _how_long(advice, protocol, lang, text)]
    words += [_sentence(say(part, lang)) for part in (advice.exception, advice.because) if part]
    return Paragraph(" ".join(filter(None, words)), str(advice.id))


def _how_long(advice: Advice, protocol: Protocol, lang: str, words: str) -> str:
    """Say from when and until when, unless the clause's own words do."""
    starts = f"From {advice.begins.written} after your treatment. " if advice.begins else ""
    if advice.until is not None:
        until = say(protocol.conditions[advice.until].text, lang)
        usual = f" (usually {advice.usually.written})" if advice.usually else ""
        said = not (starts or usual) and _says(words, until)
        return "" if said else f"{starts}Until {until}{usual}."
    if advice.length is None:
        return starts.strip()
    said = not starts and _says(words, advice.length.written)
    return "" if said else f"{starts}For {advice.length.written}."


def _says(words: str, end: str) -> bool:
    """Tell whether words have an end in them as it is written: `no sun for 2 weeks`."""
    plain = re.escape(end.lower().removeprefix("up to "))
    return re.search(rf"(?<![\w–-]){plain}(?!\w)", words.lower()) is not None


def _sentence(words: str) -> str:
    ended = words.rstrip(_CLOSING).endswith(_ENDS)
    return words if ended else f"{words}."


def _help(protocol: Protocol, lang: str) -> Iterator[Paragraph]:
    contact = protocol.contact
    yield Paragraph(say(contact.concern.text, lang), str(contact.concern.id))
    for flag in protocol.red_flags:
        if flag.decision == "adopted":
            yield Paragraph(say(flag.text, lang), str(flag.id))
    labelled: tuple[tuple[str, Text], ...] = (
        ("", contact.emergency),
        ("When we answer: ", contact.hours),
        ("At other times: ", contact.out_of_hours),
    )
    if contact.phone:
        yield Paragraph(f"Call us: {contact.phone}.", "phone")
    for label, words in labelled:
        if words:
            yield Paragraph(_sentence(label + say(words, lang)), "contact")
