"""What keeps other sites out: the explorer answers this machine's own browser and nobody else.

- Host must name loopback, so that a foreign name that resolves here (DNS rebinding) gets nothing.
- A request that another origin makes (Origin, Sec-Fetch-Site) gets nothing, but for following a link to a page.
- A write must say that it comes from the explorer's own origin.
- Every answer forbids what no page needs: scripts and styles but our own files, frames, other origins.

Imports: starlette only.
"""

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]"})
READING = frozenset({"GET", "HEAD"})
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",  # with "no-referrer" browsers send a form's Origin as "null"
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


class Guard:
    """Refuses what does not come from this machine's own pages, and sets the headers of every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                headers.setdefault("cache-control", "no-store")
            await send(message)

        refusal = refused(scope["method"], Headers(scope=scope))
        if refusal is not None:
            status, words = refusal
            await PlainTextResponse(words + "\n", status)(scope, receive, guarded)
            return
        await self.app(scope, receive, guarded)


def refused(method: str, headers: Headers) -> tuple[int, str] | None:
    """Say why a request is refused: a status and a sentence; None when it may pass."""
    hosts = headers.getlist("host")
    if len(hosts) != 1 or _host_name(hosts[0]) not in LOOPBACK:
        return 421, "this explorer answers at 127.0.0.1 and localhost only"
    origins, site = headers.getlist("origin"), headers.get("sec-fetch-site")
    own = [f"http://{hosts[0].lower()}"]
    if method in READING:
        if origins and [origin.lower() for origin in origins] != own:
            return 403, "another site may not read the explorer"
        followed = headers.get("sec-fetch-mode") == "navigate" and headers.get("sec-fetch-dest") == "document"
        if site not in {None, "same-origin", "none"} and not followed:
            return 403, "another site may not read the explorer"
        return None
    if method != "POST":
        return 405, "the explorer reads, and takes judgements by POST"
    if [origin.lower() for origin in origins] != own:
        return 403, "a judgement must come from the explorer's own page"
    if site not in {None, "same-origin"}:
        return 403, "a judgement must come from the explorer's own page"
    return None


def _host_name(host: str) -> str:
    """Return the name of a Host header without its port; "" when it is malformed."""
    name, colon, port = host.rpartition(":") if not host.endswith("]") and ":" in host else (host, "", "")
    if colon and not (port.isascii() and port.isdecimal()):
        return ""
    return name.lower()
