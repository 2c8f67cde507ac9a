"""Source spans stand in one line and hold whole names; contents and cues have clean edges."""

import pytest

from headwater.attribution.drafts import Draft
from headwater.attribution.polish import (
    bare_content,
    bare_cue,
    in_one_line,
    is_audience,
    mended,
    names_nobody,
    no_expletive,
    whole_name,
)

LINES: dict[str, tuple[str, str, str | None, str]] = {
    "byline-before": ("By Dara Quill\nTwo engineers told us", "Dara Quill\nTwo engineers", "told", "Two engineers"),
    "cue-before": ("said Renn\nNext line", "Renn\nNext", "said", "Renn"),
    "one-line": ("Two engineers told us", "Two engineers", "told", "Two engineers"),
}
NAMES: dict[str, tuple[str, str, str]] = {
    "first-name-left-out": ("Ines Calder said", "Calder", "Ines Calder"),
    "sentence-opener-is-no-name": ("On Tuesday Calder said", "Calder", "Calder"),
    "whole-already": ("the mayor, Linnea Voss, said", "Linnea Voss", "Linnea Voss"),
    "lower-case-source": ("Water officials said", "officials", "officials"),
}


def place(text: str, words: str) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


@pytest.mark.parametrize(("text", "source", "cue", "expected"), LINES.values(), ids=LINES)
def test_a_source_stands_in_the_line_nearest_to_its_cue(text: str, source: str, cue: str, expected: str) -> None:
    found = in_one_line(text, place(text, source), place(text, cue))
    assert found == place(text, expected)


def test_no_source_stays_no_source() -> None:
    assert in_one_line("text", None, None) is None
    assert whole_name("text", None) is None


@pytest.mark.parametrize(("text", "source", "expected"), NAMES.values(), ids=NAMES)
def test_a_name_is_taken_whole(text: str, source: str, expected: str) -> None:
    assert whole_name(text, place(text, source)) == place(text, expected)


def test_the_it_of_it_emerged_names_nobody() -> None:
    text = "It emerged that it said so"
    assert no_expletive(text, (0, 2), place(text, "emerged")) is None
    assert no_expletive(text, (16, 18), place(text, "said")) == (16, 18)


CONTENTS: dict[str, tuple[str, str, str, str]] = {
    "that": ("He said that the gate was shut", "said", "that the gate was shut", "the gate was shut"),
    "demonstrative": ("He said that was wrong", "said", "that was wrong", "that was wrong"),
    "comma": ("He said the gate was shut, and left", "said", "the gate was shut,", "the gate was shut"),
    "mark-before": ("He said: the gate was shut", "said", ": the gate was shut", "the gate was shut"),
    "before-the-cue": ("That the gate was shut was denied", "was denied", "That the gate", "That the gate"),
}


@pytest.mark.parametrize(("text", "cue", "content", "expected"), CONTENTS.values(), ids=CONTENTS)
def test_a_content_has_clean_edges(text: str, cue: str, content: str, expected: str) -> None:
    (found,) = bare_content(text, place(text, cue), (place(text, content),))
    assert text[slice(*found)] == expected


def test_pieces_of_nothing_but_marks_are_left_out() -> None:
    text = "He said “no” that"
    assert bare_content(text, (3, 7), ((8, 12), (13, 17))) == ((8, 12),)
    assert bare_content(text, (3, 7), ((7, 8),)) == ((7, 8),)


def test_a_cue_does_not_end_in_an_article() -> None:
    text = "He said in a statement"
    assert bare_cue(text, place(text, "said in a")) == place(text, "said")
    assert bare_cue(text, None) is None


def test_a_refusal_to_rule_out_is_one_cue() -> None:
    text = "Ida Oak, the mayor, refused to rule out a levy."
    content = (place(text, "to rule out a levy"),)
    source, cue = place(text, "Ida Oak, the mayor,"), place(text, "refused")
    read = Draft(source=source, cue=cue, content=content, rule="reader", score=0.9)
    found = mended(text, read)
    assert (found.source, found.cue) == (place(text, "Ida Oak, the mayor"), place(text, "refused to rule out"))
    assert found.content == (place(text, "a levy"),)


def test_an_apposition_read_without_its_name_gets_it_back() -> None:
    text = '"We saw fifty people, "Ida Oak, a doctor in Velm, told us.'
    content = (place(text, '"We saw fifty people, "Ida Oak'),)
    source, cue = place(text, ", a doctor in Velm,"), place(text, "told")
    found = mended(text, Draft(source=source, cue=cue, content=content, rule="reader", score=0.9))
    assert found.source == place(text, "Ida Oak, a doctor in Velm")
    assert [text[slice(*piece)] for piece in found.content] == ['"We saw fifty people, "']


def test_who_reportedly_did_something_is_no_source() -> None:
    text = "The clerk reportedly left."
    read = Draft(source=(0, 9), cue=(10, 20), content=((21, 25),), rule="reader", score=0.9)
    assert (mended(text, read).source, mended(text, read).content) == (None, ((0, 9), (21, 25)))


def test_an_opening_adverb_is_no_part_of_a_source() -> None:
    text = "Meanwhile, the clerk said no"
    read = Draft(source=(0, 20), cue=(21, 25), content=((26, 28),), rule="reader", score=0.9)
    assert mended(text, read).source == place(text, "the clerk")


