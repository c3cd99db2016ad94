"""A clinic's keys: made on first use, opened once a process, never shown."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import lru_cache
from uuid import UUID

import msgspec
from django.conf import settings

from aftercare.clinic.records.models import Clinic, EvidenceKeys
from aftercare.clinic.services.refusals import Refused
from aftercare.exchange.consent.keys import Keys, Stored, load_keys, make_keys, store, with_pkcs12
from aftercare.exchange.consent.seal import Authority, Sealer


def keys(clinic_id: UUID, at: int) -> Keys:
    """Give a clinic's keys; raise `Refused` where the passphrase does not open them."""
    row = EvidenceKeys.objects.filter(clinic=clinic_id).first() or _made(clinic_id, at)
    return _opened(msgspec.json.encode(row.stored))


def name(clinic_id: UUID) -> str:
    """Give the name of a clinic's log; "" before anything was logged."""
    found = EvidenceKeys.objects.filter(clinic=clinic_id).values_list("log", flat=True).first()
    return found or ""


def sealer(clinic_id: UUID, at: int, *, stamped: bool = False) -> Sealer:
    """Give the clinic's seal; ``stamped`` asks the time-stamp authority, over the network."""
    found = _sealer(keys(clinic_id, at))
    authority = Authority(settings.TIME_STAMPS) if stamped and settings.TIME_STAMPS else None
    return Sealer(found.keys, found.signer, authority)


def bring(clinic: Clinic, data: bytes, passphrase: str, at: int) -> None:
    """Seal with the clinic's own PKCS#12 from now on; the log and its name stay."""
    opened, problems = with_pkcs12(keys(clinic.pk, at), data, passphrase.encode(), _time(at))
    if opened is None:
        raise Refused(problems)
    EvidenceKeys.objects.filter(clinic=clinic).update(stored=_kept(opened))


def _made(clinic_id: UUID, at: int) -> EvidenceKeys:
    made = make_keys(Clinic.objects.get(pk=clinic_id).name, _time(at))
    fields = {"log": made.name, "at": at, "stored": _kept(made)}
    return EvidenceKeys.objects.get_or_create(clinic_id=clinic_id, defaults=fields)[0]


def _kept(opened: Keys) -> dict[str, object]:
    kept: dict[str, object] = msgspec.to_builtins(store(opened, _passphrase()))
    return kept


def _passphrase() -> bytes:
    return str(settings.KEYS_PASSPHRASE).encode()


def _time(at: int) -> datetime:
    return datetime.fromtimestamp(at, UTC)


@lru_cache(maxsize=64)
def _opened(stored: bytes) -> Keys:
    found, problems = load_keys(msgspec.json.decode(stored, type=Stored), _passphrase())
    if found is None:
        raise Refused(problems)
    return found


@lru_cache(maxsize=64)
def _sealer(opened: Keys) -> Sealer:
    return Sealer.of(opened)
