"""Reads one source phrase: its determiner, head noun, name, titles, roles, apposition and affiliation.

Offsets are code points of Document.text. The grammar is that of news English, hand written; nothing here looks beyond
the phrase. Imports: this room, lexicon and the standard library only.
"""

import re
from dataclasses import replace
from itertools import pairwise
from typing import Literal

from headwater.entities.name_kinds import name_kind
from headwater.entities.page import Name, Page, Range, bare
from headwater.entities.phrase import (
    POSTMODIFIERS,
    PREPOSITIONS,
    PRONOUNS,
    Count,
    Determiner,
    NameKind,
    Phrase,
)
from headwater.entities.phrase_affiliation import is_place, tail_end, with_affiliation, without_article
from headwater.entities.phrase_count import SOME, read_determiner
from headwater.entities.phrase_names import (
    general_of,
    handle_words,
    heads_house,
    honour_gender,
    inside_name,
    is_namesake,
    trailing_name,
)
from headwater.entities.phrase_segments import opens_relative, segments_of, without_stop
from headwater.lexicon.given_names import is_given_name, name_gender
from headwater.lexicon.nationals import country_of_national
from headwater.lexicon.source_nouns import PERSON_CLASSES, SourceNoun, source_noun

_PARTY_MARKS = frozenset(("D", "R", "I", "D-", "R-", "I-"))
# Nouns for persons that a company may be as well, and nouns that are adjectives before another one.
MAY_BE_FIRMS = frozenset(
    "owner co-owner operator developer contractor supplier sponsor landlord buyer trader dealer broker seller".split()
)
_ADJECTIVES = frozenset("general marine principal native associate assistant conservative liberal lord lady".split())
# "who gave her name only as Ngozi", "who goes by the name Abu Yasser", "identifying himself as Omar".
_SELF_NAMED = re.compile(
    r"\b(?:g[ia]ves? (?:his|her|their) (?:\w+ )?name|goes by|went by|known"
    r"|(?:identif(?:ied|ying)|introduced) (?:him|her)self)"
    r"(?: (?:only|simply|just))? ?(?:as|by|the (?:nick)?name(?: of)?)? (?P<name>[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2})$"
)
_PARTIES = frozenset("Party Front Alliance League Movement Union Coalition Congress Bloc".split())
_FORMER = frozenset("former ex onetime retired".split())
_SUBJECTS = frozenset("his her its their our my I he she they we".split())
_ROLE_WORDS = 5  # words of a role between "and" and a second speaker's name
# Titles that say what somebody is, as "Mr" does not, by the noun they stand for.
_PROFESSIONS = {
    "dr": "doctor", "prof": "professor", "rev": "reverend", "reverend": "reverend", "rabbi": "rabbi", "gen": "general",
    "lt": "lieutenant", "col": "colonel", "maj": "major", "capt": "captain", "cpl": "corporal", "sgt": "sergeant",
    "cmdr": "commander", "adm": "admiral", "brig": "brigadier", "supt": "superintendent", "insp": "inspector",
    "det": "detective", "sen": "senator", "sens": "senator", "rep": "representative", "reps": "representative",
    "gov": "governor", "govs": "governor", "lord": "peer", "lady": "peer", "justice": "justice",
    "sp": "superintendent", "dsp": "superintendent", "asp": "superintendent", "csp": "superintendent",
    "ssp": "superintendent", "dci": "inspector", "cllr": "councillor", "imam": "imam", "sheikh": "sheikh",
}  # fmt: skip


