"""The explorer and the report in Chromium: no console error, no foreign request, no dialog; also without JavaScript.

Skipped, saying so, where the system has no Chromium.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.ledger import invented
from tests.web.chromium import open_browser, serve, watch
from tests.web.invented_words import write_ledger
from tests.web.test_naughty_strings import OWN

from headwater.report import write_report

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PAGES = (
    "/", "/stories", "/timeline", "/sources", "/unnamed", "/disagreements", "/rejected", "/judgements", "/about",
    "/claim/clm-1", "/article/doc-a", "/compare/doc-a/doc-b", "/source/ent-s-varga", "/search?q=barges",
    "/explain?a=doc-a&b=doc-b",
)  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    yield from open_browser()


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = tmp_path_factory.mktemp("served") / "story.hw.db"
    invented.write_ledger(path)
    yield from serve(path)


@pytest.mark.parametrize("javascript", [True, False], ids=["with-javascript", "without"])
def test_every_page_opens_without_a_word_on_the_console_or_a_request_elsewhere(
    browser: "Browser", served: str, *, javascript: bool
) -> None:
    context = browser.new_context(java_script_enabled=javascript)
    page = context.new_page()
    told = watch(page, served)
    for path in PAGES:
        answer = page.goto(served + path)
        assert answer is not None
        assert answer.status == 200
        assert page.locator("h1").count() == 1
    context.close()
    assert told == []


@pytest.mark.parametrize("width", [400, 900, 1440])
def test_no_page_is_wider_than_the_window(browser: "Browser", served: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    for path in PAGES:
        page.goto(served + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    context.close()


def test_keys_move_search_and_help(browser: "Browser", served: str) -> None:
    page = browser.new_page()
    told = watch(page, served)
    page.goto(served + "/claim/clm-1")
    page.keyboard.press("j")
    assert page.locator(".here").count() == 1
    page.keyboard.press("?")
    assert page.locator("dialog[open]").count() == 1
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    page.close()
    assert told == []


def test_a_judgement_can_be_made_without_javascript(browser: "Browser", served: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served + "/judgements?left=ent-s-varga&right=ent-s-official")
    page.check("input[value=different]")
    page.fill("input[name=made_by]", "the desk")
    page.fill("input[name=reason]", "another <b>person</b>")
    page.click("text=Store the judgement")
    page.wait_for_url("**/judgements")
    assert page.locator("td", has_text="another <b>person</b>").count() == 1
    context.close()


def test_the_report_opens_from_disk_with_no_request_and_prints(browser: "Browser", tmp_path: Path) -> None:
    ledger, report = tmp_path / "story.hw.db", tmp_path / "story.html"
    invented.write_ledger(ledger)
    write_report(ledger, report)
    page = browser.new_page()
    told = watch(page, "file:")
    page.goto(report.as_uri())
    assert page.locator("svg.provenance").count() == 1
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")
    page.close()
    assert told == []


def test_hostile_words_open_no_dialog(browser: "Browser", tmp_path: Path) -> None:
    strings = list(OWN)
    listed = Path(__file__).resolve().parents[3] / "shared" / "data" / "hostile" / "naughty-strings" / "blns.json"
    if listed.is_file():  # the optional data sets beside the checkout
        strings += [s for s in json.loads(listed.read_text("utf-8")) if s.strip() and "\x00" not in s]
    page = browser.new_page()
    told = watch(page, "file:")
    for number, start in enumerate(range(0, len(strings), 40)):
        words = " ".join(strings[start : start + 40]).replace("\n", " ").encode("utf-8", "replace").decode()
        ledger, report = tmp_path / f"{number}.db", tmp_path / f"{number}.html"
        write_ledger(ledger, words)
        write_report(ledger, report)
        page.goto(report.as_uri())
        assert page.locator("script").count() == 0
    page.close()
    assert told == []


def test_hostile_words_do_nothing_on_any_page_of_the_explorer(browser: "Browser", tmp_path: Path) -> None:
    path = tmp_path / "hostile.hw.db"
    write_ledger(path, " ".join(OWN).replace("\n", " "))
    serving = serve(path)
    home = next(serving)
    page = browser.new_page()
    told = watch(page, home)
    for address in PAGES:
        answer = page.goto(home + address)
        assert answer is not None
        assert answer.status == 200, address
        assert page.locator("script").count() == 1, address
    page.close()
    serving.close()
    assert told == []
