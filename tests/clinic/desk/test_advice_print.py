"""A protocol on paper: an inspector finds every clause, its source, and who decided what."""

import hashlib
import html as markup
import re

import pytest
from django.test import Client
from django.urls import reverse

from aftercare.clinic.records.models import Clinic, Person, Publication
from aftercare.clinic.services import protocols
from aftercare.clinic.services.access import Desk
from aftercare.core.protocol.adopt import additions
from aftercare.core.protocol.model import clauses, say
from aftercare.protocols import shipped
from tests.clinic import story
from tests.clinic.conftest import NEEDLING
from tests.clinic.desk.sending import page, said

PRINT = f"/desk/advice/{NEEDLING}/print/"
TATTOO = "/desk/advice/tattoo/print/"


def rows(shown: str) -> dict[str, str]:
    """Give each row of the paper's tables by the name at its head, in words."""
    found = re.findall(r'(?s)<tr><th scope="row">(.*?)(<br>.*?)?</th>(.*?)</tr>', shown)
    return {name: markup.unescape(said(f"{kind} {rest}")) for name, kind, rest in reversed(found)}


def words(shown: str) -> str:
    return markup.unescape(said(shown))


def test_every_clause_stands_there_with_its_words_and_its_name(
    staff: Client, publication: Publication
) -> None:
    shown, protocol = words(page(staff, PRINT)), protocols.compiled(publication).protocol
    for _, clause in clauses(protocol):
        text = say(getattr(clause, "text", None) or getattr(clause, "ask", {}), "en")
        assert (str(clause.id) in shown, text in shown) == (True, True), clause.id


@pytest.mark.parametrize(
    ("clause", "parts"),
    [
        ("no-heat", ["avoid: heat", "for at least 3 days", "sentence 29"]),
        ("no-soap", ["until the redness has gone; usually 24 to 36 hours", "for everybody"]),
        ("no-picking", ["no time is given", "for everybody"]),
        ("sunscreen-dark-skin", ["only where skin_type is 4 to 6", "sentence 32"]),
        ("darker-skin", ["more at risk where skin_type is 4 to 6"]),
        (
            "redness",
            ["usually 24 to 36 hours; for some 3 to 4 days", "sentences 3, 4, 5, 6 and 17"],
        ),
        ("no-sun", ["Because: The sun's rays", "If not: If you must be", "Afterwards: Keep"]),
        ("no-rubbing", ["Stands beside no-scrubs: The leaflet gives scrubs 7 days"]),
        ("stop-pregnancy", ["yes means no treatment", "https://www.theeliteclinic.com/"]),
    ],
)
@pytest.mark.usefixtures("publication")
def test_a_clause_says_how_long_for_whom_and_from_where(
    staff: Client, clause: str, parts: list[str]
) -> None:
    shown = page(staff, PRINT).partition("Additions to the leaflet, and")[0]
    row = rows(shown)[clause]
    assert [part for part in parts if part not in row] == []


def test_the_fingerprint_is_that_of_the_published_bytes(
    staff: Client, publication: Publication
) -> None:
    sha256 = hashlib.sha256(bytes(publication.source)).hexdigest()
    shown = words(page(staff, PRINT))
    assert sha256 in shown
    assert "Friday 27 November 2026, 15:30:00 GMT (UTC+0000), by Ruth Osei" in shown


def test_each_addition_says_who_decided_and_when(
    staff: Client, desk: Desk, publication: Publication
) -> None:
    del publication
    protocols.decide(story.later(desk, 60), NEEDLING, "flag-eye", adopted=False)
    protocols.publish(story.later(desk, 60), NEEDLING)
    shown = page(staff, PRINT).partition("Additions to the leaflet, and")[2]
    found = rows(shown.partition("<h2>")[0])
    assert len(found) == len(additions(protocols.offered()[NEEDLING].protocol))
    assert found["flag-eye"].endswith("Declined: Ruth Osei, 2026-11-27")
    assert found["flag-fever"].endswith("Adopted: Ruth Osei, 2026-11-27")


