"""The triage table of an own text: rows changed, moved, added; its proof stands beside it."""

from __future__ import annotations

import pytest
from django.test import Client

from aftercare.clinic.records.models import Clinic, OwnProtocol, Person
from aftercare.clinic.services import drafting, tables
from aftercare.clinic.services.access import Desk
from tests.clinic.desk.sending import page, said
from tests.clinic.pages import forms

TABLE = "/desk/advice/micro-needling/edit/table/"


@pytest.fixture
def own(desk: Desk) -> OwnProtocol:
    """The shipped text, made the clinic's own."""
    return drafting.take_over(desk, "micro-needling")


def rows(desk: Desk, own: OwnProtocol) -> list[str]:
    own.refresh_from_db()
    found = tables.table(desk, own)
    assert found is not None
    return [str(each.row.id) for each in found.lines]


def act(staff: Client, own: OwnProtocol, verb: str, row: str) -> int:
    own.refresh_from_db()
    sent = {
        "once": f"{verb}-{row}-{own.version}-{'k' * 20}",
        "version": str(own.version),
        "row": row,
    }
    return staff.post(f"{TABLE}{verb}/", sent).status_code


@pytest.mark.usefixtures("own")
def test_the_table_stands_with_its_proof_and_what_it_comes_to(staff: Client) -> None:
    words = said(page(staff, TABLE))
    assert "cases were tried and each has an answer" in words
    assert "The leaflet names them as what happens in severe cases (sentence 8)." in words
    assert "from 4 days after the treatment" in words
    assert "The proof fails" not in words


def test_a_row_is_changed_in_a_clinician_s_words(
    staff: Client, desk: Desk, own: OwnProtocol
) -> None:
    first = rows(desk, own)[0]
    url = f"{TABLE}row/{first}/"
    sent = forms(page(staff, url))[0].filled(severity="severe", because="Only the severe ones.")
    assert staff.post(url, sent).headers["Location"] == f"{TABLE}#row-{first}"
    own.refresh_from_db()
    assert "severity: severe" in own.source
    assert 'because: "Only the severe ones."' in own.source
    assert "Only the severe ones." in page(staff, TABLE)


def test_each_row_is_kept_as_it_is_when_nothing_is_changed(
    staff: Client, desk: Desk, own: OwnProtocol
) -> None:
    before = tables.table(desk, own)
    assert before is not None
    for line in before.lines:
        url = f"{TABLE}row/{line.row.id}/"
        assert staff.post(url, forms(page(staff, url))[0].filled()).status_code == 303
    own.refresh_from_db()
    after = tables.table(desk, own)
    assert after is not None
    assert after.outcomes == before.outcomes
    told = [
        (r.row.level, r.row.symptom, r.row.after, r.row.trend, r.row.quote) for r in after.lines
    ]
    assert told == [
        (r.row.level, r.row.symptom, r.row.after, r.row.trend, r.row.quote) for r in before.lines
    ]


def test_a_new_row_is_put_first_and_moved(staff: Client, desk: Desk, own: OwnProtocol) -> None:
    before = rows(desk, own)
    url = f"{TABLE}new/"
    sent = forms(page(staff, url))[0].filled(
        level="urgent", symptom="bleeding", after="length", length="2 days",
        because="It should have stopped.",
    )  # fmt: skip
    assert staff.post(url, sent).status_code == 303
    assert rows(desk, own) == ["row-1", *before]
    assert act(staff, own, "down", "row-1") == 303
    assert rows(desk, own) == [before[0], "row-1", *before[1:]]
    assert act(staff, own, "up", "row-1") == 303
    assert act(staff, own, "remove", "row-1") == 303
    assert rows(desk, own) == before


