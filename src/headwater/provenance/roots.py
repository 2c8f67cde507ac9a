"""Which mentions of a claim count, and for which roots: rules 2 to 5 of the method, and cycles.

`select` decides, once and with every mention in view, which mentions rest on others; `tally` turns what is left into
roots at both ends of the interval. Imports: the standard library and this room only.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from headwater.provenance.fit import Fit, Place
from headwater.provenance.graph import strongly_connected
from headwater.provenance.mentions import Placed, Sources


@dataclass(frozen=True, slots=True)
class Selection:
    """The mentions of a claim, divided.

    Attributes:
        counted: Those that count, sorted by key.
        carrying: Those set aside because their named root carries another root.
        dropped: Key of each other mention to the short name of the rule that set it aside.
        cycles: Names that cite one another in a circle; names sorted, cycles sorted.
        groundless: The cycles with nothing behind them, each with the keys of its mentions.
        component: Name to the first name of its cycle, for members of cycles.
        cited: Names of carriers, roots and their organisations anywhere in the claim.
    """

    counted: tuple[Placed, ...]
    carrying: tuple[Placed, ...]
    dropped: Mapping[str, str]
    cycles: tuple[tuple[str, ...], ...]
    groundless: Mapping[str, tuple[str, ...]]
    component: Mapping[str, str]
    cited: frozenset[str]


def select(mentions: Sequence[Placed], sources: Sources) -> Selection:
    """Set aside the mentions that rest on others: circular ones, bare lines with a root, roots that carry a root."""
    cycles = _cycles(mentions, sources)
    component = {name: cycle[0] for cycle in cycles for name in cycle}
    circular = _circular(mentions, component)
    dropped = dict.fromkeys(circular, "circular")
    live = [mention for mention in mentions if mention.key not in dropped]
    dropped |= _collapse(live, component)
    dropped |= _carrying(live, sources)
    live = [mention for mention in live if mention.key not in dropped]
    behind: dict[str, list[str]] = defaultdict(list)
    for key, name in circular.items():
        behind[name].append(key)
    supported = {component.get(name, name) for mention in live for name in (*mention.reach, mention.root or "")}
    return Selection(
        counted=tuple(live),
        carrying=tuple(mention for mention in mentions if dropped.get(mention.key) == "carries-another-root"),
        dropped=dropped,
        cycles=cycles,
        groundless={name: tuple(sorted(keys)) for name, keys in sorted(behind.items()) if name not in supported},
        component=component,
        cited=frozenset(
            name
            for mention in mentions
            for name in (*mention.carriers, *((mention.root, *sources.ancestors(mention.root)) if mention.root else ()))
        ),
    )


def passages(mentions: Iterable[Placed]) -> dict[str, set[str]]:
    """Return who passed the claim to whom: from each root and carrier outwards to the document's own line."""
    edges: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        inner = mention.root
        for outer in (*reversed(mention.carriers), mention.own):
            if inner is not None and inner != outer:
                edges[inner].add(outer)
            inner = outer
    return edges


def _cycles(mentions: Iterable[Placed], sources: Sources) -> tuple[tuple[str, ...], ...]:
    # A company relaying its spokesman and a spokesman relaying the company are one root, not a circular report.
    edges = {
        inner: {outer for outer in outers if sources.organisation(outer) != sources.organisation(inner)}
        for inner, outers in passages(mentions).items()
    }
    return tuple(sorted(tuple(sorted(names)) for names in strongly_connected(edges) if len(names) > 1))


def _circular(mentions: Sequence[Placed], component: Mapping[str, str]) -> dict[str, str]:
    """Return the mentions that only repeat what their own cycle says, by key, with the first name of the cycle."""
    found: dict[str, str] = {}
    for mention in mentions:
        origin = mention.root or mention.line
        cycle = component.get(origin)
        # A bare line of a cycle's member is a report of its own; one that cites a member is not.
        others = mention.reach if mention.root else mention.carriers
        if cycle and any(component.get(name) == cycle for name in others if name != mention.root):
            found[mention.key] = cycle
    # A bare headline above a text that cites the cycle rests on what the text cites.
    citing = {(mention.doc, found[mention.key]) for mention in mentions if mention.key in found}
    for mention in mentions:
        cycle = component.get(mention.line)
        if cycle and mention.root is None and not mention.carriers and (mention.doc, cycle) in citing:
            found[mention.key] = cycle
    # Whoever repeats a line that itself only repeats the cycle rests on the cycle too.
    given: dict[str, list[Placed]] = defaultdict(list)
    for mention in mentions:
        given[mention.own].append(mention)
    resting = {own: found.get(theirs[0].key) for own, theirs in given.items() if all(m.key in found for m in theirs)}
    for mention in mentions:
        if mention.root is None and mention.carriers and (cycle := resting.get(mention.line)):
            found.setdefault(mention.key, cycle)
    return found


