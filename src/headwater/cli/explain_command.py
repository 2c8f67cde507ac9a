"""`headwater explain`: why two documents, statements, sources or claims are (or are not) linked."""

import json
from dataclasses import asdict
from pathlib import Path

import click
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from headwater.cli.session import show
from headwater.config import Config
from headwater.ledger import Ledger
from headwater.report.reasons import Reason, Reasons
from headwater.report.wording import FEATURES

_TITLES = {"about": "What is compared", "for": "For a link", "against": "Against it"}


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
    parts: list[RenderableType] = []
    for side, title in _TITLES.items():
        held = [reason for reason in reasons if reason.side == side]
        if held:
            parts += [Text(title if not parts else f"\n{title}", style="bold"), _rows(held)]
    show(*parts)


def _rows(reasons: list[Reason]) -> Table:
    """Return weights flush right, beside each its reason and below that the words that show it."""
    rows = Table.grid(padding=(0, 2, 0, 0))
    rows.add_column(justify="right", style="cyan", width=6)
    rows.add_column(overflow="fold")
    for reason in reasons:
        words = Text(FEATURES.get(reason.kind, reason.kind))
        if reason.words:
            words.append(f"\n{reason.words}", style="dim")
        rule = "" if reason.side == "about" else "rule"
        rows.add_row(f"{reason.weight:+.2f}" if reason.weight is not None else rule, words)
    return rows
