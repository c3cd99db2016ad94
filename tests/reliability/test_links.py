"""One-time links: a scanner that looks at them uses none up, and each lets one person in once."""

import time
from typing import Any

import pytest
from django.test import Client

from aftercare.clinic.records.models import Handover, Invitation, Person
from aftercare.clinic.services import links, people
from aftercare.clinic.services.access import Desk
from tests.reliability import world
from tests.reliability.world import World

SIZES = [(50, 10), pytest.param(500, 100, marks=pytest.mark.campaign)]


@pytest.fixture
def house(db: None) -> World:
    del db
    return world.made()


def desk(house: World, seconds_ago: int = 0) -> Desk:
    return Desk(house.clinic, house.owner, int(time.time()) - seconds_ago)


def handover(house: World, ago: int = 0) -> str:
    return f"/h/{links.hand_over(desk(house, ago), house.courses[0])}/"


def invitation(house: World, ago: int = 0) -> str:
    address = people.invitation(house.nurse, desk(house, ago).at)
    return address[address.index("/desk/") :]


LIFE = {handover: links.HANDOVER_SECONDS, invitation: people.INVITATION_SECONDS}
WAYS = pytest.mark.parametrize("way", [handover, invitation])


def comes_in(client: Client, link: str) -> bool:
    """Press the button, and tell whether the page behind it opens."""
    answer = client.post(link)
    if answer.status_code != 303:
        return False
    return client.get(answer.headers["Location"]).status_code == 200


@WAYS
@pytest.mark.parametrize(("looks", "tries"), SIZES)
def test_a_link_that_scanners_looked_at_still_opens(
    house: World, way: Any, looks: int, tries: int
) -> None:
    del tries
    link = way(house)
    for i in range(looks):
        scanner = Client()
        assert (scanner.head if i % 2 else scanner.get)(link).status_code == 200
        assert not scanner.cookies.get("device")
    assert Handover.objects.exclude(used_at=None).count() == 0
    assert Invitation.objects.exclude(used_at=None).count() == 0
    assert comes_in(Client(), link)


@WAYS
@pytest.mark.parametrize(("looks", "tries"), SIZES)
def test_a_link_opens_once_and_in_one_browser(
    house: World, way: Any, looks: int, tries: int
) -> None:
    del looks
    link, first = way(house), Client()
    assert comes_in(first, link)
    again = [comes_in(Client(), link) for _ in range(tries)] + [first.post(link).status_code != 404]
    assert sum(again) == 0


@WAYS
@pytest.mark.parametrize(("looks", "tries"), SIZES)
def test_a_link_that_is_too_old_lets_nobody_in(
    house: World, way: Any, looks: int, tries: int
) -> None:
    del looks
    old = [way(house, ago=LIFE[way] + i) for i in range(tries)]
    assert sum(comes_in(Client(), link) for link in old) == 0


@pytest.mark.parametrize(("looks", "tries"), SIZES)
def test_an_address_opens_nothing_in_another_browser(house: World, looks: int, tries: int) -> None:
    del looks
    course = house.courses[0]
    inside = world.phone(course).get(f"/c/{course.address}/")
    others = [Client().get(f"/c/{course.address}/") for _ in range(tries)]
    assert inside.status_code == 200
    assert {answer.headers.get("Location") for answer in others} == {f"/c/{course.address}/open/"}


def test_an_invitation_of_somebody_who_left_lets_nobody_in(house: World) -> None:
    link = invitation(house)
    Person.objects.filter(pk=house.nurse.pk).update(is_active=False)
    assert not comes_in(Client(), link)
