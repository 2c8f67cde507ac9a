"""x"""

from collections.abc import Sequence, Iterator
from headwater.config import IngestConfig
from headwater.ingest.draft import Draft, Page
from headwater.records import Rejection


def extract_pages(pages: Sequence[Page], config: IngestConfig) -> Iterator[Draft | Rejection]:
    """x"""
    if pages:
        raise NotImplementedError
    return iter(())
