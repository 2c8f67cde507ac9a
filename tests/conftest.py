"""Fixtures every room's tests may use."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# No test may fail because the machine is busy: speed is measured in bench/.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
# Continuous integration repeats the same examples, so that a change is judged by what it changed; people get new ones.
settings.register_profile("repeatable", settings.get_profile("unhurried"), derandomize=True)
settings.load_profile("repeatable" if os.environ.get("CI") else "unhurried")

_SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The optional folder of data sets beside the checkout; tests that need it are skipped without it."""
    if not (_SHARED / "README.md").is_file():
        pytest.skip(f"needs the data sets in {_SHARED}, which are not here")
    return _SHARED
