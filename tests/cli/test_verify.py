"""`aftercare verify`: a status a script can use, and the fact that failed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from aftercare.core.consent.evidence import canonical
from aftercare.exchange.consent.bundle import make_bundle
from tests.cli.running import run
from tests.exchange.consent.house import Case, opened


@pytest.fixture(scope="module")
def case() -> Case:
    return opened()


def kept(folder: Path, name: str, data: bytes) -> str:
    path = folder / name
    path.write_bytes(data)
    return str(path)


def test_verify_of_a_bundle_is_0(case: Case, tmp_path: Path) -> None:
    file = kept(tmp_path, "bundle.zip", make_bundle(case.bundle))
    head = kept(tmp_path, "head.json", canonical(case.head) + b"\n")
    ran = run("verify", file, "--against", head)
    first, *facts, last = ran.out.splitlines()
    assert (ran.status, ran.err) == (0, "")
    assert first == "Proved: this is the consent as it was signed, in the log that you know."
    assert {line.split()[0] for line in facts} == {"holds"}
    assert last == f"The log's name: {case.keys.name}"


def test_verify_of_a_pdf_alone_is_1_and_says_what_is_missing(case: Case, tmp_path: Path) -> None:
    ran = run("verify", kept(tmp_path, "consent.pdf", case.pdf))
    assert (ran.status, ran.err) == (1, "")
    assert ran.out.splitlines()[0] == "Seal valid, not proved."
    assert ran.out.splitlines()[-1].startswith(
        "  FAILS  log         Only the seal could be checked."
    )


def test_verify_says_which_fact_failed_as_data(case: Case, tmp_path: Path) -> None:
    file = kept(tmp_path, "bundle.zip", case.with_proof(salt="00" * 32))
    ran = run("verify", file, "--json")
    said = json.loads(ran.out)
    assert (ran.status, ran.err, said["proved"]) == (1, "", False)
    assert [fact["name"] for fact in said["facts"] if not fact["ok"]] == [
        "consent.pdf-logged",
        "record.json-logged",
    ]


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"hello", "E101"), (b"%PDF-1.7 and no more", "E102"), (b"PK\x03\x04cut", "E102")],
)
def test_verify_of_what_cannot_be_read_is_2(tmp_path: Path, data: bytes, code: str) -> None:
    ran = run("verify", kept(tmp_path, "file", data))
    assert (ran.status, ran.out, ran.err[:12]) == (2, "", f"error[{code}] ")


def test_verify_of_a_file_that_is_not_there_is_2(tmp_path: Path) -> None:
    ran = run("verify", str(tmp_path / "nothing.zip"))
    assert (ran.status, ran.out, ran.err[:12]) == (2, "", "error[C102] ")


def test_verify_against_what_is_no_tree_head_is_2(case: Case, tmp_path: Path) -> None:
    file = kept(tmp_path, "bundle.zip", make_bundle(case.bundle))
    ran = run("verify", file, "--against", kept(tmp_path, "head.json", b"{}"))
    assert (ran.status, ran.out, ran.err[:12]) == (2, "", "error[E105] ")


def test_verify_against_the_head_of_another_clinic_is_1(case: Case, tmp_path: Path) -> None:
    file = kept(tmp_path, "bundle.zip", make_bundle(case.bundle))
    head = kept(tmp_path, "head.json", canonical(opened("Another Clinic").head))
    ran = run("verify", file, "--against", head)
    [wrong] = [line for line in ran.out.splitlines() if line.startswith("  FAILS")]
    assert ran.status == 1
    assert wrong.endswith("The tree head that you hold is of another clinic's log.")
