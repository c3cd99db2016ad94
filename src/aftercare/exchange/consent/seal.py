"""The clinic's seal: a PAdES signature over the whole file that forbids every later change.

B-B by itself, B-T where a time-stamp authority is asked. It is the clinic that seals; the
patient's own signature is the drawing or the name in the document.
"""

from __future__ import annotations

import io
from asyncio import to_thread
from dataclasses import dataclass
from datetime import datetime
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from asn1crypto import tsp
from asn1crypto.x509 import Certificate
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign.fields import InvisSigSettings, MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.signers.pdf_cms import Signer
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko.sign.timestamps import TimeStamper
from pyhanko.sign.timestamps.common_utils import TimestampRequestError
from pyhanko_certvalidator.registry import SimpleCertificateStore

from aftercare.exchange.consent.keys import Keys

FIELD = "Seal"
_ROOM = 4096  # hexadecimal digits for the signature itself; certificates come on top
_LONGEST_ANSWER = 100_000  # bytes of a time-stamp


class Unstamped(Exception):  # noqa: N818 - it says what the file is not
    """The time-stamp authority gave no time-stamp: nothing was sealed."""


class _KeptKey(Signer):
    """A signer that keeps its key open: pyHanko's own reads it again for each file."""

    def __init__(self, keys: Keys) -> None:
        own, *others = (
            Certificate.load(each.public_bytes(Encoding.DER)) for each in keys.certificates
        )
        known = SimpleCertificateStore()
        known.register_multiple([own, *others])
        super().__init__(signing_cert=own, cert_registry=known)
        self.key = keys.seal

    async def async_sign_raw(
        self,
        data: bytes,
        digest_algorithm: str,
        dry_run: bool = False,  # noqa: ARG002 - pyHanko measures a seal by making one
    ) -> bytes:
        if digest_algorithm != "sha256":
            raise ValueError("A seal is made with SHA-256.")
        if isinstance(self.key, EllipticCurvePrivateKey):
            return self.key.sign(data, ECDSA(SHA256()))
        return self.key.sign(data, PKCS1v15(), SHA256())


class _Sealed(IncrementalPdfFileWriter):
    """A file with its seal as the only change: PDF 1.7, as PDF/A-3 needs, and its own metadata."""

    output_version = (1, 7)

    def ensure_output_version(self, version: tuple[int, int]) -> None:
        """Keep the version: P-256 is of PDF 2.0, and pyHanko would declare the file one."""

    def _update_meta(self) -> None:
        """Leave the metadata alone: pyHanko would write the time at which it ran."""


class _Timed(PdfSigner):
    """A signing that is told the time."""

    at: datetime

    def init_signing_session(
        self, pdf_out: BasePdfFileWriter, existing_fields_only: bool = False
    ) -> PdfSigningSession:
        session = super().init_signing_session(pdf_out, existing_fields_only)
        session.system_time = self.at
        return session


class Authority(TimeStamper):
    """A time-stamp authority (RFC 3161) at an address; ``patience`` in seconds."""

    def __init__(self, url: str, patience: float = 5) -> None:
        if not url.startswith(("https://", "http://")):
            raise ValueError("A time-stamp authority has an address with http.")
        super().__init__()  # type: ignore[no-untyped-call]  # pyHanko gives it no types
        self.url, self.patience = url, patience

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        """Ask for a time-stamp."""
        answer: tsp.TimeStampResp = tsp.TimeStampResp.load(await to_thread(self._asked, req.dump()))
        return answer

    def _asked(self, body: bytes) -> bytes:
        headers = {"Content-Type": "application/timestamp-query"}
        request = Request(self.url, body, headers)  # noqa: S310 - the address was looked at above
        try:
            with urlopen(request, timeout=self.patience) as answer:  # noqa: S310 - as above
                return bytes(answer.read(_LONGEST_ANSWER))
        except HTTPError as refused:
            refused.close()  # it holds the connection open
            raise


@dataclass(frozen=True)
class Sealer:
    """A clinic's seal, ready for use; keep one for many files."""

    keys: Keys
    signer: Signer
    authority: TimeStamper | None = None

    @classmethod
    def of(cls, keys: Keys, authority: TimeStamper | None = None) -> Sealer:
        """Open a clinic's keys for sealing."""
        return cls(keys, _KeptKey(keys), authority)


def seal(pdf: bytes, sealer: Sealer, clinic: str, at: datetime) -> bytes:
    """Seal a document; raises `Unstamped` if the authority does not answer."""
    meta = PdfSignatureMetadata(
        field_name=FIELD,
        md_algorithm="sha256",
        reason="Sealed by the clinic",
        name=clinic,
        certify=True,
        docmdp_permissions=MDPPerm.NO_CHANGES,
        subfilter=SigSeedSubFilter.PADES,
    )
    signing = _Timed(meta, sealer.signer, timestamper=sealer.authority, new_field_spec=_field())
    signing.at = at
    out = io.BytesIO()
    try:
        writer = _Sealed(io.BytesIO(pdf))
        signing.sign_pdf(writer, bytes_reserved=_room(sealer), output=out)
    except (URLError, TimestampRequestError, TimeoutError) as fault:
        raise Unstamped("The time-stamp authority did not answer.") from fault
    return out.getvalue()


def _field() -> SigFieldSpec:
    """Put the seal where no page is: PDF/UA-1 wants what is untagged outside, PDF/A-3 unhidden."""
    return SigFieldSpec(
        FIELD,
        readable_field_name="The clinic’s seal",
        invis_sig_settings=InvisSigSettings(box_out_of_bounds=True),
    )


def _room(sealer: Sealer) -> int | None:
    """Give the room for a seal; with a time-stamp pyHanko measures one first, once."""
    if sealer.authority:
        return None
    return _ROOM + 2 * sum(len(c.public_bytes(Encoding.DER)) for c in sealer.keys.certificates)
