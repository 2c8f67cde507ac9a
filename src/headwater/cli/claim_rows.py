"""Claims as rows of a terminal: counts first, then the words, below them what to look at and the id.

Imports: rich, report and this room only.
"""

from collections.abc import Iterable

from rich.table import Table
from rich.text import Text

from headwater.cli.session import table
from headwater.report.sheets import ClaimSheet
from headwater.report.wording import DISPUTE_TAGS, OUTLETS_WORD, many


def claims_table(sheets: Iterable[ClaimSheet]) -> Table:
    """Return a table that fits 60 columns as well as 200."""
    shown = table("outlets", "roots", "claim, in its earliest words", numeric=("outlets", "roots"))
    for sheet in sheets:
        shown.add_row(str(sheet.publishers), Text(sheet.roots, style="bold cyan"), claim_words(sheet))
    return shown


def claim_words(sheet: ClaimSheet) -> Text:
    """Return a claim's words with what to look at and its id."""
    notes = [f"every path leads through {', '.join(sheet.bottlenecks)}"] if sheet.bottlenecks else []
    notes += [OUTLETS_WORD] if sheet.uncredited else []
    notes += ["circular: outlets cite one another, nobody stands behind it"] if sheet.circular else []
    notes += [DISPUTE_TAGS[d.kind] + (" over time" if d.over_time else "") for d in sheet.disputes]
    # One speaker may change a figure twice; the claim itself shows each change.
    notes += dict.fromkeys(f"{change.speaker}: {change.title}" for change in sheet.changes)
    notes += [DISPUTE_TAGS["quotation"]] if sheet.altered else []
    words = Text(sheet.caption, style="bold")
    if notes:
        words.append("\n" + "; ".join(notes), style="not bold")
    words.append(f"\n{sheet.claim_id}", style="not bold dim")
    return words


def summary(sheets: Iterable[ClaimSheet]) -> str:
    """Say how many claims stand in several articles, and how many of them rest on one root at most."""
    several = [sheet for sheet in sheets if sheet.documents > 1]
    one_root = sum(sheet.roots_max <= 1 for sheet in several)
    stand, rest = "stands" if len(several) == 1 else "stand", "rests" if one_root == 1 else "rest"
    return f"{many(len(several), 'claim')} {stand} in several articles; {one_root} {rest} on one root at most."
