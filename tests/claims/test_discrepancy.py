"""Disagreements inside a claim: numbers, names, directions, denials; and what is none."""

import pytest
from tests.claims.invented import document, profiles

from headwater.claims.days import named_days
from headwater.claims.discrepancy import Dated, find_discrepancies
from headwater.records import published_instant


def kinds(*texts: str) -> set[str]:
    members = []
    for number, text in enumerate(texts):
        made = document(f"d{number}", text, published_at=f"2026-03-0{number + 1}")
        profile = profiles(made.doc_id, text)[0]
        days = named_days(text, 0, len(text))
        members.append(Dated(profile=profile, published=published_instant(made), times=(), days=days))
    return {d.kind for d in find_discrepancies("clm-1", members)}


CASES: dict[str, tuple[tuple[str, ...], set[str]]] = {
    "numbers-apart": (("Twelve houses burned.", "Fifteen houses burned."), {"number"}),
    "at-least-agrees": (("At least 12 houses burned.", "A dozen houses burned."), set()),
    "sides-of-one-place": (("The boat sank south of Carrow.", "The boat sank west of Carrow."), {"name"}),
    "another-name-in-one-slot": (
        ("The old bridge at Carrow burned down.", "The old bridge at Sallow burned down."),
        {"name"},
    ),
    "a-short-form-is-no-other-name": (
        ("The old bridge of Orrin Valley burned down.", "The old bridge of OV burned down."),
        set(),
    ),
    "times-of-day-in-two-zones": (
        ("The wall failed at 0410 GMT.", "The wall failed at 4:10 a.m. local time."),
        {"date"},
    ),
    "days-named-without-a-year": (
        ("The council votes on the dam on March 12.", "The council will vote on March 21."),
        {"date"},
    ),
    "one-day-in-two-house-styles": (
        ("The council votes on the dam on March 12.", "The council will vote on 12 March."),
        set(),
    ),
    "one-time-told-twice": (("The wall failed at 0410 GMT.", "The wall failed at 4:10 a.m. UTC."), set()),
    "another-person-in-the-same-party": (
        ("His wife and another woman were missing.", "His wife and a young boy were missing."),
        {"name"},
    ),
    "a-part-does-not-disagree-with-the-whole": (
        ("The flood killed 40 people.", "Twelve others were killed by the flood."),
        set(),
    ),
    "another-negated-matter-denies-nothing": (
        ("The flood killed forty people in Carrow.", "The flood came without a siren."),
        set(),
    ),
    "a-country-and-its-adjective": (
        ("The Canada unit of Quell Works won a tender.", "The Canadian unit of Quell Works won a tender."),
        set(),
    ),
    "his-wife-and-children-are-no-number": (
        ("His wife and children were killed.", "His three children were killed."),
        set(),
    ),
    "a-name-misspelt": (("The ferry MV Adeline sank at noon.", "The ferry MV Adelaide sank at noon."), {"name"}),
    "one-figure-to-two-precisions": (("The dam cost 600 million crowns.", "The dam cost 601 million crowns."), set()),
    "negation-against-assertion": (
        ("The report reached the ministry.", "The report never reached the ministry."),
        {"denial"},
    ),
}


@pytest.mark.parametrize(("texts", "expected"), CASES.values(), ids=CASES)
def test_kinds_of_disagreement(texts: tuple[str, ...], expected: set[str]) -> None:
    assert kinds(*texts) == expected
