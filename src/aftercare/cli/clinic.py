"""``aftercare clinic``: the first clinic of a new house, its owner's way in, its own seal."""

from __future__ import annotations

import getpass
import os
import time
from argparse import Namespace
from pathlib import Path

from aftercare.cli import inputs, serve


def add(options: Namespace) -> int:
    """Add a clinic with its owner; print the one-time address at which the owner signs in."""
    serve.prepare()
    from aftercare.clinic.services.founding import found_clinic
    from aftercare.clinic.services.refusals import Refused

    zone = str(inputs.zone(options.zone))
    try:
        address = found_clinic(options.name, zone, options.owner, options.email, int(time.time()))
    except Refused as refusal:
        raise inputs.Unusable(refusal.problems) from None
    print(address)
    return 0


def seal(options: Namespace) -> int:
    """Seal with the clinic's own PKCS#12 from now on; what was sealed before stays as it is."""
    data = inputs.read_file(Path(options.file))
    password = os.environ.get("AFTERCARE_PKCS12_PASSWORD")
    if password is None:
        password = getpass.getpass("The file's password: ")
    serve.prepare()
    from aftercare.clinic.services.evidence import keyring
    from aftercare.clinic.services.founding import clinics
    from aftercare.clinic.services.refusals import Refused

    found = clinics(options.clinic)
    if len(found) != 1:
        message = f"No clinic is called `{options.clinic}`." if options.clinic else "Which clinic?"
        raise inputs.refuse("C112", message, "Name one: --clinic NAME, as in its addresses.")
    try:
        keyring.bring(found[0], data, password, int(time.time()))
    except Refused as refusal:
        raise inputs.Unusable(refusal.problems) from None
    print(f"{found[0].name} seals with this key from now on. Its log and its name stay.")
    return 0
