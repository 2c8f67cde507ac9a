"""The article's words in a page: paragraphs one a line, and where each run of them stands in the page's own text.

The page's own text is all its text nodes in order, without comments: what a browser calls textContent.
Runs in the worker processes alone. Imports: lxml and trafilatura, headwater.records and this room.
"""

import re
from copy import deepcopy
from dataclasses import dataclass

import lxml.html
import trafilatura
from lxml import etree
from lxml.etree import LxmlError, _Element
from lxml.html import HtmlElement

from headwater.ingest.decode import decode
from headwater.ingest.draft import RefusalError
from headwater.ingest.offset_map import align
from headwater.records import OffsetSegment

_BREAKS = frozenset(
    "address article aside blockquote body br cell dd div dl dt fw figcaption figure footer h1 h2 h3 h4 h5 h6 head "
    "header hr item lb li list main nav ol p pre quote row section table tbody td th thead title tr ul".split()
)
# These hold no words of the article wherever they stand.
_WORDLESS = frozenset("script style noscript template svg math iframe object select button form".split())
_DECLARED = re.compile(
    rb"""<(?:meta\b[^>]{0,300}?charset|\?xml\b[^>]{0,100}?encoding)\s*=\s*["']?([\w.:\-]{2,40})""", re.IGNORECASE
)
_DECLARED_WITHIN = 4_096  # browsers look at the first 1,024 bytes; some pages put comments before
_XML_DECLARATION = re.compile(r"\s*<\?xml\b[^>]{0,200}\?>")
# A page's head and scripts repeat the headline and sometimes the whole article where no reader sees it.
_UNSEEN = frozenset({"head", "script", "style", "noscript", "template"})
_SPACES = re.compile(r"[ \t\r\n\f]+")
_DEEPEST = 200  # libxml2 cuts a page off at 255 open elements and says nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class PageText:
    """The words of an article and their way back to the page."""

    text: str
    offset_map: tuple[OffsetSegment, ...]


def decode_page(data: bytes, declared: str | None) -> tuple[str, str]:
    """Return a page's markup and its encoding, with how it was decided.

    Args:
        data: The page's bytes.
        declared: What the transport says; it goes before the page's own word.

    Raises:
        RefusalError: The bytes are binary or no encoding fits.
    """
    own = _DECLARED.search(data[:_DECLARED_WITHIN])
    markup, encoding = decode(data, declared or (own.group(1).decode("ascii") if own else None))
    declaration = _XML_DECLARATION.match(markup)  # lxml refuses one in a text that is decoded already
    return markup[declaration.end() :] if declaration else markup, encoding


def parse_page(markup: str) -> HtmlElement:
    """Return the tree of a page.

    Raises:
        RefusalError: There is no page in it.
    """
    tree: HtmlElement | None = trafilatura.load_html(markup)
    if tree is not None:
        return tree
    # trafilatura gives no reason, be it a fragment of a page, no markup or no memory; lxml itself does.
    try:
        return lxml.html.document_fromstring(markup, parser=lxml.html.HTMLParser(remove_comments=True, remove_pis=True))
    except (LxmlError, ValueError) as error:
        # Out of memory, libxml2 says so or, lacking memory for that too, says nothing.
        if re.search(r"memory|unknown error", str(error), re.IGNORECASE):
            raise MemoryError(str(error)) from error
        raise RefusalError("no-text", f"no elements of a page in it ({error})") from error


def article_text(tree: HtmlElement) -> PageText:
    """Return the body of the article in a page, as trafilatura finds it.

    Args:
        tree: The page; it is not changed.

    Raises:
        RefusalError: No article is found; the sentence says what may have stood in the way.
    """
    # Measured on 181 news pages with gold text (4-word shingles, F1; quotations kept word for word): fast .963, 832 of
    # 861; with trafilatura's second opinions .960, 832; favor_precision .967, 825. A lost quotation weighs more here
    # than a line of boilerplate, so: fast, and the second opinions where it finds nothing.
    text = _extract(tree, fast=True) or _extract(tree, fast=False)
    if not text:
        raise RefusalError("no-text", _why_nothing(tree))
    return PageText(text=text, offset_map=align(text, _shown_text(tree)))


def _extract(tree: HtmlElement, *, fast: bool) -> str:
    found = trafilatura.bare_extraction(deepcopy(tree), include_comments=False, with_metadata=False, fast=fast)
    return lines_of(found.body) if found is not None and found.body is not None else ""


def lines_of(root: _Element) -> str:
    """Return the words below an element, one line a block, white space within a line folded to single spaces."""
    parts: list[str] = []
    stack: list[tuple[_Element, bool]] = [(root, False)]
    # A stack of our own: pages nest deeper than Python's.
    while stack:
        element, leaving = stack.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        breaks = tag in _BREAKS and not _is_inline_quote(element)
        if leaving:
            parts.append("\n" if breaks else "")
            if element is not root:
                parts.append(_SPACES.sub(" ", element.tail or ""))
            continue
        stack.append((element, True))
        if not tag or tag in _WORDLESS:
            continue
        parts.append(("\n" if breaks else "") + _SPACES.sub(" ", element.text or ""))
        stack.extend((child, False) for child in reversed(element))
    lines = (_SPACES.sub(" ", line).strip() for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)


def _is_inline_quote(element: _Element) -> bool:
    parent = element.getparent()
    return element.tag == "quote" and parent is not None and parent.tag == "p"


def page_text(tree: HtmlElement) -> str:
    """Return all text nodes of a page in order, without comments: what offset maps point into."""
    return "".join(str(part) for part in tree.itertext())


def _shown_text(tree: HtmlElement) -> str:
    """Return the page's own text with NULs for what no reader sees: scripts and the head repeat the headline."""
    parts: list[str] = []
    hidden = 0
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        if event == "start":
            hidden += element.tag in _UNSEEN
            parts.append(_seen(element.text, hidden=hidden > 0))
            continue
        if event == "end":
            hidden -= element.tag in _UNSEEN
        if element is not tree:
            parts.append(_seen(element.tail, hidden=hidden > 0))
    return "".join(parts)


def _seen(words: str | None, *, hidden: bool) -> str:
    return ("\0" * len(words) if hidden else words) if words else ""


def _why_nothing(tree: HtmlElement) -> str:
    words = len(page_text(tree).split())
    deepest, element = 0, tree
    while len(element) and deepest <= _DEEPEST:
        element, deepest = element[-1], deepest + 1
    if deepest > _DEEPEST:
        return f"no article found; the page nests its elements more than {_DEEPEST} deep"
    return f"no article found among the {words:,} words of the page" if words else "no words in the page"
