"""Records are kept as long as the clinic says, held if need be, then erased without a trace."""

from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from aftercare.clinic.records.models import LogSalt, Patient, SealedFile, Treatment
from aftercare.clinic.services import checkins, concerns, keeping
from aftercare.clinic.services.access import Desk
from aftercare.clinic.services.evidence import checking, proofs
from aftercare.clinic.services.evidence.sealing import STATEMENT
from aftercare.clinic.services.refusals import NotAllowed, Refused
from aftercare.exchange.consent.verify import verify
from tests.clinic import story
from tests.clinic.story import DAY, NOW

ELEVEN_YEARS = 11 * 366 * DAY
PERSONAL = ("Priya Nair", "priya@example.com", "throbs at night", "come at nine tomorrow")


def years_later(desk: Desk) -> Desk:
    return replace(desk, at=NOW + ELEVEN_YEARS)


@pytest.fixture
def told(desk: Desk, treatment: Treatment) -> Treatment:
    """A patient with everything: a signature, a check-in, a worry and its answer."""
    story.treated(desk, treatment)
    phone = story.phone(treatment, NOW + DAY)
    checkins.record_checkin(phone, {"redness": "severe"}, {}, words="It throbs at night.")
    worry = concerns.tell_worry(phone, "It throbs at night.")
    concerns.reply(desk, worry, "Then come at nine tomorrow.", worry.version)
    return treatment


def erased(desk: Desk, treatment: Treatment) -> Patient:
    patient = Patient.objects.get(pk=treatment.course.patient_id)
    return keeping.erase(years_later(desk), patient, patient.name, patient.version)


def test_nothing_is_erased_before_its_time(desk: Desk, told: Treatment) -> None:
    patient = told.course.patient
    with pytest.raises(Refused, match="not over"):
        keeping.erase(desk, patient, patient.name, patient.version)


def test_what_is_held_is_not_erased_whatever_its_age(desk: Desk, told: Treatment) -> None:
    patient = told.course.patient
    keeping.hold(desk, patient, "A claim of March.", patient.version)
    late = years_later(desk)
    assert keeping.kept(late, patient).over is False
    with pytest.raises(Refused, match="A claim of March"):
        keeping.erase(late, patient, patient.name, patient.version)
    keeping.hold(late, patient, "", patient.version)
    assert keeping.kept(late, patient).over is True


def test_only_the_right_name_erases(desk: Desk, told: Treatment) -> None:
    patient = told.course.patient
    with pytest.raises(Refused, match="not the patient's name"):
        keeping.erase(years_later(desk), patient, "Priya", patient.version)


def test_only_an_owner_holds_or_erases(desk: Desk, told: Treatment) -> None:
    nurse = replace(years_later(desk), person=told.practitioner)
    patient = told.course.patient
    with pytest.raises(NotAllowed):
        keeping.hold(nurse, patient, "A claim of March.", patient.version)
    with pytest.raises(NotAllowed):
        keeping.erase(nurse, patient, patient.name, patient.version)


def test_after_erasure_every_proof_still_holds(desk: Desk, told: Treatment) -> None:
    held = proofs.bundle(SealedFile.objects.get())
    erased(desk, told)
    late = years_later(desk)
    assert checking.check(desk.clinic, late.at) == []
    verdict, _ = verify(held)  # the patient's own copy is theirs
    assert verdict is not None
    assert verdict.proved is True


def test_erasure_leaves_no_row_that_leads_to_the_patient(desk: Desk, told: Treatment) -> None:
    patient = erased(desk, told)
    assert (patient.name, patient.email, SealedFile.objects.count()) == ("Erased", "", 0)
    assert not LogSalt.objects.filter(patient=patient).exists()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - the database's own names
            row = " ".join(map(str, cursor.fetchall()))
            assert [word for word in PERSONAL if word in row] == [], table


@pytest.mark.skipif("postgres" in str(settings.DATABASES["default"]["ENGINE"]), reason="a file")
@pytest.mark.django_db(transaction=True)
def test_erasure_leaves_no_byte_in_the_file(desk: Desk, told: Treatment) -> None:
    place = Path(str(connection.settings_dict["NAME"]))

    def found() -> list[str]:
        files = [place, place.with_name(f"{place.name}-wal")]
        data = b"".join(each.read_bytes() for each in files if each.exists())
        return [word for word in PERSONAL if word.encode() in data]

    assert sorted(found()) == sorted(PERSONAL)
    erased(desk, told)
    assert found() == []
    assert STATEMENT
