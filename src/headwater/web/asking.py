"""One page of the explorer without a server: what `headwater serve --get PATH` prints.

Imports: the standard library and starlette's types only.
"""

import asyncio
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.types import ASGIApp, Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the explorer answers."""

    status: int
    media_type: str
    body: bytes


def answer(app: ASGIApp, path: str) -> Answer:
    """Return the page at an address such as "/claims?note=denied", as the explorer's own browser would get it."""
    return asyncio.run(_get(app, path if path.startswith("/") else "/" + path))


async def _get(app: ASGIApp, path: str) -> Answer:
    parts = urlsplit(path)
    sent: list[Message] = []
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http",
        "path": parts.path, "raw_path": parts.path.encode(), "query_string": parts.query.encode(), "root_path": "",
        "headers": [(b"host", b"127.0.0.1")], "client": ("127.0.0.1", 0), "server": ("127.0.0.1", 80),
    }  # fmt: skip

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    await app(scope, receive, send)
    start = next(message for message in sent if message["type"] == "http.response.start")
    headers = dict(start["headers"])
    body = b"".join(message.get("body", b"") for message in sent if message["type"] == "http.response.body")
    return Answer(status=start["status"], media_type=headers.get(b"content-type", b"").decode("latin-1"), body=body)
