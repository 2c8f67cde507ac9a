"""derive: citations, credits, passages and printed wires, each with the words that show it."""

from tests.claims.invented import document
from tests.provenance.test_paths import ENTITIES, PUBLISHER

from headwater.provenance import derive
from headwater.records import Chain, Credit, Derivation, Hop, Reuse, Span

DOCUMENTS = [document(doc_id, "x" * 400) for doc_id in ("d1", "d2", "d3")]


def chain(doc_id: str, outlet: str, start: int) -> Chain:
    hop = Hop(entity_id=outlet, span=Span(doc_id, start, start + 5), rule="told-recipient")
    return Chain(attribution_id=f"{doc_id}-{start}", doc_id=doc_id, hops=(hop,), opinion=False)


def passage(earlier: str, later: str, start: int = 0, length: int = 40, form: str = "passage") -> Reuse:
    return Reuse(
        reuse_id=f"{earlier}{later}{start}", earlier=Span(earlier, start, start + length),
        later=Span(later, start, start + length), kind="verbatim", form=form, directed=True,  # type: ignore[arg-type]
        direction_rule="time", edits=(), score=1.0, rule="test",
    )  # fmt: skip


def found(
    *, chains: list[Chain] | None = None, credit: list[Credit] | None = None, reuse: list[Reuse] | None = None
) -> list[Derivation]:
    made = derive(DOCUMENTS, chains or [], credit or [], ENTITIES, PUBLISHER, {"agency", "post"}, reuse or [])
    return list(made)


def shown(derivations: list[Derivation]) -> set[tuple[str, str, str | None, str | None]]:
    return {(d.generated_doc, d.relation, d.used_name, d.used_doc) for d in derivations}


def test_an_outlet_in_a_chain_is_a_citation_with_its_words() -> None:
    (one,) = found(chains=[chain("d3", "gazette", 10), chain("d3", "gazette", 30)])
    assert (one.generated_doc, one.relation, one.used_name, one.used_doc) == ("d3", "cites", "gazette", "d2")
    assert one.evidence == (Span("d3", 10, 15), Span("d3", 30, 35))


def test_an_outlet_that_names_itself_derives_from_nobody() -> None:
    assert found(chains=[chain("d2", "gazette", 10)]) == []


def test_a_credit_of_the_byline_field_shows_the_line_that_opens_the_text() -> None:
    byline = Credit(credit_id="c", doc_id="d2", entity_id="agency", kind="byline", span=None, rule="byline-field")
    (one,) = found(credit=[byline])
    assert (one.relation, one.rule) == ("wire-credit", "byline-field")
    assert [(span.doc_id, span.start) for span in one.evidence] == [("d2", 0)]


def test_copies_of_one_text_give_no_more_edges_than_needed() -> None:
    links = [passage("d1", "d2"), passage("d1", "d3"), passage("d2", "d3")]
    assert len(found(reuse=links)) == 2


def test_boilerplate_and_quotations_are_no_derivations() -> None:
    assert found(reuse=[passage("d1", "d2", form="boilerplate"), passage("d1", "d3", form="quotation")]) == []


def test_two_documents_that_share_a_passage_and_cite_one_wire_print_it() -> None:
    made = found(chains=[chain("d2", "agency", 300), chain("d3", "agency", 310)], reuse=[passage("d2", "d3")])
    credited = {d.generated_doc for d in made if d.relation == "wire-credit"}
    assert credited == {"d2", "d3"}


def test_two_documents_that_only_share_what_the_wire_was_quoted_for_do_not_print_it() -> None:
    made = found(chains=[chain("d2", "agency", 50), chain("d3", "agency", 60)], reuse=[passage("d2", "d3")])
    assert not [d for d in made if d.relation == "wire-credit"]


def test_a_silent_copy_beside_the_words_that_cite_a_wire_prints_it_too() -> None:
    made = found(chains=[chain("d3", "agency", 42)], reuse=[passage("d2", "d3")])
    assert ("d2", "wire-credit", "agency", "d1") in shown(made)


def test_of_two_wires_cited_beside_shared_text_the_one_with_more_of_it_is_printed() -> None:
    chains = [chain("d1", "post", 165), chain("d3", "agency", 62)]
    links = [passage("d1", "d2", start=100, length=30), passage("d2", "d3")]
    for reuse in (links, links[::-1]):
        (one,) = [d for d in found(chains=chains, reuse=reuse) if d.relation == "wire-credit"]
        assert (one.generated_doc, one.used_name, one.evidence) == ("d2", "agency", (Span("d2", 0, 40),))


def test_the_order_of_the_input_never_matters() -> None:
    chains = [chain("d2", "agency", 50), chain("d3", "agency", 60)]
    links = [passage("d1", "d2"), passage("d2", "d3")]
    assert found(chains=chains, reuse=links) == found(chains=chains[::-1], reuse=links[::-1])
