"""The organisation, country or place a source phrase ties its speaker to.

Offsets are code points or token indices of a Page. Imports: this room, lexicon and the standard library only.
"""

from collections.abc import Iterable
from dataclasses import replace

from headwater.entities.grounds import is_access
from headwater.entities.ministers import before_office
from headwater.entities.name_words import NOT_NAMES
from headwater.entities.page import Page, Range, bare
from headwater.entities.phrase import ACCOUNTS, DETERMINERS, PLACES, POSTMODIFIERS, Phrase
from headwater.entities.platforms import is_posted_on, past_platform
from headwater.lexicon.countries import country_of, country_of_capital, is_region
from headwater.lexicon.source_nouns import DOCUMENT_CLASSES, PERSON_CLASSES, source_noun

# "a source in the chief minister's office"; "in the court", "in the parliament" are places.
_OFFICES_OF_STATE = frozenset("office ministry department government administration secretariat agency palace".split())
PARTY_WORDS = frozenset("Tory Republican Democratic Democrat Labour Conservative Liberal".split())
_MADE = frozenset("conducted published commissioned released issued carried written compiled prepared filed".split())
_REPORTING = frozenset("correspondent reporter editor journalist columnist".split())
_PORTFOLIOS = frozenset(
    "defense defence state health justice treasury education labor labour energy agriculture commerce transportation "
    "transport finance homeland information works housing environment culture police staff".split()
)
_HONOURS = frozenset(("U", "Tan", "Puan", "Sri"))
# Words of rank between services' names and an officer's: "Wing Commander", "Air Marshal".
_RANKS = frozenset("wing air group squadron flight field lance petty warrant staff rear brigade division".split())
_REGIONS = frozenset("western eastern northern southern central state local".split())
_AFFILIATING = frozenset("at from with for of in on inside within by to near along across around outside".split())
_SITING = frozenset("to in on by near along across around outside".split())
_LOCAL_GROUPS = frozenset({"residents", "relatives", "friends", "witnesses"})


def with_affiliation(page: Page, phrase: Phrase, owner: list[int], before: list[int], after: list[int]) -> Phrase:
    """Add the organisation, country or place a phrase ties its speaker to."""
    tokens = page.tokens
    lead = before[: before.index(page.index(phrase.name.start))] if phrase.name else before[:-1]
    found: Range | None = None
    if len(after) > 2 and tokens[after[0]].text in _MADE and tokens[after[1]].text == "by":
        after = after[1:]  # "an analysis conducted by the institute"
    after = past_platform([tokens[i].text for i in after], after)
    if after and tokens[after[0]].text in _AFFILIATING and not is_access(page, tokens[after[0]].start):
        whole = _past_field(page, after)
        after = _past_account(page, whole)
        cut = len(after) < len(whole)
        stop = tail_end(page, after)
        if stop > 1:
            found = without_article(page, after[1:stop]) if _is_house(page, phrase, after[:stop]) else None
            if found and cut and page.owns(after[stop - 1]):
                last = tokens[after[stop - 1]]
                found = (found[0], last.start + len(bare(last.text)))  # else "St Finbar's" is whole
            if phrase.form == "nominal" and phrase.descriptor:
                phrase = replace(phrase, descriptor=(phrase.descriptor[0], tokens[after[stop - 1]].end))
    if phrase.name_kind != "organisation":
        inner = _organisation_in(page, _past_office(page, lead), phrase.roles)
        if inner is not None and is_posted_on(page.text[slice(*inner)], phrase.head_word):
            inner = None
        owned = _owner(page, owner)
        reports = not _REPORTING.isdisjoint(phrase.roles)
        found = (owned if reports else None) or inner or owned or found
    if found is None:
        return phrase
    titled = phrase.name and (noun := source_noun(phrase.name.words[-1])) and noun.noun_class in DOCUMENT_CLASSES
    bare_name = phrase.form == "name" and phrase.name_kind == "unknown" and phrase.determiner != "the"
    if bare_name and (owner or after) and not titled:
        phrase = replace(phrase, name_kind="person")
    if phrase.form == "nominal" and page.text[slice(*found)].lower() in _REGIONS:
        return phrase  # "a Western diplomat", "state media": no house and no country
    place = is_place(page, *found)
    return replace(phrase, affiliation=found, place=place)


def _owner(page: Page, owner: list[int]) -> Range | None:
    """Return the range of who owns a role ("Veldt's lawyer"), None for a word that names nobody ("MORE's lawyer")."""
    if not owner or bare(page.tokens[owner[-1]].text).lower() in NOT_NAMES:
        return None
    last = page.tokens[owner[-1]]
    return page.tokens[owner[0]].start, last.start + len(bare(last.text))


def _is_house(page: Page, phrase: Phrase, tail: list[int]) -> bool:
    """Tell whether "at the ministry", "from Veldt Energy" names an organisation rather than a place or a matter."""
    link, *rest = (page.tokens[i].text for i in tail)
    named = any(page.is_name_word(i) for i in tail[1:])
    if phrase.form == "name" and not named and not any(source_noun(word) for word in rest):
        return False  # "asks Anna Reed for help coming home"
    if phrase.form == "name" or (
        phrase.head is not None and phrase.head.noun_class not in ("official", "reporter", "staff")
    ):
        return link != "to"
    noun = source_noun(rest[-1])
    if link == "in" and noun and noun.noun_class == "body" and noun.lemma in _OFFICES_OF_STATE:
        return True
    if link in _SITING or (phrase.head and phrase.head.group in _LOCAL_GROUPS and link != "at"):
        return False
    if (
        noun
        and noun.noun_class in ("body", "company")
        and noun.lemma not in ("country", "nation", "state", "city", "side")
    ):
        return not noun.plural
    return named


