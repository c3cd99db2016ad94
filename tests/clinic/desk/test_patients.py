from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from aftercare.clinic.records.models import Clinic, Patient, Treatment
from aftercare.clinic.services.access import Desk
from aftercare.clinic.services.patients import add_patient
from tests.clinic import story
from tests.clinic.desk.sending import form, page, said

NEW = "/desk/patients/new/"
GIVEN = {"name": "Tom Okafor", "born": "1984-07-17", "email": "tom@example.com"}


def send(staff: Client, url: str, **values: str) -> tuple[int, str]:
    found = form(page(staff, url), "")
    response = staff.post(url, found.filled(**values))
    return response.status_code, said(response.content.decode())


def change_url(patient: Patient) -> str:
    return reverse("desk:patient_change", args=[patient.pk])


def test_a_new_patient_is_added_once_however_often_it_is_sent(staff: Client) -> None:
    data = form(page(staff, NEW), "").filled(**GIVEN)
    led = [staff.post(NEW, data).headers["Location"] for _ in range(2)]
    row = Patient.objects.get()
    assert led == [reverse("desk:patient", args=[row.pk])] * 2
    assert (row.name, row.born, row.email) == ("Tom Okafor", date(1984, 7, 17), "tom@example.com")


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"name": ""}, "Enter the patient's name."),
        ({"email": ""}, "There is no way to reach this patient."),
        ({"email": "tom"}, "This is no email address."),
        ({"born": "17 July"}, "This is no day."),
        ({"born": "2026-11-28"}, "This cannot be a date of birth."),
        ({"born": "1884-07-17"}, "This cannot be a date of birth."),
    ],
)
def test_details_that_cannot_be_are_refused_at_their_field(
    staff: Client, values: dict[str, str], problem: str
) -> None:
    status, words = send(staff, NEW, **{**GIVEN, **values})
    assert (status, Patient.objects.count()) == (422, 0)
    assert words.startswith("Error: New patient")
    assert f"Error: {problem}" in words.replace("&#x27;", "'")


def test_the_same_name_and_birth_date_are_asked_about_first(
    staff: Client, patient: Patient
) -> None:
    del patient
    same = {"name": "priya NAIR ", "born": "1991-05-02", "email": "p2@example.com"}
    status, words = send(staff, NEW, **same)
    assert (status, Patient.objects.count()) == (422, 1)
    assert "Is it one of these? Priya Nair, born 2 May 1991 priya@example.com" in words
    status, _ = send(staff, NEW, **same, another="on")
    assert (status, Patient.objects.count()) == (303, 2)


def test_the_same_name_alone_is_no_doubt(staff: Client, patient: Patient) -> None:
    del patient
    status, _ = send(staff, NEW, name="Priya Nair", born="1970-01-01", phone="020 7946 0001")
    assert (status, Patient.objects.count()) == (303, 2)


def test_patients_are_found_by_parts_of_what_is_known(
    staff: Client, desk: Desk, patient: Patient
) -> None:
    del patient
    add_patient(desk, {"name": "Tom Okafor", "phone": "07700 900123"})
    by_name = said(page(staff, "/desk/patients/?q=nai+pri"))
    by_phone = said(page(staff, "/desk/patients/?q=900123"))
    assert ("Priya Nair" in by_name, "Tom Okafor" in by_name) == (True, False)
    assert ("Priya Nair" in by_phone, "Tom Okafor" in by_phone) == (False, True)
    assert "No patient fits." in said(page(staff, "/desk/patients/?q=nobody"))


def test_a_patient_stands_with_their_courses(
    staff: Client, desk: Desk, treatment: Treatment
) -> None:
    story.treated(desk, treatment)
    words = said(page(staff, reverse("desk:patient", args=[treatment.course.patient_id])))
    assert "Born 2 May 1991 Email priya@example.com Phone None" in words
    assert "Treated Friday 27 November, 2:30pm" in words
    assert "Elena Rossi, lot CN24817 Done" in words


def test_details_are_changed(staff: Client, patient: Patient) -> None:
    status, _ = send(staff, change_url(patient), email="new@example.com")
    patient.refresh_from_db()
    assert (status, patient.email, patient.name) == (303, "new@example.com", "Priya Nair")


def test_a_stale_tab_is_told_and_loses_nothing(staff: Client, patient: Patient) -> None:
    mine = form(page(staff, change_url(patient)), "").filled(name="Priya Nair-Shah")
    send(staff, change_url(patient), phone="020 7946 0999")
    response = staff.post(change_url(patient), mine)
    html = response.content.decode()
    assert response.status_code == 409
    assert "Somebody changed this while you were writing." in said(html)
    assert "020 7946 0999" in said(html)
    patient.refresh_from_db()
    assert patient.name == "Priya Nair"
    again = staff.post(change_url(patient), form(html, "").filled())
    patient.refresh_from_db()
    assert (again.status_code, patient.name) == (303, "Priya Nair-Shah")


@pytest.mark.parametrize("name", ["patient", "patient_change", "treatment_new"])
def test_a_patient_of_another_clinic_is_not_there(
    staff: Client, patient: Patient, name: str
) -> None:
    Patient.objects.update(clinic=Clinic.objects.create(slug="other", name="Other"))
    assert staff.get(reverse(f"desk:{name}", args=[patient.pk])).status_code == 404
    assert "Priya Nair" not in page(staff, "/desk/patients/?q=priya")


def test_who_is_not_signed_in_sees_no_patient(client: Client, patient: Patient) -> None:
    urls = ["/desk/patients/", NEW, change_url(patient)]
    assert [client.get(url).status_code for url in urls] == [302, 302, 302]
    assert client.post(NEW, GIVEN).status_code == 302
    assert Patient.objects.count() == 1
