"""`headwater info`: versions, and what a ledger holds."""

import json
import platform
from pathlib import Path

import click
from rich.text import Text

from headwater import __version__
from headwater.cli.session import show, table
from headwater.ledger import Ledger
from headwater.models import weights_sha256


@click.command("info")
@click.argument("ledger", required=False, type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def info(ledger: Path | None, *, as_json: bool) -> None:
    """Print versions and, with LEDGER, its state, hashes and number of rows."""
    facts: dict[str, object] = {
        "headwater": __version__,
        "python": platform.python_version(),
        "model_sha256": weights_sha256(),
    }
    rows: dict[str, int] = {}
    if ledger is not None:
        with Ledger.open(ledger) as opened:
            held, runs = opened.info(), opened.runs()
        rows = dict(held.row_counts)
        facts |= {
            "ledger": str(ledger),
            "state": held.state,
            "format": held.format,
            "written_by": held.headwater_version,
            "chained_root": held.chained_root,
            "run_id": held.run_id,
            "started_at": next((run.started_at for run in runs if run.run_id == held.run_id), None),
            "bytes": held.bytes,
        }
    if as_json:
        click.echo(json.dumps(facts | ({"rows": rows} if ledger else {}), ensure_ascii=False))
        return
    shown = table("", "")
    shown.show_header = False
    for name, value in facts.items():
        shown.add_row(Text(name.replace("_", " "), style="dim"), str(value) if value is not None else "")
    show(shown)
    held_rows = table("rows", "of", numeric=("rows",))
    for name, number in rows.items():
        if number:
            held_rows.add_row(f"{number:,}", name.replace("_", " "))
    if rows:
        show(Text(), held_rows)
