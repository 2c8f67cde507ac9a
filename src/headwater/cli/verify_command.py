"""`headwater verify`: every span equals its words, every hash holds, nothing points at nothing."""

from pathlib import Path

import click

from headwater.cli.session import Exit, say
from headwater.ledger import Ledger


@click.command("verify")
@click.argument("ledger", type=click.Path(path_type=Path, dir_okay=False, exists=True))
def verify(ledger: Path) -> None:
    """Check LEDGER; exit 4 and name the rows when something does not hold."""
    with Ledger.open(ledger) as opened:
        findings = opened.verify()
        counts = dict(opened.info().row_counts)
    for finding in findings:
        click.echo(
            f"{finding.table} {finding.row_id}: {finding.what}: expected {finding.expected}, found {finding.found}"
        )
    if findings:
        raise SystemExit(Exit.MISMATCH)
    say(f"{counts.get('span', 0)} spans equal their words; {sum(counts.values())} rows and their hashes hold")
