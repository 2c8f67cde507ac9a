"""Pages about claims: the overview, one claim with what-if, disagreements, and the time line of a story.

Imports: report, records and this room only.
"""

from collections import defaultdict
from collections.abc import Iterable

from headwater.errors import NotFoundError
from headwater.records import published_instant
from headwater.report import Shelf, claim_sheet
from headwater.report.alterations import altered_sheets
from headwater.report.drawing import signs_drawn
from headwater.report.provenance_svg import GraphNode, draw_provenance
from headwater.report.sheets import ClaimSheet
from headwater.report.wording import DISPUTE_TAGS, interval
from headwater.web.catalogue import ONE_ROOT, Catalogue, ClaimLine, Listing, notes_of
from headwater.web.other_pages import altered_table
from headwater.web.page import Ask, Page, Table, cut
from headwater.web.recount import recount

_ROWS = 60
_STORIES = 12
_TIMELINE = 400
_NO_DISPUTE = frozenset({"circular", DISPUTE_TAGS["quotation"]})  # altered quotations have a list of their own
_QUOTATIONS = 100  # altered ones on one page; the table as CSV has all
CLAIM_COLUMNS = (
    "claim_id", "claim", "outlets", "articles", "roots_min", "roots_max", "routes", "every_path_leads_through",
    "notes", "first_stated",
)  # fmt: skip


def overview(ask: Ask) -> Page:
    """Stories, and claims by the gap between outlets and roots; `story`, `note`, `single` and `page` limit them."""
    known = ask.desk.catalogue()
    asked, note, single = ask.one("story"), ask.one("note"), ask.one("single") == "yes"
    if asked and asked not in known.stories:
        raise NotFoundError("story", asked)
    only = next(iter(known.stories)) if len(known.stories) == 1 else ""
    story = known.stories.get(asked or only)
    listing = known.of_story[story.story_id] if story else known.everything
    lines = listing.claims if single else listing.several
    if note:
        lines = tuple(line for line in lines if note in notes_of(line))
    part = cut(len(lines), ask.number("page", 1), _ROWS)
    stories = tuple(known.stories.values())
    return Page(
        template="overview.html",
        title=story.caption if story else "Claims",
        data={
            "story": story,
            "stories": stories[:_STORIES],
            "more_stories": max(0, len(stories) - _STORIES),
            "shown": _choices(ask, listing, note),
            "note": note,
            "single": single,
            "several": len(listing.several),
            "one_root": listing.one_root,
            "claims": lines[part.start : part.end],
            "part": part,
            "articles": len(known.documents),
            "outlets": listing.outlets,
        },
        tables={"claims": _claim_table(lines), "stories": _story_table(known)},
    )


def _choices(ask: Ask, listing: Listing, note: str) -> tuple[tuple[str, int, str, bool], ...]:
    """Return the chips above the list: words, how many claims, where they lead, whether they are on."""
    single = ask.one("single") == "yes"
    notes = listing.notes[0 if single else 1]
    alone = len(listing.claims) - len(listing.several)
    order = sorted(notes, key=lambda each: (each != ONE_ROOT, each))
    chips = [(each, notes[each], ask.here(note=each, page=None), each == note) for each in order]
    if alone:
        chips.append(
            ("and what one article alone says", alone, ask.here(single=None if single else "yes", page=None), single)
        )
    return tuple(chips)


def _claim_table(lines: Iterable[ClaimLine]) -> Table:
    rows = (
        (
            c.claim_id, c.caption, c.publishers, c.documents, c.roots_min, c.roots_max, c.routes,
            ", ".join(c.bottlenecks), ", ".join(c.tags), c.first_stated,
        )
        for c in lines
    )  # fmt: skip
    return Table(columns=CLAIM_COLUMNS, rows=rows)


def _story_table(known: Catalogue) -> Table:
    rows = ((s.story_id, s.caption, s.articles, s.claims, s.first, s.last) for s in known.stories.values())
    return Table(columns=("story_id", "story", "articles", "claims", "first", "last"), rows=rows)


def stories(ask: Ask) -> Page:
    """All stories, the largest first."""
    known = ask.desk.catalogue()
    lines = tuple(known.stories.values())
    part = cut(len(lines), ask.number("page", 1), _ROWS)
    return Page(
        template="stories.html",
        title="Stories",
        data={"stories": lines[part.start : part.end], "part": part},
        tables={"stories": _story_table(known)},
    )


def claim(ask: Ask) -> Page:
    """One claim; each `without` (a source's id or name) is removed and the claim counted again."""
    with ask.desk.ledger() as ledger:
        shelf = Shelf(ledger, ask.path["key"])
        record = shelf.claims[0]
        sheet = claim_sheet(shelf, record, link=lambda s: f"#{s.statement_id}")
        members = _members(shelf, record.claim_id)
        wanted = {name.casefold() for name in ask.every("without")}
        removed = {key for key, (caption, _) in members.items() if {key.casefold(), caption.casefold()} & wanted}
        alone = {key: recount(shelf, record, [key]) for key in members}
        counted_again = recount(shelf, record, sorted(removed)) if removed else None
    again = counted_again and counted_again.corroboration
    before = {path.statement_id for path in shelf.paths[record.claim_id] if path.counted}
    after = {path.statement_id for path in counted_again.paths if path.counted} if counted_again else before
    what_if = [
        {
            "entity_id": key,
            "name": caption,
            "kind": kind,
            "removed": key in removed,
            "publishers": len({shelf.publisher(path.doc_id) for path in counted.paths if path.counted}),
            "roots": interval(count.roots_min, count.roots_max),
            "routes": interval(count.routes_min, count.routes_max),
            "falls": count.roots_max < sheet.roots_max or count.roots_min < sheet.roots_min,
        }
        for key, (caption, kind) in members.items()
        for counted in (alone[key],)
        for count in (counted.corroboration,)
    ]
    return Page(
        template="claim.html",
        title=sheet.caption,
        data={
            "c": sheet,
            "drawn": signs_drawn(sheet.svg),
            "fallen": tuple(sorted(before - after)),
            "what_if": what_if,
            "without": tuple(members[key][0] for key in sorted(removed)),
            "unknown": tuple(sorted(wanted - {n.casefold() for k in removed for n in (k, members[k][0])})),
            "again": again and {
                "roots": interval(again.roots_min, again.roots_max),
                "routes": interval(again.routes_min, again.routes_max),
                "bottlenecks": tuple(shelf.name(key) for key in again.bottlenecks),
            },
        },
        tables={"statements": _statement_table(sheet)},
    )  # fmt: skip


