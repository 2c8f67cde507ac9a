"""What commands share: where words go, how progress is told, and the exit codes.

Data goes to standard output, words and progress to standard error; progress only on a terminal. Imports: click and
rich only.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from enum import IntEnum
from typing import TypeVar

import click
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

T = TypeVar("T")


class Exit(IntEnum):
    """Exit codes; 1 is an error of ours (click.ClickException), 2 wrong use (click.UsageError)."""

    DONE = 0
    REJECTED_INPUTS = 3
    MISMATCH = 4


def say(words: str) -> None:
    """Write a line for the person at the terminal, unless -q was given."""
    if not click.get_current_context().find_root().params.get("quiet"):
        click.echo(words, err=True)


def console() -> Console:
    """Return the console for tables: standard output, no colour when NO_COLOR is set or output is no terminal."""
    width = None if sys.stdout.isatty() else int(os.environ.get("COLUMNS", "100"))
    return Console(file=sys.stdout, width=width, highlight=False, soft_wrap=False)


def show(*parts: RenderableType) -> None:
    """Print what people read; into a pipe or a file without the spaces that fill lines."""
    out = console()
    if out.is_terminal:
        out.print(*parts, sep="\n")
        return
    with out.capture() as held:
        out.print(*parts, sep="\n")
    click.echo("\n".join(line.rstrip() for line in held.get().splitlines()))


def marked(words: str) -> Text:
    """Return words as evidence: reversed on a terminal, between guillemets where no style can show."""
    return Text(words, style="reverse") if sys.stdout.isatty() else Text(f"«{words}»")


def table(*columns: str, numeric: tuple[str, ...] = ()) -> Table:
    """Return an empty table in the house's plain style; columns of `numeric` stand flush right."""
    made = Table(box=None, pad_edge=False, header_style="dim", show_edge=False)
    for name in columns:
        right = name in numeric
        made.add_column(name, justify="right" if right else "left", overflow="fold", no_wrap=right)
    return made


def told(items: Iterable[T], total: int, what: str) -> Iterator[T]:
    """Yield items, counting them on standard error when that is a terminal and -q was not given."""
    quiet = bool(click.get_current_context().find_root().params.get("quiet"))
    if quiet or not sys.stderr.isatty():
        yield from items
        return
    for number, item in enumerate(items, start=1):
        click.echo(f"\r{what} {number} of {total}", nl=number == total, err=True)
        yield item


def worker_count(asked: int | None) -> int:
    """Return how many processes may read documents: what was asked for, or the cores of this machine."""
    return asked or os.cpu_count() or 1