def _collapse(mentions: Iterable[Placed], component: Mapping[str, str]) -> dict[str, str]:
    """Rule 2: an unattributed line that gives the claim with a root elsewhere adds nothing."""
    rooted = [mention for mention in mentions if mention.root is not None]
    lines = {component.get(name, name) for mention in rooted for name in mention.reach}
    documents = {mention.doc for mention in rooted}
    dropped: dict[str, str] = {}
    for mention in mentions:
        if mention.root is not None:
            continue
        if component.get(mention.line, mention.line) in lines:
            dropped[mention.key] = "line-gives-root"
        elif any(component.get(name, name) in lines for name in mention.carriers):
            dropped[mention.key] = "carrier-gives-root"
        elif mention.doc in documents:
            dropped[mention.key] = "document-gives-root"
    return dropped


def _carrying(mentions: Sequence[Placed], sources: Sources) -> dict[str, str]:
    """Rule 3, first sentence, and the unnamed who are such a root."""
    named = {m.root for m in mentions if m.root and sources.kind(m.root) != "anonymous"}
    # Roots that carry one another are one family (a firm and its spokesman): none of them is the mere carrier.
    family = {name: i for i, names in enumerate(strongly_connected(passages(mentions))) for name in names}
    carrying: set[str] = set()
    for mention in mentions:
        root = mention.root
        for carrier in mention.carriers if root else ():
            if root and carrier in named and family[carrier] != family[root] and not _may_be(root, carrier, sources):
                carrying.add(carrier)
    every, kept = Fit(mentions, named, sources), Fit(mentions, named - carrying, sources)
    dropped: dict[str, str] = {}
    for mention in mentions:
        root, line = mention.root, mention.line
        if root in carrying:
            dropped[mention.key] = "carries-another-root"
        elif root and root not in named and every.places(root, line) and not kept.places(root, line):
            dropped[mention.key] = "is-a-root-that-carries-another"
    return dropped


def _may_be(root: str, carrier: str, sources: Sources) -> bool:
    if sources.kind(root) != "anonymous":
        return False
    could_be = set(sources.could_be(root))
    return carrier in could_be or not could_be.isdisjoint(sources.ancestors(carrier))


@dataclass(frozen=True, slots=True)
class Tally:
    """Roots of the counted mentions at both ends.

    Attributes:
        named: Named root at the upper end (cycles collapsed) to its mentions.
        absorbed: Those of `named` that one of their own people stands for at the upper end.
        organisation: Named root to whom it counts as at the lower end.
        unnamed: (group, line) to the mentions that are a root of their own at the upper end.
        groups: (group, line) to the group when it adds to the lower end; else absent.
        fits: (group, line) to the names in `fit.organised` that its sources could be.
        same: Mention to the places in `fit.members` whose roots it is at the upper end.
        lines: Unattributed line to its mentions.
    """

    named: Mapping[str, tuple[str, ...]]
    absorbed: frozenset[str]
    organisation: Mapping[str, str]
    unnamed: Mapping[tuple[str, str], tuple[str, ...]]
    groups: Mapping[tuple[str, str], str]
    fits: Mapping[tuple[str, str], tuple[str, ...]]
    same: Mapping[str, tuple[Place, ...]]
    lines: Mapping[str, tuple[str, ...]]
    fit: Fit

    @property
    def least(self) -> int:
        """Rule 6: at least one root stands behind anything that counts."""
        if not (self.named or self.unnamed or self.same or self.lines):
            return 0
        return max(1, len(set(self.organisation.values())) + len(set(self.groups.values())))

    @property
    def most(self) -> int:
        """Rule 6: named, unnamed and unattributed lines, and never under the lower end."""
        return max(self.least, len(self.named) - len(self.absorbed) + len(self.unnamed) + len(self.lines))


def tally(
    mentions: Sequence[Placed], carrying: Iterable[Placed], component: Mapping[str, str], sources: Sources
) -> Tally:
    """Count the roots of mentions that `select` kept (rules 3 to 5), beside those of roots that carry another."""
    roots = {m.root for m in mentions if m.root and sources.kind(m.root) != "anonymous"}
    fit = Fit(mentions, roots, sources, carrying)
    employers = {above for root in roots for above in sources.ancestors(root)}
    named: dict[str, list[str]] = defaultdict(list)
    unnamed: dict[tuple[str, str], list[str]] = defaultdict(list)
    lines: dict[str, list[str]] = defaultdict(list)
    groups: dict[tuple[str, str], str] = {}
    fits: dict[tuple[str, str], set[str]] = defaultdict(set)
    same: dict[str, tuple[Place, ...]] = {}
    for mention in mentions:
        line = component.get(mention.line, mention.line)
        if mention.root is None:
            lines[line].append(mention.key)
        elif mention.root in roots:
            named[component.get(mention.root, mention.root)].append(mention.key)
        elif places := fit.places(mention.root, mention.line):
            same[mention.key] = places
        else:
            place = (sources.group(mention.root), line)
            unnamed[place].append(mention.key)
            organisations = fit.organisations(mention.root)
            fits[place].update(organisations)
            if not organisations:
                groups[place] = place[0]
    return Tally(
        named={root: tuple(keys) for root, keys in sorted(named.items())},
        absorbed=frozenset(root for root in named if root in employers and root not in component),
        organisation=sources.bodies(named),
        unnamed={place: tuple(keys) for place, keys in sorted(unnamed.items())},
        groups=groups,
        fits={place: tuple(sorted(names)) for place, names in fits.items()},
        same=same,
        lines={line: tuple(keys) for line, keys in sorted(lines.items())},
        fit=fit,
    )
