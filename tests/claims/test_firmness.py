"""set_asides: statements beside a claim comment on it, weakly tied ones are doubtful; a claim is never emptied."""

from dataclasses import replace
from itertools import combinations

from tests.claims.invented import profiles

from headwater.claims.denial import denies
from headwater.claims.firmness import set_asides
from headwater.claims.profile import Profile
from headwater.config import ClaimConfig

CONFIG = ClaimConfig()


def stances(texts: list[str], score: float = 3.0) -> list[str]:
    members: list[Profile] = [profiles(f"d{k}", text)[0] for k, text in enumerate(texts)]
    scores = dict.fromkeys(combinations(range(len(members)), 2), score)
    return [m.statement.stance for m in set_asides(range(len(members)), members, scores, {}, CONFIG)]


def test_who_gives_no_number_does_not_make_a_claim_about_a_number() -> None:
    told = ["The flood damaged 300 houses.", "At least 200 houses were damaged.", "Many houses were damaged."]
    assert stances(told) == ["support", "support", "comment"]


def test_a_part_stands_beside_the_whole() -> None:
    told = ["The flood killed 40 people.", "Forty people died.", "Twelve others were killed."]
    assert stances(told) == ["support", "support", "comment"]


def test_where_all_ties_are_weak_the_best_tied_statement_makes_the_claim() -> None:
    assert stances(["The dam broke.", "The dam burst."], score=-5.0) == ["support", "doubtful"]


def test_a_statement_alone_makes_its_claim() -> None:
    assert stances(["The dam broke."]) == ["support"]


def test_a_statement_that_little_ties_to_the_others_is_doubtful() -> None:
    texts = ["The dam broke.", "The dam burst.", "Rain fell for a week."]
    members = [profiles(f"d{k}", text)[0] for k, text in enumerate(texts)]
    told = set_asides(range(3), members, {(0, 1): 6.0, (0, 2): -1.0, (1, 2): -1.0}, {}, CONFIG)
    assert [m.statement.stance for m in told] == ["support", "support", "doubtful"]


def test_in_a_large_story_pairs_that_were_not_compared_make_nobody_doubtful() -> None:
    members = [profiles(f"d{k}", "The dam broke.")[0] for k in range(6)]
    band = {(k, k + 1): 3.0 for k in range(5)}
    large = replace(CONFIG, small_story=5)
    assert {m.statement.stance for m in set_asides(range(6), members, band, {}, large)} == {"support"}
    assert [m.statement.stance for m in set_asides(range(6), members, band, {}, CONFIG)].count("doubtful") == 5


def test_a_doubtful_statement_of_a_source_that_makes_the_claim_adds_no_root_and_stands() -> None:
    texts = ["The dam broke, said Ada Holm.", "The dam had burst, said Ada Holm.", "The dam gave way, said Jo Brandt."]
    members = [profiles(f"d{k}", text)[0] for k, text in enumerate(texts)]
    keys = [m.statement.attribution_id or "" for m in members]
    ways = dict(zip(keys, (("holm",), ("holm",), ("brandt",)), strict=True))
    scores = dict.fromkeys(combinations(range(3), 2), 0.5)
    told = set_asides(range(3), members, scores, ways, CONFIG)
    assert [m.statement.stance for m in told] == ["support", "support", "doubtful"]


def test_a_carriers_own_word_stands_beside_what_it_has_from_somebody() -> None:
    texts = ["The dam broke, said the Post.", "The dam had burst, said Ada Holm."]
    members = [profiles(f"d{k}", text)[0] for k, text in enumerate(texts)]
    keys = [m.statement.attribution_id or "" for m in members]
    ways = dict(zip(keys, (("post",), ("post", "holm")), strict=True))
    told = set_asides(range(2), members, {(0, 1): 0.5}, ways, CONFIG)
    assert [m.statement.stance for m in told] == ["support", "support"]
    others = set_asides(range(2), members, {(0, 1): 0.5}, {**ways, keys[0]: ("post", "brandt")}, CONFIG)
    assert [m.statement.stance for m in others].count("doubtful") == 1


def test_a_negated_wording_denies_what_more_documents_assert() -> None:
    medical = ["The club planned a medical for Thursday.", "The club planned the medical for Thursday."]
    assert stances([*medical, "The club planned no medical for Thursday."]) == ["support", "support", "deny"]


def test_an_assertion_denies_what_more_documents_negate() -> None:
    warning = ["The agency gave no warning to boats.", "The agency gave the boats no warning."]
    assert stances([*warning, "The agency gave a warning to boats."]) == ["support", "support", "deny"]


def test_a_denier_stays_on_its_side() -> None:
    texts = ["The club planned a medical for Thursday.", "The club planned no medical for Thursday."]
    members = [profiles(f"d{k}", text)[0] for k, text in enumerate(texts)]
    told = set_asides(range(2), members, {(0, 1): 3.0}, {}, CONFIG)
    assert [denies(m) for m in told] == [denies(m) for m in members] == [False, True]