def _members(shelf: Shelf, claim_id: str) -> dict[str, tuple[str, str]]:
    """Return everybody on the claim's counted paths, by id: name and kind, roots before carriers."""
    paths = [path for path in shelf.paths[claim_id] if path.counted]
    keys = [path.root_id for path in paths if path.root_id]
    keys += [hop.entity_id for path in paths for hop in path.hops]
    found = {key: (shelf.entities[key].caption, shelf.entities[key].kind) for key in keys}
    return dict(sorted(found.items(), key=lambda item: (item[1][1] == "outlet", item[1][0].casefold(), item[0])))


def _statement_table(sheet: ClaimSheet) -> Table:
    rows = [
        (
            s.statement_id, s.passage.words, s.root, " > ".join(hop.name for hop in reversed(s.hops)), s.publisher,
            s.published, s.stance, s.value, s.counted, s.rule, s.doc_id, s.passage.start, s.passage.end,
        )
        for root in sheet.root_sheets
        for s in root.statements
    ]  # fmt: skip
    columns = (
        "statement_id", "words", "root", "way", "outlet", "published", "stance", "value", "counted", "rule", "doc_id",
        "start", "end",
    )  # fmt: skip
    return Table(columns=columns, rows=tuple(rows))


def disagreements(ask: Ask) -> Page:
    """Every disagreement and change of position."""
    known = ask.desk.catalogue()
    wanted = [line for line in known.claims.values() if set(line.tags) - _NO_DISPUTE]
    part = cut(len(wanted), ask.number("page", 1), _ROWS // 3)
    sheets = []
    with ask.desk.ledger() as ledger:
        for line in wanted[part.start : part.end]:
            shelf = Shelf(ledger, line.claim_id)
            sheets.append(claim_sheet(shelf, shelf.claims[0], draw=False))
        quoted = ledger.altered_quotations() if part.page == 1 else ()
        altered = altered_sheets(Shelf.bare(ledger), quoted)
    rows = [
        (c.claim_id, c.caption, d.kind, d.over_time, value, s.passage.words, s.root, s.publisher, s.published)
        for c in sheets
        for d in c.disputes
        for value, statements in d.values
        for s in statements
    ]
    columns = ("claim_id", "claim", "kind", "over_time", "value", "words", "root", "outlet", "published")
    return Page(
        template="disagreements.html",
        title="Disagreements",
        data={
            "claims": tuple(sheets),
            "part": part,
            "altered_quotations": altered[:_QUOTATIONS],
            "more_quotations": max(0, len(altered) - _QUOTATIONS),
        },
        tables={"disagreements": Table(columns=columns, rows=tuple(rows)), "altered": altered_table(altered)},
    )


def timeline(ask: Ask) -> Page:
    """The articles of one story in time, with the claims that each states first."""
    known = ask.desk.catalogue()
    story_id = ask.one("story") or next(iter(known.stories), "")
    if story_id not in known.stories:
        raise NotFoundError("story", story_id)
    story = known.stories[story_id]
    lines = [known.documents[key] for key in story.doc_ids][:_TIMELINE]
    lines.sort(key=lambda d: (d.published_at is None, d.published_at or "", d.doc_id))
    first: dict[str, list[ClaimLine]] = defaultdict(list)
    seen: set[str] = set()
    for document in lines:
        for claim_id, _ in known.in_document.get(document.doc_id, ()):
            if claim_id not in seen and known.claims[claim_id].documents > 1:
                seen.add(claim_id)
                first[document.doc_id].append(known.claims[claim_id])
    with ask.desk.ledger() as ledger:
        moments = {line.doc_id: published_instant(ledger.document(line.doc_id)) for line in lines}
    nodes = [
        GraphNode(
            key=line.doc_id, label=f"{line.publisher}: {line.headline}", kind="article", lane=line.publisher,
            moment=moments[line.doc_id], href=f"/article/{line.doc_id}",
        )
        for line in lines
    ]  # fmt: skip
    rows = [(d.published, d.publisher, d.headline, "; ".join(c.caption for c in first[d.doc_id])) for d in lines]
    return Page(
        template="timeline.html",
        title=f"Time line: {story.caption}",
        data={
            "story": story,
            "stories": tuple(known.stories.values())[:100],
            "articles": tuple({"document": d, "first": tuple(first[d.doc_id])} for d in lines),
            "left_out": max(0, len(story.doc_ids) - len(lines)),
            "svg": draw_provenance(nodes, [], title=f"Articles in time: {story.caption}"),
        },
        tables={"timeline": Table(columns=("published", "outlet", "headline", "first_states"), rows=tuple(rows))},
    )
