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
    # Processor seconds for one page, so that a busy machine changes no outcome; the slowest of 181 news pages takes
    # 0.3. The wall limit stands behind it for a worker that sleeps.
    extract_seconds: float = 20.0
    extract_wall_seconds: float = 120.0
    extract_memory_bytes: int = 2_000_000_000
    extract_workers: int = 2
    # Below this many letters py3langid mistakes headlines for other languages.
    min_language_letters: int = 40
    # A feed's entry that is shorter is a teaser, not an article.
    min_entry_chars: int = 200
    fetch_seconds: float = 30.0
    fetch_redirects: int = 5


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
    """Grouping of statements into claims.

    The pair weights are a logistic regression's (bench/fit_claims.py says on what), rounded to two places.
    """

    rarest_stems: int = 6
    max_posting: int = 400
    missing_pair: float = -0.5
    judged_weight: float = 1000.0
    pair_bias: float = -4.2
    pair_weights: tuple[tuple[str, float], ...] = (
        ("words", 2.84),
        ("contained", 0.0),
        ("sentence", 3.2),
        ("run", 2.8),
        ("same-matter", 0.7),
        ("other-matter", -2.2),
        ("same-value", 3.0),
        ("other-value", 1.1),
        ("other-unit", -1.5),
        ("one-value", -1.0),
        ("same-counted", 0.5),
        ("other-counted", -0.5),
        ("names", 0.0),
        ("other-names", 0.0),
        ("reused", 2.0),
        ("one-document", -1.9),
    )


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
