import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftercare.clinic.ui.curve import curve, promise, said

TOM = [(0.0, 3), (1.0, 3), (2.0, 2), (3.0, 2), (4.0, 3), (5.0, 3)]


def shapes(drawing: str) -> list[str]:
    """Give the marks of the reports in order: a disc or a triangle."""
    kinds = {"circle": "disc", "path": "triangle"}
    found = re.findall(r'<(circle|path) [^>]*fill="#6E1747"', drawing)
    return [kinds[kind] for kind in found]


def test_redness_beyond_its_promise_is_drawn_as_triangles() -> None:
    assert shapes(curve("Redness", TOM, 3, 4, 14)) == ["disc"] * 4 + ["triangle"] * 2


def test_a_symptom_that_is_gone_in_time_has_discs_only() -> None:
    assert shapes(curve("Redness", [(0, 3), (4, 0), (9, 0)], 3, 4, 14)) == ["disc"] * 3


def test_without_a_promise_nothing_is_beyond_it() -> None:
    drawing = curve("Redness", TOM, None, None, 14)
    assert shapes(drawing) == ["disc"] * 6
    assert re.findall(r'fill="url\(', drawing) == []


def test_the_curve_is_said_day_by_day() -> None:
    assert said([(0, 3), (1.5, 1)], 2, 4) == "Day 0 severe, day 1.5 mild. Expected until day 4"


def test_a_curve_without_reports_says_so() -> None:
    assert said([], None, None) == "Nothing was reported."


@pytest.mark.parametrize(
    ("usual", "longest", "words"),
    [(2, 4, "Expected until day 4"), (None, 1.5, "Expected until day 1.5"),
     (3, None, "Expected until day 3"), (None, None, "")],
)  # fmt: skip
def test_the_promise_is_its_longest(usual: float | None, longest: float | None, words: str) -> None:
    assert promise(usual, longest) == words


@given(
    st.lists(st.tuples(st.floats(0, 20), st.integers(0, 3)), max_size=20),
    st.none() | st.floats(0, 30),
    st.none() | st.floats(0, 30),
    st.integers(1, 60),
)
def test_any_curve_is_whole_xml_and_stays_in_its_frame(
    points: list[tuple[float, int]], usual: float | None, longest: float | None, last_day: int
) -> None:
    drawing = curve("Pain & <heat>", points, usual, longest, last_day)
    tree = ET.fromstring(drawing)  # noqa: S314 - our own drawing
    assert [each.text for each in tree if each.tag in {"title", "desc"}] == [
        "Pain & <heat>, day by day",
        said(points, usual, longest),
    ]
    assert len(shapes(drawing)) == len(points)
    assert [each for each in tree.iter("circle") if float(each.get("cx", 0)) > 486] == []
    assert [each for each in tree.iter() if "style" in each.attrib] == []
