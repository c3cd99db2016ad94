"""What proves a consent, and every attack on it that we could think of."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache
from zipfile import ZipFile

import msgspec
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import SigSeedSubFilter

from aftercare.core.consent.evidence import canonical, sign_head
from aftercare.exchange.consent.bundle import Bundle, make_bundle
from aftercare.exchange.consent.document import make_document
from aftercare.exchange.consent.record import canonical as record_bytes
from aftercare.exchange.consent.seal import Sealer, seal
from aftercare.exchange.consent.verify import verify
from tests.exchange.consent.house import LATER, Case, failed, judged, logged, opened
from tests.exchange.consent.signing import AT, SIGNATURE, signed

SEALED = ["seal", "whole-file", "locked", "record"]
STRIDE = 499  # bytes; the campaign looks at every one


@cache
def sample() -> Case:
    """Give a consent to a test that hypothesis calls many times."""
    return opened()


def test_a_bundle_proves() -> None:
    case = opened()
    verdict = judged(make_bundle(case.bundle))
    assert (verdict.proved, failed(verdict), verdict.log) == (True, [], case.keys.name)


def test_a_bundle_proves_against_the_head_that_the_patient_holds(case: Case) -> None:
    verdict = judged(make_bundle(case.bundle), case.head)
    assert (verdict.proved, failed(verdict)) == (True, [])


def test_a_pdf_alone_is_valid_and_not_proved(made: Case) -> None:
    verdict = judged(made.pdf)
    assert (verdict.proved, verdict.words) == (False, "Seal valid, not proved.")
    assert [fact.name for fact in verdict.facts] == [*SEALED, "log"]
    assert failed(verdict) == ["log"]


def test_a_pdf_with_the_clinics_own_proof_is_proved(made: Case) -> None:
    assert judged(made.pdf, proof=made.bundle.proof).proved


def test_a_log_that_is_not_trusted_proves_nothing(made: Case, other: Case) -> None:
    data = make_bundle(made.bundle)
    assert judged(data, trusted={made.keys.name}).proved
    assert failed(judged(data, trusted={other.keys.name})) == ["trusted"]


# --- one byte ---------------------------------------------------------------------------------


def flipped(data: bytes, at: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


def unfound(case: Case, places: range) -> list[int]:
    """Give the places where a flipped bit of the PDF is not found."""
    return [
        at
        for at in places
        if "consent.pdf-logged" not in failed(judged(case.with_pdf(flipped(case.pdf, at))))
    ]


def test_a_flipped_bit_of_the_pdf_is_found(made: Case) -> None:
    assert unfound(made, range(0, len(made.pdf), STRIDE)) == []


@pytest.mark.campaign
def test_a_flipped_bit_of_any_byte_of_the_pdf_is_found(made: Case) -> None:
    assert unfound(made, range(len(made.pdf))) == []


def test_a_flipped_bit_of_the_record_is_found(made: Case) -> None:
    record = made.bundle.record
    attacks = [
        judged(make_bundle(msgspec.structs.replace(made.bundle, record=flipped(record, at))))
        for at in range(0, len(record), STRIDE)
    ]
    assert [v for v in attacks if not {"same-record", "record.json-logged"} <= {*failed(v)}] == []


def proof_unfound(case: Case, places: range) -> list[int]:
    """Give the places where a flipped bit of the proof is not found by who holds the head."""
    data = canonical(case.bundle.proof)
    judgements = (
        verify(proof_changed(case, flipped(data, at)), against=case.head) for at in places
    )
    return [
        at
        for at, (verdict, _) in zip(places, judgements, strict=True)
        if verdict and verdict.proved
    ]


def test_a_flipped_bit_of_the_proof_is_found_against_the_patients_head(made: Case) -> None:
    assert proof_unfound(made, range(0, len(canonical(made.bundle.proof)), 23)) == []


@pytest.mark.campaign
def test_a_flipped_bit_of_any_byte_of_the_proof_is_found(made: Case) -> None:
    assert proof_unfound(made, range(len(canonical(made.bundle.proof)))) == []


def proof_changed(case: Case, data: bytes) -> bytes:
    """Give the bundle with these bytes for its proof, whatever they say."""
    whole, old = make_bundle(case.bundle), canonical(case.bundle.proof)
    out = io.BytesIO()
    with ZipFile(io.BytesIO(whole)) as source, ZipFile(out, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, data if content == old else content)
    return out.getvalue()


# --- changes after the seal -------------------------------------------------------------------


def updated(pdf: bytes, change: Callable[[IncrementalPdfFileWriter], None]) -> bytes:
    """Append an incremental update, as an attacker's editor does."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def page(writer: IncrementalPdfFileWriter, number: int) -> generic.DictionaryObject:
    reference, _ = writer.find_page_for_modification(number)
    found = reference.get_object()
    assert isinstance(found, generic.DictionaryObject)
    writer.update_container(found)
    return found


