"""One page from the web, only when the user asked for it: http and https, public addresses, bounded size and time.

The one file that opens a connection. Every hop of a redirect is checked again, so that a public page cannot send the
reader into a private network. Imports: the standard library and this room.
"""

import ipaddress
import re
import socket
import urllib.error
import urllib.request
from datetime import UTC, datetime
from http.client import HTTPException, HTTPMessage
from pathlib import PurePosixPath
from time import monotonic
from typing import IO
from urllib.parse import unquote, urlsplit

from headwater.config import IngestConfig
from headwater.ingest.draft import Metadata, RawInput, RefusalError
from headwater.ingest.sniff import HEAD_BYTES
from headwater.ingest.walk import unpacked_head

_AGENT = "headwater (news provenance; reads the page a person named)"
_BLOCK = 1 << 16
_ENDING_OF_TYPE = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/feed+json": ".json",
    "application/json": ".json",
    "application/jsonl": ".jsonl",
    "application/x-ndjson": ".jsonl",
    "application/warc": ".warc",
    "text/plain": ".txt",
}


def fetch_url(url: str, config: IngestConfig) -> RawInput:
    """Return what stands at an address, as bytes.

    Args:
        url: An http or https address.
        config: Limits: bytes, seconds, redirects.

    Raises:
        RefusalError: "network" when it cannot be had, "too-large" when it is more than the limit.
    """
    deadline = monotonic() + config.fetch_seconds
    redirects = _CheckedRedirects()
    # ProxyHandler reads the user's own proxy settings; nothing else is added to what urllib does.
    opener = urllib.request.build_opener(redirects)
    request = urllib.request.Request(url, headers={"User-Agent": _AGENT, "Accept-Encoding": "identity"})  # noqa: S310  scheme checked below
    try:
        check_public(url)
        with opener.open(request, timeout=config.fetch_seconds) as response:
            body = _read(response, config.max_input_bytes, deadline)
            final, headers = response.geturl(), response.headers
    except urllib.error.HTTPError as error:
        raise RefusalError("network", f"the server answered {error.code} {error.reason}") from error
    except (OSError, HTTPException, ValueError) as error:
        raise RefusalError("network", f"could not be fetched ({getattr(error, 'reason', None) or error})") from error
    name = _name(final, headers.get_content_type())
    return RawInput(
        location=url,
        record_id=PurePosixPath(name).stem or url,
        name=name,
        head=unpacked_head(body[:HEAD_BYTES]),
        path=None,
        body=body,
        metadata=Metadata(url=final),
        declared_encoding=headers.get_content_charset(),
        retrieved_at=datetime.now(UTC).replace(microsecond=0).isoformat(),
    )


def check_public(url: str) -> None:
    """Refuse an address that is not on the public web.

    Raises:
        RefusalError: Its scheme is not http or https, it names no host, or its host is in a private network.
    """
    parts = urlsplit(url)
    if parts.scheme.lower() not in {"http", "https"} or not parts.hostname:
        raise RefusalError("network", f"not an http or https address: {url[:200]}")
    for *_, place in socket.getaddrinfo(parts.hostname, parts.port or 80, type=socket.SOCK_STREAM):
        address = ipaddress.ip_address(re.sub(r"%.*$", "", str(place[0])))
        if not address.is_global:
            raise RefusalError("network", f"{parts.hostname} is {address}, not an address on the public web")


class _CheckedRedirects(urllib.request.HTTPRedirectHandler):
    max_redirections = 5

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> urllib.request.Request | None:
        check_public(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _read(response: IO[bytes], limit: int, deadline: float) -> bytes:
    parts: list[bytes] = []
    size = 0
    while block := response.read(_BLOCK):
        size += len(block)
        if size > limit:
            raise RefusalError("too-large", f"more than {limit:,} bytes, the limit of one document")
        if monotonic() > deadline:
            raise RefusalError("network", "the server sends too slowly; the time allowed is over")
        parts.append(block)
    return b"".join(parts)


def _name(url: str, media_type: str) -> str:
    name = PurePosixPath(unquote(urlsplit(url).path)).name
    ending = _ENDING_OF_TYPE.get(media_type, "")
    return name if not ending or name.lower().endswith(ending) else name + ending
