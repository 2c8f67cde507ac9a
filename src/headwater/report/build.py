"""Records of a shelf into the sheets of claims: joined by id, statements grouped by the root they lead to.

Imports: records and this room only.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from headwater.records import (
    Claim,
    Corroboration,
    Discrepancy,
    DisputedValue,
    Hop,
    Path,
    PositionChange,
    Root,
    Statement,
)
from headwater.report.alterations import altered_sheets, altered_within
from headwater.report.drawing import draw_claim
from headwater.report.passages import cut_passage, deep_url, safe_url
from headwater.report.sheets import ChangeSheet, ClaimSheet, DisputeSheet, HopSheet, RootSheet, StatementSheet
from headwater.report.shelf import Shelf
from headwater.report.wording import CHANGES, DISPUTES, RULES, day, finding, interval, what_it_adds, why_open

UNATTRIBUTED = "unattributed"
SET_ASIDE = "Set aside by the rules of counting"

# A report of fifty articles holds some four hundred claims and must stay under a megabyte: those with the widest gaps
# are drawn and get full context; for the others the way of each statement stands in its caption.
_DRAWN_CLAIMS = 80
_FULL_CONTEXT, _SHORT_CONTEXT = 110, 60
_LONGEST_NAME = 120  # characters; what is longer shows a carrier and names nobody
_SHARED = frozenset({"shared-passage", "shared-quotation", "shared-detail"})  # rules whose words name nobody either


def claim_sheets(shelf: Shelf, *, draw: bool = True) -> tuple[ClaimSheet, ...]:
    """Return all claims, the widest gap between outlets and roots first, numbering their statements through.

    Ties go by number of outlets, of articles, then by the claim's first moment and id. Claims that stand in several
    articles come before those that stand in one.

    Args:
        shelf: Of a whole ledger.
        draw: Whether the first claims of several articles get their drawing; claims of one article never do.
    """
    order = sorted(shelf.claims, key=lambda claim: _rank(shelf, claim))
    sheets: list[ClaimSheet] = []
    numbered = 0
    for claim in order:
        several = len({shelf.statements[key].doc_id for key in claim.statement_ids}) > 1
        full = several and len(sheets) < _DRAWN_CLAIMS
        context = _FULL_CONTEXT if full else _SHORT_CONTEXT
        first = numbered + 1 if several else 0
        sheet = claim_sheet(shelf, claim, first_number=first, draw=draw and full, context=context)
        numbered += len(claim.statement_ids) if several else 0
        sheets.append(sheet)
    return tuple(sheets)


def _rank(shelf: Shelf, claim: Claim) -> tuple[bool, int, int, int, int, str, str]:
    documents = len({shelf.statements[key].doc_id for key in claim.statement_ids})
    return rank_claim(claim, shelf.corroborations[claim.claim_id], documents)


def rank_claim(claim: Claim, count: Corroboration, documents: int) -> tuple[bool, int, int, int, int, str, str]:
    """Return what lists of claims are sorted by: what one document alone says last, then the widest gap first.

    The gap is outlets less the fewest roots they may have; of equal ones that less the most roots decides.
    """
    gap, least_gap = count.publishers - count.roots_min, count.publishers - count.roots_max
    moment = claim.first_stated_at or "~"
    return (documents <= 1, -gap, -least_gap, -count.publishers, -documents, moment, claim.claim_id)


def claim_sheet(
    shelf: Shelf,
    claim: Claim,
    *,
    first_number: int = 1,
    draw: bool = True,
    context: int = _FULL_CONTEXT,
    link: Callable[[StatementSheet], str] = lambda sheet: f"#e{sheet.number}",
) -> ClaimSheet:
    """Return one claim with statements grouped by root, disputes, changes and its drawing.

    Args:
        shelf: Of the ledger or of this claim.
        claim: The claim.
        first_number: Number of its first statement among the page's evidence; 0 numbers none.
        draw: Whether to draw its graph.
        context: Characters around the words of each statement.
        link: Where a click on the article of a statement leads, in the drawing.
    """
    key = claim.claim_id
    count = shelf.corroborations[key]
    paths: Mapping[str, Path] = {path.statement_id: path for path in shelf.paths[key]}
    sheets = {each: _statement(shelf, shelf.statements[each], paths[each], context) for each in claim.statement_ids}
    uncredited = names_no_source(shelf.roots[key])
    roots, sheets = _roots(shelf, shelf.roots[key], sheets, first_number, uncredited=uncredited)
    documents = len({sheet.doc_id for sheet in sheets.values()})
    open_kinds = [(_kind(shelf, root), root.in_min, root.in_max) for root in shelf.roots[key] if not root.denying]
    return ClaimSheet(
        claim_id=key,
        caption=claim.caption,
        story_id=claim.story_id,
        story=shelf.stories[claim.story_id].caption,
        publishers=count.publishers,
        documents=documents,
        roots=interval(count.roots_min, count.roots_max),
        roots_min=count.roots_min,
        roots_max=count.roots_max,
        routes=interval(count.routes_min, count.routes_max),
        bottlenecks=tuple(shelf.name(each) for each in count.bottlenecks),
        narrow=tuple((each, shelf.name(each)) for each in count.bottlenecks),
        circular=count.circular,
        uncredited=uncredited,
        denying=interval(count.denying_min, count.denying_max) if count.denying_max else "",
        gap=count.publishers - count.roots_min,
        first_stated=day(claim.first_stated_at),
        sentence=_finding(count, tuple(sheets.values()), uncredited=uncredited),
        open_ends=why_open(open_kinds) if count.roots_min != count.roots_max and not uncredited else "",
        by_value=_by_value(count, shelf, sheets),
        root_sheets=roots,
        disputes=tuple(_dispute(shelf, claim, one, sheets) for one in shelf.discrepancies[key]),
        changes=tuple(_change(shelf, claim, one, sheets) for one in shelf.changes[key]),
        altered=altered_sheets(
            shelf, altered_within(shelf.altered, (shelf.statements[each].span for each in claim.statement_ids))
        ),
        svg=_draw(shelf, claim, paths, sheets, link) if draw else "",
    )  # fmt: skip


def _finding(count: Corroboration, sheets: Sequence[StatementSheet], *, uncredited: bool) -> str:
    stated = [sheet for sheet in sheets if sheet.stance == "support"]
    perhaps = {sheet.publisher for sheet in sheets if sheet.stance == "doubtful"}
    return finding(
        count.publishers, len({sheet.doc_id for sheet in stated}), count.roots_min, count.roots_max,
        circular=count.circular, uncredited=uncredited,
        doubtful=len(perhaps - {sheet.publisher for sheet in stated}),
    )  # fmt: skip


def _draw(
    shelf: Shelf,
    claim: Claim,
    paths: Mapping[str, Path],
    sheets: Mapping[str, StatementSheet],
    link: Callable[[StatementSheet], str],
) -> str:
    def of(path: Path) -> str:
        return link(sheets[path.statement_id])

    return draw_claim(shelf, claim, list(paths.values()), shelf.corroborations[claim.claim_id], of)


def names_no_source(roots: Sequence[Root]) -> bool:
    """Tell whether all that counts for a claim are lines that name no source: then each is an outlet's own at most."""
    counted = [root for root in roots if root.in_max and not root.denying]
    return bool(counted) and all(root.kind == "unattributed" for root in counted)


