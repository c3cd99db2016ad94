"""How a patient comes in, and what a mail scanner's visit does: nothing."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from aftercare.clinic.records.models import Code, Device, Handover, Treatment
from aftercare.clinic.services import links
from aftercare.clinic.services.access import Desk
from tests.clinic.patient.conftest import Clock, Handset


@pytest.fixture
def address(treatment: Treatment, clock: Clock) -> str:
    del clock
    return treatment.course.address


def at(name: str, address: str) -> str:
    return reverse(f"patient:{name}", args=[address])


def code(folder: Path) -> str:
    newest = max(folder.glob("*.txt"), key=lambda file: file.stat().st_mtime_ns)
    found = re.search(r"Your code is (\d{6})", newest.read_text(encoding="utf-8"))
    assert found is not None
    return found[1]


@pytest.mark.django_db(transaction=True)
def test_a_code_opens_the_page_and_the_browser_is_known(address: str, sent: Path) -> None:
    client = Client()
    assert "p…a@example.com" in client.get(at("open", address)).content.decode()
    assert client.post(at("send_code", address))["Location"] == at("code", address)
    answer = client.post(at("code", address), {"code": code(sent)})
    assert (answer.status_code, answer["Location"]) == (303, at("today", address))
    assert client.get(at("today", address)).status_code == 200
    assert client.get(at("open", address))["Location"] == at("today", address)


def test_a_wrong_code_is_said_at_its_field(address: str) -> None:
    client = Client()
    client.post(at("send_code", address))
    answer = client.post(at("code", address), {"code": "12345"})
    assert answer.status_code == 422
    assert "This is not the code." in answer.content.decode()


def test_a_sixth_code_in_an_hour_is_refused_with_words(address: str) -> None:
    client = Client()
    statuses = [client.post(at("send_code", address)).status_code for _ in range(6)]
    assert statuses == [303] * 5 + [422]


def test_looking_at_an_address_sends_nothing(address: str) -> None:
    client = Client()
    for method in (client.get, client.head):
        method(at("open", address))
        method(at("code", address))
    assert not Code.objects.exists()


def test_an_address_that_is_none_is_no_such_page(address: str) -> None:
    del address
    assert Client().get(at("open", "nowhere")).status_code == 404


def test_only_the_button_uses_a_handover_up(desk: Desk, treatment: Treatment, address: str) -> None:
    path = at("handover", links.hand_over(desk, treatment.course))
    scanner, phone = Client(), Client()
    for _ in range(3):
        assert scanner.get(path).status_code == scanner.head(path).status_code == 200
    assert Handover.objects.get().used_at is None
    assert phone.post(path)["Location"] == at("today", address)
    used = scanner.post(path)
    assert (used.status_code, "does not work any more" in used.content.decode()) == (404, True)
    assert settings.DEVICE_COOKIE_NAME not in scanner.cookies


def test_whoever_leaves_is_unknown_afterwards(handset: Handset) -> None:
    answer = handset.client.post(handset.at("leave"))
    assert answer["Location"] == handset.at("open")
    assert Device.objects.get().ended_at is not None
    assert handset.client.get(handset.at("today"))["Location"] == handset.at("open")


def test_the_clinics_device_goes_back_to_the_sign_in(handset: Handset) -> None:
    Device.objects.update(here=True)
    assert handset.client.post(handset.at("leave"))["Location"] == reverse("account_login")
