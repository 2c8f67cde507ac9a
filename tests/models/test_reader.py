"""The shipped reader: the same answer whatever stands beside a text, for any text, at any length."""

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.errors import ModelError
from headwater.models import Reader, Relation
from headwater.models.decoding import EVIDENCE
from headwater.models.reader import WEIGHTS

ARTICLE = (
    "Harbour works in Osterby will stop for a month, the port authority said on Monday.\n\n"
    "“We found cracks in two of the nine pillars,” Marta Velling, its chief engineer, told reporters. “Nobody was "
    "hurt.”\n\n"
    "Shipowners believe that the delay will cost more than 40 million crowns. It was reported that divers had warned "
    "of the damage in March. The ministry did not deny it."
)
SHORT = "The mayor said taxes would rise. A union leader called the plan reckless."


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.load()


def _words(text: str, relation: Relation) -> tuple[str, str, list[str]]:
    source = "" if relation.source is None else text[slice(*relation.source)]
    cue = "" if relation.cue is None else text[slice(*relation.cue)]
    return source, cue, [text[start:end] for start, end in relation.content]


def test_who_said_what_comes_with_its_words(reader: Reader) -> None:
    (relations,) = reader.read([ARTICLE])
    kept = [_words(ARTICLE, relation) for relation in relations if relation.score >= reader.metadata.f1_threshold]
    assert ("the port authority", "said") in [(source, cue) for source, cue, _ in kept]
    assert any("Marta Velling" in source and "cracks" in content[0] for source, _, content in kept)


def test_a_text_has_the_same_answer_alone_in_any_company_and_in_any_order(reader: Reader) -> None:
    alone = [reader.read([text])[0] for text in (ARTICLE, SHORT, "")]
    assert reader.read([ARTICLE, SHORT, ""]) == alone
    assert reader.read(["", SHORT, ARTICLE, SHORT]) == [alone[2], alone[1], alone[0], alone[1]]


def test_the_answer_does_not_depend_on_the_number_of_threads(reader: Reader) -> None:
    assert Reader.load(threads=2).read([ARTICLE, SHORT]) == reader.read([ARTICLE, SHORT])


def test_a_paragraph_reads_the_same_wherever_a_long_document_puts_its_window(reader: Reader) -> None:
    paragraphs = 40
    text = "\n\n".join([ARTICLE] * paragraphs)
    (relations,) = reader.read([text])
    (once,) = reader.read([ARTICLE])
    strong = [relation for relation in once if relation.score >= 0.9]
    assert strong
    found = [_words(text, relation) for relation in relations]
    for relation in strong:
        assert found.count(_words(ARTICLE, relation)) >= 0.9 * paragraphs


def test_one_endless_paragraph_loses_and_doubles_nothing(reader: Reader) -> None:
    text = "The mayor said taxes would rise. Nothing else happened on that day in the small town. " * 60
    (relations,) = reader.read([text])
    strong = [relation for relation in relations if relation.score >= reader.metadata.f1_threshold]
    cues = [relation.cue for relation in strong if relation.cue and text[slice(*relation.cue)] == "said"]
    assert len(cues) == len(set(cues)) == 60


def test_relations_are_in_document_order_with_scores_between_0_and_1(reader: Reader) -> None:
    (relations,) = reader.read([ARTICLE])
    places = [relation.cue or relation.content[0] for relation in relations]
    assert places == sorted(places)
    assert all(0.0 <= relation.score <= 1.0 for relation in relations)
    assert 0.0 < reader.metadata.f1_threshold < reader.metadata.strict_threshold < 1.0


@settings(max_examples=40, deadline=None)
@given(
    text=st.text(
        alphabet=st.one_of(st.characters(), st.sampled_from("said “”\"'’ \n.,told😀\u200b\u0301")), max_size=300
    )
)
def test_spans_of_any_text_are_inside_it_and_not_empty(reader: Reader, text: str) -> None:
    (relations,) = reader.read([text])
    for relation in relations:
        spans = [relation.source, relation.cue, *relation.content]
        assert all(0 <= span[0] < span[1] <= len(text) for span in spans if span is not None)
        assert relation.content
        assert list(relation.content) == sorted(relation.content)


HOSTILE: dict[str, str] = {
    "empty": "",
    "white-space": " \n\t\u00a0\n",
    "one-long-word": "a" * 20_000,
    "no-latin": "他说税会涨。" * 500,
    "marks-alone": "\"“‘'”’" * 2_000,
    "lone-surrogate-free-astral": "😀" * 3_000,
    "controls": "\x00\x01 said \x7f that \ufffd",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_read_without_complaint(reader: Reader, text: str) -> None:
    (relations,) = reader.read([text])
    assert all(relation.content[-1][1] <= len(text) for relation in relations)


def test_missing_weights_are_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"metadata\.json is missing"):
        Reader.load(tmp_path)


def test_weights_of_another_format_are_refused(tmp_path: Path) -> None:
    for file in WEIGHTS.iterdir():
        shutil.copy(file, tmp_path / file.name)
    held = json.loads((tmp_path / "metadata.json").read_text("utf-8"))
    assert held["evidence"] == list(EVIDENCE)
    (tmp_path / "metadata.json").write_text(json.dumps(held | {"format": 0}), "utf-8")
    with pytest.raises(ModelError, match="format 0"):
        Reader.load(tmp_path)


def test_a_missing_graph_is_named(tmp_path: Path) -> None:
    for name in ("metadata.json", "tokenizer.json", "encoder.onnx"):
        shutil.copy(WEIGHTS / name, tmp_path / name)
    with pytest.raises(ModelError, match=r"linker\.onnx is missing"):
        Reader.load(tmp_path)