def _past_account(page: Page, after: list[int]) -> list[int]:
    """Skip a page or account before whose it is: "(a post) on the Facebook page of Veldt" leaves "of Veldt"."""
    words = [page.tokens[i].text for i in after]
    for position in range(2, len(words) - 1):
        if words[position] == "of" and words[position - 1] in ACCOUNTS:
            return after[position:]
    owner = next((p for p, i in enumerate(after[1:-1], 1) if page.owns(i)), 0)
    if words[0] == "on" and owner and words[owner][0].isupper() and words[-1] in ACCOUNTS:
        return [after[0], *after[1 : owner + 1]]  # "on Veldt's Facebook page"
    return after


def _past_field(page: Page, after: list[int]) -> list[int]:
    """Skip a field of work before the organisation: "(director) of security for nCircle" leaves "for nCircle"."""
    for position in range(2, len(after) - 1):
        word = page.tokens[after[position]].text
        if word in ("for", "at", "of", "with", "from"):
            field_words = [page.tokens[i].text for i in after[1:position]]
            if not any(
                word[0].isupper() or ((n := source_noun(word)) and n.noun_class in ("body", "company"))
                for word in field_words
            ):
                return after[position:]
            return after
    return after


def tail_end(page: Page, after: list[int]) -> int:
    """Return how many tokens of a prepositional tail name its organisation: up to a clause or a second preposition."""
    for position in range(1, len(after)):
        word = page.tokens[after[position]].text
        if word in POSTMODIFIERS or word in ("said", "told") or (position > 1 and word in ("in", "with", "from", "at")):
            return position
    return len(after)


def without_article(page: Page, indices: list[int]) -> Range:
    """Return the range of the words at token indices, an article or possessive before them left out."""
    tokens = page.tokens
    first = 1 if len(indices) > 1 and tokens[indices[0]].text.lower() in DETERMINERS else 0
    return tokens[indices[first]].start, tokens[indices[-1]].end


def _past_office(page: Page, lead: list[int]) -> list[int]:
    """Drop what names no organisation before a name: an office up to its "of", ages, titles that are no nouns."""
    words = [page.tokens[i].text for i in lead]
    for position in range(1, len(words) - 1):
        noun = source_noun(words[position - 1]) if words[position] in ("of", "for", "to") else None
        if noun is not None and noun.noun_class in PERSON_CLASSES:
            first = position + 1 + (words[position + 1] in ("the", "a"))
            only_field = len(words) - first == 1 and words[first].lower() in _PORTFOLIOS - {"police"}
            return [] if only_field else lead[first:]
    return [i for i, word in zip(lead, words, strict=True) if word not in _HONOURS and not word.endswith("-old")]


def _organisation_in(page: Page, lead: list[int], roles: Iterable[str]) -> Range | None:
    """Return the words before a role noun that name an organisation: "Trend Micro", "national disaster agency"."""
    tokens = page.tokens
    for position in range(len(lead) - 1, -1, -1):
        noun = source_noun(tokens[lead[position]].text)
        if noun and noun.noun_class in ("body", "company") and position + 1 < len(lead) + 1:
            first = next((p for p in range(position) if _starts_organisation(page, lead[p])), position)
            return tokens[lead[first]].start, tokens[lead[position]].end
    for position, index in enumerate(lead):
        word = tokens[index].text.removesuffix(".")
        if not page.is_name_word(index) or (source_noun(word) and word not in PARTY_WORDS):
            continue
        if position and tokens[lead[position - 1]].text == "of" and word.lower() in _PORTFOLIOS:
            continue  # "Secretary of Defense" heads no house called Defense
        alone = position + 1 < len(lead) and _is_office(tokens[lead[position + 1]].text)
        if alone and (word.lower() in _RANKS or (word.endswith("ed") and index in page.openers)):
            continue  # "Wing Commander", "Nominated councillor"
        stop = position
        while (
            stop + 1 < len(lead) and page.is_name_word(lead[stop + 1]) and not _is_office(tokens[lead[stop + 1]].text)
        ):
            stop += 1
        held = any((noun := source_noun(role)) and noun.noun_class in PERSON_CLASSES for role in roles)
        words = [tokens[k].text for k in lead[position : stop + 1]]
        named = before_office(words, roles) if held else len(words)  # "an Associated Press survey" is of no office
        if not named:
            continue
        stop = position + named - 1
        following = lead[stop + 1 : stop + 2]
        if following and tokens[following[0]].text.lower() in PLACES:
            return tokens[index].start, tokens[following[0]].end
        return tokens[index].start, tokens[lead[stop]].start + len(bare(tokens[lead[stop]].text))
    return None


def _is_office(word: str) -> bool:
    """Tell whether a capitalised word names an office rather than going on with an organisation's name."""
    noun = source_noun(word)
    return noun is not None and (noun.noun_class in PERSON_CLASSES or noun.noun_class == "title")


def _starts_organisation(page: Page, index: int) -> bool:
    """Tell whether a word can open the description of an organisation: not an adjective of rank."""
    return page.tokens[index].text.lower() not in (
        "senior",
        "top",
        "former",
        "chief",
        "veteran",
        "unnamed",
        "anonymous",
    )


def is_place(page: Page, start: int, end: int) -> bool:
    """Tell whether words name a country, its people, a capital, a state or a kind of place."""
    words = page.text[start:end]
    last = words.split()[-1].lower() if words.split() else ""
    named = (
        words.endswith(("-based", "-born"))
        or country_of(words) is not None
        or country_of_capital(words) is not None
        or is_region(words)
    )
    return named or last in PLACES
