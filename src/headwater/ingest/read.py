"""The door of reading: whatever was named becomes documents, duplicates and rejections, each exactly once.

Imports: the standard library, headwater.config, headwater.records, headwater.registry and this room.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from headwater.config import Config, IngestConfig
from headwater.ingest.draft import Draft, Page, RawInput, Reader, Reading, RefusalError, reject
from headwater.ingest.fetch import fetch_url
from headwater.ingest.metadata import NO_TABLE, load_table
from headwater.ingest.outcomes import settle
from headwater.ingest.page_workers import extract_pages
from headwater.ingest.sniff import tell_format
from headwater.ingest.walk import STANDARD_INPUT, find_inputs
from headwater.records import Outcome, Rejection
from headwater.registry import load_reader

_DEFAULTS = Config()


def read_inputs(
    inputs: Sequence[str],
    *,
    meta: Path | None = None,
    fetch: bool = False,
    config: Config = _DEFAULTS,
    stdin: BinaryIO | None = None,
) -> tuple[Outcome, ...]:
    """Read coverage; every input ends as exactly one Document, Duplicate or Rejection.

    Args:
        inputs: Files, folders, "-" (JSON lines on `stdin`) or URLs; their order does not matter.
        meta: A table whose rows give url, publisher, published_at, headline of articles by path, name or id.
        fetch: Whether URLs may be fetched; without it each is a rejection.
        config: Limits of reading.
        stdin: Bytes read for "-".

    Returns:
        The outcomes, sorted by location.

    Raises:
        InputError: A folder holds nothing, the table cannot be used, or "-" was named without standard input.
    """
    table = load_table(meta) if meta is not None else NO_TABLE
    found = find_inputs(inputs, skip=meta, fetch=fetch_url if fetch else None, stdin=stdin, config=config.ingest)
    settled: list[Draft | Rejection] = []
    pages: list[Page] = []
    for raw in found:
        for reading in (raw,) if isinstance(raw, Rejection) else _read(raw, config.ingest):
            if isinstance(reading, Page):
                pages.append(reading)
            else:
                settled.append(reading)
    settled.extend(extract_pages(pages, config.ingest))
    return settle(settled, table, config.ingest)


def _read(raw: RawInput, config: IngestConfig) -> Iterator[Reading]:
    try:
        name = "jsonl" if raw.location == STANDARD_INPUT else tell_format(raw.name, raw.head)
        reader: Reader = load_reader(name)
        yield from reader(raw, config)
    except RefusalError as refusal:
        yield reject(raw.location, refusal.reason, refusal.detail)
