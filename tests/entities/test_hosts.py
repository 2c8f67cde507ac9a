"""named_hosts: outlets known by their host alone get the name that some article gives them."""

import pytest
from tests.entities.reading import document

from headwater.entities.hosts import host_label, host_of, named_hosts, names_a_place
from headwater.lexicon.outlets import OutletList

EMPTY = OutletList.of([])
NAMED: dict[str, tuple[str, str, list[str]]] = {
    "run-together": ("www.velmcourier.example", "told the Velm Courier so", ["Velm Courier"]),
    "turned-round-a-small-word": ("lumevoice.example", "told the Voice of Lume so", ["Voice of Lume"]),
    "a-part-between-hyphens": ("velm-morningstar.example", "told the Morning Star so", ["Morning Star"]),
    "read-out-of-the-host": ("velm-morningstar.example", "told nobody", ["Velm Morning Star"]),
    "an-adjective-behind-the-article-is-no-name": ("thewestern.example", "two Western diplomats left", []),
    "nothing-tells": ("euronight.example", "told nobody", []),
}


@pytest.mark.parametrize(("host", "text", "names"), NAMED.values(), ids=NAMED)
def test_a_host_is_named_by_the_words_it_runs_together(host: str, text: str, names: list[str]) -> None:
    found = named_hosts(EMPTY, [document(text, publisher=host)])

    assert [name for name, _ in found] == names


def test_a_publisher_that_gives_its_name_needs_no_host() -> None:
    assert (
        list(named_hosts(EMPTY, [document("x", publisher="Velm Courier", url="https://velmcourier.example/a")])) == []
    )


def test_the_host_is_read_from_address_or_publisher() -> None:
    assert host_of(document("x", url="https://www.velm.example/a")) == "velm.example"
    assert host_of(document("x", publisher="www.velm.example")) == "velm.example"
    assert host_of(document("x", publisher="Velm Courier")) is None
    assert host_label("the-velm-post.example") == "velmpost"


def test_a_word_used_of_a_place_is_seen() -> None:
    assert names_a_place("Karn", [document("They stayed in Karn.")])
    assert names_a_place("Karn", [document("It lies on Karn soil.")])
    assert not names_a_place("Karn", [document("He told Karn News so, according to Karn's report.")])
