"""The claims of a ledger as an Atom feed (RFC 4287), newest first. Imports: report's wording and this room."""

from html import escape

from headwater.report.wording import finding
from headwater.web.catalogue import Catalogue

_ENTRIES = 100
_EPOCH = "1970-01-01T00:00:00Z"


def feed(known: Catalogue, base: str, story: str) -> str:
    """Return the feed of claims that stand in several articles.

    Args:
        known: The index.
        base: Address of the explorer, without a final slash.
        story: Limits it to one story; "" for all.
    """
    lines = [c for c in known.claims.values() if c.documents > 1 and (not story or c.story_id == story)]
    lines.sort(key=lambda c: (c.moment, c.claim_id), reverse=True)
    lines = lines[:_ENTRIES]
    updated = _instant(lines[0].moment) if lines else _EPOCH
    head = (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">'
        f"<title>headwater: claims</title><id>urn:headwater:claims:{_xml(story)}</id><updated>{updated}</updated>"
        f'<link rel="self" href="{_xml(base)}/feed.atom"/><author><name>headwater</name></author>'
    )
    parts: list[str] = []
    for line in lines:
        told = finding(
            line.publishers, line.documents, line.roots_min, line.roots_max,
            circular=line.circular, uncredited=line.uncredited,
        )  # fmt: skip
        if line.bottlenecks:
            told += f" Every path leads through {', '.join(line.bottlenecks)}."
        parts.append(
            f"<entry><title>{_xml(line.caption)}</title><id>urn:headwater:{_xml(line.claim_id)}</id>"
            f'<link href="{_xml(base)}/claim/{_xml(line.claim_id)}"/><updated>{_instant(line.moment)}</updated>'
            f"<summary>{_xml(told)}</summary></entry>"
        )
    return head + "".join(parts) + "</feed>\n"


def _instant(moment: str) -> str:
    """Return a moment as Atom has it: a day becomes its first instant."""
    if not moment:
        return _EPOCH
    return moment + "T00:00:00Z" if len(moment) == len("2026-03-04") else moment


def _xml(text: str) -> str:
    """Escape a text and take out the characters that XML 1.0 cannot hold."""
    held = "".join(
        c for c in text if c in "\t\n\r" or " " <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c > "\uffff"
    )
    return escape(held)
