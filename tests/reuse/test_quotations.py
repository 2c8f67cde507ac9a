"""find_altered_quotations: versions of one utterance beside the fullest, every change named and shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reuse.documents import make_document

from headwater.config import ReuseConfig
from headwater.records import AlteredQuotation, Attribution, Document, Entity, EntityKind, QuoteType, Span
from headwater.reuse import Speaker, find_altered_quotations

CONFIG = ReuseConfig()
FULL = "We counted eleven cracks in the colour-coded pillars, and nobody at the ministry answered our letters"
Case = tuple[Document, Attribution]


def quoting(doc_id: str, quote: str, source: str, quote_type: QuoteType = "direct", *, tail: str = "") -> Case:
    """Return an article of one sentence, “quote,” source said, and its attribution."""
    text = f"“{quote},” {source} said.{tail}"
    start = text.index("” ") + 2
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


def entity(caption: str, kind: EntityKind, parent_id: str | None = None) -> Entity:
    return Entity(
        entity_id=f"ent-{caption}", doc_id=None, caption=caption, kind=kind, aliases=(), member_ids=(),
        parent_id=parent_id, mention_spans=(), descriptor=None, stated_count=None, affiliation=None, access_basis=None,
        reason_given=None, rules=(),
    )  # fmt: skip


def align(*cases: Case, speakers: dict[str, Speaker] | None = None) -> tuple[AlteredQuotation, ...]:
    documents, attributions = [document for document, _ in cases], [attribution for _, attribution in cases]
    return find_altered_quotations(documents, attributions, speakers=speakers or {}, config=CONFIG)


def shown(found: AlteredQuotation, *cases: Case) -> list[tuple[str, str, str]]:
    texts = {document.doc_id: document.text for document, _ in cases}

    def words(span: Span | None) -> str:
        return "" if span is None else span.quote(texts[span.doc_id])

    return [(change.kind, words(change.fullest), words(change.version)) for change in found.changes]


CHANGES: dict[str, tuple[str, list[tuple[str, str, str]]]] = {
    "spelling": (FULL.replace("colour", "color"), [("spelling", "colour-coded", "color-coded")]),
    "number": (FULL.replace("eleven", "17"), [("number", "eleven", "17")]),
    "number-in-part": (
        FULL.replace("eleven", "1,500"),
        [("number", "eleven", "1,500")],
    ),
    "substitution": (FULL.replace("answered", "opened"), [("substitution", "answered", "opened")]),
    "last-word": (FULL.replace("letters", "questions"), [("substitution", "letters", "questions")]),
    "silent-omission": (FULL.replace(" colour-coded", ""), [("substitution", "colour-coded", "")]),
    "silent-insertion": (FULL.replace("nobody", "almost nobody"), [("substitution", "", "almost")]),
    "bracket": (FULL.replace("our letters", "[the crew’s] letters"), [("substitution", "our", "the crew’s")]),
    "ellipsis": (
        FULL.replace("in the colour-coded pillars, and", "… and"),
        [("ellipsis", "in the colour-coded pillars", "")],
    ),
    "spaced-dots": (
        FULL.replace("in the colour-coded pillars, ", ". . . "),
        [("ellipsis", "in the colour-coded pillars", "")],
    ),
    "truncation": (
        FULL[: FULL.index(", and")],
        [("truncation", "and nobody at the ministry answered our letters", "")],
    ),
    "truncated-before": (
        FULL[FULL.index("nobody") :],
        [("truncation", "We counted eleven cracks in the colour-coded pillars, and", "")],
    ),
}


@pytest.mark.parametrize(("version", "expected"), CHANGES.values(), ids=CHANGES)
def test_changes_are_named_and_shown_on_both_sides(version: str, expected: list[tuple[str, str, str]]) -> None:
    cases = quoting("a", FULL, "Marta Velling"), quoting("b", version, "Marta Velling")
    (found,) = align(*cases)
    if found.fullest.doc_id == "b":
        expected = [(kind, theirs, ours) for kind, ours, theirs in expected]
    assert shown(found, *cases) == expected


def test_the_same_words_in_other_typography_are_no_change() -> None:
    assert align(quoting("a", FULL, "Velling"), quoting("b", FULL.replace("We", "WE"), "Velling")) == ()


def test_every_version_is_aligned_with_the_fullest() -> None:
    short, shorter = FULL[: FULL.index(", and")], FULL[: FULL.index(" in the")]
    found = align(quoting("a", shorter, "Velling"), quoting("b", FULL, "Velling"), quoting("c", short, "Velling"))
    assert [(r.fullest.doc_id, r.version.doc_id) for r in found] == [("b", "a"), ("b", "c")]


def test_words_between_two_pairs_of_marks_are_left_out_openly() -> None:
    text = "Velling “counted eleven cracks” and said “nobody at the ministry answered our letters”, she told us."
    partial = Attribution(
        attribution_id="att-b", doc_id="b", source=Span("b", 0, 7), cue=None, content=(Span("b", 8, len(text) - 14),),
        quote_type="mixed", cue_class="say", polarity="affirmed", parent_id=None, rule="test", score=1.0,
    )  # fmt: skip
    cases = quoting("a", FULL, "Velling"), (make_document("b", text), partial)
    (found,) = align(*cases)
    assert shown(found, *cases) == [
        ("truncation", "We", ""),
        ("truncation", "in the colour-coded pillars, and", ""),
    ]


def test_a_sentence_that_was_not_quoted_is_no_change_unless_it_takes_back_the_one_before() -> None:
    cases = quoting("a", f"{FULL}. The pillars are grey", "Velling"), quoting("b", FULL, "Velling")
    assert align(*cases) == ()
    cases = quoting("a", f"{FULL}. But that was in spring", "Velling"), quoting("b", FULL, "Velling")
    (found,) = align(*cases)
    assert shown(found, *cases) == [("truncation", "But that was in spring", "")]


VELLING, BRANDT = entity("Marta Velling", "person", "ent-Harbour Board"), entity("Jonas Brandt", "person")
BOARD, ENGINEER = entity("Harbour Board", "organisation"), entity("senior engineer", "unnamed")
SPEAKERS: dict[str, tuple[str, Entity, list[str]]] = {
    "one-person": ("Ms Velling", VELLING, []),
    "another-person": ("Jonas Brandt", BRANDT, ["speaker"]),
    "became-unnamed": ("a senior engineer", ENGINEER, ["speaker-unnamed"]),
    "her-organisation": ("the Harbour Board", BOARD, []),
    "a-pronoun-shows-nothing": ("he", BRANDT, []),
    "another-who-is-named-beside": ("Jonas Brandt, not Marta Velling,", BRANDT, []),
    "unnamed-after-a-name": ("the engineer, Velling,", ENGINEER, []),
}


@pytest.mark.parametrize(("source", "other", "expected"), SPEAKERS.values(), ids=SPEAKERS)
def test_speakers_are_compared(source: str, other: Entity, expected: list[str]) -> None:
    cases = quoting("a", FULL, "Marta Velling"), quoting("b", FULL, source)
    speakers = {
        attribution.attribution_id: Speaker(entity=who, span=attribution.source)
        for (_, attribution), who in zip(cases, (VELLING, other), strict=True)
    }
    found = align(*cases, speakers=speakers)
    assert [change.kind for record in found for change in record.changes] == expected


def test_two_people_who_say_a_few_words_alike_are_not_one_utterance() -> None:
    cases = (
        quoting("a", "We counted eleven cracks in the pillars", "Marta Velling"),
        quoting("b", "They counted eleven cracks in the windows", "Jonas Brandt"),
    )
    speakers = {
        "att-a": Speaker(entity=VELLING, span=cases[0][1].source),
        "att-b": Speaker(entity=BRANDT, span=cases[1][1].source),
    }
    assert align(*cases, speakers=speakers) == ()
    assert align(*cases) != ()


def test_indirect_speech_and_other_utterances_are_left_alone() -> None:
    assert align(quoting("a", FULL, "Velling"), quoting("b", FULL[:60], "Velling", "indirect")) == ()
    assert align(quoting("a", FULL, "Velling"), quoting("b", "Votes will be counted again at dawn", "Brandt")) == ()


def test_one_document_that_quotes_twice_makes_no_record() -> None:
    document, first = quoting("a", FULL, "Velling", tail=f" “{FULL[:70]},” she repeated.")
    start = document.text.rindex("“")
    again = Attribution(
        attribution_id="att-again", doc_id="a", source=None, cue=None,
        content=(Span("a", start, document.text.rindex("”") + 1),), quote_type="direct", cue_class="say",
        polarity="affirmed", parent_id=None, rule="test", score=1.0,
    )  # fmt: skip
    assert find_altered_quotations([document], [first, again], speakers={}, config=CONFIG) == ()


@given(st.permutations(range(len(CHANGES))))
def test_order_changes_nothing(order: list[int]) -> None:
    versions = [quoting(f"d{at}", version, "Velling") for at, (version, _) in enumerate(CHANGES.values())]
    assert align(*(versions[at] for at in order)) == align(*versions)


@given(st.lists(st.sampled_from([*FULL.split(), "🌊", "…", "“", "”", "1,5", "\n"]), min_size=4, max_size=24))
def test_spans_fit_and_are_the_words_shown(words: list[str]) -> None:
    cases = quoting("a", FULL, "Velling"), quoting("b", " ".join(words).replace("”", "") + ".", "Velling")
    texts = {document.doc_id: document.text for document, _ in cases}
    for found in align(*cases):
        for span in (found.fullest, found.version):
            assert span.quote(texts[span.doc_id]).strip()
        for change in found.changes:
            sides = [(change.fullest, found.fullest), (change.version, found.version)]
            assert any(side is not None for side, _ in sides)
            assert all(whole.contains(side) for side, whole in sides if side is not None)
        assert 0 < found.score <= 1
