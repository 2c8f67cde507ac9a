"""Which outlet published a document: by its address, by the name it gives, or by its own first lines.

Imports: lexicon, records and the standard library only.
"""

from headwater.lexicon.outlets import Outlet, OutletList
from headwater.records import Document


def publisher_of(document: Document, outlets: OutletList) -> Outlet | None:
    """Return the outlet that published a document, or None when nothing known names it.

    Args:
        document: Its url decides first, then its publisher field (a name or a host).
        outlets: Known outlets.
    """
    for address in (document.url, document.publisher):
        if address and "." in address and (found := outlets.by_url(address)):
            return found
    return outlets.by_name(document.publisher) if document.publisher else None
