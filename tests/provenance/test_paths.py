"""trace_paths: the chain of the text, and the carriers that wires and copied passages add."""

from headwater.provenance import gather_lines, trace_paths
from headwater.records import (
    Chain,
    Claim,
    Derivation,
    Entity,
    EntityKind,
    Hop,
    Path,
    Relation,
    Span,
    Statement,
    Value,
)


def entity(key: str, kind: EntityKind = "outlet") -> Entity:
    return Entity(
        entity_id=key, doc_id=None, caption=key, kind=kind, aliases=(), member_ids=(key,), parent_id=None,
        mention_spans=(), descriptor=None, stated_count=None, affiliation=None, access_basis=None, reason_given=None,
        rules=(),
    )  # fmt: skip


KINDS: dict[str, EntityKind] = {
    "agency": "outlet",
    "gazette": "outlet",
    "post": "outlet",
    "calder": "person",
    "ministry": "organisation",
}
ENTITIES = {key: entity(key, kind) for key, kind in KINDS.items()}
PUBLISHER = {"d1": ENTITIES["agency"], "d2": ENTITIES["gazette"], "d3": ENTITIES["post"], "d4": ENTITIES["ministry"]}
TEXTS = dict.fromkeys(PUBLISHER, "x" * 100)
LENGTHS = dict.fromkeys(PUBLISHER, 100)


def statement(doc_id: str, *, attribution: str | None = None, value: float | None = None) -> Statement:
    span = Span(doc_id, 10, 20)
    stated = Value(lower=value, upper=value, unit="", text=str(value), span=span) if value is not None else None
    return Statement(
        statement_id=f"s-{doc_id}", doc_id=doc_id, span=span, attribution_id=attribution, stance="support",
        value=stated, headline=False,
    )  # fmt: skip


def derivation(
    doc: str, relation: Relation, *, used_doc: str | None = None, outlet: str | None = None, length: int = 50,
    rule: str = "test",
) -> Derivation:  # fmt: skip
    return Derivation(
        derivation_id=f"{doc}-{relation}", generated_doc=doc, used_doc=used_doc, used_entity=outlet, used_name=outlet,
        relation=relation, evidence=(Span(doc, 0, length),), directed=True, rule=rule, score=1.0,
    )  # fmt: skip


def paths(
    statements: list[Statement],
    derivations: list[Derivation],
    chains: dict[str, list[str]],
    named_at: Span | None = None,
) -> dict[str, Path]:
    claim = Claim(
        claim_id="c", story_id="s", caption="x", statement_ids=tuple(s.statement_id for s in statements),
        attribution_ids=(), first_stated_at=None,
    )  # fmt: skip
    held = {
        key: Chain(
            attribution_id=key,
            doc_id="d",
            hops=tuple(Hop(entity_id=n, span=named_at, rule="source") for n in names),
            opinion=False,
        )
        for key, names in chains.items()
    }
    lines = gather_lines(PUBLISHER, derivations, LENGTHS)
    conflicts = lambda a, b: a is not None and b is not None and a.lower != b.lower  # noqa: E731
    return {p.doc_id: p for p in trace_paths(claim, statements, held, ENTITIES, lines, conflicts, TEXTS)}


def names(path: Path) -> list[str]:
    return [hop.entity_id for hop in path.hops]


def test_the_chain_of_the_text_ends_in_its_root() -> None:
    found = paths([statement("d3", attribution="a")], [], {"a": ["agency", "calder"]})["d3"]
    assert (names(found), found.root_id, found.line) == (["agency", "calder"], "calder", "agency")


def test_the_publisher_is_a_member_only_where_its_own_text_names_it() -> None:
    said = [statement("d1", attribution="a"), statement("d2", attribution="b")]
    found = paths(said, [], {"a": ["agency", "calder"], "b": ["calder"]})
    assert (names(found["d1"]), found["d1"].line) == (["agency", "calder"], "agency")
    assert (names(found["d2"]), found["d2"].line) == (["calder"], "gazette")


