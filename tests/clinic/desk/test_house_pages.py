"""Settings, people, advice, help and sign-in: each opens, and changes only for who may."""

import pytest
from django.test import Client
from django.urls import reverse

from aftercare.clinic.records.models import Clinic, Decision, Person, Publication
from aftercare.clinic.services import people
from tests.clinic.pages import forms
from tests.clinic.story import NOW

NEEDLING = ["micro-needling"]
PAGES = [
    ("settings", []), ("settings_part", ["contact"]), ("settings_part", ["look"]),
    ("settings_part", ["consent"]), ("settings_part", ["triage"]), ("people", []), ("help", []),
    ("advice", []), ("advice_page", NEEDLING), ("advice_table", NEEDLING),
    ("advice_print", NEEDLING),
]  # fmt: skip


@pytest.mark.parametrize(("name", "args"), PAGES)
@pytest.mark.usefixtures("publication")
def test_an_owner_may_open_every_page(staff: Client, name: str, args: list[str]) -> None:
    assert staff.get(reverse(f"desk:{name}", args=args)).status_code == 200


@pytest.mark.usefixtures("publication", "stopped")
def test_a_nurse_decides_publishes_and_changes_nothing(client: Client, nurse: Person) -> None:
    client.force_login(nurse)
    before = (Publication.objects.count(), Decision.objects.count())
    key = {"once": "k" * 32, "to": "adopt"}
    paths = (
        reverse("desk:advice_publish", args=NEEDLING),
        reverse("desk:advice_approve", args=NEEDLING),
        reverse("desk:advice_decide", args=[*NEEDLING, "flag-eye"]),
        reverse("desk:settings_part", args=["contact"]),
    )
    assert [client.post(path, key).status_code for path in paths] == [403] * 4
    assert (Publication.objects.count(), Decision.objects.count()) == before


def test_a_stale_tab_of_the_settings_is_told(staff: Client, clinic: Clinic) -> None:
    path = reverse("desk:settings_part", args=["look"])
    first, second = (forms(staff.get(path).content.decode())[0] for _ in range(2))
    assert staff.post(path, first.filled(name="Rowan Skin")).status_code == 303
    assert staff.post(path, second.filled(name="Another name")).status_code == 409
    clinic.refresh_from_db()
    assert clinic.name == "Rowan Skin"


@pytest.mark.usefixtures("stopped")
def test_an_invitation_is_used_once_and_by_its_button_alone(client: Client, nurse: Person) -> None:
    path = "/desk" + people.invitation(nurse, NOW).partition("/desk")[2]
    statuses = [client.get(path).status_code, client.head(path).status_code]
    assert (statuses, client.post(path).status_code) == ([200, 200], 303)
    assert Client().post(path).status_code == 404
    assert client.get(reverse("account_set_password")).status_code == 200


@pytest.mark.django_db
def test_the_sign_in_opens_and_refuses_what_is_wrong() -> None:
    path = reverse("account_login")
    assert Client().get(path).status_code == 200
    shown = Client().post(path, {"login": "a@example.com", "password": "wrong"})
    assert "There is a problem" in shown.content.decode()
