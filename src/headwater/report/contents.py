"""What stands in a report: its claims, and the lists around them.

Imports: ledger, records and this room only.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from headwater.ledger import Ledger
from headwater.records import Derivation, Document, Entity, Span
from headwater.report.build import claim_sheets
from headwater.report.passages import Passage, cut_passage, safe_url
from headwater.report.sheets import (
    ClaimSheet,
    DerivationSheet,
    DocumentSheet,
    ReportSheet,
    Tally,
    UnnamedSheet,
)
from headwater.report.shelf import Shelf
from headwater.report.silent import silent_bodies
from headwater.report.wording import RELATIONS, day

_SHOWN_PASSAGES = 2
_SHORT_CONTEXT = 70


def report_sheet(ledger: Ledger) -> ReportSheet:
    """Return everything the report shows, read in bulk."""
    shelf = Shelf(ledger)
    sheets = claim_sheets(shelf)
    claims = tuple(sheet for sheet in sheets if sheet.documents > 1)
    said = Counter(a.doc_id for a in ledger.attributions())
    documents = sorted(shelf.documents.values(), key=lambda d: (d.published_at or "9", d.record_id, d.doc_id))
    stories = sorted(shelf.stories.values(), key=lambda s: (-len(s.doc_ids), s.story_id))
    unnamed = unnamed_sheets(shelf, ledger)
    rejections, duplicates = ledger.rejections(), ledger.duplicates()
    return ReportSheet(
        title=stories[0].caption if stories else "No article could be read",
        period=_period(documents),
        stories=tuple(story.caption for story in stories),
        tally=_tally(shelf, claims, len(unnamed), len(rejections)),
        claims=claims,
        single=tuple(sheet for sheet in sheets if sheet.documents == 1),
        documents=tuple(document_sheet(shelf, document, said[document.doc_id]) for document in documents),
        derivations=tuple(derivation_sheet(shelf, derivation) for derivation in ledger.derivations()),
        unnamed=unnamed,
        rejected=tuple((r.location, r.reason, r.detail) for r in rejections),
        duplicates=tuple((d.location, shelf.documents[d.doc_id].record_id) for d in duplicates),
        facts=facts(ledger),
    )


def _tally(shelf: Shelf, claims: Sequence[ClaimSheet], unnamed: int, rejected: int) -> Tally:
    return Tally(
        articles=len(shelf.documents),
        outlets=len({shelf.publisher(key) for key in list(shelf.documents)}),
        claims=len(claims),
        one_root=sum(claim.roots_max <= 1 for claim in claims),
        disputed=sum(bool(claim.disputes) for claim in claims),
        changed=sum(len(claim.changes) for claim in claims),
        circular=sum(claim.circular for claim in claims),
        unnamed=unnamed,
        rejected=rejected,
    )


def _period(documents: Iterable[Document]) -> str:
    days = sorted({document.published_at[:10] for document in documents if document.published_at})
    if not days:
        return ""
    return days[0] if len(days) == 1 else f"{days[0]} to {days[-1]}"


def document_sheet(shelf: Shelf, document: Document, attributions: int) -> DocumentSheet:
    """Return one line of the list of what was read."""
    return DocumentSheet(
        doc_id=document.doc_id,
        record_id=document.record_id,
        publisher=shelf.publisher(document.doc_id),
        published=day(document.published_at),
        headline=document.headline or "",
        url=safe_url(document.url),
        language=document.language or "",
        encoding=document.encoding,
        characters=len(document.text),
        attributions=attributions,
        sha256=document.text_sha256,
    )


def derivation_sheet(shelf: Shelf, derivation: Derivation) -> DerivationSheet:
    """Return who took what from whom, with the first words that show it on either side."""
    used = derivation.used_name or ""
    if derivation.used_doc:
        used = f"{used or shelf.publisher(derivation.used_doc)} ({shelf.documents[derivation.used_doc].record_id})"
    passages: list[tuple[str, Passage]] = []
    for span in derivation.evidence[:_SHOWN_PASSAGES]:
        document = shelf.documents[span.doc_id]
        passages.append((document.record_id, cut_passage(document.text, span, context=_SHORT_CONTEXT)))
    generated = shelf.documents[derivation.generated_doc]
    return DerivationSheet(
        doc_id=derivation.generated_doc,
        used_doc=derivation.used_doc or "",
        document=f"{shelf.publisher(derivation.generated_doc)} ({generated.record_id})",
        used=used,
        relation=RELATIONS[derivation.relation],
        directed=derivation.directed,
        passages=tuple(passages),
    )


def unnamed_sheets(shelf: Shelf, ledger: Ledger, some: Iterable[Entity] | None = None) -> tuple[UnnamedSheet, ...]:
    """Return unnamed sources article by article, where the text first describes them, by descriptor.

    Args:
        shelf: Of the ledger.
        ledger: Open for reading.
        some: Sources that are wanted; all when None.
    """
    held = ledger.entities("document") if some is None else tuple(some)
    unnamed = [(e, e.doc_id) for e in held if e.kind == "unnamed" and e.mention_spans and e.doc_id is not None]
    silent = _silent(ledger, [entity for entity, _ in unnamed], whole=some is None)
    found = []
    for entity, doc_id in unnamed:
        document = shelf.documents[doc_id]
        found.append(
            UnnamedSheet(
                entity_id=entity.entity_id,
                doc_id=doc_id,
                descriptor=entity.descriptor or entity.caption,
                stated_count=str(entity.stated_count or ""),
                affiliation=entity.affiliation or "",
                access_basis=entity.access_basis or "",
                reason_given=entity.reason_given or "",
                publisher=shelf.publisher(doc_id),
                record_id=document.record_id,
                passage=cut_passage(document.text, entity.mention_spans[0], context=_SHORT_CONTEXT),
                declined=tuple(
                    cut_passage(document.text, span, context=_SHORT_CONTEXT)
                    for span in silent.get(entity.entity_id, ())
                ),
            )
        )
    return tuple(sorted(found, key=lambda u: (u.descriptor.lower(), u.record_id, u.passage.start)))


def _silent(ledger: Ledger, unnamed: Sequence[Entity], *, whole: bool) -> dict[str, tuple[Span, ...]]:
    """Return what bodies of unnamed sources declined, read in bulk or for the documents of these sources."""
    documents = [None] if whole else [*sorted({entity.doc_id for entity in unnamed if entity.doc_id})]
    found: dict[str, tuple[Span, ...]] = {}
    for doc_id in documents:
        own = [entity for entity in unnamed if doc_id in {None, entity.doc_id}]
        entities = ledger.entities("document", doc_id)
        found |= silent_bodies(own, entities, ledger.chains(doc_id), ledger.attributions(doc_id))
    return found


def facts(ledger: Ledger) -> tuple[tuple[str, str], ...]:
    """Return (name, value) of what made a ledger: versions and hashes."""
    info = ledger.info()
    run = next((run for run in ledger.runs() if run.run_id == info.run_id), None)
    told: list[tuple[str, str]] = [
        ("headwater", info.headwater_version or "unknown"),
        ("ledger format", str(info.format)),
        ("state", info.state),
    ]
    if run is not None:
        told += [("run", run.run_id), ("configuration SHA-256", run.config_sha256)]
        told += [("reader model SHA-256", run.model_sha256 or "rules only")]
        told += [("left out of every count", ", ".join(run.without))] if run.without else []
    told.append(("root hash over every row", info.chained_root or "none yet: the run is unfinished"))
    return tuple(told)
