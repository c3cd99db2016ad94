from datetime import date
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from aftercare.clinic.records.models import Correction, Told, Treatment
from aftercare.clinic.services import consents, treatments
from aftercare.clinic.services.access import Desk
from tests.clinic import story
from tests.clinic.desk.doing import do, url, words
from tests.clinic.desk.sending import form, page, said
from tests.clinic.pages import Form
from tests.clinic.story import NOW
from tests.exchange.barcode.codes import GTIN, PRINTED, drawn, photo

RECORD: dict[str, str | list[str]] = {
    "device": "Pen 2",
    "needle_mm": "1.5",
    "lot": "cn24817",
    "gtin": "5012345678900",
    "expiry": "2027-06-30",
    "areas": ["cheeks", "nose"],
    "passes": "3",
    "when": "2026-11-27T15:00",
}


@pytest.fixture
def begun(desk: Desk, treatment: Treatment) -> Treatment:
    story.screened(desk, treatment)
    consents.confirm_consent(desk, story.signed(desk, treatment))
    treatment.refresh_from_db()
    return treatments.start_treatment(desk, treatment, treatment.version)


@pytest.fixture
def done(desk: Desk, treatment: Treatment) -> Treatment:
    return story.treated(desk, treatment)


def read(staff: Client, treatment: Treatment, **values: object) -> tuple[int, Form, str]:
    """Press "Read the code"; give the status, the record's form and the words that come back."""
    found = form(page(staff, url(treatment)), "/record/")
    response = staff.post(f"{url(treatment)}label/", {**found.filled(), **values})
    html = response.content.decode()
    return response.status_code, form(html, "/record/"), said(html)


# ---------------------------------------------------------------- the record


def test_what_was_done_is_recorded_once_with_its_lot(staff: Client, begun: Treatment) -> None:
    found = form(page(staff, url(begun)), "/record/")
    data = found.filled(**RECORD)
    assert [staff.post(found.action, data).status_code for _ in range(2)] == [303, 303]
    row = Treatment.objects.get()
    assert (row.state, row.treated_at) == ("done", NOW - 30 * 60)
    assert (row.lot, row.gtin, row.expiry) == ("CN24817", GTIN, date(2027, 6, 30))
    assert (row.needle_mm, row.passes, row.areas) == (Decimal("1.5"), 3, ["cheeks", "nose"])
    assert row.facts["areas"] == ["cheeks", "nose"]


@pytest.mark.parametrize(
    ("name", "value", "problem"),
    [
        ("lot", "", "Enter the cartridge’s lot."),
        ("expiry", "", "Enter the cartridge’s last day."),
        ("expiry", "2026-11-26", "This cartridge had expired."),
        ("expiry", "June", "This is no day."),
        ("gtin", "05012345678901", "This is not a product&#x27;s number."),
        ("device", "", "Enter the device."),
        ("needle_mm", "", "Enter the needle length."),
        ("needle_mm", "0", "A needle has a length."),
        ("needle_mm", "long", "This is no length."),
        ("passes", "", "Enter how many passes."),
        ("passes", "many", "This is no number."),
        ("areas", [], "Choose at least one area."),
        ("when", "", "Enter the day and the time."),
        ("when", "2026-11-27T23:00", "This time has not come yet."),
        ("when", "2026-03-29T01:30", "01:30 on 29 March 2026 does not exist"),
    ],
)
def test_a_record_that_is_not_right_is_refused_at_its_field_and_keeps_the_rest(
    staff: Client, begun: Treatment, name: str, value: str | list[str], problem: str
) -> None:
    found = form(page(staff, url(begun)), "/record/")
    response = staff.post(found.action, {**found.filled(**RECORD), name: value})
    html = response.content.decode()
    assert (response.status_code, Treatment.objects.get().state) == (422, "started")
    assert f"Error: {problem}" in said(html)
    kept = form(html, "/record/").filled()
    assert {k: kept[k] for k in RECORD if k != name} == {
        k: v for k, v in RECORD.items() if k != name
    }


def test_a_cartridge_may_be_used_on_its_last_day(staff: Client, begun: Treatment) -> None:
    assert do(staff, begun, "record", **{**RECORD, "expiry": "2026-11-27"})[0] == 303


def test_nothing_is_recorded_before_the_treatment_has_begun(
    staff: Client, treatment: Treatment
) -> None:
    data = {**RECORD, "version": "1", "once": "0123456789abcdef"}
    response = staff.post(f"{url(treatment)}record/", data)
    assert (response.status_code, Treatment.objects.get().lot) == (422, "")
    assert "This treatment has not begun." in said(response.content.decode())


# ---------------------------------------------------------------- the label


def test_a_scanned_label_fills_the_fields_and_keeps_what_was_typed(
    staff: Client, begun: Treatment
) -> None:
    status, found, told = read(staff, begun, code=PRINTED, device="Pen 2", areas=["chin"])
    filled = found.filled()
    assert status == 200
    assert "The label was read. Compare the lot and the date below with what is printed." in told
    assert (filled["lot"], filled["gtin"], filled["expiry"]) == ("CN24817", GTIN, "2027-06-30")
    assert (filled["code"], filled["device"], filled["areas"]) == ("", "Pen 2", "chin")
    assert Treatment.objects.get().lot == ""


