"""headwater traces every claim in the news back to where it began.

The public face: `trace` coverage into a ledger, `open` one, `annotate` one text in memory. What is heavy loads on first
use.
"""

from typing import TYPE_CHECKING, Any

from headwater.config import Config
from headwater.errors import HeadwaterError, InputError, LedgerError, NotFoundError, SpanError
from headwater.records import Attribution, Claim, Document, Entity, Judgement, Span, Story

if TYPE_CHECKING:
    from headwater.api import annotate, open, trace  # noqa: A004
    from headwater.ledger import LedgerView

__version__ = "0.1.0"

__all__ = [
    "Attribution",
    "Claim",
    "Config",
    "Document",
    "Entity",
    "HeadwaterError",
    "InputError",
    "Judgement",
    "LedgerError",
    "LedgerView",
    "NotFoundError",
    "Span",
    "SpanError",
    "Story",
    "__version__",
    "annotate",
    "open",
    "trace",
]

_LAZY = {
    "LedgerView": "headwater.ledger",
    "annotate": "headwater.api",
    "open": "headwater.api",
    "trace": "headwater.api",
}


def __getattr__(name: str) -> Any:
    """Import `trace`, `open`, `annotate` and `LedgerView` when they are first used."""
    if name in _LAZY:
        import importlib  # noqa: PLC0415

        return getattr(importlib.import_module(_LAZY[name]), name)
    raise AttributeError(f"module 'headwater' has no attribute {name!r}")
