"""Steps from one ledger format to the next, each in its own transaction. Imports: apsw and this room's schema only.

The present format is the first, so there is no step yet. A change of schema.py adds one here, keyed by the format it
starts from, and raises SCHEMA_VERSION; row hashes of changed tables must be rewritten in the same step.
"""

from collections.abc import Callable, Mapping

import apsw

from headwater.ledger.schema import SCHEMA_VERSION

Step = Callable[[apsw.Connection], None]

STEPS: Mapping[int, Step] = {}


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
