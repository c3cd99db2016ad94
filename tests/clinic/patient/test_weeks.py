import re
from xml.etree import ElementTree as ET

from aftercare.clinic.records.models import Treatment
from aftercare.clinic.services import courses
from aftercare.core.plan.overview import RISKS, overview
from tests.clinic.patient.conftest import Clock, Handset
from tests.clinic.patient.reading import main
from tests.clinic.story import DAY, NOW


def test_every_lane_has_its_words_beside_its_picture(
    cared: Handset, treatment: Treatment, clock: Clock
) -> None:
    clock(2 * DAY)
    response = cared.client.get(cared.at("weeks"))
    care = courses.aftercare(treatment.course, NOW + 2 * DAY)
    assert care
    said = main(response)
    shown = overview(care.plans)
    missing = [
        row.clause.id
        for title, rows in shown.items()
        if title != RISKS
        for row in rows
        if row.label not in said or row.said not in said
    ]
    assert missing == ["settling"]  # it only sums up the others, which are each told
    lanes = [lane for each in response.context["sections"] for lane in each["rows"]]
    assert response.content.count(b'<svg viewBox="0 0 350 26"') == sum(
        len(row["lanes"]) for row in lanes
    )


def test_the_line_of_now_stands_where_the_day_is(cared: Handset, clock: Clock) -> None:
    clock(2 * DAY)
    sections = cared.client.get(cared.at("weeks")).context["sections"]
    now = {lane["bar"]["now"] for each in sections for row in each["rows"] for lane in row["lanes"]}
    assert now == {2.65}  # 3:30pm of the third day shown


def test_what_only_a_report_ends_is_drawn_open(cared: Handset) -> None:
    sections = {
        each["title"]: each for each in cared.client.get(cared.at("weeks")).context["sections"]
    }
    ready = sections["When your skin is ready"]["rows"]
    assert {lane["bar"]["kind"] for row in ready for lane in row["lanes"]} == {"until"}


def test_the_sheet_is_the_picture_of_the_course(cared: Handset) -> None:
    response = cared.client.get(cared.at("weeks_sheet"))
    assert response["Content-Type"] == "image/svg+xml"
    tree = ET.fromstring(response.content)  # noqa: S314 - our own drawing
    assert tree.tag == "{http://www.w3.org/2000/svg}svg"
    assert re.findall(r"style=|<script", response.content.decode()) == []
