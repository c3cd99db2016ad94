import pytest

from tests.exchange.consent import house


@pytest.fixture(scope="session")
def made() -> house.Case:
    return house.opened()


@pytest.fixture(scope="session")
def other() -> house.Case:
    return house.opened("Another Clinic")


@pytest.fixture
def case(made: house.Case) -> house.Case:
    """A consent whose log a test may let grow."""
    return made.copy()
