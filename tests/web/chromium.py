"""A Chromium of the system, an explorer to open in it, and a list of all that must not happen on a page."""

import shutil
import socket
import threading
import time
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import uvicorn

from headwater.web import create_app

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]


def open_browser() -> Iterator["Browser"]:
    """Yield a browser for a fixture; skip where the system has none."""
    if CHROMIUM is None:
        pytest.skip("needs a Chromium on the path, and there is none")
    sync_api = pytest.importorskip("playwright.sync_api", reason="needs the playwright package")
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


def serve(ledger: Path) -> Generator[str, None, None]:
    """Yield the address of an explorer in a thread of this process, for a fixture."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(create_app(ledger), host="127.0.0.1", port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join()


def watch(page: "Page", home: str) -> list[str]:
    """Return a list that fills with everything that must not happen on a page."""
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: told.append(str(error)))

    def close(dialog: "Dialog") -> None:
        told.append("dialog " + dialog.message)
        dialog.dismiss()

    page.on("dialog", close)
    page.on("request", lambda request: None if request.url.startswith(home) else told.append(request.url))
    return told
