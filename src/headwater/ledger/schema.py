"""The tables of a ledger, as SQL that people can read; each column of a record stands in the record's own order.

Rules of the schema:

- Every table is STRICT and ends in `row_hash`, which covers all other columns (hashing.py).
- A span is written once, with its words, in `span`; other tables refer to it as `DOC_ID:START-END`.
- A tuple of ids or places is a child table with `position`; a tuple of plain words is a JSON array.
- Flags are 0 or 1; moments are the ISO 8601 text of the record; stated counts are text ("one", "some", "12").
- Foreign keys are checked at the end of a transaction, because records of one document point at each other.
- FTS5 tables are declared content="..." with double quotes: Datasette finds them by exactly that.

Imports: the standard library only.
"""

APPLICATION_ID = 0x68647774  # "hdwt": what `file` and SQLite show for a ledger
SCHEMA_VERSION = 2

# Values of the row `state` in the table `ledger`.
OPEN, COMPLETE, SEALED = "open", "complete", "sealed"

_STANDING = """
CREATE TABLE ledger (
    key TEXT PRIMARY KEY, value TEXT NOT NULL
) STRICT;
CREATE TABLE table_root (
    name TEXT PRIMARY KEY, row_count INTEGER NOT NULL, root TEXT NOT NULL
) STRICT;
CREATE TABLE run (
    run_id TEXT PRIMARY KEY, started_at TEXT NOT NULL, headwater_version TEXT NOT NULL, config_sha256 TEXT NOT NULL,
    model_sha256 TEXT, without TEXT NOT NULL, row_hash TEXT NOT NULL
) STRICT;
CREATE TABLE run_document (
    run_id TEXT NOT NULL REFERENCES run DEFERRABLE INITIALLY DEFERRED, position INTEGER NOT NULL,
    doc_id TEXT NOT NULL REFERENCES document DEFERRABLE INITIALLY DEFERRED, row_hash TEXT NOT NULL,
    PRIMARY KEY (run_id, position)
) STRICT;
CREATE TABLE rejection (
    rejection_id TEXT PRIMARY KEY, location TEXT NOT NULL, reason TEXT NOT NULL, detail TEXT NOT NULL,
    row_hash TEXT NOT NULL
) STRICT;
CREATE INDEX rejection_location ON rejection (location);
CREATE TABLE duplicate (
    duplicate_id TEXT PRIMARY KEY, location TEXT NOT NULL, record_id TEXT NOT NULL,
    doc_id TEXT NOT NULL REFERENCES document DEFERRABLE INITIALLY DEFERRED, row_hash TEXT NOT NULL
) STRICT;
CREATE INDEX duplicate_doc ON duplicate (doc_id);
CREATE INDEX duplicate_location ON duplicate (location);
CREATE TABLE judgement (
    judgement_id TEXT PRIMARY KEY, left_id TEXT NOT NULL, right_id TEXT NOT NULL, verdict TEXT NOT NULL,
    made_by TEXT NOT NULL, made_at TEXT NOT NULL, reason TEXT, row_hash TEXT NOT NULL
) STRICT;
"""

