"""What a notebook shows of a document, a claim or a story: the report's own templates, with their style beside them.

The functions take what `headwater.open` returns. Imports: ledger, records and this room only.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from headwater.ledger import Ledger, LedgerView
from headwater.records import Claim, Document, Root, Story
from headwater.report.build import claim_sheet, names_no_source
from headwater.report.passages import safe_url
from headwater.report.rendering import environment, stylesheet
from headwater.report.shelf import Shelf
from headwater.report.wording import day, interval

_SCOPE = ".headwater-cell"
_CELL = ":scope{padding:1rem}.claim{margin:0;border:0;padding:0}"
_OPENING = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    caption: str
    publishers: int
    roots_min: int
    roots_max: int
    circular: bool
    uncredited: bool

    @property
    def roots(self) -> str:
        return interval(self.roots_min, self.roots_max)


def claim_html(ledger: Ledger | LedgerView, claim: Claim) -> str:
    """Return one claim with its drawing and every statement."""
    shelf = Shelf(_plain(ledger), claim.claim_id)
    return _cell("notebook_claim.html", c=claim_sheet(shelf, shelf.claims[0]))


def document_html(document: Document) -> str:
    """Return who published a document and when, and how it begins."""
    return _cell(
        "notebook_document.html",
        d=document,
        published=day(document.published_at),
        url=safe_url(document.url),
        opening=document.text[:_OPENING],
        more=len(document.text) > _OPENING,
    )


def story_html(ledger: Ledger | LedgerView, story: Story) -> str:
    """Return a story's claims with how many outlets carry each and how many roots stand behind it."""
    opened = _plain(ledger)
    counts = {count.claim_id: count for count in opened.corroborations()}
    roots: dict[str, list[Root]] = defaultdict(list)
    for root in opened.roots():
        roots[root.claim_id].append(root)
    rows = [
        _Row(
            caption=claim.caption, publishers=count.publishers, roots_min=count.roots_min, roots_max=count.roots_max,
            circular=count.circular, uncredited=names_no_source(roots[claim.claim_id]),
        )
        for claim in opened.claims(story.story_id)
        for count in (counts[claim.claim_id],)
    ]  # fmt: skip
    rows.sort(
        key=lambda row: (row.roots_min - row.publishers, row.roots_max - row.publishers, -row.publishers, row.caption)
    )
    return _cell("notebook_story.html", story=story, rows=rows)


def _plain(ledger: Ledger | LedgerView) -> Ledger:
    return ledger.ledger if isinstance(ledger, LedgerView) else ledger


def _cell(template: str, **data: object) -> str:
    return environment().get_template(template).render(style=scoped_style(), **data)


def scoped_style() -> str:
    """Return the stylesheet for a cell alone: nothing of it may touch the notebook around it."""
    return f"@scope ({_SCOPE}){{{_without_page_rules(stylesheet().splitlines())}\n{_CELL}}}"


def _without_page_rules(lines: Sequence[str]) -> str:
    """Drop rules of paper, which cannot stand inside a scope, and give the cell what the page's root would hold."""
    kept = [line for line in lines if not line.startswith("@page")]
    return "\n".join(kept).replace(":root{", ":scope{").replace("html{", ":scope{").replace("body{", ":scope{")