def _by_value(
    count: Corroboration, shelf: Shelf, sheets: Mapping[str, StatementSheet]
) -> tuple[tuple[str, int, str, tuple[StatementSheet, ...]], ...]:
    """Return the count of each value with the statements that give it, however they write it."""
    given = {key: shelf.statements[key].value for key in sheets}
    bounds = {value.text: (value.lower, value.upper, value.unit) for value in given.values() if value}
    rows = []
    for one in count.by_value:
        wanted = bounds.get(one.value)
        held = [key for key, value in given.items() if value and (value.lower, value.upper, value.unit) == wanted]
        rows.append(
            (one.value, one.publishers, interval(one.roots_min, one.roots_max), tuple(sheets[key] for key in held))
        )
    return tuple(rows)


def _statement(shelf: Shelf, statement: Statement, path: Path, context: int) -> StatementSheet:
    document = shelf.documents[statement.doc_id]
    kind = shelf.entities[path.root_id].kind if path.root_id else ""
    named = [
        hop.span
        for hop in path.hops
        if hop.span and hop.rule not in _SHARED and hop.span.end - hop.span.start <= _LONGEST_NAME
    ]
    passage = cut_passage(document.text, statement.span, named, context=context)
    return StatementSheet(
        statement_id=statement.statement_id,
        number=0,
        doc_id=document.doc_id,
        record_id=document.record_id,
        publisher=shelf.publisher(document.doc_id),
        published=day(document.published_at),
        headline=document.headline or "",
        url=safe_url(document.url),
        deep_url=deep_url(document.url, passage.words),
        passage=passage,
        hops=tuple(_hop(shelf, hop) for hop in path.hops),
        root=shelf.name(path.root_id) if path.root_id else UNATTRIBUTED,
        root_id=path.root_id or "",
        root_kind={"": "unattributed", "unnamed": "unnamed"}.get(kind, "named"),
        stance=statement.stance,
        value=statement.value.text if statement.value else "",
        counted=path.counted,
        rule=path.rule,
        rule_words=RULES.get(path.rule, path.rule),
    )


