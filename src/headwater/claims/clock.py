"""Times of day in a text, as values that can be compared: "0737 GMT", "7:37 a.m. local time", "ten past four".

A time of day is minutes since midnight in a zone; the zone is what the words say ("UTC", "local", "EST") or "" where
they say nothing. Imports: lexicon and records only.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from headwater.lexicon.numbers import CARDINALS
from headwater.records import Span, Value

CLOCK_UNIT = "clock"
_ZONES = "gmt utc bst cet cest eet est edt cst cdt mst mdt pst pdt ist wib jst aest aedt nzst msk local".split()
# "0737 GMT" needs its zone, "7:37" its point or colon; tokenised texts have blanks around both ("7: 37 a. m.").
_CLOCK = re.compile(
    r"\b(?P<four>(?:[01]\d|2[0-3])[0-5]\d)\b(?=\s?(?:hours|hrs|gmt|utc|local|est|edt|bst|cet|ist|pst))"
    r"|\b(?P<hour>[01]?\d|2[0-3])(?:(?P<mark>\s?[:.]\s?)(?P<minute>[0-5]\d)(?!\d))?(?:\s?(?P<half>[ap]\.?\s?m\b\.?))?",
    re.IGNORECASE,
)
_HOURS = {word: number for word, number in CARDINALS.items() if 1 <= number <= 12}
_MINUTES = {word: number for word, number in CARDINALS.items() if 1 <= number <= 29} | {"half": 30, "quarter": 15}
# Words for a time: "ten past four", "half past nine", "ten in the morning", "nine o'clock at night", "at noon".
_SPELLED = re.compile(
    rf"\b(?:(?P<minute>{'|'.join(_MINUTES)})(?:\sminutes)?\s(?P<side>past|to)\s)?(?P<hour>{'|'.join(_HOURS)})\b"
    r"(?P<clock>\so['’]clock\b)?(?P<half>\s(?:in\sthe\s(?:morning|afternoon|evening)|at\snight|[ap]\.?m\b\.?))?"
    r"|(?<=\b[Aa]t\s)(?P<middle>noon|midday|midnight)\b",
    re.IGNORECASE,
)
# "ten to four" may be a vote or a range.
_BEFORE_THE_HOUR = re.compile(r"\b(?:at|about|around|until|a|nearly|just)\s$", re.IGNORECASE)
_MIDDLE = {"noon": 720, "midday": 720, "midnight": 0}
_HALF_DAY = 720
_ZONE = re.compile(r"\s?\(?(?:hours?\s|hrs\s)?(?P<zone>" + "|".join(_ZONES) + r")\b(?:\s+time)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clock:
    """One time of day.

    Attributes:
        span: Its words, the zone's included.
        minute: Minutes since midnight, 0 to 1439.
        zone: Lower-cased zone, "gmt" and "utc" being one; "" where the text names none.
    """

    span: Span
    minute: int
    zone: str

    def value(self, text: str) -> Value:
        """Return it as a statement's value; its unit holds the zone."""
        unit = f"{CLOCK_UNIT} {self.zone}".strip()
        return Value(
            lower=float(self.minute), upper=float(self.minute), unit=unit, text=self.span.quote(text), span=self.span
        )


def find_clocks(doc_id: str, text: str, start: int, end: int) -> Iterator[Clock]:
    """Yield the times of day in text[start:end] in reading order; offsets count code points of the whole text."""
    found = [*_figured(doc_id, text, start, end), *_spelled(doc_id, text, start, end)]
    yield from sorted(found, key=lambda clock: clock.span)


def _spelled(doc_id: str, text: str, start: int, end: int) -> Iterator[Clock]:
    for match in _SPELLED.finditer(text, start, end):
        half = (match["half"] or "").split()
        if match["side"] == "to" and not _BEFORE_THE_HOUR.search(text, max(start, match.start() - 8), match.start()):
            continue
        zone = _ZONE.match(text, match.end(), end)
        if match["middle"]:
            minute = _MIDDLE[match["middle"].lower()]
        elif match["minute"] or match["clock"] or half:
            past = _MINUTES[match["minute"].lower()] if match["minute"] else 0
            minute = _HOURS[match["hour"].lower()] % 12 * 60 + (past if match["side"] != "to" else -past)
            late = half and (half[-1].lower() in {"afternoon", "evening", "night"} or half[-1][0] in "pP")
            minute = (minute + (_HALF_DAY if late else 0)) % (2 * _HALF_DAY)
        else:
            continue
        name = zone["zone"].lower() if zone else ""
        stop = zone.end() if zone else match.end()
        yield Clock(Span(doc_id, match.start(), stop), minute, "utc" if name == "gmt" else name)


def _figured(doc_id: str, text: str, start: int, end: int) -> Iterator[Clock]:
    for match in _CLOCK.finditer(text, start, end):
        zone = _ZONE.match(text, match.end(), end)
        half = match["half"]
        if match["four"]:
            hour, minute = int(match["four"][:2]), int(match["four"][2:])
        elif match["minute"] and ((match["mark"].strip() == ":") or half or zone):
            hour, minute = int(match["hour"]), int(match["minute"])
        elif half and not match["minute"]:
            hour, minute = int(match["hour"]), 0
        else:
            continue
        if half and hour <= 12:
            hour = hour % 12 + (12 if half[0] in "pP" else 0)
        name = zone["zone"].lower() if zone else ""
        stop = zone.end() if zone else match.end()
        yield Clock(Span(doc_id, match.start(), stop), hour * 60 + minute, "utc" if name == "gmt" else name)


def is_clock(unit: str) -> bool:
    """Tell whether a value's unit marks a time of day."""
    return unit == CLOCK_UNIT or unit.startswith(CLOCK_UNIT + " ")


def clocks_meet(left: Value, right: Value) -> bool | None:
    """Tell whether two times of day can both hold; None where zones leave it open.

    One zone, or a zone that only one of them names: equal minutes agree, others do not when the zone is one. The same
    figures in two zones cannot both hold: somebody took the one for the other.
    """
    same_figures = left.lower == right.lower
    if left.lower is not None and right.lower is not None and abs(left.lower - right.lower) == _HALF_DAY:
        return None  # "ten past four" leaves the half of the day open
    zones = left.unit.removeprefix(CLOCK_UNIT).strip(), right.unit.removeprefix(CLOCK_UNIT).strip()
    if zones[0] == zones[1]:
        return same_figures
    if not all(zones):
        return True if same_figures else None
    return False if same_figures else None
