"""Words that credit a whole document to a wire or another outlet: byline, dateline, trailer, "h/t".

Each pattern is tried at a fixed place: the first lines, the last lines, or right after a fixed word. A name counts
when the outlet list knows it, a dateline or bare byline then being a wire's, an agency's or a state agency's, or when
the layout alone makes it an agency's (agency_shapes).
Offsets are code points. Imports: this room, lexicon, records and the standard library only.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from headwater.entities.agency_shapes import agency_shapes
from headwater.entities.outlet_names import outlet_draft
from headwater.entities.page import Page, Range
from headwater.entities.register import Draft, Register
from headwater.lexicon.outlets import Outlet
from headwater.records import Credit, Span, content_id
from headwater.text import split_paragraphs

CreditKind = Literal["byline", "dateline", "trailer", "hat-tip", "originally-published", "with-files-from"]
CreditBuilder = Callable[[str], Credit]

_WIRES = frozenset({"wire", "agency", "state media"})
_HEAD_LINES, _TAIL_LINES = 8, 6
_SIGN_OFF = "reporting and editing line"
# "RENO, Nev. (AP) —", "NEW YORK, Dec. 14 (UPI) —", "(Reuters) -": the place is short and holds no bracket.
_DATELINE = re.compile(
    r"(?P<place>[^\n()]{0,70}?)\((?P<name>(?:the )?[^\n()]{2,40})\)\s{0,3}(?:[-–—:]|\s[A-Z\"“])", re.IGNORECASE
)
_STAFF = r"(?: (?:staff|writers?|correspondent|reporter|news ?desk))?"
_DATED = (
    r"(?:[,|]? (?:updated|posted|published|mon|tue|wed|thu|fri|sat|sun"
    r"|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\d)[^\n]{0,40})?"
)
_BYLINE = re.compile(
    r"(?:by |from )?(?:[^\n,|/]{2,60}(?:,| \||/| for| -) ?)?(?:the )?(?P<name>[A-Z][\w.&'’ -]{1,40}?)"
    + _STAFF
    + _DATED
    + "$",
    re.IGNORECASE,
)
# Reuters signs its stories this way, and its customers keep the line; outlets that no list holds may do it too.
_REUTERS_TRAILER = re.compile(
    r"\(?(?:Additional )?(?:[Rr]eporting|[Ww]riting) by [^\n;]{3,200};? ?(?:[^\n;]{0,200}; ?)?"
    r"(?:[Ee]diting|[Ww]riting) by [^\n()]{3,80}"
)
_SIGNED = re.compile(
    r"(?:[-–—(/ ]{1,4}|source: ?|©\s?(?:\d{4} )?|copyright (?:\(c\) |© )?(?:\d{4} )?|agency: ?)(?:by )?(?:the )?"
    r"(?P<name>[A-Z][\w.&'’ -]{1,40}?)"
    r"(?:[).]|\. all rights reserved\.?|,? (?:20\d\d|via \w{1,20})|\. this material [^\n]{0,120})?$",
    re.IGNORECASE,
)
_HAT_TIP = re.compile(r"\b(?:h/t|hat[ -]tip)(?: to)?:? {0,2}(?:the )?", re.IGNORECASE)
_ORIGINAL = re.compile(
    r"\b(?:originally (?:published|appeared|posted|reported)|first (?:published|appeared))"
    r"(?: as [^\n]{1,60})? (?:by|in|on|at) (?:the )?"
    r"|\brepublished (?:from|with permission (?:from|of)) (?:the )?",
    re.IGNORECASE,
)
# "The memo, which was first published by the Post" speaks of the memo: the article itself must be what was published.
_THE_ARTICLE = re.compile(
    r"(?:^|[\n.!?*(\[:–—-] {0,2}|\b(?:article|story|report|piece|post|column|commentary|essay|interview|version|op-ed)"
    r"(?:,? (?:that|which))?(?:,? (?:was|is|has|had|been)){0,3} )$",
    re.IGNORECASE,
)
_FILES = re.compile(
    r"\b(?:with (?:files|reporting|reports|additional reporting|inputs|agency inputs) (?:from|by)"
    r"|additional reporting (?:by|from)) (?:the )?",
    re.IGNORECASE,
)
_CONTRIBUTED = re.compile(r"\bcontributed (?:to this (?:report|story|article)|reporting|to this)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Found:
    outlet: Outlet | None  # None for an agency that no list holds
    span: Range | None
    kind: CreditKind
    rule: str
    unlisted: str = ""

    @property
    def name(self) -> str:
        return self.outlet.name if self.outlet else self.unlisted


def find_credits(page: Page, register: Register, publisher: Outlet | None) -> tuple[tuple[Draft, CreditBuilder], ...]:
    """Return each outlet credited and a function that builds the record once the entity's id is known."""
    found: dict[tuple[str, CreditKind], _Found] = {}
    unlisted = tuple(_unlisted(page, register))
    datelined = any(item.kind == "dateline" for item in unlisted)
    listed = (*_from_metadata(page, register), *_from_head(page, register), *_from_tail(page, register))
    for item in (*listed, *unlisted):
        if datelined and item.rule == _SIGN_OFF:
            continue  # whoever the dateline names signed it
        if publisher is None or item.name != publisher.name:  # nobody credits himself
            found.setdefault((item.name, item.kind), item)
    built: list[tuple[Draft, CreditBuilder]] = []
    for item in found.values():
        draft = register.of_outlet(item.outlet, item.name) if item.outlet else outlet_draft(register, item.name)
        if item.span:
            draft.note(item.span, f"credit: {item.rule}")
        built.append((draft, _builder(page.document.doc_id, item)))
    return tuple(built)


