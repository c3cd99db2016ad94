"""The log in the database: in the fact's own transaction, never changed, every edit found."""

import secrets
from collections.abc import Callable
from dataclasses import replace

import pytest
from django.db import DatabaseError, connection, transaction

from aftercare.clinic.records.models import (
    ConsentEvent,
    EvidenceKeys,
    LogEntry,
    LogHead,
    LogNode,
    LogSalt,
    Publication,
    SealedFile,
    Told,
    Treatment,
)
from aftercare.clinic.services import concerns, consents, questions, today, treatments
from aftercare.clinic.services.access import Desk
from aftercare.clinic.services.evidence import checking, keyring, ledger, proofs
from aftercare.clinic.services.evidence.facts import Fact
from aftercare.clinic.services.refusals import Refused
from aftercare.core.consent.evidence import TreeHead, read_entry, read_head
from aftercare.exchange.consent.record import read_record
from aftercare.exchange.consent.verify import verify
from tests.clinic import story
from tests.clinic.story import DAY, NOW
from tests.conftest import TRIGGERS


def kinds() -> list[str]:
    return list(LogEntry.objects.order_by("index").values_list("kind", flat=True))


def head(row: LogHead) -> TreeHead:
    found, _ = read_head(bytes(row.head))
    assert found is not None
    return found


def codes(desk: Desk, against: TreeHead | None = None) -> set[str]:
    return {each.code for each in checking.check(desk.clinic, desk.at, against)}


# ---------------------------------------------------------------- what is logged


def test_the_whole_story_is_in_the_log_in_its_order(desk: Desk, treatment: Treatment) -> None:
    story.treated(desk, treatment)
    phone = story.phone(treatment, NOW + DAY)
    questions.answer_question(phone, "swim")
    concern = concerns.tell_worry(phone, "It itches.")
    concerns.reply(replace(desk, at=NOW + 2 * DAY), concern, "Cool it.", concern.version)
    found = [kind for kind in kinds() if kind not in {"consent-read", "consent-agreed"}]
    assert found == [
        "published",
        "consent-prepared",
        "consent-opened",
        "consent-signed",
        "signed",
        "consent-confirmed",
        "aftercare",
        "told",
        "told",
    ]
    assert codes(desk) == set()


def test_an_entry_names_nobody(desk: Desk, treatment: Treatment) -> None:
    story.treated(desk, treatment)
    everything = b"".join(bytes(row.entry) for row in LogEntry.objects.all()).lower()
    for personal in (b"priya", b"nair", b"osei", str(treatment.pk).encode()):
        assert personal not in everything


def test_what_is_refused_leaves_no_entry(desk: Desk, treatment: Treatment) -> None:
    consent = consents.prepare_consent(desk, treatment)
    before = kinds()
    with pytest.raises(Refused):
        consents.sign_consent(story.phone(treatment), consent, {"how": "typed", "name": "P N"})
    assert (kinds(), SealedFile.objects.count()) == (before, 0)


def test_a_fact_that_is_rolled_back_takes_its_entry_with_it(
    desk: Desk, treatment: Treatment
) -> None:
    consent = story.signed(desk, treatment)
    before = kinds()
    with transaction.atomic():
        consents.add_addendum(desk, consent, "A note.")
        transaction.set_rollback(True)
    assert (kinds(), codes(desk)) == (before, set())


@pytest.mark.parametrize("verb", ["update", "delete"])
@pytest.mark.parametrize("rows", [LogEntry, LogNode, LogHead])
def test_the_database_itself_refuses_to_change_the_log(
    desk: Desk, treatment: Treatment, rows: type[LogEntry], verb: str
) -> None:
    story.signed(desk, treatment)
    SealedFile.objects.all().delete()
    every = rows.objects.all()
    with pytest.raises(DatabaseError, match="only grows"), transaction.atomic():
        every.update(clinic=desk.clinic) if verb == "update" else every.delete()
    assert codes(desk) == set()


# ---------------------------------------------------------------- the file and its proof


def test_a_signature_is_sealed_and_proved_by_its_bundle(desk: Desk, treatment: Treatment) -> None:
    consent = story.signed(desk, treatment)
    file = proofs.sealed_of(consent)
    verdict, problems = verify(proofs.bundle(file), trusted=[keyring.name(desk.clinic.pk)])
    assert (problems, verdict and verdict.proved) == ([], True)
    assert proofs.failing(consent) == []


