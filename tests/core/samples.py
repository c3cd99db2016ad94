"""A small valid protocol for another treatment than the shipped one: a tattoo.

It shows each part of the language once, and ``protocol check`` finds nothing in it. Tests change
a line of it and look at what is found then.
"""

from collections.abc import Iterable
from functools import cache

from aftercare.core.pipeline import read
from aftercare.core.problems import Problem
from aftercare.core.protocol.load import Loaded
from aftercare.core.protocol.model import Protocol
from aftercare.core.protocol.vocabulary import Vocabulary, read_vocabulary
from aftercare.protocols import vocabulary as vocabulary_file

FILE = "tattoo.yaml"

SAMPLE = """\
format: aftercare-protocol/1
id: tattoo
version: 1
title: {en: Tattoo}
leaflet:
  sentences:
    1: what a tattoo is
    2: redness goes down over 2 to 3 days, for some over 5
    3: itching for about two weeks
    4: infection is rare
    5: wash twice a day for two weeks
    6: no swimming for at least two weeks
    7: no picking until the scabs have gone
    8: no sun for 4 weeks
    9: loose clothes for up to 14 days
    10: the film stays on for 3 hours
    11: tell the studio
    12: the artist's name
  not-needed:
    12: The booking names the artist.
treatment:
  about:
    - {id: purpose, text: {en: A tattoo puts ink under your skin.}, source: 1}
  devices: {en: tattoo machine}
  record: [ink-lot, place]
stops:
  - id: stop-fever
    ask: {en: Do you have a fever today?}
    then: wait
    source: "Studio rule book, page 4"
    decision: adopted
    decided: Ann Lee, 2026-03-02
facts:
  skin_type: {kind: fitzpatrick, ask: {en: How does your skin react to the sun?}}
  thinners: {kind: yes-no-unknown, ask: {en: Do you take a blood thinner?}}
  place: {kind: choice, ask: {en: Where is the tattoo?}, options: [arm, ankle]}
conditions:
  scabs_gone:
    text: {en: the scabs have gone}
    closed-by: patient
    ask: {en: Have the scabs gone?}
symptoms:
  redness: {text: {en: redness}, ask: {en: Is your skin red?}}
  itching: {text: {en: itching}, ask: {en: Does your skin itch?}}
  infection:
    text: {en: signs of infection}
    ask: {en: Do you have any of these signs?}
    signs: [{text: {en: There is pus.}, source: 4}]
reactions:
  - id: red
    symptom: redness
    text: {en: Your skin will be red.}
    usually: 2 to 3 days
    longer-for-some: 5 days
    source: 2
  - id: itch
    symptom: itching
    text: {en: Your skin may itch.}
    usually: about 2 weeks
    source: 3
risks:
  - id: infected
    symptom: infection
    text: {en: A tattoo can get infected.}
    raised-by: {place: ankle}
    source: 4
agreements:
  - {id: told, text: {en: I was told what to do.}, source: 11}
  - {id: photos, text: {en: You may take photos.}, optional: yes, source: 11}
advice:
  - id: wash
    do: washing
    text: {en: Wash it twice a day.}
    for: 2 weeks
    source: 5
  - id: no-swimming
    avoid: swimming
    text: {en: Do not swim.}
    for: at least 2 weeks
    source: 6
  - id: no-picking
    avoid: picking
    text: {en: Do not pick the scabs.}
    until: scabs_gone
    usually: 1 to 2 weeks
    source: 7
  - id: no-sun
    avoid: sun
    text: {en: Keep it out of the sun.}
    because: {en: The sun fades the ink.}
    for: 4 weeks
    source: 8
  - id: loose-clothes
    careful: clothes
    text: {en: Wear loose clothes.}
    for: up to 14 days
    when: {place: ankle}
    source: 9
  - id: keep-film
    avoid: film-removal
    text: {en: Leave the film on.}
    for: 3 hours
    source: 10
questions:
  days: [1, 3, 7, 14]
  symptoms: [itching, redness, infection]
triage:
  - {id: infected, level: urgent, symptom: infection}
  - {id: late, level: contact, symptom: [redness, itching], after: longest}
  - {id: ankle, level: contact, symptom: redness, severity: severe, when: {place: ankle}}
  - {id: slow, level: watch, symptom: redness, after: usually}
  - {id: worse, level: watch, symptom: itching, trend: worse}
  - {id: severe, level: watch, symptom: [redness, itching], severity: severe}
  - {id: as-told, level: expected, symptom: [redness, itching], severity: moderate or less}
  - {id: both, level: urgent, symptom: itching, together-with: infection}
red-flags:
  - id: flag-fever
    text: {en: You have a fever.}
    source: "Studio rule book, page 5"
    decision: declined
    decided: Ann Lee, 2026-03-02
contact:
  concern: {id: tell, text: {en: Tell us about any worry.}, source: 11}
  phone: 555 0100
  hours: {en: 9 to 5}
  out-of-hours: {en: Call the night line.}
  emergency: {en: Call for an ambulance.}
vocabulary:
  film-removal:
    says: taking the film off
    words: take film off, remove film
"""


def sample(*changes: tuple[str, str]) -> str:
    """Give the sample with changes ``(old, new)``; each old text stands in it exactly once."""
    text = SAMPLE
    for old, new in changes:
        assert text.count(old) == 1, f"{text.count(old)} times in the sample: {old!r}"
        text = text.replace(old, new)
    return text


@cache
def shared_vocabulary() -> Vocabulary:
    """Give the shared English vocabulary."""
    data = vocabulary_file().read_bytes()
    words, problems = read_vocabulary(data, "vocabulary.en.yaml")
    assert words is not None, problems
    return words


def read_text(text: str) -> tuple[Loaded | None, list[Problem]]:
    """Load and check a protocol's text with the shared vocabulary."""
    return read(text.encode(), FILE, shared_vocabulary())


def loaded(text: str = SAMPLE) -> Loaded:
    """Load a text that can be read; whatever the checks find is left aside."""
    found, problems = read_text(text)
    assert found is not None, problems
    return found


def protocol(*changes: tuple[str, str]) -> Protocol:
    """Give the sample with changes, as a protocol."""
    return loaded(sample(*changes)).protocol


def places(problems: Iterable[Problem]) -> list[tuple[str, int, int]]:
    """Give each problem's code, line and column."""
    return [(p.code, p.place.line, p.place.column) if p.place else (p.code, 0, 0) for p in problems]


def codes(problems: Iterable[Problem]) -> list[str]:
    """Give each problem's code."""
    return [problem.code for problem in problems]
