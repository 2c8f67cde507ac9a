"""successions and rivals: who took whose place, whichever way the sentence puts it."""

import pytest
from tests.entities.reading import document

from headwater.entities.page import Page
from headwater.entities.register import Draft
from headwater.entities.roster import Introduction, introductions
from headwater.entities.successions import rivals, successions

TURNS: dict[str, tuple[str, str, bool]] = {
    "Orr named Ann Roe chief, replacing Carl Poe.": ("Ann Roe", "Carl Poe", True),
    "Ann Roe succeeded Carl Poe in May.": ("Ann Roe", "Carl Poe", True),
    "Carl Poe was replaced by Ann Roe.": ("Ann Roe", "Carl Poe", True),
    "Carl Poe was sheriff before Ann Roe unseated him.": ("Ann Roe", "Carl Poe", True),
    "Ann Roe defeated Carl Poe by nine votes.": ("Ann Roe", "Carl Poe", False),
}


def _people(page: Page) -> dict[str, Draft]:
    return {
        page.text[i.name.start : i.name.end]: Draft(kind="person", caption=page.text[i.name.start : i.name.end])
        for i in introductions(page)
        if len(i.name.words) > 1
    }


@pytest.mark.parametrize(("text", "expected"), TURNS.items(), ids=TURNS)
def test_who_came_and_who_went(text: str, expected: tuple[str, str, bool]) -> None:
    page = Page.of(document(text))
    people = _people(page)

    def person(name: Introduction) -> Draft | None:
        return people.get(page.text[name.name.start : name.name.end])

    (turn,) = successions(page, introductions(page), person)
    assert (turn.new.caption, turn.old.caption, turn.seated) == expected


def test_three_people_in_a_sentence_tell_nothing() -> None:
    page = Page.of(document("Ann Roe told Bo Lin that she replaced Carl Poe."))
    people = _people(page)
    names = introductions(page)
    assert not list(successions(page, names, lambda n: people.get(page.text[n.name.start : n.name.end])))
    assert not list(rivals(page, names, lambda n: people.get(page.text[n.name.start : n.name.end])))