def test_a_chain_that_ends_in_an_outlet_is_unattributed_on_that_outlets_line() -> None:
    found = paths([statement("d3", attribution="a")], [], {"a": ["gazette"]})["d3"]
    assert (found.root_id, found.line) == (None, "gazette")


def test_a_wire_credit_puts_the_wire_before_the_speaker() -> None:
    credit = derivation("d2", "wire-credit", outlet="agency")
    found = paths([statement("d2", attribution="a")], [credit], {"a": ["calder"]})["d2"]
    assert names(found) == ["agency", "calder"]


def test_a_wire_that_contributed_stands_before_what_its_own_articles_tell() -> None:
    credit = derivation("d2", "wire-credit", outlet="agency", rule="contribution")
    both = [statement("d1"), statement("d2")]
    assert names(paths(both, [credit], {})["d2"]) == ["agency"]
    assert names(paths([statement("d3"), statement("d2")], [credit], {})["d2"]) == []
    differing = [statement("d1", value=5), statement("d2", value=9)]
    assert names(paths(differing, [credit], {})["d2"]) == []


def test_a_wire_that_contributed_stands_before_a_source_only_where_it_names_him_too() -> None:
    credit = derivation("d2", "wire-credit", outlet="agency", rule="contribution")
    said = [statement("d1", attribution="a"), statement("d2", attribution="b")]
    assert names(paths(said, [credit], {"a": ["calder"], "b": ["calder"]})["d2"]) == ["agency", "calder"]
    assert names(paths(said, [credit], {"a": ["ministry"], "b": ["calder"]})["d2"]) == ["calder"]


def test_the_wire_does_not_take_its_text_from_a_paper_that_prints_it() -> None:
    links = [derivation("d2", "wire-credit", outlet="agency", rule="contribution")]
    links.append(derivation("d1", "shared-passage", used_doc="d2"))
    assert names(paths([statement("d1"), statement("d2")], links, {})["d1"]) == []


def test_words_inside_a_copied_passage_come_by_way_of_the_earlier_outlet() -> None:
    copied = derivation("d2", "shared-passage", used_doc="d1")
    found = paths([statement("d1"), statement("d2")], [copied], {})
    assert (names(found["d2"]), found["d2"].line) == (["agency"], "agency")
    assert names(found["d1"]) == []


def test_a_named_source_in_little_shared_text_does_not_show_a_line() -> None:
    little = derivation("d2", "shared-passage", used_doc="d1", length=19)
    short = Statement(
        statement_id="s-d2",
        doc_id="d2",
        span=Span("d2", 5, 15),
        attribution_id="a",
        stance="support",
        value=None,
        headline=False,
    )
    found = paths([statement("d1"), short], [little], {"a": ["calder"]})["d2"]
    assert names(found) == ["calder"]


def test_a_conflicting_value_is_not_taken_from_the_copied_article() -> None:
    outside = Statement(
        statement_id="s-d2", doc_id="d2", span=Span("d2", 80, 90), attribution_id=None, stance="support",
        value=Value(lower=5, upper=5, unit="", text="5", span=Span("d2", 80, 81)), headline=False,
    )  # fmt: skip
    copied = derivation("d2", "shared-passage", used_doc="d1")
    assert names(paths([statement("d1", value=5), outside], [copied], {})["d2"]) == ["agency"]
    assert names(paths([statement("d1", value=9), outside], [copied], {})["d2"]) == []


def test_a_document_published_by_a_source_has_it_as_root() -> None:
    found = paths([statement("d4")], [], {})["d4"]
    assert (names(found), found.root_id) == (["ministry"], "ministry")


def test_documents_taken_from_each_other_do_not_run_for_ever() -> None:
    both = [derivation("d1", "shared-passage", used_doc="d2"), derivation("d2", "shared-passage", used_doc="d1")]
    found = paths([statement("d1"), statement("d2")], both, {})
    assert set(found) == {"d1", "d2"}
