"""find_releaser and is_only_where: texts that speak for themselves, and who put them out."""

import pytest
from tests.entities.reading import chains, resolve

CHAINS: dict[str, tuple[str, list[str]]] = {
    "posted-by": ("[[A notice posted by the school]] says {{it is shut}}.", ["school", "notice"]),
    "posted-somewhere-by": ("[[A notice posted on Facebook by Orr School]] says {{so}}.", ["Orr School", "notice"]),
    "released-in-a-clause": (
        "[[The 80-page report, released by the Rail Board on Monday]], says {{it was green}}.",
        ["Rail Board", "80-page report"],
    ),
    "a-clip-is-as-good-as-its-poster": ("[[A video posted by Orr Watch]] shows {{it sank}}.", ["video"]),
    "a-clip-that-was-released": (
        "[[Footage released by the army]] shows {{it sank}}.",
        ["army", "footage released by the army"],
    ),
    "a-report-by-a-house-is-its-own-word": ("[[A report published by the Rail Board]] says {{so}}.", ["Rail Board"]),
    "a-survey-issued-by-a-house-too": ("[[A survey issued by the Orr Union]] says {{so}}.", ["Orr Union"]),
    "figures-of-a-house-too": ("[[Figures released by the Rail Board]] show {{so}}.", ["Rail Board"]),
    "a-court-filing-is-no-court-s": (
        "[[A court filing obtained by Channel 6]] says {{he was warned}}.",
        ["Channel 6", "court filing"],
    ),
    "a-court-ruling-is": ("[[A court ruling]] says {{he was warned}}.", ["court"]),
    "a-held-text-stands-last": (
        "[[A police report seen by Reuters]] says {{he slept}}.",
        ["Reuters", "police report"],
    ),
    "a-held-review-stands-last": (
        "[[A review by the police, seen by Reuters]], says {{he slept}}.",
        ["Reuters", "review by the police"],
    ),
    "a-police-report-is-theirs": ("[[A police report]] says {{he slept}}.", ["police"]),
    "a-study-is-printed-in-a-journal": (
        "[[A study in the journal Fen Botany]] says {{they roost}}.",
        ["Fen Botany", "study in the journal Fen Botany"],
    ),
    "a-report-in-a-paper-is-the-paper-s": ("[[A report in the Tarn Herald]] says {{they roost}}.", ["Tarn Herald"]),
}


@pytest.mark.parametrize(("text", "expected"), CHAINS.values(), ids=CHAINS)
def test_chain_of(text: str, expected: list[str]) -> None:
    assert chains(resolve(text)) == [expected]


def test_whom_a_released_report_quotes_comes_after_it() -> None:
    text = "[[The report, released by the Rail Board]], quoted {{a clerk as saying it was}}."

    assert chains(resolve(text)) == [["Rail Board", "report"]]
