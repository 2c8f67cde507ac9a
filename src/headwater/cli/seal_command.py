"""`headwater seal`: close a ledger for good."""

from pathlib import Path

import click

from headwater.cli.session import say
from headwater.ledger import Ledger


@click.command("seal")
@click.argument("ledger", type=click.Path(path_type=Path, dir_okay=False, exists=True))
def seal(ledger: Path) -> None:
    """Checkpoint, verify and close LEDGER for writing; prints the root that covers every row."""
    with Ledger.open(ledger, read_only=False) as opened:
        root = opened.seal()
    click.echo(root)
    say(f"{ledger} is sealed: it opens read-only from now on")
