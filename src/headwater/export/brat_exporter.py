"""Brat stand-off: one .txt and one .ann a document, with PolNeAR's roles, for annotation tools and its scorers.

Offsets count code points of the .txt, which is Document.text unchanged. Brat wants no line break inside a fragment, so
a span over several lines is written as several fragments. Imports: records, ledger and this room only.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from headwater.export.writing import file_stem, folder_output, require_finished, text_output
from headwater.ledger import Ledger
from headwater.records import Attribution, Span

_LINE = re.compile(r"[^\n]+")
_CONFIGURATION = """\
[entities]
Source
Cue
Content
[relations]
[events]
Attribution Content+:Content, Cue?:Cue, Source?:Source
Attribution-no-source Content+:Content, Cue?:Cue
[attributes]
Polarity Arg:<EVENT>, Value:affirmed|denied|hedged
QuoteType Arg:<EVENT>, Value:direct|indirect|mixed
"""


def export_brat(ledger: Ledger, out: Path | TextIO) -> None:
    """Write a ledger's attributions as a folder of brat pairs, named by doc_id.

    Args:
        ledger: Open for reading.
        out: The folder, made if need be.

    Raises:
        LedgerError: The output is no folder, or the ledger is unfinished or damaged.
    """
    folder = folder_output(out, "brat")
    require_finished(ledger)
    attributions: dict[str, list[Attribution]] = {}
    for attribution in ledger.attributions():
        attributions.setdefault(attribution.doc_id, []).append(attribution)
    with text_output(folder / "annotation.conf") as stream:
        stream.write(_CONFIGURATION)
    for document in ledger.documents():
        stem = file_stem(document.doc_id)
        with text_output(folder / f"{stem}.txt") as stream:
            stream.write(document.text)
        with text_output(folder / f"{stem}.ann") as stream:
            stream.writelines(brat_lines(document.text, attributions.get(document.doc_id, [])))


def brat_lines(text: str, attributions: list[Attribution]) -> Iterator[str]:
    """Yield the lines of a document's .ann file.

    Args:
        text: Document.text.
        attributions: The document's.
    """
    entity = 0
    for number, one in enumerate(attributions, start=1):
        roles = [("Source", (one.source,)), ("Cue", (one.cue,)), ("Content", one.content)]
        written: list[tuple[str, int]] = []
        for role, spans in roles:
            there = [span for span in spans if span is not None]
            if there:
                entity += 1
                written.append((role, entity))
                yield _text_bound(f"T{entity}", role, there, text)
        entity += 1
        kind = "Attribution" if one.source else "Attribution-no-source"
        yield _text_bound(f"T{entity}", kind, [one.cue or one.content[0]], text)
        roles_of_event = " ".join(f"{role}:T{target}" for role, target in written)
        yield f"E{number}\t{kind}:T{entity} {roles_of_event}\n"
        yield f"A{2 * number - 1}\tPolarity E{number} {one.polarity}\n"
        yield f"A{2 * number}\tQuoteType E{number} {one.quote_type}\n"


def _text_bound(name: str, kind: str, spans: list[Span], text: str) -> str:
    fragments = [
        (span.start + line.start(), span.start + line.end())
        for span in spans
        for line in _LINE.finditer(text[span.start : span.end])
    ]
    places = ";".join(f"{start} {end}" for start, end in fragments)
    words = " ".join(text[start:end] for start, end in fragments)
    return f"{name}\t{kind} {places}\t{words}\n"
