"""The invented ledger with other words in every field that a page shows."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.ledger import invented

from headwater.ledger import Ledger
from headwater.records import Document, Duplicate, Judgement, Rejection, Run, Span, text_sha256

# Fields whose words come from outside; ids, kinds and moments do not.
WORDS = frozenset(
    "record_id location url publisher headline byline dateline language encoding detail caption descriptor affiliation "
    "access_basis reason_given used_name counted unit value text reason made_by without publishers aliases rules "
    "rule".split()
)


def with_words(record: Any, words: str) -> Any:
    """Return a record with words in every text field, tuples of strings and values included."""
    changes: dict[str, Any] = {}
    for name in record.__dataclass_fields__:
        held = getattr(record, name)
        if name == "text" and isinstance(record, Document):
            continue
        if name in WORDS and isinstance(held, str):
            changes[name] = words
        elif name in WORDS and isinstance(held, tuple) and all(isinstance(item, str) for item in held):
            changes[name] = (words,)
        elif hasattr(held, "__dataclass_fields__") and not isinstance(held, Span):
            changes[name] = with_words(held, words)
        elif (
            isinstance(held, tuple)
            and held
            and hasattr(held[0], "__dataclass_fields__")
            and not isinstance(held[0], Span)
        ):
            changes[name] = tuple(with_words(item, words) for item in held)
    return replace(record, **changes)


def write_ledger(path: Path, words: str) -> None:
    """Make a ledger in which everything that a page shows is `words`, statements and texts included."""
    texts = {d.doc_id: f"{words}\n{d.text}\n{words}" for d in invented.DOCUMENTS}
    shift = len(words) + 1
    documents = {
        d.doc_id: replace(
            with_words(d, words), text=texts[d.doc_id], text_sha256=text_sha256(texts[d.doc_id]), url=words,
            byline=words, dateline=words,
        )
        for d in invented.DOCUMENTS
    }  # fmt: skip

    def moved(record: Any) -> Any:
        """Statements stand on the words themselves; all other places keep theirs, further down."""
        changes: dict[str, Any] = {}
        for name in record.__dataclass_fields__:
            held = getattr(record, name)
            if isinstance(held, Span):
                start = Span(held.doc_id, 0, len(words)) if name == "span" else _shifted(held, shift)
                changes[name] = start
            elif isinstance(held, tuple) and held and isinstance(held[0], Span):
                changes[name] = tuple(_shifted(span, shift) for span in held)
            elif isinstance(held, tuple) and held and hasattr(held[0], "__dataclass_fields__"):
                changes[name] = tuple(moved(item) for item in held)
            elif hasattr(held, "__dataclass_fields__"):
                changes[name] = moved(held)
        return with_words(replace(record, **changes), words)

    run: Run = with_words(invented.run(), words)
    with Ledger.create(path) as ledger:
        for doc_id, records in (("doc-a", invented.RECORDS_A), ("doc-b", invented.RECORDS_B)):
            ledger.add_document(documents[doc_id], [moved(r) for r in records], config_sha256="c" * 64)
        outcomes: list[Rejection | Duplicate] = [with_words(o, words) for o in (invented.REJECTION, invented.DUPLICATE)]
        ledger.add_outcomes(outcomes)
        judgement: Judgement = with_words(invented.JUDGEMENT, words)
        ledger.add_judgement(judgement)
        ledger.replace_story_level(run, [moved(r) for r in invented.STORY_RECORDS])


def _shifted(span: Span, by: int) -> Span:
    return Span(span.doc_id, span.start + by, span.end + by)
