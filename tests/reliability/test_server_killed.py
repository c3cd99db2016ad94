"""The web process is killed while patients check in: what was acknowledged is there, once."""

import pytest

from tests.reliability.conftest import Serve
from tests.reliability.crowd import Crowd


@pytest.mark.parametrize(
    ("kills", "checkins"), [(2, 60), pytest.param(20, 1000, marks=pytest.mark.campaign)]
)
def test_a_killed_server_loses_no_check_in_and_makes_none_twice(
    serve: Serve, kills: int, checkins: int
) -> None:
    house = serve()
    crowd = Crowd(house, checkins)
    with crowd.sending():
        for i in range(kills):
            crowd.wait_for((i + 1) / (kills + 1))
            house.kill()
            house.start()
    crowd.say(f"SQLite, {kills} kills of the server")
    assert (crowd.lost(), crowd.twice()) == ([], [])
    assert (len(crowd.led), crowd.kept()) == (checkins, checkins)
    assert set(crowd.statuses) <= {"303", "cut off"}