@pytest.mark.usefixtures("publication")
def test_a_decision_made_since_is_not_in_the_text_that_is_published(
    staff: Client, desk: Desk
) -> None:
    protocols.decide(story.later(desk, 60), NEEDLING, "flag-eye", adopted=False)
    shown = page(staff, PRINT).partition("Additions to the leaflet, and")[2]
    assert "Adopted" in rows(shown.partition("<h2>")[0])["flag-eye"]


def test_the_table_stands_with_its_proof_and_its_approval(
    staff: Client, desk: Desk, publication: Publication
) -> None:
    shown = words(page(staff, PRINT))
    assert re.search(r"[1-9]\d{3} cases were tried and each has an answer, 0 of them", shown)
    assert "Approved by Ruth Osei, Friday 27 November 2026" in shown
    protocols.approve(story.later(desk, 60), publication, given=False)
    after = words(page(staff, PRINT))
    assert "Nobody has approved this table. Check-ins go to the inbox unsorted." in after
    table = after.partition("How a check-in is judged")[2]
    missing = [
        row.id for row in protocols.compiled(publication).protocol.triage if row.id not in table
    ]
    assert missing == []


def test_sorting_that_is_switched_off_is_said_beside_the_approval(
    staff: Client, publication: Publication, clinic: Clinic
) -> None:
    del publication
    Clinic.objects.filter(pk=clinic.pk).update(triage_on=False)
    assert "Sorting is switched off" in words(page(staff, PRINT))


@pytest.mark.usefixtures("publication")
def test_whom_to_call_stands_in_the_clinic_s_own_words(staff: Client) -> None:
    shown = words(page(staff, PRINT))
    for part in ("Telephone 020 7946 0000", "Out of hours Call 111.", "In an emergency If you"):
        assert part in shown


@pytest.mark.usefixtures("publication")
def test_each_sentence_of_the_leaflet_says_where_it_went(staff: Client) -> None:
    found = rows(page(staff, PRINT).partition("The leaflet, sentence by sentence")[2])
    assert sorted(found, key=int) == [str(number) for number in range(1, 39)]
    assert found["29"] == "heat such as sauna or steam no-heat"


@pytest.mark.usefixtures("clinic")
def test_an_unpublished_protocol_says_so_and_shows_nobody_s_decision(staff: Client) -> None:
    shown = page(staff, TATTOO)
    spoken = words(shown)
    assert "Not published. This is the text as it is shipped" in spoken
    assert hashlib.sha256(shipped()["tattoo"].read_bytes()).hexdigest() in spoken
    assert "The clinic has not written this yet." in spoken
    assert "Nobody has approved this table." in spoken
    decided = rows(shown.partition("Additions to the leaflet, and")[2].partition("<h2>")[0])
    assert {row.rpartition(" ")[0].rpartition(" ")[2] for row in decided.values()} == {"Not"}


@pytest.mark.usefixtures("clinic")
def test_a_sentence_without_a_clause_says_why(staff: Client) -> None:
    leaflet = protocols.offered()["tattoo"].protocol.leaflet
    found = rows(page(staff, TATTOO).partition("The leaflet, sentence by sentence")[2])
    given = {str(int(number)): str(reason) for number, reason in leaflet.not_needed.items()}
    assert given
    assert {number: found[number].endswith(reason) for number, reason in given.items()} == (
        dict.fromkeys(given, True)
    )


def test_a_nurse_may_print_it_and_it_offers_nothing_to_press(
    client: Client, nurse: Person, publication: Publication
) -> None:
    del publication
    client.force_login(nurse)
    shown = page(client, PRINT)
    assert "<form" not in shown
    assert "<button" not in shown


@pytest.mark.usefixtures("publication")
def test_the_advice_page_leads_to_it(staff: Client) -> None:
    assert f'href="{PRINT}"' in page(staff, f"/desk/advice/{NEEDLING}/")


@pytest.mark.usefixtures("clinic")
def test_a_name_that_is_none_is_no_page(staff: Client) -> None:
    assert staff.get(reverse("desk:advice_print", args=["laser"])).status_code == 404


def test_who_is_not_signed_in_is_led_to_the_sign_in(client: Client, clinic: Clinic) -> None:
    del clinic
    assert client.get(PRINT).status_code == 302
