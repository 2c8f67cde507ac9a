"""`headwater trace`: the main job. Coverage in, evidence ledger and report out."""

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from headwater.api import trace_into
from headwater.cli.session import Exit, say, told, worker_count
from headwater.config import Config
from headwater.reading import ReadDocument


@click.command("trace")
@click.argument("inputs", nargs=-1, required=True)
@click.option("--ledger", required=True, type=click.Path(path_type=Path, dir_okay=False), help="The ledger to write.")
@click.option("--report", type=click.Path(path_type=Path, dir_okay=False), help="Also write the HTML report here.")
@click.option("--without", multiple=True, metavar="SOURCE", help="Count as if this source or carrier were not there.")
@click.option(
    "--meta", type=click.Path(path_type=Path, exists=True), help="CSV with url, publisher, published_at, headline."
)
@click.option("--outlets", type=click.Path(path_type=Path, exists=True), help="Your own outlets, as TSV.")
@click.option("--processes", type=click.IntRange(1), help="Worker processes; the machine's cores by default.")
@click.option("--fetch", is_flag=True, help="Allow inputs that are URLs to be fetched.")
def trace(
    inputs: tuple[str, ...], ledger: Path, report: Path | None, without: tuple[str, ...], meta: Path | None,
    outlets: Path | None, processes: int | None, *, fetch: bool,
) -> None:  # fmt: skip
    """Read INPUTS (files, folders, - or URLs), trace their claims and write the ledger.

    A ledger that is there takes the new articles; what it holds already is not read again.
    """

    def progress(read: Iterable[ReadDocument], total: int) -> Iterable[ReadDocument]:
        return told(read, total, "read")

    traced = trace_into(
        ledger, inputs, config=Config(), without=without, meta=meta, outlets=outlets, fetch=fetch,
        stdin=sys.stdin.buffer, processes=worker_count(processes), progress=progress,
    )  # fmt: skip
    for rejection in traced.rejections:
        say(f"not read: {rejection.location}: {rejection.reason}: {rejection.detail}")
    say(f"{len(traced.documents)} articles, {len(traced.duplicates)} duplicates, {len(traced.rejections)} rejected")
    if traced.resumed:
        say(f"{traced.resumed} were in the ledger already and were not read again")
    say(f"ledger: {ledger}")
    if report is not None:
        from headwater.report import write_report  # noqa: PLC0415  templates load only when a report is wanted

        write_report(ledger, report)
        say(f"report: {report}")
    if traced.rejections:
        raise SystemExit(Exit.REJECTED_INPUTS)
