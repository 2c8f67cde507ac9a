"""`headwater annotate`: attributions, times and quantities of each document as JSON lines; no linking, no ledger."""

import json
import sys
from pathlib import Path
from typing import TextIO

import click

from headwater.cli.session import Exit, say, told, worker_count
from headwater.config import Config
from headwater.entities import describe_sources, with_publishers
from headwater.ingest import read_inputs
from headwater.lexicon.outlets import OutletList
from headwater.reading import OperatingPoint, ReadDocument, read_documents
from headwater.records import Attribution, Document, Rejection, Span


@click.command("annotate")
@click.argument("inputs", nargs=-1, required=True)
@click.option(
    "-o", "--output", type=click.File("w", encoding="utf-8"), default="-", help="Where to write; - is stdout."
)
@click.option(
    "--meta", type=click.Path(path_type=Path, exists=True), help="CSV with url, publisher, published_at, headline."
)
@click.option("--outlets", type=click.Path(path_type=Path, exists=True), help="Your own outlets, as TSV.")
@click.option("--min-score", type=click.FloatRange(0, 1), help="Lowest score written; the best for F1 by default.")
@click.option("--processes", type=click.IntRange(1), help="Worker processes; the machine's cores by default.")
@click.option("--fetch", is_flag=True, help="Allow inputs that are URLs to be fetched.")
def annotate(
    inputs: tuple[str, ...], output: TextIO, meta: Path | None, outlets: Path | None, min_score: float | None,
    processes: int | None, *, fetch: bool,
) -> None:  # fmt: skip
    """Write one JSON object for each document in INPUTS (files, folders, - or URLs)."""
    outcomes = read_inputs(inputs, meta=meta, fetch=fetch, config=Config(), stdin=sys.stdin.buffer)
    documents = [outcome for outcome in outcomes if isinstance(outcome, Document)]
    score: OperatingPoint = "f1" if min_score is None else min_score
    known = with_publishers(OutletList.load(outlets), documents)
    read = read_documents(documents, known, score=score, processes=worker_count(processes))
    output.writelines(
        json.dumps(describe(one), ensure_ascii=False) + "\n" for one in told(read, len(documents), "annotated")
    )
    rejected = [outcome for outcome in outcomes if isinstance(outcome, Rejection)]
    for rejection in rejected:
        say(f"not read: {rejection.location}: {rejection.reason}: {rejection.detail}")
    if rejected:
        raise SystemExit(Exit.REJECTED_INPUTS)


def describe(one: ReadDocument) -> dict[str, object]:
    """Return what `annotate` writes of one document, in the form that docs/interfaces.md fixes."""
    document = one.document
    sources = describe_sources(one.attributions, one.sources.entities, one.sources.chains)
    return {
        "id": document.record_id,
        "path": document.location,
        "doc_id": document.doc_id,
        "publisher": document.publisher,
        "published_at": document.published_at,
        "language": document.language,
        "text_sha256": document.text_sha256,
        "attributions": [{**_attribution(a), **sources[a.attribution_id]} for a in one.attributions],
        "quantities": [
            {
                "span": _range(q.span),
                "lower": q.lower,
                "upper": q.upper,
                "unit": q.unit,
                "counted": q.counted,
                "modifier": q.modifier,
            }
            for q in one.quantities
        ],
        "times": [{"span": _range(t.span), "begin": t.begin, "end": t.end, "timex": t.value} for t in one.times],
    }


def _attribution(attribution: Attribution) -> dict[str, object]:
    return {
        "id": attribution.attribution_id,
        "source": [_range(attribution.source)] if attribution.source else [],
        "cue": [_range(attribution.cue)] if attribution.cue else [],
        "content": [_range(span) for span in attribution.content],
        "quote_type": attribution.quote_type,
        "cue_class": attribution.cue_class,
        "polarity": attribution.polarity,
        "parent": attribution.parent_id,
        "score": round(attribution.score, 4),
    }


def _range(span: Span) -> list[int]:
    return [span.start, span.end]
