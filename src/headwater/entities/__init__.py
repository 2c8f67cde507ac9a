"""Who speaks: sources resolved within a document and across a story, chains of carriers, credits, publishers."""

from headwater.entities.cast import Cast, cast_story, publisher_name, with_publishers
from headwater.entities.compatible import compatible, unnamed_group
from headwater.entities.describe import describe_sources, is_anonymous
from headwater.entities.publisher import publisher_of
from headwater.entities.resolve_document import DocumentSources, resolve_document
from headwater.entities.resolve_story import resolve_story

__all__ = [
    "Cast",
    "DocumentSources",
    "cast_story",
    "compatible",
    "describe_sources",
    "is_anonymous",
    "publisher_name",
    "publisher_of",
    "resolve_document",
    "resolve_story",
    "unnamed_group",
    "with_publishers",
]
