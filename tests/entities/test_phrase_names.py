"""Where the name stands behind titles, offices and their fields, and which capitals are a house's."""

import pytest
from tests.entities.reading import document

from headwater.entities.page import Page
from headwater.entities.read_phrase import read_phrase
from headwater.entities.roster import introductions

# Phrase: name, what it calls its bearer.
PEOPLE: dict[str, tuple[str, tuple[str, ...]]] = {
    "Pádraig Ó Rian, a retired vet,": ("Pádraig Ó Rian", ("vet",)),
    "María del Carmen Ortiz Vega": ("María del Carmen Ortiz Vega", ()),
    "Siti Aminah binti Rahman": ("Siti Aminah binti Rahman", ()),
    "U Soe Naing, a trader,": ("Soe Naing", ("trader",)),
    "Daw Khin Mya Thu": ("Khin Mya Thu", ()),
    "Works Minister Datuk Seri Azman bin Yusof": ("Azman bin Yusof", ("minister",)),
    "Opposition leader Tan Sri Goh Kim Seng": ("Goh Kim Seng", ("leader",)),
    "Village chief Ratu Jone Madra": ("Jone Madra", ("chief",)),
    "Naw Eh Say": ("Naw Eh Say", ()),
    "Senior General Than Lwin": ("Than Lwin", ("general",)),
    "Corporal Sunday Ibeh": ("Sunday Ibeh", ("corporal",)),
    "police spokesman Friday Ezeh": ("Friday Ezeh", ("spokesman",)),
    "Secretary of State Una Voss": ("Una Voss", ("secretary",)),
    "Leader of Opposition Dr Sunita Rawal": ("Sunita Rawal", ("leader", "doctor")),
    "Speaker of the House Ann Roe": ("Ann Roe", ("speaker",)),
    "Superintendent of Police Musa Bello": ("Musa Bello", ("superintendent",)),
    "Archbishop of Kelm John Roe": ("John Roe", ("archbishop",)),
    "Headmaster Giles Petrie": ("Giles Petrie", ("headmaster",)),
    "Groundsman Wilf Oakes": ("Wilf Oakes", ("groundsman",)),
    "SP Garba Lawan": ("Garba Lawan", ("superintendent",)),
    "CP Aisha Lawal": ("Aisha Lawal", ()),
    "Det. Supt. Ann Roe": ("Ann Roe", ("detective", "superintendent")),
    "the army's spokesman, Colonel Idris Fofa": ("Idris Fofa", ("spokesman", "colonel")),
    "Deputy Attorney General Ann Roe": ("Ann Roe", ("attorney", "attorney-general")),
    "General Secretary Frank Odo": ("Frank Odo", ("secretary",)),
    "Marine biologist Zoltan Qik": ("Zoltan Qik", ("biologist",)),
    "Edmund Rook KC": ("Edmund Rook", ()),
    "Zorin Baker": ("Zorin Baker", ()),
    "Health and Human Services Secretary Ann M. Roe II": ("Ann M. Roe II", ("secretary",)),
    "The Tribune's Legal Analyst and former federal prosecutor Ann Roe": ("Ann Roe", ("analyst", "prosecutor")),
    "a trader who gave her name only as Ngozi": ("Ngozi", ("trader",)),
    "a commander who goes by the name Abu Yasser": ("Abu Yasser", ("commander",)),
    "Don Hernán Ospina": ("Hernán Ospina", ()),
    "Defence counsel Maître Alix Dorsain": ("Alix Dorsain", ("counsel",)),
    "North Norland leader Kim Jong Un": ("Kim Jong Un", ("leader",)),
    "volunteer lookout Edna Rolfe": ("Edna Rolfe", ("volunteer",)),
    "Ms Fisher": ("Fisher", ()),
    "the firm's attorney, Guy Lund": ("Guy Lund", ("attorney",)),
}
HOUSES = (
    "General Workers' Alliance",
    "General Motors",
    "Conservative Party",
    "Liberal Democrats",
    "Republican National Committee",
    "Department of Marine Resources",
    "Marine Conservation Society",
    "Native Land Rights Fund",
    "Food and Drug Administration",
    "Eastmarsh Fire and Rescue",
    "Karv Coast Guard",
    "King's College London",
    "Transport for Velm",
    "Department of Justice",
    "Office of the Norland Trade Representative",
    "Darnell Martin Foundation",
    "Boy Scouts of America",
    "Women’s March",
    "Miners’ Solidarity Union",
    "Nurses and Midwives Alliance",
    "Klipvall Local Municipality",
    "Lesv Chamber of Commerce",
    "Superintendency for Antiquities",
)
# Phrases with capitals that name nobody.
GROUPS = (
    "Some Germans",
    "Most of the vulnerable Senate Republicans",
    "House and Senate Democrats",
    "A super PAC",
    "Two-thirds of Democratic primary voters",
    "As many as 40 percent of Voss supporters",
    "Two of the Republicans seeking the presidency",
    "Several Tory MPs",
)


