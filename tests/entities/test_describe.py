"""describe_sources: the speaker and chain parts of annotate's output."""

from tests.entities.reading import OUTLETS, attribution, document, marked

from headwater.entities import describe_sources, resolve_document


def test_a_carried_speaker() -> None:
    doc, attributions = marked("{{It was over}}, [[a local official]] told AFP.")
    sources = resolve_document(doc, attributions, OUTLETS)
    described = describe_sources(attributions, sources.entities, sources.chains)["one-0"]
    assert described["chain"] == ["Agence France-Presse", "local official"]
    assert described["speaker"] == {
        "name": "local official", "kind": "unnamed", "anonymous": True, "descriptor": "local official",
        "stated_count": "one", "affiliation": None, "access_basis": None, "reason_given": None, "opinion": False,
    }  # fmt: skip


def test_somebody_who_speaks_for_a_named_house_is_not_anonymous_unless_he_asks_for_it() -> None:
    for words, anonymous in (
        ("A spokesman for Veldt Energy", False),
        ("A Veldt Energy spokesman who asked not to be named", True),
    ):
        doc, attributions = marked(f"[[{words}]] said {{{{it was over}}}}.")
        sources = resolve_document(doc, attributions, OUTLETS)
        speaker = describe_sources(attributions, sources.entities, sources.chains)["one-0"]["speaker"]
        assert isinstance(speaker, dict)
        assert speaker["anonymous"] is anonymous


def test_an_attribution_without_a_source_has_the_kind_none() -> None:
    doc = document("It is believed that it is over.")
    found = [attribution(doc, "a", None, (20, 30))]
    sources = resolve_document(doc, found, OUTLETS)
    described = describe_sources(found, sources.entities, sources.chains)["a"]
    assert described["chain"] == []
    assert isinstance(described["speaker"], dict)
    assert (described["speaker"]["name"], described["speaker"]["kind"]) == (None, "none")
