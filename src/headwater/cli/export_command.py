"""`headwater export`: a ledger in another format."""

import sys
from pathlib import Path

import click

from headwater.cli.session import say
from headwater.ledger import Ledger
from headwater.registry import exporter_names, load_exporter


@click.command("export")
@click.argument("ledger", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option("--format", "name", required=True, type=click.Choice(exporter_names()), help="Format to write.")
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path, allow_dash=True), help="File or folder.")
def export(ledger: Path, name: str, output: Path) -> None:
    """Write LEDGER to OUTPUT in another format; the same ledger gives the same bytes."""
    write = load_exporter(name)
    with Ledger.open(ledger) as opened:
        if str(output) == "-":
            write(opened, sys.stdout)
        else:
            write(opened, output)
            say(f"{name}: {output}")