def test_the_record_says_what_was_read_answered_and_talked_about(
    desk: Desk, treatment: Treatment
) -> None:
    early = replace(desk, at=NOW - 3 * DAY)
    consent = consents.prepare_consent(early, treatment)
    consents.explain(
        early, consent, {"mattered": "Scars.", "alternatives": "A peel.", "nothing": "spoken about"}
    )
    story.read_and_signed(treatment, consent, NOW - 2 * DAY)
    record, problems = read_record(bytes(proofs.sealed_of(consent).record))
    assert record is not None
    assert (problems, record.patient.name, record.clinic.name) == (
        [],
        treatment.course.patient.name,
        desk.clinic.name,
    )
    assert (record.talk and record.talk.mattered, len(record.read)) == (
        "Scars.",
        len(record.text.sections),
    )
    assert {answer.answer for answer in record.answers} == {"yes", "no"}


def test_a_consent_without_a_talk_says_that_none_was_noted(
    desk: Desk, treatment: Treatment
) -> None:
    record, _ = read_record(bytes(proofs.sealed_of(story.signed(desk, treatment)).record))
    assert record is not None
    assert record.talk is None


def test_a_bundle_grows_to_the_heads_that_were_published_since(
    desk: Desk, treatment: Treatment
) -> None:
    consent = story.signed(desk, treatment)
    consents.confirm_consent(desk, consent)
    later, _ = read_head(checking.publish_head(desk.clinic, NOW))
    data = proofs.bundle(proofs.sealed_of(consent))
    verdict, _ = verify(data, against=later)
    assert verdict is not None
    assert (verdict.proved, verdict.facts[-1].name) == (True, "against")


def test_the_private_keys_do_not_stand_in_the_database_in_the_open(
    desk: Desk, treatment: Treatment
) -> None:
    story.signed(desk, treatment)
    stored = EvidenceKeys.objects.get().stored
    assert stored["seal"].startswith("-----BEGIN ENCRYPTED PRIVATE KEY-----")
    assert stored["log"].startswith("-----BEGIN ENCRYPTED PRIVATE KEY-----")


# ---------------------------------------------------------------- somebody with the database


def aside(act: Callable[[], object]) -> None:
    """Do what somebody could who owns the database: take the triggers away first."""
    table = {"postgresql": " ON {}"}.get(connection.vendor, "")
    with connection.cursor() as cursor:
        for name, on, _ in TRIGGERS.names():
            cursor.execute(f"DROP TRIGGER {name}{table.format(on)}")
        act()
        again = TRIGGERS.sqlite() if connection.vendor == "sqlite" else TRIGGERS.postgresql()[1:]
        for statement in again:
            cursor.execute(statement)


def _reorder() -> None:
    one, two = LogEntry.objects.order_by("index")[2:4]
    LogEntry.objects.filter(pk=one.pk).update(index=-1)
    LogEntry.objects.filter(pk=two.pk).update(index=one.index)
    LogEntry.objects.filter(pk=one.pk).update(index=two.index)


def _cut(count: int) -> None:
    """Drop the newest entries with every hash above them."""
    last = LogEntry.objects.order_by("-index")[0].index
    LogEntry.objects.filter(index__gt=last - count).delete()
    for node in LogNode.objects.all():
        if (node.index + 1 << node.level) > last - count + 1:
            node.delete()


