"""Reads one source phrase: its determiner, head noun, name, titles, roles, apposition and affiliation.

Offsets are code points of Document.text. The grammar is that of news English, hand written; nothing here looks beyond
the phrase. Imports: this room's page, lexicon and the standard library only.
"""

from dataclasses import dataclass, replace
from typing import Literal

from headwater.entities.page import Name, Page, Range, bare, possessive
from headwater.lexicon.countries import country_of, country_of_capital
from headwater.lexicon.given_names import name_gender
from headwater.lexicon.source_nouns import PERSON_CLASSES, SourceNoun, source_noun

Determiner = Literal["a", "the", "other", "number", "his", ""]
NameKind = Literal["person", "organisation", "unknown"]

PRONOUNS = frozenset("he she it they him her them who which i we you whom one himself herself itself".split())
PREPOSITIONS = frozenset(
    "of at from with for in on to by near inside within among around outside across under behind against about".split()
)
_POSTMODIFIERS = frozenset(
    (
        "familiar close briefed involved aware privy knowledgeable based living working speaking owned informed present "
        "quoted cited interviewed contacted reached who which whose that known identified tasked assigned linked "
        "representing whom where led headed run"
    ).split()
)
_AFFILIATING = frozenset("at from with for of in on inside within by".split())
_PLACES = frozenset(
    "village city town district province county area region neighbourhood neighborhood island street state suburb".split()
)
_NAME_LINKS = frozenset("of for on in and the & - . de del van von der bin al el la le di da dos du to".split())
_CLAUSE_LINKS = frozenset("of for on in and the to".split())
_NUMBERS = {
    w: n for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())
} | {"dozen": 12, "couple": 2, "both": 2}
_SOME = frozenset("some several many numerous few various most multiple dozens scores hundreds thousands certain".split())
_DETERMINERS: dict[str, Determiner] = {
    "a": "a", "an": "a", "the": "the", "this": "the", "these": "the", "that": "the", "those": "the", "both": "the",
    "another": "other", "other": "other", "others": "other", "second": "other", "third": "other",
    "his": "his", "her": "his", "its": "his", "their": "his", "our": "his", "my": "his",
}  # fmt: skip
_ORGANISATION_WORDS = frozenset(
    (
        "inc corp corporation ltd llc plc co ag gmbh sa survey institute house kremlin pentagon nations union fund trust "
        "labs systems technologies studios pictures records entertainment media tv radio television news times guard "
        "guards corps authority assembly academy chamber network international partners holdings capital securities "
        "airlines airways motors energy security affairs intelligence prison jail cross watch amnesty street hall "
        "ministry telecom pharmaceuticals software networks laboratories industries enforcement defence defense "
        "command nato un eu fed reserve hamas hezbollah taliban isis interpol europol academics brotherhood applications "
        "democrats republicans giants post journal tribune herald gazette chronicle press solutions ventures research"
    ).split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """What a source phrase says of its speaker.

    Attributes:
        form: name, nominal ("the doctor") or pronoun.
        name: The proper name without titles; None for nominals and pronouns.
        name_kind: What the phrase itself shows the name to be.
        head: The head noun, as the lexicon knows it; None when it does not.
        head_word: The head noun as written, lower-cased.
        roles: Lemmas of the nouns the phrase calls its speaker.
        modifiers: Lower-cased words before the head.
        determiner, count: How many the phrase speaks of; None for names.
        plural: The phrase names several.
        descriptor: Head noun phrase without article and number.
        affiliation: Words that name or describe the organisation or country of the speaker.
        issuer: For "X's statement", "data from X": who issued it.
        place: The affiliation is a country or a place, not an organisation.
        alias: A short form given in brackets.
        gender: m or f when the phrase shows it.
        joint: Where a second speaker of the same phrase begins.
    """

    start: int
    end: int
    form: Literal["name", "nominal", "pronoun"]
    name: Name | None = None
    name_kind: NameKind = "unknown"
    head: SourceNoun | None = None
    head_word: str = ""
    roles: tuple[str, ...] = ()
    modifiers: frozenset[str] = frozenset()
    determiner: Determiner = ""
    count: int | Literal["one", "some"] | None = None
    plural: bool = False
    descriptor: Range | None = None
    affiliation: Range | None = None
    place: bool = False
    alias: str | None = None
    gender: Literal["m", "f"] | None = None
    joint: int | None = None


def read_phrase(page: Page, start: int, end: int) -> Phrase | None:
    """Read the source phrase text[start:end]; None when it holds no word."""
    segments, alias, joint = _segments(page, start, end)
    segments = [segment for segment in segments if segment]
    if not segments:
        return None
    core = _read_core(page, segments[0])
    for segment in segments[1:]:
        core = _with_apposition(page, core, segment)
    return replace(core, start=start, end=end, alias=alias, joint=page.tokens[joint].start if joint is not None else None)


def _segments(page: Page, start: int, end: int) -> tuple[list[list[int]], str | None, int | None]:
    """Cut a phrase at commas, relative clauses and brackets.

    Returns:
        Token indices of each segment, an acronym in brackets, and the index where a second speaker begins.
    """
    segments: list[list[int]] = [[]]
    alias, depth, joint = None, 0, None
    span = page.between(start, end)
    for index in span:
        word = page.tokens[index].text
        if word in "([":
            depth += 1
            following = page.tokens[index + 1].text if index + 1 < span.stop else ""
            alias = following if following.isupper() and len(following) > 1 else alias
        elif word in ")]":
            depth = max(0, depth - 1)
        elif depth:
            continue
        elif word in ",;" or word in "-–—" and not _is_hyphen(page, index):
            segments.append([])
        elif word.lower() in ("who", "which", "whose", "whom") and index > span.start:
            segments.append([index])
        elif word == "and" and segments[-1] and _joins_speakers(page, segments[-1], index, span.stop):
            joint = index + 1
            break
        elif word[0].isalnum() or word in "-–&." and segments[-1]:
            segments[-1].append(index)
    return segments, alias, joint


def _joins_speakers(page: Page, segment: list[int], index: int, stop: int) -> bool:
    """Tell whether "and" joins two speakers rather than two words of one name or one description."""
    if index + 1 >= stop:
        return False
    after = page.tokens[index + 1].text
    if after.lower() in _DETERMINERS or after.lower() in _SOME or after.lower() in _NUMBERS:
        return True
    words = [source_noun(bare(page.tokens[i].text)) for i in segment]
    headed = any(noun and noun.noun_class in ("body", "company") for noun in words)
    return page.is_name_word(segment[-1]) and page.is_name_word(index + 1) and not headed


def _is_hyphen(page: Page, index: int) -> bool:
    """Tell a hyphen set with blanks ("Agence - France Presse", "22 - year - old") from a dash."""
    tokens = page.tokens
    if not 0 < index < len(tokens) - 1 or tokens[index].text != "-":
        return False
    before, after = tokens[index - 1], tokens[index + 1]
    return after.start - before.end <= 3 and (before.text[0].isdigit() or before.text == "year" or after.text[0].isupper())


def _read_core(page: Page, segment: list[int]) -> Phrase:
    """Read a noun phrase without commas."""
    tokens = page.tokens
    words = [tokens[i].text.lower() for i in segment]
    start, end = tokens[segment[0]].start, tokens[segment[-1]].end
    if len(segment) == 1 and words[0] in PRONOUNS and tokens[segment[0]].text != "US":
        return Phrase(start=start, end=end, form="pronoun", head_word=words[0])
    determiner, count, skip = _determiner(words)
    rest = segment[skip:] or segment[-1:]
    owner = _owner(page, rest)
    inner = rest[owner:]
    cut = _postmodifier(page, inner)
    before, after = inner[:cut], inner[cut:]
    named = _trailing_name(page, before)
    if named:
        phrase = _read_named(page, before, named, determiner)
    else:
        phrase = _read_nominal(page, before, determiner, count)
    phrase = _with_affiliation(page, phrase, rest[:owner], before, after)
    if phrase.form == "nominal" and owner and phrase.descriptor:
        phrase = replace(phrase, descriptor=(tokens[rest[0]].start, phrase.descriptor[1]))
    return replace(phrase, start=start, end=end)


def _determiner(words: list[str]) -> tuple[Determiner, int | Literal["one", "some"] | None, int]:
    """Return determiner, stated count and how many words they take."""
    index, determiner, count = 0, "", None
    kind: Determiner = ""
    while index < len(words) - 1:
        word = words[index]
        if word in ("at", "more", "as") and words[index + 1] in ("least", "than", "many", "most"):
            index += 2
            continue
        if word in _DETERMINERS:
            kind = kind if kind in ("a", "the") and word not in ("other", "another") else _DETERMINERS[word]
            count = "one" if word in ("a", "an", "another") else count
        elif word in _NUMBERS and (word != "one" or not kind):
            count = "one" if word == "one" else _NUMBERS[word]
            kind = kind or "number"
        elif word.isdigit():
            count, kind = int(word[:9]), kind or "number"
        elif word in _SOME or word in ("number", "group", "handful") and count == "one":
            count, kind = "some", "number"
        elif word != "of" or index == 0:
            break
        index += 1
    del determiner
    return kind, count, index


def _owner(page: Page, segment: list[int]) -> int:
    """Return how many tokens make up a possessor ("Microsoft's", "the company's"), 0 for none."""
    for position in range(len(segment) - 2, -1, -1):
        if possessive(page.tokens[segment[position]].text) and position < len(segment) - 1:
            return position + 1
        if page.tokens[segment[position]].text.lower() in PREPOSITIONS:
            continue
    return 0


def _postmodifier(page: Page, segment: list[int]) -> int:
    """Return where the words after the head begin: a preposition or participle that is not inside a name."""
    for position in range(1, len(segment)):
        word = page.tokens[segment[position]].text
        if word not in PREPOSITIONS and word not in _POSTMODIFIERS:
            continue
        if word in ("of", "for", "on", "in", "to", "against") and _inside_name(page, segment, position):
            continue
        return position
    return len(segment)


def _inside_name(page: Page, segment: list[int], position: int) -> bool:
    """Tell whether a preposition links the words of one name ("Ministry of Defence", "Secretary of State John Roe")."""
    before = bare(page.tokens[segment[position - 1]].text)
    earlier = [source_noun(bare(page.tokens[i].text)) for i in segment[:position]]
    headed = any(noun and noun.noun_class in ("body", "company") for noun in earlier)
    following = [page.tokens[i].text for i in segment[position + 1 : position + 3]]
    after = next((word for word in following if word not in ("the", "a")), "")
    if not before[:1].isupper() or not after[:1].isupper():
        return False
    return before.lower() == "secretary" or headed


def _trailing_name(page: Page, segment: list[int]) -> list[int]:
    """Return the token indices of the name words that end a segment, titles and offices among them taken off."""
    first = len(segment)
    for position in range(len(segment) - 1, -1, -1):
        word = page.tokens[segment[position]].text
        if page.is_name_word(segment[position]):
            first = position
        elif first == len(segment) or word not in _NAME_LINKS:
            break
        elif word in _CLAUSE_LINKS and position and not _inside_name(page, segment, position):
            if not (word == "the" and _inside_name(page, segment, position - 1)):
                break
    run = segment[first:]
    for position in range(len(run) - 1, -1, -1):
        noun = source_noun(bare(page.tokens[run[position]].text).removesuffix("."))
        if noun and (noun.noun_class in PERSON_CLASSES or noun.noun_class == "title"):
            if position == len(run) - 1:
                return [] if position == 0 or noun.noun_class in PERSON_CLASSES and not _bears(page, run, position) else run
            after = run[position + 1 :]
            while after and page.tokens[after[0]].text in (".", "of", "for", "and", "-"):
                after = _skip_office(page, after)
            return after
    return run


def _bears(page: Page, run: list[int], position: int) -> bool:
    """Tell whether an office noun is somebody's surname ("Kevin Major")."""
    return position == 1 and name_gender(page.tokens[run[0]].text) is not None


def _skip_office(page: Page, after: list[int]) -> list[int]:
    """Drop the rest of an office's name before a person's ("of State John Roe" leaves "John Roe")."""
    if page.tokens[after[0]].text == ".":
        return after[1:]
    return after[2:]


def _read_named(page: Page, before: list[int], named: list[int], determiner: Determiner) -> Phrase:
    """Read a phrase that ends in a name: what stands before tells titles, roles and affiliation."""
    tokens = page.tokens
    name = Name(
        tokens[named[0]].start,
        tokens[named[-1]].start + len(bare(tokens[named[-1]].text)),
        tuple(bare(tokens[i].text) for i in named if tokens[i].text[0].isalnum()),
        possessive=False,
    )
    lead = before[: before.index(named[0])]
    kind = name_kind(name.words)
    roles: list[str] = []
    gender: Literal["m", "f"] | None = None
    for index in lead:
        noun = source_noun(tokens[index].text.removesuffix("."))
        if noun and (noun.noun_class in PERSON_CLASSES or noun.noun_class == "title"):
            kind = "person"
            if noun.noun_class != "title":
                roles.append(noun.lemma)
            gender = noun.gender if noun.gender != "-" else gender
    last = source_noun(tokens[lead[-1]].text) if lead else None
    if last and last.noun_class in ("body", "company", "outlet"):
        kind = "organisation"
        roles = [last.lemma]
    elif lead and kind == "unknown" and tokens[lead[-1]].text.islower() and len(name.words) > 1:
        kind = "person"
        roles.append(tokens[lead[-1]].text.lower())
    gender = gender or (name_gender(name.words[0]) if kind != "organisation" and name.words else None)
    if kind == "unknown" and len(name.words) in (2, 3) and gender and determiner == "":
        kind = "person"
    modifiers = frozenset(tokens[i].text.lower() for i in lead)
    return Phrase(
        start=name.start, end=name.end, form="name", name=name, name_kind=kind, roles=tuple(roles), gender=gender,
        modifiers=modifiers, determiner=determiner,
    )  # fmt: skip


def _read_nominal(
    page: Page, before: list[int], determiner: Determiner, count: int | Literal["one", "some"] | None
) -> Phrase:
    """Read a phrase without a name of its own at its end."""
    tokens = page.tokens
    word = bare(tokens[before[-1]].text)
    head = source_noun(word)
    plural = head.plural if head else word.endswith("s") and not word.endswith("ss")
    if count is None:
        count = "some" if plural else "one"
    modifiers = frozenset(tokens[i].text.lower() for i in before[:-1])
    return Phrase(
        start=tokens[before[0]].start, end=tokens[before[-1]].end, form="nominal", head=head, head_word=word.lower(),
        roles=(head.lemma,) if head else (word.lower(),), modifiers=modifiers, determiner=determiner, count=count,
        plural=plural, descriptor=(tokens[before[0]].start, tokens[before[-1]].end),
        gender=head.gender if head and head.gender != "-" else None,
    )  # fmt: skip


def _with_affiliation(page: Page, phrase: Phrase, owner: list[int], before: list[int], after: list[int]) -> Phrase:
    """Add the organisation, country or place a phrase ties its speaker to."""
    tokens = page.tokens
    lead = before[: before.index(_index_at(page, phrase.name.start))] if phrase.name else before[:-1]
    found: Range | None = None
    if after and tokens[after[0]].text in _AFFILIATING:
        after = _past_field(page, after)
        stop = _tail_end(page, after)
        if stop > 1:
            found = _without_article(page, after[1:stop])
            if phrase.form == "nominal" and phrase.descriptor:
                phrase = replace(phrase, descriptor=(phrase.descriptor[0], tokens[after[stop - 1]].end))
    if phrase.name_kind != "organisation":
        inner = _organisation_in(page, lead)
        owned = (tokens[owner[0]].start, tokens[owner[-1]].start + len(bare(tokens[owner[-1]].text))) if owner else None
        found = inner or owned or found
    if found is None:
        return phrase
    if phrase.form == "name" and phrase.name_kind == "unknown" and (owner or after):
        phrase = replace(phrase, name_kind="person")
    place = is_place(page, *found)
    return replace(phrase, affiliation=found, place=place)


def _past_field(page: Page, after: list[int]) -> list[int]:
    """Skip a field of work before the organisation: "(director) of security for nCircle" leaves "for nCircle"."""
    for position in range(2, len(after) - 1):
        word = page.tokens[after[position]].text
        if word in ("for", "at", "of", "with", "from"):
            field_words = [page.tokens[i].text for i in after[1:position]]
            if not any(word[0].isupper() or (n := source_noun(word)) and n.noun_class in ("body", "company") for word in field_words):
                return after[position:]
            return after
    return after


def _tail_end(page: Page, after: list[int]) -> int:
    """Return how many tokens of a prepositional tail name its organisation: up to a clause or a second preposition."""
    for position in range(1, len(after)):
        word = page.tokens[after[position]].text
        if word in _POSTMODIFIERS or word in ("said", "told") or position > 1 and word in ("in", "with", "from", "at"):
            return position
    return len(after)


def _without_article(page: Page, indices: list[int]) -> Range:
    tokens = page.tokens
    first = 1 if len(indices) > 1 and tokens[indices[0]].text.lower() in _DETERMINERS else 0
    return tokens[indices[first]].start, tokens[indices[-1]].end


def _organisation_in(page: Page, lead: list[int]) -> Range | None:
    """Return the words before a role noun that name an organisation: "Trend Micro", "national disaster agency"."""
    tokens = page.tokens
    for position in range(len(lead) - 1, -1, -1):
        noun = source_noun(tokens[lead[position]].text)
        if noun and noun.noun_class in ("body", "company") and position + 1 < len(lead) + 1:
            first = next((p for p in range(position) if _starts_organisation(page, lead[p])), position)
            return tokens[lead[first]].start, tokens[lead[position]].end
    for position, index in enumerate(lead):
        if not page.is_name_word(index) or source_noun(tokens[index].text.removesuffix(".")):
            continue
        stop = position
        while stop + 1 < len(lead) and page.is_name_word(lead[stop + 1]) and not source_noun(tokens[lead[stop + 1]].text):
            stop += 1
        following = lead[stop + 1 : stop + 2]
        if following and tokens[following[0]].text.lower() in _PLACES:
            return tokens[index].start, tokens[following[0]].end
        return tokens[index].start, tokens[lead[stop]].start + len(bare(tokens[lead[stop]].text))
    return None


def _starts_organisation(page: Page, index: int) -> bool:
    """Tell whether a word can open the description of an organisation: not an adjective of rank."""
    return page.tokens[index].text.lower() not in ("senior", "top", "former", "chief", "veteran", "unnamed", "anonymous")


def _index_at(page: Page, offset: int) -> int:
    return page.index(offset)


def is_place(page: Page, start: int, end: int) -> bool:
    """Tell whether words name a country, its people, a capital or a kind of place."""
    words = page.text[start:end]
    last = words.split()[-1].lower() if words.split() else ""
    return country_of(words) is not None or country_of_capital(words) is not None or last in _PLACES


def name_kind(words: tuple[str, ...]) -> NameKind:
    """Tell what a name is by its own words: organisation words, an acronym, a known given name."""
    if any(word.lower() in _ORGANISATION_WORDS for word in words):
        return "organisation"
    nouns = [source_noun(word) for word in words]
    if any(noun and noun.noun_class in ("body", "company", "outlet") for noun in nouns):
        return "organisation"
    if len(words) == 1:
        word = words[0]
        acronym = word.replace(".", "").isupper() and len(word) > 1
        return "organisation" if acronym or country_of(word) or country_of_capital(word) else "unknown"
    if name_gender(words[0]) and len(words) <= 4:
        return "person"
    return "unknown"


def _with_apposition(page: Page, core: Phrase, segment: list[int]) -> Phrase:
    """Add what an apposition after a comma says: a role, an affiliation, an age, or the name itself."""
    words = [page.tokens[i].text for i in segment]
    first = words[0].lower()
    if core.form == "pronoun" or first in ("who", "which", "whose", "whom", "speaking", "citing"):
        return core
    if first in ("of", "from", "at", "with", "for", "also") and len(segment) > 1:
        rest = segment[2:] if first == "also" and len(segment) > 2 else segment[1:]
        if core.affiliation is None and rest:
            found = _without_article(page, rest[: _tail_end(page, [rest[0], *rest]) - 1] or rest)
            kind: NameKind = "person" if core.name_kind == "unknown" else core.name_kind
            return replace(core, affiliation=found, place=is_place(page, *found), name_kind=kind)
        return core
    if first.isdigit() and len(segment) <= 5:
        return replace(core, name_kind="person") if core.name else core
    tail = _read_core(page, segment)
    if core.name:
        return _described(core, tail, page, segment)
    if tail.name and tail.form == "name" and not any(word in _POSTMODIFIERS for word in words):
        organisation = core.head is not None and core.head.noun_class in ("body", "company", "outlet")
        kind = "organisation" if organisation else "person" if core.head else tail.name_kind
        return replace(
            tail, roles=core.roles, name_kind=kind, affiliation=core.affiliation or tail.affiliation,
            place=core.place, modifiers=core.modifiers, gender=core.gender or tail.gender,
        )  # fmt: skip
    return core


def _described(core: Phrase, tail: Phrase, page: Page, segment: list[int]) -> Phrase:
    """Read an apposition to a name: "a researcher with Trend", "Microsoft communications lead", "a security firm"."""
    first = page.tokens[segment[0]].text
    if first.endswith(("ed", "ing")) or tail.plural and tail.form == "nominal":
        return core
    if tail.form == "nominal" and tail.head:
        noun = tail.head
        if noun.noun_class in ("body", "company", "outlet"):
            return replace(core, name_kind="organisation", roles=(*core.roles, noun.lemma))
        if noun.noun_class in PERSON_CLASSES:
            return replace(
                core, name_kind="person", roles=(*core.roles, *tail.roles), affiliation=core.affiliation or tail.affiliation,
                place=core.place if core.affiliation else tail.place, gender=core.gender or tail.gender,
            )  # fmt: skip
    if tail.form == "nominal" and core.name_kind != "organisation" and len(segment) > 1:
        return replace(core, affiliation=core.affiliation or tail.affiliation, name_kind="person")
    return core
