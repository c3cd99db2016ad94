"""A record has one way to be written, and an incomplete one is never sealed."""

from __future__ import annotations

from datetime import datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftercare.exchange.consent.record import Record, canonical, missing, read_record
from tests.exchange.consent.signing import SIGNATURE, TALK, signed


def codes(record: Record) -> list[str]:
    return [problem.code for problem in missing(record)]


def changed(**changes: object) -> Record:
    return signed(signature=msgspec.structs.replace(SIGNATURE, **changes))


def test_a_complete_record_may_be_sealed() -> None:
    assert codes(signed()) == []


@given(st.text(), st.text())
def test_a_record_is_read_as_it_was_written(number: str, mattered: str) -> None:
    record = signed(number=number, talk=msgspec.structs.replace(TALK, mattered=mattered))
    assert read_record(canonical(record))[0] == record
    assert canonical(signed(number=number)) == canonical(signed(number=number))


def test_a_record_in_another_order_or_with_spaces_is_refused() -> None:
    data = canonical(signed())
    for other in (data + b"\n", data.replace(b":", b": ", 1), data.replace(b"Bath", b"\\u0042ath")):
        assert [problem.code for problem in read_record(other)[1]] == ["E106"]


@pytest.mark.parametrize("data", [b"", b"{}", b"null", b"\xff", b"[" * 50_000])
def test_what_is_no_record_has_a_word(data: bytes) -> None:
    assert [problem.code for problem in read_record(data)[1]] == ["E105"]


def test_an_instant_without_its_offset_is_no_record() -> None:
    naive = datetime(2026, 11, 26, 14, 30)  # noqa: DTZ001 - it is what must be refused
    assert read_record(canonical(changed(at=naive)))[0] is None


@pytest.mark.parametrize("name", ["", "  "])
def test_an_empty_signature_is_missing(name: str) -> None:
    assert codes(changed(name=name)) == ["S111"]


@pytest.mark.parametrize(
    "path",
    ["", "M 10 10 L 10 10", "M 10 10 L 11 11 M 50 50 L 51 51", "M 5 5 L 5 190", "M 1 1 L 25 1"],
)
def test_dots_and_a_stroke_are_no_drawn_signature(path: str) -> None:
    assert codes(changed(path=path)) == ["S112"]


def test_a_tick_needs_its_witness() -> None:
    assert codes(changed(how="witnessed", path="")) == ["S113"]
    assert codes(changed(how="witnessed", path="", witness="Jon Hale")) == []


def test_a_section_that_was_not_read_is_named() -> None:
    record = signed()
    [problem] = missing(signed(read=record.read[1:]))
    assert (problem.code, problem.message) == ("S108", "“What the treatment is” was not read.")


def test_what_the_treatment_needs_must_be_agreed_to() -> None:
    record = signed()
    first, *others = record.answers
    no = msgspec.structs.replace(first, answer="no")
    assert codes(signed(answers=(no, *others))) == ["S110"]
    assert codes(signed(answers=(first,))) == ["S105"]


@pytest.mark.parametrize("part", ["by", "mattered", "alternatives", "nothing"])
def test_a_talk_without_a_part_is_not_complete(part: str) -> None:
    empty: object = () if part == "alternatives" else ""
    assert codes(signed(talk=msgspec.structs.replace(TALK, **{part: empty}))) == ["S114"]
