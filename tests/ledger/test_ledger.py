"""Ledger: what goes in comes out, runs resume and replace, people's decisions stay, and misuse is refused in words."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.ledger import invented
from tests.ledger.invented import CONFIG, DOCUMENTS, MODEL, RECORDS_A, RECORDS_B, STORY_RECORDS

from headwater.errors import LedgerError, NotFoundError, SpanError
from headwater.ledger import Ledger
from headwater.records import (
    Attribution,
    Chain,
    Claim,
    ClaimLink,
    Corroboration,
    Credit,
    Derivation,
    Discrepancy,
    Entity,
    Mention,
    PositionChange,
    Quantity,
    Rejection,
    Reuse,
    Root,
    Span,
    Stance,
    Statement,
    Story,
    TimeExpression,
)
from headwater.records import Path as ClaimPath


def _of(kind: type, records: tuple[object, ...]) -> set[object]:
    return {record for record in records if isinstance(record, kind)}


def test_a_ledger_gives_back_everything_written(ledger_path: Path) -> None:
    own = RECORDS_A + RECORDS_B
    with Ledger.open(ledger_path) as ledger:
        assert ledger.documents() == DOCUMENTS
        assert ledger.rejections() == (invented.REJECTION,)
        assert ledger.duplicates() == (invented.DUPLICATE,)
        assert ledger.judgements() == (invented.JUDGEMENT,)
        assert ledger.runs() == (invented.run(),)
        assert set(ledger.mentions()) == _of(Mention, own)
        assert set(ledger.times()) == _of(TimeExpression, own)
        assert set(ledger.quantities()) == _of(Quantity, own)
        assert set(ledger.attributions()) == _of(Attribution, own)
        assert set(ledger.chains()) == _of(Chain, own)
        assert set(ledger.credits()) == _of(Credit, own)
        assert set(ledger.entities("document")) == _of(Entity, own)
        assert set(ledger.entities("story")) == _of(Entity, STORY_RECORDS)
        assert set(ledger.stories()) == _of(Story, STORY_RECORDS)
        assert set(ledger.reuse()) == _of(Reuse, STORY_RECORDS)
        assert set(ledger.statements()) == _of(Statement, STORY_RECORDS)
        assert set(ledger.claims()) == _of(Claim, STORY_RECORDS)
        assert set(ledger.links()) == _of(ClaimLink, STORY_RECORDS)
        assert set(ledger.stances()) == _of(Stance, STORY_RECORDS)
        assert set(ledger.discrepancies()) == _of(Discrepancy, STORY_RECORDS)
        assert set(ledger.position_changes()) == _of(PositionChange, STORY_RECORDS)
        assert set(ledger.derivations()) == _of(Derivation, STORY_RECORDS)
        assert set(ledger.paths()) == _of(ClaimPath, STORY_RECORDS)
        assert set(ledger.roots()) == _of(Root, STORY_RECORDS)
        assert set(ledger.corroborations()) == _of(Corroboration, STORY_RECORDS)


def test_one_documents_records_are_read_without_the_others(ledger_path: Path) -> None:
    with Ledger.open(ledger_path) as ledger:
        assert [one.attribution_id for one in ledger.attributions("doc-b")] == ["att-b1", "att-b2"]
        assert {one.entity_id for one in ledger.entities("document", "doc-a")} == {"ent-a-varga", "ent-a-fen"}
        assert ledger.quantities("doc-b") == ()
        assert len(ledger.quantities("doc-a")) == len(ledger.times("doc-a")) == len(ledger.mentions("doc-a")) == 1
        assert len(ledger.reuse("doc-b")) == 1
        assert {one.statement_id for one in ledger.statements("clm-1")} == {"stm-1", "stm-2", "stm-3"}
        assert len(ledger.links("clm-1")) == 1


def test_records_of_a_document_come_in_the_order_written(ledger_path: Path) -> None:
    with Ledger.open(ledger_path) as ledger:
        written = [one.attribution_id for one in RECORDS_A if isinstance(one, Attribution)]
        assert [one.attribution_id for one in ledger.attributions("doc-a")] == written


@pytest.mark.parametrize("wanted", ["doc-a", "record of doc-a"])
def test_a_document_is_found_by_either_of_its_ids(ledger_path: Path, wanted: str) -> None:
    with Ledger.open(ledger_path) as ledger:
        assert ledger.document(wanted).doc_id == "doc-a"


def test_an_id_may_be_shortened_while_it_is_clear(ledger_path: Path) -> None:
    with Ledger.open(ledger_path) as ledger:
        assert ledger.claim("clm").claim_id == "clm-1"
        with pytest.raises(NotFoundError, match="nearest are doc-a, doc-b"):
            ledger.document("doc-")
        with pytest.raises(NotFoundError, match="no claim 'nothing'"):
            ledger.claim("nothing")
        with pytest.raises(NotFoundError):
            ledger.claim("")


def test_what_was_read_with_the_same_settings_is_not_read_again(ledger_path: Path) -> None:
    with Ledger.open(ledger_path) as ledger:
        a = DOCUMENTS[0]
        assert ledger.has_document(a, config_sha256=CONFIG, model_sha256=MODEL)
        assert ledger.has_document(replace(a, location="moved.txt"), config_sha256=CONFIG, model_sha256=MODEL)
        assert not ledger.has_document(a, config_sha256="other", model_sha256=MODEL)
        assert not ledger.has_document(a, config_sha256=CONFIG, model_sha256=None)
        assert not ledger.has_document(replace(a, published_at=None), config_sha256=CONFIG, model_sha256=MODEL)
        assert not ledger.has_document(replace(a, doc_id="doc-z"), config_sha256=CONFIG, model_sha256=MODEL)


def test_an_interrupted_run_keeps_the_documents_it_finished(tmp_path: Path) -> None:
    path = tmp_path / "story.hw.db"
    a, b = DOCUMENTS
    unfit = replace(next(r for r in RECORDS_B if isinstance(r, Attribution)), cue=Span("doc-b", 0, 10_000))
    with Ledger.create(path) as ledger:
        ledger.add_document(a, RECORDS_A, config_sha256=CONFIG, model_sha256=MODEL)
        with pytest.raises(SpanError):
            ledger.add_document(b, (*RECORDS_B[1:], unfit), config_sha256=CONFIG, model_sha256=MODEL)
    with Ledger.open_or_create(path) as ledger:
        assert ledger.info().state == "open"
        assert ledger.has_document(a, config_sha256=CONFIG, model_sha256=MODEL)
        assert not ledger.has_document(b, config_sha256=CONFIG, model_sha256=MODEL)
        assert ledger.verify() == ()
        ledger.add_document(b, RECORDS_B, config_sha256=CONFIG, model_sha256=MODEL)
        ledger.replace_story_level(invented.run(), STORY_RECORDS)
        assert ledger.info().state == "complete"
        assert ledger.verify() == ()


def test_the_same_run_again_changes_nothing_but_its_start(ledger_path: Path) -> None:
    with Ledger.open_or_create(ledger_path) as ledger:
        before = ledger.info()
        ledger.replace_story_level(invented.run(), STORY_RECORDS)
        assert ledger.info().chained_root == before.chained_root
        ledger.replace_story_level(invented.run("2031-04-01T00:00:00+00:00"), STORY_RECORDS)
        after = ledger.info()
        assert [run.started_at for run in ledger.runs()] == ["2031-04-01T00:00:00+00:00"]
        assert after.row_counts == before.row_counts
        assert ledger.verify() == ()


def test_two_ledgers_of_one_input_have_one_root_whatever_came_first(tmp_path: Path, ledger_path: Path) -> None:
    other = tmp_path / "other.hw.db"
    with Ledger.create(other) as ledger:
        ledger.add_judgement(invented.JUDGEMENT)
        for document, records in ((DOCUMENTS[1], RECORDS_B), (DOCUMENTS[0], RECORDS_A)):
            ledger.add_document(document, records, config_sha256=CONFIG, model_sha256=MODEL)
        ledger.add_outcomes((invented.DUPLICATE, invented.REJECTION))
        root = ledger.replace_story_level(invented.run(), reversed(STORY_RECORDS))
    with Ledger.open(ledger_path) as ledger:
        assert ledger.info().chained_root == root


def test_the_next_run_replaces_the_stories_and_keeps_documents_and_judgements(ledger_path: Path) -> None:
    with Ledger.open_or_create(ledger_path) as ledger:
        ledger.replace_story_level(invented.run(run_id="run-2"), ())
        assert (ledger.stories(), ledger.claims(), ledger.entities("story")) == ((), (), ())
        assert ledger.documents() == DOCUMENTS
        assert ledger.judgements() == (invented.JUDGEMENT,)
        assert [run.run_id for run in ledger.runs()] == ["run-1", "run-2"]
        assert ledger.info().run_id == "run-2"
        assert ledger.verify() == ()


def test_reading_a_document_anew_voids_the_stories_but_no_judgement(ledger_path: Path) -> None:
    with Ledger.open_or_create(ledger_path) as ledger:
        ledger.add_document(DOCUMENTS[0], RECORDS_A[:3], config_sha256="other", model_sha256=None)
        assert ledger.claims() == ()
        assert ledger.info().state == "open"
        assert ledger.attributions("doc-a") == ()
        assert len(ledger.attributions("doc-b")) == 2
        assert ledger.judgements() == (invented.JUDGEMENT,)
        assert ledger.duplicates() == (invented.DUPLICATE,)
        assert ledger.verify() == ()


def test_a_location_has_one_outcome_the_latest(ledger_path: Path) -> None:
    again = Rejection(rejection_id="rej-2", location="bad.pdf", reason="empty", detail="nothing in it")
    mended = replace(DOCUMENTS[0], doc_id="doc-c", location="bad.pdf")
    with Ledger.open_or_create(ledger_path) as ledger:
        ledger.add_outcomes([again])
        assert ledger.rejections() == (again,)
        ledger.add_document(mended, (), config_sha256=CONFIG)
        assert ledger.rejections() == ()


def test_a_decision_keeps_the_root_true(ledger_path: Path) -> None:
    with Ledger.open_or_create(ledger_path) as ledger:
        ledger.add_judgement(replace(invented.JUDGEMENT, judgement_id="jud-2"))
        ledger.add_judgement(replace(invented.JUDGEMENT, reason=None))
        assert [one.reason for one in ledger.judgements()] == [None, invented.JUDGEMENT.reason]
        assert ledger.info().state == "complete"
        assert ledger.verify() == ()


def test_a_record_that_points_at_nothing_is_refused_by_name(ledger_path: Path) -> None:
    lost = replace(next(r for r in STORY_RECORDS if isinstance(r, Claim)), statement_ids=("stm-404",))
    records = [record for record in STORY_RECORDS if not isinstance(record, Claim)]
    with Ledger.open_or_create(ledger_path) as ledger:
        before = ledger.info()
        with pytest.raises(LedgerError, match="claim_statement clm-1/0 points at statement stm-404"):
            ledger.replace_story_level(invented.run(), [*records, lost])
        assert ledger.info() == before


def test_two_records_of_one_id_are_refused_unless_they_are_equal(ledger_path: Path) -> None:
    story = next(r for r in STORY_RECORDS if isinstance(r, Story))
    with Ledger.open_or_create(ledger_path) as ledger:
        ledger.replace_story_level(invented.run(), [*STORY_RECORDS, story])
        with pytest.raises(LedgerError, match="two different rows of story share the id sty-1"):
            ledger.replace_story_level(invented.run(), [*STORY_RECORDS, replace(story, caption="other")])


def test_a_documents_records_may_not_point_into_another(tmp_path: Path) -> None:
    with Ledger.create(tmp_path / "x.db") as ledger, pytest.raises(LedgerError, match="doc-b point into doc-a"):
        ledger.add_document(DOCUMENTS[1], RECORDS_A, config_sha256=CONFIG)


def test_half_a_character_is_refused_in_words(tmp_path: Path) -> None:
    broken = replace(DOCUMENTS[0], headline="\ud83c")
    with Ledger.create(tmp_path / "x.db") as ledger:
        with pytest.raises(LedgerError, match="lone surrogate"):
            ledger.add_document(broken, (), config_sha256=CONFIG)
        assert ledger.documents() == ()


def test_an_open_ledger_for_reading_takes_no_records(ledger_path: Path) -> None:
    with Ledger.open(ledger_path) as ledger, pytest.raises(LedgerError, match="opened for reading only"):
        ledger.add_judgement(invented.JUDGEMENT)
