"""`headwater serve`: the explorer, on this machine only."""

import webbrowser
from pathlib import Path
from threading import Timer

import click

from headwater.cli.session import say
from headwater.web import answer, create_app

_HOST = "127.0.0.1"


@click.command("serve")
@click.argument("ledger", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option("-p", "--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="Port; 0 takes any.")
@click.option("--open", "open_browser", is_flag=True, help="Open the explorer in the browser.")
@click.option("--get", "path", metavar="PATH", help="Print one page (such as /index.json) and end; nothing is served.")
def serve(ledger: Path, *, port: int, open_browser: bool, path: str | None) -> None:
    """Serve LEDGER's explorer at 127.0.0.1 until Ctrl-C."""
    app = create_app(ledger)
    if path is not None:
        got = answer(app, path)
        click.echo(got.body, nl=False)
        if got.status != 200:
            raise click.ClickException(f"{path}: status {got.status}")
        return
    import uvicorn  # noqa: PLC0415  a fifth of a second that --get does not need

    server = uvicorn.Server(uvicorn.Config(app, host=_HOST, port=port, log_level="warning", server_header=False))
    address = f"http://{_HOST}:{port}/"
    say(f"explorer: {address} (Ctrl-C ends it)")
    if open_browser:
        Timer(1.0, webbrowser.open, (address,)).start()
    server.run()
