"""Quotations belong to one speaker as wholes; contents stay in their paragraph."""

from hypothesis import given
from hypothesis import strategies as st

from headwater.attribution.drafts import Draft, Range
from headwater.attribution.quotes import find_quotations
from headwater.attribution.whole import make_whole, take_up, within_paragraphs

QUOTED = "“We waited for them the whole night,” she said."


def place(text: str, words: str) -> Range:
    return text.index(words), text.index(words) + len(words)


def draft(*content: Range, cue: Range | None = None, rule: str = "reader", source: Range | None = None) -> Draft:
    return Draft(source=source, cue=cue, content=content, rule=rule, score=0.5)


def words_of(text: str, drafts: list[Draft]) -> list[list[str]]:
    return [[text[start:end] for start, end in one.content] for one in drafts]


def test_a_quotation_held_for_the_most_part_is_taken_whole() -> None:
    found = make_whole(QUOTED, [draft(place(QUOTED, "We waited for them the"))], find_quotations(QUOTED))
    assert words_of(QUOTED, found) == [["“We waited for them the whole night,”"]]


def test_a_quotation_in_shreds_is_held_by_nobody() -> None:
    drafts = [draft(place(QUOTED, "waited")), draft(place(QUOTED, "whole"), place(QUOTED, "said"))]
    assert words_of(QUOTED, make_whole(QUOTED, drafts, find_quotations(QUOTED))) == [["said"]]


def test_one_owner_takes_the_words_others_hold() -> None:
    drafts = [
        draft(place(QUOTED, "We waited for them the whole")),
        draft(place(QUOTED, "night"), place(QUOTED, "said")),
    ]
    found = make_whole(QUOTED, drafts, find_quotations(QUOTED))
    assert words_of(QUOTED, found) == [["“We waited for them the whole night,”"], ["said"]]


def test_few_quoted_words_stay_as_they_were() -> None:
    text = "He called it “a fine old mess” again."
    drafts = [draft(place(text, "fine"))]
    assert make_whole(text, drafts, find_quotations(text)) == drafts


def test_contents_are_cut_at_the_end_of_a_line_and_end_with_a_closed_quotation() -> None:
    text = "“We left.”\nThe road was dark."
    assert words_of(text, [within_paragraphs(text, draft((0, len(text))))]) == [["“We left.”"]]
    text = "We left.\nThe road was dark."
    assert words_of(text, [within_paragraphs(text, draft((0, len(text))))]) == [["We left.", "The road was dark."]]


def test_a_mark_alone_in_a_line_ends_nothing() -> None:
    text = '"\nThe road was dark.'
    assert words_of(text, [within_paragraphs(text, draft((0, len(text))))]) == [["The road was dark."]]


def test_rules_give_a_speaker_to_a_quotation_that_nobody_holds_and_to_no_other() -> None:
    found = draft((0, 37), cue=place(QUOTED, "said"), rule="inverted", source=place(QUOTED, "she"))
    assert take_up(QUOTED, [], [found], find_quotations(QUOTED)) == [found]
    assert take_up(QUOTED, [draft(place(QUOTED, "night"))], [found], find_quotations(QUOTED)) == []
    assert take_up("She said so.", [], [draft((9, 11), cue=(4, 8), rule="verb-clause")], ()) == []


@given(
    text=st.text(alphabet='“”"ab. \n', min_size=8, max_size=60),
    edges=st.lists(st.integers(0, 60), min_size=2, max_size=8, unique=True),
)
def test_contents_stay_in_order_apart_and_inside_the_text(text: str, edges: list[int]) -> None:
    edges = sorted(edge for edge in edges if edge <= len(text))
    pieces = tuple(zip(edges[::2], edges[1::2], strict=False))
    for one in make_whole(text, [draft(piece) for piece in pieces], find_quotations(text)):
        assert one.content
        assert all(0 <= start < end <= len(text) for start, end in one.content)
        assert all(left[1] <= right[0] for left, right in zip(one.content, one.content[1:], strict=False))