_DOCUMENT = """
CREATE TABLE document (
    doc_id TEXT PRIMARY KEY, record_id TEXT NOT NULL, location TEXT NOT NULL, url TEXT, publisher TEXT, headline TEXT,
    byline TEXT, dateline TEXT, published_at TEXT, modified_at TEXT, retrieved_at TEXT, language TEXT,
    media_type TEXT NOT NULL, encoding TEXT NOT NULL, text TEXT NOT NULL, text_sha256 TEXT NOT NULL, revision_of TEXT,
    row_hash TEXT NOT NULL
) STRICT;
CREATE INDEX document_published ON document (published_at, doc_id);
CREATE INDEX document_publisher ON document (publisher);
CREATE INDEX document_record ON document (record_id);
CREATE TABLE offset_segment (
    doc_id TEXT NOT NULL REFERENCES document DEFERRABLE INITIALLY DEFERRED, position INTEGER NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, origin_start INTEGER NOT NULL, origin_end INTEGER NOT NULL,
    row_hash TEXT NOT NULL, PRIMARY KEY (doc_id, position)
) STRICT;
CREATE TABLE reading ( -- with which configuration and model a document was read: what makes a run resumable
    doc_id TEXT PRIMARY KEY REFERENCES document DEFERRABLE INITIALLY DEFERRED, config_sha256 TEXT NOT NULL,
    model_sha256 TEXT, row_hash TEXT NOT NULL
) STRICT;
CREATE TABLE span ( -- level: whether a document's own records point here, or only those of a story
    span_id TEXT PRIMARY KEY, doc_id TEXT NOT NULL REFERENCES document DEFERRABLE INITIALLY DEFERRED,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, exact TEXT NOT NULL, level TEXT NOT NULL, row_hash TEXT NOT NULL
) STRICT;
CREATE INDEX span_doc ON span (doc_id, start);
CREATE INDEX span_of_story ON span (level) WHERE level = 'story';
CREATE TABLE mention (
    mention_id TEXT PRIMARY KEY, span TEXT NOT NULL REFERENCES span DEFERRABLE INITIALLY DEFERRED,
    head TEXT NOT NULL REFERENCES span DEFERRABLE INITIALLY DEFERRED, form TEXT NOT NULL, entity_type TEXT NOT NULL,
    row_hash TEXT NOT NULL
) STRICT;
CREATE INDEX mention_span ON mention (span);
CREATE TABLE time_expression (
    time_id TEXT PRIMARY KEY, span TEXT NOT NULL REFERENCES span DEFERRABLE INITIALLY DEFERRED,
    timex_type TEXT NOT NULL, value TEXT NOT NULL, "begin" TEXT NOT NULL, "end" TEXT NOT NULL, anchor TEXT,
    rule TEXT NOT NULL, row_hash TEXT NOT NULL
) STRICT;
CREATE INDEX time_expression_span ON time_expression (span);
CREATE TABLE quantity (
    quantity_id TEXT PRIMARY KEY, span TEXT NOT NULL REFERENCES span DEFERRABLE INITIALLY DEFERRED, lower REAL,
    upper REAL, unit TEXT NOT NULL, counted TEXT NOT NULL,
    counted_span TEXT REFERENCES span DEFERRABLE INITIALLY DEFERRED, modifier TEXT NOT NULL, rule TEXT NOT NULL,
    row_hash TEXT NOT NULL
) STRICT;
CREATE INDEX quantity_span ON quantity (span);
CREATE TABLE attribution (
    attribution_id TEXT PRIMARY KEY, doc_id TEXT NOT NULL REFERENCES document DEFERRABLE INITIALLY DEFERRED,
    source TEXT REFERENCES span DEFERRABLE INITIALLY DEFERRED,
    cue TEXT REFERENCES span DEFERRABLE INITIALLY DEFERRED, quote_type TEXT NOT NULL, cue_class TEXT NOT NULL,
    polarity TEXT NOT NULL, parent_id TEXT REFERENCES attribution DEFERRABLE INITIALLY DEFERRED, rule TEXT NOT NULL,
    score REAL NOT NULL, row_hash TEXT NOT NULL
) STRICT;
CREATE INDEX attribution_doc ON attribution (doc_id);
CREATE TABLE attribution_content (
    attribution_id TEXT NOT NULL REFERENCES attribution DEFERRABLE INITIALLY DEFERRED, position INTEGER NOT NULL,
    span TEXT NOT NULL REFERENCES span DEFERRABLE INITIALLY DEFERRED, row_hash TEXT NOT NULL,
    PRIMARY KEY (attribution_id, position)
) STRICT;
CREATE TABLE entity ( -- of one document, or of a whole story when doc_id is empty
    entity_id TEXT PRIMARY KEY, doc_id TEXT REFERENCES document DEFERRABLE INITIALLY DEFERRED, caption TEXT NOT NULL,
    kind TEXT NOT NULL, aliases TEXT NOT NULL, parent_id TEXT REFERENCES entity DEFERRABLE INITIALLY DEFERRED,
    descriptor TEXT, stated_count TEXT, affiliation TEXT, access_basis TEXT, reason_given TEXT, rules TEXT NOT NULL,
    row_hash TEXT NOT NULL
) STRICT;
CREATE INDEX entity_doc ON entity (doc_id);
CREATE TABLE entity_member (
    entity_id TEXT NOT NULL REFERENCES entity DEFERRABLE INITIALLY DEFERRED, position INTEGER NOT NULL,
    member_id TEXT NOT NULL REFERENCES entity DEFERRABLE INITIALLY DEFERRED, row_hash TEXT NOT NULL,
    PRIMARY KEY (entity_id, position)
) STRICT;
CREATE INDEX entity_member_member ON entity_member (member_id);
CREATE TABLE entity_mention (
    entity_id TEXT NOT NULL REFERENCES entity DEFERRABLE INITIALLY DEFERRED, position INTEGER NOT NULL,
    span TEXT NOT NULL REFERENCES span DEFERRABLE INITIALLY DEFERRED, row_hash TEXT NOT NULL,
    PRIMARY KEY (entity_id, position)
) STRICT;
CREATE TABLE chain (
    attribution_id TEXT PRIMARY KEY REFERENCES attribution DEFERRABLE INITIALLY DEFERRED,
    doc_id TEXT NOT NULL REFERENCES document DEFERRABLE INITIALLY DEFERRED, opinion INTEGER NOT NULL,
    row_hash TEXT NOT NULL
) STRICT;
CREATE INDEX chain_doc ON chain (doc_id);
CREATE TABLE chain_hop (
    attribution_id TEXT NOT NULL REFERENCES chain DEFERRABLE INITIALLY DEFERRED, position INTEGER NOT NULL,
    entity_id TEXT NOT NULL REFERENCES entity DEFERRABLE INITIALLY DEFERRED,
    span TEXT REFERENCES span DEFERRABLE INITIALLY DEFERRED, rule TEXT NOT NULL, row_hash TEXT NOT NULL,
    PRIMARY KEY (attribution_id, position)
) STRICT;
CREATE INDEX chain_hop_entity ON chain_hop (entity_id);
CREATE TABLE credit (
    credit_id TEXT PRIMARY KEY, doc_id TEXT NOT NULL REFERENCES document DEFERRABLE INITIALLY DEFERRED,
    entity_id TEXT NOT NULL REFERENCES entity DEFERRABLE INITIALLY DEFERRED, kind TEXT NOT NULL,
    span TEXT REFERENCES span DEFERRABLE INITIALLY DEFERRED, rule TEXT NOT NULL, row_hash TEXT NOT NULL
) STRICT;
CREATE INDEX credit_doc ON credit (doc_id);
"""

