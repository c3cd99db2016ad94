"""A bundle is read with bounds, and what is none has a word."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterable
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from aftercare.exchange.consent.bundle import NAMES, make_bundle, read_bundle
from tests.exchange.consent.house import Case

BOMB = bytes(20_000_000)


def zipped(files: Iterable[tuple[str, bytes]], how: int = ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with warnings.catch_warnings(), ZipFile(out, "w", how) as file:
        warnings.simplefilter("ignore")  # a name twice is what one test is about
        for name, content in files:
            file.writestr(name, content)
    return out.getvalue()


def contents(case: Case) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(make_bundle(case.bundle))) as file:
        return {name: file.read(name) for name in file.namelist()}


def refused(data: bytes) -> list[str]:
    bundle, problems = read_bundle(data)
    assert bundle is None
    return [problem.code for problem in problems]


def test_a_bundle_is_read_as_it_was_written(made: Case) -> None:
    data = make_bundle(made.bundle)
    assert read_bundle(data) == (made.bundle, [])
    assert make_bundle(made.bundle) == data


def test_the_files_of_a_bundle_have_their_names(made: Case) -> None:
    assert tuple(contents(made)) == NAMES


def test_a_stored_bundle_is_a_bundle_too(made: Case) -> None:
    assert read_bundle(zipped(contents(made).items(), ZIP_STORED)) == (made.bundle, [])


@pytest.mark.parametrize("kept", [4, 100, 5_000, -1, -22, -200])
def test_a_truncated_bundle_is_damaged(made: Case, kept: int) -> None:
    assert refused(make_bundle(made.bundle)[:kept]) == ["E102"]


def test_a_bomb_is_too_large(made: Case) -> None:
    bomb = zipped((contents(made) | {"consent.pdf": BOMB}).items())
    assert len(bomb) < 40_000
    assert refused(bomb) == ["E103"]


def test_a_file_that_is_huge_itself_is_too_large() -> None:
    assert refused(b"PK\x03\x04" + BOMB) == ["E103"]


@pytest.mark.parametrize("name", ["../consent.pdf", "/consent.pdf", "a/consent.pdf", "CONSENT.PDF"])
def test_a_path_is_not_a_name(made: Case, name: str) -> None:
    files = contents(made)
    files[name] = files.pop("consent.pdf")
    assert refused(zipped(files.items())) == ["E104"]


def test_a_name_twice_is_refused(made: Case) -> None:
    files = contents(made)
    assert refused(zipped([*files.items(), ("consent.pdf", b"%PDF-")])) == ["E104"]
    files.pop("README.txt")
    assert refused(zipped([*files.items(), ("consent.pdf", b"%PDF-")])) == ["E104"]


@pytest.mark.parametrize("name", NAMES)
def test_a_missing_file_is_refused(made: Case, name: str) -> None:
    files = contents(made)
    files.pop(name)
    assert refused(zipped(files.items())) == ["E104"]


@pytest.mark.parametrize(
    ("proof", "code"),
    [
        (b"", "E105"),
        (b"{}", "E105"),
        (b"[" * 100_000, "E105"),
        (b"\xff\xfe", "E105"),
        (b'{"format":"aftercare-proof-2"}', "E105"),
    ],
)
def test_a_proof_that_is_none_has_a_word(made: Case, proof: bytes, code: str) -> None:
    assert refused(zipped((contents(made) | {"proof.json": proof}).items())) == [code]


def test_a_proof_with_a_second_value_for_a_key_is_refused(made: Case) -> None:
    files = contents(made)
    twice = files["proof.json"].replace(b'"index":5', b'"index":4,"index":5')
    assert refused(zipped((files | {"proof.json": twice}).items())) == ["E106"]
