"""Plain text: one file, one document, its text unchanged; headline, byline, dateline and date where they stand clearly.

Only the first lines are looked at, and only patterns that a newsroom's layout makes plain count; everything else is
None. Imports: the standard library, headwater.config and this room.
"""

import re
from collections.abc import Iterator

from headwater.config import IngestConfig
from headwater.ingest.dates import leading_day
from headwater.ingest.decode import check_text, decode
from headwater.ingest.draft import Metadata, RawInput, Reading, draft_from

_LINES_LOOKED_AT = 12
_MAX_HEADLINE = 160
_MIN_HEADLINE_WORDS = 4  # shorter first lines in 1,384 news texts were names of outlets, agencies and reporters
_MAX_BYLINE = 90
_MAX_DATE_LINE = 80
_MAX_LINE_LOOKED_AT = 400

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_BYLINE = re.compile(r"(?:by|words by|report by|story by):? +(?P<names>[^\W\d_].{1,78})$", re.IGNORECASE)
_NAME_WORD = re.compile(r"[^\W\d_][\w.’'\-]*")
_SMALL_NAME_WORDS = frozenset("and the of in at for de la le van von der den al el bin ibn di da dos du y e to".split())
_DATE_LABEL = re.compile(
    r"(?P<label>(?:first |last |originally )?(?P<kind>published|posted|updated|modified|date|created)"
    r"(?: on| at)?(?: date)?|on)? {0,2}[:|\-–—]? {0,2}",
    re.IGNORECASE,
)
# What may follow the date on a line of its own: a time, a zone, separators, "Last updated at 13:38".
_AFTER_DATE = re.compile(
    r"[\s\d:.,|@()\-–—+]*(?:(?:[Ll]ast updated|[Uu]pdated|at|am|pm|AM|PM|a\. ?m\.|p\. ?m\.|noon|[A-Z]{2,5}|hrs?|h)"
    r"[\s\d:.,|@()\-–—+]*){0,6}$"
)
# What may stand before it: an outlet, a desk, a place ("AFP, Tuesday 2 Jul 2013"), each capitalised and with a comma.
_BEFORE_DATE = re.compile(r"(?:[A-Z][\w.’'&\-]*(?: (?:[A-Z][\w.’'&\-]*|of|the|and|for)){0,5}, ){1,2}(?=[A-Z0-9])")
_AGENCY = r"\((?P<agency>[A-Z][\w .&/’'\-]{1,30})\)"
# Without a dash behind it, only these and a place in capitals make "Oslo (AFP) A man" a dateline.
_AGENCIES = frozenset(
    "AFP,ANI,ANSA,AP,Bloomberg,CBS News,CNN,CNN Business,dpa,EFE,IANS,NPR,PTI,Reuters,TASS,UPI,Xinhua".split(",")
)
_DASH = re.compile(r" ?(?:--|[:–—-])")
_CAPTION = re.compile(r"^(?:image|photo|picture|media|video|credit)\b|copyright|\bphotos?:|getty images", re.IGNORECASE)
_PLACE = r"(?P<place>[A-Z][\w.’'\-]*(?:[ /][A-Z][\w.’'\-]*){0,4}(?:, ?[A-Z][\w.’'\-]*(?: [A-Z][\w.’'\-]*){0,2})?)"
_DAY_IN_DATELINE = r"(?:,? (?P<day>(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:,? \d{4})?))?"
_DATELINE_AGENCY = re.compile(rf"{_PLACE}{_DAY_IN_DATELINE},? {_AGENCY}(?= ?[:\-–—]| +\S)")
# "March 4 (Reuters) -": an agency's dateline without a place.
_DATELINE_DAY = re.compile(r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:,? \d{4})? " + _AGENCY)
_DATELINE_DASH = re.compile(
    r"(?P<place>[A-Z][A-Z.’'\-]+(?:[ /][A-Z][A-Z.’'\-]+){0,4}(?:, ?[A-Z][\w. ]{1,24})?) ?(?:--|[–—]| -) ?(?=\S)"
)


