"""Words of a document in their context, and addresses that lead to them.

Offsets are half-open ranges of code points of Document.text. Imports: the standard library and records only.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from headwater.records import Span

_CONTEXT_CHARS = 110
# Words that name a source belong to the context, when they stand in the same paragraph and not too far away.
_REACH, _MARGIN = 260, 12
# A text fragment names the first and last words of a long passage; browsers match short ones whole.
_WHOLE_FRAGMENT_CHARS = 80
_FRAGMENT_WORDS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words of a document with what stands around them; `before` and `after` are cut at word boundaries.

    Attributes:
        before_runs, after_runs: The same context in runs of (text, whether these words name a source).
    """

    before: str
    words: str
    after: str
    start: int
    end: int
    before_runs: tuple[tuple[str, bool], ...]
    after_runs: tuple[tuple[str, bool], ...]


def cut_passage(text: str, span: Span, named: Iterable[Span] = (), *, context: int = _CONTEXT_CHARS) -> Passage:
    """Return the words of a span with context on either side, within its paragraph.

    Args:
        text: Document.text the span points into.
        span: The words wanted; `Passage.words` equals them exactly.
        named: Places of the same document that name sources, to be marked where they stand in the context.
        context: So many characters on either side; more where that shows who is named.
    """
    first = text.rfind("\n", 0, span.start) + 1
    last = text.find("\n", span.end)
    last = len(text) if last < 0 else last
    sides = [s for s in sorted(named) if s.doc_id == span.doc_id]
    near = [s for s in sides if max(first, span.start - _REACH) <= s.start and s.end <= min(last, span.end + _REACH)]
    begin = max(first, min([span.start - context, *(s.start - _MARGIN for s in near)]))
    finish = min(last, max([span.end + context, *(s.end + _MARGIN for s in near)]))
    cut_left = begin > 0 and text[begin - 1] not in "\n " and " " in text[begin : span.start]
    cut_right = finish < len(text) and text[finish] not in "\n " and " " in text[span.end : finish]
    begin = text.index(" ", begin, span.start) if cut_left else begin
    finish = text.rindex(" ", span.end, finish) if cut_right else finish
    before = "…" * cut_left + text[begin : span.start]
    after = text[span.end : finish] + " …" * cut_right
    left, right = _runs(text, begin, span.start, sides), _runs(text, span.end, finish, sides)
    return Passage(
        before=before,
        words=span.quote(text),
        after=after,
        start=span.start,
        end=span.end,
        before_runs=((("…", False), *left) if cut_left else left),
        after_runs=((*right, (" …", False)) if cut_right else right),
    )


def _runs(text: str, begin: int, end: int, named: Iterable[Span]) -> tuple[tuple[str, bool], ...]:
    """Cut [begin, end) at the places that name sources."""
    runs: list[tuple[str, bool]] = []
    at = begin
    for span in named:
        start, stop = max(span.start, at), min(span.end, end)
        if start >= stop:
            continue
        runs += [(text[at:start], False), (text[start:stop], True)]
        at = stop
    return tuple((words, mark) for words, mark in (*runs, (text[at:end], False)) if words)


def safe_url(url: str | None) -> str:
    """Return an address that a page may link to: http or https with a host; "" for anything else."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return ""
    return url or "" if parts.scheme in {"http", "https"} and parts.hostname else ""


def deep_url(url: str | None, words: str) -> str:
    """Return an address with a text fragment, so that a browser opens the page at the exact words; "" without one."""
    address = safe_url(url)
    if not address or "#" in address:
        return address
    spoken = words.split()
    if not spoken:
        return address
    if len(words) <= _WHOLE_FRAGMENT_CHARS or len(spoken) <= 2 * _FRAGMENT_WORDS:
        return f"{address}#:~:text={_escaped(spoken)}"
    return f"{address}#:~:text={_escaped(spoken[:_FRAGMENT_WORDS])},{_escaped(spoken[-_FRAGMENT_WORDS:])}"


def _escaped(words: list[str]) -> str:
    # "-" and "," part a fragment's pieces, so they are escaped too.
    return quote(" ".join(words), safe="", errors="replace").replace("-", "%2D")