def read_phrase(page: Page, start: int, end: int) -> Phrase | None:
    """Read the source phrase text[start:end]; None when it holds no word."""
    start = _past_link(page, start, end)
    if (called := _SELF_NAMED.search(page.folded, start, end)) is not None:
        return _self_named(page, (start, end), called.span("name"))
    segments, alias, joint = segments_of(page, start, end)
    segments = [trimmed for segment in segments if (trimmed := without_stop(page, segment))]
    if not segments:
        return None
    if len(segments) > 1 and _only_leads(page, segments[0]):
        segments = segments[1:]  # "Prosecuting, Ann Roe"
    core = _read_core(page, segments[0])
    for segment in segments[1:]:
        core = _with_apposition(page, core, segment)
    second = page.tokens[joint].start if joint is not None else None
    if (core.start, core.end, core.alias, core.joint) == (start, end, alias, second):
        return core
    return replace(core, start=start, end=end, alias=alias, joint=second)


def _only_leads(page: Page, segment: list[int]) -> bool:
    """Tell whether the first words of a phrase are a lone participle: "Prosecuting, Ann Roe"."""
    word = page.tokens[segment[0]].text
    return len(segment) == 1 and word.endswith("ing") and segment[0] in page.openers and source_noun(word) is None


def _self_named(page: Page, span: Range, name: Range) -> Phrase:
    """Read "a trader who gave her name as Ngozi": the name, with what the words before it call its bearer."""
    before = _read_core(
        page, [i for i in page.between(span[0], name[0]) if page.tokens[i].text[0].isalnum()][:_ROLE_WORDS]
    )
    words = tuple(page.text[slice(*name)].split())
    return Phrase(
        start=span[0], end=span[1], form="name", name=Name(*name, words, possessive=False), name_kind="person",
        roles=before.roles, modifiers=before.modifiers, determiner="", gender=before.gender or name_gender(words[0]),
    )  # fmt: skip


def _past_link(page: Page, start: int, end: int) -> int:
    """Return where a phrase begins behind "by" ("asked by a reporter") or "that" ("that experts warned")."""
    span = page.between(start, end)
    linked = len(span) > 1 and page.tokens[span.start].text in ("by", "that", "and", "but")
    return page.tokens[span.start + 1].start if linked else start


def _read_core(page: Page, segment: list[int]) -> Phrase:
    """Read a noun phrase without commas."""
    tokens = page.tokens
    words = [tokens[i].text.lower() for i in segment]
    start, end = tokens[segment[0]].start, tokens[segment[-1]].end
    if words[-2:] == ["of", "them"]:
        return Phrase(start=start, end=end, form="pronoun", head_word="them")  # "one of them"
    relative = opens_relative(tokens[segment[0]].text)
    pronoun = words[0].replace("’", "'").partition("'")[0]  # "he's", "who've"
    if (len(segment) == 1 or relative) and pronoun in PRONOUNS and tokens[segment[0]].text not in ("US", "WHO", "IT"):
        return Phrase(start=start, end=end, form="pronoun", head_word=pronoun)
    determiner, count, skip = read_determiner(words)
    rest = segment[skip:] or segment[-1:]
    owner = _owner(page, rest)
    inner = rest[owner:]
    cut = _postmodifier(page, inner)
    before, after = inner[:cut], inner[cut:]
    named = trailing_name(page, before)
    if determiner == "number" and len(named) == 1 and _is_people(tokens[named[0]].text):
        named = []  # "some Germans"
    phrase = _read_named(page, before, named, determiner) if named else _read_nominal(page, before, determiner, count)
    phrase = with_affiliation(page, phrase, rest[:owner], before, after)
    if phrase.form == "nominal" and owner and phrase.descriptor:
        phrase = replace(phrase, descriptor=(tokens[rest[0]].start, phrase.descriptor[1]))
    return phrase if (phrase.start, phrase.end) == (start, end) else replace(phrase, start=start, end=end)


def _is_people(word: str) -> bool:
    """Tell whether a word means several people of a country: "Germans", "Turks"."""
    return word.endswith("s") and country_of_national(word[:-1]) is not None


