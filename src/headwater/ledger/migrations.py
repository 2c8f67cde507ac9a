"""Steps from one ledger format to the next, each in its own transaction. Imports: apsw and this room's schema only.

A change of schema.py adds a step here, keyed by the format it starts from, and raises SCHEMA_VERSION; row hashes of
changed tables must be rewritten in the same step. A ledger with new tables is open until the next run fills them.
"""

from collections.abc import Callable, Mapping

import apsw

from headwater.ledger.schema import OPEN, QUOTATION_SQL, SCHEMA_VERSION

Step = Callable[[apsw.Connection], None]


def _add_altered_quotations(connection: apsw.Connection) -> None:
    connection.execute(QUOTATION_SQL)
    connection.execute("UPDATE ledger SET value = ? WHERE key = 'state'", (OPEN,))
    connection.execute("UPDATE ledger SET value = '' WHERE key = 'chained_root'")


STEPS: Mapping[int, Step] = {1: _add_altered_quotations}


def migrate(connection: apsw.Connection, steps: Mapping[int, Step] = STEPS, target: int = SCHEMA_VERSION) -> int:
    """Bring a ledger to the present format and return how many steps that took.

    Args:
        connection: Opened for writing, of a format between 1 and `target`.
        steps: Format -> the step that makes the next format of it.
        target: The format wanted.

    Raises:
        KeyError: There is no step from a format on the way.
    """
    taken = 0
    while (version := connection.pragma("user_version")) < target:
        connection.execute("BEGIN IMMEDIATE")
        try:
            steps[version](connection)
            connection.execute(f"PRAGMA user_version = {version + 1}")
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        taken += 1
    return taken
