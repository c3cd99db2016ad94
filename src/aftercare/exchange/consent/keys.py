"""A clinic's two keys: P-256 seals its files, Ed25519 signs its log.

They are made on first use, or the sealing key comes as the clinic's own PKCS#12. What is stored
is encrypted with a passphrase that the caller keeps elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ec import (
    SECP256R1,
    EllipticCurvePrivateKey,
    generate_private_key,
)
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    load_pem_private_key,
    pkcs12,
)
from cryptography.x509.oid import NameOID
from msgspec import Struct

from aftercare.core.consent.evidence import log_name
from aftercare.core.problems import Problem

YEARS = 10
_LONGEST_NAME = 64  # characters, by RFC 5280


class Stored(Struct, frozen=True):
    """A clinic's keys as they are kept: PEM, the private ones encrypted."""

    seal: str
    log: str
    certificates: tuple[str, ...]


@dataclass(frozen=True)
class Keys:
    """A clinic's keys in memory; the first certificate is the sealing key's own."""

    seal: EllipticCurvePrivateKey | RSAPrivateKey
    log: Ed25519PrivateKey
    certificates: tuple[x509.Certificate, ...]

    @property
    def log_key(self) -> bytes:
        """Give the log's public key: 32 bytes."""
        return self.log.public_key().public_bytes_raw()

    @property
    def name(self) -> str:
        """Give the name of the clinic's log."""
        return log_name(self.log_key)

    @property
    def certificate(self) -> str:
        """Give the sealing key's certificate as PEM."""
        return _pem(self.certificates[0])


def make_keys(clinic: str, at: datetime) -> Keys:
    """Make both keys, and a certificate that the clinic has issued to itself."""
    seal = generate_private_key(SECP256R1())
    return Keys(seal, Ed25519PrivateKey.generate(), (_certificate(clinic, seal, at),))


def _certificate(clinic: str, key: EllipticCurvePrivateKey, at: datetime) -> x509.Certificate:
    words = clinic.strip()[:_LONGEST_NAME] or "Clinic"
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, words)])
    usage = x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    draft = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    draft = draft.not_valid_before(at).not_valid_after(at + timedelta(days=YEARS * 365))
    return draft.add_extension(usage, critical=True).sign(key, hashes.SHA256())


def store(keys: Keys, passphrase: bytes) -> Stored:
    """Give what may be written down."""
    return Stored(
        _encrypted(keys.seal, passphrase),
        _encrypted(keys.log, passphrase),
        tuple(map(_pem, keys.certificates)),
    )


def load_keys(stored: Stored, passphrase: bytes) -> tuple[Keys | None, list[Problem]]:
    """Read stored keys back."""
    try:
        seal = load_pem_private_key(stored.seal.encode(), passphrase)
        log = load_pem_private_key(stored.log.encode(), passphrase)
        certificates = [x509.load_pem_x509_certificate(pem.encode()) for pem in stored.certificates]
    except (ValueError, TypeError):  # what cryptography raises for a wrong one, and for a damaged
        remedy = "Look at the passphrase in the settings, or restore the keys from a backup."
        return None, [Problem("E301", "The clinic's keys cannot be opened.", remedy)]
    if not isinstance(seal, EllipticCurvePrivateKey | RSAPrivateKey) or not isinstance(
        log, Ed25519PrivateKey
    ):
        return None, [_unfit()]
    return Keys(seal, log, tuple(certificates)), []


def with_pkcs12(
    keys: Keys, data: bytes, passphrase: bytes, at: datetime
) -> tuple[Keys | None, list[Problem]]:
    """Take the clinic's own key and certificate for sealing; the log's key stays."""
    try:
        seal, own, chain = pkcs12.load_key_and_certificates(data, passphrase)
    except (ValueError, TypeError):  # as above
        remedy = "Check the file (.p12 or .pfx) and its password."
        return None, [Problem("E302", "This PKCS#12 file cannot be opened.", remedy)]
    if own is None or not isinstance(seal, EllipticCurvePrivateKey | RSAPrivateKey):
        return None, [_unfit()]
    if seal.public_key() != own.public_key():
        return None, [_unfit()]
    if not own.not_valid_before_utc <= at <= own.not_valid_after_utc:
        return None, [Problem("E304", "This certificate is not valid now.", "Ask for a new one.")]
    return replace(keys, seal=seal, certificates=(own, *chain)), []


def _unfit() -> Problem:
    remedy = "Use a P-256 or RSA key with its certificate in one file."
    return Problem("E303", "This is not a key that can seal.", remedy)


def _encrypted(
    key: EllipticCurvePrivateKey | RSAPrivateKey | Ed25519PrivateKey, passphrase: bytes
) -> str:
    how = BestAvailableEncryption(passphrase)
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, how).decode()


def _pem(certificate: x509.Certificate) -> str:
    return certificate.public_bytes(Encoding.PEM).decode()
