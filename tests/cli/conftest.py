"""One traced ledger of the bundled coverage, for all tests of commands."""

from importlib.resources import as_file, files
from pathlib import Path

import pytest

from headwater.api import trace_into
from headwater.config import Config


@pytest.fixture(scope="session")
def coverage() -> Path:
    """The folder of the bundled sample coverage."""
    with as_file(files("headwater.cli").joinpath("coverage")) as folder:
        return Path(folder)


@pytest.fixture(scope="session")
def demo_ledger(coverage: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of the bundled sample coverage."""
    path = tmp_path_factory.mktemp("demo") / "kestrel.hw.db"
    trace_into(path, [str(coverage)], config=Config())
    return path