def test_a_row_that_calms_too_much_fails_the_proof_and_is_not_published(
    staff: Client, desk: Desk, own: OwnProtocol
) -> None:
    url = f"{TABLE}new/"
    calm = forms(page(staff, url))[0].filled(level="expected", symptom="infection", because="No.")
    assert staff.post(url, calm).status_code == 303
    words = said(page(staff, TABLE))
    assert "The proof fails." in words
    assert "it must be at least" in words
    publish = "/desk/advice/micro-needling/publish/"
    assert staff.post(publish, {"once": "p" * 32}).status_code == 422
    assert rows(desk, own)[0] == "row-1"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"symptom": []}, "Choose at least one symptom."),
        ({"because": ""}, "Say why: a clinician approves it by that."),
        ({"after": "length", "length": "soon"}, "is not a length"),
        ({"after": "length", "length": ""}, "Write the time"),
        ({"level": "calm"}, "Select a valid choice"),
        ({"symptom": "gills"}, "Select a valid choice"),
    ],
)
def test_what_is_no_row_is_said_at_its_field(
    staff: Client, own: OwnProtocol, given: dict[str, str | list[str]], words: str
) -> None:
    url = f"{TABLE}new/"
    base: dict[str, str | list[str]] = {"level": "urgent", "symptom": "redness", "because": "So."}
    answer = staff.post(url, forms(page(staff, url))[0].filled(**{**base, **given}))
    assert (answer.status_code, words in said(answer.content.decode())) == (422, True)
    own.refresh_from_db()
    assert "row-1" not in own.source


def test_the_days_of_check_ins_are_chosen(staff: Client, own: OwnProtocol) -> None:
    last = forms(page(staff, TABLE))[-1]
    assert staff.post(TABLE, last.filled(days="3, 1, 1 7")).status_code == 303
    own.refresh_from_db()
    assert "days: [1, 3, 7]" in own.source
    for wrong, words in (
        ("soon", "Write days"),
        ("400", "These are no days"),
        ("", "at least one"),
    ):
        answer = staff.post(TABLE, forms(page(staff, TABLE))[-1].filled(days=wrong))
        assert (answer.status_code, words in said(answer.content.decode())) == (422, True)


def test_a_drafted_table_says_what_is_to_be_decided(staff: Client, desk: Desk) -> None:
    drafting.start(desk, "Glow peel", b"Your face will be red for 2 to 3 days.\nNo sun.")
    words = said(page(staff, "/desk/advice/glow-peel/edit/table/"))
    assert "Look at this row, and say why." in words
    assert "TODO" not in words


def test_a_text_that_cannot_be_read_is_mended_first(
    staff: Client, desk: Desk, own: OwnProtocol
) -> None:
    drafting.save(desk, own, own.source.replace("level: urgent", "level: panic"), own.version)
    answer = staff.get(TABLE)
    assert (answer.status_code, answer.headers["Location"]) == (
        302,
        "/desk/advice/micro-needling/edit/",
    )
    assert staff.get(f"{TABLE}new/").status_code == 404


def test_a_stale_tab_a_strange_row_and_a_nurse_change_nothing(
    staff: Client, client: Client, nurse: Person, desk: Desk, own: OwnProtocol
) -> None:
    first = rows(desk, own)[0]
    stale = {"once": "s" * 32, "version": str(own.version - 1), "row": first}
    assert staff.post(f"{TABLE}down/", stale).status_code == 409
    assert act(staff, own, "down", "nothing") == 404
    assert act(staff, own, "sideways", first) == 404
    client.force_login(nurse)
    assert client.get(TABLE).status_code == 200
    sent = {"once": "n" * 32, "version": str(own.version), "row": first}
    assert client.post(f"{TABLE}remove/", sent).status_code == 403
    assert rows(desk, own)[0] == first


@pytest.mark.usefixtures("own")
def test_another_clinic_finds_no_table(client: Client) -> None:
    other = Clinic.objects.create(slug="other", name="Other")
    client.force_login(
        Person.objects.create(clinic=other, name="O", email="o@example.org", role="owner")
    )
    assert client.get(TABLE).status_code == 404
