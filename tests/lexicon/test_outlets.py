"""OutletList: look-up by name and address, ambiguity, user files, and refusal of malformed ones."""

from pathlib import Path

import pytest

from headwater.errors import InputError, LexiconError
from headwater.lexicon.outlets import OutletList

OUTLETS = OutletList.load()


def test_there_are_a_few_hundred_and_every_domain_finds_its_outlet() -> None:
    assert len(OUTLETS.outlets) >= 300
    missing = [
        d for o in OUTLETS.outlets for d in o.domains if "/" not in d and OUTLETS.by_url(f"https://www.{d}/x") is None
    ]
    assert missing == []


def test_every_outlet_answers_to_its_own_name() -> None:
    assert [o.name for o in OUTLETS.outlets if o not in OUTLETS.candidates(o.name)] == []


def test_the_post_needs_context() -> None:
    assert OUTLETS.by_name("the Post") is None
    earlier = OUTLETS.by_name("the Post", mentioned={"The Washington Post"})
    assert earlier is not None
    assert earlier.name == "The Washington Post"
    by_country = OUTLETS.by_name("the Post", country="IL")
    assert by_country is not None
    assert by_country.name == "The Jerusalem Post"
    assert OUTLETS.by_name("the Post", country="US") is None


def test_finds_whole_names_and_not_common_words() -> None:
    text = "The ON DEADLINE blog told the Washington Post on time, and AP's desk read People."
    assert [words for *_, words in OUTLETS.find(text)] == ["Washington Post", "AP's", "People"]


def test_a_users_file_adds_and_replaces(tmp_path: Path) -> None:
    file = tmp_path / "mine.tsv"
    file.write_text(
        "Velm Tribune\tthe Trib\tvelm.example\tnewspaper\tVelm\tno\nCNN\t\tcnn.example\tonline\t\t\n", "utf-8"
    )
    own = OutletList.load(file)
    found = own.by_url("https://news.velm.example/1")
    assert found is not None
    assert (found.name, found.country) == ("Velm Tribune", "NO")
    assert own.by_url("https://cnn.com") is None


def test_a_malformed_line_is_refused_with_its_number(tmp_path: Path) -> None:
    file = tmp_path / "mine.tsv"
    file.write_text("# a comment\nVelm Tribune\tnewspaper\n", "utf-8")
    with pytest.raises(LexiconError) as caught:
        OutletList.load(file)
    assert (caught.value.file, caught.value.line) == ("mine.tsv", 2)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="not readable"):
        OutletList.load(tmp_path / "none.tsv")


def test_odd_addresses_are_no_outlet() -> None:
    assert [OUTLETS.by_url(url) for url in ("", "http://[", "localhost", "https://com")] == [None] * 4


def test_a_nickname_of_many_papers_is_never_guessed() -> None:
    assert OUTLETS.by_name("the Sentinel") is None
    assert OUTLETS.by_name("the Gazette") is None
