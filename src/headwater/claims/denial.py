"""Who denies what a claim states: by the verb that holds a statement, or by its own negation.

Imports: this room only.
"""

from collections.abc import Sequence

from headwater.claims.profile import Profile

# Share of their stems that a negated wording and what it denies have in common.
_NEGATED_SHARE = 0.6


def denies(profile: Profile) -> bool:
    """Tell whether a statement denies its matter: by its holder's polarity or by its own negation, not by both."""
    return (profile.statement.stance == "deny") != profile.negated


def is_negation_of(denying: Profile, asserting: Profile) -> bool:
    """Tell whether a negated wording and an asserting one are mostly the same words.

    "Without a warning" denies no flood, and the end of a quotation asserts nothing against its beginning.
    """
    ours, theirs = denying.stems, asserting.stems
    return len(ours & theirs) >= _NEGATED_SHARE * max(1, len(ours), len(theirs)) and len(ours & theirs) > 1


def deniers(members: Sequence[Profile]) -> frozenset[int]:
    """Return which statements of a claim deny, in their own words, what more documents assert.

    "There is no medical on Thursday" beside three articles that announce it makes no claim of a medical. Of equally
    many documents those that assert count as the claim's.

    Args:
        members: The claim's statements.
    """
    plain = [at for at, member in enumerate(members) if member.statement.stance == "support"]
    asserting = [at for at in plain if not denies(members[at])]
    negated = [at for at in plain if denies(members[at])]
    opposed = [(no, yes) for no in negated for yes in asserting if is_negation_of(members[no], members[yes])]
    documents = [{members[at].statement.doc_id for at in side} for side in (negated, asserting)]
    if len(documents[0]) > len(documents[1]):
        return frozenset(yes for _, yes in opposed)
    return frozenset(no for no, _ in opposed)
