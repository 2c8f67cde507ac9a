"""The explorer: routes, the three forms of every page, errors as pages, and the security of all of it.

Imports: starlette, jinja2, ledger, report and this room only.
"""

import csv
import io
import json
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from jinja2 import ChoiceLoader, Environment, PackageLoader
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from headwater import __version__
from headwater.errors import HeadwaterError, InputError, LedgerError, NotFoundError
from headwater.export import safe_cell
from headwater.report.rendering import make_environment, stylesheet
from headwater.report.sheets import StatementSheet
from headwater.report.typefaces import FONT_FILES, font_bytes, font_rules
from headwater.web import article_page, claim_pages, explain_page, other_pages, search_page, source_pages
from headwater.web.desk import Desk
from headwater.web.feed import feed
from headwater.web.guard import Guard
from headwater.web.judging import MAX_FORM_BYTES, Tokens, judged
from headwater.web.page import Ask, Page, as_plain

Handler = Callable[[Ask], Page]

PAGES: tuple[tuple[str, Handler], ...] = (
    ("/", claim_pages.overview),
    ("/about", other_pages.about),
    ("/article/{key}", article_page.article),
    ("/claim/{key}", claim_pages.claim),
    ("/compare/{left}/{right}", other_pages.compare),
    ("/disagreements", claim_pages.disagreements),
    ("/explain", explain_page.explain_page),
    ("/judgements", other_pages.judgements),
    ("/rejected", other_pages.rejected),
    ("/search", search_page.search),
    ("/source/{key}", source_pages.source),
    ("/sources", source_pages.sources),
    ("/stories", claim_pages.stories),
    ("/timeline", claim_pages.timeline),
    ("/unnamed", source_pages.unnamed),
)
_STATIC = {
    "explorer.css": "text/css",
    "explorer.mjs": "text/javascript",
    "report.css": "text/css",
    "mark.svg": "image/svg+xml",
}


class _ExplorerLinks:
    """Where things stand in the explorer."""

    def anchor(self, sheet: StatementSheet) -> str:
        """Return the statement's own id, which stays the same from run to run."""
        return sheet.statement_id

    def statement(self, sheet: StatementSheet) -> str:
        """Return the anchor of a statement on its claim's page."""
        return f"#{sheet.statement_id}"

    def article(self, doc_id: str, statement_id: str) -> str:
        """Return the page of an article, at a statement."""
        return f"/article/{doc_id}#{statement_id}"

    def claim(self, claim_id: str) -> str:
        """Return the page of a claim."""
        return f"/claim/{claim_id}"

    def words_id(self, claim_id: str) -> str:
        """Return one id for all: a page shows one claim."""
        del claim_id
        return "words"

    def evidence(self, claim_id: str) -> str:
        """Return a claim's page, at its statements."""
        return f"/claim/{claim_id}#words"

    def altered_id(self, claim_id: str) -> str:
        """Return one id for all: a page shows one claim."""
        del claim_id
        return "altered"

    def altered(self, claim_id: str) -> str:
        """Return a claim's page, at its altered quotations."""
        return f"/claim/{claim_id}#altered"

    def source(self, entity_id: str) -> str:
        """Return the page of a source."""
        return f"/source/{entity_id}" if entity_id else ""

    def words(self, doc_id: str, start: int, end: int) -> str:
        """Return the page of an article, at the words."""
        return f"/article/{doc_id}?at={start}-{end}#at"

    def compare(self, left: str, right: str) -> str:
        """Return the page of two articles side by side."""
        return f"/compare/{left}/{right}"


@cache
def templates() -> Environment:
    """Return the explorer's templates before the report's, which it shares."""
    loader = ChoiceLoader([PackageLoader("headwater.web"), PackageLoader("headwater.report")])
    return make_environment(loader, _ExplorerLinks())


def create_app(ledger: Path) -> Starlette:
    """Return the explorer of a ledger as an ASGI application.

    Raises:
        LedgerError: The file is missing, no ledger, or of another version.
    """
    desk, tokens = Desk(ledger), Tokens()
    routes = [Route("/feed.atom", _feed(desk), methods=["GET"])]
    routes += [Route("/static/{name}", _static, methods=["GET"])]
    routes += [Route("/judge", _judge(desk, tokens), methods=["POST"])]
    for path, handler in PAGES:
        stem = "/index" if path == "/" else path
        routes += [
            Route(f"{stem}.json", _as_json(desk, handler), methods=["GET"]),
            Route(f"{stem}.csv", _as_csv(desk, handler), methods=["GET"]),
            Route(path, _as_html(desk, tokens, handler, stem), methods=["GET"]),
        ]
    return Starlette(
        routes=routes,
        middleware=[Middleware(Guard)],
        exception_handlers={NotFoundError: _refuse, HeadwaterError: _refuse, HTTPException: _refuse},
    )


