import re
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest

from aftercare.clinic.ui.inputs import ClockInput, DayAndClockInput, DayInput
from tests.architecture.sources import SOURCE
from tests.clinic.ui.rendering import Visit, render, tags, text

ICON = re.compile(r'icon "([a-z0-9-]+)"')
NAME = "{% field form.name autocomplete='name' %}"
EMPTY = {"name": "", "areas": []}


def test_a_field_has_its_label_hint_and_autocomplete() -> None:
    shown = render(NAME, form=Visit())
    assert text(shown) == "Your full name As in your passport."
    assert tags(shown, "input") == [
        (
            '<input type="text" name="name" autocomplete="name" '
            'aria-describedby="id_name_helptext" '
            'id="id_name">'
        )
    ]


def test_a_fields_error_stands_at_it_and_is_read_with_it() -> None:
    shown = render(NAME, form=Visit({**EMPTY}))
    assert text(shown) == "Your full name As in your passport. Error: This field is required."
    assert tags(shown, "input") == [
        (
            '<input type="text" name="name" autocomplete="name" aria-invalid="true" '
            'aria-describedby="id_name_helptext id_name_error" id="id_name">'
        )
    ]


def test_only_what_may_be_left_out_is_marked() -> None:
    assert text(render("{% field form.note %}", form=Visit())) == "Anything else (optional)"
    assert text(render("{% field form.agree %}", form=Visit())) == "I have read this page"


def test_severities_are_a_row_of_radios_in_one_group() -> None:
    shown = render("{% severity form.redness hint='Look in daylight.' %}", form=Visit())
    assert text(shown) == "Redness Look in daylight. None Mild Moderate Severe"
    assert tags(shown, "fieldset") == [
        '<fieldset class="field scale" aria-describedby="id_redness_helptext">'
    ]
    assert len(tags(shown, "input")) == 4


@pytest.mark.parametrize("name", ["redness", "areas", "name"])
def test_a_question_that_is_the_page_is_its_heading(name: str) -> None:
    shown = render(f"{{% field form.{name} asks=True %}}", form=Visit())
    assert tags(shown, "h1") == ["<h1>"]


def test_every_error_leads_to_its_first_input() -> None:
    shown = render("{% error_summary form %}", form=Visit({**EMPTY}))
    assert re.findall(r'href="#(\w+)"', shown) == [
        "id_name", "id_redness_0", "id_areas_0", "id_agree",
    ]  # fmt: skip


def test_an_error_of_the_whole_form_is_said_without_a_link() -> None:
    form = Visit({**EMPTY})
    form.add_error(None, "Somebody changed this.")
    first = re.findall(r"<li>(.*?)</li>", render("{% error_summary form %}", form=form))[0]
    assert first == "Somebody changed this."


def test_without_errors_there_is_no_summary() -> None:
    assert render("{% error_summary form %}", form=Visit()).strip() == ""


def test_areas_are_a_list_of_checkboxes_beside_a_drawing_of_what_is_ticked() -> None:
    shown = render("{% face_pick form.areas %}", form=Visit(initial={"areas": ["nose", "back"]}))
    assert text(shown).endswith("Cheeks Nose Back")
    assert [box for box in tags(shown, "input") if " checked" in box] == [
        '<input type="checkbox" name="areas" value="nose" id="id_areas_1" checked>',
        '<input type="checkbox" name="areas" value="back" id="id_areas_2" checked>',
    ]
    assert re.findall(r'data-area="(\w+)" data-mark="treated"', shown) == ["nose"]


def test_each_form_has_its_own_key() -> None:
    keys = re.findall(r'name="once" value="([0-9a-f]{32})"', render("{% once_key %}{% once_key %}"))
    assert len(set(keys)) == 2


def test_an_icon_is_for_the_eye_only() -> None:
    assert tags(render("{% icon 'house' 25 %}"), "svg") == [
        (
            '<svg width="25" height="25" viewBox="0 0 24 24" fill="none" stroke="currentColor" '
            'stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" '
            'focusable="false">'
        )
    ]


@pytest.mark.parametrize(
    ("level", "shape"), [("urgent", "M10 1.6 19 18H1Z"), ("soon", "M10 2 18 10 10 18 2 10Z")]
)
def test_urgency_has_a_shape_of_its_own(level: str, shape: str) -> None:
    drawing = render("{% priority level %}", level=level)
    assert re.findall(r' d="([^"]+)"', drawing)[0] == shape


def test_a_curve_comes_with_the_same_as_a_table() -> None:
    shown = render("{% symptom_curve 'Redness' points 2 4 14 %}", points=[(0, 3), (1, 1)])
    table = shown[shown.index("<table") : shown.index("</table>")]
    assert text(table) == "Day Redness 0 Severe 1 Mild"


def test_the_strip_shows_the_days_that_are_over_and_today() -> None:
    assert render("{{ 3|day_strip:1|join:',' }}") == "done,now,,"


def test_the_demos_clock_is_said_as_patients_read_it() -> None:
    assert (
        render("{{ at|moment:zone }}", at=1_795_703_400, zone=ZoneInfo("Europe/London"))
        == "Thursday 26 November, 2:30pm"
    )


def test_whom_to_call_is_said_in_the_clinics_words_and_can_be_dialled() -> None:
    contact = SimpleNamespace(
        phone="020 7946 0000", dial="02079460000", hours="Monday to Friday.", out_of_hours="",
        emergency="Call 999.", concern="Tell us.", red_flags=("a fever",),
    )  # fmt: skip
    shown = render("{% include 'ui/contact.html' %}", contact=contact)
    assert text(shown) == (
        "Worried about something? Tell us. Call 020 7946 0000 Monday to Friday. "
        "Get help now if you have a fever Call 999."
    )
    assert re.findall(r'href="([^"]+)"', shown) == ["tel:02079460000"]


def test_a_page_with_errors_says_so_first_in_its_title() -> None:
    source = "{% extends 'ui/desk_bare.html' %}{% block title %}Sign in{% endblock %}"
    clinic = SimpleNamespace(name="Rowan")
    titles = [
        re.findall("<title>(.*)</title>", render(source, clinic=clinic, form_errors=wrong))
        for wrong in (True, False)
    ]
    assert titles == [["Error: Sign in – Rowan"], ["Sign in – Rowan"]]


def test_inputs_of_time_speak_the_browsers_format() -> None:
    assert [
        (each.input_type, each.format) for each in (DayInput(), ClockInput(), DayAndClockInput())
    ] == [("date", "%Y-%m-%d"), ("time", "%H:%M"), ("datetime-local", "%Y-%m-%dT%H:%M")]


def test_every_icon_that_a_page_names_can_be_drawn() -> None:
    folders = (SOURCE / "clinic").rglob("*.html")
    named = {name for page in folders for name in ICON.findall(page.read_text("utf-8"))}
    assert len(named) > 30
    for name in sorted(named):
        assert "<svg" in render(f"{{% icon '{name}' %}}")
