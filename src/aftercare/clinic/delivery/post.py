"""Send a letter by the sender of the settings; a letter that fails is logged without its words."""

from __future__ import annotations

import logging
from functools import lru_cache

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from aftercare.clinic.delivery.letters import Letter, Sender
from aftercare.clinic.delivery.senders import Console, Folder, Smtp

_LOG = logging.getLogger(__name__)


@lru_cache(maxsize=1)
def sender() -> Sender:
    """Give the sender that AFTERCARE_SENDER names: console, folder or smtp."""
    match settings.SENDER:
        case "console":
            return Console()
        case "folder":
            return Folder(settings.DATA / "sent")
        case "smtp":
            return Smtp()
        case other:
            raise ImproperlyConfigured(f"AFTERCARE_SENDER is `{other}`: console, folder or smtp.")


def send(letter: Letter) -> bool:
    """Send a letter; tell whether it went. It runs after the commit and never undoes it."""
    try:
        sender().send(letter)
    except OSError:
        _LOG.exception("A letter was not sent: %s", letter.subject.partition(":")[0])
        return False
    return True
