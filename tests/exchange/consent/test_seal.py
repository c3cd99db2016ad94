"""The seal: PAdES B-B by the clinic, and B-T where an authority stamps the time."""

from __future__ import annotations

import io

import pikepdf
import pytest

from aftercare.exchange.consent.document import make_document
from aftercare.exchange.consent.seal import Authority, Sealer, Unstamped, seal
from tests.exchange.consent.authority import serving
from tests.exchange.consent.house import Case, failed, judged
from tests.exchange.consent.signing import AT, signed

CLINIC = "Willow Skin Clinic"


def sealed(case: Case, authority: Authority | None = None) -> bytes:
    return seal(make_document(signed()), Sealer.of(case.keys, authority), CLINIC, AT)


def test_the_seal_says_who_when_and_that_it_is_the_clinics(made: Case) -> None:
    with pikepdf.open(io.BytesIO(made.pdf)) as file:
        said = file.Root.Perms.DocMDP
        assert str(said.SubFilter) == "/ETSI.CAdES.detached"
        assert (str(said.Name), str(said.Reason)) == (CLINIC, "Sealed by the clinic")
        assert str(said.M) == "D:20261126143000Z"
        assert int(said.Reference[0].TransformParams.P) == 1


def test_the_document_is_under_the_seal_byte_for_byte(made: Case) -> None:
    document = make_document(made.record)
    assert made.pdf[: len(document)] == document


def test_an_authority_stamps_the_time(made: Case) -> None:
    with serving() as address:
        verdict = judged(sealed(made, Authority(address)))
    [stamp] = [fact for fact in verdict.facts if fact.name == "time-stamp"]
    assert failed(verdict) == ["log"]
    assert stamp.words == (
        "“Common Name: Test Time” stamped the seal on 2026-11-26 14:30:02 UTC."
        " Whether to trust it is yours to decide."
    )


def test_an_authority_that_refuses_seals_nothing(made: Case) -> None:
    with serving(status=503) as address, pytest.raises(Unstamped):
        sealed(made, Authority(address))


def test_an_authority_that_is_not_there_seals_nothing(made: Case) -> None:
    with serving() as address:
        pass
    with pytest.raises(Unstamped):
        sealed(made, Authority(address))


def test_an_authority_is_asked_over_http_only() -> None:
    with pytest.raises(ValueError, match="an address with http"):
        Authority("file:///etc/hostname")