EDITS: dict[str, tuple[Callable[[], object], set[str]]] = {
    "an entry dropped": (lambda: LogEntry.objects.filter(index=3).delete(), {"E401"}),
    "entries reordered": (_reorder, {"E403"}),
    "an entry's bytes": (
        lambda: LogEntry.objects.filter(index=2).update(entry=b'{"kind":"x"}'),
        {"E402"},
    ),
    "an entry's kind": (lambda: LogEntry.objects.filter(index=2).update(kind="told"), {"E402"}),
    "a hash": (lambda: LogNode.objects.filter(level=1).update(hash=bytes(32)), {"E403"}),
    "a hash dropped": (lambda: LogNode.objects.filter(level=0, index=1).delete(), {"E403"}),
    "a head": (lambda: LogHead.objects.update(head=b"{}"), {"E404"}),
    "the newest dropped": (lambda: _cut(2), {"E405"}),
    "an event's words": (
        lambda: ConsentEvent.objects.filter(kind="signed").update(data={"name": "Somebody"}),
        {"E409"},
    ),
    "who did it": (
        lambda: ConsentEvent.objects.filter(kind="confirmed").update(by="Somebody"),
        {"E409"},
    ),
    "when it was": (lambda: ConsentEvent.objects.filter(kind="signed").update(at=7), {"E409"}),
    "an event gone": (
        lambda: ConsentEvent.objects.filter(kind="confirmed").delete(),
        {"E411"},
    ),
    "the advice": (lambda: Publication.objects.update(sha256="0" * 64), {"E409"}),
    "what was told": (lambda: Told.objects.update(words="Go and swim."), {"E409"}),
    "the sealed file": (lambda: SealedFile.objects.update(pdf=b"%PDF-1.7"), {"E410"}),
    "a salt": (
        lambda: LogSalt.objects.filter(index=2).update(salt=secrets.token_bytes(32)),
        {"E409"},
    ),
}


@pytest.mark.parametrize("edit", EDITS)
def test_every_edit_is_found(desk: Desk, treatment: Treatment, edit: str) -> None:
    story.treated(desk, treatment)
    questions.answer_question(story.phone(treatment, NOW + DAY), "swim")
    ledger.promise(desk.clinic.pk, NOW)
    act, expected = EDITS[edit]
    aside(act)
    assert expected <= codes(desk)


def test_an_event_slipped_in_past_the_program_is_found(desk: Desk, treatment: Treatment) -> None:
    consent = story.signed(desk, treatment)
    ConsentEvent.objects.create(
        clinic=desk.clinic, consent=consent, number=99, at=NOW, kind="confirmed", by="Somebody"
    )
    assert codes(desk) == {"E408"}


def test_a_whole_new_log_is_found_by_the_patients_head_alone(
    desk: Desk, treatment: Treatment
) -> None:
    """Whoever has keys and database can write a log that fits; not one that fits what is held."""
    consent = story.signed(desk, treatment)
    held = head(proofs.sealed_of(consent).head)

    def rewrite() -> None:
        entries = list(LogEntry.objects.order_by("index"))
        salts = {row.index: row for row in LogSalt.objects.all()}
        for rows in (SealedFile, LogHead, LogNode, LogEntry, LogSalt):
            rows.objects.all().delete()
        ConsentEvent.objects.filter(kind="signed").delete()
        for row in entries[:-2]:
            kept = salts[row.index]
            fact = Fact(row.kind, row.at, kept.row, {}, {}, kept.patient_id)
            ledger.append(desk.clinic.pk, fact, bytes(row.entry), bytes(kept.salt))

    aside(rewrite)
    assert codes(desk) == set()
    assert codes(desk, held) == {"E405"}


def test_the_head_of_another_clinic_is_said_to_be_one(desk: Desk, treatment: Treatment) -> None:
    consent = story.signed(desk, treatment)
    held = head(proofs.sealed_of(consent).head)
    other = TreeHead(log="0" * 64, size=held.size, root=held.root, at=held.at)
    assert codes(desk, other) == {"E407"}


def test_a_consent_that_does_not_prove_stops_the_treatment(
    desk: Desk, treatment: Treatment
) -> None:
    consent = story.signed(desk, treatment)
    consents.confirm_consent(desk, consent)
    story.screened(desk, treatment)
    assert treatments.gate(treatment, desk.at) == []
    SealedFile.objects.update(pdf=b"%PDF-1.7 something else")
    assert [each.code for each in treatments.gate(treatment, desk.at)] == ["K109"]
    visit = today.visits(desk)[0]
    assert [each.code for each in visit.missing] == ["K109"]


def test_an_entry_says_its_kind_and_its_log(desk: Desk, publication: Publication) -> None:
    entry, _ = read_entry(bytes(LogEntry.objects.get().entry))
    assert entry is not None
    assert (entry.kind, entry.log, entry.open["protocol"]) == (
        "published",
        keyring.name(desk.clinic.pk),
        publication.sha256,
    )