def _hop(shelf: Shelf, hop: Hop) -> HopSheet:
    entity = shelf.entities[hop.entity_id]
    words = hop.span.quote(shelf.documents[hop.span.doc_id].text) if hop.span else ""
    return HopSheet(entity_id=hop.entity_id, name=entity.caption, kind=entity.kind, words=words, rule=hop.rule)


def _roots(
    shelf: Shelf, roots: Sequence[Root], sheets: Mapping[str, StatementSheet], first_number: int, *, uncredited: bool
) -> tuple[tuple[RootSheet, ...], dict[str, StatementSheet]]:
    """Roots that count at both ends first, denials last, then what counting set aside; statements numbered so."""
    ordered = sorted(roots, key=lambda root: (root.denying, not root.in_min, not root.in_max))
    in_time = sorted(
        sheets, key=lambda key: (sheets[key].published or "~", sheets[key].doc_id, sheets[key].passage.start)
    )
    groups: list[tuple[Root | None, tuple[str, ...]]] = []
    shown: set[str] = set()
    for root in ordered:
        own = set(root.statement_ids) - shown
        groups.append((root, tuple(key for key in in_time if key in own)))
        shown |= own
    aside = tuple(key for key in in_time if key not in shown)
    groups += [(None, aside)] if aside else []
    numbers = {key: place for place, key in enumerate((key for _, keys in groups for key in keys), start=first_number)}
    numbered = {key: replace(sheet, number=numbers[key] if first_number else 0) for key, sheet in sheets.items()}
    made = tuple(
        _root(shelf, root, tuple(numbered[key] for key in keys), uncredited=uncredited) for root, keys in groups
    )
    return made, numbered


def _root(shelf: Shelf, root: Root | None, statements: tuple[StatementSheet, ...], *, uncredited: bool) -> RootSheet:
    if root is None:
        return RootSheet(
            name=SET_ASIDE, kind="aside", entity_id="", in_min=False, in_max=False, denying=False,
            adds="they repeat, pass on or only comment on what is counted above", statements=statements,
        )  # fmt: skip
    return RootSheet(
        name=_root_name(shelf, root),
        kind=root.kind,
        entity_id=root.entity_id or "",
        in_min=root.in_min,
        in_max=root.in_max,
        denying=root.denying,
        adds=what_it_adds(_kind(shelf, root), in_min=root.in_min, in_max=root.in_max, uncredited=uncredited),
        statements=statements,
    )


def _kind(shelf: Shelf, root: Root) -> str:
    """Return a root's kind for wording: doubtful where a source's statements may all be about another matter."""
    doubted = all(shelf.statements[key].stance == "doubtful" for key in root.statement_ids)
    return "doubtful" if doubted and root.entity_id is not None else root.kind


def _root_name(shelf: Shelf, root: Root) -> str:
    if root.entity_id is not None:
        via = f", by way of {shelf.name(root.line)}" if root.line else ""
        return shelf.name(root.entity_id) + via
    return f"{shelf.name(root.line)}, no source named" if root.line else UNATTRIBUTED


def _dispute(
    shelf: Shelf, claim: Claim, discrepancy: Discrepancy, sheets: Mapping[str, StatementSheet]
) -> DisputeSheet:
    return DisputeSheet(
        claim_id=claim.claim_id,
        claim=claim.caption,
        kind=discrepancy.kind,
        title=DISPUTES[discrepancy.kind],
        unit=discrepancy.unit,
        over_time=discrepancy.over_time,
        values=tuple((words, tuple(sheets[key] for key in keys)) for words, keys in _merged(shelf, discrepancy.values)),
    )


def _merged(shelf: Shelf, values: Sequence[DisputedValue]) -> list[tuple[str, list[str]]]:
    """List each value once, in its first writing: "Four" and "four" are one value, "four" and "at least four" two."""
    found: dict[tuple[object, ...], tuple[str, list[str]]] = {}
    for one in values:
        given = next(
            (v for key in one.statement_ids if (v := shelf.statements[key].value) and v.text == one.value), None
        )
        same = (given.lower, given.upper, given.unit) if given else (one.value.casefold(),)
        found.setdefault(same, (one.value, []))[1].extend(one.statement_ids)
    return list(found.values())


def _change(shelf: Shelf, claim: Claim, change: PositionChange, sheets: Mapping[str, StatementSheet]) -> ChangeSheet:
    return ChangeSheet(
        claim_id=claim.claim_id,
        claim=claim.caption,
        speaker=shelf.name(change.entity_id),
        entity_id=change.entity_id,
        kind=change.kind,
        title=CHANGES[change.kind],
        before=sheets[change.before_id],
        after=sheets[change.after_id],
    )
