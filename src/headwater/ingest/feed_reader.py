"""RSS, Atom and JSON Feed: handed on to the worker processes; each entry becomes an outcome of its own.

Imports: the standard library, headwater.config and this room.
"""

from collections.abc import Iterator
from dataclasses import replace

from headwater.config import IngestConfig
from headwater.ingest.draft import Page, RawInput, Reading


def read_feed(raw: RawInput, config: IngestConfig) -> Iterator[Reading]:
    """Yield the one feed of a file.

    Raises:
        RefusalError: The bytes cannot be read or are too many.
    """
    yield Page(
        kind="feed",
        location=raw.location,
        origin=raw.location,
        record_id=raw.record_id,
        explicit_id=None,
        metadata=replace(raw.metadata, url=None, headline=None),  # the feed's address and title are no entry's
        retrieved_at=raw.retrieved_at,
        declared_encoding=raw.declared_encoding,
        data=raw.read(config.max_input_bytes),
    )
