"""Reasons: every reason for and against a link of two documents, sources, statements or claims, quoted."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.ledger.invented import JUDGEMENT, STORY_RECORDS, add_documents, run

from headwater.config import Config
from headwater.errors import NotFoundError
from headwater.ledger import Ledger
from headwater.records import Claim
from headwater.report.reasons import Reason, Reasons


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.create(tmp_path / "story.hw.db") as opened:
        add_documents(opened)
        opened.add_judgement(replace(JUDGEMENT, left_id="stm-1", right_id="stm-2", verdict="different"))
        opened.replace_story_level(run(), STORY_RECORDS)
        yield opened


def explain(ledger: Ledger, a: str, b: str) -> tuple[Reason, ...]:
    return Reasons(ledger, Config()).explain(a, b)


def test_documents_show_what_they_share_and_how_alike_they_are(ledger: Ledger) -> None:
    reasons = {reason.kind: reason for reason in explain(ledger, "record of doc-a", "doc-b.txt")}
    shared = reasons["shared passage, edited, 1 edits, direction by time"]
    assert (shared.side, shared.weight) == ("for", 0.9)
    assert "“12 barges sank”" in shared.words
    assert "“15 barges sank”" in shared.words
    assert len(shared.spans) == 2
    assert reasons["one utterance, altered (number, truncation)"].side == "for"
    assert "According to the Fen Observer" in reasons["cites (according-to)"].words
    (likeness,) = [reason for kind, reason in reasons.items() if kind.startswith("likeness of words")]
    assert likeness.side == "for"
    assert likeness.weight is not None
    assert likeness.weight > 0.14
    common = [r for r in explain(ledger, "doc-a", "doc-b") if r.kind == "word in common"]
    assert all(reason.weight is not None and reason.weight > 0 for reason in common)
    assert any("“barges” = record of doc-b" in reason.words for reason in common)


def test_statements_show_features_with_their_words_the_sum_and_what_people_decided(ledger: Ledger) -> None:
    reasons = explain(ledger, "stm-1", "stm-2")
    assert reasons[0].side == "against"
    assert reasons[0].kind.startswith("judged different by desk at 2031-03-06")
    both = "record of doc-a [19, 42): “At least 12 barges sank” / record of doc-b [31, 45): “15 barges sank”"
    assert [(r.side, r.kind, r.words, r.weight) for r in reasons[-3:]] == [
        ("for", "words", both, 2.5),
        ("for", "names", both, 0.5),
        ("for", "sum (log-odds)", "", 3.0),
    ]
    assert next(r.words for r in reasons if r.side == "about").endswith("“At least 12 barges sank”")


def test_statements_that_were_never_compared_say_so(ledger: Ledger) -> None:
    (last,) = explain(ledger, "stm-1", "stm-3")[-1:]
    assert (last.side, last.kind.split(",")[0]) == ("against", "never compared")


def test_sources_show_names_kinds_parents_and_places(ledger: Ledger) -> None:
    kinds = {reason.kind for reason in explain(ledger, "Ilse Varga", "Osterby Harbour")}
    assert "one speaks for the other: two sources, one organisation" in kinds
    assert "no word of the name in common" in kinds
    assert "two kinds" in kinds
    unnamed = explain(ledger, "official", "ent-s-varga")
    assert any(reason.kind.endswith("be Ilse Varga") for reason in unnamed)


def test_sources_of_documents_that_are_one_show_the_rules(ledger: Ledger) -> None:
    reasons = explain(ledger, "ent-a-fen", "ent-b-fen")
    assert [(r.kind, r.words) for r in reasons] == [("one source", "Fen Observer"), ("united by rule", "same-name")]


def test_a_claim_is_itself_and_kinds_are_not_mixed(ledger: Ledger) -> None:
    assert [reason.kind for reason in explain(ledger, "clm-1", "clm-1")] == ["the same claim"]
    with pytest.raises(NotFoundError, match="pair of one kind"):
        explain(ledger, "clm-1", "doc-a")
    with pytest.raises(NotFoundError, match="Varga"):
        explain(ledger, "Ilse V", "doc-a")


def test_two_claims_show_their_mean_and_the_pairs_that_were_compared(tmp_path: Path) -> None:
    (claim,) = [one for one in STORY_RECORDS if isinstance(one, Claim)]
    others = [one for one in STORY_RECORDS if type(one).__name__ in {"Entity", "Story", "Statement", "ClaimLink"}]
    claims = [
        replace(claim, claim_id="clm-1", statement_ids=("stm-1",), attribution_ids=("att-a1",)),
        replace(claim, claim_id="clm-2", statement_ids=("stm-2", "stm-3"), attribution_ids=("att-b1",)),
    ]
    with Ledger.create(tmp_path / "two.hw.db") as ledger:
        add_documents(ledger)
        ledger.replace_story_level(run(), [*others, *claims])
        reasons = explain(ledger, "clm-1", "clm-2")
    (mean,) = [reason for reason in reasons if reason.kind.startswith("mean log-odds of their 2 pairs")]
    missing = Config().claims.missing_pair
    assert mean.weight == pytest.approx((3.0 + missing) / 2)
    assert ("for", "sum (log-odds)", 3.0) in [(r.side, r.kind, r.weight) for r in reasons]


def test_a_pair_is_explained_without_reading_the_whole_ledger(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    for reader in ("documents", "statements", "claims", "stories", "derivations", "links"):
        whole = getattr(ledger, reader)

        def narrowed(key: str | None = None, *, whole: Callable[[str], object] = whole, reader: str = reader) -> object:
            assert key is not None, f"all {reader} were read"
            return whole(key)

        monkeypatch.setattr(ledger, reader, narrowed)
    for a, b in (("doc-a", "doc-b"), ("stm-1", "stm-2"), ("clm-1", "clm-1"), ("ent-s-varga", "ent-s-varga")):
        assert explain(ledger, a, b)