def test_a_photographed_label_fills_the_fields(staff: Client, begun: Treatment) -> None:
    picture = SimpleUploadedFile("label.png", photo(drawn(PRINTED, gs1=True)))
    status, found, _ = read(staff, begun, photo=picture)
    assert (status, found.filled()["lot"]) == (200, "CN24817")


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        (PRINTED.replace("78900", "78901"), "The check digit is wrong in this code."),
        ("CN24817", "This is not a code that names a lot."),
        ("", "There is no code yet."),
        ("x" * 201, "Ensure this value has at most 200 characters"),
    ],
)
def test_a_code_that_cannot_be_read_is_said_at_its_field_and_changes_nothing(
    staff: Client, begun: Treatment, code: str, problem: str
) -> None:
    status, found, told = read(staff, begun, code=code, lot="CN1")
    assert (status, found.filled()["lot"], found.filled()["code"]) == (422, "CN1", code)
    assert f"Error: {problem}" in told


@pytest.mark.parametrize("data", [b"<svg/>", b"GIF89a", b""])
def test_a_photograph_that_is_none_is_refused(staff: Client, begun: Treatment, data: bytes) -> None:
    status, found, told = read(staff, begun, photo=SimpleUploadedFile("l.png", data), lot="CN1")
    assert (status, found.filled()["lot"]) == (422, "CN1")
    assert "Error: " in told


# ---------------------------------------------------------------- corrections


def test_a_corrected_time_stands_beside_what_it_was(staff: Client, done: Treatment) -> None:
    given = {"when": "2026-11-27T11:30", "reason": "Typed wrongly before"}
    assert do(staff, done, "time", **given)[0] == 303
    told = words(staff, done)
    assert "Treated Friday 27 November, 11:30am" in told
    assert (
        "It was: Friday 27 November, 2:30pm It is: Friday 27 November, 11:30am"
        " “Typed wrongly before” Ruth Osei, Friday 27 November, 3:30pm"
    ) in told
    assert [row.kind for row in Told.objects.all()] == ["correction"]


def test_corrected_details_say_only_what_changed(staff: Client, done: Treatment) -> None:
    given = {"fact-skin_type": "6", "reason": "Looked at again today"}
    assert do(staff, done, "details", **given)[0] == 303
    assert Treatment.objects.get().facts["skin_type"] == "6"
    assert (
        "It was: How does your skin react to the sun? Fitzpatrick 4: Burns a little, tans easily"
        " It is: How does your skin react to the sun?"
        " Fitzpatrick 6: Never burns: dark brown or black skin “Looked at again today”"
    ) in words(staff, done)


def test_a_mistyped_lot_is_corrected_and_found_at_its_recall(
    staff: Client, done: Treatment
) -> None:
    given = {"lot": "CN24871", "passes": "4", "reason": "Two digits were swapped"}
    assert do(staff, done, "noted", **given)[0] == 303
    told = words(staff, done)
    assert "The cartridge lot It was: CN24817 It is: CN24871 “Two digits were swapped”" in told
    assert "The passes It was: 3 It is: 4" in told
    assert "Priya Nair" in said(page(staff, "/desk/lots/CN24871/"))
    assert staff.get("/desk/lots/CN24817/").status_code == 404
    assert "The cartridge lot" in page(staff, reverse("desk:course", args=[done.course_id]))


def test_corrected_areas_are_told_to_the_patient(staff: Client, done: Treatment) -> None:
    given: dict[str, str | list[str]] = {"areas": ["eye_contour"], "reason": "Only the eyes"}
    assert do(staff, done, "noted", **given)[0] == 303
    assert Treatment.objects.get().facts["areas"] == ["eye_contour"]
    assert "It was: cheeks, forehead It is: eye contour" in words(staff, done)
    assert [row.kind for row in Told.objects.all()] == ["correction"]


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"lot": ""}, "Enter the cartridge’s lot."),
        ({"expiry": "2026-01-01"}, "This cartridge had expired."),
        ({}, "Nothing was changed."),
    ],
)
def test_a_correction_of_what_was_done_is_held_to_the_same(
    staff: Client, done: Treatment, given: dict[str, str], problem: str
) -> None:
    status, refused = do(staff, done, "noted", **given, reason="Looked at again")
    assert (status, Correction.objects.count()) == (422, 0)
    assert problem in refused


@pytest.mark.parametrize("verb", ["time", "details", "noted"])
@pytest.mark.parametrize(("reason", "problem"), [("", "This is empty."), ("oops", "There is no r")])
def test_a_correction_needs_a_reason(
    staff: Client, done: Treatment, verb: str, reason: str, problem: str
) -> None:
    status, refused = do(staff, done, verb, reason=reason)
    assert (status, Correction.objects.count()) == (422, 0)
    assert f"Error: {problem}" in refused


def test_a_stale_correction_is_told_and_overwrites_nothing(staff: Client, done: Treatment) -> None:
    found = form(page(staff, url(done)), "/time/")
    do(staff, done, "time", when="2026-11-27T11:30", reason="Typed wrongly before")
    data = found.filled(when="2026-11-27T10:00", reason="Mine is another")
    response = staff.post(found.action, data)
    assert (response.status_code, Correction.objects.count()) == (409, 1)
    assert form(response.content.decode(), "/time/").filled()["reason"] == "Mine is another"
