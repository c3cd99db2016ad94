"""What a clinic has decided about one treatment: the types of the protocol language.

The reader, the JSON Schema and the editor's hints all follow from these types; the words
beside a field are its description. ``docs/reference/protocol.md`` shows each in use.
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, get_args

from msgspec import field

from aftercare.core.protocol.length import Length
from aftercare.core.protocol.scalars import (
    ANY_SEVERITY,
    Count,
    Day,
    FactValue,
    Hash,
    Lang,
    Name,
    Phrase,
    Phrases,
    Severities,
    Source,
    YesNo,
)
from aftercare.core.protocol.shape import Piece

Text = dict[Lang, Phrase]
When = dict[Name, tuple[FactValue, ...]]
Level = Literal["expected", "watch", "contact", "urgent"]
LEVELS: tuple[Level, ...] = get_args(Level)
Decision = Literal["offered", "adopted", "declined"]
Verb = Literal["avoid", "do", "careful"]

Id = Annotated[Name, "the clause's name, unique in the protocol; answers and records quote it"]
Words = Annotated[Text, "what the patient reads, by language"]
Sources = Annotated[tuple[Source, ...], "numbers of the leaflet's sentences, or citations"]
Applies = Annotated[When, "only for people with these facts"]
Accepted = Annotated[dict[Name, Phrase], "overlaps with other clauses, and why they stand"]
Symptoms = Annotated[tuple[Name, ...], "the symptoms it is about"]


class Leaflet(Piece, frozen=True, kw_only=True):
    """The document that the protocol covers, sentence by sentence."""

    sentences: Annotated[dict[Count, Phrase], "each sentence's number and gist"]
    sha256: Annotated[Hash, "the leaflet's fingerprint, as `coverage --leaflet` prints it"] = Hash(
        ""
    )
    not_needed: Annotated[dict[Count, Phrase], "sentences no clause carries, and why"] = {}


class Statement(Piece, frozen=True, kw_only=True):
    """Something the patient is told, without a date."""

    id: Id
    text: Words
    source: Sources


class Treatment(Piece, frozen=True, kw_only=True):
    """What the treatment is, and what the practitioner must record of it."""

    about: Annotated[tuple[Statement, ...], "purpose, and how it works"]
    devices: Annotated[tuple[Text, ...], "the devices it is done with"] = ()
    record: Annotated[tuple[Name, ...], "what must be recorded: device, lot, areas …"] = ()


class Stop(Piece, frozen=True, kw_only=True):
    """What must be asked before treating, and what follows when the answer is yes."""

    id: Id
    ask: Annotated[Text, "the question"]
    then: Annotated[Literal["stop", "wait", "ask-prescriber"], "what follows from yes"]
    source: Sources
    decision: Annotated[Decision, "cited additions are `offered` until the clinic decides"]
    decided: Annotated[Phrase, "who decided, and when"] = Phrase("")


class Fact(Piece, frozen=True, kw_only=True):
    """What must be known of a person; "I do not know" is always an answer."""

    kind: Annotated[
        Literal["fitzpatrick", "yes-no-unknown", "areas", "choice"], "what the answer can be"
    ]
    ask: Annotated[Text, "the question"]
    options: Annotated[tuple[Name, ...], "for areas and choice; lowest risk first"] = ()


class Condition(Piece, frozen=True, kw_only=True):
    """A state of the skin that only the patient can report."""

    text: Annotated[Text, "completes `when …`: the redness has gone"]
    closed_by: Annotated[Literal["patient"] | dict[Name, Literal["none"]], "what report ends it"]
    ask: Annotated[Text, "how the check-in asks"]


class Sign(Piece, frozen=True, kw_only=True):
    """One sign by which a symptom is asked."""

    text: Words
    source: Sources


class Symptom(Piece, frozen=True, kw_only=True):
    """What a patient can report; declared once, asked by its own words."""

    text: Annotated[Text, "its name for the patient"]
    ask: Annotated[Text, "the check-in's question"]
    signs: Annotated[tuple[Sign, ...], "how a patient can tell, each with a source"] = ()


class Reaction(Piece, frozen=True, kw_only=True):
    """Something to expect, with how long it usually lasts."""

    id: Id
    symptom: Symptoms
    text: Words
    usually: Annotated[Length | None, "how long it usually lasts"] = None
    longer_for_some: Annotated[Length | None, "how long it lasts for some"] = None
    when: Applies = {}
    source: Sources
    accepted: Accepted = {}


class Risk(Piece, frozen=True, kw_only=True):
    """Something that can go wrong, and who is at more risk."""

    id: Id
    symptom: Annotated[tuple[Name, ...], "the symptoms to report it by"] = ()
    text: Words
    raised_by: Annotated[When, "facts that raise the risk"] = {}
    when: Applies = {}
    source: Sources


class Agreement(Piece, frozen=True, kw_only=True):
    """What the patient confirms, one by one."""

    id: Id
    text: Words
    optional: Annotated[YesNo, "may be refused without refusing the treatment"] = YesNo(0)
    source: Sources


class Advice(Piece, frozen=True, kw_only=True):
    """What to do, avoid or be careful with, and until when."""

    ONE_OF: ClassVar[tuple[str, ...]] = ("do", "avoid", "careful")
    APART: ClassVar[tuple[tuple[str, str, str], ...]] = (
        ("for", "until", "Beside `until`, write what is usual as `usually`."),
        ("for", "usually", "`usually` belongs to `until`; keep `for` alone."),
    )
    NEEDS: ClassVar[tuple[tuple[str, str, str], ...]] = (
        ("usually", "until", "`usually` says when a condition usually holds; name it in `until`."),
    )

    id: Id
    do: Annotated[tuple[Name, ...], "activities the patient should do"] = ()
    avoid: Annotated[tuple[Name, ...], "activities that are not allowed yet"] = ()
    careful: Annotated[tuple[Name, ...], "activities allowed with care"] = ()
    text: Words
    length: Annotated[Length | None, "how long, from the treatment"] = field(
        default=None, name="for"
    )
    until: Annotated[Name | None, "the condition that ends it"] = None
    usually: Annotated[Length | None, "beside `until`: when that is usually so"] = None
    begins: Annotated[Length | None, "a later start"] = field(default=None, name="from")
    when: Applies = {}
    because: Annotated[Text, "the leaflet's reason"] = {}
    exception: Annotated[Text, "said with it: what to do if it cannot be kept"] = {}
    easing: Annotated[Text, "said between the earliest and the latest end"] = {}
    afterwards: Annotated[Text, "said once it is over: what still holds"] = {}
    source: Sources
    accepted: Accepted = {}

    @property
    def verb(self) -> Verb:
        """Which of the three it is."""
        return "avoid" if self.avoid else "do" if self.do else "careful"

    @property
    def activities(self) -> tuple[Name, ...]:
        """The activities it is about."""
        return self.avoid or self.do or self.careful


class Questions(Piece, frozen=True, kw_only=True):
    """The check-in: which days, and which symptoms in which order."""

    days: Annotated[tuple[Day, ...], "days of aftercare on which it is asked"]
    symptoms: Annotated[tuple[Name, ...], "in the order asked; feel before colour"]


class Row(Piece, frozen=True, kw_only=True):
    """One row of the triage table; the first row that fits a symptom gives its level."""

    id: Id
    level: Annotated[Level, "what the patient is told to do"]
    symptom: Symptoms
    severity: Annotated[Severities, "how bad"] = ANY_SEVERITY
    after: Annotated[
        Literal["usually", "longest"] | Length | None,
        "from when: the end of what is usual, the longest that was told, or a length",
    ] = None
    trend: Annotated[Literal["worse"] | None, "only when it is worse than last time"] = None
    together_with: Annotated[tuple[Name, ...], "only beside one of these; may only raise"] = ()
    when: Applies = {}
    quote: Annotated[tuple[Name, ...], "clauses to quote; else those about the symptom"] = ()
    because: Annotated[Phrase, "why, for the clinician who reads the table"] = Phrase("")


class RedFlag(Piece, frozen=True, kw_only=True):
    """A sign that needs help at once; cited, and off until the clinic adopts it."""

    id: Id
    text: Words
    source: Sources
    decision: Annotated[Decision, "cited additions are `offered` until the clinic decides"]
    decided: Annotated[Phrase, "who decided, and when"] = Phrase("")


class Contact(Piece, frozen=True, kw_only=True):
    """Whom to tell. A clinic fills in the rest before it can publish."""

    concern: Annotated[Statement, "what to do with a worry"]
    phone: Annotated[Phrase, "the clinic's number"] = Phrase("")
    hours: Annotated[Text, "when somebody answers"] = {}
    out_of_hours: Annotated[Text, "whom to call then"] = {}
    emergency: Annotated[Text, "the clinic's own words for an emergency"] = {}


class Activity(Piece, frozen=True, kw_only=True):
    """Something a patient may ask about, with the words by which it is recognised."""

    says: Annotated[Phrase, "how an answer names it"]
    words: Annotated[Phrases, "words and phrases in their base form, with commas between"]
    is_: Annotated[tuple[Name, ...], "what it is a part or kind of"] = field(default=(), name="is")
    instead_of: Annotated[tuple[Name, ...], "activities it replaces in the same question"] = ()
    setting: Annotated[YesNo, "beside another activity it is only where that happens"] = YesNo(0)


class Protocol(Piece, frozen=True, kw_only=True):
    """One treatment's protocol: everything a patient is told comes from its clauses."""

    format: Annotated[Literal["aftercare-protocol/1"], "the language and its version"]
    id: Annotated[Name, "the protocol's name"]
    version: Annotated[Count, "a published version is never changed"]
    language: Annotated[Lang, "the language that every text has"] = Lang("en")
    title: Annotated[Text, "the treatment's name"]
    leaflet: Annotated[Leaflet, "the document it covers"]
    treatment: Annotated[Treatment, "what the treatment is"]
    stops: Annotated[tuple[Stop, ...], "what must be asked before treating"] = ()
    facts: Annotated[dict[Name, Fact], "what must be known of the person"] = {}
    conditions: Annotated[dict[Name, Condition], "what only the patient can report"] = {}
    symptoms: Annotated[dict[Name, Symptom], "what a patient can report"]
    reactions: Annotated[tuple[Reaction, ...], "what to expect"]
    risks: Annotated[tuple[Risk, ...], "what can go wrong"]
    agreements: Annotated[tuple[Agreement, ...], "what the patient confirms"]
    advice: Annotated[tuple[Advice, ...], "do, avoid, careful"]
    questions: Annotated[Questions, "the check-in"]
    triage: Annotated[tuple[Row, ...], "the decision table"]
    red_flags: Annotated[tuple[RedFlag, ...], "signs that need help at once"] = ()
    contact: Annotated[Contact, "whom to tell"]
    vocabulary: Annotated[dict[Name, Activity], "activities beyond the shared vocabulary"] = {}


Clause = Statement | Reaction | Risk | Agreement | Advice | Stop | RedFlag


def clauses(protocol: Protocol) -> list[tuple[tuple[str | int, ...], Clause]]:
    """Give every clause with its path, in the order a reader meets them."""
    blocks: list[tuple[tuple[str | int, ...], tuple[Clause, ...]]] = [
        (("treatment", "about"), protocol.treatment.about),
        (("stops",), protocol.stops),
        (("reactions",), protocol.reactions),
        (("risks",), protocol.risks),
        (("agreements",), protocol.agreements),
        (("advice",), protocol.advice),
        (("red-flags",), protocol.red_flags),
    ]
    found = [((*path, i), clause) for path, block in blocks for i, clause in enumerate(block)]
    return [*found, (("contact", "concern"), protocol.contact.concern)]


def say(text: Text, lang: str, default: str = "en") -> str:
    """Give a text in a language, else in the default one; empty where it is in neither."""
    by_tag: dict[str, Phrase] = {str(tag): words for tag, words in text.items()}
    return str(by_tag.get(lang) or by_tag.get(default) or "")
