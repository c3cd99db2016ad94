"""The house's settings as the type checker reads them, with the tests' environment."""

import os

os.environ["AFTERCARE_TEST_DATA"] = ".mypy_cache/house"

import tests.environment  # noqa: F401 - sets the environment that the settings read
from aftercare.clinic.config.settings import *  # noqa: F403 - the same settings, all of them
