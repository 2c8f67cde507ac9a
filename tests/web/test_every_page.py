"""The explorer and the report of the bundled coverage in Chromium: every page, every link, and axe-core.

Skipped, saying so, where there is no Chromium; the checks of accessibility also where node_modules/ holds no axe-core
(continuous integration installs it). HEADWATER_EVERY_PAGE=1 runs axe-core on all pages instead of one of each kind.
"""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient
from tests.web.chromium import open_browser, serve, watch
from tests.web.demo import every_page, links, trace_demo

from headwater.report import write_report
from headwater.web import create_app

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
SERIOUS = {"serious", "critical"}
# WCAG 2.2 AA and axe-core's own best practices; a rule of its experiments would not be a finding.
RUN = "async () => (await axe.run(document, {resultTypes: ['violations']})).violations"
KIND = re.compile(r"^/[a-z]*")


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return trace_demo(tmp_path_factory.mktemp("every-page"))


@pytest.fixture(scope="module")
def pages(ledger: Path) -> list[str]:
    return every_page(ledger)


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    yield from open_browser()


@pytest.fixture(scope="module")
def home(ledger: Path) -> Iterator[str]:
    yield from serve(ledger)


def one_of_each(pages: list[str]) -> list[str]:
    """Return one page of every kind, two of claims and sources; all pages when the environment asks for them."""
    if os.environ.get("HEADWATER_EVERY_PAGE"):
        return pages
    kinds: dict[str, list[str]] = {}
    for path in pages:
        kinds.setdefault(KIND.match(path)[0], []).append(path)  # type: ignore[index]
    return [path for kind, found in kinds.items() for path in found[: 2 if kind in {"/claim", "/source"} else 1]]


def test_every_link_of_every_page_leads_to_a_page_and_to_a_place_on_it(ledger: Path, pages: list[str]) -> None:
    anchors: dict[str, set[str]] = {}
    wanted: set[tuple[str, str]] = set()
    with TestClient(create_app(ledger), base_url="http://127.0.0.1:8765") as client:
        todo = list(pages)
        for path in todo:  # grows by the forms and variations that pages lead to; theirs are of the same making
            answer = client.get(path)
            assert answer.status_code == 200, path
            anchors[path] = set(re.findall(r' id="([^"]*)"', answer.text))
            if path in pages:
                found = list(links(path, answer.content))
                wanted |= {(target, fragment) for target, fragment in found if fragment}
                todo += [target for target in dict.fromkeys(t for t, _ in found) if target not in todo]
    assert sorted((path, anchor) for path, anchor in wanted if anchor not in anchors[path]) == []
    assert len(anchors) > 500


def test_every_page_opens_without_a_word_on_the_console_or_a_request_elsewhere(
    browser: "Browser", home: str, pages: list[str]
) -> None:
    page = browser.new_page()
    told = watch(page, home)
    assert len(pages) > 80
    for path in pages:
        answer = page.goto(home + path)
        assert answer is not None
        assert answer.status == 200, path
        assert page.locator("h1").count() == 1, path
    page.close()
    assert told == []


def test_every_kind_of_page_says_the_same_without_javascript(browser: "Browser", home: str, pages: list[str]) -> None:
    with_it, without = browser.new_context(), browser.new_context(java_script_enabled=False)
    told = []
    for path in one_of_each(pages):
        said = []
        for context in (with_it, without):
            page = context.new_page()
            watched = watch(page, home)
            page.goto(home + path)
            said.append(page.inner_text("main"))
            page.close()
            told += watched
        assert said[0] == said[1], path
    with_it.close()
    without.close()
    assert told == []


def _findings(page: "Page") -> list[str]:
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate(RUN)
    return [
        f"{one['id']} ({one['impact']}): {json.dumps(one['nodes'][0]['html'])}"
        for one in found
        if one["impact"] in SERIOUS
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_core_finds_nothing_serious_on_any_page_or_in_the_report(
    browser: "Browser", home: str, pages: list[str], ledger: Path, tmp_path: Path, scheme: str
) -> None:
    if not AXE.is_file():
        pytest.skip(f"needs axe-core: npm install --no-save axe-core, so that {AXE} is there")
    report = tmp_path / "report.html"
    write_report(ledger, report)
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    found: dict[str, list[str]] = {}
    for address in [report.as_uri(), *(home + path for path in one_of_each(pages))]:
        page.goto(address)
        found[address] = _findings(page)
    context.close()
    assert {address: findings for address, findings in found.items() if findings} == {}
