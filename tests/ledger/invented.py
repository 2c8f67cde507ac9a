"""One invented story with every kind of record, and hypothesis strategies made from the records' own types."""

from collections.abc import Sequence
from dataclasses import MISSING, fields, is_dataclass
from pathlib import Path
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from headwater.ledger import DocumentRecord, Ledger, StoryRecord
from headwater.records import (
    AlteredQuotation,
    Attribution,
    Chain,
    Claim,
    ClaimLink,
    Corroboration,
    Credit,
    Derivation,
    Discrepancy,
    DisputedValue,
    Document,
    Duplicate,
    Edit,
    Entity,
    EntityKind,
    Hop,
    Judgement,
    Mention,
    OffsetSegment,
    PositionChange,
    Quantity,
    QuotationChange,
    Rejection,
    Reuse,
    Root,
    Run,
    Span,
    Stance,
    Statement,
    Story,
    TimeExpression,
    Value,
    ValueCount,
    text_sha256,
)
from headwater.records import (
    Path as ClaimPath,
)

# No test fails because the machine is busy.
UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
CONFIG = "c" * 64
MODEL = "m" * 64

TEXT_A = (
    "Osterby, March 4 — At least 12 barges sank, harbour master Ilse Varga told the Fen Observer. 🌊 "
    "“We lost 12,” she said."
)
TEXT_B = "According to the Fen Observer, 15 barges sank. An official denied it.\n\nThe harbour stays closed."


def document(doc_id: str, text: str, publisher: str | None, published_at: str | None) -> Document:
    """Return a document of an invented outlet."""
    return Document(
        doc_id=doc_id, record_id=f"record of {doc_id}", location=f"{doc_id}.txt", url=None, publisher=publisher,
        headline="Barges sink at Osterby", byline="=SUM(A1)", dateline=None, published_at=published_at,
        modified_at=None, retrieved_at=None, language="en", media_type="text/plain",
        encoding="utf-8 (valid)", text=text, text_sha256=text_sha256(text), revision_of=None,
        offset_map=(OffsetSegment(start=0, end=5, origin_start=10, origin_end=15),),
    )  # fmt: skip


A = document("doc-a", TEXT_A, "Fen Observer", "2031-03-04")
B = document("doc-b", TEXT_B, "Harbour Standard", "2031-03-05T08:00:00+00:00")
DOCUMENTS = (A, B)


def at(doc: Document, words: str) -> Span:
    """Return where words stand first in a document."""
    start = doc.text.index(words)
    return Span(doc.doc_id, start, start + len(words))


def entity(
    entity_id: str, doc_id: str | None, caption: str, kind: EntityKind,
    *, members: Sequence[str] = (), spans: Sequence[Span] = (), parent: str | None = None,
) -> Entity:  # fmt: skip
    """Return an entity; an unnamed one says what the text says of it."""
    unnamed = kind == "unnamed"
    return Entity(
        entity_id=entity_id, doc_id=doc_id, caption=caption, kind=kind, aliases=(f"the {caption}",),
        member_ids=tuple(members), parent_id=parent, mention_spans=tuple(spans),
        descriptor="official" if unnamed else None, stated_count="one" if unnamed else None, affiliation=None,
        access_basis=None, reason_given=None, rules=("same-name",),
    )  # fmt: skip


