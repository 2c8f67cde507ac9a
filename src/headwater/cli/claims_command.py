"""`headwater claims`: the claims of a ledger, by the gap between outlets and roots."""

import json
from pathlib import Path

import click

from headwater.cli.claim_rows import claims_table, summary
from headwater.cli.session import say, show
from headwater.ledger import Ledger
from headwater.report import Shelf, claim_sheets


@click.command("claims")
@click.argument("ledger", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option("--json", "as_json", is_flag=True, help="One JSON object a claim, one a line.")
@click.option("--all", "every", is_flag=True, help="Also what stands in one article only.")
def claims(ledger: Path, *, as_json: bool, every: bool) -> None:
    """List the claims of LEDGER, the widest gap between outlets and roots first."""
    with Ledger.open(ledger) as opened:
        sheets = [sheet for sheet in claim_sheets(Shelf(opened)) if every or sheet.documents > 1]
    if as_json:
        for sheet in sheets:
            click.echo(
                json.dumps(
                    {
                        "claim_id": sheet.claim_id,
                        "caption": sheet.caption,
                        "publishers": sheet.publishers,
                        "documents": sheet.documents,
                        "roots": {"min": sheet.roots_min, "max": sheet.roots_max},
                        "bottlenecks": sheet.bottlenecks,
                        "circular": sheet.circular,
                        "discrepancies": [dispute.kind for dispute in sheet.disputes],
                        "position_changes": len(sheet.changes),
                        "altered_quotations": len(sheet.altered),
                    },
                    ensure_ascii=False,
                )
            )
        return
    say(summary(sheets))
    if sheets:
        show(claims_table(sheets))
    elif not every:
        say("What one article alone says: headwater claims --all")