def _ask(desk: Desk, request: Request) -> Ask:
    path = request.url.path
    for ending in (".json", ".csv"):
        path = path.removesuffix(ending)
    address = "/" if path == "/index" else path
    return Ask(path=dict(request.path_params), query=request.query_params.multi_items(), desk=desk, address=address)


def _as_html(desk: Desk, tokens: Tokens, handler: Handler, stem: str) -> Callable[[Request], Response]:
    def endpoint(request: Request) -> Response:
        ask = _ask(desk, request)
        page = handler(ask)
        file = request.url.path if request.url.path != "/" else stem
        query = request.url.query
        return _page(
            page.template, page.title,
            path=request.url.path, here=ask.here, token=tokens.token(),
            json_twin=f"{file}.json" + (f"?{query}" if query else ""),
            tables=[(name, f"{file}.csv?" + _joined(query, name)) for name in page.tables],
            **page.data,
        )  # fmt: skip

    return endpoint


def _joined(query: str, table: str) -> str:
    return f"{query}&table={table}" if query else f"table={table}"


def _page(template: str, title: str, status: int = 200, **data: Any) -> Response:
    html = templates().get_template(template).render(title=title, version=__version__, **data)
    return Response(html.encode("utf-8", "replace"), status, media_type="text/html; charset=utf-8")


def _as_json(desk: Desk, handler: Handler) -> Callable[[Request], Response]:
    def endpoint(request: Request) -> Response:
        page = handler(_ask(desk, request))
        plain = {"title": page.title, **{key: as_plain(value) for key, value in page.data.items()}}
        text = json.dumps(plain, ensure_ascii=False, indent=1, default=str)
        return Response(text.encode("utf-8", "replace"), media_type="application/json")

    return endpoint


def _as_csv(desk: Desk, handler: Handler) -> Callable[[Request], Response]:
    def endpoint(request: Request) -> Response:
        page = handler(_ask(desk, request))
        name = request.query_params.get("table") or next(iter(page.tables))
        if name not in page.tables:
            raise NotFoundError("table", name, tuple(page.tables))
        stream = io.StringIO()
        writer = csv.writer(stream)
        writer.writerow(page.tables[name].columns)
        writer.writerows([safe_cell(cell) for cell in row] for row in page.tables[name].rows)
        headers = {"content-disposition": f'attachment; filename="{name}.csv"'}
        return Response(stream.getvalue().encode("utf-8", "replace"), media_type="text/csv", headers=headers)

    return endpoint


def _feed(desk: Desk) -> Callable[[Request], Response]:
    def endpoint(request: Request) -> Response:
        text = feed(desk.catalogue(), str(request.base_url).rstrip("/"), request.query_params.get("story", ""))
        return Response(text.encode("utf-8", "replace"), media_type="application/atom+xml")

    return endpoint


def _static(request: Request) -> Response:
    name = request.path_params["name"]
    if name in FONT_FILES:
        return Response(font_bytes(name), media_type="font/woff2", headers={"cache-control": "max-age=86400"})
    if name not in _STATIC:
        raise HTTPException(404)
    own = files("headwater.web").joinpath("static", name)
    fonts = font_rules(lambda font: f"/static/{font}", extended=True)
    text = fonts + stylesheet() if name == "report.css" else own.read_text("utf-8")
    return Response(text, media_type=_STATIC[name], headers={"cache-control": "max-age=600"})


def _judge(desk: Desk, tokens: Tokens) -> Callable[[Request], Any]:
    async def endpoint(request: Request) -> Response:
        body = bytearray()
        async for chunk in request.stream():
            body += chunk
            if len(body) > MAX_FORM_BYTES:
                raise HTTPException(413, "the form is too large")
        if not request.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
            raise HTTPException(415, "a judgement comes as a form")
        fields = parse_qs(body.decode("utf-8", "replace"), max_num_fields=20)
        form = {name: values[-1] for name, values in fields.items()}
        if not tokens.holds(form.get("token", "")):
            raise HTTPException(403, "the form is not the explorer's own, or is from an earlier run; open it again")
        await run_in_threadpool(_store, desk, form)
        return RedirectResponse("/judgements", 303)

    return endpoint


def _store(desk: Desk, form: dict[str, str]) -> None:
    with desk.ledger() as ledger:
        judgement = judged(form, ledger, datetime.now(UTC))
    desk.judge(judgement)


def _refuse(request: Request, error: Exception) -> Response:
    """Show what went wrong as a page: never a trace, never more than the error's own sentence."""
    status, words = 500, str(error)
    if isinstance(error, HTTPException):
        status, words = error.status_code, error.detail
    elif isinstance(error, NotFoundError):
        status = 404
    elif isinstance(error, InputError | LedgerError):
        status = 400 if isinstance(error, InputError) else 409
    return _page("error.html", f"{status}", status, path=request.url.path, words=words, status_code=status)
