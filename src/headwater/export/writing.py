"""Where an export goes: a file that is complete or not there, or an open stream.

Imports: the standard library, ledger and headwater.errors only.
"""

import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from headwater.errors import LedgerError
from headwater.ledger import Ledger


@contextmanager
def text_output(out: Path | TextIO) -> Iterator[TextIO]:
    r"""Give a stream to write to; a path gets UTF-8 with "\n" and appears under its name only when all is written."""
    if not isinstance(out, Path):
        yield out
        return
    part = out.with_name(out.name + ".part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as file:
            yield file
        os.replace(part, out)  # noqa: PTH105  Path.replace does the same; this name says what is meant
    finally:
        part.unlink(missing_ok=True)


def folder_output(out: Path | TextIO, form: str) -> Path:
    """Return the folder an export of several files goes to, made if need be.

    Raises:
        LedgerError: The output is a stream or a file.
    """
    if not isinstance(out, Path):
        raise LedgerError("-", f"{form} is written as a folder of files", "name a folder with -o")
    if out.exists() and not out.is_dir():
        raise LedgerError(str(out), f"{form} is written as a folder of files, and this is a file", "name a folder")
    out.mkdir(parents=True, exist_ok=True)
    return out


def file_stem(name: str) -> str:
    """Return a name that is safe as a file's in any folder: a ledger may come from somebody else."""
    return re.sub(r"[^\w.-]", "_", name, flags=re.ASCII).lstrip(".") or "_"


def json_line(given: Any) -> str:
    """Return one line of JSON: fields in the order given, characters as they are."""
    return json.dumps(given, ensure_ascii=False, separators=(", ", ": ")) + "\n"


def require_finished(ledger: Ledger) -> None:
    """Refuse to export half a run.

    Raises:
        LedgerError: The last run over this ledger did not end.
    """
    if ledger.info().state == "open":
        raise LedgerError(str(ledger.path), "its last run did not finish", "run `headwater trace` on it again")
