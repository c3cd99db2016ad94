"""Runs the peer of `consent.py`: WeasyPrint's document under pyHanko's seal, as each ships.

It runs in a Python of its own that has them, reads a job from standard input, prints milliseconds.
"""

from __future__ import annotations

import io
import json
import sys
import tempfile
import time
from importlib.metadata import version
from pathlib import Path

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from weasyprint import HTML, Attachment


def main() -> None:
    """Make the job's document again and again; the first time is left out."""
    job = json.load(sys.stdin)
    with tempfile.NamedTemporaryFile("w", suffix=".p12") as file:
        Path(file.name).write_bytes(bytes.fromhex(job["pkcs12"]))
        signer = signers.SimpleSigner.load_pkcs12(file.name, passphrase=None)
    found, size = [], 0
    for _ in range(job["repeats"] + 1):
        began = time.perf_counter()
        size = len(_sealed(job, signer))
        found.append((time.perf_counter() - began) * 1000)
    names = {name: version(name) for name in ("weasyprint", "pyhanko")}
    print(json.dumps({"times": found[1:], "size": size, "versions": names}))


def _sealed(job: dict[str, str], signer: signers.Signer) -> bytes:
    record = Attachment(string=job["record"], name="record.json", relationship="Source")
    document = HTML(string=job["html"])
    pdf = document.write_pdf(pdf_variant=job["standard"], attachments=[record])
    meta = signers.PdfSignatureMetadata(
        field_name="Seal",
        certify=True,
        docmdp_permissions=MDPPerm.NO_CHANGES,
        subfilter=SigSeedSubFilter.PADES,
    )
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    return bytes(signers.PdfSigner(meta, signer).sign_pdf(writer).getvalue())


if __name__ == "__main__":
    main()