def _owner(page: Page, segment: list[int]) -> int:
    """Return how many tokens make up a possessor ("Microsoft's", "the company's"), 0 for none."""
    limit = next((p for p in range(1, len(segment)) if _leaves_name(page, segment, p)), len(segment))
    for position in range(min(limit, len(segment)) - 1, -1, -1):
        held = page.holds_possessive(segment[position])
        if page.owns(segment[position]) and position < len(segment) - 1 and not held:
            return position + 1
        if page.tokens[segment[position]].text.lower() in PREPOSITIONS:
            continue
    return 0


def _leaves_name(page: Page, segment: list[int], position: int) -> bool:
    """Tell whether a preposition ends the part of a phrase that its head stands in."""
    word = page.tokens[segment[position]].text
    return word in PREPOSITIONS and not inside_name(page, segment, position)


def _postmodifier(page: Page, segment: list[int]) -> int:
    """Return where the words after the head begin: a preposition or participle that is not inside a name."""
    for position in range(1, len(segment)):
        word = page.tokens[segment[position]].text
        hyphened = page.text[page.tokens[segment[position]].start - 1] == "-"  # "U.S.-based"
        if not hyphened and _opens_clause(page, segment, position):
            return position
        if hyphened or (word not in PREPOSITIONS and word not in POSTMODIFIERS):
            continue
        if word in ("of", "for", "on", "in", "to", "against") and inside_name(page, segment, position):
            continue
        if word in POSTMODIFIERS and page.tokens[segment[position - 1]].text.endswith("ly") and position == 1:
            continue  # "a widely shared post"
        led = word in POSTMODIFIERS and page.tokens[segment[position - 1]].text in ("first", "earlier", "previously")
        return position - led if position > 1 else position  # "a memo [first reported by the Gazette]"
    return len(segment)


def _opens_clause(page: Page, segment: list[int], position: int) -> bool:
    """Tell whether a clause without a relative pronoun follows a noun: "(figures) her party released", "seeking"."""
    word = page.tokens[segment[position]].text
    before = source_noun(page.tokens[segment[position - 1]].text)
    if before is None or position + 1 == len(segment):
        return False
    if word.endswith("ing") and before.plural and source_noun(word) is None:
        return True  # "Republicans seeking the presidency"
    return word in _SUBJECTS


def _read_named(page: Page, before: list[int], named: list[int], determiner: Determiner) -> Phrase:
    """Read a phrase that ends in a name: what stands before tells titles, roles and affiliation."""
    tokens = page.tokens
    called = source_noun(tokens[before[before.index(named[0]) - 1]].text) if before[0] != named[0] else None
    firm = called is not None and called.noun_class in ("body", "company") and not called.plural
    name = Name(
        tokens[named[0]].start,
        tokens[named[-1]].end if firm else tokens[named[-1]].start + len(bare(tokens[named[-1]].text)),
        handle_words(page, named) or tuple(bare(tokens[i].text) for i in named if tokens[i].text[0].isalnum()),
        possessive=False,
    )
    lead = before[: before.index(named[0])]
    kind, roles, gender = _told_by_lead(page, lead, name_kind(name.words))
    if kind == "person" and len(name.words) > 1 and _is_party_name(name.words):
        kind, roles = "organisation", []  # "the socialist New Reform Party"
    last = source_noun(tokens[lead[-1]].text) if lead and not _holds_office(page, lead) else None
    if last and last.noun_class in ("body", "company", "outlet"):
        kind = "organisation"
        roles = [last.lemma]
    elif lead and kind != "organisation" and tokens[lead[-1]].text.islower() and len(name.words) > 1 and not roles:
        kind = "person"
        roles.append(tokens[lead[-1]].text.lower())
    if gender is None and kind != "organisation" and len(name.words) > 1:
        gender = name_gender(name.words[0])  # alone it may be a surname: "James", "Raman"
    if kind == "unknown" and len(name.words) in (2, 3) and is_given_name(name.words[0]) and determiner == "":
        kind = "person"
    modifiers = frozenset(tokens[i].text.lower() for i in lead)
    return Phrase(
        start=name.start, end=name.end, form="name", name=name, name_kind=kind, roles=tuple(roles), gender=gender,
        modifiers=modifiers, determiner=determiner,
    )  # fmt: skip


