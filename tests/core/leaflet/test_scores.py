"""Drafts against labels: leaflets of our own, in other voices, layouts and treatments.

The `held` half was labelled before any draft of it was seen, and no rule was made for it.
"""

from tests.core.leaflet.scoring import score


def test_the_open_half_is_drafted_well_and_safely() -> None:
    scored = score("open")
    assert scored.found >= 0.94
    assert scored.right >= 0.90
    assert scored.unsafe == []
    assert scored.lost == []


def test_the_held_half_is_drafted_well_enough_to_start_from() -> None:
    scored = score("held")
    assert scored.found >= 0.92
    assert scored.right >= 0.90
    assert scored.unsafe == []
    assert scored.lost == []
