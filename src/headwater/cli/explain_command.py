"""`headwater explain`: why two documents, statements, sources or claims are (or are not) linked."""

import json
from collections.abc import Iterator
from pathlib import Path

import click

from headwater.cli.session import console, table
from headwater.errors import NotFoundError
from headwater.ledger import Ledger
from headwater.records import Span

# One reason: for or against, what kind, the words (or the figure) that show it, its weight.
Reason = tuple[str, str, str, float]


@click.command("explain")
@click.argument("ledger", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.argument("a")
@click.argument("b")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a reason, one a line.")
def explain(ledger: Path, a: str, b: str, *, as_json: bool) -> None:
    """Show every reason for and against linking A and B, each with its words and weight.

    A and B are two ids of one kind, as the other commands print them; documents and sources may be given by name.
    """
    with Ledger.open(ledger) as opened:
        reasons = list(_Explainer(opened).reasons(a, b))
    if as_json:
        for side, kind, words, weight in reasons:
            click.echo(json.dumps({"side": side, "kind": kind, "words": words, "weight": weight}, ensure_ascii=False))
        return
    if not reasons:
        click.echo("Nothing links them and nothing speaks against it: they were never compared, or share nothing.")
        return
    shown = table("", "reason", "words", "weight", numeric=("weight",))
    for side, kind, words, weight in reasons:
        shown.add_row(side, kind, words, f"{weight:+.2f}" if weight else "")
    console().print(shown)


class _Explainer:
    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._documents = {d.doc_id: d for d in ledger.documents()}
        self._entities = {e.entity_id: e for e in ledger.entities("story")}
        self._statements = {s.statement_id: s for s in ledger.statements()}
        self._claims = {c.claim_id: c for c in ledger.claims()}

    def reasons(self, a: str, b: str) -> Iterator[Reason]:
        left, right = self._resolve(a), self._resolve(b)
        kinds = {left.split("-")[0], right.split("-")[0]}
        if len(kinds) > 1:
            raise NotFoundError("pair of one kind among", f"{a}, {b}")
        by_kind = {
            "doc": self._of_documents,
            "ent": self._of_entities,
            "stm": self._of_statements,
            "clm": self._of_claims,
        }
        yield from by_kind[kinds.pop()](left, right)

    def _resolve(self, name: str) -> str:
        """Return the id meant by an id, a record id, a path or a source's name."""
        for held in (self._documents, self._entities, self._statements, self._claims):
            if name in held:
                return name
        for document in self._documents.values():
            if name in {document.record_id, document.location}:
                return document.doc_id
        for entity in self._entities.values():
            if name.casefold() in {n.casefold() for n in (entity.caption, *entity.aliases)}:
                return entity.entity_id
        near = tuple(e.caption for e in self._entities.values() if name.casefold() in e.caption.casefold())[:3]
        raise NotFoundError("document, source, statement or claim", name, near)

    def _words(self, span: Span) -> str:
        document = self._documents[span.doc_id]
        words = span.quote(document.text)
        shown = words if len(words) <= 160 else words[:150].rstrip() + " …"
        return f"{document.record_id} [{span.start}, {span.end}): “{shown}”"

    def _of_documents(self, left: str, right: str) -> Iterator[Reason]:
        pair = {left, right}
        for story in self._ledger.stories():
            if pair <= set(story.doc_ids):
                yield "for", "one story", story.caption, 0.0
        for reuse in self._ledger.reuse(left):
            if {reuse.earlier.doc_id, reuse.later.doc_id} == pair:
                direction = reuse.direction_rule or "direction not known"
                yield "for", f"shared {reuse.form}, {reuse.kind}, {direction}", self._words(reuse.earlier), reuse.score
                yield (
                    "for",
                    f"the same in the later text, {len(reuse.edits)} edits",
                    self._words(reuse.later),
                    reuse.score,
                )
        for derivation in self._ledger.derivations():
            if derivation.generated_doc in pair and derivation.used_doc in pair:
                for span in derivation.evidence:
                    yield "for", f"{derivation.relation} ({derivation.rule})", self._words(span), derivation.score

    def _of_entities(self, left: str, right: str) -> Iterator[Reason]:
        for key in (left, right):
            entity = self._entities[key]
            yield "kept apart", f"{entity.caption} ({entity.kind})", "; ".join(entity.rules) or "one mention", 0.0
        if self._entities[left].parent_id == right or self._entities[right].parent_id == left:
            yield "for", "one speaks for the other", self._entities[left].caption, 0.0

    def _of_statements(self, left: str, right: str) -> Iterator[Reason]:
        together = any({left, right} <= set(claim.statement_ids) for claim in self._claims.values())
        for key in (left, right):
            yield ("one claim" if together else "two claims"), "statement", self._words(self._statements[key].span), 0.0
        for link in self._ledger.links():
            if {link.left_id, link.right_id} == {left, right}:
                for name, weight in link.features:
                    yield ("for" if weight > 0 else "against"), name.replace("-", " "), "", weight
                yield ("for" if link.score > 0 else "against"), "sum (log-odds)", "", link.score

    def _of_claims(self, left: str, right: str) -> Iterator[Reason]:
        sides = [set(self._claims[key].statement_ids) for key in (left, right)]
        if left == right:
            yield "for", "the same claim", self._claims[left].caption, 0.0
            return
        for key in (left, right):
            yield "two claims", "caption", self._claims[key].caption, 0.0
        for link in self._ledger.links():
            ends = (link.left_id, link.right_id)
            if (ends[0] in sides[0] and ends[1] in sides[1]) or (ends[0] in sides[1] and ends[1] in sides[0]):
                for end in ends:
                    yield "compared", "statement", self._words(self._statements[end].span), 0.0
                for name, weight in link.features:
                    yield ("for" if weight > 0 else "against"), name.replace("-", " "), "", weight
                yield ("for" if link.score > 0 else "against"), "sum (log-odds)", "", link.score
