"""Fixtures every room's tests may use."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# No test may fail because the machine is busy: speed is measured in bench/.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")

_SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The optional folder of data sets beside the checkout; tests that need it are skipped without it."""
    if not (_SHARED / "README.md").is_file():
        pytest.skip(f"needs the data sets in {_SHARED}, which are not here")
    return _SHARED
