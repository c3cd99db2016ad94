"""What every test shares: how hard hypothesis tries.

`default` gives the same inputs in every run, so that a failure is the change's and not chance's.
`campaign` (`make campaign`) looks for new ones, and remembers what it found in `.hypothesis`.
"""

import os

from hypothesis import HealthCheck, settings

settings.register_profile(
    "default", derandomize=True, max_examples=200, deadline=None, database=None
)
settings.register_profile(
    "campaign",
    derandomize=False,
    max_examples=100_000,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))