@pytest.mark.parametrize(("words", "expected"), PEOPLE.items(), ids=PEOPLE)
def test_name_and_roles_of_a_person(words: str, expected: tuple[str, tuple[str, ...]]) -> None:
    page = Page.of(document(f"Today {words} said so."))
    phrase = read_phrase(page, 6, 6 + len(words))
    assert phrase is not None
    assert phrase.name is not None
    assert (page.text[phrase.name.start : phrase.name.end], phrase.roles) == expected


@pytest.mark.parametrize("words", HOUSES)
def test_a_house_keeps_every_word_of_its_name(words: str) -> None:
    page = Page.of(document(f"The {words} said so."))
    phrase = read_phrase(page, 0, 4 + len(words))
    assert phrase is not None
    assert phrase.name is not None
    assert page.text[phrase.name.start : phrase.name.end] == words
    assert phrase.roles == ()


@pytest.mark.parametrize("words", GROUPS)
def test_some_of_many_have_no_name(words: str) -> None:
    phrase = read_phrase(Page.of(document(f"{words} said so.")), 0, len(words))
    assert phrase is not None
    assert phrase.form == "nominal"
    assert phrase.plural or phrase.head_word == "pac"


def test_a_lone_participle_leads_a_name_on() -> None:
    words = "Prosecuting, Naomi Laing"
    phrase = read_phrase(Page.of(document(f"{words} said so.")), 0, len(words))
    assert phrase is not None
    assert phrase.name is not None
    assert phrase.name.words == ("Naomi", "Laing")


NAMES: dict[str, list[str]] = {
    "VELM - Ann Roe left.": ["Ann Roe"],
    "Ann Roe/Reuters.": ["Reuters"],
    "They met Gen. Sein Htoo and Lt. Col. Rex Voss.": ["Sein Htoo", "Rex Voss"],
    "The mayor met Ann Roe on Thu 5 May.": ["Ann Roe"],
    "Mayor Ann Roe Monday met Bo Lin.": ["Ann Roe", "Bo Lin"],
    "Brothers David and Simon Roe left.": ["David", "Simon Roe"],
    "Shares in Harrow Vale fell.": ["Harrow Vale"],
    "Jan Novak left.": ["Jan Novak"],
    "Will Ann Roe resign?": ["Ann Roe"],
    "The Ministry of Ports and the Ministry of Roads met.": ["Ministry of Ports", "Ministry of Roads"],
    "The Facebook page of Velm Theatre was shut.": ["Velm Theatre"],
}


@pytest.mark.parametrize(("text", "names"), NAMES.items(), ids=NAMES)
def test_names_of_a_sentence(text: str, names: list[str]) -> None:
    page = Page.of(document(f"It rained. {text} It stopped."))
    assert [page.text[i.name.start : i.name.end] for i in introductions(page)] == names


def test_a_chain_of_words_that_are_names_elsewhere_is_read_without_depth() -> None:
    page = Page.of(document("They met Ann " + "Say " * 3000 + "there."))
    assert list(page.names(0, len(page.text)))
