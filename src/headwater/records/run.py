"""One run of headwater (W3C PROV Activity). Imports: the standard library only."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What was run over which documents.

    Attributes:
        run_id: Derived from version, configuration and documents, so a repeated run has the same id.
        started_at: ISO 8601 instant; kept in the ledger, left out of exports, which must not differ between runs.
        without: Names that --without removed from every count.
    """

    run_id: str
    started_at: str
    headwater_version: str
    config_sha256: str
    model_sha256: str | None
    doc_ids: tuple[str, ...]
    without: tuple[str, ...]
