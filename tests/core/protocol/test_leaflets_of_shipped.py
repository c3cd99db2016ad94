"""The leaflets that the project wrote for its own protocols: each sentence is carried."""

from pathlib import Path

import pytest

from aftercare.core.check.coverage import coverage
from aftercare.core.leaflet.sentences import fingerprint, sentences
from aftercare.core.protocol.load import load
from aftercare.core.protocol.model import Protocol
from aftercare.protocols import shipped

LEAFLETS = Path(__file__).parent / "leaflets"
NAMES = ["chemical-peel", "tattoo"]


def protocol(name: str) -> Protocol:
    loaded, problems = load(shipped()[name].read_bytes(), name)
    assert loaded is not None, problems
    return loaded.protocol


@pytest.mark.parametrize("name", NAMES)
def test_a_protocol_numbers_its_leaflet_s_sentences(name: str) -> None:
    text = (LEAFLETS / f"{name}.txt").read_text(encoding="utf-8")
    assert len(protocol(name).leaflet.sentences) == len(sentences(text))
    assert str(protocol(name).leaflet.sha256) == fingerprint(text)


@pytest.mark.parametrize("name", NAMES)
def test_each_sentence_is_carried_by_a_clause(name: str) -> None:
    assert [each.number for each in coverage(protocol(name)) if not each.clauses] == []
