"""A small vocabulary, so that a test shows every word that it rests on."""

from functools import lru_cache

from aftercare.core.plan.ask.lexicon import Lexicon, compile_lexicon
from aftercare.core.plan.ask.recognise import Recognised, recognise
from aftercare.core.protocol.vocabulary import Vocabulary, read_vocabulary
from tests.core.plan.cases import protocol

VOCABULARY = """
activities:
  heat: {says: strong heat, words: "heat, hot room"}
  sauna: {says: a sauna, is: [heat], words: "sauna, steam room"}
  hot-tub: {says: a hot tub, is: [heat, pool], words: "hot tub, jacuzzi"}
  pool: {says: a pool, words: "pool, swim"}
  sea: {says: the sea, instead-of: [pool], words: "sea, wild swim"}
  soap: {says: soap, words: "soap, soap bar"}
  cream: {says: cream, words: "cream, moisturise"}
  hat: {says: a hat, words: hat}
  exercise: {says: exercise, words: "gym, exercise, run"}
  nap: {says: a nap, words: bed}
  work: {says: work, setting: yes, words: "work, office"}
symptoms:
  redness: {words: "red, redness, gone red"}
  blister: {words: blister}
neutral: "soap free, no add scent, run late"
negations: "not, without, skip, no, never, no longer, no more, instead of, do not need"
duties: "have to, must"
gone: "gone, go away"
joins: "and, or"
means: "with, using"
breaks: "but"
about: "for, at"
times: "tomorrow, next"
drops: "a, the, my"
context: >-
  can, i, use, is, it, to, in, on, be, go, week, do, so, get, feel, stop, will, boss, mean, does,
  has, have, as
"""


@lru_cache
def vocabulary() -> Vocabulary:
    """The words above."""
    found, problems = read_vocabulary(VOCABULARY.encode(), "words.yaml")
    assert found
    assert problems == []
    return found


@lru_cache
def lexicon(own: str = "") -> Lexicon:
    """The words above, with a protocol's own."""
    more = f"vocabulary:\n{own}" if own else ""
    advice = "- {id: no-soap, avoid: soap, text: {en: No soap.}, until: calm, source: 1}"
    return compile_lexicon(vocabulary(), protocol(advice, more).protocol)


def about(question: str, own: str = "") -> Recognised:
    """What a question is about."""
    return recognise(lexicon(own), question)


def activities(question: str) -> dict[str, bool]:
    """The activities of a question, each with whether it is denied."""
    return dict(about(question).activities)
