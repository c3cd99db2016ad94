"""Who may open what: every route, visited by those who have no business there.

A route without a row here fails the first test: somebody must say to whom it belongs.
"""

from collections.abc import Iterator
from itertools import cycle
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import RegexPattern

from aftercare.clinic.desk import consent_acts, inbox_acts, treatment_acts
from aftercare.clinic.records.models import (
    CheckIn,
    Concern,
    Consent,
    Patient,
    Person,
    Treatment,
)
from tests.clinic.routes import Route, routes
from tests.reliability import world
from tests.reliability.world import World

# Pages of the desk that stand for a row of the clinic, by the kind of the row.
OWN = {
    "desk:patient": Patient,
    "desk:patient_change": Patient,
    "desk:keeping": Patient,
    "desk:keeping_erase": Patient,
    "desk:treatment_new": Patient,
    "desk:course": None,
    "desk:course_link": None,
    "desk:course_qr": None,
    "desk:course_write": None,
    "desk:treatment": Treatment,
    "desk:treatment_act": Treatment,
    "desk:treatment_label": Treatment,
    "desk:treatment_plan": Treatment,
    "desk:consent_prepare": Treatment,
    "desk:screening": Treatment,
    "desk:consent": Consent,
    "desk:consent_act": Consent,
    "desk:consent_bundle": Consent,
    "desk:consent_here": Consent,
    "desk:consent_print": Consent,
    "desk:consent_qr": Consent,
    "desk:concern": Concern,
    "desk:concern_act": Concern,
    "desk:concern_seen": Concern,
    "desk:person": Person,
}
# Pages of the desk that show the clinic of whoever is signed in, and of nobody else.
MINE = {
    "desk:today",
    "desk:help",
    "desk:inbox",
    "desk:inbox_keys",
    "desk:lots",
    "desk:lot",
    "desk:lot_print",
    "desk:patients",
    "desk:patient_new",
    "desk:settings",
    "desk:settings_part",
    "desk:settings_logo",
    "desk:people",
    "desk:advice",
    "desk:advice_page",
    "desk:advice_decide",
    "desk:advice_preview",
    "desk:advice_print",
    "desk:advice_publish",
    "desk:advice_review",
    "desk:editor_new",
    "desk:editor_own",
    "desk:editor",
    "desk:editor_act",
    "desk:editor_clause",
    "desk:editor_file",
    "desk:editor_checked",
    "desk:editor_gaps",
    "desk:editor_language",
    "desk:editor_text",
    "desk:editor_table",
    "desk:editor_row",
    "desk:editor_row_new",
    "desk:editor_row_act",
    "desk:advice_table",
    "desk:advice_approve",
    "mfa_index",
    "mfa_view_recovery_codes",
    "mfa_download_recovery_codes",
    "mfa_generate_recovery_codes",
    "mfa_reauthenticate",
    "mfa_activate_totp",
    "mfa_deactivate_totp",
    "account_change_password",
    "account_set_password",
    "account_reauthenticate",
}
# Pages of one course; the last ones stand for a row of it.
COURSE = {
    "patient:today",
    "patient:about",
    "patient:before",
    "patient:before_done",
    "patient:calendar",
    "patient:can",
    "patient:checkin",
    "patient:consent",
    "patient:consent_bundle",
    "patient:consent_copy",
    "patient:consent_pdf",
    "patient:leave",
    "patient:messages",
    "patient:ask",
    "patient:read",
    "patient:weeks",
    "patient:weeks_sheet",
    "patient:worried",
}
PART = {
    "patient:checkin_done": CheckIn,
    "patient:consent_page": Consent,
    "patient:consent_ask": Consent,
    "patient:consent_withdraw": Consent,
    "patient:conversation": Concern,
}
# Pages for those who are not in yet; they show nobody's care. The last ones are files.
OPEN = {
    "front",
    "account_login",
    "account_logout",
    "account_inactive",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key_done",
    "mfa_authenticate",
    "desk:invitation",
    "patient:open",
    "patient:code",
    "patient:send_code",
    "patient:handover",
    "patient:verify",
    "ui-colour",
    "ui-logo",
}
VERBS = sorted({*consent_acts.ACTS, *inbox_acts.ACTS, *treatment_acts.ACTS, "nothing"})
REFUSED = {403, 404, 405}
BODY = {"once": "a key of a stranger", "version": "1", "words": "Let me in.", "name": "Sam Elm"}
SIZES = [0, pytest.param(10_000, marks=pytest.mark.campaign)]


@pytest.fixture
def house(db: None) -> World:
    del db
    return world.made()


def test_every_route_has_a_row() -> None:
    rows = [*OWN, *MINE, *COURSE, *PART, *OPEN]
    assert sorted(rows) == sorted(route.name for route in routes())
    # A pattern that is no plain route has no row: the link to a new password is the only one.
    assert [each.name for each in patterns(get_resolver())] == ["account_reset_password_from_key"]


def patterns(inside: URLResolver) -> Iterator[URLPattern]:
    for each in inside.url_patterns:
        if isinstance(each, URLResolver):
            yield from patterns(each)
        elif isinstance(each.pattern, RegexPattern):
            yield each


