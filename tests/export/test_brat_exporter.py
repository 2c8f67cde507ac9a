"""Brat: every span's words stand in its .ann line, line breaks split fragments, no name leaves the folder."""

import re
from pathlib import Path

from headwater.export import export_brat
from headwater.export.brat_exporter import brat_lines
from headwater.export.writing import file_stem
from headwater.ledger import Ledger
from headwater.records import Attribution, Span

_TEXT_BOUND = re.compile(r"^T\d+\t[\w-]+ (?P<places>[\d ;]+)\t(?P<words>.*)$")


def test_every_line_repeats_the_words_at_its_place(ledger_path: Path, tmp_path: Path) -> None:
    with Ledger.open(ledger_path) as ledger:
        export_brat(ledger, tmp_path / "brat")
        attributions = ledger.attributions()
    checked = 0
    for ann in sorted((tmp_path / "brat").glob("*.ann")):
        text = ann.with_suffix(".txt").read_bytes().decode("utf-8")
        for line in ann.read_text("utf-8").splitlines():
            match = _TEXT_BOUND.match(line)
            if match:
                fragments = [tuple(map(int, part.split())) for part in match["places"].split(";")]
                assert " ".join(text[start:end] for start, end in fragments) == match["words"]
                checked += 1
    assert checked == 4 * len(attributions)
    assert "Attribution Content+:Content" in (tmp_path / "brat" / "annotation.conf").read_text("utf-8")


def test_a_span_over_two_lines_is_two_fragments_and_no_source_is_said() -> None:
    text = "He said:\n“One.\nTwo.”"
    attribution = Attribution(
        attribution_id="a", doc_id="d", source=None, cue=None, content=(Span("d", 9, len(text)),), quote_type="direct",
        cue_class="say", polarity="affirmed", parent_id=None, rule="r", score=1.0,
    )  # fmt: skip
    lines = list(brat_lines(text, [attribution]))
    assert lines[0] == "T1\tContent 9 14;15 20\t“One. Two.”\n"
    assert lines[2].startswith("E1\tAttribution-no-source:T2 Content:T1")


def test_names_of_files_stay_in_their_folder() -> None:
    assert file_stem("doc-12ab") == "doc-12ab"
    assert file_stem("../../etc/passwd") == "_.._etc_passwd"
    assert file_stem("..") == "_"
