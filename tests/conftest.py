"""What every test shares: how hard hypothesis tries, and how tables are emptied.

`default` gives the same inputs in every run, so that a failure is the change's and not chance's.
`campaign` (`make campaign`) looks for new ones, and remembers what it found in `.hypothesis`.
"""

import os
from importlib import import_module
from typing import Any

import pytest
from django.db.backends.sqlite3.base import DatabaseWrapper
from hypothesis import HealthCheck, settings

settings.register_profile(
    "default", derandomize=True, max_examples=120, deadline=None, database=None
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

TRIGGERS = import_module("aftercare.clinic.records.migrations.0002_append_only")


@pytest.fixture(autouse=True, scope="session")
def emptied() -> None:
    """Let tests of threads empty the tables on SQLite: the log's triggers stand aside for it."""
    operations: Any = DatabaseWrapper.ops_class
    flush = operations.sql_flush

    def aside(self: Any, *args: Any, **kwargs: Any) -> list[str]:
        drop = [f"DROP TRIGGER IF EXISTS {name}" for name, _, _ in TRIGGERS.names()]
        made: list[str] = flush(self, *args, **kwargs)
        return [*drop, *made, *TRIGGERS.sqlite()] if made else made

    operations.sql_flush = aside