def filled(route: Route, **values: Any) -> Iterator[str]:
    """Give the route's addresses: with these values, and with each verb where it has one."""
    known = {
        "name": "micro-needling",
        "clause": "stop-diabetes",
        "lot": "CN24817",
        "id_": "no-heat",
        "language": "de",
        "part": "contact",
    }
    known |= {name: str(value) for name, value in values.items()}
    for verb in VERBS if "verb" in dict(route.places) else [""]:
        yield route.path(**known, verb=verb, page_=values.get("page_", "check"))


def ask(client: Client, method: str, address: str) -> Any:
    return client.post(address, BODY) if method == "POST" else client.get(address)


def addresses_of_rows(house: World) -> list[str]:
    """Give every address of the desk that stands for a row of the sample clinic."""
    found = []
    for route in (each for each in routes() if each.name in OWN):
        kind = OWN[route.name]
        rows = kind.objects.filter(clinic=house.clinic) if kind else house.courses
        found += [address for row in rows for address in filled(route, id_=row.pk)]
    return found


def visits(addresses: list[str], wanted: int) -> list[tuple[str, str]]:
    """Give visits by GET and by POST: all of them once, or as often as is wanted."""
    once = [(method, address) for address in addresses for method in ("GET", "POST")]
    return [visit for _, visit in zip(range(max(wanted, len(once))), cycle(once), strict=False)]


def test_the_clinic_s_own_owner_opens_what_a_stranger_may_not(house: World) -> None:
    owner = world.staff(house.owner)
    statuses = {a: owner.get(a).status_code for a in addresses_of_rows(house)}
    opened = [address for address, status in statuses.items() if status == 200]
    rooms = {address.split("/")[2] for address in opened}
    assert rooms == {"patients", "courses", "treatments", "consents", "inbox", "settings"}
    assert [a for a in opened if world.staff(house.stranger).get(a).status_code != 404] == []
    own = house.courses[0]
    assert world.phone(own).get(f"/c/{own.address}/").status_code == 200


@pytest.mark.parametrize("wanted", SIZES)
def test_the_owner_of_another_clinic_opens_and_changes_no_row(house: World, wanted: int) -> None:
    before, stranger = world.kept(house.clinic), world.staff(house.stranger)
    answers = [
        (*v, ask(stranger, *v).status_code) for v in visits(addresses_of_rows(house), wanted)
    ]
    assert [each for each in answers if each[2] not in REFUSED] == []
    assert world.kept(house.clinic) == before


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_the_desk_shows_another_clinic_nothing_of_this_one(house: World, method: str) -> None:
    before, names = world.kept(house.clinic), [p.name for p in Patient.objects.all()]
    names += [house.owner.name, house.nurse.name, "Rowan"]
    for route in (each for each in routes() if each.name in MINE):
        stranger = world.staff(house.stranger)
        for address in filled(route):
            answer = ask(stranger, method, address)
            words = answer.content.decode("utf-8", "replace")
            assert (address, [name for name in names if name in words]) == (address, [])
            assert answer.status_code < 500, address
    assert world.kept(house.clinic) == before


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_who_is_not_signed_in_is_led_to_the_sign_in(house: World, method: str) -> None:
    desk = [a for route in routes() if route.name in MINE for a in filled(route)]
    before, wrong = world.kept(house.clinic), []
    for address in [*desk, *addresses_of_rows(house)]:
        answer = ask(Client(), method, address)
        there = answer.headers.get("Location", "")
        led = answer.status_code == 302 and there.startswith("/desk/account/login/")
        if not led and answer.status_code not in {404, 405}:
            wrong.append((address, answer.status_code, there))
    assert wrong == []
    assert world.kept(house.clinic) == before


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_another_patient_s_phone_opens_no_page_of_a_course(house: World, method: str) -> None:
    course, other = house.courses[0], house.courses[1]
    phone = world.phone(other)
    before, wrong = world.kept(house.clinic), []
    for route in (each for each in routes() if each.name in {*COURSE, *PART}):
        for address in filled(route, address=course.address, id_=house.clinic.pk):
            answer = ask(phone, method, address)
            there = answer.headers.get("Location", "")
            led = answer.status_code == 302 and there == f"/c/{course.address}/open/"
            if not led and answer.status_code not in {404, 405}:
                wrong.append((address, answer.status_code, there))
    assert wrong == []
    assert world.kept(house.clinic) == before


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_patient_opens_no_row_of_another_course_below_their_own(
    house: World, method: str
) -> None:
    own = house.courses[0]
    phone = world.phone(own)
    before, wrong = world.kept(house.clinic), []
    for route in (each for each in routes() if each.name in PART):
        kind = PART[route.name]
        link = "treatment__course" if kind is Consent else "course"
        rows = kind._default_manager.exclude(**{link: own})  # noqa: SLF001 - Django's public name for it
        for row in rows:
            for address in filled(route, address=own.address, id_=row.pk):
                status = ask(phone, method, address).status_code
                if status != 404:
                    wrong.append((address, status))
    assert wrong == []
    assert world.kept(house.clinic) == before
