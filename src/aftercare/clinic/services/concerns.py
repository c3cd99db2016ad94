"""The inbox: what waits for a person, most urgent first, and what a person did about it."""

from __future__ import annotations

from django.db import transaction

from aftercare.clinic.records.models import (
    CheckIn,
    Clinic,
    Concern,
    Consent,
    Course,
    Message,
    Seen,
)
from aftercare.clinic.services import consents
from aftercare.clinic.services.access import Desk, Phone
from aftercare.clinic.services.locking import claim
from aftercare.clinic.services.refusals import NotYours, refuse
from aftercare.clinic.services.telling import tell

NOW, TODAY, QUESTION = 0, 1, 2
"""The groups of the inbox: answer now, answer today, a question."""

ASKED = "asked "
"""What a concern's ``once`` begins with where a question of a consent follows."""

_RANKS = {"urgent": NOW, "contact": TODAY, "unsorted": TODAY}


def raise_concern(  # noqa: PLR0913 - a concern says what, how urgent, why and where from
    course: Course,
    at: int,
    kind: Concern.Kind,
    *,
    title: str,
    level: str = "",
    reason: str = "",
    rule: str = "",
    checkin: CheckIn | None = None,
    consent: Consent | None = None,
    once: str = "",
) -> Concern:
    """Put something before a person of the clinic."""
    return Concern.objects.create(
        clinic_id=course.clinic_id,
        course=course,
        opened_at=at,
        kind=kind,
        rank=QUESTION if kind == Concern.Kind.QUESTION else _RANKS.get(level, TODAY),
        level=level,
        title=title[:200],
        reason=reason[:600],
        rule=rule,
        checkin=checkin,
        consent=consent,
        once=once,
    )


def close_missed(clinic: Clinic, course: Course, at: int) -> None:
    """A check-in has come: that one was missed is no longer waiting, and stays on record."""
    rows = Concern.objects.filter(clinic=clinic, course=course, kind=Concern.Kind.MISSED)
    rows.exclude(state=Concern.State.DONE).update(state=Concern.State.DONE, done_at=at)


# ---------------------------------------------------------------- what the patient does


@transaction.atomic
def tell_worry(phone: Phone, words: str, urgent: bool = False) -> Concern:
    """A patient tells the clinic about a worry, in their own words; urgent with a sign to fear."""
    text = _words(words)
    concern = raise_concern(
        phone.course,
        phone.at,
        Concern.Kind.WORRY,
        level="urgent" if urgent else "contact",
        title=f"“{text[:150]}”",
    )
    Message.objects.create(
        clinic=phone.clinic, at=phone.at, course=phone.course, concern=concern, words=text
    )
    return concern


@transaction.atomic
def ask_clinic(
    phone: Phone, words: str, consent: Consent | None = None, title: str = ""
) -> Concern:
    """A patient asks something that is no worry: from "Ask us first", or while reading."""
    text = _words(words)
    concern = raise_concern(
        phone.course,
        phone.at,
        Concern.Kind.QUESTION,
        title=title or f"“{text[:150]}”",
        consent=consent,
    )
    Message.objects.create(
        clinic=phone.clinic, at=phone.at, course=phone.course, concern=concern, words=text
    )
    return concern


@transaction.atomic
def write_back(phone: Phone, concern: Concern, words: str) -> Message:
    """A patient writes once more: what was done or snoozed waits for a person again."""
    text = _words(words)
    concern.refresh_from_db(from_queryset=Concern.objects.select_for_update())
    if concern.state != Concern.State.OPEN:
        concern.state, concern.snoozed_until = Concern.State.OPEN, None
        concern.done_by = concern.done_at = None
    concern.version += 1
    concern.save()
    return Message.objects.create(
        clinic=phone.clinic, at=phone.at, course=phone.course, concern=concern, words=text
    )


def _words(words: str) -> str:
    text = words.strip()
    if not text:
        raise refuse("There are no words.", "Write what you want to tell us.", "words", "S120")
    return text[:2000]


# ---------------------------------------------------------------- what the clinic does


