"""A letter that a page asks for; it leaves after the commit, as all letters do."""

from __future__ import annotations

from django.db import transaction

from aftercare.clinic.delivery import post
from aftercare.clinic.delivery.letters import Letter


def send_letter(to: str, subject: str, body: str) -> None:
    """Send a letter once the transaction is kept."""
    letter = Letter(to, subject, body)
    transaction.on_commit(lambda: post.send(letter))
