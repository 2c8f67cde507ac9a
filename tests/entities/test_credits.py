"""Credits of a whole document, each at its place."""

import pytest
from tests.entities.reading import OUTLETS, document

from headwater.entities import resolve_document

CASES: dict[str, tuple[str, set[tuple[str, str]]]] = {
    "dateline": ("Dam fails.\n\nCARROW, March 3 (Reuters) - The dam failed.", {("Reuters", "dateline")}),
    "byline": ("Dam fails\nAFP, Tuesday 2 Jul 2013\nThe dam failed on Tuesday.", {("Agence France-Presse", "byline")}),
    "hat-tip": ("The dam failed.\n\nh/t: The Hill", {("The Hill", "hat-tip")}),
    "originally": (
        "The dam failed.\nThis article was originally published by ProPublica.",
        {("ProPublica", "originally-published")},
    ),
    "contributed": (
        "The dam failed.\nThe Associated Press contributed to this report.",
        {("Associated Press", "with-files-from")},
    ),
    "memo-first-published-is-none": ("The memo was first published by ProPublica.", set()),
    "two-sentences-about-the-article": (
        "The dam failed. The story first appeared in ProPublica.",
        {("ProPublica", "originally-published")},
    ),
    "longer-name-is-another": (
        "The dam failed.\nDelta Associated Press contributed to this report.",
        {("Delta Associated Press", "with-files-from")},
    ),
    "reporting-and-editing": (
        "The dam failed, Reuters was told.\n(Reporting by Ann Roe; Editing by Bo Lee)",
        {("Reuters", "trailer")},
    ),
    "reporting-and-editing-alone": (
        "The dam failed.\n(Reporting by Ann Roe; Editing by Bo Lee)",
        {("Reuters", "trailer")},
    ),
    "photo-credit-is-none": ("The dam failed.\nAnn Roe / Reuters.\nIt was old.", set()),
    "first-reported-is-none": ("The dam failed, as first reported by Reuters.", set()),
    "aside-in-brackets-is-none": ("The dam (Reuters called it a wall) failed.", set()),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_credits_of(text: str, expected: set[tuple[str, str]]) -> None:
    sources = resolve_document(document(text), [], OUTLETS)
    names = {entity.entity_id: entity.caption for entity in sources.entities}
    assert {(names[credit.entity_id], credit.kind) for credit in sources.credits} == expected


def test_an_outlet_that_no_list_holds_may_sign_like_reuters() -> None:
    text = "The dam failed.\n(Reporting by Ann Roe; Editing by Bo Lee)"
    assert resolve_document(document(text, publisher="Isles Press"), [], OUTLETS).credits == ()


def test_nobody_credits_himself() -> None:
    doc = document("CARROW (Reuters) - The dam failed.", url="https://www.reuters.com/a")
    assert resolve_document(doc, [], OUTLETS).credits == ()
