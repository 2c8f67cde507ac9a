"""`headwater claim`: one claim, every statement with its words, chain and root."""

import json
from dataclasses import asdict
from pathlib import Path

import click
from rich.padding import Padding
from rich.text import Text

from headwater.cli.session import console
from headwater.ledger import Ledger
from headwater.report import Shelf, claim_sheet
from headwater.report.sheets import ClaimSheet, StatementSheet


@click.command("claim")
@click.argument("ledger", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.argument("claim_id")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def claim(ledger: Path, claim_id: str, *, as_json: bool) -> None:
    """Show one claim of LEDGER with the words behind every number."""
    with Ledger.open(ledger) as opened:
        shelf = Shelf(opened, claim_id)
        sheet = claim_sheet(shelf, shelf.claims[0])
    if as_json:
        fields = {name: value for name, value in asdict(sheet).items() if name != "svg"}
        click.echo(json.dumps(fields, ensure_ascii=False))
        return
    _print(sheet)


def _print(sheet: ClaimSheet) -> None:
    out = console()
    out.print(Text(f"“{sheet.caption}”", style="bold"))
    outlets = f"reported by {sheet.publishers} outlet{'' if sheet.publishers == 1 else 's'}"
    out.print(f"{outlets}, traced to {sheet.roots} root{'' if sheet.roots == '1' else 's'}; routes {sheet.routes}")
    if sheet.bottlenecks:
        out.print(f"every path leads through {', '.join(sheet.bottlenecks)}")
    if sheet.circular:
        out.print("circular: outlets cite each other and nobody stands behind it")
    for root in sheet.root_sheets:
        out.print()
        out.print(
            Text(root.name, style="bold"), Text(f"({root.kind}{', denies it' if root.denying else ''})", style="dim")
        )
        for statement in root.statements:
            out.print(Padding(_statement(statement), (0, 0, 0, 2)))
    for dispute in sheet.disputes:
        out.print()
        out.print(f"{dispute.kind}s that cannot all hold{', over time' if dispute.over_time else ''}:")
        for value, statements in dispute.values:
            out.print(f"  {value}: {', '.join(dict.fromkeys(s.publisher for s in statements))}")
    for change in sheet.changes:
        out.print()
        out.print(f"{change.speaker}, {change.kind.replace('_', ' ')}:")
        out.print(f"  before, {change.before.publisher}: {change.before.passage.words}")
        out.print(f"  after, {change.after.publisher}: {change.after.passage.words}")


def _statement(statement: StatementSheet) -> Text:
    text = Text()
    text.append(statement.passage.before, style="dim")
    text.append(statement.passage.words, style="reverse")
    text.append(statement.passage.after, style="dim")
    chain = " → ".join(hop.name for hop in statement.hops) or "no source named"
    where = f"{statement.record_id} [{statement.passage.start}, {statement.passage.end})"
    text.append(
        f"\n{statement.publisher}{', ' + statement.published if statement.published else ''}: {chain}; {where}\n"
    )
    return text