_STORY = """
CREATE TABLE story (
    story_id TEXT PRIMARY KEY, caption TEXT NOT NULL, first_published_at TEXT, last_published_at TEXT,
    row_hash TEXT NOT NULL
) STRICT;
CREATE TABLE story_document (
    story_id TEXT NOT NULL REFERENCES story DEFERRABLE INITIALLY DEFERRED, position INTEGER NOT NULL,
    doc_id TEXT NOT NULL REFERENCES document DEFERRABLE INITIALLY DEFERRED, row_hash TEXT NOT NULL,
    PRIMARY KEY (story_id, position)
) STRICT;
CREATE INDEX story_document_doc ON story_document (doc_id);
CREATE TABLE reuse (
    reuse_id TEXT PRIMARY KEY, earlier TEXT NOT NULL REFERENCES span DEFERRABLE INITIALLY DEFERRED,
    later TEXT NOT NULL REFERENCES span DEFERRABLE INITIALLY DEFERRED, kind TEXT NOT NULL, form TEXT NOT NULL,
    directed INTEGER NOT NULL, direction_rule TEXT, score REAL NOT NULL, rule TEXT NOT NULL, row_hash TEXT NOT NULL
) STRICT;
CREATE INDEX reuse_earlier ON reuse (earlier);
CREATE INDEX reuse_later ON reuse (later);
CREATE TABLE reuse_edit (
    reuse_id TEXT NOT NULL REFERENCES reuse DEFERRABLE INITIALLY DEFERRED, position INTEGER NOT NULL,
    kind TEXT NOT NULL, earlier TEXT REFERENCES span DEFERRABLE INITIALLY DEFERRED,
    later TEXT REFERENCES span DEFERRABLE INITIALLY DEFERRED, row_hash TEXT NOT NULL,
    PRIMARY KEY (reuse_id, position)
) STRICT;
"""

