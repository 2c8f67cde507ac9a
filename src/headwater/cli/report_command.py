"""`headwater report`: the one-file HTML report of a ledger."""

from pathlib import Path

import click

from headwater.cli.session import say
from headwater.report import write_report


@click.command("report")
@click.argument("ledger", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path, dir_okay=False), help="The HTML file.")
def report(ledger: Path, output: Path) -> None:
    """Write the report of LEDGER to OUTPUT."""
    write_report(ledger, output)
    say(f"report: {output}")
