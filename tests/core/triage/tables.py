"""Small protocols for the tests of triage: a frame, into which each test writes its own blocks."""

from __future__ import annotations

import pytest

from aftercare.core.protocol.facts import Facts, read_facts
from aftercare.core.protocol.load import load
from aftercare.core.protocol.model import Protocol
from aftercare.protocols import shipped

HOUR = 3_600
DAY = 24 * HOUR

_FRAME = """
format: aftercare-protocol/1
id: small
version: 1
title: {en: Small}
leaflet: {sentences: {1: all of it}}
treatment: {about: [{id: purpose, text: {en: It helps.}, source: 1}]}
agreements: []
advice: []
questions: {days: [1], symptoms: [redness]}
contact: {concern: {id: concern, text: {en: Tell us.}, source: 1}}
symptoms:
  redness: {text: {en: redness}, ask: {en: Is it red?}}
  swelling: {text: {en: swelling}, ask: {en: Is it swollen?}}
  itching: {text: {en: itching}, ask: {en: Does it itch?}}
"""

_DEFAULTS = {
    "facts": "facts: {skin_type: {kind: fitzpatrick, ask: {en: Which?}}}",
    "reactions": "reactions: []",
    "risks": "risks: []",
    "triage": "triage: []",
}


def small(blocks: str) -> Protocol:
    """Read the frame with a test's blocks; a block that is not written is empty."""
    left_out = [text for key, text in _DEFAULTS.items() if f"{key}:" not in blocks]
    loaded, problems = load("\n".join([_FRAME, blocks, *left_out]).encode(), "small.yaml")
    if loaded is None or problems:
        pytest.fail(f"The protocol of this test is not one: {list(map(str, problems))}")
    return loaded.protocol


def micro_needling() -> Protocol:
    """Read the protocol that is shipped."""
    loaded, _ = load(shipped()["micro-needling"].read_bytes(), "1.yaml")
    if loaded is None:
        pytest.fail("The shipped protocol cannot be read.")
    return loaded.protocol


def facts(protocol: Protocol, **given: object) -> Facts:
    """Read a person's facts; what is left out is unknown."""
    found, problems = read_facts(protocol.facts, given)
    assert problems == []
    return found