# Format 2 added these: migrations.py creates them in older ledgers.
QUOTATION_SQL = """
CREATE TABLE altered_quotation ( -- one utterance in two documents, in two wordings
    altered_id TEXT PRIMARY KEY, fullest TEXT NOT NULL REFERENCES span DEFERRABLE INITIALLY DEFERRED,
    version TEXT NOT NULL REFERENCES span DEFERRABLE INITIALLY DEFERRED,
    fullest_attribution_id TEXT NOT NULL REFERENCES attribution DEFERRABLE INITIALLY DEFERRED,
    version_attribution_id TEXT NOT NULL REFERENCES attribution DEFERRABLE INITIALLY DEFERRED,
    fullest_speaker_id TEXT REFERENCES entity DEFERRABLE INITIALLY DEFERRED,
    version_speaker_id TEXT REFERENCES entity DEFERRABLE INITIALLY DEFERRED, score REAL NOT NULL, rule TEXT NOT NULL,
    row_hash TEXT NOT NULL
) STRICT;
CREATE INDEX altered_quotation_fullest ON altered_quotation (fullest);
CREATE INDEX altered_quotation_version ON altered_quotation (version);
CREATE TABLE quotation_change (
    altered_id TEXT NOT NULL REFERENCES altered_quotation DEFERRABLE INITIALLY DEFERRED, position INTEGER NOT NULL,
    kind TEXT NOT NULL, fullest TEXT REFERENCES span DEFERRABLE INITIALLY DEFERRED,
    version TEXT REFERENCES span DEFERRABLE INITIALLY DEFERRED, row_hash TEXT NOT NULL,
    PRIMARY KEY (altered_id, position)
) STRICT;
"""