def test_who_was_quoted_is_credited_and_not_the_outlet_that_quoted() -> None:
    text = "Mr Oak was quoted by La Hora as saying that the vault was empty."
    content = (place(text, "Mr Oak"), place(text, "as saying that the vault was empty"))
    read = Draft(source=place(text, "La Hora"), cue=place(text, "was quoted by"), content=content, rule="r", score=0.9)
    found = mended(text, read)
    assert (found.source, found.cue) == (place(text, "Mr Oak"), place(text, "as saying"))
    assert found.content == (place(text, "the vault was empty"),)


def test_what_appears_to_show_something_is_the_source() -> None:
    text = "A clip appears to show smoke."
    content = (place(text, "A clip"), place(text, "to show smoke"))
    found = mended(text, Draft(source=None, cue=place(text, "appears"), content=content, rule="r", score=0.9))
    assert (found.source, found.cue) == (place(text, "A clip"), place(text, "appears to show"))
    assert found.content == (place(text, "smoke"),)


def test_the_it_of_a_passive_names_nobody_and_a_date_is_no_part_of_a_source() -> None:
    text = "it was revealed last month that the Ledger on May 3 said so"
    assert no_expletive(text, (0, 2), place(text, "was revealed last month")) is None
    read = Draft(
        source=place(text, "the Ledger on May 3"), cue=place(text, "said"), content=((57, 59),), rule="r", score=0.9
    )
    assert mended(text, read).source == place(text, "the Ledger")


def test_what_was_seen_is_the_source_not_who_saw_it() -> None:
    text = "Minutes of the meeting, seen by the Observer, show a vote."
    read = Draft(
        source=place(text, "seen by the Observer"), cue=place(text, "show"), content=(place(text, "a vote"),), rule="r",
        score=0.9,
    )  # fmt: skip
    assert mended(text, read).source == place(text, "Minutes of the meeting, seen by the Observer")


def test_the_it_of_it_emerged_belongs_to_the_cue() -> None:
    text = "It later emerged that the lift failed."
    read = Draft(source=(0, 2), cue=(3, 16), content=((22, 37),), rule="r", score=0.9)
    assert (mended(text, read).source, mended(text, read).cue) == (None, (0, 16))


AUDIENCES: dict[str, tuple[str, str, str, bool]] = {
    "court-heard": ("The van was seen, a court heard.", "a court", "heard", True),
    "jurors-were-told": ("Jurors were told that the van was seen.", "Jurors", "were told", True),
    "jury-told-somebody": ("The jury told the judge it was stuck.", "The jury", "told", False),
    "a-person-heard": ("Ida Oak heard that the van was seen.", "Ida Oak", "heard", False),
}


@pytest.mark.parametrize(("text", "source", "cue", "expected"), AUDIENCES.values(), ids=AUDIENCES)
def test_who_only_listened_is_no_source(text: str, source: str, cue: str, expected: bool) -> None:
    assert is_audience(text, place(text, source), place(text, cue)) is expected


def test_everyone_is_nobody() -> None:
    assert names_nobody("Everyone is talking about it", (0, 8))
    assert not names_nobody("Somebody told me", (0, 8))
    assert not names_nobody("It emerged", None)


def test_the_end_of_a_name_goes_back_to_the_content() -> None:
    text = "It bids for Oak & Vale, two people briefed on it told the Record."
    read = Draft(
        source=place(text, "Vale, two people briefed on it"), cue=place(text, "told"),
        content=(place(text, "It bids for Oak & "),), rule="r", score=0.9,
    )  # fmt: skip
    found = mended(text, read)
    assert found.source == place(text, "two people briefed on it")
    assert found.content == (place(text, "It bids for Oak & Vale"),)


def test_a_dateline_is_no_piece_of_a_content() -> None:
    text = "4 March\nThe tank leaks, the Ledger reported."
    read = Draft(
        source=place(text, "the Ledger"), cue=place(text, "reported"),
        content=(place(text, "March"), place(text, "The tank leaks")), rule="r", score=0.9,
    )  # fmt: skip
    assert mended(text, read).content == (place(text, "The tank leaks"),)


def test_several_counted_behind_a_comma_are_no_apposition_to_the_name_before() -> None:
    text = "Tam nears a bid for Oak & Vale, two people briefed on it told us"
    read = Draft(
        source=place(text, ", two people briefed on it"),
        cue=place(text, "told"),
        content=(place(text, "Tam nears a bid for Oak & Vale"),),
        rule="reader",
        score=0.9,
    )

    found = mended(text, read)

    assert found.source == place(text, "two people briefed on it")
    assert found.content == (place(text, "Tam nears a bid for Oak & Vale"),)


def test_a_role_before_a_name_does_not_describe_the_name_before_it() -> None:
    text = "Savings are stuck in the Velm Bank, the president of the guild, K. P. Orr, said"
    read = Draft(
        source=place(text, ", the president of the guild, K. P. Orr"),
        cue=place(text, "said"),
        content=(place(text, "Savings are stuck in the Velm Bank"),),
        rule="reader",
        score=0.9,
    )

    assert mended(text, read).source == place(text, "the president of the guild, K. P. Orr")


def test_the_participle_of_how_a_source_was_reached_is_no_part_of_it() -> None:
    text = "A clerk of the ministry, quoted by the Carrow Gazette, said it was lost."
    source, cue, content = (
        place(text, "A clerk of the ministry, quoted"),
        place(text, "said"),
        place(text, "it was lost"),
    )
    found = mended(text, Draft(source=source, cue=cue, content=(content,), rule="reader", score=0.9))
    assert found.source == place(text, "A clerk of the ministry")
