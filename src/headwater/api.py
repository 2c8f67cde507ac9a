"""What Python programs and the command line call: trace coverage into a ledger, open one, annotate one text.

Imports: the pipeline, ingest and the ledger; nothing of the command line.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, TypeVar

from headwater.config import Config
from headwater.entities import DocumentSources, with_publishers
from headwater.errors import InputError
from headwater.ingest import read_inputs
from headwater.ledger import DocumentRecord, Ledger, LedgerView, StoryRecord
from headwater.lexicon.outlets import OutletList
from headwater.models import Reader, weights_sha256
from headwater.pipeline import LinkedStory, link_stories
from headwater.reading import ReadDocument, read_document, read_documents
from headwater.records import Document, Duplicate, Rejection, Run, content_id

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Traced:
    """What became of the inputs of one `trace`."""

    documents: tuple[Document, ...]
    duplicates: tuple[Duplicate, ...]
    rejections: tuple[Rejection, ...]
    resumed: int
    root: str


def trace(
    inputs: Sequence[str | Path], ledger: str | Path, *, config: Config | None = None, without: Sequence[str] = ()
) -> LedgerView:
    """Read coverage, trace its claims and write the ledger.

    Args:
        inputs: Files and folders.
        ledger: Path of the ledger; one that is there takes the new documents and is linked anew.
        config: Thresholds; the defaults when None.
        without: Names of sources or carriers to leave out of every count.

    Returns:
        The ledger, open for reading; its rejections say what could not be read.

    Raises:
        LedgerError: The ledger cannot be written.
    """
    trace_into(ledger, [str(one) for one in inputs], config=config or Config(), without=without)
    return LedgerView.open(ledger)


def trace_into(  # noqa: PLR0913  one parameter a choice of the user
    path: str | Path,
    inputs: Sequence[str],
    *,
    config: Config,
    without: Sequence[str] = (),
    meta: Path | None = None,
    outlets: Path | None = None,
    fetch: bool = False,
    stdin: BinaryIO | None = None,
    processes: int = 1,
    progress: Callable[[Iterable[ReadDocument], int], Iterable[ReadDocument]] = lambda items, _: items,
) -> Traced:
    """Do the main job and say what became of each input; see `trace`.

    Args:
        path: The ledger.
        inputs: Files, folders, "-" and URLs.
        config: Thresholds.
        without: Names left out of every count.
        meta: CSV with url, publisher, published_at and headline of the inputs.
        outlets: The user's own outlets.
        fetch: Whether URLs may be fetched.
        stdin: Where "-" reads from.
        processes: Worker processes for reading documents.
        progress: Called with the documents as they are read and their number; yields them on.
    """
    outcomes = read_inputs(inputs, meta=meta, fetch=fetch, config=config, stdin=stdin)
    documents = tuple(outcome for outcome in outcomes if isinstance(outcome, Document))
    model = weights_sha256()
    with Ledger.open_or_create(path) as ledger:
        known = with_publishers(OutletList.load(outlets), [*documents, *ledger.documents()])
        settings = _settings(config, known)
        new = [d for d in documents if not ledger.has_document(d, config_sha256=settings, model_sha256=model)]
        for one in progress(read_documents(new, known, score="strict", processes=processes), len(new)):
            ledger.add_document(one.document, _own_records(one), config_sha256=settings, model_sha256=model)
        ledger.add_outcomes(outcomes)
        read = tuple(stored_documents(ledger))
        linked = link_stories(read, known, config, judgements=ledger.judgements(), without=without)
        root = ledger.replace_story_level(_run(read, settings, model, without), _story_records(linked))
    return Traced(
        documents=documents,
        duplicates=tuple(outcome for outcome in outcomes if isinstance(outcome, Duplicate)),
        rejections=tuple(outcome for outcome in outcomes if isinstance(outcome, Rejection)),
        resumed=len(documents) - len(new),
        root=root,
    )


def open(path: str | Path) -> LedgerView:  # noqa: A001  headwater.open reads like gzip.open
    """Open a ledger for reading; a LedgerError says what is wrong with the file."""
    return LedgerView.open(path)


def annotate(text: str, *, publisher: str | None = None, published_at: str | None = None) -> ReadDocument:
    """Read one text in memory: its attributions, times, quantities and who speaks. No ledger, no linking.

    Args:
        text: An article; offsets of everything returned count its code points.
        publisher: The outlet, if known; it decides how dates and nicknames of outlets are read.
        published_at: ISO 8601; without it, relative times ("on Tuesday") are left out.

    Raises:
        InputError: The text is empty or no text.
    """
    line = json.dumps({"text": text, "publisher": publisher, "published_at": published_at})
    (outcome,) = read_inputs(["-"], stdin=BytesIO(line.encode()))
    if not isinstance(outcome, Document):
        raise InputError("text", str(getattr(outcome, "detail", outcome)), "give the words of one article")
    return read_document(outcome, Reader.load(), OutletList.load(), "f1")


def stored_documents(ledger: Ledger) -> Iterator[ReadDocument]:
    """Yield every document of a ledger with what was read from it, in order of id: what linking starts from."""
    attributions = _by_document(ledger.attributions(), lambda a: a.doc_id)
    times = _by_document(ledger.times(), lambda t: t.span.doc_id)
    quantities = _by_document(ledger.quantities(), lambda q: q.span.doc_id)
    entities = _by_document(ledger.entities("document"), lambda e: str(e.doc_id))
    chains = _by_document(ledger.chains(), lambda c: c.doc_id)
    credits_ = _by_document(ledger.credits(), lambda c: c.doc_id)
    for document in sorted(ledger.documents(), key=lambda d: d.doc_id):
        key = document.doc_id
        sources = DocumentSources(entities=entities(key), chains=chains(key), credits=credits_(key))
        yield ReadDocument(
            document=document,
            attributions=attributions(key),
            times=times(key),
            quantities=quantities(key),
            sources=sources,
        )


def _by_document(records: Iterable[T], doc_id: Callable[[T], str]) -> Callable[[str], tuple[T, ...]]:
    held: dict[str, list[T]] = {}
    for record in records:
        held.setdefault(doc_id(record), []).append(record)
    return lambda key: tuple(held.get(key, ()))


def _own_records(one: ReadDocument) -> Iterator[DocumentRecord]:
    sources = one.sources
    yield from one.times
    yield from one.quantities
    yield from one.attributions
    yield from sources.entities
    yield from sources.chains
    yield from sources.credits


def _story_records(linked: Iterable[LinkedStory]) -> Iterator[StoryRecord]:
    for one in linked:
        yield one.story
        yield from one.entities
        yield from one.reuse
        yield from one.quotations
        claims = one.claims
        yield from claims.statements
        yield from claims.claims
        yield from claims.links
        yield from claims.stances
        yield from claims.discrepancies
        yield from claims.position_changes
        yield from one.derivations
        for counted in one.counted:
            yield from counted.paths
            yield from counted.roots
            yield counted.corroboration


def _settings(config: Config, outlets: OutletList) -> str:
    """SHA-256 of all that decides how a document is read; a new outlet in the coverage can change who is meant."""
    names = "\n".join("\t".join((o.name, *o.aliases, *o.domains)) for o in outlets.outlets)
    return sha256((config.fingerprint() + names).encode()).hexdigest()


def _run(read: Sequence[ReadDocument], settings: str, model: str, without: Sequence[str]) -> Run:
    import headwater  # noqa: PLC0415  the version stands in the package that imports us lazily

    doc_ids = tuple(one.document.doc_id for one in read)
    version = headwater.__version__
    return Run(
        run_id=content_id("run", version, settings, model, *doc_ids, *without),
        started_at=datetime.now(UTC).isoformat(timespec="seconds"),
        headwater_version=version,
        config_sha256=settings,
        model_sha256=model,
        doc_ids=doc_ids,
        without=tuple(without),
    )
