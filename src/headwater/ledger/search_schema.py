"""Full-text indexes and the views for people: what a ledger has beside its records.

The indexes are FTS5 tables without content of their own; triggers keep them equal to `document` and `span`.
Imports: the standard library only.
"""

# Ways to find records that no format promises: a ledger without them reads the same, slower. They are made with the
# ledger, and whenever one is opened for writing, so that older ones get them; a sealed ledger stays as it is.
FINDING_SQL = """
CREATE INDEX IF NOT EXISTS statement_span ON statement (span);
CREATE INDEX IF NOT EXISTS attribution_content_span ON attribution_content (span);
CREATE INDEX IF NOT EXISTS attribution_source ON attribution (source);
CREATE INDEX IF NOT EXISTS path_statement ON path (statement_id);
"""
FINDING_INDEXES = frozenset({"statement_span", "attribution_content_span", "attribution_source", "path_statement"})

_FULL_TEXT = """
CREATE VIRTUAL TABLE document_fts USING fts5(
    headline, text, content="document", tokenize="unicode61 remove_diacritics 2");
CREATE TRIGGER document_inserted AFTER INSERT ON document BEGIN
    INSERT INTO document_fts (rowid, headline, text) VALUES (new.rowid, new.headline, new.text);
END;
CREATE TRIGGER document_deleted AFTER DELETE ON document BEGIN
    INSERT INTO document_fts (document_fts, rowid, headline, text)
    VALUES ('delete', old.rowid, old.headline, old.text);
END;
CREATE VIRTUAL TABLE span_fts USING fts5(
    exact, content="span", tokenize="unicode61 remove_diacritics 2");
CREATE TRIGGER span_inserted AFTER INSERT ON span BEGIN
    INSERT INTO span_fts (rowid, exact) VALUES (new.rowid, new.exact);
END;
CREATE TRIGGER span_deleted AFTER DELETE ON span BEGIN
    INSERT INTO span_fts (span_fts, rowid, exact) VALUES ('delete', old.rowid, old.exact);
END;
"""

_VIEWS = """
CREATE VIEW claims_counted AS -- one row a claim, the widest gap between outlets and roots first
SELECT claim.claim_id, claim.caption, corroboration.publishers, corroboration.roots_min, corroboration.roots_max,
       corroboration.routes_min, corroboration.routes_max,
       (SELECT group_concat(caption, ' > ') FROM (
            SELECT entity.caption FROM bottleneck JOIN entity USING (entity_id)
            WHERE bottleneck.claim_id = claim.claim_id ORDER BY bottleneck.position)) AS bottlenecks,
       story.caption AS story
FROM claim JOIN corroboration USING (claim_id) JOIN story USING (story_id)
ORDER BY corroboration.publishers - corroboration.roots_min DESC,
    corroboration.publishers - corroboration.roots_max DESC, claim.claim_id;
CREATE VIEW claim_mentions AS -- every statement of every claim: the words, who published them, who they come from
SELECT claim.claim_id, claim.caption AS claim, document.publisher, document.published_at, span.exact AS words,
       (SELECT group_concat(caption, ' > ') FROM (
            SELECT entity.caption FROM path_hop JOIN entity USING (entity_id)
            WHERE path_hop.path_id = path.path_id ORDER BY path_hop.position)) AS chain,
       coalesce(root.caption, 'unattributed') AS root, statement.stance, statement.value_text AS value,
       path.counted, span.doc_id, span.start, span."end"
FROM claim JOIN path USING (claim_id) JOIN statement USING (statement_id) JOIN span ON span.span_id = statement.span
JOIN document ON document.doc_id = statement.doc_id LEFT JOIN entity AS root ON root.entity_id = path.root_id;
CREATE VIEW attributions_in_words AS -- who is said to have said what, in the words of the text
SELECT attribution.attribution_id, document.publisher, document.headline, source.exact AS source, cue.exact AS cue,
       (SELECT group_concat(exact, ' … ') FROM (
            SELECT span.exact FROM attribution_content AS content JOIN span ON span.span_id = content.span
            WHERE content.attribution_id = attribution.attribution_id ORDER BY content.position)) AS content,
       attribution.quote_type, attribution.polarity, attribution.score, attribution.doc_id
FROM attribution JOIN document USING (doc_id)
LEFT JOIN span AS source ON source.span_id = attribution.source LEFT JOIN span AS cue ON cue.span_id = attribution.cue;
CREATE VIEW unnamed_sources AS -- what each text says of the sources it does not name
SELECT entity.entity_id, document.publisher, document.headline, entity.descriptor, entity.stated_count,
       entity.affiliation, entity.access_basis, entity.reason_given, entity.doc_id
FROM entity JOIN document USING (doc_id) WHERE entity.kind = 'unnamed';
"""

SEARCH_SQL = _FULL_TEXT + _VIEWS + FINDING_SQL
