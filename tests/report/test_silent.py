"""Bodies that declined to comment beside unnamed people of theirs: whose silence it is."""

import pytest

from headwater.records import Attribution, Chain, Entity, Hop, Span
from headwater.report.silent import silent_bodies

TEXT = "Two Defence Ministry officials said so. The Defence Ministry declined to comment."


def entity(
    name: str, kind: str = "organisation", *, affiliation: str | None = None, parent: str | None = None
) -> Entity:
    return Entity(
        entity_id=name, doc_id="a", caption=name, kind=kind, aliases=(), member_ids=(), parent_id=parent,  # type: ignore[arg-type]
        mention_spans=(Span("a", 4, 30),), descriptor=None, stated_count=None, affiliation=affiliation,
        access_basis=None, reason_given=None, rules=(),
    )  # fmt: skip


def silence(who: str, cue_class: str = "decline") -> tuple[Chain, Attribution]:
    hop = Hop(entity_id=who, span=Span("a", 40, 60), rule="source")
    attribution = Attribution(
        attribution_id="x", doc_id="a", source=Span("a", 40, 60), cue=Span("a", 61, 69), content=(Span("a", 73, 80),),
        quote_type="indirect", cue_class=cue_class, polarity="hedged", parent_id=None, rule="", score=1.0,  # type: ignore[arg-type]
    )  # fmt: skip
    return Chain(attribution_id="x", doc_id="a", hops=(hop,), opinion=False), attribution


@pytest.mark.parametrize(
    ("affiliation", "body", "found"),
    [
        ("Defence Ministry", "the Defence Ministry", True),
        ("Defence Ministry", "Ministry", True),
        ("ministry", "Defence Ministry", True),
        ("Defence Ministry", "Water Ministry", False),
        ("American", "American Chess Federation", False),
        (None, "Defence Ministry", False),
    ],
)
def test_the_body_is_the_one_the_source_belongs_to(affiliation: str | None, body: str, *, found: bool) -> None:
    officials, ministry = entity("officials", "unnamed", affiliation=affiliation), entity(body)
    chain, attribution = silence(body)
    silent = silent_bodies([officials], [officials, ministry], [chain], [attribution])
    assert bool(silent) is found
    if found:
        (span,) = silent["officials"]
        assert span.quote(TEXT.ljust(90)) == TEXT[40:69]


def test_a_spokesman_declines_for_his_body() -> None:
    officials, ministry = entity("officials", "unnamed", affiliation="Defence Ministry"), entity("Defence Ministry")
    chain, attribution = silence("Olaf Brandt")
    spokesman = entity("Olaf Brandt", "person", parent="Defence Ministry")
    assert silent_bodies([officials], [officials, ministry, spokesman], [chain], [attribution])


def test_a_body_that_speaks_is_not_silent() -> None:
    officials, ministry = entity("officials", "unnamed", affiliation="Defence Ministry"), entity("Defence Ministry")
    chain, attribution = silence("Defence Ministry", "say")
    assert silent_bodies([officials], [officials, ministry], [chain], [attribution]) == {}
