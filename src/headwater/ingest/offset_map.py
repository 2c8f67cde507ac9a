"""Where the runs of an extracted text stand in the page's own text, exactly.

Extraction drops elements, folds white space and breaks lines, but keeps words. So the text is walked from left to
right; where a few of its words are found in the page, the run is extended letter by letter as far as both agree, and
what agrees with nothing (a paragraph break, a folded space) is marked as put in. Both offsets count code points.
Imports: the standard library and headwater.records only.
"""

import re
from typing import NamedTuple

from headwater.records import OffsetSegment

PUT_IN = -1
_SEED_WORDS = 5
_MAX_LINE = 300
_NEAR = 2_000  # a short seed is trusted only close behind the run before it
_SPACE_RUN = re.compile(r"[ \t\r\n\f]+")
_WORD = re.compile(r"[^ \t\r\n\f]+")


class _Folded(NamedTuple):
    """A page with its white space folded: text, and for each of its characters where it stands in the page."""

    text: str
    origin: list[int]


def align(text: str, page: str) -> tuple[OffsetSegment, ...]:
    """Return segments that tile a text, in order.

    For each with origin_start >= 0, text[start:end] == page[origin_start:origin_end]; the others were put in.

    Args:
        text: The extracted text: words in the page's order, mostly, with single spaces and line breaks.
        page: The page's own text.
    """
    folded = _fold(page)
    pieces: list[tuple[int, int, int]] = []  # start, end, origin in the page
    cursor = position = 0
    while position < len(text):
        word = _WORD.search(text, position)
        if word is None:
            break
        place = _find_seed(text, word.start(), folded.text, cursor)
        if place < 0:
            position = word.end()
            continue
        start, stop = word.start(), _extend(text, word.start(), folded.text, place)
        pieces.extend(_exact_runs(text, start, stop, folded, place, page))
        position, cursor = stop, place + (stop - start)
    return _tile(pieces, len(text))


def _fold(page: str) -> _Folded:
    parts: list[str] = []
    origin: list[int] = []
    done = 0
    for run in _SPACE_RUN.finditer(page):
        parts.append(page[done : run.start()])
        origin.extend(range(done, run.start()))
        parts.append(" ")
        origin.append(run.start())
        done = run.end()
    parts.append(page[done:])
    origin.extend(range(done, len(page)))
    return _Folded("".join(parts), origin)


def _find_seed(text: str, start: int, page: str, cursor: int) -> int:
    """Return where the next words stand in the folded page: ahead first, then, for a whole seed, anywhere."""
    line_end = text.find("\n", start)
    line_end = len(text) if line_end < 0 else line_end
    ends = [word.end() for word, _ in zip(_WORD.finditer(text, start, line_end), range(_SEED_WORDS), strict=False)]
    line, seed = text[start : min(line_end, start + _MAX_LINE)], text[start : ends[-1]]
    opens_line = start == 0 or text[start - 1] == "\n"
    tries = [(line, cursor), (line, 0)] if opens_line else []
    tries += [(seed, cursor), (seed, 0)] if opens_line or len(ends) == _SEED_WORDS else [(seed, cursor)]
    for words, begin in tries:
        if (place := page.find(words, begin)) >= 0:
            return place
    for end in reversed(ends[:-1]):
        place = page.find(text[start:end], cursor, cursor + _NEAR)
        if place >= 0:
            return place
    return -1


def _extend(text: str, start: int, page: str, place: int) -> int:
    """Return where agreement ends in the text, by doubling and halving so that the comparing is done in C."""
    low, step = start, 64
    while True:
        high = min(low + step, len(text))
        if high > low and text[low:high] == page[place + low - start : place + high - start]:
            low, step = high, step * 2
        elif step > 1:
            step //= 2
        else:
            return low


def _exact_runs(text: str, start: int, stop: int, folded: _Folded, place: int, page: str) -> list[tuple[int, int, int]]:
    """Split one agreeing run where the page has other white space than the single space of the fold."""
    runs: list[tuple[int, int, int]] = []
    begin = start
    for offset in range(start, stop):
        origin = folded.origin[place + offset - start]
        next_origin = (
            folded.origin[place + offset - start + 1] if place + offset - start + 1 < len(folded.origin) else -1
        )
        same = page[origin] == text[offset]
        if same and (offset + 1 == stop or next_origin == origin + 1):
            continue
        end = offset + 1 if same else offset
        if end > begin:
            runs.append((begin, end, folded.origin[place + begin - start]))
        begin = offset + 1
    if begin < stop:
        runs.append((begin, stop, folded.origin[place + begin - start]))
    return runs


def _tile(pieces: list[tuple[int, int, int]], length: int) -> tuple[OffsetSegment, ...]:
    segments: list[OffsetSegment] = []
    done = 0
    for start, end, origin in pieces:
        if start > done:
            segments.append(OffsetSegment(start=done, end=start, origin_start=PUT_IN, origin_end=PUT_IN))
        segments.append(OffsetSegment(start=start, end=end, origin_start=origin, origin_end=origin + end - start))
        done = end
    if done < length:
        segments.append(OffsetSegment(start=done, end=length, origin_start=PUT_IN, origin_end=PUT_IN))
    return tuple(segments)
