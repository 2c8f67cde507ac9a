"""find_claims: what stands together, what disagrees, who changed; order never matters and judgements are obeyed."""

from dataclasses import replace

from tests.claims.invented import reading, story

from headwater.claims import ClaimSet, Reading, find_claims
from headwater.config import ClaimConfig
from headwater.models import MeaningReader
from headwater.records import Judgement

CONFIG = ClaimConfig()
A = reading("a", "Two people died when the spillway gave way, the emergency service said.\n", published_at="2026-03-03")
B = reading("b", "Three people have died in the flood, said Johan Brandt.\n", published_at="2026-03-04")
C = reading("c", "The mayor opened a bakery in the old town.\n", published_at="2026-03-04")

MEANINGS = MeaningReader.load().vectors


def claims_of(*readings: Reading, judgements: tuple[Judgement, ...] = ()) -> ClaimSet:
    return find_claims(story(*readings), readings, {}, (), config=CONFIG, meanings=MEANINGS, judgements=judgements)


def texts(found: ClaimSet, *readings: Reading) -> list[set[str]]:
    words = {r.document.doc_id: r.document.text for r in readings}
    by_id = {s.statement_id: s.span.quote(words[s.doc_id]) for s in found.statements}
    return [{by_id[key] for key in claim.statement_ids} for claim in found.claims]


def test_differing_numbers_of_one_matter_stand_in_one_claim_and_rise_over_time() -> None:
    found = claims_of(A, B, C)
    (together,) = [group for group in texts(found, A, B, C) if len(group) > 1]
    assert together == {"Two people died", "Three people have died in the flood"}
    (dispute,) = found.discrepancies
    assert (dispute.kind, dispute.over_time) == ("number", True)
    assert [value.value for value in dispute.values] == ["Two", "Three"]


def test_the_order_of_documents_never_matters() -> None:
    assert claims_of(A, B, C) == claims_of(C, B, A)


def test_the_caption_is_the_earliest_wording_verbatim() -> None:
    found = claims_of(A, B)
    claim = next(c for c in found.claims if len(c.statement_ids) > 1)
    assert claim.caption == "Two people died"
    assert claim.first_stated_at == "2026-03-03T12:00:00+00:00"


def test_a_judgement_that_two_statements_differ_is_obeyed_and_one_that_they_are_the_same_too() -> None:
    joined = next(c for c in claims_of(A, B, C).claims if len(c.statement_ids) > 1)
    left, right = joined.statement_ids
    verdict = Judgement(
        judgement_id="j",
        left_id=left,
        right_id=right,
        verdict="different",
        made_by="me",
        made_at="2026-03-05",
        reason=None,
    )
    apart = claims_of(A, B, C, judgements=(verdict,))
    assert all(len(claim.statement_ids) == 1 for claim in apart.claims)
    again = claims_of(A, B, C, judgements=(verdict, replace(verdict, verdict="same", made_at="2026-03-06")))
    assert joined.statement_ids in {claim.statement_ids for claim in again.claims}


def test_words_of_one_outlet_that_nobody_is_credited_with_are_no_claim() -> None:
    one = reading("d1", "Follow our live page for updates on the flood.\n", publisher="The Post")
    two = reading("d2", "Follow our live page for updates on the flood.\n", publisher="The Post")
    assert claims_of(one, two).claims == ()


def test_every_link_inside_a_claim_sums_its_reasons() -> None:
    found = claims_of(A, B, C)
    assert found.links
    for link in found.links:
        assert abs(sum(weight for _, weight in link.features) - link.score) < 1e-9
