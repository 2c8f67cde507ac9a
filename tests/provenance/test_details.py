"""shared_details: figures that few outlets give, common to two of them, with the words of both."""

from tests.claims.invented import document

from headwater.provenance import shared_details
from headwater.records import Derivation, Discrepancy, DisputedValue, Entity, Span, Statement, Value

OUTLETS = ("alpha", "beta", "gamma", "delta", "epsilon")
ODD, COMMON = "The depot held 31 tankers and 270 drums.", "The depot held 44 tankers and 220 drums."
TEXTS = {name: ODD if name in {"alpha", "beta"} else COMMON for name in OUTLETS}
DOCUMENTS = [document(name, text, published_at=f"2026-03-0{n}") for n, (name, text) in enumerate(TEXTS.items(), 1)]


def outlet(name: str) -> Entity:
    return Entity(
        entity_id=f"o-{name}", doc_id=None, caption=name, kind="outlet", aliases=(), member_ids=(), parent_id=None,
        mention_spans=(), descriptor=None, stated_count=None, affiliation=None, access_basis=None, reason_given=None,
        rules=(),
    )  # fmt: skip


PUBLISHER = {name: outlet(name) for name in OUTLETS}


def statement(doc_id: str, figure: str, *, said_by: str | None = None) -> Statement:
    start = TEXTS[doc_id].index(figure)
    span = Span(doc_id, start, start + len(figure))
    value = Value(lower=float(figure), upper=float(figure), unit="", text=figure, span=span)
    return Statement(
        statement_id=f"{doc_id}-{figure}", doc_id=doc_id, span=span, attribution_id=said_by, stance="support",
        value=value, headline=False,
    )  # fmt: skip


def dispute(*figures: str, over_time: bool = False, said_by: str | None = None) -> tuple[Discrepancy, list[Statement]]:
    groups = [[statement(d, f, said_by=said_by) for d in OUTLETS if f in TEXTS[d]] for f in figures]
    values = tuple(
        DisputedValue(value=figure, statement_ids=tuple(s.statement_id for s in group))
        for figure, group in zip(figures, groups, strict=True)
    )
    one = Discrepancy(
        discrepancy_id=figures[0], claim_id=figures[0], kind="number", unit="", values=values, over_time=over_time,
        rule="values-apart",
    )  # fmt: skip
    return one, [s for group in groups for s in group]


def found(
    disputes: list[tuple[Discrepancy, list[Statement]]], derivations: tuple[Derivation, ...] = ()
) -> tuple[Derivation, ...]:
    statements = {s.statement_id: s for _, held in disputes for s in held}
    said = {"police": "police"}
    return shared_details(DOCUMENTS, [one for one, _ in disputes], statements, said, PUBLISHER, derivations)


def test_two_rare_figures_in_common_show_what_two_documents_share() -> None:
    (one,) = found([dispute("31", "44"), dispute("270", "220")])
    assert (one.generated_doc, one.used_doc, one.relation, one.directed) == ("beta", "alpha", "shared-detail", False)
    assert [span.quote(TEXTS[span.doc_id]) for span in one.evidence] == ["31", "31", "270", "270"]
    assert [span.doc_id for span in one.evidence] == ["beta", "alpha", "beta", "alpha"]


def test_one_figure_is_an_accident() -> None:
    assert found([dispute("31", "44")]) == ()


def test_figures_that_change_over_time_are_common_to_a_time() -> None:
    assert found([dispute("31", "44", over_time=True), dispute("270", "220")]) == ()


def test_a_figure_both_have_from_one_source_is_that_sources() -> None:
    assert found([dispute("31", "44", said_by="police"), dispute("270", "220")]) == ()


def test_what_another_derivation_explains_needs_no_second_one() -> None:
    explained = Derivation(
        derivation_id="x", generated_doc="beta", used_doc="alpha", used_entity=None, used_name=None, relation="cites",
        evidence=(Span("beta", 0, 3),), directed=True, rule="", score=1.0,
    )  # fmt: skip
    assert found([dispute("31", "44"), dispute("270", "220")], (explained,)) == ()
