"""unnamed_outlets: outlets that a text describes, and nouns that describe none."""

import pytest
from tests.entities.reading import OUTLETS, document, resolve

from headwater.entities.outlet_unnamed import unnamed_outlets
from headwater.entities.page import Page
from headwater.entities.register import Register

FOUND: dict[str, tuple[str, list[str]]] = {
    "state": ("It told state television on Monday.", ["state television"]),
    "a-country-s-state-media": ("It told Iranian state media that it was over.", ["Iranian state media"]),
    "state-run": ("It told the state-run radio.", ["state-run radio"]),
    "a-country-s-air": ("It told German television.", ["German television"]),
    "no-country": ("It told Channel radio.", []),
    "one-paper": ("It told a local newspaper.", ["local newspaper"]),
    "an-editor": ("It told a newspaper editor.", []),
    "footage": ("It was on state television footage.", []),
    "with-a-name": ("It told state news agency Tarsa.", []),
    "the-media": ("It told the media.", []),
}


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND)
def test_finds(text: str, expected: list[str]) -> None:
    doc = document(text)
    page, register = Page.of(doc), Register(doc.doc_id, OUTLETS, None)

    assert [draft.caption for *_, draft in unnamed_outlets(page, register, 0, len(text))] == expected


@pytest.mark.parametrize(
    "words", ["State television", "State-run television", "National radio", "The state broadcaster"]
)
def test_a_state_s_outlet_is_no_listed_paper(words: str) -> None:
    sources = resolve(f"[[{words}]] said {{{{so}}}}.")

    assert [(entity.kind, entity.caption) for entity in sources.entities] == [
        ("unnamed", (words[0].lower() + words[1:]).removeprefix("the "))
    ]


def test_a_described_outlet_that_speaks_and_is_told_things_is_one() -> None:
    sources = resolve("[[State radio]] said {{so}}. [[Ines Calder]] told state radio {{it was over}}.")

    assert [entity.caption for entity in sources.entities] == ["state radio", "Ines Calder"]
