"""The bundled coverage as a traced ledger, the pages of its explorer, and the links of a page."""

from collections.abc import Iterator
from importlib.resources import as_file, files
from itertools import combinations
from pathlib import Path
from typing import cast
from urllib.parse import urljoin, urlsplit

import lxml.html

from headwater.api import trace_into
from headwater.config import Config
from headwater.ledger import Ledger
from headwater.web.app import PAGES


def trace_demo(folder: Path) -> Path:
    """Write the ledger of the bundled coverage and return it."""
    path = folder / "kestrel.hw.db"
    with as_file(files("headwater.cli").joinpath("coverage")) as coverage:
        trace_into(path, [str(coverage)], config=Config())
    return path


def every_page(ledger: Path) -> list[str]:
    """Return the address of every page of a ledger's explorer; those that take a query have one."""
    with Ledger.open(ledger) as opened:
        known = {d.doc_id for d in opened.documents()}
        pairs = {frozenset((r.earlier.doc_id, r.later.doc_id)) for r in opened.reuse()}
        paths = [path for path, _ in PAGES if "{" not in path]
        paths += [f"/claim/{claim.claim_id}" for claim in opened.claims()]
        paths += [f"/article/{key}" for key in sorted(known)]
        paths += [f"/source/{entity.entity_id}" for entity in opened.entities("story")]
        paths += [f"/compare/{a}/{b}" for a, b in combinations(sorted(known), 2) if frozenset((a, b)) in pairs]
        first, second = sorted(known)[:2]
    return [*paths, "/search?q=dam", f"/explain?a={first}&b={second}"]


def links(path: str, page: bytes) -> Iterator[tuple[str, str]]:
    """Yield where a page's links lead within the explorer: path with query, and fragment."""
    for found in cast("list[object]", lxml.html.fromstring(page).xpath("//@href | //@src")):
        parts = urlsplit(urljoin("http://here" + path, str(found)))
        if parts.netloc == "here":
            yield parts.path + (f"?{parts.query}" if parts.query else ""), parts.fragment
