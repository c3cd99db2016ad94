"""Anybody brings a file, without an account: each fact is said, and which one fails."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from aftercare.clinic.records.models import Treatment
from aftercare.clinic.services.access import Desk
from aftercare.clinic.services.evidence import checking, proofs, verifying
from aftercare.core.consent.evidence import read_proof
from aftercare.exchange.consent.bundle import Bundle, make_bundle
from tests.clinic import story
from tests.clinic.desk.sending import said
from tests.clinic.patient.conftest import Handset
from tests.clinic.story import NOW
from tests.exchange.consent.house import opened

URL = "/verify/"


@pytest.fixture
def file(desk: Desk, treatment: Treatment) -> bytes:
    """A patient's bundle."""
    return proofs.bundle(proofs.sealed_of(story.signed(desk, treatment)))


def sent(data: bytes, head: bytes = b"") -> tuple[int, str]:
    """Send a file as a browser does that was never here."""
    given = {"file": SimpleUploadedFile("consent", data)}
    if head:
        given["head"] = SimpleUploadedFile("head.json", head)
    answer = Client().post(URL, given)
    return answer.status_code, said(answer.content.decode())


def pdf_of(bundle: bytes) -> bytes:
    return zipfile.ZipFile(io.BytesIO(bundle)).read("consent.pdf")


def test_a_bundle_is_proved_in_the_log_of_this_house(file: bytes) -> None:
    status, words = sent(file)
    assert (status, "Proved: this is the consent as it was signed" in words) == (200, True)
    assert "Fails:" not in words


def test_a_pdf_alone_is_proved_with_the_clinic_s_log(file: bytes) -> None:
    assert "Proved: this is the consent as it was signed" in sent(pdf_of(file))[1]


def test_a_changed_pdf_is_not_proved_and_says_why(file: bytes) -> None:
    words = sent(pdf_of(file) + b"\n% more")[1]
    assert "Not proved" in words
    assert "Fails:" in words


def test_a_head_that_was_kept_is_compared(desk: Desk, file: bytes) -> None:
    head = checking.publish_head(desk.clinic, NOW)
    assert "It is the same log as the one whose tree head you hold." in sent(file, head)[1]


@pytest.mark.usefixtures("publication")
def test_a_bundle_of_another_house_is_none_that_is_known_here() -> None:
    words = sent(make_bundle(opened().bundle))[1]
    assert "The log is none that you trust." in words
    assert "Not proved" in words


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"hello", "This is neither a PDF nor a bundle."),
        (b"PK\x03\x04 cut off", "damaged or incomplete"),
        (b"%PDF-1.7 not really", "cannot be read to its end"),
        (b"", "This file is empty"),
    ],
)
def test_what_is_no_consent_has_a_word(data: bytes, words: str) -> None:
    status, shown = sent(data)
    assert (status, words in shown) == (422, True)


def test_a_head_that_is_none_is_said_at_its_field(file: bytes) -> None:
    status, words = sent(file, b"{}")
    assert (status, "This is not a tree head of Aftercare." in words) == (422, True)


def test_too_many_looks_wait_a_minute(file: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verifying, "A_MINUTE", 2)
    found = [sent(file)[0] for _ in range(3)]
    assert found == [200, 200, 422]


def test_a_record_can_be_made_by_hand_and_proves_nothing(file: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    proof, _ = read_proof(parts["proof.json"])
    assert proof is not None
    forged = make_bundle(Bundle(parts["consent.pdf"], b"{}", proof))
    assert "Not proved" in sent(forged)[1]


def test_a_patient_keeps_their_proof_and_it_proves(
    desk: Desk, treatment: Treatment, handset: Handset
) -> None:
    story.signed(desk, treatment)
    answer = handset.client.get(handset.at("consent_bundle"))
    assert answer.headers["Content-Type"] == "application/zip"
    assert "Proved: this is" in sent(answer.content)[1]
    page = handset.client.get(handset.at("consent_pdf"))
    assert page.content.startswith(b"%PDF-1.7")


def test_another_phone_gets_no_file(desk: Desk, treatment: Treatment, handset: Handset) -> None:
    story.signed(desk, treatment)
    assert Client().get(handset.at("consent_bundle")).status_code == 302


@pytest.mark.django_db
def test_a_count_that_the_cache_has_dropped_begins_again() -> None:
    assert verifying._counted("not-kept") == 1  # noqa: SLF001 - a race, in one step