def _is_party_name(words: tuple[str, ...]) -> bool:
    """Tell whether a name is a party's or the like, whose members a word before it may describe."""
    return words[-1] in _PARTIES and not is_given_name(words[0])


def _told_by_lead(page: Page, lead: list[int], kind: NameKind) -> tuple[NameKind, list[str], Literal["m", "f"] | None]:
    """Return what the words before a name show it to be, the roles they give, and the gender they tell."""
    words = [page.tokens[i].text.removesuffix(".") for i in lead]
    roles: list[str] = []
    gender = honour_gender(words)
    kind = "person" if gender else kind
    for place, word in enumerate(words):
        noun = source_noun(word)
        if noun is None or (noun.noun_class not in PERSON_CLASSES and noun.noun_class != "title"):
            continue
        after = source_noun(words[place + 1]) if place + 1 < len(words) else None
        if is_namesake(noun) and after and heads_house(words[place + 1]):
            continue  # "Duke University economist"
        if noun.lemma in _ADJECTIVES and after is not None and after.noun_class != "title":
            continue  # "marine biologist", "general secretary", "Lord Mayor"
        if noun.lemma in MAY_BE_FIRMS and kind != "person":
            roles.append(noun.lemma)  # "owner Grupo Veldt"
            continue
        if noun.lemma in ("former", "acting", "ex", "vice"):
            continue  # "a former Veldt inspector"
        kind = "person"
        noun = general_of(words[place - 1], noun) if place else noun
        if noun.noun_class != "title" or noun.lemma in _PROFESSIONS:
            roles.append(_PROFESSIONS.get(noun.lemma, noun.lemma))
        gender = noun.gender if noun.gender != "-" else gender
    return kind, roles, gender


def _holds_office(page: Page, lead: list[int]) -> bool:
    """Tell whether the words before a name are an office and what it is of: "Secretary of State"."""
    words = [page.tokens[i].text for i in lead]
    nouns = (source_noun(word) for word, link in pairwise(words) if link in ("of", "for", "to"))
    return any(noun is not None and noun.noun_class in PERSON_CLASSES for noun in nouns)


def _read_nominal(page: Page, before: list[int], determiner: Determiner, count: Count | None) -> Phrase:
    """Read a phrase without a name of its own at its end."""
    tokens = page.tokens
    word = bare(tokens[before[-1]].text)
    head = source_noun(word)
    if head is not None and len(before) > 1:
        head = general_of(tokens[before[-2]].text, head)
    lowered = word.lower()
    plural = (
        head.plural
        if head
        else lowered in SOME
        or lowered in ("others", "those", "all")
        or (word.endswith("s") and not word.endswith("ss"))
    )
    if count is None:
        count = "some" if plural else "one"
    modifiers = frozenset(tokens[i].text.lower() for i in before[:-1])
    return Phrase(
        start=tokens[before[0]].start, end=tokens[before[-1]].end, form="nominal", head=head, head_word=word.lower(),
        roles=_roles(page, before, head, word, plural=plural), modifiers=modifiers, determiner=determiner, count=count,
        plural=plural, descriptor=(tokens[before[0]].start, tokens[before[-1]].end),
        gender=head.gender if head and head.gender != "-" else None,
    )  # fmt: skip


def _roles(page: Page, before: list[int], head: SourceNoun | None, word: str, *, plural: bool) -> tuple[str, ...]:
    """Return what a nominal calls its speaker: the head, and of "the senator and candidate", "turned", both."""
    own = (head.lemma if head else word.lower(),)
    words = [page.tokens[i].text.lower() for i in before]
    link = next((place for place, w in enumerate(words) if w in ("and", "turned")), 0)
    if plural or not link:
        return own
    others = [source_noun(w) for w in words[:link]]
    return own + tuple(n.lemma for n in others if n and not n.plural and n.noun_class in PERSON_CLASSES)


