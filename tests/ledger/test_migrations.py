"""migrate: steps are taken in order, each wholly or not at all."""

from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest
from tests.ledger.invented import STORY_RECORDS, run

from headwater.errors import LedgerError
from headwater.ledger import Ledger
from headwater.ledger.migrations import STEPS, migrate
from headwater.ledger.schema import SCHEMA_VERSION


@pytest.fixture
def connection() -> Iterator[apsw.Connection]:
    opened = apsw.Connection(":memory:")
    opened.execute("PRAGMA user_version = 1; CREATE TABLE a (b)")
    yield opened
    opened.close()


def test_every_older_format_has_a_step() -> None:
    assert set(STEPS) == set(range(1, SCHEMA_VERSION))


def test_steps_are_taken_in_order(connection: apsw.Connection) -> None:
    steps = {
        1: lambda c: c.execute("ALTER TABLE a ADD COLUMN c"),
        2: lambda c: c.execute("INSERT INTO a VALUES (1, 2)"),
    }
    assert migrate(connection, steps, target=3) == 2
    assert connection.pragma("user_version") == 3
    assert list(connection.execute("SELECT * FROM a")) == [(1, 2)]
    assert migrate(connection, steps, target=3) == 0


def test_a_step_that_fails_leaves_the_format_before_it(connection: apsw.Connection) -> None:
    def fail(opened: apsw.Connection) -> None:
        opened.execute("INSERT INTO a VALUES (1)")
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        migrate(connection, {1: fail}, target=2)
    assert connection.pragma("user_version") == 1
    assert list(connection.execute("SELECT * FROM a")) == []


def test_a_ledger_of_the_first_format_is_open_until_a_run_fills_the_new_tables(ledger_path: Path) -> None:
    older = apsw.Connection(str(ledger_path))
    older.execute("DROP TABLE quotation_change; DROP TABLE altered_quotation; PRAGMA user_version = 1")
    older.execute("DELETE FROM table_root WHERE name IN ('quotation_change', 'altered_quotation')")
    older.close()
    with pytest.raises(LedgerError, match="older ledger format"):
        Ledger.open(ledger_path)
    with Ledger.open(ledger_path, read_only=False) as ledger:
        assert (ledger.info().state, ledger.altered_quotations()) == ("open", ())
        ledger.replace_story_level(run(), STORY_RECORDS)
        assert len(ledger.altered_quotations()) == 1
        assert ledger.verify() == ()
