"""The document: two standards, the record inside, and its words in their order."""

from __future__ import annotations

import io
from threading import Thread

import msgspec
import pikepdf
import pytest
from pypdf import PdfReader

from aftercare.exchange.consent.document import drawable, make_document
from aftercare.exchange.consent.record import Patient, canonical
from tests.exchange.consent.house import Case
from tests.exchange.consent.signing import SIGNATURE, TALK, signed


@pytest.fixture(scope="module")
def document() -> bytes:
    return make_document(signed())


def said(pdf: bytes) -> str:
    """Give the text in the order in which it is drawn, its spaces evened out."""
    pages = PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def tags(pdf: bytes) -> list[str]:
    """Give the tags of the structure tree, from its beginning to its end."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        found: list[str] = []
        waiting = [file.Root.StructTreeRoot.K]
        while waiting:
            item = waiting.pop()
            if isinstance(item, pikepdf.Array):
                waiting += reversed(list(item))
            elif isinstance(item, pikepdf.Dictionary) and "/S" in item:
                found.append(str(item.S))
                waiting += [item.K] if "/K" in item else []
        return found


def test_the_same_record_gives_the_same_bytes(document: bytes) -> None:
    assert make_document(signed()) == document


def test_another_thread_gives_the_same_bytes(document: bytes) -> None:
    found: list[bytes] = []
    threads = [Thread(target=lambda: found.append(make_document(signed()))) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [document] * 3


def test_a_sealed_document_claims_both_standards_and_its_structure_is_sound(made: Case) -> None:
    with pikepdf.open(io.BytesIO(made.pdf)) as file:
        about = file.open_metadata()
        assert file.check_pdf_syntax() == []
        assert (about.pdfa_status, about["pdfuaid:part"]) == ("3A", "1")
        assert (file.pdf_version, str(file.Root.Lang)) == ("1.7", "en")
        assert bool(file.Root.MarkInfo.Marked)
        assert bool(file.Root.ViewerPreferences.DisplayDocTitle)
        assert about["dc:title"] == "Consent to micro-needling"
        assert {str(page.obj.Tabs) for page in file.pages} == {"/S"}


def test_the_seal_stands_outside_the_pages(made: Case) -> None:
    with pikepdf.open(io.BytesIO(made.pdf)) as file:
        [field] = file.Root.AcroForm.Fields
        assert [float(edge) < 0 for edge in field.Rect] == [True] * 4
        assert (int(field.F) & 6, str(field.TU)) == (4, "The clinic’s seal")  # printed, not hidden


def test_the_record_is_inside_as_the_source(document: bytes) -> None:
    with pikepdf.open(io.BytesIO(document)) as file:
        assert file.attachments["record.json"].get_file().read_bytes() == canonical(signed())
        assert str(file.Root.AF[0].AFRelationship) == "/Source"


def test_headings_tables_lists_and_pictures_are_tagged(document: bytes) -> None:
    found = tags(document)
    headings = [tag for tag in found if tag[:2] == "/H" and tag[2:].isdigit()]
    assert headings[:3] == ["/H1", "/H2", "/H3"]
    assert [found.count(tag) for tag in ("/H1", "/Table", "/Figure")] == [1, 2, 2]
    assert found.count("/TH") == 4


def test_every_word_that_was_read_and_answered_stands_in_it_in_order(document: bytes) -> None:
    record, text = signed(), said(document)
    words = [p.text for section in record.text.sections for p in section.paragraphs]
    words += [record.text.agreements[0].text, TALK.mattered, *TALK.alternatives]
    words += [TALK.nothing, record.questions[0].asked, record.questions[0].answer]
    words += [record.signature.statement]
    places = [text.find(" ".join(each.split())) for each in words]
    assert -1 not in places
    assert places == sorted(places)


def test_who_when_and_which_text_stand_in_it(document: bytes) -> None:
    text = said(document)
    for words in (
        "Born 9 April 1991",
        "Elif Demir, nurse",
        "Signed Thursday 26 November 2026, 2:30pm GMT",
        "Thursday 26 November 2026, 14:30:00 GMT (UTC+0000)",
        signed().text.protocol_sha256,
        "Mozilla/5.0 (Linux; Android 15)",
    ):
        assert text.count(words) >= 1, words


def test_markup_in_what_a_patient_wrote_is_only_words() -> None:
    wrote = "#panic() = *No* $x$ `y` <z> @w \\ // and }"
    record = signed(talk=msgspec.structs.replace(TALK, mattered=wrote))
    assert said(make_document(record)).count(wrote) == 1


def test_what_the_fonts_cannot_draw_is_spelled_and_kept_in_the_record() -> None:
    talk = msgspec.structs.replace(TALK, mattered="Thanks 😊\x00!")
    record = signed(talk=talk, patient=Patient("王 Wei", signed().patient.born))
    pdf = make_document(record)
    text = said(pdf)
    assert text.count("Thanks [smiling face with smiling eyes]!") == 1
    assert text.count("A word in square brackets stands for a character") == 1
    with pikepdf.open(io.BytesIO(pdf)) as file:
        assert file.attachments["record.json"].get_file().read_bytes() == canonical(record)


@pytest.mark.parametrize(
    ("char", "can"), [("é", True), ("Ж", True), ("ش", True), ("😊", False), ("\x07", False)]
)
def test_the_compiler_says_what_can_be_drawn(char: str, can: bool) -> None:
    assert drawable(char) == can


@pytest.mark.parametrize("how", ["typed", "witnessed"])
def test_a_signature_that_is_not_drawn_has_no_picture(how: str) -> None:
    signature = msgspec.structs.replace(SIGNATURE, how=how, path="", witness="Jon Hale")
    pdf = make_document(signed(signature=signature))
    assert tags(pdf).count("/Figure") == 1  # the QR code


def test_a_path_with_anything_but_a_line_is_not_drawn() -> None:
    signature = msgspec.structs.replace(SIGNATURE, path='M 1 1"/><script/>')
    assert tags(make_document(signed(signature=signature))).count("/Figure") == 1


def test_a_text_in_another_language_is_marked_so() -> None:
    record = signed()
    text = msgspec.structs.replace(record.text, language="pt-BR")
    with pikepdf.open(io.BytesIO(make_document(signed(text=text)))) as file:
        assert str(file.Root.Lang) == "pt-BR"
