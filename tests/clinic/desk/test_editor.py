"""A practitioner's own leaflet: drafted, placed, finished, published; no YAML is seen."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from aftercare.clinic.records.models import Clinic, OwnProtocol, Person, Publication
from aftercare.clinic.services import drafting, protocols
from aftercare.clinic.services.access import Desk
from aftercare.core.protocol import edit
from aftercare.core.protocol.adopt import additions
from aftercare.protocols import shipped
from tests.clinic.desk.editing import EDIT, act, ids
from tests.clinic.desk.sending import page, said
from tests.clinic.pages import forms


def test_each_sentence_points_at_its_clause_and_none_is_lost(desk: Desk, own: OwnProtocol) -> None:
    found = drafting.sentences(own)
    assert all(each.clauses or each.aside or each.lit for each in found)
    words = {each.words: each for each in found}
    assert words["- No make-up"].clauses
    fields = {each.id: each.fields for each in drafting.clauses(desk, own)}
    assert fields[words["- No make-up"].clauses[0]]["for"] == "48 hours"


def test_a_file_of_any_kind_may_be_brought(staff: Client) -> None:
    file = SimpleUploadedFile("leaflet.html", b"<h1>Peel</h1><ul><li>No sun for 2 weeks.</li></ul>")
    body = {"once": "k" * 32, "title": "A peel", "file": file}
    assert staff.post("/desk/advice/new/", body).status_code == 303
    assert "for: 2 weeks" in OwnProtocol.objects.get().source


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"title": "A peel"}, "Choose a file, or paste the words"),
        ({"title": "", "pasted": "No sun."}, "Write the treatment"),
        ({"title": "!!!", "pasted": "No sun."}, "This is no name."),
        ({"title": "A peel", "pasted": "1 2 3"}, "There are no words in this file."),
        ({"title": "Micro-needling", "pasted": "No sun."}, "There is a protocol of this name."),
        ({"title": "New", "pasted": "No sun."}, "This name is taken."),
    ],
)
def test_what_is_no_leaflet_has_a_word(staff: Client, body: dict[str, str], words: str) -> None:
    answer = staff.post("/desk/advice/new/", {"once": "k" * 32, **body})
    assert (answer.status_code, words in said(answer.content.decode())) == (422, True)
    assert not OwnProtocol.objects.exists()


def test_a_lit_sentence_is_placed_or_set_aside_and_can_be_lit_again(
    staff: Client, desk: Desk, own: OwnProtocol
) -> None:
    before = drafting.sentences(own)
    first = next(each for each in before if each.aside)
    act(staff, "aside", own, number=str(first.number), reason="")
    assert drafting.sentences(own)[first.number - 1].lit
    act(staff, "aside", own, number=str(first.number), reason="Our name.")
    assert drafting.sentences(own)[first.number - 1].aside == "Our name."
    act(staff, "aside", own, number=str(first.number), reason="")
    led = act(staff, "place", own, number=str(first.number), block="risks")
    assert drafting.sentences(own)[first.number - 1].clauses == (led.rpartition("#c-")[2],)
    assert led.rpartition("#c-")[2] in ids(desk, own, "risks")


def test_a_clause_is_changed_field_by_field(staff: Client, desk: Desk, own: OwnProtocol) -> None:
    one = next(c.id for c in drafting.clauses(desk, own) if "make-up" in c.fields.get("avoid", ""))
    url = f"{EDIT}clause/{one}/"
    found = forms(page(staff, url))[0]
    sent = found.filled(words="No make-up at all: none.", for_="at least 3 days", until="")
    assert staff.post(url, sent).status_code == 303
    own.refresh_from_db()
    fields = {each.id: each.fields for each in drafting.clauses(desk, own)}[one]
    assert (fields["for"], fields["text"]) == (
        "at least 3 days",
        '{en: "No make-up at all: none."}',
    )
    assert "No make-up at all" in page(staff, EDIT)


def test_a_clause_is_split_joined_and_deleted(staff: Client, desk: Desk, own: OwnProtocol) -> None:
    before = ids(desk, own, "advice")
    led = act(staff, "split", own, clause=before[0])
    new = led.rpartition("#c-")[2]
    assert ids(desk, own, "advice") == [before[0], new, *before[1:]]
    act(staff, "join", own, clause=new)
    assert ids(desk, own, "advice") == before
    act(staff, "remove", own, clause=before[0])
    assert ids(desk, own, "advice") == before[1:]


def test_clauses_that_end_at_different_times_are_not_joined(
    staff: Client, desk: Desk, own: OwnProtocol
) -> None:
    second = ids(desk, own, "advice")[1]
    drafting.change(desk, own, second, {"for": "9 days"}, own.version)
    own.refresh_from_db()
    sent = {"once": "j" * 32, "version": str(own.version), "clause": second}
    answer = staff.post(f"{EDIT}join/", sent)
    assert answer.status_code == 422
    assert "“9 days” in the other" in said(answer.content.decode())
    assert second in ids(desk, own, "advice")


def test_joined_clauses_keep_every_activity_and_no_half_translation(
    desk: Desk, own: OwnProtocol
) -> None:
    first, second = ids(desk, own, "advice")[:2]
    de = {"text": '{en: "No sauna.", de: "Keine Sauna."}', "avoid": "[sauna]", "source": "[3]"}
    en = {"text": '{en: "No swim."}', "avoid": "[swimming, sauna]", "source": "[4]"}
    for one, given in ((first, de), (second, en)):
        old = edit.fields(own.source, one)
        drafting.change(desk, own, one, {**dict.fromkeys(old, ""), "id": one, **given}, own.version)
    drafting.join(desk, own, second, own.version)
    fields = edit.fields(own.source, first)
    assert fields["text"] == '{en: "No sauna. No swim."}'
    assert edit.plain(fields["avoid"]) == ["sauna", "swimming"]
    assert edit.plain(fields["source"]) == ["3", "4"]


@pytest.mark.parametrize(("block", "field"), [("advice", "avoid"), ("reactions", "symptom")])
def test_a_finding_stands_at_its_own_clause_whatever_was_decided(
    desk: Desk, block: str, field: str
) -> None:
    row = drafting.take_over(desk, "micro-needling")
    for each in additions(protocols.offered(desk.clinic)[row.name].protocol):
        protocols.decide(desk, row.name, str(each.id), adopted=True)
    last = ids(desk, row, block)[-1]
    given = {**dict.fromkeys(("do", "careful", "avoid"), ""), field: "[nothing-known]"}
    drafting.change(desk, row, last, given, row.version)
    found = drafting.clauses(desk, row)
    assert [c.id for c in found if any("nothing-known" in str(p) for p in c.problems)] == [last]


def test_a_question_stays_a_question(staff: Client, desk: Desk) -> None:
    row = drafting.take_over(desk, "micro-needling")
    url = "/desk/advice/micro-needling/edit/clause/"
    stop = next(each.id for each in drafting.clauses(desk, row) if "ask" in each.fields)
    sent = forms(page(staff, f"{url}{stop}/"))[0].filled(words="Are you under 22?")
    assert staff.post(f"{url}{stop}/", sent).status_code == 303
    row.refresh_from_db()
    fields = edit.fields(row.source, stop)
    assert (fields["ask"], "text" in fields) == ('{en: "Are you under 22?"}', False)


def test_a_stale_tab_changes_nothing(staff: Client, desk: Desk, own: OwnProtocol) -> None:
    one = ids(desk, own, "advice")[0]
    stale = {"once": "k" * 32, "version": str(own.version), "clause": one}
    act(staff, "split", own, clause=one)
    before = own.source
    assert staff.post(f"{EDIT}remove/", stale).status_code == 409
    own.refresh_from_db()
    assert own.source == before


def test_the_whole_text_keeps_its_comments_and_is_refused_where_it_is_no_yaml(
    staff: Client, own: OwnProtocol
) -> None:
    url = f"{EDIT}text/"
    found = forms(page(staff, url))[0]
    source = f"# Ours.\n{own.source}"
    assert staff.post(url, found.filled(source=source)).status_code == 303
    own.refresh_from_db()
    assert own.source.startswith("# Ours.\n# Drafted from a leaflet.")
    assert staff.get("/desk/advice/glow-peel/protocol.yaml").content.decode() == own.source
    broken = forms(page(staff, url))[0].filled(source="a: [b\nc: }")
    answer = staff.post(url, broken)
    assert (answer.status_code, "Line " in said(answer.content.decode())) == (422, True)


def finished(staff: Client, desk: Desk, row: OwnProtocol) -> None:
    """Decide everything that the draft leaves open."""
    for each in drafting.clauses(desk, row):
        if each.unsure:
            act(staff, "accept", row, clause=each.id)
    for sentence in drafting.sentences(row):
        if sentence.lit:
            act(staff, "aside", row, number=str(sentence.number), reason="Nothing to do.")
    text = re.sub(r'"TODO: not in the leaflet"', '"our practice"', row.source)
    row.source = re.sub(r'"TODO[^"]*"', '"How is it?"', text)
    row.source = re.sub(r"  # TODO.*", "", row.source)
    row.save()


def test_a_draft_cannot_be_published_and_a_finished_one_can(
    staff: Client, desk: Desk, own: OwnProtocol, clinic: Clinic
) -> None:
    url = "/desk/advice/glow-peel/"
    assert "These keep it from being published" in said(page(staff, url))
    finished(staff, desk, own)
    problems = protocols.draft(desk, "glow-peel")[1]
    assert problems == []
    day = said(page(staff, f"{url}preview/?day=1"))
    assert "No make-up" in day
    assert protocols.publish(desk, "glow-peel").reviewed_by == desk.person
    assert Publication.objects.get(name="glow-peel").clinic == clinic


def test_two_persons_publish_where_the_clinic_wants_it(
    staff: Client, desk: Desk, own: OwnProtocol, clinic: Clinic
) -> None:
    finished(staff, desk, own)
    clinic.two_persons = desk.clinic.two_persons = True
    clinic.save()
    url = "/desk/advice/glow-peel/"
    assert staff.post(f"{url}publish/", {"once": "p" * 32}).status_code == 422
    assert staff.post(f"{url}review/", {"once": "r" * 32}).status_code == 303
    assert "You have read this text" in said(page(staff, url))
    assert staff.post(f"{url}publish/", {"once": "q" * 32}).status_code == 422
    other = Person.objects.create_user("c@example.com", clinic=clinic, name="Cai", role="clinician")
    client = Client()
    client.force_login(other)
    assert client.post(f"{url}publish/", {"once": "s" * 32}).status_code == 303
    found = Publication.objects.get(name="glow-peel")
    assert (found.by.name, found.reviewed_by.name) == ("Cai", desk.person.name)


def test_what_was_read_is_the_text_that_is_published(
    staff: Client, desk: Desk, own: OwnProtocol, clinic: Clinic
) -> None:
    finished(staff, desk, own)
    clinic.two_persons = True
    clinic.save()
    protocols.review(desk, "glow-peel")
    own.source = own.source.replace("for: 48 hours", "for: 24 hours")
    own.save()
    other = Person.objects.create_user("c@example.com", clinic=clinic, name="Cai", role="clinician")
    client = Client()
    client.force_login(other)
    url = "/desk/advice/glow-peel/publish/"
    assert client.post(url, {"once": "s" * 32}).status_code == 422


def test_a_translation_is_published_once_somebody_has_checked_it(
    staff: Client, desk: Desk, own: OwnProtocol
) -> None:
    finished(staff, desk, own)
    url = "/desk/advice/glow-peel/language/de/"
    found = forms(page(staff, url))[0]
    assert staff.post(url, found.filled(**{"say-0": "Peeling"})).status_code == 303
    assert [each.code for each in protocols.draft(desk, "glow-peel")[1]] == ["P806"]
    own.refresh_from_db()
    sent = {"once": "c" * 32, "version": str(own.version)}
    assert staff.post(f"{url}check/", sent).status_code == 303
    assert f"Checked by {desk.person.name}" in said(page(staff, url))
    assert protocols.draft(desk, "glow-peel")[1] == []
    again = forms(page(staff, url))[-1]
    assert staff.post(url, again.filled(**{"say-0": "Schälkur"})).status_code == 303
    assert [each.code for each in protocols.draft(desk, "glow-peel")[1]] == ["P806"]


@pytest.mark.parametrize("language", ["en", "german", "d1"])
def test_what_is_no_other_language_is_no_page(
    staff: Client, own: OwnProtocol, language: str
) -> None:
    assert staff.get(f"/desk/advice/{own.name}/language/{language}/").status_code == 404


@pytest.mark.usefixtures("publication")
def test_a_shipped_text_becomes_the_clinic_s_own(staff: Client, desk: Desk) -> None:
    url = reverse("desk:editor_own", args=["micro-needling"])
    assert staff.post(url, {"once": "k" * 32}).status_code == 303
    row = OwnProtocol.objects.get()
    shipped = row.source
    drafting.change(desk, row, "no-heat", {"for": "at least 2 days"}, row.version)
    assert row.source != shipped
    words = said(page(staff, "/desk/advice/micro-needling/"))
    assert "“No strong heat, such as a sauna or steam room”: no heat:" in words
    assert "Less strict." in words


@pytest.mark.parametrize("name", sorted(shipped()))
def test_every_page_of_a_shipped_text_opens(staff: Client, desk: Desk, name: str) -> None:
    drafting.take_over(desk, name)
    edit = f"/desk/advice/{name}/edit/"
    row = OwnProtocol.objects.get()
    for at in ("", "gaps/", "text/"):
        assert staff.get(f"{edit}{at}").status_code == 200
    assert staff.get(f"/desk/advice/{name}/language/de/").status_code == 200
    for clause in drafting.clauses(desk, row):
        words = said(page(staff, f"{edit}clause/{clause.id}/"))
        assert clause.words
        assert clause.words in words


@pytest.mark.usefixtures("stopped")
def test_a_nurse_looks_and_changes_nothing(
    client: Client, nurse: Person, desk: Desk, own: OwnProtocol
) -> None:
    client.force_login(nurse)
    assert client.get(EDIT).status_code == 200
    one = ids(desk, own, "advice")[0]
    sent = {"once": "n" * 32, "version": str(own.version), "clause": one}
    assert client.post(f"{EDIT}remove/", sent).status_code == 403


@pytest.mark.usefixtures("own")
def test_another_clinic_does_not_find_it(client: Client) -> None:
    other = Clinic.objects.create(slug="other", name="Other")
    person = Person.objects.create_user("o@o.example", clinic=other, name="O O", role="owner")
    client.force_login(person)
    assert client.get(EDIT).status_code == 404


def test_a_ban_with_two_ends_names_the_other_by_its_words(staff: Client) -> None:
    words = "No sauna for 3 days, and not before the redness has gone."
    found = forms(page(staff, "/desk/advice/new/"))[0]
    staff.post("/desk/advice/new/", found.filled(title="Glow peel", pasted=words))
    shown = said(page(staff, EDIT))
    assert "Accepted as it is: beside “Not to do: sauna and steam”" in shown
    assert "advice-1:" not in shown
