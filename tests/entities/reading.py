"""Documents and attributions for tests of this room: `[[source]]` and `{{content}}` mark the spans in a text."""

import re

from headwater.entities import DocumentSources, resolve_document
from headwater.lexicon.outlets import OutletList
from headwater.records import Attribution, Chain, Document, Entity, Span, content_id, text_sha256

OUTLETS = OutletList.load()
_MARK = re.compile(r"\[\[(.*?)\]\]|\{\{(.*?)\}\}")


def document(text: str, *, name: str = "one", url: str | None = None, publisher: str | None = None) -> Document:
    """Return a document of a text."""
    return Document(
        doc_id=content_id("doc", name, text), record_id=name, location=name, url=url, publisher=publisher,
        headline=None, byline=None, dateline=None, published_at=None, modified_at=None, retrieved_at=None,
        language="en",
        media_type="text/plain", encoding="utf-8", text=text, text_sha256=text_sha256(text), revision_of=None,
        offset_map=(),
    )  # fmt: skip


def marked(text: str, *, name: str = "one", url: str | None = None) -> tuple[Document, tuple[Attribution, ...]]:
    """Return the document without marks, and one attribution for each pair of marks in order."""
    plain, at = "", 0
    sources: list[tuple[int, int]] = []
    contents: list[tuple[int, int]] = []
    for match in _MARK.finditer(text):
        plain += text[at : match.start()]
        words = match.group(1) if match.group(1) is not None else match.group(2)
        (sources if match.group(1) is not None else contents).append((len(plain), len(plain) + len(words)))
        plain, at = plain + words, match.end()
    plain += text[at:]
    doc = document(plain, name=name, url=url)
    return doc, tuple(
        attribution(doc, f"{name}-{i}", source, content)
        for i, (source, content) in enumerate(zip(sources, contents, strict=True))
    )


def attribution(
    doc: Document,
    attribution_id: str,
    source: tuple[int, int] | None,
    content: tuple[int, int],
    parent: str | None = None,
) -> Attribution:
    """Return an attribution whose cue is the word after its source."""
    cue = Span(doc.doc_id, source[1], min(len(doc.text), source[1] + 5)) if source else None
    return Attribution(
        attribution_id=attribution_id, doc_id=doc.doc_id, source=Span(doc.doc_id, *source) if source else None, cue=cue,
        content=(Span(doc.doc_id, *content),), quote_type="indirect", cue_class="say", polarity="affirmed",
        parent_id=parent, rule="test", score=1.0,
    )  # fmt: skip


def resolve(text: str, *, name: str = "one", url: str | None = None) -> DocumentSources:
    """Return the sources of a marked text."""
    doc, attributions = marked(text, name=name, url=url)
    return resolve_document(doc, attributions, OUTLETS)


def chains(sources: DocumentSources) -> list[list[str]]:
    """Return each chain as captions, outermost carrier first."""
    known = {entity.entity_id: entity.caption for entity in sources.entities}
    return [[known[hop.entity_id] for hop in chain.hops] for chain in sources.chains]


def speaker(sources: DocumentSources, number: int = 0) -> Entity:
    """Return the entity that speaks in one attribution."""
    chain: Chain = sources.chains[number]
    return next(entity for entity in sources.entities if entity.entity_id == chain.hops[-1].entity_id)


def meant(sources: DocumentSources) -> list[str | None]:
    """Return who speaks at the end of each chain, None for an empty one."""
    return [chain[-1] if chain else None for chain in chains(sources)]
