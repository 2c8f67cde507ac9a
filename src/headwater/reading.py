"""Reading documents, each on its own: annotate, attribute, resolve; in several processes when there is enough to read.

A stage of the pipeline that stands apart because `annotate` and the worker processes need nothing else: a process
that imports only this starts in half the time.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Literal

from headwater.annotation import annotate_quantities, annotate_times
from headwater.attribution import find_attributions
from headwater.entities import DocumentSources, publisher_of, resolve_document
from headwater.lexicon.outlets import OutletList
from headwater.models import Reader
from headwater.records import Attribution, Document, Quantity, TimeExpression

# Where on its precision-recall curve the reader works: best F1 to annotate, strict to count, or a score of one's own.
OperatingPoint = float | Literal["f1", "strict"]

# Starting a second process costs about a second; below this much text one process is faster.
_CHARS_WORTH_A_POOL = 60_000
# Documents read before the first of them is handed on: enough to share out evenly, few enough to hold in memory.
_BLOCK = 512


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadDocument:
    """One document with everything that was read from it alone."""

    document: Document
    attributions: tuple[Attribution, ...]
    times: tuple[TimeExpression, ...]
    quantities: tuple[Quantity, ...]
    sources: DocumentSources


@dataclass(frozen=True, slots=True, kw_only=True)
class _Desk:
    """What reading one document after the other needs."""

    reader: Reader
    outlets: OutletList
    score: OperatingPoint

    def read(self, document: Document) -> ReadDocument:
        return read_document(document, self.reader, self.outlets, self.score)


def read_document(document: Document, reader: Reader, outlets: OutletList, score: OperatingPoint) -> ReadDocument:
    """Annotate, attribute and resolve one document; attributions below the operating point are left out."""
    points = {"f1": reader.metadata.f1_threshold, "strict": reader.metadata.strict_threshold}
    min_score = points[score] if isinstance(score, str) else score
    attributions = find_attributions(document, reader=reader, min_score=min_score)
    publisher = publisher_of(document, outlets)
    return ReadDocument(
        document=document,
        attributions=attributions,
        times=annotate_times(document, country=(publisher.country or None) if publisher else None),
        quantities=annotate_quantities(document),
        sources=resolve_document(document, attributions, outlets),
    )


def read_documents(
    documents: Sequence[Document], outlets: OutletList, *, score: OperatingPoint, processes: int
) -> Iterator[ReadDocument]:
    """Read documents in the order given; the result is the same for any number of processes.

    Args:
        documents: What ingest returned.
        outlets: Known outlets.
        score: Lowest score of an attribution, or one of the reader's operating points.
        processes: At most so many processes, this one among them.
    """
    if not documents:
        return
    if processes == 1 or len(documents) == 1 or sum(len(d.text) for d in documents) <= _CHARS_WORTH_A_POOL:
        desk = _Desk(reader=Reader.load(), outlets=outlets, score=score)
        yield from map(desk.read, documents)
        return
    with ProcessPoolExecutor(processes - 1, get_context("spawn"), _start_worker, (outlets, score)) as pool:
        desk = _Desk(reader=Reader.load(), outlets=outlets, score=score)
        for begin in range(0, len(documents), _BLOCK):
            yield from _read_block(documents[begin : begin + _BLOCK], desk, pool)


def _read_block(documents: Sequence[Document], desk: _Desk, pool: ProcessPoolExecutor) -> list[ReadDocument]:
    """Share documents out: the workers begin with the longest, this process with the shortest, until they meet."""
    longest = sorted(range(len(documents)), key=lambda index: -len(documents[index].text))
    waiting = {index: pool.submit(_read_in_worker, documents[index]) for index in longest}
    own = {index: desk.read(documents[index]) for index in reversed(longest) if waiting[index].cancel()}
    return [own[index] if index in own else waiting[index].result() for index in range(len(documents))]


_worker: list[_Desk] = []  # one element, set once when a worker starts


def _start_worker(outlets: OutletList, score: OperatingPoint) -> None:
    _worker.append(_Desk(reader=Reader.load(), outlets=outlets, score=score))


def _read_in_worker(document: Document) -> ReadDocument:
    return _worker[0].read(document)
