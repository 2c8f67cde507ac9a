"""The explorer: a ledger as pages in the browser of this machine. Its one write is a judgement, through the ledger."""

from headwater.web.app import create_app
from headwater.web.asking import Answer, answer

__all__ = ["Answer", "answer", "create_app"]
