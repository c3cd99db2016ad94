"""The two-week picture: what it says, how it says it, and that nothing stands on anything."""

import re
from collections.abc import Iterator
from itertools import combinations
from xml.etree import ElementTree as ET
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from aftercare.core.plan.compiled import Selection
from aftercare.core.plan.dated import Plan
from aftercare.core.plan.overview import RISKS, overview
from aftercare.exchange.picture import picture
from aftercare.exchange.picture.bars import Bar
from aftercare.exchange.picture.letters import balance, width, wrap
from aftercare.exchange.picture.place import SIZE, place
from aftercare.exchange.picture.scale import COLUMN, EDGE, FIRST, LAST, MARGIN, WIDE, scale
from tests.exchange.courses import TREATED, course

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = (
    "No <script>alert(1)</script> & ]]> peels \U0001f9d6\U0001f3fd‍♀️ "
    + "unbreakable" * 30
    + " לא לגעת בעור \ufffe"
)
COURSES = {
    "day 2": course(at="2026-11-21T14:30"),
    "day 0": course(at="2026-11-19T15:00"),
    "day 9": course(at="2026-11-28T10:00", gone="2026-11-28T09:00"),
    "two": course(TREATED, "2026-11-26T14:30", at="2026-11-22T14:30"),
    "both done": course(TREATED, "2026-11-26T14:30", at="2026-11-27T09:00"),
    "six weeks apart": course(TREATED, "2026-12-31T14:30", at="2026-11-27T09:00"),
    "upcoming": course(at="2026-11-10T14:30"),
    "long over": course(at="2027-03-10T14:30"),
    "clocks change": course("2026-10-20T00:10", at="2026-10-25T12:00"),
}
ALL = pytest.mark.parametrize("plans", COURSES.values(), ids=COURSES.keys())


