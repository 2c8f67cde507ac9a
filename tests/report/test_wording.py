"""The sentences of a page: counts as people read them, and why a range stays open."""

import pytest

from headwater.config import ClaimConfig
from headwater.report.wording import FEATURES, RULES, finding, interval, many, short_finding, what_it_adds, why_open

FINDINGS = {
    "range": ((7, 10, 4, 7, False, False), "Reported by 7 outlets, in 10 articles, traced to 4–7 independent roots."),
    "one-root": ((1, 1, 1, 1, False, False), "Reported by 1 outlet, traced to 1 independent root."),
    "no-source": (
        (1, 1, 1, 1, False, True),
        "Reported by 1 outlet, traced to 1 root at most: no source is named beyond an outlet's own reporting.",
    ),
    "no-sources": (
        (3, 3, 1, 3, False, True),
        "Reported by 3 outlets, traced to 1–3 roots at most: no source is named beyond an outlet's own reporting.",
    ),
    "circle": (
        (2, 2, 0, 0, True, False),
        "Reported by 2 outlets; they cite one another, and no root stands behind it.",
    ),
    "nobody": (
        (0, 1, 0, 0, False, False),
        "No article states it in its own voice or through a source; what is here denies or questions it.",
    ),
}


@pytest.mark.parametrize(("counts", "sentence"), FINDINGS.values(), ids=FINDINGS)
def test_a_finding_is_one_sentence(counts: tuple[int, int, int, int, bool, bool], sentence: str) -> None:
    publishers, documents, low, high, circular, uncredited = counts
    assert finding(publishers, documents, low, high, circular=circular, uncredited=uncredited) == sentence


def test_outlets_that_may_mean_another_matter_are_told_apart() -> None:
    words = finding(1, 1, 1, 2, circular=False, doubtful=1)
    assert words.startswith("Reported by 1 outlet, and by 1 more if the words are about the same matter, traced to 1–2")


def test_a_short_finding_says_when_nobody_is_named() -> None:
    assert short_finding(5, 1, 2, circular=False, uncredited=False) == "5 outlets, 1–2 roots"
    assert short_finding(1, 1, 1, circular=False, uncredited=True) == "1 outlet, at most 1 root"
    assert short_finding(2, 0, 0, circular=True, uncredited=False) == "2 outlets citing one another, no root"


def test_intervals_and_numbers_read_as_people_write_them() -> None:
    assert interval(2, 2) == "2"
    assert interval(1, 3) == "1–3"
    assert [many(1, "outlet"), many(2, "story"), many("1–3", "root")] == ["1 outlet", "2 stories", "1–3 roots"]


def test_a_range_says_why_it_is_open() -> None:
    assert why_open([("named", True, True)]) == ""
    words = why_open([("named", True, True), ("unnamed", False, True), ("unattributed", False, True)])
    assert words.startswith("The number stays open because unnamed sources may be the same person")
    assert words.endswith("and some outlets name no source and may have found it out themselves.")
    assert "another matter" in why_open([("named", True, True), ("doubtful", False, True)])


def test_every_kind_of_root_says_what_it_adds() -> None:
    told = {
        what_it_adds(kind, in_min=low, in_max=high)
        for kind in ("named", "unnamed", "doubtful", "unattributed", "circular")
        for low, high in ((True, True), (False, True), (False, False))
    }
    assert "counts as a root" in told
    assert "adds no root: one of its own people is counted" in told
    assert all(told)
    alone = what_it_adds("unattributed", in_min=False, in_max=True, uncredited=True)
    assert alone == "at most the outlet's own reporting"


def test_no_sentence_says_that_a_claim_holds() -> None:
    every = " ".join(RULES.values()).lower()
    assert not any(word in every for word in ("true", "verified", "confirmed"))


def test_every_feature_that_weighs_on_a_pair_has_words() -> None:
    assert {name.replace("-", " ") for name, _ in ClaimConfig().pair_weights} <= FEATURES.keys()
