"""What is shared: running text, one utterance, a public document or post, or boilerplate.

Two outlets that quote one statement share a root, not a derivation; the words around the quotation tell.
Imports: records, config and this room only.
"""

from headwater.config import ReuseConfig
from headwater.records import ReuseForm, Span
from headwater.reuse.page import Page

_AROUND = 160


def tell_form(earlier: Page, later: Page, one: Span, other: Span, config: ReuseConfig) -> ReuseForm:
    """Return what two documents share at two places.

    Args:
        earlier: A document.
        later: Another.
        one: The passage in the first.
        other: The passage in the second.
        config: What share of a passage must be quoted to make it a quotation.
    """
    if earlier.prompts(one.start, one.end) or later.prompts(other.start, other.end):
        return "boilerplate"
    quoted = [_quoted_share(page, span) for page, span in ((earlier, one), (later, other))]
    posted = [page.posts(span.start, span.end) for page, span in ((earlier, one), (later, other))]
    if any(posted) and all(p or share >= config.quoted_share for p, share in zip(posted, quoted, strict=True)):
        return "public-document"
    if min(quoted) >= config.quoted_share:
        announced = any(_is_announced(page, span) for page, span in ((earlier, one), (later, other)))
        return "public-document" if announced else "quotation"
    if max(quoted) >= config.quoted_share and all(_is_announced(p, s) for p, s in ((earlier, one), (later, other))):
        # One of them sets the document apart by its layout instead of quotation marks.
        return "public-document"
    return "passage"


def _quoted_share(page: Page, span: Span) -> float:
    return page.quoted_chars(span.start, span.end) / (span.end - span.start)


def _is_announced(page: Page, span: Span) -> bool:
    return page.announces(span.start - _AROUND, span.end + _AROUND)
