"""`headwater judge`: store a person's decision that two records are the same, or are not."""

from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

import click

from headwater.cli.session import say
from headwater.ledger import Ledger
from headwater.records import Verdict
from headwater.web.judging import judged


@click.command("judge")
@click.argument("ledger", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.argument("verdict", type=click.Choice(get_args(Verdict)))
@click.argument("left")
@click.argument("right")
@click.option("--by", "made_by", required=True, help="Who decides.")
@click.option("--because", "reason", default="", help="Why.")
def judge(ledger: Path, left: str, right: str, verdict: Verdict, made_by: str, reason: str) -> None:
    """Store in LEDGER that the records LEFT and RIGHT are VERDICT; the next run of `trace` obeys it."""
    fields = {"left": left, "right": right, "verdict": verdict, "made_by": made_by, "reason": reason}
    with Ledger.open(ledger, read_only=False) as opened:
        decision = judged(fields, opened, datetime.now(UTC))
        opened.add_judgement(decision)
    say(f"judgement: {decision.judgement_id}")
