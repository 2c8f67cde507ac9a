"""Phrases that mean an outlet: its name with words around it, or a noun with a country."""

import pytest
from tests.attribution.rules_reader import RulesReader
from tests.claims.invented import document

from headwater.attribution import find_attributions
from headwater.entities import resolve_document
from headwater.lexicon.outlets import Outlet, OutletList

OUTLETS = OutletList.of(
    [
        Outlet(
            name="The Harbour Standard",
            aliases=("Harbour Standard",),
            domains=(),
            kind="newspaper",
            owner="",
            country="US",
        ),
        Outlet(
            name="The Fen Observer", aliases=("Fen Observer",), domains=(), kind="newspaper", owner="", country="IL"
        ),
    ]
)
CASES: dict[str, tuple[str, list[str]]] = {
    "name-with-a-noun-before": (
        "The US newspaper The Harbour Standard said that the dam had failed.\n",
        ["The Harbour Standard"],
    ),
    "the-report-of-a-countrys-paper": (
        (
            "The Harbour Standard reported that the dam had failed. The Fen Observer said that a bridge was gone. "
            "The US newspaper said that the valley was empty.\n"
        ),
        ["The Harbour Standard", "The Fen Observer", "The Harbour Standard"],
    ),
    "a-country-is-no-outlet": ("The US newspaper industry is dying, said Piet Arran, an editor.\n", ["Piet Arran"]),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_speakers_are(text: str, expected: list[str]) -> None:
    made = document("d", text)
    sources = resolve_document(made, find_attributions(made, reader=RulesReader()), OUTLETS)
    captions = {entity.entity_id: entity.caption for entity in sources.entities}
    assert [captions[chain.hops[-1].entity_id] for chain in sources.chains if chain.hops] == expected
