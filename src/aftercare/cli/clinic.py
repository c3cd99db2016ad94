"""``aftercare clinic``: the first clinic of a new house, and its owner's way in."""

from __future__ import annotations

import time
from argparse import Namespace

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
