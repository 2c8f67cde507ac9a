"""What a text tells of the people it names beyond the phrases they stand in, entered before anything is resolved.

Imports: this room, lexicon and the standard library only.
"""

from collections.abc import Sequence

from headwater.entities.company_signs import shown_companies
from headwater.entities.coordination import Group, shared_surnames
from headwater.entities.page import Page
from headwater.entities.register import Draft, Register
from headwater.entities.relatives import offices
from headwater.entities.roster import Introduction
from headwater.entities.successions import rivals, successions
from headwater.entities.told_roles import told_age, told_roles
from headwater.lexicon.source_nouns import source_noun

_ALIKE = frozenset(("counterpart",))  # nouns that give their bearer the office of who is named before


def enter_shared_surnames(register: Register, names: Sequence[Introduction], groups: Sequence[Group]) -> None:
    """Enter people named by given name alone beside one of their surname ("David and Simon Kiprono")."""
    for name in shared_surnames(names, groups).values():
        register.named(name.words, " ".join(name.words), "person")
    for group in groups:
        last = group.members[-1].name
        first = group.members[0].name
        if len(first.words) == 1 and len(last.words) == 2 and register.person_named((*first.words, last.words[1])):
            register.named(last.words, " ".join(last.words), "person")


def tell_more(page: Page, register: Register, names: Sequence[Introduction], groups: Sequence[Group]) -> None:
    """Give people the roles, tenures and genders that running text tells of them.

    Args:
        page: The document.
        register: Its people and houses, already entered.
        names: All names of the text, in order.
        groups: Those joined by "and".
    """
    for group in groups:
        if group.called is not None:
            for member in group.members:
                _call(register, member, (group.called,))
    for name in shown_companies(page, names):
        draft = register.known(tuple(word.casefold() for word in name.name.words))
        if draft is not None and draft.kind == "organisation":
            draft.guessed = False
    _settle_families(register, names)
    before: Draft | None = None
    sentence = -1
    for name in names:
        if page.sentence(name.name.start) != sentence:
            before, sentence = None, page.sentence(name.name.start)
        told = told_roles(page, name.name)
        alone = len(name.name.words) == 1 and len(register.bearers(name.name.words)) == 1
        roles = (*told.roles, *name.phrase.roles) if alone else told.roles  # "her mother-in-law, Sharada"
        draft = _call(register, name, roles, telling=bool(told.gender))
        if draft is None:
            continue
        draft.modifiers.update(told.modifiers)
        draft.gender = draft.gender or told.gender
        draft.age = draft.age or told_age(page, name.name)
        if before is not None and not _ALIKE.isdisjoint(name.phrase.roles):
            register.call(draft, sorted(offices(before.roles)))
        before = draft
    _tell_turns(page, register, names)


def _call(register: Register, name: Introduction, roles: Sequence[str], *, telling: bool = False) -> Draft | None:
    """Return the person a name means, called by roles; a name of unknown kind is a person's once there are some."""
    words = name.name.words
    draft = register.person_named(words)
    if draft is None and (roles or telling):
        draft = register.known(tuple(word.casefold() for word in words))
        if draft is not None and draft.guessed and len(words) > 1:
            register.settle_person(draft)
    if draft is None or draft.kind != "person":
        return None
    register.call(draft, roles)
    for role in roles:
        noun = source_noun(role)
        if noun is not None and noun.gender != "-":
            draft.gender = draft.gender or noun.gender
    return draft


def _settle_families(register: Register, names: Sequence[Introduction]) -> None:
    """Make names of unknown kind people's where somebody else of the text bears their last word as a surname."""
    for name in names:
        words = tuple(word.casefold() for word in name.name.words)
        draft = register.known(words) if len(words) in (2, 3) else None
        if draft is not None and draft.guessed:
            kin = [d for d in register.bearers(words[-1:]) if len(d.words) > 1 and d.words[-1] == words[-1]]
            if kin and kin != [draft]:
                register.settle_person(draft)


def _tell_turns(page: Page, register: Register, names: Sequence[Introduction]) -> None:
    """Remember who took over from whom and who stood against whom; an office passes on to who took it."""

    def person(name: Introduction) -> Draft | None:
        return register.person_named(name.name.words)

    for turn in successions(page, names, person):
        register.turns.append((turn.new, turn.old))
        held = offices(turn.old.roles)
        if turn.seated and held and not offices(turn.new.roles):
            register.call(turn.new, sorted(held))
            turn.old.modifiers.add("former")
    register.contests.extend(rivals(page, names, person))
