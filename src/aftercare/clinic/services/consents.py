"""Consent: prepared, handed over, read, asked, signed, confirmed, withdrawn, replaced.

Each step is an event that is added and never changed. Where a consent stands is what the core
reads from its events.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction

from aftercare.clinic.records.models import Consent, ConsentEvent, Course, Treatment
from aftercare.clinic.services import protocols
from aftercare.clinic.services.access import Desk, Phone
from aftercare.clinic.services.evidence import facts, ledger, proofs, sealing
from aftercare.clinic.services.evidence.sealing import Draft, Signing
from aftercare.clinic.services.refusals import Refused, refuse
from aftercare.core.consent.events import TREATMENT, Event, Kind, Standing, standing
from aftercare.core.consent.gate import Needed, gate
from aftercare.core.consent.signature import inked
from aftercare.core.consent.text import (
    ConsentText,
    canonical,
    consent_text,
    fingerprint,
    read_text,
)
from aftercare.core.plan.times import read_time
from aftercare.core.problems import Problem

BEFORE = {"prepared", "sent", "opened"}


@transaction.atomic
def prepare_consent(desk: Desk, treatment: Treatment) -> Consent:
    """Render and keep the text of the version published now; it replaces an earlier consent."""
    if treatment.state in {Treatment.State.DONE, Treatment.State.CANCELLED}:
        raise refuse("This treatment is over.", "Plan another one.", code="S104")
    publication = protocols.current(desk.clinic, treatment.course.protocol)
    if publication is None:
        raise refuse("Nothing is published.", "Publish it under Advice.", code="S103")
    compiled = protocols.compiled(publication)
    language = treatment.course.patient.language
    text = canonical(consent_text(compiled.protocol, compiled.sha256, desk.clinic.name, language))
    earlier = latest_consent(treatment)
    consent = Consent.objects.create(
        clinic=desk.clinic,
        at=desk.at,
        treatment=treatment,
        publication=publication,
        language=language,
        text=text,
        sha256=fingerprint(text),
    )
    treatment.publication = publication
    treatment.save(update_fields=["publication"])
    if earlier:
        add_event(earlier, "replaced", desk.at, desk.person.name, next=str(consent.pk))
    add_event(consent, "prepared", desk.at, desk.person.name, sha256=consent.sha256)
    return consent


@transaction.atomic
def add_event(consent: Consent, kind: Kind, at: int, by: str, **data: str) -> ConsentEvent:
    """Add the next event, and log it. The consent is locked: of two only one is the next."""
    consent.refresh_from_db(from_queryset=Consent.objects.select_for_update())
    number = ConsentEvent.objects.filter(clinic=consent.clinic_id, consent=consent).count() + 1
    event = ConsentEvent.objects.create(
        clinic_id=consent.clinic_id,
        consent=consent,
        number=number,
        at=at,
        kind=kind,
        by=by,
        data=data,
    )
    ledger.append_fact(consent.clinic_id, facts.of_event(event))
    return event


def latest_consent(treatment: Treatment) -> Consent | None:
    """Give the consent that counts for a treatment: the last one prepared."""
    rows = Consent.objects.filter(clinic=treatment.clinic_id, treatment=treatment)
    found = rows.select_related("publication", "clinic", "treatment__course__patient")
    return holding(found.prefetch_related("events"))


def brief(treatment: Treatment) -> Consent | None:
    """Give the same without its text: enough to say where it stands."""
    rows = Consent.objects.filter(clinic=treatment.clinic_id, treatment=treatment)
    found = holding(rows.defer("text").prefetch_related("events"))
    if found:
        found.clinic = treatment.clinic
    return found


def holding(rows: Iterable[Consent]) -> Consent | None:
    """Give the consent that counts among those of one treatment, their events fetched."""
    return max(rows, key=_replaced_first, default=None)


def _replaced_first(consent: Consent) -> tuple[bool, int]:
    return not any(e.kind == "replaced" for e in consent.events.all()), consent.at


def events_of(consent: Consent) -> list[Event]:
    """Give a consent's events as the core reads them."""
    return [_event(row) for row in consent.events.all()]


def _event(row: ConsentEvent) -> Event:
    return Event(row.kind, row.at, row.by, row.data)  # type: ignore[arg-type]  # only kinds are written


def stands(consent: Consent, at: int) -> Standing:
    """Say where a consent stands at an instant."""
    return standing(events_of(consent), at, consent.clinic.consent_days)


def consents_of(course: Course) -> list[Consent]:
    """Give every consent of a course with its events, oldest first.

    The treatments are fetched before: joined, a database without statistics reads every consent.
    """
    treatments = Treatment.objects.filter(clinic=course.clinic_id, course=course)
    rows = Consent.objects.filter(treatment__in=list(treatments.values_list("pk", flat=True)))
    joined = rows.select_related("clinic", "publication", "treatment__course")
    found = joined.prefetch_related("events")
    return list(found.order_by("at", "pk"))


