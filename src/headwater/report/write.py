"""The door of the room: a ledger into one HTML file that needs no network and no script.

Imports: ledger, errors, the version and this room only.
"""

from pathlib import Path

from headwater import __version__
from headwater.errors import LedgerError
from headwater.ledger import Ledger
from headwater.report.contents import report_sheet
from headwater.report.rendering import environment, running_head, source_hash, stylesheet
from headwater.report.typefaces import held_fonts


def write_report(ledger: Path, output: Path) -> None:
    """Write the report of a ledger to a file, replacing it.

    Raises:
        LedgerError: The file is no ledger, or the report cannot be written where it was asked for.
    """
    with Ledger.open(ledger) as opened:
        page = render_report(opened)
    try:
        output.write_bytes(page.encode("utf-8", "replace"))
    except OSError as error:
        found = f"the report cannot be written ({error.strerror})"
        raise LedgerError(str(output), found, "name another file") from error


def render_report(ledger: Ledger) -> str:
    """Return the report as HTML; the same ledger gives the same bytes."""
    sheet = report_sheet(ledger)
    every = (*sheet.claims, *sheet.single)
    body = (
        environment()
        .get_template("report_body.html")
        .render(
            r=sheet,
            disputed=[dispute for claim in every for dispute in claim.disputes],
            changed=[change for claim in every for change in claim.changes],
        )
    )
    css = held_fonts(body) + stylesheet() + running_head(sheet.title)
    page = environment().get_template("report.html")
    return page.render(r=sheet, body=body, css=css, css_hash=source_hash(css), version=__version__)
