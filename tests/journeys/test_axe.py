"""Every page, and every page of what goes wrong, as axe-core and a narrow window see it.

The suite looks at what goes wrong and at the first pages of a desk and of a phone; the campaign
looks at one page of each kind and at each form refused, for everybody who has a way in.
"""

from collections.abc import Callable

import pytest

from tests.journeys.crawl import Crawl, each
from tests.journeys.house import House
from tests.journeys.visitor import DESK, NARROW, Visitor

Enter = Callable[..., Visitor]
_TWICE = "size => { document.documentElement.style.fontSize = size; }"
_VERSION = "main form [name=version]"


def look_hard(who: Visitor, page: str) -> None:
    """Note as faults what is wrong at 320 and at 1280 points, and with text twice as large."""
    for width in (DESK["width"], NARROW):
        who.page.set_viewport_size({"width": width, "height": 800})
        who.faults += [f"{page} at {width}: {found}" for found in who.axe()]
        if wide := who.sideways():
            who.faults.append(f"{page} at {width}: {wide} points too wide")
    who.page.evaluate(_TWICE, "200%")
    if wide := who.sideways():
        who.faults.append(f"{page} at {NARROW} with text twice as large: {wide} points too wide")
    who.page.evaluate(_TWICE, "")


def opened(who: Visitor, address: str, status: int) -> None:
    """Open an address that is answered with this status, and look hard at it."""
    answer = who.page.goto(address)
    assert answer is not None
    assert (address, answer.status) == (address, status)
    look_hard(who, f"{status} of {address}")


def sent(who: Visitor, button: str, status: int) -> None:
    """Send the form that stands there; it is answered with this status."""
    with who.page.expect_navigation() as went:
        who.page.get_by_role("button", name=button, exact=True).first.click()
    assert (button, went.value.status) == (button, status)
    look_hard(who, f"{status} of {button}")


def test_what_a_stranger_gets_wrong_is_said_to_everybody(come: Enter, house: House) -> None:
    who = come("a stranger")
    for address in ("/nothing/", "/h/an-old-link/", "/desk/invitation/an-old-link/"):
        opened(who, house.url + address, 404)
    opened(who, f"{house.url}/c/a%00b/", 400)
    opened(who, f"{house.url}/desk/account/login/", 200)
    sent(who, "Sign in", 200)
    who.page.get_by_label("Email").fill("ruth@rowan.example")
    who.page.get_by_label("Password").fill("not her password")
    sent(who, "Sign in", 200)
    assert "not correct" in who.text()
    asked = [ask_for_a_password(who, house) for _ in range(6)]
    assert (asked[0], asked[-1]) == (200, 429)
    look_hard(who, "429")
    assert "There were too many tries." in who.text()


def ask_for_a_password(who: Visitor, house: House) -> int:
    """Ask for a letter with a new password; give the status."""
    who.page.goto(f"{house.url}/desk/account/password/reset/")
    who.page.get_by_label("Email").fill("ruth@rowan.example")
    with who.page.expect_navigation() as went:
        who.page.locator("main form button").first.click()
    return went.value.status


def test_what_a_nurse_gets_wrong_is_said_to_everybody(come: Enter, house: House) -> None:
    nurse = come("Elena Rossi")
    opened(nurse, f"{house.url}/desk/settings/contact/", 403)
    opened(nurse, f"{house.url}/desk/patients/new/", 200)
    sent(nurse, "Add the patient", 422)
    nurse.press("Patients")
    nurse.press("Priya Nair")
    nurse.press("Change")
    nurse.page.locator(_VERSION).first.evaluate("field => { field.value = '999'; }")
    sent(nurse, "Save", 409)
    nurse.context.clear_cookies(name="csrf")
    sent(nurse, "Save", 403)


def test_what_a_patient_gets_wrong_is_said_to_everybody(come: Enter) -> None:
    priya = come("Priya Nair")
    here = priya.page.url
    opened(priya, f"{here}worried/", 200)
    sent(priya, "Send to my clinic", 422)
    opened(priya, f"{here}check-in/", 200)
    sent(priya, "Continue", 422)
    other = come("somebody else")
    opened(other, here, 200)
    sent(other, "Send me a code", 200)
    other.page.get_by_label("Enter your code").fill("000000")
    sent(other, "Continue", 422)


@pytest.mark.parametrize("name", ["Elena Rossi", "Priya Nair"])
def test_the_first_pages_hold_for_everybody(come: Enter, house: House, name: str) -> None:
    who = come(name)
    begin = f"{house.url}/desk/" if name == "Elena Rossi" else who.page.url
    for page in Crawl(who, most=4).pages(begin):
        look_hard(who, page)


@pytest.mark.campaign
@pytest.mark.parametrize(
    "name", ["Ruth Osei", "Elena Rossi", "Priya Nair", "Leo Fischer", "Amira Haddad"]
)
def test_every_page_and_every_refused_form_holds_for_everybody(
    come: Enter, house: House, name: str
) -> None:
    who = come(name)
    begin = f"{house.url}/desk/" if "/desk/" in house.ways_in[name] else who.page.url
    each(Crawl(who), begin, lambda page: look_hard(who, page))
