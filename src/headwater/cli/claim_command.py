"""`headwater claim`: one claim, every statement with its words, chain and root."""

import json
from dataclasses import asdict
from pathlib import Path

import click
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from headwater.cli.session import marked, show, table
from headwater.ledger import Ledger
from headwater.report import Shelf, claim_sheet
from headwater.report.sheets import ClaimSheet, StatementSheet

# The shapes of the drawings: filled for a named root, hollow for an unnamed one, dotted where no source is named.
_SIGNS = {"named": "■", "unnamed": "◇", "unattributed": "◌", "circular": "◎", "aside": "·"}


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
    parts: list[RenderableType] = [Text(f"“{sheet.caption}”", style="bold")]
    parts.append(Text(f"{sheet.sentence} {sheet.open_ends}".rstrip()))
    through = f"Every path leads through {', '.join(sheet.bottlenecks)}. " if sheet.bottlenecks else ""
    parts.append(Text(f"{through}Routes that share nothing: {sheet.routes}.", style="dim"))
    for root in sheet.root_sheets:
        denies = "denies it; " if root.denying else ""
        title = Text.assemble(f"\n{_SIGNS[root.kind]} ", (root.name, "bold"), (f"  {denies}{root.adds}", "dim"))
        parts += [title, *(Padding(_statement(one), (int(k > 0), 0, 0, 2)) for k, one in enumerate(root.statements))]
    for dispute in sheet.disputes:
        when = "; the later publication explains the difference" if dispute.over_time else ""
        parts.append(Text.assemble("\n", (dispute.title, "bold"), (when, "dim")))
        rows = table("", "", "")
        for value, statements in dispute.values:
            numbers = " ".join(f"[{s.number}]" for s in statements)
            rows.add_row(Text(value, style="cyan"), ", ".join(dict.fromkeys(s.publisher for s in statements)), numbers)
        rows.show_header = False
        parts.append(Padding(rows, (0, 0, 0, 2)))
    for change in sheet.changes:
        parts.append(Text.assemble("\n", (f"{change.speaker}: {change.title}", "bold")))
        for name, one in (("before", change.before), ("after", change.after)):
            words = Text.assemble(
                (f"{name:<7}", "cyan"), one.passage.words, (f"  {one.publisher} [{one.number}]", "dim")
            )
            parts.append(Padding(words, (0, 0, 0, 2)))
    if sheet.altered:
        parts.append(Text("\nOne utterance, quoted differently", style="bold"))
    for quotation in sheet.altered:
        for wording in (quotation.fullest, quotation.version):
            words = Text("“")
            for text, changed in wording.runs:
                words.append_text(marked(text) if changed else Text(text))
            words.append(f"”  {wording.speaker} → {wording.publisher}")
            parts.append(Padding(words, (0, 0, 0, 2)))
        parts.append(Padding(Text(", ".join(quotation.changed), style="dim"), (0, 0, 0, 4)))
    show(*parts)


def _statement(statement: StatementSheet) -> Table:
    """Return a statement's number beside its words in context, and below them the way they came."""
    passage = statement.passage
    words = Text.assemble((passage.before, "dim"), marked(passage.words), (passage.after, "dim"))
    way = [hop.name for hop in reversed(statement.hops)]
    way = way if statement.root_kind != "unattributed" else ["no source named", *way]
    published = f", {statement.published}" if statement.published else ""
    words.append(f"\n{' → '.join([*way, statement.publisher])}{published}", style="not dim")
    aside = "" if statement.counted else f"; {statement.rule_words}"
    words.append(f"{aside} · {statement.record_id} [{passage.start}, {passage.end})", style="dim")
    made = Table.grid(padding=(0, 1, 0, 0))
    made.add_column(justify="right", style="cyan", width=3)
    made.add_column(overflow="fold")
    made.add_row(str(statement.number), words)
    return made