def read_text(raw: RawInput, config: IngestConfig) -> Iterator[Reading]:
    """Yield the one document of a plain-text file.

    Raises:
        RefusalError: The bytes cannot be read, are too many, binary, undecodable or empty.
    """
    data = raw.read(config.max_input_bytes)
    text, encoding = decode(data, raw.declared_encoding)
    check_text(text)
    yield draft_from(raw, text=text, encoding=encoding, metadata=front_matter(text), media_type="text/plain")


def front_matter(text: str) -> Metadata:
    """Return what stands plainly in the first lines of an article: headline, byline, dateline, date of publication.

    Args:
        text: The whole article; it is only looked at, never changed.
    """
    lines = _first_lines(text)
    headline = _headline(lines)
    published = modified = byline = dateline = None
    for line in lines:
        byline = byline or _byline(line)
        dateline = dateline or dateline_of(line)
        day, kind = _date_line(line)
        day = day or _day_in_dateline(line)
        if day and kind in {"updated", "modified"}:
            modified = modified or day
        elif day:
            published = published or day
    if published is None:
        published, modified = modified, None
    return Metadata(headline=headline, byline=byline, dateline=dateline, published_at=published, modified_at=modified)


def dateline_of(line: str) -> str | None:
    """Return the dateline a paragraph begins with, without its dash ("PORTAVEN (Reuters)"), or None."""
    match = _DATELINE_AGENCY.match(line)
    if match and (_plain_dateline(match) or _DASH.match(line, match.end())):
        return match.group()
    match = _DATELINE_DAY.match(line)
    if match and _DASH.match(line, match.end()):
        return match.group()
    match = _DATELINE_DASH.match(line)
    # A headline in capitals with a dash in it is no dateline: a paragraph has to follow on the same line.
    if match and len(line) - match.end() > 40 and not line[match.end() :].isupper():
        return match["place"].strip()
    return None


def _plain_dateline(match: re.Match[str]) -> bool:
    """Tell whether a place and an agency are a dateline even without a dash: "Abuja, Sept. 6, 2023 (NAN) The …"."""
    return match["place"].isupper() or match["agency"] in _AGENCIES or match["day"] is not None


def _day_in_dateline(line: str) -> str | None:
    """Return the day of an agency's dateline that tells its year, or None."""
    match = _DATELINE_AGENCY.match(line)
    known = match and (_plain_dateline(match) or _DASH.match(line, match.end()))
    return leading_day(match["day"])[0] if match and known and match["day"] else None


def _first_lines(text: str) -> tuple[str, ...]:
    lines: list[str] = []
    for match in _LINE.finditer(text):
        line = match.group()[:_MAX_LINE_LOOKED_AT].strip()
        if line:
            lines.append(line)
        if len(lines) == _LINES_LOOKED_AT:
            break
    return tuple(lines)


def _headline(lines: tuple[str, ...]) -> str | None:
    if len(lines) < 2:
        return None
    first = lines[0]
    if len(first) > _MAX_HEADLINE or len(first.split()) < _MIN_HEADLINE_WORDS or _CAPTION.search(first):
        return None
    if first.rstrip("\"'”’»)").endswith((".", ",", ";", ":")) or not first[-1:].strip():
        return None
    if _byline(first) or dateline_of(first) or leading_day(_after_label(first))[0] or _date_line(first)[0]:
        return None
    return first


def _byline(line: str) -> str | None:
    match = _BYLINE.match(line) if len(line) <= _MAX_BYLINE else None
    if not match:
        return None
    names = match["names"].strip(" ,|")
    words = [word for word in _NAME_WORD.findall(names) if word.lower() not in _SMALL_NAME_WORDS]
    # "By then the road was closed" is a sentence; names are capitals throughout.
    if not words or names.endswith(".") or not all(word[0].isupper() for word in words):
        return None
    return names


def _date_line(line: str) -> tuple[str | None, str]:
    if len(line) > _MAX_DATE_LINE:
        return None, ""
    label = _DATE_LABEL.match(line)
    rest = _after_label(line)
    day, length = leading_day(rest)
    if day is None and (before := _BEFORE_DATE.match(rest)):
        rest = rest[before.end() :]
        day, length = leading_day(rest)
    if day is None or not _AFTER_DATE.match(rest[length:]):
        return None, ""
    return day, (label["kind"] or "").lower() if label else ""


def _after_label(line: str) -> str:
    label = _DATE_LABEL.match(line)
    return line[label.end() :] if label else line
