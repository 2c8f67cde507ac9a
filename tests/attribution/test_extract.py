"""find_attributions: who said what, exact spans, nesting, with rules as the reader where no model is needed."""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.attribution.documents import document_of
from tests.attribution.rules_reader import RulesReader

from headwater.attribution import find_attributions
from headwater.records import Attribution, Span

Quoted = tuple[str | None, str | None, tuple[str, ...]]


def _quote(text: str, span: Span | None) -> str | None:
    return None if span is None else span.quote(text)


def _found(text: str) -> list[Quoted]:
    return [
        (_quote(text, a.source), _quote(text, a.cue), tuple(span.quote(text) for span in a.content))
        for a in find_attributions(document_of(text), reader=RulesReader())
    ]


CASES: dict[str, tuple[str, Quoted]] = {
    "direct": ("“No,” the mayor said.", ("the mayor", "said", ("“No,”",))),
    "inverted-subject": ("“No,” said Ms Oak.", ("Ms Oak", "said", ("“No,”",))),
    "interrupted": ("“No,” he said, “not now.”", ("he", "said", ("“No,”", "“not now.”"))),
    "plan-interrupted": ("The plan, she said, would fail.", ("she", "said", ("The plan", "would fail"))),
    "british-marks": ("'No one was warned,' the fisherman said.", ("the fisherman", "said", ("'No one was warned,'",))),
    "doubled-marks": ("''We are five,'' Nuno said.", ("Nuno", "said", ("''We are five,''",))),
    "wire-style": ('"We are five, " said Nuno Park.', ("Nuno Park", "said", ('"We are five, "',))),
    "that-left-out": ("The union said that the gate was shut.", ("The union", "said", ("the gate was shut",))),
    "bare-clause": ("The union said the gate was shut.", ("The union", "said", ("the gate was shut",))),
    "told": (
        "Ms Oak told reporters that the gate was shut.",
        ("Ms Oak", "told", ("the gate was shut",)),
    ),
    "according-to-first": (
        "According to the Gazette, the gate was shut.",
        ("the Gazette", "According to", ("the gate was shut",)),
    ),
    "according-to-last": (
        "The gate was shut, according to the Gazette.",
        ("the Gazette", "according to", ("The gate was shut",)),
    ),
    "aside": (
        "Ida Brook, who had flown in, said the gate was shut.",
        ("Ida Brook", "said", ("the gate was shut",)),
    ),
    "appositive": (
        "“No,” said Ida Brook, the mayor of Velm.",
        ("Ida Brook, the mayor of Velm", "said", ("“No,”",)),
    ),
    "nobody": ("It emerged that the gate was shut.", (None, "It emerged", ("the gate was shut",))),
    "hearsay-adverb": ("The pilot reportedly left the island.", (None, "reportedly", ("The pilot", "left the island"))),
    "believed": ("The ship is believed to have sunk.", (None, "is believed", ("The ship", "to have sunk"))),
    "headline": ("Velm to get a new bridge: mayor", ("mayor", ":", ("Velm to get a new bridge",))),
    "headline-first": ("Mayor: We will build it by May", ("Mayor", ":", ("We will build it by May",))),
    "question": ("The panel asked whether the brakes held.", ("The panel", "asked", ("whether the brakes held",))),
    "runs-over-the-sentence": (
        "He said: “We waited. Nobody came.”",
        ("He", "said", ("“We waited. Nobody came.”",)),
    ),
    "next-paragraph": ("The mayor wrote:\n“We waited for you.”", ("The mayor", "wrote", ("“We waited for you.”",))),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_finds_source_cue_and_content(text: str, expected: Quoted) -> None:
    assert expected in _found(text)


def test_a_quotation_goes_on_over_sentences_and_paragraphs_without_a_new_cue() -> None:
    text = "“We waited all night,” Ms Oak said. “Nobody came to help us.\n“Then the lights went out.”"
    (found,) = _found(text)
    assert found == (
        "Ms Oak",
        "said",
        ("“We waited all night,”", "“Nobody came to help us.", "“Then the lights went out.”"),
    )


def test_a_quotation_after_an_indirect_sentence_stands_alone() -> None:
    found = _found("Ms Oak said the gate was shut. “We waited there all night long.”")
    assert (None, None, ("“We waited there all night long.”",)) in found


def test_a_transcript_whose_lines_open_with_marks_is_read_turn_by_turn() -> None:
    text = '"RENN: No report reached us.\n\n"QUILL: Are you sure of that?\n\n"I saw the letter on your desk.'
    assert _found(text) == [
        ("RENN", ":", ("No report reached us.",)),
        ("QUILL", ":", ("Are you sure of that?", '"I saw the letter on your desk.')),
    ]


def test_a_signed_quotation_does_not_go_on() -> None:
    text = "“We waited there all night.” — Ida Oak\n“Nobody came to help us then.”"
    assert _found(text)[0] == ("Ida Oak", "—", ("“We waited there all night.”",))
    assert _found(text)[1][0] is None


def test_one_unbalanced_mark_costs_no_more_than_its_paragraph() -> None:
    text = 'He was 6" tall and left.\n“No,” the mayor said.\nThe union said that the gate was shut.'
    found = _found(text)
    assert ("the mayor", "said", ("“No,”",)) in found
    assert ("The union", "said", ("the gate was shut",)) in found


def test_each_hop_of_a_chain_is_an_attribution_with_its_parent() -> None:
    text = "Harbour Radio reported that officials had told the Post that the ferry sank."
    outer, inner = find_attributions(document_of(text), reader=RulesReader())
    assert _quote(text, outer.source) == "Harbour Radio"
    assert outer.parent_id is None
    assert _quote(text, inner.source) == "officials"
    assert inner.parent_id == outer.attribution_id
    assert inner.content[0].quote(text) == "the ferry sank"


def test_a_denied_claim_gives_a_denial_and_a_claim() -> None:
    text = "The agency denied army claims that its trucks carried weapons."
    (denial,) = [a for a in find_attributions(document_of(text), reader=RulesReader()) if a.parent_id is None]
    assert (denial.cue_class, denial.polarity) == ("deny", "denied")


def test_scare_quotes_and_titles_are_no_attributions() -> None:
    assert _found("The “garden” was closed. “The Mill” was on the shelf.") == []


@dataclass(frozen=True, slots=True)
class _Relation:
    source: tuple[int, int] | None
    cue: tuple[int, int] | None
    content: tuple[tuple[int, int], ...]
    score: float


class _OneRelation:
    """A reader that finds what it was given."""

    def __init__(self, relation: _Relation) -> None:
        self.relation = relation

    def read(self, texts: Sequence[str]) -> list[tuple[_Relation, ...]]:
        return [(self.relation,) for _ in texts]


def test_a_reader_replaces_the_outer_finder_and_rules_nest_inside_its_contents() -> None:
    text = "Harbour Radio reported that officials said the ferry sank. The mayor said no."
    end = text.index(". The")
    reader = _OneRelation(_Relation((0, 13), (14, 22), ((28, end),), 0.75))
    outer, inner = find_attributions(document_of(text), reader=reader)
    assert (outer.rule, outer.score) == ("reader", 0.75)
    assert _quote(text, inner.source) == "officials"
    assert inner.parent_id == outer.attribution_id


def test_relations_below_the_least_score_are_left_out() -> None:
    text = "“No,” the mayor said. The pilot reportedly left the island."
    assert len(find_attributions(document_of(text), reader=RulesReader())) == 2
    assert len(find_attributions(document_of(text), reader=RulesReader(), min_score=0.9)) == 1


def _fits(text: str, found: tuple[Attribution, ...]) -> bool:
    spans = [span for a in found for span in (a.source, a.cue, *a.content) if span is not None]
    return all(0 <= span.start < span.end <= len(text) for span in spans)


_PIECES = st.sampled_from(
    ["“", "”", '"', "'", "‘", "’", "``", "''", " said ", "he ", "Ms Oak", " that ", ", ", ". ", "\n", ": ", " - ", "ı",
     "😀", "according to ", "denied ", "the gate", " was shut", "to ", "reportedly "]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(_PIECES, max_size=40).map("".join))
def test_spans_fit_ids_are_unique_and_parents_exist_whatever_the_text(text: str) -> None:
    found = find_attributions(document_of(text), reader=RulesReader())
    ids = [a.attribution_id for a in found]
    assert _fits(text, found)
    assert len(set(ids)) == len(ids)
    assert {a.parent_id for a in found if a.parent_id} <= set(ids)
    assert found == find_attributions(document_of(text), reader=RulesReader())


# A mark before and one after make the paragraph part of a quotation.
_UNQUOTED = st.text(st.characters(exclude_characters="\"'“”„‟«»‹›‘’‚‛", exclude_categories=["Cs"]), max_size=30)


@settings(max_examples=60, deadline=None)
@given(before=_UNQUOTED, after=_UNQUOTED)
def test_a_clear_paragraph_is_found_whatever_paragraphs_stand_around_it(before: str, after: str) -> None:
    text = f"{before}\n\nThe union said that the gate was shut.\n\n{after}"
    assert any(source == "The union" and cue == "said" for source, cue, _ in _found(text))


def test_a_long_line_of_marks_ends() -> None:
    assert find_attributions(document_of('"' * 50_000), reader=RulesReader()) == ()


def test_nobody_says_something_is_hedged() -> None:
    text = "Neither the firm nor its owner would comment on the raid."
    relation = _Relation((0, 30), (31, 44), ((48, 56),), 0.8)
    (found,) = find_attributions(document_of(text), reader=_OneRelation(relation))
    assert (found.cue_class, found.polarity) == ("decline", "hedged")
