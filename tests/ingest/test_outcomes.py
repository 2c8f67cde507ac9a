"""settle: ids, duplicates, revisions and one canonical order."""

import random
from dataclasses import replace

import pytest

from headwater.config import IngestConfig
from headwater.ingest.draft import Draft, Metadata, reject
from headwater.ingest.metadata import NO_TABLE, MetaTable
from headwater.ingest.outcomes import order_key, settle
from headwater.records import Document, Duplicate, Outcome, Rejection, content_id, text_sha256

URL = "https://velmtribune.example/dam"


def draft(
    location: str, text: str, *, explicit_id: str | None = None, captured: str | None = None, **said: str
) -> Draft:
    return Draft(
        location=location, origin=location, record_id=location, explicit_id=explicit_id, metadata=Metadata(**said),
        retrieved_at=captured, media_type="text/plain", encoding="utf-8 (valid)", text=text, offset_map=(),
    )  # fmt: skip


def run(*drafts: Draft) -> tuple[Outcome, ...]:
    return settle(drafts, NO_TABLE, IngestConfig())


def revision(*drafts: Draft) -> dict[str, str | None]:
    documents = [outcome for outcome in run(*drafts) if isinstance(outcome, Document)]
    places = {document.doc_id: document.location for document in documents}
    return {d.location: places[d.revision_of] if d.revision_of else None for d in documents}


def test_an_id_depends_on_text_publisher_address_and_own_id() -> None:
    (document,) = run(draft("a", "The dam held.", publisher="Velm Tribune", url=URL, explicit_id="d7"))
    assert isinstance(document, Document)
    assert document.doc_id == content_id("doc", text_sha256("The dam held."), "Velm Tribune", URL, "d7")


def test_the_same_article_again_is_a_duplicate_of_the_smallest_location() -> None:
    outcomes = run(draft("a:10", "The dam held."), draft("b", "The dam held."), draft("a:9", "The dam held."))
    assert [(type(outcome).__name__, outcome.location) for outcome in outcomes] == [
        ("Document", "a:9"), ("Duplicate", "a:10"), ("Duplicate", "b"),
    ]  # fmt: skip
    first, *others = outcomes
    assert isinstance(first, Document)
    assert {other.doc_id for other in others if isinstance(other, Duplicate)} == {first.doc_id}


def test_the_same_words_of_two_publishers_are_two_documents() -> None:
    outcomes = run(
        draft("a", "The dam held.", publisher="Velm Tribune"), draft("b", "The dam held.", publisher="Fen Observer")
    )
    assert all(isinstance(outcome, Document) for outcome in outcomes)


def test_the_order_of_inputs_never_matters() -> None:
    drafts = [
        draft(f"f:{n}", f"The dam held for {n % 7} days.", url=URL, published_at=f"2026-03-0{n % 5 + 1}")
        for n in range(20)
    ]
    drafts.append(draft("e", "\0"))
    expected = run(*drafts)
    for seed in range(5):
        random.Random(seed).shuffle(drafts)  # noqa: S311  a reproducible order, no secret
        assert run(*drafts) == expected


REVISIONS: dict[str, tuple[list[Draft], dict[str, str | None]]] = {
    "by-day": (
        [
            draft("new", "It broke.", url=URL, published_at="2026-03-05"),
            draft("old", "It held.", url=URL, published_at="2026-03-04"),
        ],
        {"new": "old", "old": None},
    ),
    "by-change": (
        [
            draft("a", "It held.", url=URL, published_at="2026-03-04"),
            draft("b", "It broke.", url=URL, published_at="2026-03-04", modified_at="2026-03-06T10:00:00+00:00"),
        ],
        {"a": None, "b": "a"},
    ),
    "by-capture": (
        [
            draft("a", "It broke.", url=URL, captured="2026-03-06T10:00:00+00:00"),
            draft("b", "It held.", url=URL, captured="2026-03-04T10:00:00+00:00"),
        ],
        {"a": "b", "b": None},
    ),
    "undated": ([draft("a", "It held.", url=URL), draft("b", "It broke.", url=URL)], {"a": None, "b": None}),
    "same-day": (
        [
            draft("a", "It held.", url=URL, published_at="2026-03-04"),
            draft("b", "It broke.", url=URL, published_at="2026-03-04"),
        ],
        {"a": None, "b": None},
    ),
    "other-address": (
        [
            draft("a", "It held.", url=URL, published_at="2026-03-04"),
            draft("b", "It broke.", url=URL + "2", published_at="2026-03-05"),
        ],
        {"a": None, "b": None},
    ),
}


@pytest.mark.parametrize(("drafts", "expected"), REVISIONS.values(), ids=REVISIONS)
def test_a_later_text_of_one_address_is_a_revision(drafts: list[Draft], expected: dict[str, str | None]) -> None:
    assert revision(*drafts) == expected


def test_a_text_no_ledger_could_keep_is_a_rejection() -> None:
    outcomes = settle([draft("a", "dam" * 5)], NO_TABLE, IngestConfig(max_text_chars=10))
    assert [type(outcome) for outcome in outcomes] == [Rejection]
    both = settle([reject("b", "empty", "nothing"), replace(draft("a", "x"), text="")], NO_TABLE, IngestConfig())
    assert [outcome.location for outcome in both] == ["a", "b"]


def test_a_row_of_the_table_goes_before_what_the_article_says() -> None:
    table = MetaTable(rows={"a": Metadata(publisher="Velm Tribune")})
    (document,) = settle([draft("a", "It held.", publisher="Other", headline="Dam")], table, IngestConfig())
    assert isinstance(document, Document)
    assert (document.publisher, document.headline) == ("Velm Tribune", "Dam")


def test_numbers_in_locations_count_as_numbers() -> None:
    assert sorted(["a:10", "a:9", "a", "b:1"], key=order_key) == ["a", "a:9", "a:10", "b:1"]
