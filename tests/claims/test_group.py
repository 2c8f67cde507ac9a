"""Correlation clustering: reasons add up, chains do not drag, judgements win, order never matters."""

from dataclasses import replace
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from tests.claims.invented import profiles

from headwater.claims.group import candidate_pairs, group
from headwater.claims.pairs import measure_rarity
from headwater.config import ClaimConfig

CONFIG = ClaimConfig()


def test_a_weak_bridge_does_not_chain_two_groups() -> None:
    scores = {(0, 1): 4.0, (2, 3): 4.0, (1, 2): 0.5, (0, 2): -3.0, (0, 3): -3.0, (1, 3): -3.0}
    assert group(4, scores, {}, CONFIG) == [[0, 1], [2, 3]]


def test_pairs_never_compared_count_a_little_against_a_merge() -> None:
    scores = {(0, 1): 4.0, (1, 2): 0.1}
    assert group(3, scores, {}, CONFIG) == [[0, 1], [2]]


def test_a_judgement_outweighs_every_reason() -> None:
    scores = {(0, 1): 9.0}
    assert group(2, scores, {(0, 1): False}, CONFIG) == [[0], [1]]
    assert group(2, {(0, 1): -9.0}, {(0, 1): True}, CONFIG) == [[0, 1]]


@given(st.dictionaries(st.sampled_from(list(combinations(range(6), 2))), st.floats(-5, 5), max_size=15))
def test_every_statement_stands_in_exactly_one_cluster(scores: dict[tuple[int, int], float]) -> None:
    clusters = group(6, scores, {}, CONFIG)
    assert sorted(k for cluster in clusters for k in cluster) == list(range(6))


def test_statements_without_a_shared_word_are_no_candidates() -> None:
    both = (*profiles("a", "The spillway gave way.\n"), *profiles("b", "A bakery opened downtown.\n"))
    assert candidate_pairs(both, measure_rarity(both), CONFIG) == set()


def test_one_matter_in_other_words_is_a_candidate() -> None:
    both = (*profiles("a", "The flood killed three people.\n"), *profiles("b", "Five people died on Tuesday.\n"))
    assert (0, 1) in candidate_pairs(both, measure_rarity(both), CONFIG)


def test_a_long_list_is_compared_in_a_band_and_with_its_first_ones() -> None:
    many = [p for k in range(200) for p in profiles(f"d{k:03d}", "The flood killed three people in Carrow.\n")]
    pairs = candidate_pairs(many, measure_rarity(many), CONFIG)
    assert len(pairs) <= len(many) * (CONFIG.posting_band + CONFIG.posting_anchors)
    assert {(0, 199), (198, 199)} <= pairs


def test_a_band_of_comparisons_holds_a_large_claim_together() -> None:
    many = [p for k in range(200) for p in profiles(f"d{k:03d}", "The flood killed three people in Carrow.\n")]
    pairs = candidate_pairs(many, measure_rarity(many), CONFIG)
    large = replace(CONFIG, small_story=100)
    assert len(group(len(many), dict.fromkeys(pairs, 3.0), {}, large)) == 1


def test_pairs_that_were_too_unlike_to_be_compared_keep_clusters_apart() -> None:
    chain = {(0, 1): 2.0, (1, 2): 2.0}
    assert group(3, chain, {}, replace(CONFIG, missing_pair=-0.5)) == [[0, 1, 2]]
    assert group(3, chain, {}, replace(CONFIG, missing_pair=-3.0)) == [[0, 1], [2]]