_CLAIM = """
CREATE TABLE statement (
    statement_id TEXT PRIMARY KEY, doc_id TEXT NOT NULL REFERENCES document DEFERRABLE INITIALLY DEFERRED,
    span TEXT NOT NULL REFERENCES span DEFERRABLE INITIALLY DEFERRED,
    attribution_id TEXT REFERENCES attribution DEFERRABLE INITIALLY DEFERRED, stance TEXT NOT NULL,
    value_lower REAL, value_upper REAL, value_unit TEXT, value_text TEXT,
    value_span TEXT REFERENCES span DEFERRABLE INITIALLY DEFERRED, headline INTEGER NOT NULL, row_hash TEXT NOT NULL
) STRICT;
CREATE INDEX statement_doc ON statement (doc_id);
CREATE TABLE claim (
    claim_id TEXT PRIMARY KEY, story_id TEXT NOT NULL REFERENCES story DEFERRABLE INITIALLY DEFERRED,
    caption TEXT NOT NULL, first_stated_at TEXT, row_hash TEXT NOT NULL
) STRICT;
CREATE INDEX claim_story ON claim (story_id);
CREATE TABLE claim_statement (
    claim_id TEXT NOT NULL REFERENCES claim DEFERRABLE INITIALLY DEFERRED, position INTEGER NOT NULL,
    statement_id TEXT NOT NULL REFERENCES statement DEFERRABLE INITIALLY DEFERRED, row_hash TEXT NOT NULL,
    PRIMARY KEY (claim_id, position)
) STRICT;
CREATE INDEX claim_statement_statement ON claim_statement (statement_id);
CREATE TABLE claim_attribution (
    claim_id TEXT NOT NULL REFERENCES claim DEFERRABLE INITIALLY DEFERRED, position INTEGER NOT NULL,
    attribution_id TEXT NOT NULL REFERENCES attribution DEFERRABLE INITIALLY DEFERRED, row_hash TEXT NOT NULL,
    PRIMARY KEY (claim_id, position)
) STRICT;
CREATE TABLE claim_link (
    left_id TEXT NOT NULL REFERENCES statement DEFERRABLE INITIALLY DEFERRED,
    right_id TEXT NOT NULL REFERENCES statement DEFERRABLE INITIALLY DEFERRED, features TEXT NOT NULL,
    score REAL NOT NULL, rule TEXT NOT NULL, row_hash TEXT NOT NULL, PRIMARY KEY (left_id, right_id, rule)
) STRICT;
CREATE INDEX claim_link_right ON claim_link (right_id);
CREATE TABLE stance (
    claim_id TEXT NOT NULL REFERENCES claim DEFERRABLE INITIALLY DEFERRED,
    attribution_id TEXT NOT NULL REFERENCES attribution DEFERRABLE INITIALLY DEFERRED, stance TEXT NOT NULL,
    score REAL NOT NULL, row_hash TEXT NOT NULL, PRIMARY KEY (claim_id, attribution_id)
) STRICT;
CREATE TABLE discrepancy (
    discrepancy_id TEXT PRIMARY KEY, claim_id TEXT NOT NULL REFERENCES claim DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL, unit TEXT NOT NULL, over_time INTEGER NOT NULL, rule TEXT NOT NULL, row_hash TEXT NOT NULL
) STRICT;
CREATE INDEX discrepancy_claim ON discrepancy (claim_id);
CREATE TABLE disputed_value (
    discrepancy_id TEXT NOT NULL REFERENCES discrepancy DEFERRABLE INITIALLY DEFERRED, position INTEGER NOT NULL,
    value TEXT NOT NULL, row_hash TEXT NOT NULL, PRIMARY KEY (discrepancy_id, position)
) STRICT;
CREATE TABLE disputed_value_statement (
    discrepancy_id TEXT NOT NULL REFERENCES discrepancy DEFERRABLE INITIALLY DEFERRED,
    value_position INTEGER NOT NULL, position INTEGER NOT NULL,
    statement_id TEXT NOT NULL REFERENCES statement DEFERRABLE INITIALLY DEFERRED, row_hash TEXT NOT NULL,
    PRIMARY KEY (discrepancy_id, value_position, position)
) STRICT;
CREATE TABLE position_change (
    change_id TEXT PRIMARY KEY, claim_id TEXT NOT NULL REFERENCES claim DEFERRABLE INITIALLY DEFERRED,
    entity_id TEXT NOT NULL REFERENCES entity DEFERRABLE INITIALLY DEFERRED,
    before_id TEXT NOT NULL REFERENCES statement DEFERRABLE INITIALLY DEFERRED,
    after_id TEXT NOT NULL REFERENCES statement DEFERRABLE INITIALLY DEFERRED, kind TEXT NOT NULL,
    rule TEXT NOT NULL, row_hash TEXT NOT NULL
) STRICT;
CREATE INDEX position_change_claim ON position_change (claim_id);
"""