def read(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 - our own file


def said(element: ET.Element) -> str:
    return " ".join("".join(element.itertext()).split())


def rows(svg: str) -> dict[str, ET.Element]:
    found = [each for each in read(svg).iter(f"{SVG}g") if each.get("class") == "row"]
    return {id_: row for row in found for id_ in str(row.get("data-clauses")).split()}


def lines(row: ET.Element, kind: str) -> str:
    texts = (each for each in row.iter(f"{SVG}text") if each.get("class") == kind)
    return " ".join(str(each.text) for each in texts)


def boxes(svg: str) -> Iterator[tuple[float, float, float, float, str]]:
    """Give what the words beside bars and at the left take up, at the most."""
    for text in read(svg).iter(f"{SVG}text"):
        if text.get("class") in {"said", "clause"}:
            size, x, y = (float(str(text.get(name))) for name in ("font-size", "x", "y"))
            yield x, y - size * 0.8, x + width(str(text.text), size), y + size * 0.2, str(text.text)


@ALL
def test_every_dated_row_of_the_overview_is_shown_with_its_words(
    plans: list[Plan],
) -> None:
    found = rows(picture(plans))
    shown = {title: rows_ for title, rows_ in overview(plans).items() if title != RISKS}
    assert set(found) == {row.clause.id for rows_ in shown.values() for row in rows_}
    for row in (row for rows_ in shown.values() for row in rows_):
        assert row.label in lines(found[row.clause.id], "clause")
        if row.dated.state != "upcoming":
            assert row.said in lines(found[row.clause.id], "said")


@ALL
def test_the_description_is_the_same_table_row_by_row(plans: list[Plan]) -> None:
    described = str(read(picture(plans)).findtext(f"{SVG}desc")).splitlines()
    expected = [
        f"{title}: {row.label} {row.said}"
        for title, rows_ in overview(plans).items()
        if title != RISKS
        for row in rows_
    ]
    assert len(described) == 1 + len(expected)
    for line in expected:
        assert any(each.startswith(line) for each in described), line


@ALL
def test_no_words_stand_on_other_words_or_leave_the_picture(plans: list[Plan]) -> None:
    found = list(boxes(picture(plans)))
    assert all(left >= MARGIN and right <= EDGE for left, _, right, _, _ in found)
    for one, other in combinations(found, 2):
        apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        assert apart, (one, other)


@ALL
def test_a_strict_content_security_policy_shows_it(plans: list[Plan]) -> None:
    svg = picture(plans)
    names = {each.tag.removeprefix(SVG) for each in read(svg).iter()}
    assert names.isdisjoint({"script", "style", "image", "foreignObject", "use", "a"})
    attributes = {name for each in read(svg).iter() for name in each.attrib}
    assert not {name for name in attributes if name == "style" or name.startswith("on")}
    assert "http" not in svg.replace('xmlns="http://www.w3.org/2000/svg"', "")


@ALL
def test_the_same_plans_give_the_same_picture(plans: list[Plan]) -> None:
    assert picture(plans) == picture(plans)


@ALL
def test_it_is_named_for_those_who_hear_it(plans: list[Plan]) -> None:
    root = read(picture(plans))
    assert root.get("role") == "img"
    ids = {each.get("id") for each in root.iter() if each.tag in {f"{SVG}title", f"{SVG}desc"}}
    assert set(str(root.get("aria-labelledby")).split()) == ids
    assert str(root.findtext(f"{SVG}title")).startswith("Your next two weeks: Micro-needling")
    assert "From your clinic's advice, version 1" in said(root)


def test_each_kind_of_end_has_its_own_shape() -> None:
    found = rows(picture(COURSES["day 2"]))
    kinds = {
        id_: {str(e.get("data-end")) for e in row.iter(f"{SVG}g")} for id_, row in found.items()
    }
    assert "fixed" in kinds["no-scrubs"]
    assert "between" in kinds["no-fragrance"]
    assert "at-least" in kinds["no-heat"]
    assert "at-least" in kinds["no-hair-removal"]
    assert "about" in kinds["no-chlorine"]
    assert "depends" in kinds["no-make-up"]
    assert "standing" in kinds["little-self-tan"]


def test_shapes_tell_the_kinds_apart_without_colour() -> None:
    found = rows(picture(COURSES["day 2"]))

    def shapes(id_: str) -> str:
        drawn = ET.tostring(found[id_], encoding="unicode")
        drawn = re.sub(r"<\w+:?text.*?</\w+:?text>", "", drawn)
        return re.sub(r"-(clay|ochre|plum|petrol)|#[0-9A-F]{6}", "", drawn)

    assert "hatch" in shapes("no-fragrance")
    assert "l6 9l-6 9" in shapes("no-heat")
    assert "fade" in shapes("no-chlorine")
    assert "stroke-dasharray" in shapes("no-make-up")
    marks = ("hatch", "l6 9l-6 9", "fade", "stroke-dasharray", "dots")
    assert not any(mark in shapes("no-scrubs") for mark in marks)


def test_expected_reactions_are_dotted() -> None:
    assert "url(#dots-plum)" in ET.tostring(rows(picture(COURSES["day 2"]))["redness"], "unicode")


def test_what_ends_after_the_two_weeks_runs_off_the_edge() -> None:
    svg = picture(COURSES["two"])
    assert 'class="goes-on"' in ET.tostring(rows(svg)["no-sun"], "unicode")
    assert "goes on after these days" in said(read(svg))
    assert "goes on after these days" not in said(read(picture(COURSES["day 2"])))


def test_soap_is_fine_again_only_by_a_report() -> None:
    unreported = course(at="2026-11-28T10:00")
    assert "When the redness has gone" in lines(rows(picture(unreported))["no-soap"], "said")
    assert lines(rows(picture(COURSES["day 9"]))["no-soap"], "said") == "Fine again."


@pytest.mark.parametrize(
    ("name", "shown"),
    [("day 2", 1), ("day 0", 1), ("day 9", 1), ("upcoming", 0), ("long over", 0)],
)
def test_today_has_a_line_only_inside_the_days_shown(name: str, shown: int) -> None:
    assert picture(COURSES[name]).count('class="today"') == shown


def test_each_treatment_is_marked() -> None:
    drawn = [e for e in read(picture(COURSES["two"])).iter(f"{SVG}g") if e.get("class") == "days"]
    assert ET.tostring(drawn[0], "unicode").count('class="treatment"') == 2


def test_a_treatment_to_come_has_a_lane_of_its_own() -> None:
    row = rows(picture(COURSES["two"]))["no-scrubs"]
    expected = "Until Thursday 26 November, 2:30pm. Until Thursday 3 December, 2:30pm."
    assert lines(row, "said") == expected


def test_a_treatment_after_these_days_has_no_lane_and_no_bare_end() -> None:
    found = rows(picture(COURSES["six weeks apart"]))
    assert lines(found["no-sun"], "said") == "Until Thursday 3 December, 2:30pm."
    assert lines(found["no-scrubs"], "said").startswith("From Thursday 31 December, 2:30pm.")


def test_words_in_a_bar_that_is_past_are_dark() -> None:
    row = rows(picture(COURSES["long over"]))["no-sun"]
    assert lines(row, "said") == "Fine again."
    assert "#FFFFFF" not in ET.tostring(row, "unicode")


def test_the_picture_begins_with_the_treatment_whose_weeks_run() -> None:
    later = course(TREATED, "2027-01-07T14:30", at="2027-01-09T09:00")
    assert scale(later).first.isoformat() == "2027-01-07"
    assert scale(COURSES["both done"]).first.isoformat() == "2026-11-19"


def test_a_day_is_as_wide_when_the_clocks_change() -> None:
    shown = scale(COURSES["clocks change"])
    midnights = [f"2026-10-{day}T00:00" for day in (25, 26)]
    plans = [course(time, at=time)[0].treatment.at for time in midnights]
    assert [shown.x(at) for at in plans] == [FIRST + 5 * COLUMN, FIRST + 6 * COLUMN]


def test_the_zone_of_the_treatment_decides_the_days() -> None:
    tokyo = course("2026-11-19T01:30", at="2026-11-20T09:00", zone=ZoneInfo("Asia/Tokyo"))
    assert scale(tokyo).first.isoformat() == "2026-11-19"


@pytest.mark.parametrize("words", [HOSTILE, "x" * 900, "\u202e" + "a b " * 200, "\U0001f600" * 60])
def test_hostile_words_are_only_words(words: str) -> None:
    plans = course(at="2026-11-21T14:30")
    clauses = (
        replace(clause, text={"en": words}) if clause.id == "no-scrubs" else clause
        for clause in plans[0].selection.clauses
    )
    svg = picture([replace(plans[0], selection=Selection(tuple(clauses), {}))])
    assert "<script" not in svg
    shown = lines(rows(svg)["no-scrubs"], "clause").replace(" ", "")
    assert shown == "".join(words.split()).replace("\ufffe", "\ufffd")
    assert all(right <= FIRST for _, _, right, _, text in boxes(svg) if text in shown)


SPANS = st.tuples(st.floats(FIRST, LAST), st.floats(FIRST, LAST)).map(sorted)
TODAY = st.none() | st.floats(FIRST, LAST)


@given(SPANS, TODAY, st.integers(1, 30), st.booleans(), st.sampled_from([0, 22]))
def test_words_never_stand_on_a_shape_nor_on_today(
    span: list[float], today: float | None, count: int, plain: bool, mark: int
) -> None:
    left, right = span
    inside = (left, right) if plain else None
    placed = place("Until Thursday 3 December. " * count, Bar("", left, right, inside), today, mark)
    assert placed.x >= FIRST + mark
    assert placed.right <= EDGE < WIDE
    if placed.where == "beside":
        assert placed.x - mark > right or placed.right < left
    if placed.where in {"inside", "in-past"}:
        assert left < placed.x - mark < placed.right < right
    if today is not None:
        assert not placed.x - mark < today < placed.right


@given(st.text(max_size=200), st.floats(40, 400))
def test_broken_lines_fit_and_lose_no_letter(text: str, room: float) -> None:
    for broken in (wrap(text, SIZE, room), balance(text, SIZE, room)):
        assert "".join("".join(broken).split()) == "".join(text.split())
        assert all(width(line, SIZE) <= room for line in broken)
