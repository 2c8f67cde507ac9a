"""`headwater explain`: why two documents, statements, sources or claims are (or are not) linked."""

import json
from dataclasses import asdict
from pathlib import Path

import click

from headwater.cli.session import console, table
from headwater.config import Config
from headwater.ledger import Ledger
from headwater.report.reasons import Reasons


@click.command("explain")
@click.argument("ledger", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.argument("a")
@click.argument("b")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a reason, one a line.")
def explain(ledger: Path, a: str, b: str, *, as_json: bool) -> None:
    """Show every reason for and against linking A and B, each with its words and weight.

    A and B are two ids of one kind, as the other commands print them; documents and sources may be given by name. A
    weight is a cosine, a share or log-odds, as its reason says; a rule has none.
    """
    with Ledger.open(ledger) as opened:
        reasons = Reasons(opened, Config()).explain(a, b)
    if as_json:
        for reason in reasons:
            click.echo(json.dumps(asdict(reason), ensure_ascii=False))
        return
    shown = table("", "reason", "words", "weight", numeric=("weight",))
    for reason in reasons:
        shown.add_row(reason.side, reason.kind, reason.words, "" if reason.weight is None else f"{reason.weight:+.2f}")
    console().print(shown)
