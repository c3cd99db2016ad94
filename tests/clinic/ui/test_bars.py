import re
from typing import get_args
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftercare.clinic.ui.bars import Kind, bar, said

DAYS = st.floats(0, 30)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("fixed", "From day 0.6 until day 3"),
        ("between", "From day 0.6 until day 5 at the latest"),
        ("at-least", "From day 0.6 until day 3 at least"),
        ("about", "From day 0.6 until about day 3"),
        ("up-to", "From day 0.6 until day 5 at the latest"),
        ("until", "From day 0.6 until your skin is ready"),
        ("standing", "From day 0.6, all the time"),
        ("expected", "Expected from day 0.6 until day 5 at the latest"),
    ],
)
def test_a_lane_is_said_by_the_kind_of_its_end(kind: Kind, words: str) -> None:
    assert said(kind, 0.6, 3, 5) == words


def drawn(kind: Kind) -> str:
    return bar(kind, 0, 5, 10, None, 2, 15)


def test_only_what_waits_for_the_skin_asks_a_question() -> None:
    asking = [kind for kind in get_args(Kind) if re.search(r">\?</text>", drawn(kind))]
    assert asking == ["until"]


def test_every_kind_of_end_looks_different_without_its_colours() -> None:
    shapes = {re.sub(r"<(title|desc)>.*?</\1>|#\w{6}", "", drawn(kind)) for kind in get_args(Kind)}
    assert len(shapes) == len(get_args(Kind))


def test_a_fixed_end_stands_where_the_days_say() -> None:
    # 328 pixels for 15 days after a margin of 4: day 5 is at 113.3; its tick is 4 wide
    assert re.findall(r'<rect x="([\d.]+)" y="1" width="4"', drawn("fixed")) == ["111.3"]


def test_a_lane_without_a_today_has_no_line_for_it() -> None:
    assert re.findall(r'width="3"', bar("fixed", 0, 5, 5, None, None, 15)) == []


@given(st.sampled_from(get_args(Kind)), DAYS, st.tuples(*[st.none() | DAYS] * 4))
def test_any_lane_is_whole_xml_with_a_title_and_without_ids(
    kind: Kind, start: float, ends: tuple[float | None, ...]
) -> None:
    earliest, latest, tail, now = ends
    drawing = bar(kind, start, earliest, latest, tail, now, 15)
    tree = ET.fromstring(drawing)  # noqa: S314 - our own drawing
    assert [each.text for each in tree.iter("title")] == [said(kind, start, earliest, latest)]
    assert [each for each in tree.iter() if {"id", "style"} & set(each.attrib)] == []
    assert [each for each in tree.iter("rect") if float(each.get("width", 0)) < 0] == []
    starts = [float(each.get("x", 0)) for each in tree.iter("rect")]
    assert [x for x in starts if not 0 <= x <= 350] == []
