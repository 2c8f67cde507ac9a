"""An entity of one document in the making: the only mutable thing of this room, which never leaves it.

Offsets are code points of Document.text. Imports: lexicon, records and the standard library only.
"""

from dataclasses import dataclass, field
from typing import Literal

from headwater.lexicon.outlets import Outlet
from headwater.records import EntityKind, StatedCount

Range = tuple[int, int]


@dataclass(slots=True, eq=False)
class Draft:
    """An entity of one document in the making; see records.Entity for the fields that carry over.

    Attributes:
        leans: Gender of a pronoun right behind the first words about somebody, a weaker sign than a name or title.
        guessed: Nothing has shown yet whether the name is a person's or a house's.
        suffix: "jr" and the like, folded; father and son bear one name but for it.
        at: Where its name first stands in running text, in code points.
        regions: ISO codes of the states or provinces the text ties somebody to.
        party: The party the text ties somebody to, in lower case.
        voice: Gender of the spokesman an organisation spoke through, "-" when the text does not say.
        spoke: It was credited with words.
        among: The several of whom it is one ("one of the officials").
    """

    kind: EntityKind
    caption: str
    words: tuple[str, ...] = ()
    names: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    modifiers: set[str] = field(default_factory=set)
    gender: Literal["m", "f"] | None = None
    leans: Literal["m", "f"] | None = None
    age: int | None = None
    suffix: str = ""
    at: int = 1 << 40
    regions: set[str] = field(default_factory=set)
    party: str | None = None
    plural: bool = False
    parent: "Draft | None" = None
    outlet: Outlet | None = None
    spans: dict[Range, str] = field(default_factory=dict)
    rules: list[str] = field(default_factory=list)
    descriptor: str | None = None
    stated_count: StatedCount | None = None
    affiliation: str | None = None
    access_basis: str | None = None
    reason_given: str | None = None
    guessed: bool = False
    voice: Literal["m", "f", "-"] | None = None
    spoke: bool = False
    among: "Draft | None" = None

    def note(self, span: Range, rule: str) -> None:
        """Add a mention and why it is one."""
        self.spans.setdefault(span, rule)

    def hears(self, gender: Literal["m", "f"] | None) -> bool:
        """Tell whether a pronoun or noun of a gender may mean this entity."""
        return gender is None or self.gender is None or self.gender == gender
