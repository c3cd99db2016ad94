"""Every test of the house runs once more, on a real PostgreSQL that is started for the run."""

import os

import pytest


@pytest.mark.skipif(
    os.environ.get("AFTERCARE_TEST_DATABASE") == "postgres", reason="this run is on PostgreSQL"
)
def test_the_house_passes_its_tests_on_postgresql(on_postgresql: tuple[int, str]) -> None:
    status, said = on_postgresql
    assert status == 0, said
