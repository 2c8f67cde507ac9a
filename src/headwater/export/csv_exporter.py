"""A folder of tables for spreadsheets: claims, mentions, documents, sources, disagreements.

A cell that a spreadsheet would run as a formula is written with an apostrophe before it. Numbers stay numbers.
Imports: ledger and this room only.
"""

import csv
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TextIO

from headwater.export.writing import folder_output, require_finished, text_output
from headwater.ledger import Ledger, LedgerView

Cell = str | int | float | bool | None

# What Excel, LibreOffice and Google Sheets take for the beginning of a formula (OWASP, "CSV injection"), also after
# white space, and the tab and line ends that move a cell's content to its neighbour.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n", "|", "%")
_JOIN = " > "

Table = Callable[[LedgerView], Iterator[dict[str, Cell]]]


def export_csv(ledger: Ledger, out: Path | TextIO) -> None:
    """Write a ledger's tables as CSV files in a folder (RFC 4180, UTF-8).

    Args:
        ledger: Open for reading.
        out: The folder, made if need be; files of the same names in it are replaced.

    Raises:
        LedgerError: The output is no folder, or the ledger is unfinished or damaged.
    """
    folder = folder_output(out, "csv")
    require_finished(ledger)
    view = LedgerView(ledger)
    view.load_entities()
    for name, columns, table in TABLES:
        with text_output(folder / f"{name}.csv") as stream:
            write_table(stream, columns, table(view))


def write_table(stream: TextIO, columns: tuple[str, ...], rows: Iterable[dict[str, Cell]]) -> None:
    r"""Write rows under a head line; lines end in "\r\n" as RFC 4180 has it, formulas are made harmless."""
    writer = csv.writer(stream)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([safe_cell(row[column]) for column in columns])


def safe_cell(value: Cell) -> str | int | float:
    """Return a value as a spreadsheet may have it: no formula, nothing for None, flags as yes and no."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str) and (value.startswith(_FORMULA) or value.lstrip().startswith(_FORMULA)):
        return "'" + value.replace("\x00", "")
    return value.replace("\x00", "") if isinstance(value, str) else value


def _claims(view: LedgerView) -> Iterator[dict[str, Cell]]:
    for claim in view.claims():
        yield {
            "claim_id": claim.claim_id,
            "story_id": claim.claim.story_id,
            "caption": claim.caption,
            "first_stated_at": claim.claim.first_stated_at,
            "publishers": claim.publishers,
            "roots_min": claim.roots.min,
            "roots_max": claim.roots.max,
            "routes_min": claim.routes.min,
            "routes_max": claim.routes.max,
            "bottlenecks": _JOIN.join(claim.bottlenecks),
            "denying_min": claim.denying.min,
            "denying_max": claim.denying.max,
            "circular": claim.count.circular,
            "disagreements": len(claim.discrepancies),
        }


def _mentions(view: LedgerView) -> Iterator[dict[str, Cell]]:
    view.documents()
    for claim in view.claims():
        for mention in claim.mentions:
            value = mention.value
            yield {
                "claim_id": claim.claim_id,
                "statement_id": mention.statement.statement_id,
                "doc_id": mention.doc_id,
                "publisher": mention.document.publisher,
                "published_at": mention.document.published_at,
                "start": mention.span.start,
                "end": mention.span.end,
                "words": mention.words,
                "chain": _JOIN.join(mention.chain),
                "root": mention.root,
                "stance": mention.stance,
                "value": value.text if value else None,
                "lower": value.lower if value else None,
                "upper": value.upper if value else None,
                "unit": value.unit if value else None,
                "in_headline": mention.statement.headline,
                "counted": mention.counted,
                "rule": mention.path.rule,
            }


def _documents(view: LedgerView) -> Iterator[dict[str, Cell]]:
    for one in view.ledger.documents():
        yield {
            "doc_id": one.doc_id,
            "record_id": one.record_id,
            "publisher": one.publisher,
            "published_at": one.published_at,
            "headline": one.headline,
            "byline": one.byline,
            "url": one.url,
            "language": one.language,
            "characters": len(one.text),
            "text_sha256": one.text_sha256,
            "location": one.location,
        }


def _sources(view: LedgerView) -> Iterator[dict[str, Cell]]:
    roots: dict[str, set[str]] = {}
    for root in view.ledger.roots():
        if root.entity_id is not None:
            roots.setdefault(root.entity_id, set()).add(root.claim_id)
    for one in view.ledger.entities("story"):
        yield {
            "entity_id": one.entity_id,
            "caption": one.caption,
            "kind": one.kind,
            "aliases": "; ".join(one.aliases),
            "organisation": view.name(one.parent_id) if one.parent_id else None,
            "descriptor": one.descriptor,
            "stated_count": None if one.stated_count is None else str(one.stated_count),
            "affiliation": one.affiliation,
            "access_basis": one.access_basis,
            "reason_given": one.reason_given,
            "members": len(one.member_ids),
            "root_of_claims": len(roots.get(one.entity_id, ())),
        }


def _disagreements(view: LedgerView) -> Iterator[dict[str, Cell]]:
    for claim in view.claims():
        for dispute in claim.discrepancies:
            for value in dispute.values:
                mentions = [claim.mention(statement_id) for statement_id in value.statement_ids]
                yield {
                    "discrepancy_id": dispute.discrepancy_id,
                    "claim_id": claim.claim_id,
                    "caption": claim.caption,
                    "kind": dispute.kind,
                    "unit": dispute.unit,
                    "over_time": dispute.over_time,
                    "value": value.value,
                    "roots": "; ".join(dict.fromkeys(mention.root for mention in mentions)),
                    "given_by": "; ".join(
                        dict.fromkeys(mention.document.publisher or mention.doc_id for mention in mentions)
                    ),
                    "rule": dispute.rule,
                }


_CLAIM_COLUMNS = (
    "claim_id story_id caption first_stated_at publishers roots_min roots_max routes_min routes_max bottlenecks "
    "denying_min denying_max circular disagreements"
)
_MENTION_COLUMNS = (
    "claim_id statement_id doc_id publisher published_at start end words chain root stance value lower upper unit "
    "in_headline counted rule"
)
_DOCUMENT_COLUMNS = (
    "doc_id record_id publisher published_at headline byline url language characters text_sha256 location"
)
_SOURCE_COLUMNS = (
    "entity_id caption kind aliases organisation descriptor stated_count affiliation access_basis reason_given members "
    "root_of_claims"
)
_DISAGREEMENT_COLUMNS = "discrepancy_id claim_id caption kind unit over_time value roots given_by rule"

# File name, columns, rows.
TABLES: tuple[tuple[str, tuple[str, ...], Table], ...] = (
    ("claims", tuple(_CLAIM_COLUMNS.split()), _claims),
    ("mentions", tuple(_MENTION_COLUMNS.split()), _mentions),
    ("documents", tuple(_DOCUMENT_COLUMNS.split()), _documents),
    ("sources", tuple(_SOURCE_COLUMNS.split()), _sources),
    ("disagreements", tuple(_DISAGREEMENT_COLUMNS.split()), _disagreements),
)