_TOLD = Attribution(
    attribution_id="att-a1", doc_id="doc-a", source=at(A, "harbour master Ilse Varga"), cue=at(A, "told"),
    content=(at(A, "At least 12 barges sank"),), quote_type="indirect", cue_class="say", polarity="affirmed",
    parent_id=None, rule="model", score=0.9,
)  # fmt: skip
_SAID = Attribution(
    attribution_id="att-a2", doc_id="doc-a", source=at(A, "she"), cue=at(A, "said"), content=(at(A, "“We lost 12,”"),),
    quote_type="direct", cue_class="say", polarity="affirmed", parent_id="att-a1", rule="model", score=0.8,
)  # fmt: skip
_DENIED = Attribution(
    attribution_id="att-b2", doc_id="doc-b", source=at(B, "An official"), cue=at(B, "denied"), content=(at(B, "it"),),
    quote_type="indirect", cue_class="deny", polarity="denied", parent_id=None, rule="model", score=0.7,
)  # fmt: skip
_CITED = Attribution(
    attribution_id="att-b1", doc_id="doc-b", source=at(B, "the Fen Observer"), cue=at(B, "According to"),
    content=(at(B, "15 barges sank"),), quote_type="indirect", cue_class="say", polarity="affirmed", parent_id=None,
    rule="model", score=0.95,
)  # fmt: skip


def _chain(attribution: Attribution, *hops: tuple[str, Span | None]) -> Chain:
    return Chain(
        attribution_id=attribution.attribution_id, doc_id=attribution.doc_id, opinion=False,
        hops=tuple(Hop(entity_id=key, span=span, rule="source") for key, span in hops),
    )  # fmt: skip


RECORDS_A: tuple[DocumentRecord, ...] = (
    Mention(mention_id="men-1", span=at(A, "Ilse Varga"), head=at(A, "Varga"), form="name", entity_type="person"),
    TimeExpression(
        time_id="tim-1", span=at(A, "March 4"), timex_type="date", value="2031-03-04", begin="2031-03-04",
        end="2031-03-04", anchor="2031-03-04", rule="month-day",
    ),
    Quantity(
        quantity_id="qty-1", span=at(A, "At least 12"), lower=12, upper=None, unit="", counted="barges",
        counted_span=at(A, "barges"), modifier="at_least", rule="at-least",
    ),
    _SAID,  # before its parent: references are checked at the end
    _TOLD,
    entity("ent-a-varga", "doc-a", "Ilse Varga", "person", spans=(at(A, "Ilse Varga"), at(A, "she"))),
    entity("ent-a-fen", "doc-a", "Fen Observer", "outlet", spans=(at(A, "Fen Observer"),)),
    _chain(_TOLD, ("ent-a-varga", at(A, "Ilse Varga"))),
    _chain(_SAID, ("ent-a-varga", None)),
    Credit(
        credit_id="crd-1", doc_id="doc-a", entity_id="ent-a-fen", kind="dateline", span=at(A, "Osterby"),
        rule="dateline",
    ),
)  # fmt: skip
RECORDS_B: tuple[DocumentRecord, ...] = (
    _CITED,
    _DENIED,
    entity("ent-b-fen", "doc-b", "Fen Observer", "outlet", spans=(at(B, "the Fen Observer"),)),
    entity("ent-b-official", "doc-b", "official", "unnamed", spans=(at(B, "An official"),)),
    _chain(_CITED, ("ent-b-fen", at(B, "the Fen Observer"))),
    _chain(_DENIED, ("ent-b-official", at(B, "An official"))),
)

_STATED_A = Statement(
    statement_id="stm-1", doc_id="doc-a", span=at(A, "At least 12 barges sank"), attribution_id="att-a1",
    stance="support", headline=False,
    value=Value(lower=12, upper=None, unit="", text="At least 12", span=at(A, "At least 12")),
)  # fmt: skip
_STATED_B = Statement(
    statement_id="stm-2", doc_id="doc-b", span=at(B, "15 barges sank"), attribution_id="att-b1", stance="support",
    headline=False, value=Value(lower=15, upper=15, unit="", text="15", span=at(B, "15")),
)  # fmt: skip
_DENIAL = Statement(
    statement_id="stm-3", doc_id="doc-b", span=at(B, "denied it"), attribution_id="att-b2", stance="deny",
    headline=False, value=None,
)  # fmt: skip


