"""What keeps a text from being published is said in words, and leads to where it is done."""

import re

from django.test import Client

from aftercare.clinic.records.models import OwnProtocol
from aftercare.clinic.services import drafting
from aftercare.core.protocol import edit
from tests.clinic.desk.editing import EDIT, drafted
from tests.clinic.desk.sending import page, said
from tests.clinic.pages import forms


def test_what_is_open_is_said_in_words_and_leads_to_where_it_is_done(
    staff: Client, own: OwnProtocol
) -> None:
    shown = page(staff, "/desk/advice/glow-peel/").partition("The text that a patient signs")[0]
    assert "TODO" not in shown
    assert "symptoms." not in said(shown)
    found = re.findall(r'<li><a href="([^"]*)">([^<]*)</a></li>', shown)
    places = dict(found)
    number = next(each.number for each in drafting.sentences(own) if each.lit)
    assert places[f"{EDIT}#s-{number}"].startswith(f"Give sentence {number} a place: “")
    agreed = places[f"{EDIT}#c-advice-received"]
    assert agreed.startswith("To be written, what the patient confirms: ")
    assert places[f"{EDIT}gaps/"].startswith("Write what is missing: ")
    assert places[f"{EDIT}table/"] == "The triage table: 1 to decide."


def test_what_is_decided_one_by_one_is_named_by_its_words(staff: Client) -> None:
    text = "No sauna for 3 days.\nCall us if you see blisters.\nIf you cannot breathe, call 999.\n"
    drafted(staff, text)
    shown = page(staff, "/desk/advice/glow-peel/")
    assert "Adopt or decline “If you cannot breathe, call 999”." in said(shown)
    assert "sentence 3" in said(shown)
    assert "help-1" not in said(shown)
    assert "help-1" not in said(page(staff, EDIT))
    staff.post("/desk/advice/glow-peel/decide/help-1/", {"once": "d" * 32, "to": "adopt"})
    assert "Adopt or decline" not in said(page(staff, "/desk/advice/glow-peel/"))


def test_the_examples_are_taken_only_where_somebody_takes_them(
    staff: Client, own: OwnProtocol
) -> None:
    url = f"{EDIT}gaps/"
    asked = forms(page(staff, url))[0]
    assert staff.post(url, asked.filled()).status_code == 303
    own.refresh_from_db()
    assert "How bad is the" not in own.source
    asked = forms(page(staff, url))[0]
    assert staff.post(url, {**asked.filled(), "examples": "yes"}).status_code == 303
    own.refresh_from_db()
    assert "How bad is the redness?" in own.source
    assert edit.gaps(own.source) == []
