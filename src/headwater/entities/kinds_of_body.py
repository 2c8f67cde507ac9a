"""By which nouns a text may call an organisation again, from the words of its name: "the union", "the fire service".

Imports: this room's phrase and register, lexicon and the standard library only.
"""

from collections.abc import Sequence

from headwater.entities.phrase import Phrase
from headwater.entities.register import Draft
from headwater.lexicon.source_nouns import SourceNoun, source_noun

# Nouns that say so little of what an organisation is that they call again one whose name has another noun, or none.
ANY_GROUP = frozenset("group organisation organization body institution agency movement association".split())
_AGENCIES = frozenset(
    "agency authority office bureau service department administration board commission centre center institute "
    "survey directorate brigade".split()
)
# Heads of names that such a noun may stand for.
LOOSE: dict[str, frozenset[str]] = dict.fromkeys(ANY_GROUP, frozenset()) | {
    "bloc": frozenset("alliance union league federation association community".split()),
    "party": frozenset("front movement alliance congress union coalition league".split()),
    "charity": frozenset("foundation fund trust institute society group".split()),
    "coalition": frozenset("alliance front bloc movement".split()),
    "alliance": frozenset("coalition front bloc league organisation".split()),
    "union": frozenset("association federation".split()),
    "club": frozenset(),
    "agency": _AGENCIES,
    "authority": _AGENCIES | {"council"},
    "airline": frozenset(("airways", "airlines", "air")),
    "utility": frozenset(("water", "power", "energy", "electric", "networks", "gas")),
    "operator": frozenset(("networks", "water", "power", "energy", "rail", "railways", "ferries", "trains", "buses")),
    "regulator": frozenset("authority commission agency board office".split()),
    "watchdog": frozenset("authority commission office inspectorate".split()),
}
# Nouns that other words before them narrow down: "the weather service" for a weather office, "the employers' body".
_NARROWED = ANY_GROUP | frozenset(
    "service department authority office board brigade unit force watchdog regulator charity union federation bureau "
    "ministry commission council".split()
)
_EXCHANGED: dict[str, frozenset[str]] = dict.fromkeys(
    "agency authority office bureau service department watchdog regulator".split(), _AGENCIES
)
# Who a union is of, and the heads of names that make it one.
_LABOUR = frozenset("workers employees labour labor trade staff teamsters brotherhood".split())
_UNIONS = frozenset(
    "alliance congress federation association guild brotherhood confederation organisation organization syndicate "
    "society college front council".split()
)
# Last words of clubs' names that no place, paper or firm shares with them.
_CLUBS = frozenset(
    "athletic rovers united rangers wanderers albion hotspur fc afc rfc cfc cc harriers corinthians hibernian celtic "
    "academical casuals sporting strikers".split()
)
_TEAMS = frozenset("club side team outfit franchise".split())
_TRADES = frozenset("people experts officers medics rescuers journalists lawyers officials".split())
_TRADESMEN = frozenset("farmer fisherman driver".split())
_UNION_OFFICES = frozenset("secretary officer organiser organizer".split())
_UNION_RANKS = frozenset("general branch regional".split())
_SHORTEST_STEM = 4


def may_be_body(phrase: Phrase, draft: Draft, owners: Sequence[str] = ()) -> bool:
    """Tell whether the words of a name let a definite noun mean its bearer.

    Args:
        phrase: A nominal: "the union", "the coast guard", "the employers' body".
        draft: An organisation of the text; names of unknown kind count.
        owners: Lower-case words of a possessor before the noun: "employers" of "the employers' body".
    """
    words, noun = draft.words, phrase.head.lemma if phrase.head else phrase.head_word
    if noun in _TEAMS and ((len(words) > 1 and words[-1].strip(".") in _CLUBS) or draft.roles & _TEAMS):
        return True
    if noun == "union" and _is_union(words):
        return True
    told = [word for word in (*phrase.modifiers, *owners) if word.isalpha()]
    if not told or not all(_names(word, words) for word in told):
        return False
    if _names(noun, words) or _names(phrase.head_word, words):
        return True
    heads = _EXCHANGED.get(noun, frozenset())
    return noun in _NARROWED and (noun in ANY_GROUP or not heads or not heads.isdisjoint(words) or not _headed(words))


def is_union_officer(phrase: Phrase) -> bool:
    """Tell whether somebody holds an office that unions have: "general secretary", "regional officer"."""
    return not _UNION_OFFICES.isdisjoint(phrase.roles) and not _UNION_RANKS.isdisjoint(phrase.modifiers)


def body_nouns(draft: Draft) -> bool:
    """Tell whether a word of a name says what kind of body its bearer is."""
    nouns = (source_noun(word) for word in draft.words)
    return any(noun is not None and noun.noun_class in ("body", "company", "outlet") for noun in nouns)


def _is_union(words: tuple[str, ...]) -> bool:
    """Tell whether a name is a union's: "General Workers' Alliance", "Nurses' Congress"."""
    if words[-1] not in _UNIONS:
        return False
    plain = [word.removesuffix("'s").removesuffix("’s").rstrip("'’") for word in words]
    if not _LABOUR.isdisjoint(plain):
        return True
    return any(trade is not None and trade.plural and _works(trade) for trade in map(source_noun, plain))


def _works(trade: SourceNoun) -> bool:
    return trade.group in _TRADES or trade.lemma in _TRADESMEN


def _names(word: str, words: tuple[str, ...]) -> bool:
    """Tell whether a word stands in a name, its number and marks of possession aside."""
    stem = _stem(word)
    return any(_stem(other) == stem for other in words)


def _stem(word: str) -> str:
    plain = word.replace("’", "'").removesuffix("'s").rstrip("'")
    return plain[:-1] if plain.endswith("s") and len(plain) > _SHORTEST_STEM else plain


def _headed(words: tuple[str, ...]) -> bool:
    """Tell whether a name ends in a noun that says what its bearer is."""
    noun = source_noun(words[-1])
    return noun is not None and noun.noun_class in ("body", "company", "outlet")
