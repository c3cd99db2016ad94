"""Whether a file proves a consent, for whoever brings one: no account, no trace."""

from __future__ import annotations

from uuid import UUID

from django.core.cache import cache

from aftercare.clinic.records.models import EvidenceKeys, LogEntry, LogSalt, SealedFile
from aftercare.clinic.services.evidence.proofs import proof_of
from aftercare.clinic.services.refusals import refuse
from aftercare.core.consent.evidence import Proof, TreeHead, read_head
from aftercare.core.problems import Problem
from aftercare.exchange.consent.record import read_record
from aftercare.exchange.consent.sealed import LARGEST, inspect
from aftercare.exchange.consent.verify import Verdict, verify

A_MINUTE = 60
__all__ = ["LARGEST", "Verdict", "judge"]


def judge(data: bytes, head: bytes, at: int) -> tuple[Verdict | None, list[Problem]]:
    """Judge a bundle, or a PDF with the proof that this house's log has for it.

    ``head`` is a tree head that somebody kept, or empty. Raise `Refused` where too many ask.
    """
    _not_too_many(at)
    against: TreeHead | None = None
    if head:
        against, problems = read_head(head)
        if against is None:
            return None, problems
    proof = None if data.startswith(b"PK") else _own_proof(data)
    trusted = EvidenceKeys.objects.values_list("log", flat=True)
    return verify(data, proof=proof, against=against, trusted=list(trusted))


def _own_proof(data: bytes) -> Proof | None:
    """Find the proof of a PDF that was sealed here, by the number in its record."""
    sealed, _ = inspect(data)
    record, _ = read_record(sealed.record) if sealed else (None, [])
    try:
        number = UUID(record.number) if record else None
    except ValueError:
        return None
    file = SealedFile.objects.select_related("head").filter(consent=number).first()
    if number is None or file is None:
        return None
    try:
        return proof_of(file)
    except (LogEntry.DoesNotExist, LogSalt.DoesNotExist):
        return None


def _not_too_many(at: int) -> None:
    """A look takes a moment of the machine: so many a minute, for all together."""
    minute = f"verify-{at // 60}"
    cache.add(minute, 0, 120)
    if _counted(minute) > A_MINUTE:
        raise refuse("Too many files are being looked at.", "Try again in a minute.", "", "S160")


def _counted(minute: str) -> int:
    """Count one more look; a count that the cache has dropped begins again."""
    try:
        return int(cache.incr(minute))
    except ValueError:
        return 1
