"""Read the tab-separated files of this room: comments, one header line, then rows of as many columns.

Imports: the standard library and headwater.errors.
"""

from collections.abc import Iterator
from importlib.resources import files

from headwater.errors import LexiconError


def read_rows(file: str, header: tuple[str, ...]) -> Iterator[tuple[int, list[str]]]:
    """Yield the number and columns of every row of a data file.

    Args:
        file: Name in the folder `data`.
        header: Names of the columns, as the header line has them.

    Raises:
        LexiconError: A line has another number of columns.
    """
    content = files("headwater.lexicon").joinpath("data", file).read_text("utf-8")
    for number, line in enumerate(content.splitlines(), start=1):
        if not line or line.startswith(("#", f"{header[0]}\t")):
            continue
        columns = line.split("\t")
        if len(columns) != len(header):
            raise LexiconError(file, number, f"{len(columns)} columns where {', '.join(header)} are wanted")
        yield number, columns
