"""What is shared: running text, one utterance, a public document or post, or boilerplate.

Two outlets that quote one statement share a root, not a derivation; the words around the quotation tell.
Imports: the standard library, records and this room only.
"""

import re

from headwater.config import ReuseConfig
from headwater.records import ReuseForm, Span
from headwater.reuse.page import Page, is_prompt

_AROUND = 160
# Whoever quotes one of these quotes words that anybody can read. Fixed phrases, so matching is linear.
_PUBLIC = re.compile(
    r"\b(?:in|through) an? (?:\w+ )?(?:statement|press release|news release|memo|letter|blog post|post|tweet|filing|"
    r"lawsuit|op-ed|advisory|report|communique|communiqué|proclamation|ruling|opinion|email|executive order)\b"
    r"|\b(?:the|its|his|her|their|whose) (?:\w+ )?(?:statement|press release|memo|letter|tweet|blog post|indictment|"
    r"complaint|affidavit|filing|lawsuit|ruling|resolution|transcript|constitution|treaty|document|order|proclamation|"
    r"report) (?:said|says|read|reads|stated|states|added|adds|continued|concluded|alleges|alleged)\b"
    r"|\btweeted\b|\bretweeted\b|\bposted on\b|\b(?:wrote|said|wrote in a post) on (?:twitter|facebook|x|instagram|"
    r"telegram|truth social|social media|weibo|his|her|their|its)\b|\(@\w{1,30}\)|\bpic\.twitter\.com\b|\bon twitter\b"
    r"|\bstatement sent to\b|\bstatement (?:read|reads|said|says)\b",
    re.IGNORECASE,
)


def tell_form(earlier: Page, later: Page, one: Span, other: Span, config: ReuseConfig) -> ReuseForm:
    """Return what two documents share at two places.

    Args:
        earlier: A document.
        later: Another.
        one: The passage in the first.
        other: The passage in the second.
        config: What share of a passage must be quoted to make it a quotation.
    """
    if is_prompt(one.quote(earlier.document.text)) or is_prompt(other.quote(later.document.text)):
        return "boilerplate"
    quoted = [_quoted_share(page, span) for page, span in ((earlier, one), (later, other))]
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
    text = page.document.text
    return _PUBLIC.search(text, max(0, span.start - _AROUND), min(len(text), span.end + _AROUND)) is not None
