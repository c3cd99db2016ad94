"""What a patient and their clinic wrote to each other, and whether a person has read it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Count, Prefetch, Q, QuerySet

from aftercare.clinic.records.models import Concern, Course, Message, Seen, Told
from aftercare.clinic.services.access import Phone
from aftercare.clinic.services.refusals import NotYours


@dataclass(frozen=True)
class Conversation:
    """A concern with its messages and those who have read it, as its patient may see it."""

    concern: Concern
    messages: tuple[Message, ...]
    seen: tuple[Seen, ...]
    since: int

    @property
    def sent(self) -> int:
        """When the patient last wrote (or what they reported was judged), in seconds, UTC."""
        mine = (int(each.at) for each in self.messages if each.by_id is None)
        return max(mine, default=int(self.concern.opened_at))

    @property
    def answer(self) -> Message | None:
        """The clinic's first answer to what the patient wrote last."""
        replies = (m for m in self.messages if m.by_id and m.at > self.sent)
        return next(replies, None)

    @property
    def read(self) -> Seen | None:
        """Who has read what the patient wrote last, the first of them; nobody is nothing."""
        return next((each for each in self.seen if each.at > self.sent), None)

    @property
    def new(self) -> bool:
        """Whether a reply came that the patient has not yet said they read."""
        return any(each.by_id and each.at > self.since for each in self.messages)

    @property
    def last(self) -> int:
        """When something was last written, in seconds, UTC."""
        return max([self.sent, *(int(each.at) for each in self.messages)])


def conversations(phone: Phone) -> list[Conversation]:
    """Give everything that was told to the clinic, newest first, and every answer."""
    found = (_conversation(phone, row) for row in _concerns(phone))
    return sorted(found, key=lambda each: each.last, reverse=True)


def access_conversation(phone: Phone, id_: UUID | str) -> Conversation:
    """Fetch one conversation of this course."""
    try:
        return _conversation(phone, _concerns(phone).get(pk=id_))
    except (Concern.DoesNotExist, ValidationError):
        raise NotYours from None


def corrections(phone: Phone) -> Sequence[Told]:
    """Give what the clinic corrected, as it was told, newest first."""
    rows = Told.objects.filter(clinic=phone.clinic, course=phone.course, kind="correction")
    return list(rows.order_by("-at"))


def letters(phone: Phone) -> Sequence[Message]:
    """Give what the clinic wrote of its own accord, newest first."""
    rows = Message.objects.filter(clinic=phone.clinic, course=phone.course, concern=None)
    return list(rows.filter(at__lte=phone.at).select_related("by").order_by("-at"))


def unread(phone: Phone) -> int:
    """Count the replies and corrections since the patient last said that they had read them."""
    since = {"at__gt": phone.course.last_seen_at or 0, "at__lte": phone.at}
    own: dict[str, Any] = {"clinic": phone.clinic, "course": phone.course}
    told = Told.objects.filter(**own, **since, kind="correction")
    replies = Message.objects.filter(**own, **since, by__isnull=False)
    return replies.count() + told.count()


@transaction.atomic
def note_read(phone: Phone, until: int) -> None:
    """Note that the patient has read what was written up to an instant (seconds, UTC)."""
    seen = min(until, phone.at)
    rows = Course.objects.filter(clinic=phone.clinic, pk=phone.course.pk)
    rows.filter(Q(last_seen_at=None) | Q(last_seen_at__lt=seen)).update(last_seen_at=seen)


def _concerns(phone: Phone) -> QuerySet[Concern]:
    """Give what the patient told the clinic; of what the clinic noted, only what it wrote about."""
    own = [Concern.Kind.CHECKIN, Concern.Kind.WORRY, Concern.Kind.QUESTION]
    rows = Concern.objects.filter(
        clinic=phone.clinic, course=phone.course, opened_at__lte=phone.at
    ).annotate(written=Count("messages"))
    return (
        rows.filter(Q(kind__in=own) | Q(written__gt=0))
        .select_related("checkin")
        .prefetch_related(
            Prefetch("messages", Message.objects.select_related("by").order_by("at")),
            Prefetch("seen", Seen.objects.select_related("person").order_by("at")),
        )
    )


def _conversation(phone: Phone, row: Concern) -> Conversation:
    since = phone.course.last_seen_at or 0
    return Conversation(row, tuple(row.messages.all()), tuple(row.seen.all()), since)
