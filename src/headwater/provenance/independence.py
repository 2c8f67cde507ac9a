"""How many independent roots stand behind a claim: an interval, the routes they took, and the bottlenecks on them.

The rules are those of the method's "Roots of a claim" and "Routes and bottlenecks". The count reads no words and knows
no documents, only keys; the order of its input never matters. Imports: the standard library and this room only.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from headwater.provenance.mentions import CountedMention, CountedSource, CountedValue, Placed, Sources, place
from headwater.provenance.roots import Selection, Tally, select, tally
from headwater.provenance.routes import bottlenecks, names_on_path, routes

CountedKind = Literal["named", "unnamed", "unattributed", "circular"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedRoot:
    """One root of a claim.

    Attributes:
        key: The source; the group of an unnamed one; the line of an unattributed one; the first name of a cycle.
        line: The reporting line of unnamed and unattributed roots, else None.
        names: Source keys: the members of a cycle, the descriptors of an unnamed root, or the source alone.
        mentions: Keys of the mentions behind it, sorted.
        in_min: Adds one to the lower end. Where none does, the lower end is still 1 (rule 6).
        in_max: Adds one to the upper end. False for an organisation that one of its people stands for.
        denying: A root of the denial, not of the claim.
    """

    kind: CountedKind
    key: str
    line: str | None
    names: tuple[str, ...]
    mentions: tuple[str, ...]
    in_min: bool
    in_max: bool
    denying: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedByValue:
    """The count of the mentions that give one value, as if the others were not there."""

    value: CountedValue
    docs: tuple[str, ...]
    roots_min: int
    roots_max: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionTrace:
    """What counting did with one mention.

    Attributes:
        rule: For those counted `named`, `unnamed`, `unnamed-is-named`, `unattributed-line` or `doubtful` (at the upper
            end only); for the others
            `repeat-in-document`, `line-gives-root`, `carrier-gives-root`, `document-gives-root`,
            `carries-another-root`, `is-a-root-that-carries-another`, `circular`, `without` or `no-position`.
    """

    mention: str
    root: str | None
    line: str
    counted: bool
    denying: bool
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """The count of one claim.

    Attributes:
        bottlenecks: Roots, parents and carriers on every counted path, outermost first.
        roots: Of the claim, then of its denial; each by kind, key and line.
        by_value: One for each distinct value, in order of unit and bounds.
        circular: The claim rests on a cycle alone, so its roots are [0, 0].
        cycles: Names that cite one another in a circle, whether or not anything else stands behind them.
        trace: One for each mention, in order of its key.
    """

    roots_min: int
    roots_max: int
    routes_min: int
    routes_max: int
    bottlenecks: tuple[str, ...]
    denying_min: int
    denying_max: int
    circular: bool
    cycles: tuple[tuple[str, ...], ...]
    roots: tuple[CountedRoot, ...]
    by_value: tuple[CountedByValue, ...]
    trace: tuple[MentionTrace, ...]


@dataclass(frozen=True, slots=True)
class _Side:
    """The mentions that support a claim, or those that deny it, counted."""

    mentions: tuple[Placed, ...]
    counted: tuple[Placed, ...]
    rules: Mapping[str, str]
    selection: Selection
    tally: Tally


def count_claim(
    sources: Collection[CountedSource],
    mentions: Collection[CountedMention],
    own_line: Mapping[str, str],
    *,
    without: Collection[str] = (),
) -> Count:
    """Count the independent roots and routes of one claim.

    Args:
        sources: Of the story; a key used without a source is taken for an outlet.
        mentions: Of the claim, with distinct keys.
        own_line: Document to the key of its outlet, for documents whose outlet is known or that share one.
        without: Names to remove. Mentions that rest on one are taken away after the rules have decided which
            mentions count, so a bare statement set aside because of a root does not return when the root is removed.

    Returns:
        The count; all zeros when nothing supports the claim.
    """
    known, removed = Sources(sources), frozenset(without)
    ordered = sorted(mentions, key=lambda mention: mention.key)
    supporting = [mention for mention in ordered if mention.stance == "support"]
    doubtful = frozenset(mention.key for mention in ordered if mention.stance == "doubtful")
    claim = _side([m for m in ordered if m.stance in {"support", "doubtful"}], known, own_line, removed)
    certain = _without_doubt(claim, doubtful, known) if doubtful else claim
    denial = _side([mention for mention in ordered if mention.stance == "deny"], known, own_line, removed)
    # One root who may be several others can make the whole the smaller one at the upper end.
    upper = max(claim, certain, key=lambda side: side.tally.most)
    selection = claim.selection
    ways = [routes(side.counted, side.tally, selection.component, selection.cited, known) for side in (certain, claim)]
    least, most = ways[0][0] or min(1, ways[1][0]), max(way[1] for way in ways)
    narrows = bottlenecks(claim.counted, selection.cited, known)
    if narrows:  # an unnamed source that is a root here and a carrier there is two vertices, but one name
        least = 1
    roots_min = max(certain.tally.least, min(1, claim.tally.least))
    return Count(
        roots_min=roots_min,
        roots_max=max(roots_min, upper.tally.most),
        routes_min=least,
        routes_max=most,
        bottlenecks=narrows,
        denying_min=denial.tally.least,
        denying_max=denial.tally.most,
        circular=not selection.counted and bool(selection.groundless),
        cycles=selection.cycles,
        roots=(*_both_ends(claim, certain, upper), *_roots(denial, denying=True)),
        by_value=_by_value(supporting, known, own_line, removed),
        trace=_trace(ordered, claim, denial, own_line, doubtful),
    )


def _side(
    mentions: Sequence[CountedMention], sources: Sources, own_line: Mapping[str, str], without: frozenset[str]
) -> _Side:
    placed, repeats = place(mentions, sources, own_line)
    selection = select(placed, sources)
    rules = {**dict.fromkeys(repeats, "repeat-in-document"), **selection.dropped}

    def stays(mention: Placed) -> bool:
        return without.isdisjoint((mention.own, *names_on_path(mention, selection.cited, sources)))

    counted = tuple(mention for mention in selection.counted if stays(mention))
    rules |= {mention.key: "without" for mention in selection.counted if not stays(mention)}
    carrying = tuple(mention for mention in selection.carrying if stays(mention))
    return _Side(placed, counted, rules, selection, tally(counted, carrying, selection.component, sources))


def _roots(side: _Side, *, denying: bool) -> Iterable[CountedRoot]:
    """List the roots of one side; the first of several that may be one stands for them at the lower end."""
    found = side.tally
    told = {mention.key: mention.root for mention in side.counted}
    seen: set[str] = set()
    for root, keys in sorted(found.named.items(), key=lambda item: (item[0] in found.absorbed, item[0])):
        first = found.organisation[root] not in seen
        seen.add(found.organisation[root])
        names = tuple(sorted({told[key] or root for key in keys}))
        yield _root("named", root, None, names, keys, (first, root not in found.absorbed, denying))
    groups: set[str] = set()
    for place_, keys in found.unnamed.items():
        group = found.groups.get(place_)
        first = group is not None and group not in groups
        groups |= {group} if group is not None else set()
        names = tuple(sorted({told[key] or place_[0] for key in keys}))
        yield _root("unnamed", place_[0], place_[1], names, keys, (first, True, denying))
    for line, keys in found.lines.items():
        yield _root("unattributed", line, line, (), keys, (False, True, denying))
    members = {cycle[0]: cycle for cycle in side.selection.cycles}
    for name, keys in side.selection.groundless.items():
        yield _root("circular", name, None, members[name], keys, (False, False, denying))


def _without_doubt(side: _Side, doubtful: frozenset[str], sources: Sources) -> _Side:
    """Return a side as its certain mentions make it; which of them rest on others is decided with all in view."""
    counted = tuple(mention for mention in side.counted if mention.key not in doubtful)
    found = tally(counted, side.selection.carrying, side.selection.component, sources)
    return replace(side, counted=counted, tally=found)


def _both_ends(claim: _Side, certain: _Side, upper: _Side) -> Iterable[CountedRoot]:
    """List the roots of a claim: certain mentions decide what adds to the lower end, `upper` what adds to the other."""
    if certain is claim:
        return _roots(claim, denying=False)
    at_ends = [
        {(root.kind, root.key, root.line): root for root in _roots(side, denying=False)}
        for side in (certain, upper, claim)
    ]
    low, high, every = at_ends
    return [
        replace(
            root,
            in_min=place_ in low and low[place_].in_min,
            in_max=place_ in high and high[place_].in_max,
        )
        for place_, root in sorted(
            {**low, **every}.items(), key=lambda item: (item[0][0], item[0][1], item[0][2] or "")
        )
    ]


def _root(
    kind: CountedKind,
    key: str,
    line: str | None,
    names: tuple[str, ...],
    mentions: tuple[str, ...],
    flags: tuple[bool, bool, bool],
) -> CountedRoot:
    in_min, in_max, denying = flags
    return CountedRoot(
        kind=kind,
        key=key,
        line=line,
        names=names,
        mentions=mentions,
        in_min=in_min,
        in_max=in_max,
        denying=denying,
    )


def _by_value(
    mentions: Iterable[CountedMention], sources: Sources, own_line: Mapping[str, str], without: frozenset[str]
) -> tuple[CountedByValue, ...]:
    giving: dict[CountedValue, list[CountedMention]] = defaultdict(list)
    for mention in mentions:
        if mention.value is not None:
            giving[mention.value].append(mention)
    counts: list[CountedByValue] = []
    for value in sorted(giving, key=_value_order):
        found = _side(giving[value], sources, own_line, without).tally
        docs = tuple(sorted({mention.doc for mention in giving[value]}))
        counts.append(CountedByValue(value=value, docs=docs, roots_min=found.least, roots_max=found.most))
    return tuple(counts)


def _value_order(value: CountedValue) -> tuple[str, float, float]:
    return (
        value.unit,
        float("-inf") if value.lower is None else value.lower,
        float("inf") if value.upper is None else value.upper,
    )


def _trace(
    mentions: Iterable[CountedMention],
    claim: _Side,
    denial: _Side,
    own_line: Mapping[str, str],
    doubtful: Collection[str],
) -> tuple[MentionTrace, ...]:
    traces: list[MentionTrace] = []
    placed = {(side is denial, one.key): one for side in (claim, denial) for one in side.mentions}
    unnamed = {key for side in (claim, denial) for keys in side.tally.unnamed.values() for key in keys}
    for mention in mentions:
        side = denial if mention.stance == "deny" else claim
        one = placed.get((side is denial, mention.key))
        counts = one is not None and mention.key not in side.rules
        rule = side.rules.get(mention.key, "no-position")
        if one is not None and counts:
            rule = "doubtful" if mention.key in doubtful else _counted_rule(one, side, unnamed)
        traces.append(
            MentionTrace(
                mention=mention.key,
                root=one.root if one else mention.root,
                line=one.line if one else own_line.get(mention.doc, mention.doc),
                counted=counts,
                denying=side is denial,
                rule=rule,
            )
        )
    return tuple(traces)


def _counted_rule(mention: Placed, side: _Side, unnamed: Collection[str]) -> str:
    if mention.root is None:
        return "unattributed-line"
    if mention.key in side.tally.same:
        return "unnamed-is-named"
    return "unnamed" if mention.key in unnamed else "named"