_PROVENANCE = """
CREATE TABLE derivation (
    derivation_id TEXT PRIMARY KEY, generated_doc TEXT NOT NULL REFERENCES document DEFERRABLE INITIALLY DEFERRED,
    used_doc TEXT REFERENCES document DEFERRABLE INITIALLY DEFERRED,
    used_entity TEXT REFERENCES entity DEFERRABLE INITIALLY DEFERRED, used_name TEXT, relation TEXT NOT NULL,
    directed INTEGER NOT NULL, rule TEXT NOT NULL, score REAL NOT NULL, row_hash TEXT NOT NULL
) STRICT;
CREATE INDEX derivation_generated ON derivation (generated_doc);
CREATE INDEX derivation_used ON derivation (used_doc);
CREATE TABLE derivation_evidence (
    derivation_id TEXT NOT NULL REFERENCES derivation DEFERRABLE INITIALLY DEFERRED, position INTEGER NOT NULL,
    span TEXT NOT NULL REFERENCES span DEFERRABLE INITIALLY DEFERRED, row_hash TEXT NOT NULL,
    PRIMARY KEY (derivation_id, position)
) STRICT;
CREATE TABLE path ( -- line: an entity_id or a doc_id
    path_id TEXT PRIMARY KEY, claim_id TEXT NOT NULL REFERENCES claim DEFERRABLE INITIALLY DEFERRED,
    statement_id TEXT NOT NULL REFERENCES statement DEFERRABLE INITIALLY DEFERRED,
    doc_id TEXT NOT NULL REFERENCES document DEFERRABLE INITIALLY DEFERRED,
    root_id TEXT REFERENCES entity DEFERRABLE INITIALLY DEFERRED, line TEXT NOT NULL, counted INTEGER NOT NULL,
    rule TEXT NOT NULL, row_hash TEXT NOT NULL
) STRICT;
CREATE INDEX path_claim ON path (claim_id);
CREATE INDEX path_root ON path (root_id);
CREATE TABLE path_hop (
    path_id TEXT NOT NULL REFERENCES path DEFERRABLE INITIALLY DEFERRED, position INTEGER NOT NULL,
    entity_id TEXT NOT NULL REFERENCES entity DEFERRABLE INITIALLY DEFERRED,
    span TEXT REFERENCES span DEFERRABLE INITIALLY DEFERRED, rule TEXT NOT NULL, row_hash TEXT NOT NULL,
    PRIMARY KEY (path_id, position)
) STRICT;
CREATE INDEX path_hop_entity ON path_hop (entity_id);
CREATE TABLE root (
    root_id TEXT PRIMARY KEY, claim_id TEXT NOT NULL REFERENCES claim DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL, entity_id TEXT REFERENCES entity DEFERRABLE INITIALLY DEFERRED, line TEXT,
    publishers TEXT NOT NULL, first_seen_at TEXT, denying INTEGER NOT NULL, in_min INTEGER NOT NULL,
    in_max INTEGER NOT NULL, row_hash TEXT NOT NULL
) STRICT;
CREATE INDEX root_claim ON root (claim_id);
CREATE TABLE root_statement (
    root_id TEXT NOT NULL REFERENCES root DEFERRABLE INITIALLY DEFERRED, position INTEGER NOT NULL,
    statement_id TEXT NOT NULL REFERENCES statement DEFERRABLE INITIALLY DEFERRED, row_hash TEXT NOT NULL,
    PRIMARY KEY (root_id, position)
) STRICT;
CREATE TABLE corroboration (
    claim_id TEXT PRIMARY KEY REFERENCES claim DEFERRABLE INITIALLY DEFERRED, publishers INTEGER NOT NULL,
    roots_min INTEGER NOT NULL, roots_max INTEGER NOT NULL, routes_min INTEGER NOT NULL, routes_max INTEGER NOT NULL,
    denying_min INTEGER NOT NULL, denying_max INTEGER NOT NULL, circular INTEGER NOT NULL, row_hash TEXT NOT NULL
) STRICT;
CREATE TABLE bottleneck (
    claim_id TEXT NOT NULL REFERENCES corroboration DEFERRABLE INITIALLY DEFERRED, position INTEGER NOT NULL,
    entity_id TEXT NOT NULL REFERENCES entity DEFERRABLE INITIALLY DEFERRED, row_hash TEXT NOT NULL,
    PRIMARY KEY (claim_id, position)
) STRICT;
CREATE TABLE value_count (
    claim_id TEXT NOT NULL REFERENCES corroboration DEFERRABLE INITIALLY DEFERRED, position INTEGER NOT NULL,
    value TEXT NOT NULL, publishers INTEGER NOT NULL, roots_min INTEGER NOT NULL, roots_max INTEGER NOT NULL,
    row_hash TEXT NOT NULL, PRIMARY KEY (claim_id, position)
) STRICT;
"""

TABLES_SQL = _STANDING + _DOCUMENT + _STORY + QUOTATION_SQL + _CLAIM + _PROVENANCE
