"""fetch"""

from headwater.config import IngestConfig
from headwater.ingest.draft import RawInput


def fetch_url(url: str, config: IngestConfig) -> RawInput:
    raise NotImplementedError
