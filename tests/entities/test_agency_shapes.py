"""Credits by shape: what the layout alone shows to be an agency, and what merely stands in brackets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.entities.reading import OUTLETS, document

from headwater.entities import resolve_document
from headwater.entities.agency_shapes import agency_shapes
from headwater.entities.page import Page

BODY = "The dam of Carrow failed on Tuesday and the water took the mill."
SHAPES: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "place-day-dash": (f"Dam fails\nCARROW, Jan 14 (NPA) - {BODY}", [("NPA", "dateline")]),
    "place-province-day": (f"Dam fails\nCARROW, Orrin, May 21 (VW) -- {BODY}", [("VW", "dateline")]),
    "state-in-brackets": (f"Dam fails\nCARROW (OR) - {BODY}", []),
    "two-letters-that-are-no-state": (f"Dam fails\nNEW CARROW (VW) — {BODY}", [("VW", "dateline")]),
    "staff-and-wire": (f"Dam fails\nFrom staff and Unity Wire reports\n{BODY}", [("Unity Wire", "with-files-from")]),
    "staff-and-police": (f"Dam fails\nFrom staff and Carrow Police reports\n{BODY}", []),
    "two-places": (f"Dam fails\nCARROW, Orrin, May 21 (UWP) -- {BODY}", [("UWP", "dateline")]),
    "capitals-without-a-day": (f"Dam fails\nNEW CARROW (Velm Wire) — {BODY}", [("Velm Wire", "dateline")]),
    "day-alone": (f"Dam fails\nMarch 4 (Velmwire) - {BODY}", [("Velmwire", "dateline")]),
    "day-year-and-no-dash": (f"Dam fails\nOke-Ilu, Sept. 6, 2031 (BNS) {BODY}", [("BNS", "dateline")]),
    "source-line": (f"{BODY}\nSource: NPA", [("NPA", "trailer")]),
    "contributed": (f"{BODY}\nUnity Wire contributed to this report.", [("Unity Wire", "with-files-from")]),
    "bureau-byline": (f"Dam fails\nBy Press Bureau Reporter\n{BODY}", [("Press Bureau", "byline")]),
    "bare-agency-line": (f"Dam fails\nVelm News Agency\n{BODY}", [("Velm News Agency", "byline")]),
    "reporter-contributed": (f"{BODY}\nFox News' Ann Roe contributed to this report.", []),
    "two-reporters-contributed": (f"{BODY}\nAnn Roe and Bo Lee contributed to this story.", []),
    "source-of-a-figure": (f"{BODY} The WSC counted 12.\nSource: WSC", []),
    "short-form-explained": (f"WATER SERVICE OF CARROW (WSC) - {BODY}", []),
    "party-and-state": (f"Dam fails\nCARROW (D-Ohio) - {BODY}", []),
    "time-zone": (f"March 4 (GMT) - {BODY}", []),
    "body-in-a-sentence": (f"Orrin Valley Services (OVS) said that {BODY}", []),
    "reporter-byline": (f"Dam fails\nBy Ann Roe\n{BODY}", []),
}


@pytest.mark.parametrize(("text", "expected"), SHAPES.values(), ids=SHAPES)
def test_agencies_of(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.name, one.kind) for one in agency_shapes(Page.of(document(text)))] == expected


@pytest.mark.parametrize(
    ("url", "publisher"),
    [("https://www.velmwire.example/a", None), (None, "Velm Wire"), (None, "www.velmwire.example")],
)
def test_nobody_is_his_own_agency(url: str | None, publisher: str | None) -> None:
    text = f"Dam fails\nCARROW, March 4 (Velm Wire) - {BODY}"
    assert agency_shapes(Page.of(document(text, url=url, publisher=publisher))) == ()


def test_nobody_is_his_own_agency_by_his_initials() -> None:
    text = f"Dam fails\nCARROW, March 4 (IPA) - {BODY}"
    assert agency_shapes(Page.of(document(text, publisher="The Isles Press Agency"))) == ()


def test_an_agency_named_in_the_dateline_signed_the_story_itself() -> None:
    text = f"Dam fails\nMarch 4 (Velmwire) - {BODY}\n(Reporting by Ann Roe; Editing by Bo Lee)"
    sources = resolve_document(document(text), [], OUTLETS)
    names = {entity.entity_id: (entity.caption, entity.kind) for entity in sources.entities}
    assert {names[credit.entity_id] for credit in sources.credits} == {("Velmwire", "outlet")}


@given(st.text(alphabet="ACap (), .-14:\nSourceBy", max_size=200))
def test_the_words_of_a_credit_stand_in_the_text(text: str) -> None:
    for one in agency_shapes(Page.of(document(text))):
        assert one.name in text[one.span[0] : one.span[1]]