def _path(statement: Statement, root: str | None, *hops: str, counted: bool = True) -> ClaimPath:
    return ClaimPath(
        path_id=f"pth-{statement.statement_id}", claim_id="clm-1", statement_id=statement.statement_id,
        doc_id=statement.doc_id, hops=tuple(Hop(entity_id=key, span=statement.span, rule="chain") for key in hops),
        root_id=root, line="ent-s-fen", counted=counted, rule="chain",
    )  # fmt: skip


STORY_RECORDS: tuple[StoryRecord, ...] = (
    entity("ent-s-varga", None, "Ilse Varga", "person", members=("ent-a-varga",), parent="ent-s-harbour"),
    entity("ent-s-harbour", None, "Osterby Harbour", "organisation"),
    entity("ent-s-fen", None, "Fen Observer", "outlet", members=("ent-a-fen", "ent-b-fen")),
    entity("ent-s-official", None, "official", "unnamed", members=("ent-b-official",)),
    Story(
        story_id="sty-1", caption="Barges sink at Osterby", doc_ids=("doc-a", "doc-b"), first_published_at="2031-03-04",
        last_published_at="2031-03-05T08:00:00+00:00",
    ),
    Reuse(
        reuse_id="reu-1", earlier=at(A, "12 barges sank"), later=at(B, "15 barges sank"), kind="edited", form="passage",
        directed=True, direction_rule="time", edits=(Edit(kind="number", earlier=at(A, "12"), later=at(B, "15")),),
        score=0.9, rule="seeds",
    ),
    AlteredQuotation(
        altered_id="alt-1", fullest=at(A, "At least 12 barges sank"), version=at(B, "15 barges sank"),
        fullest_attribution_id="att-a1", version_attribution_id="att-b1", fullest_speaker_id="ent-s-varga",
        version_speaker_id=None, score=0.6, rule="quotation-alignment",
        changes=(
            QuotationChange(kind="truncation", fullest=at(A, "At least"), version=None),
            QuotationChange(kind="number", fullest=at(A, "12"), version=at(B, "15")),
        ),
    ),
    _STATED_A,
    _STATED_B,
    _DENIAL,
    Claim(
        claim_id="clm-1", story_id="sty-1", caption="At least 12 barges sank", first_stated_at="2031-03-04",
        statement_ids=("stm-1", "stm-2", "stm-3"), attribution_ids=("att-a1", "att-b1", "att-b2"),
    ),
    ClaimLink(left_id="stm-1", right_id="stm-2", features=(("words", 2.5), ("names", 0.5)), score=3.0, rule="weighed"),
    Stance(claim_id="clm-1", attribution_id="att-b2", stance="deny", score=0.7),
    Discrepancy(
        discrepancy_id="dis-1", claim_id="clm-1", kind="number", unit="", over_time=True, rule="apart",
        values=(
            DisputedValue(value="At least 12", statement_ids=("stm-1",)),
            DisputedValue(value="15", statement_ids=("stm-2",)),
        ),
    ),
    PositionChange(
        change_id="chg-1", claim_id="clm-1", entity_id="ent-s-varga", before_id="stm-1", after_id="stm-2",
        kind="figure_changed", rule="consecutive",
    ),
    Derivation(
        derivation_id="der-1", generated_doc="doc-b", used_doc="doc-a", used_entity="ent-s-fen",
        used_name="Fen Observer", relation="cites", evidence=(at(B, "According to the Fen Observer"),), directed=True,
        rule="according-to", score=1.0,
    ),
    _path(_STATED_A, "ent-s-varga", "ent-s-varga"),
    _path(_STATED_B, None, "ent-s-fen"),
    _path(_DENIAL, "ent-s-official", "ent-s-official", counted=False),
    Root(
        root_id="rot-1", claim_id="clm-1", kind="named", entity_id="ent-s-varga", line=None,
        publishers=("Fen Observer", "Harbour Standard"), statement_ids=("stm-1",), first_seen_at="2031-03-04",
        denying=False, in_min=True, in_max=True,
    ),
    Root(
        root_id="rot-2", claim_id="clm-1", kind="unnamed", entity_id="ent-s-official", line="doc-b", publishers=(),
        statement_ids=("stm-3",), first_seen_at=None, denying=True, in_min=False, in_max=True,
    ),
    Corroboration(
        claim_id="clm-1", publishers=2, roots_min=1, roots_max=2, routes_min=1, routes_max=1,
        bottlenecks=("ent-s-harbour", "ent-s-varga"), denying_min=0, denying_max=1, circular=False,
        by_value=(ValueCount(value="15", publishers=1, roots_min=0, roots_max=1),),
    ),
)  # fmt: skip

