"""Which outlet published a document: by its address, by the name it gives, or by its own first lines.

Imports: lexicon, records and the standard library only.
"""

from headwater.lexicon.outlets import Outlet, OutletList
from headwater.records import Document, Entity


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


def is_own_outlet(entity: Entity) -> bool:
    """Tell whether an entity goes by "this newspaper", "our reporter" or "us": each document's own outlet."""
    return entity.kind == "outlet" and (entity.caption.startswith(("this ", "our ")) or entity.caption == "us")
