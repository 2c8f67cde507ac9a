"""heard_outlets: names that people tell things and show papers to, and those that courts, parties and people bear."""

import pytest

from headwater.entities.outlet_listeners import heard_outlets

PAPERS = (
    "Tarn Argonaut", "Fort Brell Pioneer", "Lake Lookout", "Orsay Coloradoan", "Virginian-Pilot", "Brell Leader",
    "Fen Citizen", "Velm Free Press", "Argonaut", "Norland Kingfisher", "Financial Lantern", "Silver Drum",
)  # fmt: skip
OTHERS = (
    "White House", "Red Cross", "Old Bailey", "Lok Sabha", "Security Council", "Tarn Water Board", "Supreme Leader",
    "House Minority Leader", "North Koreans", "Joint Chiefs", "Islamic State", "Sinn Fein", "Royal Navy", "Dalai Lama",
    "Economic Forum", "Human Rights Watch", "Federal Reserve", "Ivory Coast", "Texas Democrat", "Leader", "Nation",
    "Anna Roe", "Vice-Chancellor", "Grand Mufti", "Shiv Sena",
)  # fmt: skip

SHOWN: dict[str, tuple[str, set[str]]] = {
    "a-part-of-a-name": ("He told the Tarn Argonaut inquiry that it was over.", set()),
    "a-day-behind": ("He told the Tarn Argonaut Tuesday.", {"Tarn Argonaut"}),
    "what-it-is": ("He told the Morning Wave podcast that it was over.", {"Morning Wave"}),
    "a-body-s-site": ("He told the Tarn Council website that it was over.", set()),
    "a-country-s-paper": ("He told Lebanon's An-Nur that it was over.", {"An-Nur"}),
    "a-country-s-minister": ("He told Lebanon's Prime Minister that it was over.", set()),
    "a-person-of-a-country": ("He told Lebanon's Anna Roe that it was over.", set()),
    "a-name-that-publishes": ("He told Markblatt it was. Markblatt reported that it was not.", {"Markblatt"}),
    "a-name-that-reports-a-theft": ("He told Orme it was. Orme reported the theft.", set()),
    "a-surname-that-reports": ("Ada Orme was there. He told Orme it was. Orme reported that it was not.", set()),
    "a-journal": ("A study published in the Fen Naturalist shows it.", {"Fen Naturalist"}),
    "a-journal-of-something": ("A study published in the Annals of Fen Medicine shows it.", {"Annals"}),
    "a-journal-of-one-word": ("A paper published on Monday in the journal Botany shows it.", {"Botany"}),
    "a-month": ("A study published in March shows it.", set()),
    "a-country": ("A study published in Britain shows it.", set()),
    "a-holder": ("A memo obtained by the Tarn Lantern, says it.", {"Tarn Lantern"}),
    "a-holder-that-is-a-body": ("A memo obtained by the Serious Fraud Office, says it.", set()),
}


@pytest.mark.parametrize("name", PAPERS)
def test_a_name_that_is_told_things_is_a_paper_s(name: str) -> None:
    assert list(heard_outlets(f"He told the {name} that it was over.")) == [name]


@pytest.mark.parametrize("name", OTHERS)
def test_bodies_people_and_places_are_told_things_too(name: str) -> None:
    assert list(heard_outlets(f"He told the {name} that it was over.")) == []


@pytest.mark.parametrize(("text", "expected"), SHOWN.values(), ids=SHOWN)
def test_shows(text: str, expected: set[str]) -> None:
    assert set(heard_outlets(text)) == expected
