"""What can be done with an entry; each tells whether the row is cleared by it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from aftercare.clinic.desk.inbox_forms import BOTH, DONE, ActForm
from aftercare.clinic.services import concerns
from aftercare.clinic.services.access import Desk
from aftercare.clinic.services.snoozes import snoozes

if TYPE_CHECKING:
    from aftercare.clinic.services.entry import Concern

Act = Callable[["Desk", "Concern", "ActForm"], bool]


def _reply(desk: Desk, concern: Concern, form: ActForm) -> bool:
    then = form.cleaned_data["then"]
    if then == DONE:
        return _done(desk, concern, form)
    concerns.reply(desk, concern, form.cleaned_data["words"], form.seen)
    if then == BOTH:
        concerns.finish(desk, concern, concern.version)
    return bool(then == BOTH)


def _done(desk: Desk, concern: Concern, form: ActForm) -> bool:
    concerns.finish(desk, concern, form.seen)
    return True


def _snooze(desk: Desk, concern: Concern, form: ActForm) -> bool:
    _, until = snoozes(desk).get(form.cleaned_data["until"], ("", desk.at))
    concerns.snooze(desk, concern, until, form.seen)
    return True


def _take(desk: Desk, concern: Concern, form: ActForm) -> bool:
    concerns.take(desk, concern, form.seen)
    return False


def _call(desk: Desk, concern: Concern, form: ActForm) -> bool:
    concerns.note_call(desk, concern, form.cleaned_data["words"], form.seen)
    return False


def _reopen(desk: Desk, concern: Concern, form: ActForm) -> bool:
    concerns.reopen(desk, concern, form.seen)
    return False


ACTS: dict[str, Act] = {
    "reply": _reply,
    "done": _done,
    "snooze": _snooze,
    "take": _take,
    "call": _call,
    "reopen": _reopen,
}
