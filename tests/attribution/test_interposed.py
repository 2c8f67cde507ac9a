"""Two reports in one sentence: who passes on whose words, and what belongs to whom."""

import pytest

from headwater.attribution.interposed import reported_within

Told = tuple[str, str, tuple[str, ...]]


def told(text: str) -> list[Told]:
    return [
        (text[slice(*d.source)], text[slice(*d.cue)], tuple(text[a:b] for a, b in d.content))
        for d in reported_within(text, [])
        if d.source and d.cue
    ]


@pytest.mark.parametrize(
    ("text", "outer", "inner"),
    [
        (
            "Officials told the Register, CNN reported, that the satellite was lost.",
            ("CNN", "reported", ("Officials told the Register", "the satellite was lost")),
            ("Officials", "told", ("the satellite was lost",)),
        ),
        (
            "The satellite was lost, two officials told the Register, CNN reported on Monday.",
            ("CNN", "reported", ("The satellite was lost, two officials told the Register",)),
            ("two officials", "told", ("The satellite was lost",)),
        ),
        (
            "“It is lost for good,” the minister said on Sunday, according to the Carrow Gazette.",
            ("the Carrow Gazette", "according to", ("“It is lost for good,” the minister said on Sunday",)),
            ("the minister", "said", ("“It is lost for good",)),
        ),
        (
            "The Carrow Gazette reported, citing two officials, that the satellite was lost.",
            ("The Carrow Gazette", "reported", ("the satellite was lost",)),
            ("two officials", "citing", ("the satellite was lost",)),
        ),
        (
            "On Monday, officials told the Register, CNN reported, that the satellite was lost.",
            ("CNN", "reported", ("officials told the Register", "the satellite was lost")),
            ("officials", "told", ("the satellite was lost",)),
        ),
        (
            "Police, according to the Carrow Gazette, said nine people had died.",
            ("the Carrow Gazette", "according to", ("Police", "said nine people had died")),
            ("Police", "said", ("nine people had died",)),
        ),
        (
            "The Register reported that the satellite was lost, citing officials who spoke on condition of anonymity.",
            ("The Register", "reported", ("the satellite was lost",)),
            ("officials who spoke on condition of anonymity", "citing", ("the satellite was lost",)),
        ),
        (
            "The Tarsa news agency, citing rescuers, put the toll at nine.",
            ("The Tarsa news agency", "put", ("the toll at nine",)),
            ("rescuers", "citing", ("the toll at nine",)),
        ),
        (
            "Rescuers put the toll at nine, Tarsa reported.",
            ("Tarsa", "reported", ("Rescuers put the toll at nine",)),
            ("Rescuers", "put", ("the toll at nine",)),
        ),
        (
            "Citing a leaked memo, Northlight said the satellite was lost.",
            ("Northlight", "said", ("the satellite was lost",)),
            ("a leaked memo", "Citing", ("the satellite was lost",)),
        ),
        (
            "“It is lost for good,” state television quoted the minister as saying.",
            ("state television", "quoted", ("“It is lost for good", "the minister as saying")),
            ("the minister", "saying", ("“It is lost for good",)),
        ),
    ],
)
def test_the_house_reports_the_whole_and_its_source_says_the_clause(text: str, outer: Told, inner: Told) -> None:
    assert told(text) == [outer, inner]


@pytest.mark.parametrize(
    "text",
    [
        "The satellite was lost, the minister was quoted as saying by the Carrow Gazette.",
        "The minister was quoted as saying by the Carrow Gazette that the satellite was lost.",
    ],
)
def test_who_was_quoted_speaks(text: str) -> None:
    ((source, cue, content),) = told(text)
    assert source.casefold() == "the minister"
    assert cue == "was quoted as saying"
    assert [part.casefold() for part in content] == ["the satellite was lost"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "“The road is shut,” Ines Calder, a rescue official, was quoted by Tarsa as saying.",
            ("Ines Calder, a rescue official", "was quoted by Tarsa as saying", ("“The road is shut",)),
        ),
        (
            "“The road is shut,” said Ines Calder, quoted by the Tarsa news agency.",
            ("Ines Calder", "said", ("“The road is shut",)),
        ),
    ],
)
def test_who_was_quoted_may_have_a_role(text: str, wanted: Told) -> None:
    assert told(text) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "Citing security concerns, Northlight said it would close the office.",
        "The minister said that the satellite was lost, and Northlight reported a loss.",
        "Rain fell, which the farmers said, Northlight reported.",
        "Officials told the Register that the satellite was lost.",
    ],
)
def test_one_report_stays_one(text: str) -> None:
    assert told(text) == []


def test_what_the_reader_made_of_such_a_sentence_is_replaced() -> None:
    text = "Officials told the Register, CNN reported, that the satellite was lost."
    outer, inner = reported_within(text, [])
    assert reported_within(text, [outer]) == [outer, inner]


def test_a_sentence_without_end_is_not_searched() -> None:
    text = "officials told the Post, CNN reported, " * 500 + "that the satellite was lost."
    assert told(text) == []
