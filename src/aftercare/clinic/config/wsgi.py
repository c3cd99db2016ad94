"""The entry for a WSGI server."""

from __future__ import annotations

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "aftercare.clinic.config.settings")

application = get_wsgi_application()

# What is loaded now stays; looking through it again and again would stop every request meanwhile.
gc.collect()
gc.freeze()
gc.set_threshold(10_000, 20, 50)
