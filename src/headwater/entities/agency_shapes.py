"""Credits to agencies that no list holds, told by their shape alone: "SUNDAL, Jan 14 (NPA) -", "Source: NPA".

Thousands of agencies are in no list. A newsroom's layout names them all the same: in brackets after place and day,
alone after "Source:", before "contributed to this report", or in a byline that says what it is ("By Press Bureau").
Offsets are code points. Imports: this room, text and the standard library only.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from headwater.entities.page import Page, Range
from headwater.entities.register import acronyms
from headwater.text import split_paragraphs

_HEAD_LINES, _TAIL_LINES = 8, 6
_MAX_LINE = 90
_NAME = r"(?P<name>[A-Z][\w.&'’\-]*(?: (?:[A-Z][\w.&'’\-]*|of|the|and)){0,4})"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DAY = rf"(?P<day>{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"
_PLACE = r"(?P<place>[A-Z][\w.’'\-]*(?:[ /][A-Z][\w.’'\-]*){0,4})(?:, ?[A-Z][\w. ’'\-]{1,24}?)?"
_DATELINE = re.compile(rf"(?:{_PLACE}(?:,? {_DAY})?|{_DAY.replace('<day>', '<alone>')}),? \({_NAME}\)")
_DASH = re.compile(r" ?(?:--|[-–—:])")
_SOURCE = re.compile(rf"\(?(?:Source|Agency|Via): ?(?:the |The )?{_NAME}\.?\)?$")
_CONTRIBUTED = re.compile(rf"\(?(?:The |the )?{_NAME} contributed to this (?:report|story|article)\.?\)?$")
_BYLINE = re.compile(rf"(?:[Bb]y |From )?(?:the |The )?{_NAME}(?:,? (?:staff|[Rr]eporters?|[Cc]orrespondents?))?$")
_SHARED_BYLINE = re.compile(rf"[Ff]rom (?:our )?(?:staff|local|news) and (?:the |The )?{_NAME} reports?$")
_AGENCY_ENDINGS = (
    "news agency", "press agency", "news service", "wire service", "newswire", "press association", "press bureau",
    "press trust", "press service", "news wire",
)  # fmt: skip
# "Fox News' Ann Roe contributed to this report" names a reporter; an agency's name ends in what it is.
_CONTRIBUTOR_ENDINGS = (*_AGENCY_ENDINGS, " press", " wire", " agency", " news")
_JOBS = (" reporter", " reporters", " correspondent", " staff")
# "(D-Ohio)", "(GMT)": brackets after a place that hold no agency.
_NO_AGENCY = re.compile(r"[DRIL]-[A-Z]|(?:GMT|UTC|[A-Z]{1,3}T|NYSE|NASDAQ|LSE)\b|\w$")

_STATES = frozenset(
    (
        "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH "
        "OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY AB BC MB NB NL NS NT NU ON PE QC SK YT UK US EU UN AM PM"
    ).split()
)

ShapeKind = Literal["byline", "dateline", "trailer", "with-files-from"]


@dataclass(frozen=True, slots=True)
class AgencyShape:
    """One credit: the agency's name as written, the crediting words, and which shape they have."""

    name: str
    span: Range
    kind: ShapeKind


def agency_shapes(page: Page) -> tuple[AgencyShape, ...]:
    """Return every credit to a name that the layout alone shows to be an agency, in order of the text.

    The document's own publisher, told by its address, is nobody's agency here.
    """
    paragraphs = split_paragraphs(page.text)
    found: list[AgencyShape] = []
    for number, (start, end) in enumerate(paragraphs[:_HEAD_LINES]):
        line = page.folded[start:end]
        found += _dateline(line, start)
        if number and end - start <= _MAX_LINE:
            found += _byline(line, start)
    for start, end in paragraphs[-_TAIL_LINES:]:
        if end - start <= _MAX_LINE:
            found += _signed(page, start, end)
    return tuple(one for one in found if not _is_publisher(page, one.name))


def _dateline(line: str, start: int) -> Iterator[AgencyShape]:
    match = _DATELINE.match(line[:160])
    if not match or _NO_AGENCY.match(match["name"]):
        return
    place, dated = match["place"], match["day"] or match["alone"]
    if match["name"] in _STATES and not dated:
        return  # "HOUSTON (TX) -"
    if place and match["name"].casefold() in acronyms(tuple(place.casefold().split())):
        return  # "WATER SERVICE OF CARROW (WSC) -" explains a short form
    dashed = _DASH.match(line, match.end())
    follows = re.match(r" [A-Z\"“'‘]", line[match.end() : match.end() + 2])
    if (dashed and (dated or (place and place.isupper()))) or (dated and place and follows):
        yield AgencyShape(match["name"], (start, start + match.end()), "dateline")


def _byline(line: str, start: int) -> Iterator[AgencyShape]:
    if match := _SHARED_BYLINE.match(line):
        if _is_capitals(match["name"]) or match["name"].casefold().endswith(_CONTRIBUTOR_ENDINGS):
            yield AgencyShape(match["name"], (start, start + match.end()), "with-files-from")
        return
    match = _BYLINE.match(line)
    if not match:
        return
    name = match["name"]
    for job in _JOBS:
        name = name[: -len(job)] if name.casefold().endswith(job) else name
    if name.casefold().endswith(_AGENCY_ENDINGS):
        yield AgencyShape(name, (start, start + match.end()), "byline")


def _signed(page: Page, start: int, end: int) -> Iterator[AgencyShape]:
    line = page.folded[start:end]
    if match := _SOURCE.match(line):
        name = match["name"].rstrip(".")
        # A body that the article speaks of is the source of a figure, not the article's agency.
        if name not in page.folded[:start]:
            yield AgencyShape(name, (start, start + match.end()), "trailer")
    match = _CONTRIBUTED.match(line)
    if match and (_is_capitals(match["name"]) or match["name"].casefold().endswith(_CONTRIBUTOR_ENDINGS)):
        yield AgencyShape(match["name"], (start, start + match.end()), "with-files-from")


def _is_capitals(name: str) -> bool:
    return name.isupper() and name.isalpha() and len(name) > 2


def _is_publisher(page: Page, name: str) -> bool:
    letters = re.sub(r"[\W_]", "", name).casefold()
    document = page.document
    own = re.split(r"[/?#]", re.sub(r"^\w+://", "", document.url or ""))[0], document.publisher or ""
    words = tuple(re.sub(r"^the ", "", own[1].casefold()).split())
    initials = acronyms(words) if len(words) > 1 else set()
    return letters in initials or any(letters in part.casefold().split(".") or letters == _plain(part) for part in own)


def _plain(publisher: str) -> str:
    return re.sub(r"[\W_]", "", re.sub(r"^the ", "", publisher.casefold()))
