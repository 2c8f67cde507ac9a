"""Houses called again by short names, letters, clubs' places, and courts of several levels kept apart."""

import pytest
from tests.entities.reading import meant, resolve

CASES: dict[str, tuple[str, list[str | None]]] = {
    "letters-in-brackets": (
        "[[The Norland Food Agency (NAFA)]] said {{a}}. [[NAFA]] said {{b}}.",
        ["Norland Food Agency", "Norland Food Agency"],
    ),
    "club": (
        "[[Calder Athletic]] said {{a}}. [[Physio Ann Roe]] said {{b}}. [[Calder]] said {{c}}.",
        ["Calder Athletic", "Ann Roe", "Calder Athletic"],
    ),
    "head-alone": (
        "[[The Kisan Ekta Sabha]] said {{a}}. [[Ann Roe]] said {{b}}. [[The Sabha]] said {{c}}.",
        ["Kisan Ekta Sabha", "Ann Roe", "Kisan Ekta Sabha"],
    ),
    "two-of-one-head": (
        "The Kisan Sabha and the Velm Sabha met. [[The Sabha]] said {{a}}.",
        ["Sabha"],
    ),
    "court-of-another-level": (
        "[[The Supreme Court]] said {{a}}. [[The district court]] said {{b}}.",
        ["Supreme Court", "district court"],
    ),
    "unnamed-court-again": (
        "[[The Supreme Court]] said {{a}}. [[A district court]] said {{b}}. [[The court]] said {{c}}.",
        ["Supreme Court", "district court", "district court"],
    ),
    "surname-that-is-a-people": (
        "[[Investor Ada German]] said {{a}}. [[Ann Roe]] said {{b}}. [[German]] said {{c}}.",
        ["Ada German", "Ann Roe", "Ada German"],
    ),
    "vice-president": (
        "[[President Ann Roe]] said {{a}}. [[Vice President Max Orr]] said {{b}}. [[The president]] said {{c}}.",
        ["Ann Roe", "Max Orr", "Ann Roe"],
    ),
    "strategist-of-a-party": (
        "[[A top GOP strategist]] said {{a}}. [[Leaders across Europe]] said {{b}}.",
        ["top GOP strategist", "leaders across Europe"],
    ),
    "described-body": (
        "The Ganor regional council met. [[Ann Roe]] said {{a}}. [[The council]] said {{b}}.",
        ["Ann Roe", "Ganor regional council"],
    ),
    "ministries-of-two-countries": (
        "[[The Hungarian Foreign Ministry]] said {{a}}. [[The Serbian Foreign Ministry]] said {{b}}.",
        ["Hungarian Foreign Ministry", "Serbian Foreign Ministry"],
    ),
    "company-of-a-country": (
        (
            "[[Irish lender Shannon Crest Ltd]] said {{a}}. [[Omani airline Sohar Wings]] said {{b}}. "
            "[[The Irish company]] said {{c}}."
        ),
        ["Shannon Crest Ltd", "Sohar Wings", "Shannon Crest Ltd"],
    ),
    "place-is-no-company": (
        "[[Harold Penn Stores]] said sales in Aberlly fell {{a}}. [[The retailer]] said {{b}}.",
        ["Harold Penn Stores", "Harold Penn Stores"],
    ),
    "body-of-two-places": (
        "[[Marl and Wold Health Trust]] said {{a}}. [[The trust]] said {{b}}.",
        ["Marl and Wold Health Trust", "Marl and Wold Health Trust"],
    ),
    "where-somebody-is-from": (
        "[[Qatar-based Safwa Airways]] said {{a}}. [[The carrier]] said {{b}}.",
        ["Safwa Airways", "Safwa Airways"],
    ),
    "letters-of-a-listed-outlet": (
        "[[The Northern Relief Corps (NRC)]] said {{a}}. [[Ann Roe]] said {{b}}. [[the NRC]] said {{c}}.",
        ["Northern Relief Corps", "Ann Roe", "Northern Relief Corps"],
    ),
    "who-was-told": (
        "[[Ann Roe]] told Yeni Posta {{a}}. [[The newspaper]] said {{b}}.",
        ["Ann Roe", "Yeni Posta"],
    ),
    "surname-that-is-an-office": (
        "[[Chief Constable Moira Judge]] said {{a}}. [[Mrs Judge]] said {{b}}. [[The judge]] said {{c}}.",
        ["Moira Judge", "Moira Judge", "judge"],
    ),
    "title-without-marks": (
        "[[A report entitled The Dry Ledger]] said {{a}}. [[Ann Roe]] said {{b}}. [[The report]] said {{c}}.",
        ["The Dry Ledger", "Ann Roe", "The Dry Ledger"],
    ),
    "report-without-issuer": (
        "Reuters was there. [[A congressional report]] said {{a}}. [[Ann Roe]] said {{b}}. [[The report]] said {{c}}.",
        ["congressional report", "Ann Roe", "congressional report"],
    ),
    "president-nobody-called-so": (
        "Velda won. Velda left. [[Velda]] said {{a}}. Velda slept. [[The president]] said {{b}}.",
        ["Velda", "president"],
    ),
    "home-of-a-woman": (
        "[[Swimmer Ciara Brogan]] said {{a}}. [[The Carrow woman]] said {{b}}.",
        ["Ciara Brogan", "Ciara Brogan"],
    ),
    "two-officers-of-houses": (
        "House Speaker Ann Roe and Senate Leader Joan Pak met. [[Pak]] said {{a}}. [[The speaker]] said {{b}}.",
        ["Joan Pak", "Ann Roe"],
    ),
    "letters-without-the-country": (
        "[[The Public Service Commission of Georgia]] said {{a}}. [[The PSC]] said {{b}}.",
        ["Public Service Commission of Georgia", "Public Service Commission of Georgia"],
    ),
    "company-by-its-first-word": (
        "Rates of Chatta Power rose. [[Ann Roe]] said {{a}}. [[Chatta]] said {{b}}.",
        ["Ann Roe", "Chatta Power"],
    ),
    "one-of-two-bodies": (
        "The school boards of Tam and Ulm met. [[One of the two boards]] said {{a}}.",
        ["boards"],
    ),
    "who-behind-a-copula": (
        "Ann Roe is the state attorney [[who]] said {{a}}.",
        ["Ann Roe"],
    ),
    "possessive-before-a-title": (
        "Velda's secretary Max Orr left. [[President Velda]] said {{a}}. [[He]] said {{b}}.",
        ["Velda", "Velda"],
    ),
}


@pytest.mark.parametrize(("text", "wanted"), CASES.values(), ids=CASES)
def test_sources_mean(text: str, wanted: list[str | None]) -> None:
    assert meant(resolve(text)) == wanted


def test_letters_of_an_exchange_are_no_name() -> None:
    entity = next(iter(resolve("[[Veldt Corp. (NSDQ:VLDT)]] said {{a}}.").entities))
    assert entity.aliases == ()
