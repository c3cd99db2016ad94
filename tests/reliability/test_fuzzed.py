"""Whatever is sent, nobody sees the page of a bug."""

import os
from collections import Counter
from random import Random

import pytest
from django.test import Client

from aftercare.clinic.records.models import (
    CheckIn,
    Concern,
    Consent,
    Course,
    Patient,
    Person,
    Treatment,
)
from tests.clinic.routes import routes
from tests.reliability import world
from tests.reliability.fuzz import Fuzz
from tests.reliability.world import World

SEED = int(os.environ.get("AFTERCARE_FUZZ_SEED", "20261126"))
WHO = ("anonymous", "stranger", *("patient",) * 3, *("nurse",) * 2, *("owner",) * 3)
_ANEW = 10  # requests after which everybody signs in again: some of them sign somebody out


def visitors(house: World) -> dict[str, Client]:
    """Let everybody in who has a way in."""
    Person.objects.update(is_active=True)
    return {
        "anonymous": Client(raise_request_exception=False),
        "patient": world.phone(house.courses[0]),
        "nurse": world.staff(house.nurse),
        "owner": world.staff(house.owner),
        "stranger": world.staff(house.stranger),
    }


def ids(house: World) -> dict[str, list[str]]:
    """Give rows by the kind of page that stands for them; of a course its patient's own."""
    own = house.courses[0]
    kinds = {
        "patients": Patient.objects.all(),
        "courses": Course.objects.all(),
        "treatments": Treatment.objects.all(),
        "consents": Consent.objects.all(),
        "inbox": Concern.objects.all(),
        "settings": Person.objects.filter(clinic=house.clinic),
        "check-in": CheckIn.objects.filter(course=own),
        "consent": Consent.objects.filter(treatment__course=own),
        "messages": Concern.objects.filter(course=own),
    }
    return {kind: [str(row.pk) for row in rows] for kind, rows in kinds.items()}


def known(house: World) -> dict[str, list[str]]:
    """Give values that mean something, by the name of their place."""
    verbs = ["reply", "seen", "confirm", "start", "record", "send", "explain", "withdraw", "time"]
    return {
        "address": [house.courses[0].address],
        "verb": verbs,
        "name": ["micro-needling"],
        "clause": ["stop-diabetes"],
        "part": ["contact", "look", "rules", "name"],
        "page_": ["check", "sign", "agree", "permit"],
        "lot": ["CN24817"],
        "slug": ["rowan"],
    }


@pytest.mark.parametrize("wanted", [500, pytest.param(10_000, marks=pytest.mark.campaign)])
def test_no_request_meets_a_bug(transactional_db: None, wanted: int) -> None:
    del transactional_db
    house = world.made()
    chance = Random(SEED)  # noqa: S311 - the same requests each time, and no secret
    fuzz, statuses, bugs = Fuzz(chance, routes(), ids(house), known(house)), Counter[int](), []
    people = visitors(house)
    for i in range(wanted):
        if i % _ANEW == 0:
            people = visitors(house)
        who = chance.choice(WHO)
        tried = fuzz.one(who, people[who])
        statuses[tried.status] += 1
        if tried.status >= 500:
            bugs.append(tried)
    print(f"\n{wanted} requests, seed {SEED}: {dict(sorted(statuses.items()))}")  # noqa: T201 - the figure itself
    assert bugs == [], f"AFTERCARE_FUZZ_SEED={SEED} sends them again"


@pytest.mark.parametrize("address", ["/c/a%00b/", "/desk/recall/%00/", "/desk/patients/?q=%00"])
def test_a_nul_in_an_address_is_a_request_that_cannot_be_read(db: None, address: str) -> None:
    del db
    answer = world.staff(world.made().owner).get(address)
    assert (answer.status_code, "cannot be read" in answer.content.decode()) == (400, True)


def test_a_form_s_key_with_a_nul_is_no_key(db: None) -> None:
    del db
    course = world.made().courses[0]
    sent = {"once": "a key with a NUL \0 in it", "words": "It throbs."}
    assert world.phone(course).post(f"/c/{course.address}/worried/", sent).status_code == 422
