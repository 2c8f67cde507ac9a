"""`headwater demo`: the bundled sample coverage, end to end."""

import webbrowser
from importlib.resources import as_file, files
from pathlib import Path

import click
from rich.text import Text

from headwater.api import trace_into
from headwater.cli.claim_rows import claims_table, summary
from headwater.cli.session import say, show
from headwater.config import Config
from headwater.ledger import Ledger
from headwater.report import Shelf, claim_sheets, write_report
from headwater.report.wording import many

_SHOWN_CLAIMS = 12


@click.command("demo")
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("headwater-demo"),
    show_default=True,
    help="Folder for the ledger and the report.",
)
@click.option("--open", "open_report", is_flag=True, help="Open the report in a browser.")
def demo(out: Path, *, open_report: bool) -> None:
    """Trace twelve invented articles about a dam whose spillway failed; print the findings, write the report."""
    out.mkdir(parents=True, exist_ok=True)
    ledger, report = out / "kestrel.hw.db", out / "kestrel.html"
    for left in out.glob(ledger.name + "*"):
        left.unlink()
    with as_file(files("headwater.cli").joinpath("coverage")) as coverage:
        traced = trace_into(ledger, [str(coverage)], config=Config())
    write_report(ledger, report)
    with Ledger.open(ledger) as opened:
        sheets = [sheet for sheet in claim_sheets(Shelf(opened)) if sheet.documents > 1]
        findings = opened.verify()
    outlets = {document.publisher for document in traced.documents}
    headline = f"{many(len(traced.documents), 'article')} by {many(len(outlets), 'outlet')}. {summary(sheets)}"
    show(Text(headline, style="bold"), claims_table(sheets[:_SHOWN_CLAIMS]))
    if len(sheets) > _SHOWN_CLAIMS:
        say(f"and {len(sheets) - _SHOWN_CLAIMS} more: headwater claims {ledger}")
    say(f"verify: {len(findings)} mismatches")
    click.echo(f"report: {report}")
    click.echo(f"ledger: {ledger}")
    if sheets:
        say(f"look closer: headwater claim {ledger} {sheets[0].claim_id}")
    say(f"explore:     headwater serve {ledger} --open")
    if open_report:
        webbrowser.open(report.resolve().as_uri())