def _with_apposition(page: Page, core: Phrase, segment: list[int]) -> Phrase:
    """Add what an apposition after a comma says: a role, an affiliation, an age, or the name itself."""
    words = [page.tokens[i].text for i in segment]
    first = words[0].lower()
    if core.form == "pronoun" or first in (
        "who",
        "which",
        "whose",
        "whom",
        "speaking",
        "citing",
        "including",
        "like",
        "such",
        "among",
    ):
        return core
    if first in ("of", "from", "at", "with", "for", "also") and len(segment) > 1:
        rest = segment[2:] if first == "also" and len(segment) > 2 else segment[1:]
        if core.affiliation is None and rest:
            found = without_article(page, rest[: tail_end(page, [rest[0], *rest]) - 1] or rest)
            kind: NameKind = "person" if core.name_kind == "unknown" else core.name_kind
            return replace(core, affiliation=found, place=is_place(page, *found), name_kind=kind)
        return core
    if first.isdecimal() and len(segment) <= 5:
        return replace(core, name_kind="person") if core.name else core
    if words[0][:2] in _PARTY_MARKS and (len(words[0]) > 2 or words[1:2] == ["-"]):
        return core  # "Anna Roe, D-Velm": party and state
    tail = _read_core(page, segment)
    if core.name and tail.name and tail.name_kind == "person" and tail.roles and is_place(page, core.start, core.end):
        return tail  # "... in Norland, Attorney General Otto Brandt said"
    if core.name:
        return _described(core, tail, page, segment)
    if tail.name and tail.form == "name" and not any(word in POSTMODIFIERS for word in words):
        return replace(
            tail, roles=(*core.roles, *tail.roles), name_kind=_kind_told(core, tail),
            affiliation=core.affiliation or tail.affiliation,
            place=core.place if core.affiliation else tail.place,
            modifiers=core.modifiers | tail.modifiers, gender=core.gender or tail.gender,
        )  # fmt: skip
    return core


def _kind_told(core: Phrase, tail: Phrase) -> NameKind:
    """Return what a name is that stands in apposition to a noun: "a harbour firm, Quell", "its owner, Tern Marine"."""
    if core.head is None:
        return tail.name_kind
    if core.head.noun_class in ("body", "company", "outlet"):
        return "organisation"
    firm = core.head.lemma in MAY_BE_FIRMS and tail.name_kind != "person"
    return tail.name_kind if firm and (tail.name_kind == "organisation" or not tail.roles) else "person"


def _described(core: Phrase, tail: Phrase, page: Page, segment: list[int]) -> Phrase:
    """Read an apposition to a name: "a researcher with Trend", "Microsoft communications lead", "a security firm"."""
    first = page.tokens[segment[0]].text
    if first.endswith(("ed", "ing")) or (tail.plural and tail.form == "nominal"):
        return core
    past = tail.modifiers & _FORMER  # "a former Velm Post reporter" is of no house now
    if past:
        core, tail = replace(core, modifiers=core.modifiers | past), replace(tail, affiliation=None)
    if tail.form == "nominal" and tail.head:
        noun = tail.head
        if noun.noun_class in ("body", "company", "outlet"):
            return replace(core, name_kind="organisation", roles=(*core.roles, noun.lemma))
        house = core.name_kind == "organisation" and core.name and not is_given_name(core.name.words[0])
        if noun.noun_class in PERSON_CLASSES and not house:
            return replace(
                core, name_kind="person", roles=(*core.roles, *tail.roles),
                affiliation=core.affiliation or tail.affiliation,
                place=core.place if core.affiliation else tail.place, gender=core.gender or tail.gender,
            )  # fmt: skip
    if tail.form == "nominal" and core.name_kind != "organisation" and len(segment) > 1:
        return replace(core, affiliation=core.affiliation or tail.affiliation, name_kind="person")
    return core
