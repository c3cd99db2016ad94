"""Fill an empty house with the sample clinic; print who can come in, as JSON.

Run as a program of its own, with the environment of the house that is to be served.
"""

import json
import secrets
import sys
import time
from importlib import import_module

from aftercare.cli import serve

# Imported once Django is set up, and not before.
_ROOMS = (
    "aftercare.clinic.sample.day",
    "aftercare.clinic.records.models",
    "aftercare.clinic.services.access",
)


def main() -> None:
    """Make the tables and the sample, and let a device in for each course under aftercare."""
    serve.prepare()
    day, models, access = map(import_module, _ROOMS)

    at = int(time.time())
    made = day.fill(at)
    phones = []
    for course in models.Course.objects.filter(last_treated_at__lte=at).order_by("pk"):
        secret = secrets.token_urlsafe(32)
        models.Device.objects.create(
            clinic=made.clinic,
            course=course,
            secret_sha256=access.hashed(secret),
            known_at=at,
            expires_at=at + 3600,
        )
        phones.append((course.address, secret))
    json.dump(phones, sys.stdout)


if __name__ == "__main__":
    main()
