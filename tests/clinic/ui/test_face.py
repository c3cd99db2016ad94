import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftercare.clinic.ui.face import area_name, face, said
from aftercare.clinic.ui.face_regions import BEHIND, REGIONS

DRAWN = (*BEHIND, *REGIONS)
AREAS = sorted({area.removesuffix("_left").removesuffix("_right") for area in DRAWN})
MARKS = st.dictionaries(
    st.sampled_from([*DRAWN, *AREAS, "face", "back", "a<b"]),
    st.sampled_from(["none", "mild", "moderate", "severe", "treated"]),
)


def regions(drawing: str) -> dict[str, tuple[str, str]]:
    """Give each region with its mark and where it is drawn."""
    found = re.findall(r'data-area="(\w+)" data-mark="(\w+)" data-plain="\S+" d="([^"]+)"', drawing)
    return {area: (mark, path) for area, mark, path in found}


def marked(drawing: str) -> dict[str, str]:
    return {area: mark for area, (mark, _) in regions(drawing).items() if mark != "none"}


def test_both_cheeks_are_marked_when_no_side_is_said() -> None:
    assert marked(face({"cheeks": "severe"}, mirrored=False)) == {
        "cheeks_left": "severe",
        "cheeks_right": "severe",
    }


def test_one_side_counts_more_than_both() -> None:
    marks = {"cheeks": "mild", "cheeks_left": "severe"}
    assert marked(face(marks, mirrored=False)) == {"cheeks_left": "severe", "cheeks_right": "mild"}


def test_a_treated_face_leaves_ears_scalp_and_neck() -> None:
    untreated = set(DRAWN) - set(marked(face({"face": "treated"}, mirrored=False)))
    assert untreated == {"ears_left", "ears_right", "scalp", "neck"}


def test_an_area_that_is_not_on_the_drawing_is_only_said() -> None:
    assert marked(face({"back": "treated"}, mirrored=False)) == {}
    assert said({"back": "treated"}) == "Treated: back."


def test_the_left_cheek_is_on_the_right_for_staff_and_on_the_left_in_the_mirror() -> None:
    staff = regions(face({}, mirrored=False))["cheeks_left"]
    patient = regions(face({}, mirrored=True))["cheeks_left"]
    assert staff == ("none", REGIONS["cheeks_left"])
    assert patient == ("none", REGIONS["cheeks_right"])


@pytest.mark.parametrize(("mirrored", "letters"), [(False, ["R", "L"]), (True, ["L", "R"])])
def test_the_sides_are_printed(mirrored: bool, letters: list[str]) -> None:
    assert re.findall(r"<text[^>]*>(\w)</text>", face({}, mirrored=mirrored)) == letters


def test_the_worst_is_said_first() -> None:
    marks = {"nose": "mild", "cheeks_left": "severe", "upper_lip": "mild"}
    assert said(marks) == "Severe: left cheek. Mild: nose, upper lip."


def test_an_unmarked_face_says_so() -> None:
    assert said({"nose": "none"}) == "No area is marked."


@pytest.mark.parametrize(
    ("area", "name"),
    [("cheeks_left", "left cheek"), ("eye_contour_right", "right eye contour"), ("jaw", "jaw")],
)
def test_an_area_has_a_name_to_read(area: str, name: str) -> None:
    assert area_name(area) == name


@given(MARKS, st.booleans())
def test_any_face_is_whole_xml_with_a_title_and_words_and_each_region_once(
    marks: dict[str, str], mirrored: bool
) -> None:
    drawing = face(marks, mirrored=mirrored, key="k", title="Where & how")
    tree = ET.fromstring(drawing)  # noqa: S314 - our own drawing
    assert [each.text for each in tree if each.tag in {"title", "desc"}] == [
        "Where & how",
        said(marks),
    ]
    assert sorted(
        each.get("data-area", "") for each in tree.iter() if "data-area" in each.attrib
    ) == (sorted(DRAWN))
    assert [each for each in tree.iter() if "style" in each.attrib] == []
