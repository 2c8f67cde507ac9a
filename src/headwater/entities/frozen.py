"""Turns the drafts of one document into Entity records, with why their mentions are one.

Offsets are code points of Document.text. Imports: this room, lexicon, records and the standard library only.
"""

from collections.abc import Iterable

from headwater.entities.ministers import fields_of
from headwater.entities.register import Draft
from headwater.lexicon.countries import country_of
from headwater.records import Entity, Span, content_id


def _evidence(draft: Draft) -> tuple[str, ...]:
    """Return why mentions were united: one line a rule, with the offsets it holds for."""
    by_rule: dict[str, list[str]] = {}
    for (start, end), rule in sorted(draft.spans.items()):
        by_rule.setdefault(rule, []).append(f"{start}-{end}")
    return tuple(f"{rule} at {', '.join(places)}" for rule, places in by_rule.items())


def _nations(draft: Draft) -> tuple[str, ...]:
    """Return the countries a named person is tied to, as rule lines."""
    if draft.kind != "person":
        return ()
    countries = {country for word in draft.modifiers if (country := country_of(word))}
    return tuple(f"of: {country}" for country in sorted(countries))


def freeze(drafts: Iterable[Draft], doc_id: str) -> dict[int, Entity]:
    """Turn drafts into records, keyed by id() of the draft; ids depend on kind, caption and first mention alone."""
    kept = list(drafts)
    ids = {id(d): content_id("ent", doc_id, d.kind, d.caption, min(d.spans, default=(-1, -1))) for d in kept}
    return {
        id(d): Entity(
            entity_id=ids[id(d)],
            doc_id=doc_id,
            caption=d.caption,
            kind=d.kind,
            aliases=tuple(sorted(d.names - {d.caption})),
            member_ids=(),
            parent_id=ids.get(id(d.parent)) if d.parent else None,
            mention_spans=tuple(Span(doc_id, start, end) for start, end in sorted(d.spans)),
            descriptor=d.descriptor,
            stated_count=d.stated_count,
            affiliation=d.affiliation,
            access_basis=d.access_basis,
            reason_given=d.reason_given,
            rules=(
                *(f"called: {role}" for role in sorted(d.roles)),
                *_nations(d),
                *fields_of(d.modifiers, d.roles),
                *_evidence(d),
                *d.rules,
            ),
        )
        for d in kept
    }
