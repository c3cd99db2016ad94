"""The senders: to the terminal, into a folder, by SMTP."""

from __future__ import annotations

import secrets
import smtplib
import sys
from pathlib import Path

from django.core.mail import EmailMessage

from aftercare.clinic.delivery.letters import Letter


class Console:
    """Prints letters to the terminal: for the demo and for development."""

    def send(self, letter: Letter) -> None:
        """Print it."""
        sys.stdout.write(f"\n--- to {letter.to}: {letter.subject}\n{letter.body}\n---\n")
        sys.stdout.flush()


class Folder:
    """Writes each letter into a file of its own."""

    def __init__(self, path: Path) -> None:
        """Keep the folder; it is made when it is not there."""
        path.mkdir(parents=True, exist_ok=True)
        self.path = path

    def send(self, letter: Letter) -> None:
        """Write it; a name that nobody can guess keeps letters apart."""
        file = self.path / f"{secrets.token_hex(8)}.txt"
        text = f"To: {letter.to}\nSubject: {letter.subject}\n\n{letter.body}\n"
        file.write_text(text, encoding="utf-8")


class Smtp:
    """Sends email; what is addressed to a phone number cannot go this way."""

    def send(self, letter: Letter) -> None:
        """Send it by the server of the settings."""
        if "@" not in letter.to:
            raise OSError("There is no sender for phone numbers yet.")
        try:
            EmailMessage(letter.subject, letter.body, to=[letter.to]).send()
        except smtplib.SMTPException as fault:
            raise OSError(str(fault)) from fault
