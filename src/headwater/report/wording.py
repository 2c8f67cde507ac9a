"""The sentences of a page: counts, what a root adds, why a statement was set aside. Never "true" or "verified".

Imports: the standard library only.
"""

from collections.abc import Mapping, Sequence

RULES: Mapping[str, str] = {
    "named": "counted: it leads to a named source",
    "unnamed": "counted: it leads to an unnamed source",
    "unnamed-is-named": "counted with the named source that this unnamed one fits",
    "unattributed-line": "names no source: at most the outlet's own reporting",
    "repeat-in-document": "set aside: the same article states this already",
    "line-gives-root": "set aside: the same reporting line gives a source elsewhere",
    "carrier-gives-root": "set aside: the outlet it comes from gives a source elsewhere",
    "document-gives-root": "set aside: the article gives a source elsewhere",
    "carries-another-root": "set aside: it passes on another root of this claim",
    "is-a-root-that-carries-another": "set aside: this source passes on another root of this claim",
    "circular": "set aside: the outlets cite one another",
    "without": "left out as asked",
    "no-position": "set aside: it neither supports nor denies the claim",
    "doubtful": "counts at the upper end only: it may be about another matter",
}

DISPUTES: Mapping[str, str] = {
    "number": "Numbers that cannot all hold",
    "date": "Dates that cannot all hold",
    "name": "Names that cannot all hold",
    "denial": "Asserted and denied",
    "quotation": "One utterance, quoted differently",
}

DISPUTE_TAGS: Mapping[str, str] = {
    "number": "numbers differ",
    "date": "dates differ",
    "name": "names differ",
    "denial": "denied",
    "quotation": "quotation altered",
}

CHANGES: Mapping[str, str] = {
    "reversed": "position reversed",
    "hedged": "position hedged",
    "hardened": "position hardened",
    "figure_changed": "figure changed",
}

# What the features of two statements mean, by the names that their reasons have.
FEATURES: Mapping[str, str] = {
    "bias": "two statements of one story are seldom the same: where every comparison starts",
    "meaning": "their words mean like things, to the sentence encoder",
    "sentence": "the sentences around them share words",
    "long articles": "their articles are long, so that two like statements are likelier to be two matters",
    "other matter": "they speak of different matters",
    "same verb": "they have the same verb",
    "other names": "they name different people, bodies or places",
    "same value": "their numbers or dates agree",
    "same figure": "they give the same figure, one that chance hardly repeats",
    "count of matter": "both give numbers of one kind on the same matter",
    "other value": "they give different values of one thing, as one claim told twice does",
    "other unit": "their numbers count different things",
    "one value": "only one of them gives a number",
    "other counted": "different things are counted",
    "far value": "their numbers lie far apart",
    "partial": "one number is of a part, the other of the whole",
    "other time": "they speak of different times",
    "two voices": "one article quotes two people in words of their own",
    "two counts": "one article gives two numbers that cannot both hold",
    "other event": "their numbers cannot both hold, and one is told of another time",
    "sum (log-odds)": "the sum, in log-odds; above 0 speaks for one claim",
}

OUTLETS_WORD = "an outlet’s word only"  # the tag of a claim whose roots are lines that name no source

RELATIONS: Mapping[str, str] = {
    "cites": "names it as its source",
    "wire-credit": "credits it for the article",
    "shared-passage": "shares a passage with it",
    "shared-quotation": "shares a quotation with it",
    "shared-detail": "shares a rare detail with it",
}


def interval(low: int, high: int) -> str:
    """Write an interval of counts as people read it: "2" or "1–3"."""
    return str(low) if low == high else f"{low}–{high}"


def many(number: int | str, noun: str) -> str:
    """Write a number with its noun: "1 outlet", "7 outlets", "1–3 roots", "2 stories"."""
    if str(number) == "1":
        return f"1 {noun}"
    return f"{number} {noun[:-1]}ies" if noun.endswith(("ry", "ty")) else f"{number} {noun}s"


def day(moment: str | None) -> str:
    """Write a moment as people read it, to the minute when it is that precise; "" for None."""
    return moment[:16].replace("T", " ") if moment else ""


def finding(
    publishers: int,
    documents: int,
    low: int,
    high: int,
    *,
    circular: bool,
    uncredited: bool = False,
    doubtful: int = 0,
) -> str:
    """Say in one sentence what counting found.

    Args:
        publishers: Outlets that carry the claim.
        documents: Articles that state it.
        low: Roots at the low end.
        high: Roots at the high end.
        circular: It rests on outlets that cite one another.
        uncredited: No counted statement names a source; each rests on an outlet's word.
        doubtful: Further outlets whose every statement may be about another matter.
    """
    if not publishers:
        return "No article states it in its own voice or through a source; what is here denies or questions it."
    articles = f", in {many(documents, 'article')}" if documents != publishers else ""
    carried = f"Reported by {many(publishers, 'outlet')}{articles}"
    if doubtful:
        carried += f", and by {doubtful} more if the words are about the same matter"
    if circular:
        return f"{carried}; they cite one another, and no root stands behind it."
    if uncredited:
        roots = many(interval(low, high), "root")
        return f"{carried}, traced to {roots} at most: no source is named beyond an outlet's own reporting."
    return f"{carried}, traced to {many(interval(low, high), 'independent root')}."


def short_finding(publishers: int, low: int, high: int, *, circular: bool, uncredited: bool) -> str:
    """Say what counting found in a few words, for margins, lists and feeds: "5 outlets, 1–2 roots"."""
    outlets = many(publishers, "outlet")
    if circular:
        return f"{outlets} citing one another, no root"
    if uncredited:
        return f"{outlets}, at most {many(high, 'root')}"
    return f"{outlets}, {many(interval(low, high), 'root')}"


def why_open(kinds: Sequence[tuple[str, bool, bool]]) -> str:
    """Say why the two ends of a count differ.

    Args:
        kinds: (kind as in what_it_adds, in_min, in_max) of every root that does not deny.
    """
    extra = [kind for kind, in_min, in_max in kinds if in_max and not in_min]
    reasons = []
    if "unnamed" in extra:
        reasons.append("unnamed sources may be the same person, or one of those named")
    if "named" in extra:
        reasons.append("several people speak for one organisation")
    if "doubtful" in extra:
        reasons.append("some statements may be about another matter")
    if "unattributed" in extra:
        reasons.append("some outlets name no source and may have found it out themselves")
    return f"The number stays open because {' and '.join(reasons)}." if reasons else ""


def what_it_adds(kind: str, *, in_min: bool, in_max: bool, uncredited: bool = False) -> str:
    """Say what one root adds to the count.

    Args:
        kind: named, unnamed, unattributed, circular, or doubtful where every statement of a source is.
        in_min: The low end of the range holds it.
        in_max: The high end holds it.
        uncredited: The claim has no other kind of root than lines that name no source.
    """
    if kind == "unattributed":
        own = "at most the outlet's own reporting"
        return own if uncredited or not in_max else f"{own}, so it may be one more root"
    if in_min and in_max:
        return "counts as a root"
    if in_max:
        return {
            "named": "one more root only where people of one organisation are counted apart",
            "unnamed": "one more root only if it is nobody counted already",
            "doubtful": "one more root only if these words are about the same matter",
        }.get(kind, "possibly one more root")
    if kind == "named":
        return "adds no root: one of its own people is counted"
    return "adds no root"
