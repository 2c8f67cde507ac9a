"""Hostile words in every text field: no element, attribute, script or link that the templates do not have."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.web.invented_words import write_ledger
from tests.web.page_check import shape, unsafe

from headwater.ledger import Ledger
from headwater.report import render_report
from headwater.web import create_app

PAGES = (
    "/", "/stories", "/claim/clm-1", "/article/doc-a?show=claims&show=sources&show=quantities&show=times&show=shared",
    "/compare/doc-a/doc-b", "/source/ent-s-varga", "/source/ent-s-official", "/sources", "/unnamed", "/disagreements",
    "/timeline", "/explain?a=doc-a&b=doc-b", "/explain?a=ent-s-varga&b=ent-s-official", "/rejected",
    "/judgements?left=ent-s-varga", "/search?q=barges", "/about",
)  # fmt: skip
OWN = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "</style><svg onload=x>",
    "javascript:alert(1)", "http://user@evil.example/\"><b>", "{{ 7*7 }}", "</title><script>x</script>", "<!-- x",
    "\\\";}</style><script>alert(1)</script>", "\x01\x02 control", "data:text/html,<script>x</script>",
    "\u202eright\u202c",
    "]]><x>", "&lt;script&gt;", "a" * 300, "\u2028\u2029", "<math><mi//xlink:href=\"data:x,<script>\">",
]  # fmt: skip
_TOGETHER = 12


def _chunks(strings: list[str]) -> Iterator[str]:
    held = [s for s in strings if s.strip() and not any("\ud800" <= c <= "\udfff" for c in s) and "\x00" not in s]
    for start in range(0, len(held), _TOGETHER):
        yield " ".join(held[start : start + _TOGETHER]).replace("\n", " ")


def _pages(path: Path, words: str) -> Iterator[tuple[str, bytes]]:
    write_ledger(path, words)
    with Ledger.open(path) as ledger:
        yield "report", render_report(ledger).encode("utf-8", "replace")
    with TestClient(create_app(path), base_url="http://127.0.0.1") as client:
        for address in PAGES:
            answer = client.get(address)
            assert answer.status_code == 200, (address, words)
            yield address, answer.content
        assert client.get("/feed.atom").status_code == 200


def _check(folder: Path, strings: list[str]) -> int:
    """Compare every page with the same page of a ledger of plain words; return how many pages were looked at."""
    usual: dict[str, set[tuple[str, str]]] = {}
    for words in ("plain", "https://outlet.example/plain"):
        for address, page in _pages(folder / f"{len(words)}.db", words):
            usual.setdefault(address, set()).update(shape(page))
    seen = 0
    for number, words in enumerate(strings):
        for address, page in _pages(folder / f"n{number}.db", words):
            assert unsafe(page) == [], (address, words)
            assert shape(page) - usual[address] == set(), (address, words)
            seen += 1
    return seen


def test_our_own_hostile_words_make_no_markup(tmp_path: Path) -> None:
    assert _check(tmp_path, OWN) == len(OWN) * (len(PAGES) + 1)


def test_the_list_of_naughty_strings_makes_no_markup(shared: Path, tmp_path: Path) -> None:
    path = shared / "data" / "hostile" / "naughty-strings" / "blns.json"
    if not path.is_file():
        pytest.skip(f"needs {path}")
    strings = json.loads(path.read_text("utf-8"))
    assert len(strings) == 515
    assert _check(tmp_path, list(_chunks(strings))) > 500
