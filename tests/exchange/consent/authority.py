"""A time-stamp authority on this machine: pyHanko's own, behind a small HTTP server."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

from asn1crypto import keys as asn1_keys
from asn1crypto import tsp
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.sign.timestamps import DummyTimeStamper

from tests.exchange.consent.signing import AT


def certified(name: str, key: RSAPrivateKey, *, stamps: bool = False) -> x509.Certificate:
    """Give a certificate that a key has issued to itself."""
    named = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    draft = x509.CertificateBuilder(named, named, key.public_key(), 7)
    draft = draft.not_valid_before(AT).not_valid_after(AT + timedelta(days=365))
    if stamps:
        usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
        draft = draft.add_extension(usage, critical=True)
    return draft.sign(key, SHA256())


def stamper() -> DummyTimeStamper:
    key = generate_private_key(65537, 2048)
    certificate = certified("Test Time", key, stamps=True).public_bytes(Encoding.DER)
    private = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    return DummyTimeStamper(
        asn1_x509.Certificate.load(certificate),
        asn1_keys.PrivateKeyInfo.load(private),
        fixed_dt=AT + timedelta(seconds=2),
    )


@contextmanager
def serving(status: int = 200) -> Iterator[str]:
    """Serve time-stamps, and give the address."""
    authority = stamper()

    class Answer(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            asked = tsp.TimeStampReq.load(body)
            answer = asyncio.run(authority.async_request_tsa_response(asked)).dump()
            self.send_response(status)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Answer)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
