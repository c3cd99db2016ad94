"""What is sent, and what can send it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Letter:
    """A message to one person, at an email address or a phone number."""

    to: str
    subject: str
    body: str


class Sender(Protocol):
    """Something that can send a letter; it raises ``OSError`` when it cannot."""

    def send(self, letter: Letter) -> None:
        """Send it, or raise."""
