"""The templates and what fills them: links, escaping inside the stylesheet, hashes for the page's own policy.

Everything that is not markup of ours is escaped; a name that a template misses is an error. Imports: jinja2 and this
room only.
"""

import base64
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Protocol

from jinja2 import BaseLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from headwater.report.sheets import StatementSheet
from headwater.report.signs import signs
from headwater.report.wording import DISPUTE_TAGS, OUTLETS_WORD, many, short_finding


class Links(Protocol):
    """Where things stand: in the report on the same page, in the explorer on pages of their own."""

    def anchor(self, sheet: StatementSheet) -> str:
        """Return the id that a statement's element has on its page."""

    def statement(self, sheet: StatementSheet) -> str:
        """Return the address of a statement's words."""

    def article(self, doc_id: str, statement_id: str) -> str:
        """Return the address of an article, at a statement; "" when the page has none."""

    def claim(self, claim_id: str) -> str:
        """Return the address of a claim."""

    def words_id(self, claim_id: str) -> str:
        """Return the id of the element that holds all statements of a claim."""

    def evidence(self, claim_id: str) -> str:
        """Return the address of all statements of a claim."""

    def altered_id(self, claim_id: str) -> str:
        """Return the id of the element that holds the altered quotations of a claim."""

    def altered(self, claim_id: str) -> str:
        """Return the address of the altered quotations of a claim."""

    def source(self, entity_id: str) -> str:
        """Return the address of a source; "" when the page has none."""

    def words(self, doc_id: str, start: int, end: int) -> str:
        """Return the address of words in an article; "" when the page has none."""

    def compare(self, left: str, right: str) -> str:
        """Return the address of two articles side by side; "" when the page has none."""


class ReportLinks:
    """Everything stands on the one page; sources have no place of their own."""

    def anchor(self, sheet: StatementSheet) -> str:
        """Return "e" and the number of a statement; its own id where it has none."""
        return f"e{sheet.number}" if sheet.number else sheet.statement_id

    def statement(self, sheet: StatementSheet) -> str:
        """Return the anchor of a statement."""
        return f"#{self.anchor(sheet)}"

    def article(self, doc_id: str, statement_id: str) -> str:
        """Return nothing: the report has no pages of articles, and links to the outlet's."""
        del doc_id, statement_id
        return ""

    def claim(self, claim_id: str) -> str:
        """Return the anchor of a claim."""
        return f"#{claim_id}"

    def words_id(self, claim_id: str) -> str:
        """Return "w-" and the claim's id."""
        return f"w-{claim_id}"

    def evidence(self, claim_id: str) -> str:
        """Return the anchor of a claim's statements."""
        return f"#{self.words_id(claim_id)}"

    def altered_id(self, claim_id: str) -> str:
        """Return "q-" and the claim's id."""
        return f"q-{claim_id}"

    def altered(self, claim_id: str) -> str:
        """Return the anchor of a claim's altered quotations."""
        return f"#{self.altered_id(claim_id)}"

    def source(self, entity_id: str) -> str:
        """Return nothing: the report has no pages of sources."""
        del entity_id
        return ""

    def words(self, doc_id: str, start: int, end: int) -> str:
        """Return nothing: the report has no pages of articles."""
        del doc_id, start, end
        return ""

    def compare(self, left: str, right: str) -> str:
        """Return nothing: the report has no such pages."""
        del left, right
        return ""


def make_environment(loader: BaseLoader, links: Links) -> Environment:
    """Return an environment that escapes everything and whose templates ask `links` for addresses."""
    made = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals |= {
        "links": links,
        "signs": _signs,
        "plural": many,
        "short": _short,
        "dispute_tags": DISPUTE_TAGS,
        "outlets_word": OUTLETS_WORD,
    }
    return made


class _Counted(Protocol):
    @property
    def publishers(self) -> int: ...
    @property
    def roots_min(self) -> int: ...
    @property
    def roots_max(self) -> int: ...
    @property
    def circular(self) -> bool: ...
    @property
    def uncredited(self) -> bool: ...


def _short(counted: _Counted) -> str:
    """Return what counting found in a few words."""
    return short_finding(
        counted.publishers, counted.roots_min, counted.roots_max,
        circular=counted.circular, uncredited=counted.uncredited,
    )  # fmt: skip


def _signs(counted: _Counted) -> Markup:
    """Return the signs of a claim: our own markup, made of numbers alone."""
    return Markup(signs(counted.publishers, counted.roots_min, counted.roots_max, uncredited=counted.uncredited))  # noqa: S704


@cache
def environment() -> Environment:
    """Return the report's own templates."""
    return make_environment(PackageLoader("headwater.report"), ReportLinks())


@cache
def stylesheet() -> str:
    """Return the one stylesheet."""
    return files("headwater.report").joinpath("templates", "report.css").read_text("utf-8")


def running_head(title: str) -> str:
    """Return the rule that prints a title at the head of every page.

    Letters and digits stand as they are; every other character is a hexadecimal escape, so no title can end the
    string, the rule or the element.
    """
    shown = title if len(title) <= 90 else title[:89].rstrip() + "…"
    escaped = "".join(c if c.isascii() and c.isalnum() else f"\\{ord(c):06x}" for c in shown if ord(c) > 31)
    return f'@page{{@top-right{{content:"{escaped}";font:8pt Headwater Sans,sans-serif;color:#444}}}}'


def source_hash(style: str) -> str:
    """Return the hash by which a Content-Security-Policy allows exactly this inline stylesheet."""
    return base64.b64encode(sha256(style.encode()).digest()).decode()
