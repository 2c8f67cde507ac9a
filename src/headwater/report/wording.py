"""The sentences of a page: counts, what a root adds, why a statement was set aside. Never "true" or "verified".

Imports: the standard library only.
"""

from collections.abc import Mapping, Sequence

ROOT_KINDS: Mapping[str, str] = {
    "named": "named source",
    "unnamed": "unnamed source",
    "unattributed": "no source given",
    "circular": "outlets citing one another",
}

RULES: Mapping[str, str] = {
    "named": "counted: it leads to a named source",
    "unnamed": "counted: it leads to an unnamed source",
    "unnamed-is-named": "counted with the named source that this unnamed one fits",
    "unattributed-line": "counted at the high end only: no source is given",
    "repeat-in-document": "set aside: the same article states this already",
    "line-gives-root": "set aside: the same reporting line gives a source elsewhere",
    "carrier-gives-root": "set aside: the outlet it comes from gives a source elsewhere",
    "document-gives-root": "set aside: the article gives a source elsewhere",
    "carries-another-root": "set aside: it passes on another root of this claim",
    "is-a-root-that-carries-another": "set aside: this source passes on another root of this claim",
    "circular": "set aside: the outlets cite one another",
    "without": "left out as asked",
    "no-position": "set aside: it neither supports nor denies the claim",
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

STANCES: Mapping[str, str] = {
    "support": "states it",
    "deny": "denies it",
    "decline": "declined to comment",
    "query": "asks",
    "comment": "comments",
}

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


def finding(publishers: int, documents: int, low: int, high: int, *, circular: bool) -> str:
    """Say in one sentence what counting found."""
    if not publishers:
        return "No article states it in its own voice or through a source; what is here denies or questions it."
    articles = f", in {many(documents, 'article')}" if documents != publishers else ""
    carried = f"Reported by {many(publishers, 'outlet')}{articles}"
    if circular:
        return f"{carried}; they cite one another, and no root stands behind it."
    return f"{carried}, traced to {many(interval(low, high), 'root')}."


def why_open(kinds: Sequence[tuple[str, bool, bool]]) -> str:
    """Say why the two ends of a count differ.

    Args:
        kinds: (kind, in_min, in_max) of every root that does not deny.
    """
    extra = [kind for kind, in_min, in_max in kinds if in_max and not in_min]
    reasons = []
    if "unnamed" in extra:
        reasons.append("unnamed sources may be the same person, or one of those named")
    if "named" in extra:
        reasons.append("several people speak for one organisation")
    if "unattributed" in extra:
        reasons.append("some articles give no source")
    return f"The number stays open because {' and '.join(reasons)}." if reasons else ""


def what_it_adds(kind: str, *, in_min: bool, in_max: bool) -> str:
    """Say what one root adds to the two ends of the count."""
    if in_min and in_max:
        return "counts at both ends"
    if in_max:
        reason = {
            "named": "speaks for an organisation already counted",
            "unnamed": "may be another of these roots",
            "unattributed": "may be an origin of its own",
        }.get(kind, "")
        return f"counts at the high end only: {reason}" if reason else "counts at the high end only"
    if kind == "named":
        return "adds nothing: one of its people stands for it"
    return "adds nothing to the count"
