"""Quotations signed with a dash and a name, and lines of transcripts."""

import pytest

from headwater.attribution.quotes import find_quotations
from headwater.attribution.signed import find_signed, find_turns

CASES: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "horizontal-bar": ("“We knew.” ― Piet Arran\nMore.", [("Piet Arran", "“We knew.”")]),
    "em-dash-at-the-end-of-the-text": (
        "“We knew.” — Piet Arran, an engineer",
        [("Piet Arran, an engineer", "“We knew.”")],
    ),
    "an-aside-goes-on": ("“We knew” — Piet Arran said “so” — and left.", []),
    "no-dash": ("“We knew.” Piet Arran", []),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_signed_quotations_are(text: str, expected: list[tuple[str, str]]) -> None:
    found = find_signed(text, find_quotations(text))
    words = [(text[slice(*d.source)] if d.source else "", text[d.content[0][0] : d.content[0][1]]) for d in found]
    assert words == expected


def test_in_a_list_of_signed_lines_each_is_taken_from_its_opening_mark() -> None:
    text = "“We knew.” — Piet Arran\n“A mess.” It was “fine’.” — Ida Oak\n"
    found = find_signed(text, find_quotations(text))
    assert [text[slice(*d.content[0])] for d in found] == ["“We knew.”", "“A mess.” It was “fine’.”"]


def test_lines_of_a_transcript_are_turns_and_a_single_heading_is_none() -> None:
    text = "They met.\nRENN: No report reached us.\nDARA QUILL: Are you sure?\n"
    turns = [(text[slice(*d.source)] if d.source else "", text[slice(*d.content[0])]) for d in find_turns(text)]
    assert turns == [("RENN", "No report reached us."), ("DARA QUILL", "Are you sure?")]
    assert find_turns("UPDATE: the dam has failed.\n") == []
    assert find_turns("BANKOLA: The ferry sank at dawn.\nELSEWHERE: Rain fell on the coast.\n") == []


def test_a_post_belongs_to_its_account() -> None:
    text = "@velm_watch: nine tankers on the north road\nmail me @velm: not a post"
    (post,) = find_turns(text)
    assert post.source == (0, 11)
    assert text[slice(*post.content[0])] == "nine tankers on the north road"
