"""The ledger: one SQLite file that holds every record, checks every word, and seals.

The only room that opens SQLite. Its door is `Ledger`, records in and records out; `LedgerView` joins them for people.
"""

from headwater.ledger.display import Bounds
from headwater.ledger.info import LedgerInfo
from headwater.ledger.ledger import Ledger
from headwater.ledger.quotation_views import AlteredQuotationView, ChangeView, altered_quotations
from headwater.ledger.search import DocumentHit, Facets, SearchResult, SpanHit, SpanKind
from headwater.ledger.stored import EntityLevel
from headwater.ledger.tables import DocumentRecord, StoryRecord
from headwater.ledger.verify import VerifyFinding
from headwater.ledger.views import ClaimView, DocumentView, LedgerView, MentionView, StoryView

__all__ = [
    "AlteredQuotationView",
    "Bounds",
    "ChangeView",
    "ClaimView",
    "DocumentHit",
    "DocumentRecord",
    "DocumentView",
    "EntityLevel",
    "Facets",
    "Ledger",
    "LedgerInfo",
    "LedgerView",
    "MentionView",
    "SearchResult",
    "SpanHit",
    "SpanKind",
    "StoryRecord",
    "StoryView",
    "VerifyFinding",
    "altered_quotations",
]
