"""What is done to a clause: split, joined, deleted, changed; and what another did meanwhile."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from aftercare.clinic.records.models import OwnProtocol
from aftercare.clinic.services import drafting
from aftercare.clinic.services.access import Desk
from aftercare.core.protocol import edit
from tests.clinic.desk.editing import EDIT, act, ids
from tests.clinic.desk.sending import page, said
from tests.clinic.pages import forms


def test_what_was_split_and_joined_again_says_nothing_twice(
    staff: Client, desk: Desk, own: OwnProtocol
) -> None:
    one = ids(desk, own, "advice")[0]
    new = act(staff, "split", own, clause=one).partition("#c-")[2]
    act(staff, "join", own, clause=new)
    (found,) = [each for each in drafting.clauses(desk, own) if each.id == one]
    assert found.words == "Do not pick or pull the skin."


def test_a_sentence_is_shown_without_the_marks_of_a_format(staff: Client) -> None:
    file = SimpleUploadedFile(
        "a.md", b"## Zwischendurch\n\nNo sun for 2 weeks.\n\n| Day 1 | red |\n"
    )
    staff.post("/desk/advice/new/", {"once": "k" * 32, "title": "A peel", "file": file})
    found = [each.words for each in drafting.sentences(OwnProtocol.objects.get())]
    assert found == ["Zwischendurch", "No sun for 2 weeks.", "Day 1 | red"]


@pytest.mark.parametrize("verb", ["remove", "split", "join", "accept"])
def test_a_clause_that_somebody_else_deleted_is_said_to_be_gone(
    staff: Client, desk: Desk, own: OwnProtocol, verb: str
) -> None:
    one = ids(desk, own, "advice")[1]
    act(staff, "remove", own, clause=one)
    body = {"once": "g" * 32, "version": str(own.version), "clause": one}
    answer = staff.post(f"{EDIT}{verb}/", body)
    assert answer.status_code == 422
    assert "This clause is not there any more." in said(answer.content.decode())


def test_what_is_no_length_is_refused_at_its_field(
    staff: Client, desk: Desk, own: OwnProtocol
) -> None:
    url = f"{EDIT}clause/{ids(desk, own, 'advice')[1]}/"
    asked = forms(page(staff, url))[0]
    answer = staff.post(url, asked.filled(for_="soonish"))
    assert answer.status_code == 422
    assert "“soonish” is not a length." in said(answer.content.decode())
    assert staff.post(url, asked.filled(for_="At least  3 DAYS")).status_code == 303
    own.refresh_from_db()
    assert "for: at least 3 days" in own.source


def test_joined_points_of_a_list_are_two_sentences(desk: Desk, own: OwnProtocol) -> None:
    first, *_ = ids(desk, own, "advice")
    for words in ("Swimming", "The gym"):
        new = drafting.split(desk, own, first, own.version)
        drafting.change(desk, own, new, {"text": edit.text_of({"en": words})}, own.version)
    last, before = ids(desk, own, "advice")[1:3]
    drafting.join(desk, own, before, own.version)
    (found,) = [each for each in drafting.clauses(desk, own) if each.id == last]
    assert found.words == "The gym. Swimming"


def test_a_length_that_the_text_has_and_is_none_is_shown_at_its_clause(
    desk: Desk, own: OwnProtocol
) -> None:
    one = ids(desk, own, "advice")[1]
    drafting.change(desk, own, one, {"for": '"a while: {x}"'}, own.version)
    clause = next(each for each in drafting.clauses(desk, own) if each.id == one)
    assert [each.code[:2] for each in clause.problems] == ["P1"]
