"""find_asides and Ways: whom outlets quote in passing, and who told them what nobody marked."""

from dataclasses import replace

import pytest
from tests.entities.reading import OUTLETS, attribution, chains, document, resolve

from headwater.entities import resolve_document
from headwater.records import Span

CHAINS: dict[str, tuple[str, list[list[str]]]] = {
    "whom-an-outlet-quoted-said-what-it-is-credited-with": (
        "According to [[the Tarn Herald]], which quoted a lockkeeper, {{it was over}}.",
        [["Tarn Herald", "lockkeeper"]],
    ),
    "the-clause-inside-the-source": (
        "[[The Tarn Herald, which cited two people close to the board]], said {{it was over}}.",
        [["Tarn Herald", "people close to the board"]],
    ),
    "a-participle-leaves-the-outlet-its-words": (
        "[[The Tarn Herald]], citing a lockkeeper, said {{it was over}}.",
        [["Tarn Herald"]],
    ),
    "nobody-is-quoted-who-is-told-of": (
        "According to [[the Tarn Herald]], which spoke to a lockkeeper, {{it was over}}.",
        [["Tarn Herald"]],
    ),
    "told-without-a-mark": (
        "It was late, a lockkeeper who asked not to be named told Radio Orr. {{It was full}}, [[the lockkeeper]] said.",
        [["Radio Orr", "lockkeeper"]],
    ),
    "told-after-words-of-his-own": (
        "{{It was full}}, [[a lockkeeper]] said. The road was shut. It was late, a lockkeeper told Radio Orr.",
        [["lockkeeper"]],
    ),
    "told-a-court": ("It was late, a lockkeeper told a court. {{It was}}, [[the lockkeeper]] said.", [["lockkeeper"]]),
    "told-by-nobody-clear": (
        "It was late, Ada Roe, a lockkeeper, told Radio Orr. {{It was full}}, [[the lockkeeper]] said.",
        [["lockkeeper"]],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CHAINS.values(), ids=CHAINS)
def test_chain_of(text: str, expected: list[list[str]]) -> None:
    assert chains(resolve(text)) == expected


def test_a_spokesman_of_no_named_house_whom_an_outlet_quotes_stays_what_he_is() -> None:
    text = "[[Reuters]] said {{so}}, quoting [[a military spokesman]] {{again}}. [[A military spokesman]] said {{no}}."

    assert chains(resolve(text))[1:] == [["military spokesman"], ["military"]]


def test_a_spokesman_with_a_field_of_his_own_is_not_of_the_last_house() -> None:
    text = "[[Veldt Foods]] said {{so}}. [[Reuters]] said {{no}}, quoting [[a naval spokesman]] {{again}}."

    assert chains(resolve(text))[2] == ["naval spokesman"]


def test_police_need_no_name_when_they_are_quoted() -> None:
    text = "[[Reuters]] said {{so}}, quoting [[a police spokesman]] {{again}}."

    assert chains(resolve(text))[1] == ["police"]


def test_a_chain_of_outlets_ends_in_whom_the_last_one_quoted() -> None:
    doc = document("It was over, Reuters reported, citing the Tarn Herald, which quoted a lockkeeper.")
    first = attribution(doc, "first", (13, 20), (0, 11))
    second = replace(attribution(doc, "second", (38, 53), (0, 11)), cue=Span(doc.doc_id, 31, 37))

    assert chains(resolve_document(doc, (first, second), OUTLETS)) == [
        ["Reuters"],
        ["Reuters", "Tarn Herald", "lockkeeper"],
    ]
