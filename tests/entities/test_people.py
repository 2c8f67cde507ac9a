"""People whom later nouns mean again: broader nouns, offices held once, ages, and what stays torn."""

import pytest
from tests.entities.reading import resolve, speaker

CASES: dict[str, tuple[str, int, str]] = {
    "broader-noun": ("[[Senator Ruth Amadi]] said {{a}}. [[The lawmaker]] said {{b}}.", 1, "Ruth Amadi"),
    "title-as-noun": ("[[Dr Obi Nwosu]] said {{a}}. [[The doctor]] said {{b}}.", 1, "Obi Nwosu"),
    "age": ("[[Grace Boyd]] said {{a}}. [[the 52-year-old]] said {{b}}.", 1, "Grace Boyd"),
    "mother-of-four": ("[[Grace Boyd]] said {{a}}. [[The mother of four]] said {{b}}.", 1, "Grace Boyd"),
    "former-office": (
        "[[Former governor Abel Onu]] said {{a}}. [[Governor Abel Ude]] said {{b}}. [[The former governor]] {{c}}.",
        2,
        "Abel Onu",
    ),
    "portfolio": (
        "[[Finance Minister Ann Rix]] said {{a}}. [[Police Minister Jo Fox]] {{b}}. [[The finance minister]] {{c}}.",
        2,
        "Ann Rix",
    ),
    "surname-that-is-an-office": ("[[Gov. Jim Justice]] said {{a}}. {{b}}, [[Justice]] told them.", 1, "Jim Justice"),
    "described-before-the-name": ("The mayor's aide, [[Finn Darrow]], said {{a}}. [[The aide]] said {{b}}.", 1,
                                  "Finn Darrow"),
    "title-tells-two-of-one-name": (
        "[[Nell Quill and her husband, Dennis Quill]], said {{a}}. {{b}}, [[Mr Quill]] said.", 1, "Dennis Quill",
    ),
    "judge-of-a-justice": ("[[Justice Rosa Amah]] said {{a}}. [[The judge]] said {{b}}.", 1, "Rosa Amah"),
    "congresswoman": ("[[Rep. Dana Quill]] said {{a}}. [[The congresswoman]] said {{b}}.", 1, "Dana Quill"),
    "glaciologist": ("[[Lena Vogt, a glaciologist]], said {{a}}. [[The scientist]] said {{b}}.", 1, "Lena Vogt"),
    "letters-of-an-office": ("[[Cabinet Secretary Kam Njiru]] said {{a}}. [[The CS]] said {{b}}.", 1, "Kam Njiru"),
    "exact-noun-first": (
        "[[Pastor Tim Wells]] said {{a}}. [[The Rev. Ida Combs]] said {{b}}. [[The pastor]] {{c}}.", 2, "Tim Wells",
    ),
    "what-he-is-chief-of": (
        "[[Fire chief Al Dunn]] said {{a}}. [[Police chief Bo Lin]] {{b}}. [[The fire chief]] {{c}}.", 2, "Al Dunn",
    ),
    "no-chief-of-that": ("[[Fire chief Al Dunn]] said {{a}}. [[The police chief]] said {{b}}.", 1, "police chief"),
    "the-pronoun-behind-it": (
        "[[Senator Gail Hoop]] {{a}}. [[Senator Luis Prado]] {{b}}. [[The senator]] said she {{c}}.", 2, "Gail Hoop",
    ),
    "vice-mayor-of-one-surname": (
        "Mayor Cecilia Abad met Vice Mayor Rodolfo Abad. [[Vice Mayor Abad]] said {{a}}.", 0, "Rodolfo Abad",
    ),
    "woman-of-one-surname": ("Eamon Dole died. [[Siobhán Dole]] said {{a}}. [[Mrs Dole]] {{b}}.", 1, "Siobhán Dole"),
    "younger-of-two": (
        "Ann Dole spoke of her mother-in-law, Eva Dole. [[The younger Mrs Dole]] said {{a}}.", 0, "Ann Dole",
    ),
    "first-of-two-surnames": (
        "[[Ignacio Ruiz Cabal]] said {{a}}. [[Ana Soto Ruiz]] {{b}}. [[Ruiz]] said {{c}}.", 2, "Ignacio Ruiz Cabal",
    ),
    "first-name-of-a-child": ("Nine-year-old Tilly Mars sang. {{a}}, said [[Tilly]].", 0, "Tilly Mars"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "number", "caption"), CASES.values(), ids=CASES)
def test_later_words_mean(text: str, number: int, caption: str) -> None:
    assert speaker(resolve(text), number).caption == caption


def test_an_office_that_two_hold_stays_unresolved() -> None:
    text = "Senator Anna Reed met Senator Otto Brandt. [[The senator]] said {{it rained}}."
    assert resolve(text).chains[0].hops == ()


def test_he_who_told_somebody_is_not_that_somebody() -> None:
    text = "[[Otto Brandt]] said {{a}}. [[Karl Berg]] said {{b}}. [[Brandt]] said {{c}}. {{d}}, [[he]] told Brandt."
    assert speaker(resolve(text), 3).caption == "Karl Berg"


def test_one_source_of_two_cues_is_one_speaker() -> None:
    sources = resolve("[[The governor]] denied {{a}}.")
    assert speaker(sources).caption == "governor"


@pytest.mark.parametrize("text", ["Salim Juma and Rashid Juma met. [[Mr Juma]] said {{a}}.",
                                  "Ann Roe met Eva Roe. [[Ms Roe]] said {{a}}."])  # fmt: skip
def test_a_surname_that_two_may_bear_stays_unresolved(text: str) -> None:
    assert resolve(text).chains[0].hops == ()
