"""Which named roots an unnamed source could be: "directly or by parent" of rule 4.

At the lower end of the interval people count as their organisations, so organisations are compared; at the upper end
each person is one, so the named root itself must fit and must have reached the same line.
Imports: the standard library and this room only.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable

from headwater.provenance.mentions import Placed, Sources

# (line, how, name): the named roots on one line that are `name` ("is"), or that belong to it ("of").
Place = tuple[str, str, str]


class Fit:
    """The named roots of some mentions, arranged for asking who an unnamed source could be.

    Attributes:
        members: Place to the named roots found there.
        organised: Name to the lower-end organisations of the named roots that are it or belong to it.
    """

    def __init__(
        self, mentions: Iterable[Placed], named: Collection[str], sources: Sources, set_aside: Iterable[Placed] = ()
    ) -> None:
        self._sources = sources
        self.members: dict[Place, set[str]] = defaultdict(set)
        self.organised: dict[str, set[str]] = defaultdict(set)
        # Whoever could be a root that only carries another adds nothing certain either, so the lower end knows it too.
        for mention in set_aside:
            for name in (mention.root, *sources.ancestors(mention.root)) if mention.root else ():
                self.organised[name].add(sources.organisation(mention.root or name))
        for mention in mentions:
            root = mention.root
            if root is None or root not in named:
                continue
            above = sources.ancestors(root)
            for name in (root, *above):
                self.organised[name].add(sources.organisation(root))
            for line in mention.reach:
                self.members[line, "is", root].add(root)
                for name in above:
                    self.members[line, "of", name].add(root)

    def organisations(self, unnamed: str) -> tuple[str, ...]:
        """Return the names, keys of `organised`, by which an unnamed source fits a named root at the lower end."""
        could_be = self._sources.could_be(unnamed)
        wanted = {*could_be, *(above for name in could_be for above in self._sources.ancestors(name))}
        return tuple(sorted(name for name in wanted if name in self.organised))

    def places(self, unnamed: str, line: str) -> tuple[Place, ...]:
        """Return the places, keys of `members`, where an unnamed source fits a named root that reached a line.

        Someone of an organisation fits every person of it; a person fits the bare organisation, but not a colleague.
        """
        could_be = self._sources.could_be(unnamed)
        wanted = {(line, how, name) for name in could_be for how in ("is", "of")}
        wanted |= {(line, "is", above) for name in could_be for above in self._sources.ancestors(name)}
        return tuple(sorted(place for place in wanted if place in self.members))
