"""Who passed a speaker's words on, as the sentence says: "told AFP", "in an interview with", "seen by", "on CNN".

Only outlets carry this way: known ones, names that their own or other words show to be one (outlet_names), and those
that are described ("state television"). Offsets are code points. Imports: this room, records and the standard library.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from headwater.entities.carrier_rules import SKIPPED, TELLING, Ground, ground_before
from headwater.entities.clause_bounds import in_another_clause, told_in_another_clause
from headwater.entities.outlet_names import LastOutlet, outlets_between
from headwater.entities.page import Page, Range
from headwater.entities.register import Draft, Register
from headwater.records import Attribution

_OBJECT = 80  # code points between a verb and the outlet in its object
_JUDGING = frozenset(
    "denied denies dismissed dismisses rejected rejects disputed disputes called calls confirmed confirms criticised "
    "criticized condemned welcomed refuted rubbished acknowledged described".split()
)
_REPORT = re.compile(
    r"\b(?:reports?|story|stories|articles?|claims?|allegations?|accounts?|editorial|column|suggestions?)\b"
)
# Whoever's denial it is: "denied a report in [the Courier] that ..., saying ...".
_DENIED_REPORT = re.compile(
    r"\b(?:denied|denies|dismissed|rejected|disputed|refuted) (?:an?|the) (?:\w+ )?(?:report|story|article|claim)s? "
    r"(?:in|by|on|from|of) (?:\w+ ){0,3}$"
)
_FARTHEST = 1000  # code points around source and cue
# Who speaks through others still speaks: they carry it, as an outlet does.
_BY_OTHERS = re.compile(
    r"In an? (?:\w+ )?(?:statement|message|letter|note) (?:released|issued|published|read|provided|sent|shared"
    r"|distributed) (?:\w+ ){0,2}(?:by|through|via) (?:his|her|their) "
    r"((?:lawyer|attorney|solicitor|representative|relative)s?|legal team|publicist|agent|family),"
)


@dataclass(frozen=True, slots=True)
class Carrier:
    """An outlet that passed words on, where it is named, and the rule that says so."""

    draft: Draft
    span: Range
    rule: str


def find_carriers(
    page: Page, register: Register, attribution: Attribution, last_outlet: LastOutlet
) -> tuple[Carrier, ...]:
    """Return the carriers that an attribution's own sentence names, outermost first.

    Args:
        page: The document.
        register: Its entities so far.
        attribution: Its content is not searched; what stands around source and cue is.
        last_outlet: What "the newspaper" or "the publication" means here, by its noun.
    """
    found: list[Carrier] = []
    for start, end in _gaps(page, attribution):
        for name_start, name_end, draft in outlets_between(page, register, start, end, last_outlet):
            ground = ground_before(page, (name_start, name_end), start)
            if ground is None or (
                ground.rule == "appeared-in" and draft.kind == "unnamed" and _is_any(page, name_start)
            ):
                continue
            if ground.rule == "told-recipient" and (
                _told_by_another(page, attribution, name_start, name_end) or _told_elsewhere(page, attribution, ground)
            ):
                continue
            if ground.rule != "told-recipient" and (
                _is_what_is_judged(page, attribution, name_start)
                or _DENIED_REPORT.search(page.folded, max(0, name_start - _OBJECT), name_start)
            ):
                continue
            if in_another_clause(page, attribution, ground.link, (name_start, name_end)):
                continue
            if all(carrier.draft is not draft for carrier in found):
                found.append(Carrier(draft, (name_start, name_end), ground.rule))
    return tuple(found) or _messenger(page, register, attribution)


def _messenger(page: Page, register: Register, attribution: Attribution) -> tuple[Carrier, ...]:
    """Return those who put a speaker's statement out for him: "in a statement released by his lawyers"."""
    source = attribution.source
    opens = page.sentence_range(source.start)[0] if source is not None else 0
    match = _BY_OTHERS.match(page.folded, opens, source.start) if source is not None else None
    if match is None:
        return ()
    start, end = match.span(1)
    words = page.text[start:end]
    plural = words.endswith("s") or words == "family"
    draft = register.unnamed(("unnamed", *words.split())) or register.add_unnamed(
        ("unnamed", *words.split()),
        Draft(
            kind="unnamed", caption=words, descriptor=words, names={words}, plural=plural,
            stated_count="some" if words.endswith("s") else "one", roles={words.removesuffix("s")},
        ),
    )  # fmt: skip
    return (Carrier(draft, (start, end), "released"),)


def _is_any(page: Page, start: int) -> bool:
    """Tell whether an article before a described outlet leaves open which it is: "on a radio station"."""
    return page.folded[max(0, start - 4) : start].lower().endswith((" a ", " an "))


def _gaps(page: Page, attribution: Attribution) -> Iterator[Range]:
    """Yield the stretches of the attribution's sentences that are neither content nor another clause's quotation."""
    anchor = attribution.cue or attribution.source
    if anchor is None:
        return
    start, end = page.sentence_range(anchor.start)
    if attribution.source is not None:
        source_start, source_end = page.sentence_range(attribution.source.start)
        start, end = min(start, source_start), max(end, source_end)
    first = min(anchor.start, attribution.source.start if attribution.source else anchor.start)
    last = max(anchor.end, attribution.source.end if attribution.source else anchor.end)
    start, end = max(start, first - _FARTHEST), min(end, last + _FARTHEST)  # no sentence of sense is longer
    inside = sorted((s.start, s.end) for s in attribution.content if s.start < end and s.end > start)
    at = start
    for content_start, content_end in inside:
        if content_start > at:
            yield at, content_start
        at = max(at, content_end)
    if at < end:
        yield at, end


def _told_by_another(page: Page, attribution: Attribution, start: int, end: int) -> bool:
    """Tell whether a clause before the own source has its own "told": "Officials told the Post, CNN reported"."""
    source = attribution.source
    if source is None or source.start < end or page.text[end : source.start].strip() != ",":
        return False
    before = page.index(start) - 1
    while before > 0 and page.tokens[before].text.lower() in SKIPPED:
        before -= 1
    return before >= 0 and page.tokens[before].text.lower() in ("told", "tells")


def _told_elsewhere(page: Page, attribution: Attribution, ground: Ground) -> bool:
    """Tell whether somebody else's "told" leads to an outlet: "two told the Post, and a third told Reuters"."""
    cue = attribution.cue
    if cue is None or page.index(ground.link) >= len(page.tokens):
        return False
    link = page.tokens[page.index(ground.link)]
    if link.text.lower() in TELLING and told_in_another_clause(page, attribution, (link.start, link.end)):
        return True
    own = page.folded[cue.start : cue.end].lower().split()[-1:]
    return link.text.lower() in TELLING and bool(own) and own[0] in TELLING and not cue.start <= link.start < cue.end


def _is_what_is_judged(page: Page, attribution: Attribution, name: int) -> bool:
    """Tell whether an outlet's report is what a speaker denies or judges: "denied a report in the Tribune"."""
    cue = attribution.cue
    if cue is None or not cue.end <= name <= cue.end + _OBJECT:
        return False
    judged = attribution.polarity == "denied" or page.folded[cue.start : cue.end].lower().split()[0] in _JUDGING
    return judged and _REPORT.search(page.folded, cue.end, name) is not None
