"""``aftercare log``: a tree head to give away, and the whole log looked at."""

from __future__ import annotations

import sys
import time
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from aftercare.cli import inputs, serve

if TYPE_CHECKING:
    from aftercare.clinic.records.models import Clinic


def head(options: Namespace) -> int:
    """Print a tree head, one line for each clinic: mail it to somebody outside."""
    serve.prepare()
    from aftercare.clinic.services.evidence.checking import publish_head

    for clinic in _clinics(options.clinic):
        print(publish_head(clinic, int(time.time())).decode())
    return 0


def check(options: Namespace) -> int:
    """Look at each clinic's log: 0 nothing was changed, 1 something was."""
    from aftercare.core.consent.evidence import read_head

    against = None
    if options.against:
        against, problems = read_head(inputs.read_file(Path(options.against)))
        if against is None:
            raise inputs.Unusable(problems)
    serve.prepare()
    from aftercare.clinic.services.evidence.checking import check as look

    found = False
    for clinic in _clinics(options.clinic):
        problems = look(clinic, int(time.time()), against)
        found = found or bool(problems)
        print(f"{clinic.slug}: {'CHANGED' if problems else 'nothing was changed'}")
        for each in problems:
            print(f"  {each.code}  {each.message}")
        if problems:
            sys.stderr.write(f"{problems[0].help}\n")
    return 1 if found else 0


def _clinics(slug: str | None) -> list[Clinic]:
    from aftercare.clinic.services.founding import clinics

    found = clinics(slug)
    if not found:
        word = f"No clinic is called `{slug}`." if slug else "There is no clinic yet."
        raise inputs.refuse("C112", word, "Add one: aftercare clinic add.")
    return found
