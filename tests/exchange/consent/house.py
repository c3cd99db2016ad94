"""A clinic with keys, a log in memory and one consent that was signed, sealed and logged."""

from __future__ import annotations

from dataclasses import dataclass, replace

import msgspec

from aftercare.core.consent import log
from aftercare.core.consent.evidence import TreeHead, sign_head
from aftercare.exchange.consent.bundle import Bundle, make_bundle
from aftercare.exchange.consent.document import make_document
from aftercare.exchange.consent.entry import Logged, growth, prove, signed_entry
from aftercare.exchange.consent.keys import Keys, make_keys
from aftercare.exchange.consent.record import Record, canonical
from aftercare.exchange.consent.seal import Sealer, seal
from aftercare.exchange.consent.verify import Verdict, verify
from tests.core.consent.rows import Rows
from tests.exchange.consent.signing import AT, signed

SALT = bytes(range(32))
LATER = int(AT.timestamp()) + 60


@dataclass(frozen=True)
class Case:
    """One consent on its way to the patient."""

    keys: Keys
    rows: Rows
    record: Record
    pdf: bytes
    bundle: Bundle

    @property
    def head(self) -> TreeHead:
        return self.bundle.proof.head

    def with_pdf(self, pdf: bytes) -> bytes:
        """Give the bundle with another PDF in the place of its own."""
        return make_bundle(msgspec.structs.replace(self.bundle, pdf=pdf))

    def with_proof(self, **changes: object) -> bytes:
        """Give the bundle with a changed proof."""
        proof = msgspec.structs.replace(self.bundle.proof, **changes)
        return make_bundle(msgspec.structs.replace(self.bundle, proof=proof))

    def later(self, more: int) -> tuple[TreeHead, bytes]:
        """Give the head after more entries, and a bundle that proves the growth to it."""
        for number in range(more):
            self.rows.add(b"later %d" % number)
        size, first = self.rows.size, self.head.size
        head = self.promise(size)
        return head, self.with_proof(growth=(growth(self.rows, first, size),))

    def promise(self, size: int) -> TreeHead:
        return sign_head(self.keys.name, size, log.root(self.rows, size), LATER, self.keys.log.sign)

    def copy(self) -> Case:
        return replace(self, rows=self.rows.copy())


def opened(clinic: str = "Willow Skin Clinic", before: int = 5, keys: Keys | None = None) -> Case:
    """Open a clinic whose log has entries already, and sign one consent."""
    keys = keys or make_keys(clinic, AT)
    record = signed(log=keys.name)
    return logged(record, seal(make_document(record), Sealer.of(keys), clinic, AT), keys, before)


def logged(record: Record, pdf: bytes, keys: Keys, before: int = 5) -> Case:
    """Log a sealed file after some other entries."""
    rows = Rows()
    for number in range(before):
        rows.add(b"before %d" % number)
    entry = signed_entry(record, pdf, keys, SALT)
    index = rows.add(entry)
    head = sign_head(keys.name, rows.size, log.root(rows, rows.size), LATER, keys.log.sign)
    proof = prove(rows, Logged(index, entry, SALT), head, keys)
    return Case(keys, rows, record, pdf, Bundle(pdf, canonical(record), proof))


def judged(data: bytes, against: TreeHead | None = None, **more: object) -> Verdict:
    """Verify what can be read."""
    verdict, problems = verify(data, against=against, **more)  # type: ignore[arg-type]  # options by name
    assert (problems, verdict is None) == ([], False)
    assert verdict
    return verdict


def failed(verdict: Verdict) -> list[str]:
    """Name the facts that do not hold."""
    return [fact.name for fact in verdict.facts if not fact.ok]
