import re

import pytest

from aftercare.clinic.ui.contrast import ratio
from tests.clinic.ui.rendering import STATIC

_TOKENS = (STATIC / "css" / "tokens.css").read_text(encoding="utf-8")
COLOURS = dict(re.findall(r"--([\w-]+): (#[0-9A-F]{6})", _TOKENS))
GROUNDS = ("paper", "surface")


def test_black_on_white_is_21_to_1_either_way_round() -> None:
    assert ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert ratio("#FFFFFF", "#000000") == pytest.approx(21)


def test_a_colour_on_itself_is_1_to_1() -> None:
    assert ratio("#0F4C4F", "#0f4c4f") == 1


def test_the_best_known_grey_is_just_legible_on_white() -> None:
    assert ratio("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.005)


def test_the_tokens_are_the_designs() -> None:
    names = ("paper", "surface", "ink", "ink-2", "ink-3", "petrol", "clay", "ochre", "plum")
    assert {name: COLOURS[name] for name in (*names, "line", "focus")} == {
        "paper": "#F7F2EA", "surface": "#FFFDF9", "ink": "#1D2B2C", "ink-2": "#47544F",
        "ink-3": "#5F6A63", "petrol": "#0F4C4F", "clay": "#A23E22", "ochre": "#7A4F00",
        "plum": "#6E1747", "line": "#8C8273", "focus": "#FFD24A",
    }  # fmt: skip


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("words", ["ink", "ink-2", "ink-3", "petrol", "clay", "ochre", "plum"])
def test_words_can_be_read_on_linen(words: str, ground: str) -> None:
    assert ratio(COLOURS[words], COLOURS[ground]) >= 4.5


@pytest.mark.parametrize("tone", ["clay", "ochre", "plum"])
def test_words_can_be_read_on_their_own_tint(tone: str) -> None:
    assert ratio(COLOURS[tone], COLOURS[f"{tone}-tint"]) >= 4.5
    assert ratio(COLOURS["ink"], COLOURS[f"{tone}-tint"]) >= 4.5


@pytest.mark.parametrize("filled", ["petrol", "plum"])
def test_white_can_be_read_on_a_filled_button(filled: str) -> None:
    assert ratio("#FFFFFF", COLOURS[filled]) >= 4.5


@pytest.mark.parametrize("ground", GROUNDS)
def test_an_inputs_edge_can_be_seen(ground: str) -> None:
    assert ratio(COLOURS["line"], COLOURS[ground]) >= 3


def test_a_ring_of_focus_can_be_seen_on_linen_and_on_petrol() -> None:
    assert ratio(COLOURS["petrol"], COLOURS["paper"]) >= 3
    assert ratio(COLOURS["focus"], COLOURS["petrol"]) >= 3
