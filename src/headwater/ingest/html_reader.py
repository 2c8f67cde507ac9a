"""HTML pages: handed on to the worker processes, where their text is extracted.

Imports: the standard library, headwater.config and this room.
"""

from collections.abc import Iterator

from headwater.config import IngestConfig
from headwater.ingest.draft import Page, RawInput, Reading


def read_html(raw: RawInput, config: IngestConfig) -> Iterator[Reading]:
    """Yield the one page of an HTML file.

    Raises:
        RefusalError: The bytes cannot be read or are too many.
    """
    yield Page(
        kind="page",
        location=raw.location,
        origin=raw.location,
        record_id=raw.record_id,
        explicit_id=None,
        metadata=raw.metadata,
        retrieved_at=raw.retrieved_at,
        declared_encoding=raw.declared_encoding,
        data=raw.read(config.max_input_bytes),
    )
