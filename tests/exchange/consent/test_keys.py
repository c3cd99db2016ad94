"""A clinic's keys: made, kept encrypted, opened again, or brought along."""

from __future__ import annotations

from datetime import datetime, timedelta

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    NoEncryption,
    pkcs12,
)

from aftercare.core.problems import Problem
from aftercare.exchange.consent.document import make_document
from aftercare.exchange.consent.keys import Keys, load_keys, make_keys, store, with_pkcs12
from aftercare.exchange.consent.seal import Sealer, seal
from tests.exchange.consent.authority import certified
from tests.exchange.consent.house import Case, failed, judged
from tests.exchange.consent.signing import AT, signed

SECRET = b"correct horse"


def codes(found: tuple[Keys | None, list[Problem]]) -> tuple[bool, list[str]]:
    return found[0] is None, [problem.code for problem in found[1]]


def brought(clinic: str = "Willow Skin Clinic", secret: bytes = SECRET) -> bytes:
    """Give a clinic's own PKCS#12, as a certificate authority hands it over."""
    keys = make_keys(clinic, AT)
    how = BestAvailableEncryption(secret)
    assert isinstance(keys.seal, EllipticCurvePrivateKey)
    return pkcs12.serialize_key_and_certificates(
        b"seal", keys.seal, keys.certificates[0], None, how
    )


def test_the_sealing_key_is_p256_and_its_certificate_names_the_clinic(made: Case) -> None:
    assert isinstance(made.keys.seal, EllipticCurvePrivateKey)
    assert isinstance(made.keys.seal.curve, SECP256R1)
    subject = made.keys.certificates[0].subject.rfc4514_string()
    assert subject == "CN=Willow Skin Clinic"


@pytest.mark.parametrize(("name", "kept"), [("x" * 100, "x" * 64), ("  ", "Clinic")])
def test_a_name_that_a_certificate_cannot_hold_is_cut(name: str, kept: str) -> None:
    assert make_keys(name, AT).certificates[0].subject.rfc4514_string() == f"CN={kept}"


def test_keys_are_kept_encrypted_and_opened_again(made: Case) -> None:
    kept = store(made.keys, SECRET)
    assert [pem.splitlines()[0] for pem in (kept.seal, kept.log)] == [
        "-----BEGIN ENCRYPTED PRIVATE KEY-----"
    ] * 2
    opened, problems = load_keys(kept, SECRET)
    assert problems == []
    assert opened
    assert (opened.name, opened.certificate) == (made.keys.name, made.keys.certificate)


@pytest.mark.parametrize("secret", [b"", b"wrong"])
def test_a_wrong_passphrase_opens_nothing(made: Case, secret: bytes) -> None:
    assert codes(load_keys(store(made.keys, SECRET), secret)) == (True, ["E301"])


def test_damaged_or_exchanged_keys_open_nothing(made: Case) -> None:
    kept = store(made.keys, SECRET)
    cut = msgspec.structs.replace(kept, seal=kept.seal[:200])
    swapped = msgspec.structs.replace(kept, seal=kept.log, log=kept.seal)
    assert codes(load_keys(cut, SECRET)) == (True, ["E301"])
    assert codes(load_keys(swapped, SECRET)) == (True, ["E303"])


def test_a_clinics_own_key_seals_and_the_log_keeps_its_name(made: Case) -> None:
    keys, problems = with_pkcs12(made.keys, brought(), SECRET, AT)
    assert problems == []
    assert keys
    assert (keys.name, keys.certificate == made.keys.certificate) == (made.keys.name, False)
    pdf = seal(make_document(signed(log=keys.name)), Sealer.of(keys), "Willow Skin Clinic", AT)
    assert failed(judged(pdf)) == ["log"]


def test_a_clinics_rsa_key_seals_too(made: Case) -> None:
    own = generate_private_key(65537, 2048)
    data = pkcs12.serialize_key_and_certificates(
        b"seal", own, certified("Willow Skin Clinic", own), None, NoEncryption()
    )
    keys, _ = with_pkcs12(made.keys, data, b"", AT)
    assert keys
    assert isinstance(keys.seal, RSAPrivateKey)
    pdf = seal(make_document(signed()), Sealer.of(keys), "Willow Skin Clinic", AT)
    assert failed(judged(pdf)) == ["log"]


@pytest.mark.parametrize("data", [b"", b"not a p12", brought()[:-40]])
def test_a_pkcs12_that_cannot_be_opened_has_a_word(made: Case, data: bytes) -> None:
    assert codes(with_pkcs12(made.keys, data, SECRET, AT)) == (True, ["E302"])


def test_a_pkcs12_with_a_wrong_password_has_a_word(made: Case) -> None:
    assert codes(with_pkcs12(made.keys, brought(), b"wrong", AT)) == (True, ["E302"])


def test_a_pkcs12_without_its_certificate_cannot_seal(made: Case) -> None:
    how = BestAvailableEncryption(SECRET)
    assert isinstance(made.keys.seal, EllipticCurvePrivateKey)
    data = pkcs12.serialize_key_and_certificates(b"seal", made.keys.seal, None, None, how)
    assert codes(with_pkcs12(made.keys, data, SECRET, AT)) == (True, ["E303"])


@pytest.mark.parametrize("at", [AT - timedelta(days=1), AT + timedelta(days=3651)])
def test_a_certificate_that_is_not_valid_now_cannot_seal(made: Case, at: datetime) -> None:
    found = with_pkcs12(made.keys, brought(), SECRET, at)
    assert codes(found) == (True, ["E304"])
