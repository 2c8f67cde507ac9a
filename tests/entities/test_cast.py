"""The cast of a story: publishers among its entities, outlets that cite one another recognised."""

from tests.claims.invented import document
from tests.entities.reading import attribution

from headwater.entities import DocumentSources, cast_story, resolve_document, with_publishers
from headwater.lexicon.outlets import OutletList
from headwater.records import Entity, Span

EMPTY = OutletList.of(())


def speaker(doc_id: str, caption: str) -> DocumentSources:
    one = Entity(
        entity_id=f"e-{doc_id}-{caption}", doc_id=doc_id, caption=caption, kind="organisation", aliases=(),
        member_ids=(), parent_id=None, mention_spans=(Span(doc_id, 0, 3),),
        descriptor=None, stated_count=None, affiliation=None,
        access_basis=None, reason_given=None, rules=(),
    )  # fmt: skip
    return DocumentSources(entities=(one,), chains=(), credits=())


def test_an_outlet_cited_by_name_is_the_one_that_publishes() -> None:
    documents = [document("d1", "a", publisher="The Fen Observer"), document("d2", "b", publisher="The Inland Post")]
    cast = cast_story(
        documents, [DocumentSources(entities=(), chains=(), credits=()), speaker("d2", "Fen Observer")], EMPTY
    )
    cited = cast.story_entity["e-d2-Fen Observer"]
    assert cast.publisher["d1"] == cited
    assert cited.kind == "outlet"


def test_every_document_has_a_publisher_even_without_a_name() -> None:
    bare = document("d1", "a", publisher="x")
    nameless = type(bare)(**{name: getattr(bare, name) for name in bare.__slots__} | {"publisher": None})
    cast = cast_story([nameless], [DocumentSources(entities=(), chains=(), credits=())], EMPTY)
    assert cast.publisher["d1"].caption == "outlet of d1"


def test_a_publisher_goes_by_its_short_names() -> None:
    outlets = with_publishers(EMPTY, [document("d1", "a", publisher="Northlight Press Agency")])
    found = outlets.by_name("Northlight")
    assert found is not None
    assert (found.name, found.kind) == ("Northlight Press Agency", "agency")


def test_the_same_publisher_in_two_stories_is_the_same_record() -> None:
    sources = [DocumentSources(entities=(), chains=(), credits=())]
    one = cast_story([document("d1", "a", publisher="The Inland Post")], sources, EMPTY)
    two = cast_story([document("d2", "b", publisher="The Inland Post")], sources, EMPTY)
    assert one.publisher["d1"] == two.publisher["d2"]


def test_an_outlet_that_two_articles_treat_as_one_is_one_in_every_article() -> None:
    said = "Velmpress could not independently verify it."
    documents = [document(key, said, publisher="The Inland Post") for key in ("d1", "d2")]

    assert with_publishers(EMPTY, documents).by_name("Velmpress") is not None
    assert with_publishers(EMPTY, documents[:1]).by_name("Velmpress") is None


def test_a_publisher_s_short_name_is_no_second_outlet() -> None:
    said = "Northlight could not independently verify it."
    documents = [document(key, said, publisher="Northlight Press Agency") for key in ("d1", "d2")]
    found = with_publishers(EMPTY, documents).by_name("Northlight")

    assert found is not None
    assert found.name == "Northlight Press Agency"


def test_this_newspaper_is_whoever_published_the_article() -> None:
    text = "Ines Calder told this newspaper it was over."
    doc = document("d1", text)
    said = attribution(doc, "said", (0, 11), (32, 43))
    sources = resolve_document(doc, (said,), EMPTY)
    cast = cast_story([doc], [sources], EMPTY)
    (carrier, _) = sources.chains[0].hops

    assert cast.story_entity[carrier.entity_id] == cast.publisher["d1"]


def test_a_publisher_known_by_its_host_gets_the_name_an_article_gives_it() -> None:
    documents = [
        document("d1", "It rained.", publisher="www.velmcourier.example"),
        document("d2", "The sluice failed, she told the Velm Courier.", publisher="The Inland Post"),
    ]
    outlets = with_publishers(EMPTY, documents)
    found = outlets.by_url("www.velmcourier.example")
    assert found is not None
    assert found.name == "Velm Courier"
    assert outlets.by_name("the Courier", mentioned={"Velm Courier"}) == found


def test_an_outlet_goes_by_the_initials_in_its_own_datelines() -> None:
    texts = ("CARROW, March 4 (IPA) - The dam failed.", "IPA said that the dam failed.")
    documents = [document("a", texts[0], publisher="Isles Press Agency"), document("b", texts[1], publisher="Post")]
    assert [one.name for one in with_publishers(EMPTY, documents).candidates("IPA")] == ["Isles Press Agency"]
    assert not with_publishers(EMPTY, documents[1:]).candidates("IPA")


def test_an_outlet_goes_by_its_last_word_where_an_article_calls_it_so() -> None:
    text = "The Carrow Lantern said so, and the Lantern knew."
    documents = [document("a", text), document("b", "x", publisher="Carrow Lantern")]
    assert [one.name for one in with_publishers(EMPTY, documents).candidates("The Lantern")] == ["Carrow Lantern"]
    assert not with_publishers(EMPTY, documents[1:]).candidates("The Lantern")
