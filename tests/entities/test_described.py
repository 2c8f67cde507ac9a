"""People described anew by age, nation, title or trade."""

import pytest
from tests.entities.reading import meant, resolve

CASES: dict[str, tuple[str, list[str | None]]] = {
    "age": (
        ("Umpire Viktor Hale, 51, was banned. [[His lawyer, Dana Kost]], said {{a}}. [[The 51-year-old]] said {{b}}."),
        ["Dana Kost", "Viktor Hale"],
    ),
    "another-age": (
        "[[Eve Ode, 30]], said {{a}}. [[The 50-year-old]] said {{b}}.",
        ["Eve Ode", "50-year-old"],
    ),
    "decade": (
        "[[Olga Brandt, 81]], said {{a}}. [[Her grandson, Max]], said {{b}}. [[The octogenarian]] said {{c}}.",
        ["Olga Brandt", "Max", "Olga Brandt"],
    ),
    "age-in-words": (
        "Eleven-year-old Finn Cooper found it. [[His father, Mark]], said {{a}}. [[The boy]] said {{b}}.",
        ["Mark", "Finn Cooper"],
    ),
    "national": (
        (
            "[[Swedish striker Nils Lund]] said {{a}}. [[Kenyan runner Faith Njeri]] said {{b}}. "
            "[[The Swede]] said {{c}}."
        ),
        ["Nils Lund", "Faith Njeri", "Nils Lund"],
    ),
    "national-nobody-told": (
        "[[Nils Lund]] said {{a}}. [[The Swede]] said {{b}}.",
        ["Nils Lund", None],
    ),
    "a-people-is-no-person": (
        "[[The British]] said {{a}}.",
        ["British"],
    ),
    "title-alone": (
        "[[Alhaji Musa Dan]] said {{a}}. [[Chief Ade Ogun]] said {{b}}. [[the Alhaji]] said {{c}}.",
        ["Musa Dan", "Ade Ogun", "Musa Dan"],
    ),
    "trade": (
        "[[Kofi Asante]] said {{a}}. [[The referee, Ian Moss]], said {{b}}. [[The winger]] said {{c}}.",
        ["Kofi Asante", "Ian Moss", "Kofi Asante"],
    ),
    "captain-in-a-position": (
        "[[City captain Jamie Nutt]] said {{a}}. [[Coach Al Tame]] said {{b}}. [[The midfielder]] said {{c}}.",
        ["Jamie Nutt", "Al Tame", "Jamie Nutt"],
    ),
    "two-may-be-it": (
        "[[Lena Orr]] said {{a}}. [[Tom Ide]] said {{b}}. [[The winger]] said {{c}}.",
        ["Lena Orr", "Tom Ide", "winger"],
    ),
    "somebody-else-was-brought-up": (
        "A driver was held. [[Marcus Webb, 44]], said {{a}}. [[The driver]] said {{b}}.",
        ["Marcus Webb", "driver"],
    ),
    "who-is-spoken-of-may-be-it": (
        "Danilo Reyes limped off. [[Hugo Valen]] said {{a}}. [[The striker]] said {{b}}.",
        ["Hugo Valen", "striker"],
    ),
    "turned": (
        "[[Former captain Denzil Marl]] said {{a}}. [[the bowler turned pundit]] said {{b}}.",
        ["Denzil Marl", "Denzil Marl"],
    ),
}


@pytest.mark.parametrize(("text", "wanted"), CASES.values(), ids=CASES)
def test_sources_mean(text: str, wanted: list[str | None]) -> None:
    assert meant(resolve(text)) == wanted
