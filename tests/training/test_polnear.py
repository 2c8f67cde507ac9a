"""PolNeAR's stand-off files: discontinuous spans, stray lines, numbered roles, several annotators, debris."""

from pathlib import Path

from training.polnear import GoldRelation, load_articles

TEXT = "“No,” said Ada Holm, “not now.”\r\nIt emerged that she left."


def _write(folder: Path, name: str, annotations: dict[str, str]) -> None:
    for part in ("text", "attributions"):
        (folder / part).mkdir(exist_ok=True)
    (folder / "text" / f"{name}.txt").write_bytes(TEXT.encode("utf-8"))
    for annotator, lines in annotations.items():
        (folder / "attributions" / f"{name}_{annotator}.ann").write_text(lines, "utf-8")


def test_a_broken_content_is_one_filler_with_newlines_untouched(tmp_path: Path) -> None:
    _write(
        tmp_path,
        "paper_2000-01-01_no",
        {
            "a1": "T1\tContent 0 5;21 31\t“No,” “not\nnow.”\nT2\tCue 6 10\tsaid\nT3\tSource 11 19\tAda Holm\n"
            "T4\tAttribution 6 10\tsaid\nE1\tAttribution:T4 Content:T1 Cue:T2 Source:T3\n"
            "T5\tDiscard 33 36\tIt \n"
        },
    )
    (article,) = load_articles(tmp_path)
    (reading,) = article.readings
    assert article.text == TEXT
    assert reading.relations == (GoldRelation(source=((11, 19),), cue=((6, 10),), content=((0, 5), (21, 31))),)
    assert [article.text[start:end] for start, end in reading.relations[0].content] == ["“No,”", "“not now.”"]
    assert reading.discarded == ((33, 36),)


def test_numbered_roles_are_one_role_and_debris_is_left_out(tmp_path: Path) -> None:
    lines = (
        "T1\tContent 0 5\tx\nT2\tContent 21 31\tx\nT3\tCue 6 10\tx\nT4\tAttribution 6 10\tx\nT5\tSource 11 19\tx\n"
        "E1\tAttribution:T4 Content2:T2 Content:T1 Cue:T3\nE2\tAttribution:T4 Source:T5\n#1\tnote\n"
    )
    _write(tmp_path, "paper_2000-01-01_no", {"a1": lines})
    (article,) = load_articles(tmp_path)
    assert article.readings[0].relations == (GoldRelation(source=(), cue=((6, 10),), content=((0, 5), (21, 31))),)


def test_every_annotator_gives_one_reading_of_the_same_text(tmp_path: Path) -> None:
    _write(tmp_path, "paper_2000-01-01_no", {"b": "", "a": ""})
    (article,) = load_articles(tmp_path)
    assert [reading.annotator for reading in article.readings] == ["a", "b"]
