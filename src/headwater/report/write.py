"""The door of the room: a ledger into one HTML file that needs no network and no script.

Imports: jinja2, ledger, records and this room only.
"""

from collections import Counter
from functools import cache
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from headwater.errors import LedgerError
from headwater.ledger import Ledger
from headwater.records import Derivation, Document, Entity
from headwater.report.build import Shelf, claim_sheets
from headwater.report.sheets import (
    DerivationSheet,
    DocumentSheet,
    Passage,
    ReportSheet,
    UnnamedSheet,
    cut_passage,
)

_SHOWN_PASSAGES = 3


def write_report(ledger: Path, output: Path) -> None:
    """Write the report of a ledger to a file, replacing it.

    Raises:
        LedgerError: The file is no ledger, or the report cannot be written where it was asked for.
    """
    with Ledger.open(ledger) as opened:
        page = render_report(opened)
    try:
        output.write_text(page, encoding="utf-8")
    except OSError as error:
        raise LedgerError(
            str(output), f"the report cannot be written ({error.strerror})", "name another file"
        ) from error


def render_report(ledger: Ledger) -> str:
    """Return the report as HTML; the same ledger gives the same bytes."""
    return environment().get_template("report.html").render(r=report_sheet(ledger), css=stylesheet())


@cache
def environment() -> Environment:
    """Return the templates; everything that is not markup of ours is escaped, a missing name is an error."""
    return Environment(
        loader=PackageLoader("headwater.report"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )


@cache
def stylesheet() -> str:
    """Return the one stylesheet."""
    return files("headwater.report").joinpath("templates", "report.css").read_text("utf-8")


def report_sheet(ledger: Ledger) -> ReportSheet:
    """Return everything the report shows, read in bulk."""
    shelf = Shelf(ledger)
    sheets = claim_sheets(shelf)
    documents = sorted(shelf.documents.values(), key=lambda d: (d.published_at or "9", d.record_id, d.doc_id))
    said = Counter(a.doc_id for a in shelf.attributions.values())
    stories = sorted(shelf.stories.values(), key=lambda s: (-len(s.doc_ids), s.story_id))
    rejections = sorted(ledger.rejections(), key=lambda r: r.location)
    duplicates = sorted(ledger.duplicates(), key=lambda d: d.location)
    return ReportSheet(
        title=stories[0].caption if stories else "No article could be read",
        stories=tuple(story.caption for story in stories),
        claims=tuple(sheet for sheet in sheets if sheet.documents > 1),
        single=tuple(sheet for sheet in sheets if sheet.documents == 1),
        documents=tuple(_document(shelf, document, said[document.doc_id]) for document in documents),
        derivations=tuple(_derivation(shelf, derivation) for derivation in ledger.derivations()),
        unnamed=_unnamed(shelf, ledger.entities("document")),
        rejected=tuple((r.location, r.reason, r.detail) for r in rejections),
        duplicates=tuple((d.location, shelf.documents[d.doc_id].record_id) for d in duplicates),
        facts=_facts(ledger),
    )


def _document(shelf: Shelf, document: Document, attributions: int) -> DocumentSheet:
    return DocumentSheet(
        doc_id=document.doc_id,
        record_id=document.record_id,
        publisher=shelf.publisher(document.doc_id),
        published=(document.published_at or "")[:16].replace("T", " "),
        headline=document.headline or "",
        url=document.url or "",
        language=document.language or "",
        encoding=document.encoding,
        characters=len(document.text),
        attributions=attributions,
        sha256=document.text_sha256,
    )


def _derivation(shelf: Shelf, derivation: Derivation) -> DerivationSheet:
    used = derivation.used_name or ""
    if derivation.used_doc:
        used = f"{used or shelf.publisher(derivation.used_doc)} ({shelf.documents[derivation.used_doc].record_id})"
    passages: list[tuple[str, Passage]] = []
    for span in derivation.evidence[:_SHOWN_PASSAGES]:
        document = shelf.documents[span.doc_id]
        passages.append((document.record_id, cut_passage(document.text, span)))
    return DerivationSheet(
        document=f"{shelf.publisher(derivation.generated_doc)} ({shelf.documents[derivation.generated_doc].record_id})",
        used=used,
        relation=derivation.relation.replace("-", " "),
        directed=derivation.directed,
        passages=tuple(passages),
    )


def _unnamed(shelf: Shelf, entities: tuple[Entity, ...]) -> tuple[UnnamedSheet, ...]:
    """Unnamed sources article by article, where the text first describes them."""
    found = []
    for entity in entities:
        if entity.kind != "unnamed" or not entity.mention_spans or entity.doc_id is None:
            continue
        document = shelf.documents[entity.doc_id]
        found.append(
            UnnamedSheet(
                descriptor=entity.descriptor or entity.caption,
                stated_count=str(entity.stated_count or ""),
                affiliation=entity.affiliation or "",
                access_basis=entity.access_basis or "",
                reason_given=entity.reason_given or "",
                publisher=shelf.publisher(entity.doc_id),
                record_id=document.record_id,
                passage=cut_passage(document.text, entity.mention_spans[0]),
            )
        )
    return tuple(sorted(found, key=lambda u: (u.descriptor.lower(), u.record_id, u.passage.start)))


def _facts(ledger: Ledger) -> tuple[tuple[str, str], ...]:
    info = ledger.info()
    run = next((run for run in ledger.runs() if run.run_id == info.run_id), None)
    facts = [("headwater", info.headwater_version), ("ledger format", str(info.format)), ("state", info.state)]
    if run is not None:
        facts += [("run", run.run_id), ("configuration SHA-256", run.config_sha256)]
        facts += [("reader model SHA-256", run.model_sha256 or "rules only")]
        facts += [("left out of every count", ", ".join(run.without))] if run.without else []
    facts.append(("root hash over every row", info.chained_root))
    return tuple(facts)