@transaction.atomic
def see(desk: Desk, concern: Concern) -> None:
    """Note that a person has read it; the patient is shown who and when.

    The first time counts, until the patient writes again: those words are read by a later one.
    """
    row, new = Seen.objects.get_or_create(
        clinic=desk.clinic, concern=concern, person=desk.person, defaults={"at": desk.at}
    )
    if not new and concern.messages.filter(by=None, at__gte=row.at).exists():
        row.at = desk.at
        row.save(update_fields=["at"])


@transaction.atomic
def reply(desk: Desk, concern: Concern, words: str, seen: int) -> Message:
    """Answer the patient. What was written is kept as what the patient was told.

    The answer to a question asked inside a consent becomes an event of that consent, too.
    """
    message = _write(desk, concern, words, seen)
    question = concern.once.removeprefix(ASKED)
    if concern.consent and question != concern.once:
        consents.add_event(
            concern.consent,
            "answered",
            desk.at,
            desk.person.name,
            question=question,
            words=message.words,
        )
    return message


def _write(desk: Desk, concern: Concern, words: str, seen: int) -> Message:
    text = _words(words)
    claim(concern, seen)
    see(desk, concern)
    concern.owner = concern.owner or desk.person
    concern.save()
    return _say(desk, concern.course, text, concern)


def _say(desk: Desk, course: Course, text: str, concern: Concern | None = None) -> Message:
    asked = concern.title[:300] if concern else ""
    tell(course, desk.at, "reply" if concern else "message", text, asked=asked)
    return Message.objects.create(
        clinic=desk.clinic, at=desk.at, course=course, concern=concern, by=desk.person, words=text
    )


@transaction.atomic
def write(desk: Desk, course: Course, words: str) -> Message:
    """Write to a patient who has asked nothing."""
    return _say(desk, course, _words(words))


@transaction.atomic
def answer_question(desk: Desk, consent: Consent, question: str, words: str) -> None:
    """Answer a question asked inside a consent; its entry in the inbox is done by that."""
    rows = Concern.objects.select_related("course", "consent")
    concern = rows.filter(clinic=desk.clinic, consent=consent, once=f"{ASKED}{question}").first()
    if concern is None:
        raise NotYours
    reply(desk, concern, words, concern.version)
    finish(desk, concern, concern.version)


@transaction.atomic
def take(desk: Desk, concern: Concern, seen: int) -> Concern:
    """Make it mine."""
    claim(concern, seen)
    see(desk, concern)
    concern.owner = desk.person
    concern.save()
    return concern


@transaction.atomic
def snooze(desk: Desk, concern: Concern, until: int, seen: int) -> Concern:
    """Let it come back later; never something that is to be answered now."""
    if concern.rank == NOW:
        raise refuse("This is to be answered now.", "Reply, call, or mark it as done.")
    if not desk.at < until <= desk.at + 7 * 24 * 3600:
        raise refuse("It can wait a week at most.", "Choose an earlier time.", "until")
    claim(concern, seen)
    see(desk, concern)
    concern.state = Concern.State.SNOOZED
    concern.snoozed_until = until
    concern.save()
    return concern


@transaction.atomic
def finish(desk: Desk, concern: Concern, seen: int) -> Concern:
    """Mark it as done, by name."""
    claim(concern, seen)
    see(desk, concern)
    concern.state = Concern.State.DONE
    concern.done_by, concern.done_at = desk.person, desk.at
    concern.save()
    return concern


@transaction.atomic
def reopen(desk: Desk, concern: Concern, seen: int) -> Concern:
    """Put it back into the inbox."""
    claim(concern, seen)
    concern.state, concern.snoozed_until = Concern.State.OPEN, None
    concern.done_by = concern.done_at = None
    concern.owner = desk.person
    concern.save()
    return concern


@transaction.atomic
def note_call(desk: Desk, concern: Concern, words: str, seen: int) -> Message:
    """Note that somebody called, and what was said; the patient can read it later.

    It answers no question of a consent: an answer is written, so that it can be read again.
    """
    return _write(desk, concern, f"We called you. {_words(words)}", seen)