REJECTION = Rejection(rejection_id="rej-1", location="bad.pdf", reason="binary", detail="PDF bytes, not text")
DUPLICATE = Duplicate(duplicate_id="dup-1", location="copy-of-a.txt", record_id="copy-of-a", doc_id="doc-a")
JUDGEMENT = Judgement(
    judgement_id="jud-1", left_id="ent-a-varga", right_id="ent-gone", verdict="different", made_by="desk",
    made_at="2031-03-06T10:00:00+00:00", reason="@mention: not the same",
)  # fmt: skip


def run(started_at: str = "2031-03-06T09:00:00+00:00", *, run_id: str = "run-1") -> Run:
    """Return a run over both documents."""
    return Run(
        run_id=run_id, started_at=started_at, headwater_version="0", config_sha256=CONFIG, model_sha256=MODEL,
        doc_ids=("doc-a", "doc-b"), without=("Nobody",),
    )  # fmt: skip


def add_documents(ledger: Ledger) -> None:
    """Write both documents with their records."""
    ledger.add_document(A, RECORDS_A, config_sha256=CONFIG, model_sha256=MODEL)
    ledger.add_document(B, RECORDS_B, config_sha256=CONFIG, model_sha256=MODEL)


def write_ledger(path: Path, *, started_at: str = "2031-03-06T09:00:00+00:00") -> None:
    """Make a complete ledger."""
    with Ledger.create(path) as ledger:
        add_documents(ledger)
        ledger.add_outcomes((A, REJECTION, DUPLICATE, B))
        ledger.add_judgement(JUDGEMENT)
        ledger.replace_story_level(run(started_at), STORY_RECORDS)


# Text as JSON and SQLite can hold it: any characters but half ones.
_TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
_FLOATS = st.floats(allow_nan=False) | st.integers(-(2**53), 2**53).map(float)


def records_of(kind: type) -> st.SearchStrategy[Any]:
    """Return a strategy for a record type, made from its type hints."""
    hints = get_type_hints(kind)
    given = {field.name: _values_of(hints[field.name]) for field in fields(kind)}
    assert all(field.default is MISSING for field in fields(kind))
    return st.builds(kind, **given)


def _values_of(hint: Any) -> st.SearchStrategy[Any]:
    if get_origin(hint) in {UnionType, Union}:
        return st.one_of([_values_of(kind) for kind in get_args(hint)])
    if get_origin(hint) is tuple:
        kinds = get_args(hint)
        if kinds[-1] is Ellipsis:
            return st.lists(_values_of(kinds[0]), max_size=3).map(tuple)
        return st.tuples(*(_values_of(kind) for kind in kinds))
    if get_origin(hint) is Literal:
        return st.sampled_from(get_args(hint))
    if hint is Span:
        return st.builds(_span, _TEXTS, st.integers(0, 10**9), st.integers(1, 10**9))
    if is_dataclass(hint):
        assert isinstance(hint, type)
        return records_of(hint)
    plain: dict[Any, st.SearchStrategy[Any]] = {
        str: _TEXTS, int: st.integers(-(2**63), 2**63 - 1), float: _FLOATS, bool: st.booleans(), type(None): st.none(),
    }  # fmt: skip
    return plain[hint]


def _span(doc_id: str, start: int, length: int) -> Span:
    return Span(doc_id, start, start + length)
