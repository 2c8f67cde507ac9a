"""align_quotations: one utterance in several versions, the fullest first among them, every change named."""

import pytest
from tests.reuse.documents import make_document

from headwater.config import ReuseConfig
from headwater.records import Attribution, Document, QuoteType, Reuse, Span
from headwater.reuse import align_quotations, tell_changes
from headwater.reuse.quotations import are_one_speaker, is_named

CONFIG = ReuseConfig()
FULL = "We counted eleven cracks in the colour-coded pillars, and nobody at the ministry answered our letters"


def quoting(
    doc_id: str, quote: str, source: str, quote_type: QuoteType = "direct", tail: str = ""
) -> tuple[Document, Attribution]:
    """Return an article of one sentence, “quote,” source said, and its attribution."""
    text = f"“{quote},” {source} said.{tail}"
    start = text.index(source)
    attribution = Attribution(
        attribution_id=f"att-{doc_id}",
        doc_id=doc_id,
        source=Span(doc_id, start, start + len(source)),
        cue=None,
        content=(Span(doc_id, 0, text.index("”") + 1),),
        quote_type=quote_type,
        cue_class="say",
        polarity="affirmed",
        parent_id=None,
        rule="test",
        score=1.0,
    )
    return make_document(doc_id, text), attribution


def align(*cases: tuple[Document, Attribution], speakers: dict[str, str | None] | None = None) -> tuple[Reuse, ...]:
    documents, attributions = [document for document, _ in cases], [attribution for _, attribution in cases]
    return align_quotations(documents, attributions, speakers=speakers or {}, config=CONFIG)


CHANGES: dict[str, tuple[str, tuple[str, ...]]] = {
    "verbatim": (FULL, ()),
    "spelling": (FULL.replace("colour", "color"), ("spelling",)),
    "number": (FULL.replace("eleven", "17"), ("number",)),
    "substitution": (FULL.replace("letters", "questions").replace("answered", "read"), ("substitution", "truncation")),
    "silent-omission": (FULL.replace(" colour-coded", ""), ("substitution",)),
    "ellipsis": (FULL.replace("in the colour-coded pillars, and", "… and"), ("ellipsis",)),
    "truncation": (FULL[: FULL.index(", and")], ("truncation",)),
}


@pytest.mark.parametrize(("version", "expected"), CHANGES.values(), ids=CHANGES)
def test_changes_are_named(version: str, expected: tuple[str, ...]) -> None:
    cases = quoting("a", FULL, "Marta Velling"), quoting("b", version, "Marta Velling")
    (found,) = align(*cases)
    changes = tell_changes(found, {document.doc_id: document.text for document, _ in cases})
    assert found.form == "quotation"
    assert changes == expected


def test_every_version_is_aligned_with_the_fullest() -> None:
    short, shorter = FULL[: FULL.index(", and")], FULL[: FULL.index(" in the")]
    found = align(quoting("a", shorter, "Velling"), quoting("b", FULL, "Velling"), quoting("c", short, "Velling"))
    assert {frozenset((r.earlier.doc_id, r.later.doc_id)) for r in found} == {frozenset("ab"), frozenset("bc")}


SPEAKERS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "one-person": ("Marta Velling", "Ms Velling", ()),
    "another-person": ("Marta Velling", "Jonas Brandt", ("speaker",)),
    "became-unnamed": ("Marta Velling", "a senior engineer", ("speaker-unnamed",)),
}


@pytest.mark.parametrize(("one", "other", "expected"), SPEAKERS.values(), ids=SPEAKERS)
def test_speakers_are_compared(one: str, other: str, expected: tuple[str, ...]) -> None:
    cases = quoting("a", FULL, one), quoting("b", FULL, other)
    (found,) = align(*cases, speakers={"att-a": one, "att-b": other})
    assert tell_changes(found, {document.doc_id: document.text for document, _ in cases}) == expected


def test_speakers_may_be_a_function_and_may_be_unknown() -> None:
    cases = quoting("a", FULL, "Velling"), quoting("b", FULL, "Brandt")
    documents, attributions = [cases[0][0], cases[1][0]], [cases[0][1], cases[1][1]]
    (found,) = align_quotations(documents, attributions, speakers=lambda _: None, config=CONFIG)
    assert found.edits == ()


def test_indirect_speech_and_other_utterances_are_left_alone() -> None:
    assert align(quoting("a", FULL, "Velling"), quoting("b", FULL, "Velling", "indirect")) == ()
    assert align(quoting("a", FULL, "Velling"), quoting("b", "Votes will be counted again at dawn", "Brandt")) == ()


def test_one_document_that_quotes_twice_makes_no_record() -> None:
    document, first = quoting("a", FULL, "Velling", tail=f" “{FULL},” she repeated.")
    start = document.text.rindex("“")
    again = Attribution(
        attribution_id="att-again", doc_id="a", source=None, cue=None,
        content=(Span("a", start, document.text.rindex("”") + 1),), quote_type="direct", cue_class="say",
        polarity="affirmed", parent_id=None, rule="test", score=1.0,
    )  # fmt: skip
    assert align_quotations([document], [first, again], speakers={}, config=CONFIG) == ()


CAPTIONS = {
    "Marta Velling": True,
    "the Harbour Board": True,
    "officials of the United Ports": False,
    "a senior engineer": False,
    "people familiar with the matter": False,
    "": False,
}


@pytest.mark.parametrize(("caption", "named"), CAPTIONS.items())
def test_captions_tell_whether_somebody_is_named(caption: str, *, named: bool) -> None:
    assert is_named(caption) is named


def test_one_speaker_under_two_captions() -> None:
    assert are_one_speaker("Dr Marta Velling", "Marta Velling")
    assert are_one_speaker("Marta Velling", "Velling")
    assert not are_one_speaker("Marta Velling", "Jonas Velling-Brandt")
    assert not are_one_speaker("officials", "Velling")