def _unlisted(page: Page, register: Register) -> Iterator["_Found"]:
    """Yield credits to agencies that no list holds."""
    for shape in agency_shapes(page):
        if not register.outlets.candidates(shape.name):
            yield _Found(None, shape.span, shape.kind, f"layout of a {shape.kind} around a name", shape.name)


def _builder(doc_id: str, item: _Found) -> CreditBuilder:
    span = Span(doc_id, *item.span) if item.span else None

    def build(entity_id: str) -> Credit:
        return Credit(
            credit_id=content_id("crd", doc_id, item.kind, item.name, item.span),
            doc_id=doc_id,
            entity_id=entity_id,
            kind=item.kind,
            span=span,
            rule=item.rule,
        )

    return build


def _from_metadata(page: Page, register: Register) -> Iterator[_Found]:
    byline = page.document.byline
    if byline:
        for part in re.split(r"[,|/;]| - |\bfor\b|\bby\b", byline[:300]):
            if (outlet := _wire(register, part)) is not None:
                yield _Found(outlet, None, "byline", f"byline field {byline[:80]!r}")
    dateline = page.document.dateline
    match = _DATELINE.match(dateline[:200] + " - ") if dateline else None
    if match and (outlet := _datelined(register, match)) is not None:
        yield _Found(outlet, None, "dateline", f"dateline field {dateline[:80]!r}" if dateline else "dateline field")


def _from_head(page: Page, register: Register) -> Iterator[_Found]:
    for start, end in split_paragraphs(page.text[:4000])[:_HEAD_LINES]:
        line = page.folded[start : min(end, start + 160)]
        if (match := _DATELINE.match(line)) and (outlet := _wire(register, match.group("name"))) is not None:
            yield _Found(outlet, (start, start + match.end("name") + 1), "dateline", "place and wire open a paragraph")
        if end - start <= 90 and (outlet := _byline_wire(register, line)) is not None:
            yield _Found(outlet, (start, end), "byline", "a short opening line names a wire")


def _byline_wire(register: Register, line: str) -> Outlet | None:
    """Return the wire a short line near the top names, alone, with a date, or after a person."""
    if line.endswith(".") or ("/" in line and not line.lower().startswith("by ")):
        return None  # a photograph's credit
    if (match := _BYLINE.match(line)) and (outlet := _wire(register, match.group("name"))) is not None:
        return outlet
    first = line.split(",", maxsplit=1)[0].split("|", maxsplit=1)[0].strip()
    return _wire(register, first) if len(line) > len(first) and re.search(r"\d{4}", line) else None


def _from_tail(page: Page, register: Register) -> Iterator[_Found]:
    paragraphs = split_paragraphs(page.text)
    unlisted = bool(page.document.publisher or page.document.url) and not register.country
    may_be_reuters = "Reuters" in page.text or not unlisted
    for start, end in paragraphs[-_TAIL_LINES:]:
        line = page.folded[start:end]
        match = _REUTERS_TRAILER.search(line) if len(line) <= 400 and may_be_reuters else None
        if match and (outlet := register.outlets.by_name("Reuters")) is not None:
            span = (start + match.start(), start + match.end())
            yield _Found(outlet, span, "trailer", _SIGN_OFF)
        match = _SIGNED.match(line) if len(line) <= 160 else None
        if match and (outlet := _wire(register, match.group("name"))) is not None:
            yield _Found(outlet, (start, end), "trailer", "the last lines are signed by a wire")
        if len(line) <= 300 and (match := _CONTRIBUTED.search(line)):
            for first, _, words in register.outlets.find(page.text, start, start + match.start()):
                longer = re.search(r"(?!The )\b[A-Z][\w.&'-]* $", page.folded[max(start, first - 30) : first])
                if not longer and (outlet := register.outlet_named(words)) is not None:
                    yield _Found(outlet, (first, start + match.end()), "with-files-from", "contributed to this report")
    yield from _anywhere(page, register)


def _anywhere(page: Page, register: Register) -> Iterator[_Found]:
    """Yield credits whose own words say so wherever they stand."""
    rules: tuple[tuple[re.Pattern[str], CreditKind], ...] = (
        (_HAT_TIP, "hat-tip"), (_ORIGINAL, "originally-published"), (_FILES, "with-files-from"),
    )  # fmt: skip
    for pattern, kind in rules:
        for match in pattern.finditer(page.folded):
            before = page.folded[max(0, match.start() - 60) : match.start()]
            if pattern is _ORIGINAL and not _THE_ARTICLE.search(before):
                continue
            for first, stop, words in register.outlets.find(
                page.text, match.end(), min(match.end() + 60, len(page.text))
            ):
                outlet = register.outlet_named(words)
                if outlet is not None and first - match.end() <= 2:
                    yield _Found(outlet, (match.start(), stop), kind, f"{match.group().strip()!r} before its name")
                break


def _datelined(register: Register, match: re.Match[str]) -> Outlet | None:
    """Return the outlet of a dateline: a wire, or after a place in capitals any outlet the list knows."""
    place = match.group("place").split(",")[0].strip()
    if place and place.isupper():
        return register.outlet_named(match.group("name").strip())
    return _wire(register, match.group("name"))


def _wire(register: Register, name: str) -> Outlet | None:
    """Return the wire, agency or state agency of a name; None for any other outlet."""
    outlet = register.outlet_named(name.strip(" .-–—()"))
    return outlet if outlet is not None and outlet.kind in _WIRES else None
