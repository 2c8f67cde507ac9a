"""Stories: the articles that cover one event. Imports: the standard library only."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Documents about one event.

    Attributes:
        caption: Headline of the earliest document, verbatim, or its first sentence.
        doc_ids: Sorted by publication, then by id.
        first_published_at, last_published_at: ISO 8601, None when no document is dated.
    """

    story_id: str
    caption: str
    doc_ids: tuple[str, ...]
    first_published_at: str | None
    last_published_at: str | None
