"""A ledger as pages for people: the one-file report, and the sheets and drawings that the explorer shares."""

from headwater.report.build import claim_sheet, claim_sheets
from headwater.report.shelf import Shelf
from headwater.report.write import render_report, write_report

__all__ = ["Shelf", "claim_sheet", "claim_sheets", "render_report", "write_report"]