def text_now(consent: Consent) -> ConsentText | None:
    """Give the text as it would be prepared now, if another version was published since."""
    current = protocols.current(consent.clinic, consent.treatment.course.protocol)
    if current is None or current == consent.publication:
        return None
    compiled = protocols.compiled(current)
    return consent_text(compiled.protocol, compiled.sha256, consent.clinic.name, consent.language)


def text_of(consent: Consent) -> ConsentText:
    """Give the text that was kept."""
    return read_text(bytes(consent.text))


def gate_problems(treatment: Treatment, consent: Consent | None, at: int) -> list[Problem]:
    """Give every reason of the consent's why this treatment may not start now."""
    current = protocols.current(treatment.clinic, treatment.course.protocol)
    proves = consent is None or not _signed(consent, at) or not proofs.failing(consent)
    return reasons(treatment, consent, current.pk if current else None, at, proves=proves)


def _signed(consent: Consent, at: int) -> bool:
    return stands(consent, at).state == "signed"


def reasons(
    treatment: Treatment,
    consent: Consent | None,
    current: UUID | None,
    at: int,
    *,
    proves: bool = True,
) -> list[Problem]:
    """Give the same where it is known which version is published, and whether it proves."""
    needed = Needed(
        current=consent is not None and current == consent.publication_id,
        reflection=treatment.clinic.reflection_hours,
        zone=ZoneInfo(treatment.course.zone),
        reason=treatment.sooner_because,
        proves=proves,
    )
    return gate(stands(consent, at) if consent else None, needed, at)


# ---------------------------------------------------------------- what the patient does


def open_consent(phone: Phone, consent: Consent) -> None:
    """Note that the patient began to read, once."""
    if stands(consent, phone.at).state in {"prepared", "sent"}:
        add_event(consent, "opened", phone.at, phone.patient.name, device=_device(phone))


def _device(phone: Phone) -> str:
    return "the clinic's device" if phone.device.here else "the patient's own device"


@transaction.atomic
def read_section(phone: Phone, consent: Consent, section: str) -> None:
    """Note that a topic was read to its end."""
    open_consent(phone, consent)
    if section not in {each.id for each in text_of(consent).sections}:
        raise refuse("There is no such page.", "Go back and read on.")
    if section not in stands(consent, phone.at).read:
        add_event(consent, "read", phone.at, phone.patient.name, section=section)


@transaction.atomic
def agree(
    phone: Phone, consent: Consent, answers: Mapping[str, str], asked: Collection[str] = ()
) -> None:
    """Keep the answers to the agreements and permissions; a later answer takes its place.

    ``asked`` names those of one page; without it all of them must be answered. Once it is
    signed nothing is answered any more: the signature stands for what was answered.
    """
    if stands(consent, phone.at).state not in BEFORE:
        raise refuse(
            "This consent is not open any more.", "Ask your clinic for a new one.", code="S107"
        )
    text = text_of(consent)
    known = {each.clause for each in (*text.agreements, *text.permissions)}
    known &= set(asked) or known
    missing = {
        f"agreement-{name}": Problem("S105", "This is not answered.", "Choose yes or no.")
        for name in sorted(known)
        if answers.get(name) not in {"yes", "no"}
    }
    if missing:
        raise Refused([], missing)
    for name in sorted(known):
        add_event(
            consent,
            "agreed",
            phone.at,
            phone.patient.name,
            agreement=name,
            answer=answers[name],
        )


def draft_signature(phone: Phone, consent: Consent, signature: Mapping[str, str]) -> Draft | None:
    """Seal with a time-stamp, before the transaction: an authority may take its time.

    Nothing where none is set, or where the signature would be refused.
    """
    made = _signing(phone, consent)
    if not settings.TIME_STAMPS or [*_not_ready(made.now, made.text), *_no_signature(signature)]:
        return None
    return sealing.draft(made, signature, stamped=True)


@transaction.atomic
def sign_consent(
    phone: Phone, consent: Consent, signature: Mapping[str, str], ready: Draft | None = None
) -> ConsentEvent:
    """Sign: every page read, every question answered, each agreement given. Then seal and log it.

    ``signature`` has ``how`` (drawn, typed or witnessed), ``name``, and ``path`` or ``witness``.
    From here on the text is frozen: a change is an addendum or a new consent. What was drafted
    before counts only if nothing has happened since.
    """
    consent.refresh_from_db(from_queryset=Consent.objects.select_for_update())
    made = _signing(phone, consent)
    problems = [*_not_ready(made.now, made.text), *_no_signature(signature)]
    if problems:
        raise Refused(problems)
    if ready is None or ready.events != len(made.events):
        ready = sealing.draft(made, signature)
    offered = [each.clause for each in made.text.permissions]
    given = [name for name in offered if made.now.agreed.get(name) == "yes"]
    event = add_event(
        consent,
        "signed",
        phone.at,
        phone.patient.name,
        **{name: value for name, value in signature.items() if value},
        sha256=consent.sha256,
        language=consent.language,
        device=made.device,
        offered=" ".join(offered),
        permissions=" ".join(given),
    )
    sealing.keep(made, ready)
    return event


