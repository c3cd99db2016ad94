"""A clinic brings its own certificate: the next consent is sealed with it, and still proves."""

from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12

from aftercare.clinic.records.models import EvidenceKeys, Treatment
from aftercare.clinic.services.access import Desk
from aftercare.clinic.services.evidence import checking, keyring, proofs
from aftercare.clinic.services.refusals import Refused
from aftercare.exchange.consent.keys import make_keys
from aftercare.exchange.consent.verify import verify
from tests.clinic import story
from tests.clinic.story import NOW


def brought(password: bytes = b"secret", days: int = -30) -> bytes:
    """Make a PKCS#12 as an authority hands it over."""
    made = make_keys("Rowan Skin Clinic Ltd", datetime.fromtimestamp(NOW, UTC) + timedelta(days))
    own: x509.Certificate = made.certificates[0]
    how = BestAvailableEncryption(password)
    return pkcs12.serialize_key_and_certificates(b"rowan", made.seal, own, None, how)


def test_the_next_consent_is_sealed_with_it_and_the_log_stays(
    desk: Desk, treatment: Treatment
) -> None:
    name = keyring.keys(desk.clinic.pk, NOW).name
    keyring.bring(desk.clinic, brought(), "secret", NOW)
    consent = story.signed(desk, treatment)
    own = keyring.keys(desk.clinic.pk, NOW)
    assert (own.name, own.certificates[0].subject.rfc4514_string()) == (
        name,
        "CN=Rowan Skin Clinic Ltd",
    )
    verdict, _ = verify(proofs.bundle(proofs.sealed_of(consent)), trusted=[name])
    assert verdict is not None
    assert (verdict.proved, checking.check(desk.clinic, NOW)) == (True, [])


def test_what_was_sealed_before_still_proves(desk: Desk, treatment: Treatment) -> None:
    consent = story.signed(desk, treatment)
    before = keyring.keys(desk.clinic.pk, NOW).certificates[0].fingerprint(SHA256())
    keyring.bring(desk.clinic, brought(), "secret", NOW)
    assert keyring.keys(desk.clinic.pk, NOW).certificates[0].fingerprint(SHA256()) != before
    assert proofs.failing(consent) == []
    verdict, _ = verify(proofs.bundle(proofs.sealed_of(consent)))
    assert verdict is not None
    assert verdict.proved is True


@pytest.mark.parametrize(
    ("data", "password", "code"),
    [
        (b"no such file", "secret", "E302"),
        (brought(), "wrong", "E302"),
        (brought(days=30), "secret", "E304"),
    ],
)
def test_what_cannot_seal_is_refused_and_the_old_key_stays(
    desk: Desk, data: bytes, password: str, code: str
) -> None:
    keyring.keys(desk.clinic.pk, NOW)
    before = EvidenceKeys.objects.get().stored
    with pytest.raises(Refused) as refused:
        keyring.bring(desk.clinic, data, password, NOW)
    assert [each.code for each in refused.value.problems] == [code]
    assert EvidenceKeys.objects.get().stored == before
