"""One frozen Config: every threshold, beside the measurement that chose it.

Each room has its own section. Imports: the standard library only.
"""

import json
from dataclasses import asdict, dataclass, field
from hashlib import sha256


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestConfig:
    """Limits of reading; every one that is hit becomes a Rejection naming it."""

    max_input_bytes: int = 64_000_000
    max_text_chars: int = 5_000_000
    extract_seconds: float = 20.0
    extract_memory_bytes: int = 2_000_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderConfig:
    """Operating points of the attribution finder."""

    threads: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryConfig:
    """Grouping of articles into stories."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReuseConfig:
    """Shared passages and quotations."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimConfig:
    """Grouping of statements into claims."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Everything that can change what headwater finds."""

    ingest: IngestConfig = field(default_factory=IngestConfig)
    reader: ReaderConfig = field(default_factory=ReaderConfig)
    stories: StoryConfig = field(default_factory=StoryConfig)
    reuse: ReuseConfig = field(default_factory=ReuseConfig)
    claims: ClaimConfig = field(default_factory=ClaimConfig)

    def fingerprint(self) -> str:
        """Return the SHA-256 of all settings, written into every run so that two ledgers can be compared."""
        return sha256(json.dumps(asdict(self), sort_keys=True).encode()).hexdigest()
