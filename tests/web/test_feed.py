"""The Atom feed: well-formed whatever the words, stable ids, limited to a story when asked."""

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

from headwater.web.catalogue import Catalogue
from headwater.web.desk import Desk
from headwater.web.feed import feed

ATOM = "{http://www.w3.org/2005/Atom}"


def _entries(text: str) -> list[ET.Element]:
    return ET.fromstring(text).findall(f"{ATOM}entry")  # noqa: S314 our own


def _with_caption(known: Catalogue, caption: str) -> Catalogue:
    return replace(known, claims={key: replace(line, caption=caption) for key, line in known.claims.items()})


def test_words_that_xml_cannot_hold_do_not_break_it(ledger_path: Path) -> None:
    known = Desk(ledger_path).catalogue()
    for caption in ("a & b <c>", "\x00\x08\x1b", "]]>", "\ufffe\uffff", "🌊"):
        (entry,) = _entries(feed(_with_caption(known, caption), "http://127.0.0.1", ""))
        assert entry.findtext(f"{ATOM}id") == "urn:headwater:clm-1"


def test_an_entry_says_outlets_roots_and_bottlenecks(ledger_path: Path) -> None:
    (entry,) = _entries(feed(Desk(ledger_path).catalogue(), "http://127.0.0.1", "sty-1"))
    told = entry.findtext(f"{ATOM}summary") or ""
    assert told.startswith(
        "Reported by 2 outlets, traced to 1–2 independent roots. Every path leads through Osterby Harbour"
    )
    assert entry.findtext(f"{ATOM}updated") == "2031-03-04T00:00:00Z"


def test_another_story_has_no_entries(ledger_path: Path) -> None:
    assert _entries(feed(Desk(ledger_path).catalogue(), "http://127.0.0.1", "sty-2")) == []