def _signing(phone: Phone, consent: Consent) -> Signing:
    """Gather what a signature is made on."""
    text, events = text_of(consent), events_of(consent)
    now = stands(consent, phone.at)
    return Signing(consent, text, tuple(events), now, _device(phone), phone.at)


def _not_ready(now: Standing, text: ConsentText) -> Iterable[Problem]:
    if now.state not in BEFORE:
        yield Problem("S107", "This consent cannot be signed.", "Ask your clinic for a new one.")
        return
    unread = [section.title for section in text.sections if section.id not in now.read]
    if unread:
        yield Problem("S108", f"“{unread[0]}” is not read yet.", "Go back and read it.")
    if now.unanswered:
        remedy = "You can sign when you have their answer."
        yield Problem("S109", "Your clinic has not answered your question yet.", remedy)
    refused = [each for each in text.agreements if now.agreed.get(each.clause) != "yes"]
    if refused:
        remedy = "If you do not agree, do not sign. Talk to your clinic."
        yield Problem("S110", "You have not agreed to everything the treatment needs.", remedy)


def _no_signature(signature: Mapping[str, str]) -> Iterable[Problem]:
    how, name = signature.get("how", ""), signature.get("name", "").strip()
    if how not in {"drawn", "typed", "witnessed"} or not name:
        yield Problem("S111", "The signature is missing.", "Type your full name.")
    elif how == "drawn" and not inked(signature.get("path", "")):
        yield Problem("S112", "The drawing is too small for a signature.", "Draw it again.")
    elif how == "witnessed" and not signature.get("witness", "").strip():
        yield Problem("S113", "The witness is missing.", "Enter the witness's name.")


@transaction.atomic
def withdraw(phone: Phone, consent: Consent, scope: str) -> None:
    """Withdraw the consent, or one permission alone; it counts at once and needs no reason."""
    now = stands(consent, phone.at)
    known = {TREATMENT, *(name for name, given in now.permissions.items() if given)}
    if scope not in known or now.state in {"withdrawn", "replaced"}:
        raise refuse("This cannot be withdrawn.", "Call your clinic.", code="S107")
    add_event(consent, "withdrawn", phone.at, phone.patient.name, scope=scope)


# ---------------------------------------------------------------- what the clinic does


@transaction.atomic
def explain(desk: Desk, consent: Consent, talk: Mapping[str, str]) -> ConsentEvent:
    """Keep the talk: what mattered to this patient, the alternatives, and who explained.

    ``talk`` may say ``when`` it was, local in the course's zone: ``2026-11-19T14:30``.
    """
    if not talk.get("mattered", "").strip() or not talk.get("alternatives", "").strip():
        remedy = "Write what mattered to the patient, and which alternatives you spoke about."
        raise refuse("The talk is not complete.", remedy, "mattered", "S114")
    when = talk.get("when", "")
    instant, problem = read_time(when, ZoneInfo(consent.treatment.course.zone))
    if when and problem:
        raise Refused([], {"when": problem})
    if when and instant > desk.at:
        raise refuse("This time has not come yet.", "Enter when you talked.", "when", "S117")
    return add_event(consent, "explained", desk.at, desk.person.name, **talk)


@transaction.atomic
def confirm_consent(desk: Desk, consent: Consent, words: str = "") -> ConsentEvent:
    """Note that the patient still wants the treatment, on the day."""
    if stands(consent, desk.at).state != "signed":
        raise refuse("There is no signature to confirm.", "Hand the consent over first.")
    return add_event(consent, "confirmed", desk.at, desk.person.name, words=words)


@transaction.atomic
def add_addendum(desk: Desk, consent: Consent, words: str) -> ConsentEvent:
    """Add a note to a signed consent, with its own time; the signed text stays."""
    if not words.strip():
        raise refuse("The addendum is empty.", "Write what is to be added.", "words", "S106")
    if stands(consent, desk.at).signed_at is None:
        raise refuse("Nothing is signed yet.", "Prepare the consent anew instead.", "words", "S107")
    return add_event(consent, "addendum", desk.at, desk.person.name, words=words.strip())


@transaction.atomic
def record_withdrawal(desk: Desk, consent: Consent, scope: str, words: str) -> ConsentEvent:
    """Note that the patient has withdrawn by word of mouth or by phone."""
    now = stands(consent, desk.at)
    if now.state in {"withdrawn", "replaced"}:
        raise refuse("This consent is over already.", "There is nothing to withdraw.", "scope")
    if scope not in {TREATMENT, *(name for name, given in now.permissions.items() if given)}:
        raise refuse("This was not agreed to.", "Choose what the patient takes back.", "scope")
    if not words.strip():
        raise refuse("This is empty.", "Write what the patient said, and how.", "words", "S106")
    return add_event(
        consent, "withdrawn", desk.at, desk.person.name, scope=scope, words=words.strip()
    )
