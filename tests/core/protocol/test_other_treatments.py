"""A peel and a tattoo: nothing in the core is about needling."""

from zoneinfo import ZoneInfo

import pytest

from aftercare.core.leaflet.sentences import fingerprint, sentences
from aftercare.core.pipeline import Compiled, ask, open_protocol, plan, triage
from aftercare.core.plan.dated import Treatment
from aftercare.core.problems import Problem
from aftercare.core.protocol.facts import read_facts
from aftercare.core.protocol.vocabulary import read_vocabulary
from aftercare.protocols import shipped, vocabulary

HOUR, DAY = 3600, 24 * 3600
OTHERS = ("chemical-peel", "tattoo")
TREATED = 1_795_793_400  # Friday 27 November 2026, 3:30pm in London


def opened(name: str) -> tuple[Compiled, list[Problem]]:
    words, _ = read_vocabulary(vocabulary().read_bytes(), "vocabulary")
    assert words is not None
    found, problems = open_protocol(shipped()[name].read_bytes(), name, words)
    assert found is not None, problems
    return found, problems


def answer(name: str, question: str, after: int) -> str:
    """Answer somebody of whom nothing is known, so long after their treatment."""
    compiled, _ = opened(name)
    facts, _ = read_facts(compiled.protocol.facts, {})
    treated = Treatment(TREATED, facts, ZoneInfo("Europe/London"))
    return ask(
        compiled.lexicon, plan(compiled.schedule, [treated], TREATED + after), question
    ).verdict


@pytest.mark.parametrize("name", OTHERS)
def test_each_is_sound_and_covers_every_sentence_of_its_leaflet(name: str) -> None:
    compiled, problems = opened(name)
    assert [each for each in problems if each.weight != "note"] == []
    text = shipped()[name].with_name("leaflet.txt").read_text("utf-8")
    assert compiled.protocol.leaflet.sha256 == fingerprint(text)
    assert len(compiled.protocol.leaflet.sentences) == len(sentences(text))


@pytest.mark.parametrize(
    ("name", "question", "after", "verdict"),
    [
        ("chemical-peel", "wash my face", 1 * HOUR, "not-yet"),
        ("chemical-peel", "wear make-up", 20 * HOUR, "not-yet"),
        ("chemical-peel", "wear make-up", 2 * DAY, "yes"),
        ("chemical-peel", "go to the sauna", 2 * DAY, "not-yet"),
        ("chemical-peel", "use retinol", 20 * DAY, "depends"),
        ("chemical-peel", "sunbathe", 10 * DAY, "not-yet"),
        ("chemical-peel", "take ibuprofen", 1 * DAY, "ask"),
        ("tattoo", "go for a swim", 10 * DAY, "depends"),
        ("tattoo", "lift weights", 1 * DAY, "not-yet"),
        ("tattoo", "lift weights", 3 * DAY, "yes"),
        ("tattoo", "scratch it", 5 * DAY, "depends"),
        ("tattoo", "drink alcohol", 1 * DAY, "ask"),
    ],
)
def test_what_may_be_done_follows_the_leaflet(
    name: str, question: str, after: int, verdict: str
) -> None:
    assert answer(name, question, after) == verdict


@pytest.mark.parametrize(
    ("name", "symptoms", "after", "level"),
    [
        ("chemical-peel", {"peeling": "moderate"}, 5 * DAY, "watch"),
        ("chemical-peel", {"peeling": "mild"}, 9 * DAY, "contact"),
        ("chemical-peel", {"redness": "mild"}, 4 * DAY, "contact"),
        ("chemical-peel", {"infection": "mild"}, 2 * DAY, "urgent"),
        ("tattoo", {"redness": "mild", "tenderness": "moderate"}, 1 * DAY, "expected"),
        ("tattoo", {"swelling": "mild"}, 5 * DAY, "contact"),
        ("tattoo", {"infection": "mild"}, 2 * DAY, "urgent"),
    ],
)
def test_a_check_in_is_judged_by_what_that_leaflet_told(
    name: str, symptoms: dict[str, str], after: int, level: str
) -> None:
    compiled, _ = opened(name)
    facts, _ = read_facts(compiled.protocol.facts, {})
    treated = Treatment(TREATED, facts, ZoneInfo("Europe/London"))
    assert triage(compiled.table, treated, TREATED + after, symptoms).level == level