def replace_page(writer: IncrementalPdfFileWriter) -> None:
    content = generic.StreamObject(stream_data=b"BT ET")
    page(writer, 0)[pdf_name("/Contents")] = writer.add_object(content)


def show_another_page(writer: IncrementalPdfFileWriter) -> None:
    page(writer, 0)[pdf_name("/Contents")] = page(writer, 1).raw_get("/Contents")


def hide_under_a_box(writer: IncrementalPdfFileWriter) -> None:
    box = generic.DictionaryObject(
        {
            pdf_name("/Type"): pdf_name("/Annot"),
            pdf_name("/Subtype"): pdf_name("/Square"),
            pdf_name("/Rect"): generic.ArrayObject(map(generic.NumberObject, (0, 0, 600, 800))),
            pdf_name("/IC"): generic.ArrayObject(map(generic.NumberObject, (1, 1, 1))),
        }
    )
    page(writer, 1)[pdf_name("/Annots")] = generic.ArrayObject([writer.add_object(box)])


def take_away_the_lock(writer: IncrementalPdfFileWriter) -> None:
    del writer.root["/Perms"]
    writer.update_root()


def exchange_the_record(writer: IncrementalPdfFileWriter) -> None:
    spec = writer.root["/Names"]["/EmbeddedFiles"]["/Names"][1]
    stream = generic.StreamObject(stream_data=record_bytes(signed(number="WSC-2026-0001")))
    spec["/EF"][pdf_name("/F")] = writer.add_object(stream)
    writer.update_container(spec["/EF"])


def add_nothing(writer: IncrementalPdfFileWriter) -> None:
    writer.update_root()


@pytest.mark.parametrize(
    "change",
    [
        replace_page,
        show_another_page,
        hide_under_a_box,
        take_away_the_lock,
        exchange_the_record,
        add_nothing,
    ],
)
def test_an_update_after_the_seal_is_found(
    made: Case, change: Callable[[IncrementalPdfFileWriter], None]
) -> None:
    pdf = updated(made.pdf, change)
    alone, bundled = judged(pdf), judged(made.with_pdf(pdf))
    assert alone.words == bundled.words == "Not proved."
    assert "whole-file" in failed(alone)
    assert {"whole-file", "consent.pdf-logged"} <= {*failed(bundled)}


def test_words_appended_after_the_seal_are_found(made: Case) -> None:
    assert "whole-file" in failed(judged(made.pdf + b"\n% a note\n"))


def test_a_seal_that_allows_changes_is_not_a_clinics(made: Case) -> None:
    meta = signers.PdfSignatureMetadata(field_name="Seal", subfilter=SigSeedSubFilter.PADES)
    writer = IncrementalPdfFileWriter(io.BytesIO(make_document(made.record)))
    signer = Sealer.of(made.keys).signer
    pdf = signers.PdfSigner(meta, signer).sign_pdf(writer, bytes_reserved=8192).getvalue()
    assert failed(judged(pdf)) == ["locked", "log"]


# --- another consent, another clinic ----------------------------------------------------------


def test_a_record_of_other_answers_is_found(made: Case) -> None:
    data = record_bytes(signed(log=made.keys.name, number="WSC-2026-0001"))
    verdict = judged(make_bundle(Bundle(made.pdf, data, made.bundle.proof)))
    assert failed(verdict) == ["same-record", "record.json-logged"]


def test_another_consent_of_the_same_clinic_is_not_the_logged_one(made: Case) -> None:
    record = signed(log=made.keys.name, number="WSC-2026-0413")
    pdf = seal(make_document(record), Sealer.of(made.keys), "Willow Skin Clinic", AT)
    verdict = judged(make_bundle(Bundle(pdf, record_bytes(record), made.bundle.proof)))
    assert failed(verdict) == ["consent.pdf-logged", "record.json-logged"]


def test_the_same_document_under_another_seal_is_found(made: Case, other: Case) -> None:
    pdf = seal(make_document(made.record), Sealer.of(other.keys), "Willow Skin Clinic", AT)
    assert failed(judged(made.with_pdf(pdf))) == ["same-clinic", "consent.pdf-logged"]


def test_a_document_without_a_seal_is_said_to_have_none(made: Case) -> None:
    verdict = judged(make_document(made.record))
    assert verdict.facts[0].words == "This PDF carries no seal of a clinic."
    assert verdict.words == "Not proved."


def test_a_wrong_key_is_found(made: Case, other: Case) -> None:
    verdict = judged(made.with_proof(log_key=other.bundle.proof.log_key))
    assert failed(verdict) == ["log-key", "head"]


def test_another_certificate_is_found(made: Case, other: Case) -> None:
    own = made.bundle.proof.certificate
    impossible = own.replace("MIIB", "MIIC", 1)  # no certificate any more, to whoever reads it
    for certificate in ("", "a word", own + "\n", impossible, other.bundle.proof.certificate):
        assert failed(judged(made.with_proof(certificate=certificate))) == ["same-clinic"]


def test_a_head_of_another_clinic_inside_is_found(made: Case, other: Case) -> None:
    verdict = judged(made.with_proof(head=other.head))
    assert failed(verdict) == ["same-clinic", "entry", "inclusion", "log-key", "head"]


def test_a_head_of_another_clinic_that_is_held_is_found(made: Case, other: Case) -> None:
    verdict = judged(make_bundle(made.bundle), other.head)
    assert failed(verdict) == ["against"]
    assert verdict.facts[-1].words == "The tree head that you hold is of another clinic's log."


def test_a_bundle_forged_with_other_keys_is_refused_by_the_head_that_is_held(made: Case) -> None:
    forged = opened()
    assert judged(make_bundle(forged.bundle)).proved
    assert failed(judged(make_bundle(forged.bundle), made.head)) == ["against"]


def test_another_salt_is_found(made: Case) -> None:
    verdict = judged(made.with_proof(salt="00" * 32))
    assert failed(verdict) == ["consent.pdf-logged", "record.json-logged"]


def test_an_entry_of_other_words_is_found(made: Case) -> None:
    entry = made.bundle.proof.entry.replace('"kind":"signed"', '"kind":"opened"')
    assert failed(judged(made.with_proof(entry=entry))) == ["same-text", "inclusion"]


# --- the log, years later ---------------------------------------------------------------------


@pytest.mark.parametrize("more", [1, 2, 3, 10, 59])
def test_a_log_that_has_grown_proves_against_both_heads(case: Case, more: int) -> None:
    head, data = case.later(more)
    assert failed(judged(data, case.head)) == []
    assert failed(judged(data, head)) == []


def test_without_the_proof_of_growth_it_is_said_what_to_ask_for(case: Case) -> None:
    head, _ = case.later(3)
    verdict = judged(make_bundle(case.bundle), head)
    assert failed(verdict) == ["against"]
    assert verdict.facts[-1].words == (
        "Nothing here proves that the log of 9 entries begins with the one of 6."
        " Ask the clinic for a bundle made for the tree head that you hold."
    )


@pytest.mark.parametrize("before", [0, 4, 6])
def test_a_log_with_rows_dropped_or_added_is_refused(made: Case, before: int) -> None:
    rewritten = logged(made.record, made.pdf, made.keys, before)
    head, data = rewritten.later(7 - before)
    assert judged(data, head).proved
    assert "against" in failed(judged(data, made.head))


def test_a_head_that_the_log_has_not_signed_is_refused(made: Case, other: Case) -> None:
    root = bytes.fromhex(made.head.root)
    head = sign_head(made.keys.name, made.head.size, root, LATER, other.keys.log.sign)
    assert failed(judged(make_bundle(made.bundle), head)) == ["against-signed"]


# --- files out of shape -----------------------------------------------------------------------

cuts = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 400), st.binary(max_size=40)), min_size=1)


@settings(max_examples=max(40, settings().max_examples // 10))
@given(cuts)
def test_a_mangled_pdf_has_a_word_and_proves_nothing(
    changes: list[tuple[float, int, bytes]],
) -> None:
    pdf = sample().pdf
    for place, length, instead in changes:
        at = int(place * len(pdf))
        pdf = pdf[:at] + instead + pdf[at + length :]
    assume(pdf != sample().pdf)
    verdict, problems = verify(b"%PDF-" + pdf.removeprefix(b"%PDF-"))
    assert (verdict is None) == bool(problems)
    assert not (verdict and verdict.proved)
    assert not judged(sample().with_pdf(pdf)).proved


# --- no consent at all ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "E101"),
        (b"hello", "E101"),
        (b"%PDF-1.7\n", "E102"),
        (b"%PDF-1.7\nxref\ntrailer<</Root 1 0 R>>startxref 9 %%EOF", "E102"),
        (b"%PDF-" + bytes(16_000_001), "E103"),
        (b"PK\x03\x04", "E102"),
    ],
)
def test_what_cannot_be_read_has_a_word(data: bytes, code: str) -> None:
    verdict, problems = verify(data)
    assert (verdict, [problem.code for problem in problems]) == (None, [code])


def test_a_typed_signature_proves_as_well() -> None:
    signature = msgspec.structs.replace(SIGNATURE, how="typed", path="")
    case = opened()
    record = signed(log=case.keys.name, signature=signature)
    pdf = seal(make_document(record), Sealer.of(case.keys), "Willow Skin Clinic", AT)
    assert judged(make_bundle(logged(record, pdf, case.keys).bundle)).proved
