"""Where statements of one claim cannot all hold: numbers, dates, names and denials.

method.md, "Disagreement and change": two values disagree only when their intervals do not meet; every value keeps its
statements, and through them its roots. Imports: records and this room only.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import combinations, pairwise

from headwater.claims.clock import is_clock
from headwater.claims.days import Day
from headwater.claims.denial import denies, is_negation_of
from headwater.claims.named import Printed, Rival, rival_names, rival_persons
from headwater.claims.profile import Profile
from headwater.claims.values import compare_values, dimension_of, in_base
from headwater.records import Discrepancy, DiscrepancyKind, DisputedValue, TimeExpression, Value, content_id

_HOLDS = frozenset({"support", "deny"})
_SAME_MATTER_DAYS = 366  # further apart, a date names another event in passing
_MIN_SHARED = 3
# Share of their stems that statements have in common which differ in their date alone.
_ALIKE = 0.6
_MONTHS = "January February March April May June July August September October November December".split()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A statement's profile with its document's text and time, the times its words give and the days they name.

    Attributes:
        text: Document.text of its document, for the words as printed.
        published: When its document was published, if known.
        times: The times inside its span.
        days: The calendar days its words name.
    """

    profile: Profile
    text: str
    published: datetime | None
    times: tuple[TimeExpression, ...]
    days: tuple[Day, ...] = ()


def find_discrepancies(claim_id: str, members: Sequence[Dated]) -> tuple[Discrepancy, ...]:
    """Return the disagreements within one claim.

    A number disagrees once for each dimension, names once for each set of rivals, a date and a denial once.

    Args:
        claim_id: The claim the statements belong to.
        members: Its statements in order of publication.
    """
    found = [
        *_numbers(claim_id, members),
        _dates(claim_id, members) or _days(claim_id, members) or _clocks(claim_id, members),
        *_names(claim_id, members),
        _denial(claim_id, members),
    ]
    return tuple(discrepancy for discrepancy in found if discrepancy is not None)


def _numbers(claim_id: str, members: Sequence[Dated]) -> list[Discrepancy]:
    """Counts and measures that stand apart; a part ("70 others") does not disagree with a whole."""
    by_dimension: dict[tuple[str, bool], list[Dated]] = {}
    for member in members:
        value = member.profile.statement.value
        if (
            value is not None
            and member.profile.statement.stance in {"support", "doubtful"}
            and not is_clock(value.unit)
        ):
            by_dimension.setdefault((dimension_of(value), member.profile.partial), []).append(member)
    found: dict[str, Discrepancy] = {}
    for (dimension, _), valued in sorted(by_dimension.items(), key=lambda item: item[0]):
        groups = _group_values(valued)
        if dimension not in found and any(_apart(a, b) for a, b in combinations(groups, 2)):
            unit = _value(groups[0][0]).unit or dimension
            found[dimension] = _make(claim_id, "number", unit, _worded(groups), "values-apart")
    return list(found.values())


def _clocks(claim_id: str, members: Sequence[Dated]) -> Discrepancy | None:
    """Times of day that cannot both hold; the same figures in two zones are a slip that copies carry on."""
    timed = [m for m in members if (value := m.profile.statement.value) is not None and is_clock(value.unit)]
    groups = _group_values(timed)
    if not any(_apart(a, b) for a, b in combinations(groups, 2)):
        return None
    return _make(claim_id, "date", "time of day", _worded(groups), "times-of-day-apart")


def _value(member: Dated) -> Value:
    value = member.profile.statement.value
    if value is None:
        raise ValueError(member.profile.statement.statement_id)
    return value


def _group_values(valued: Sequence[Dated]) -> list[list[Dated]]:
    """Put statements with the same bounds in one dimension together, in order of first appearance."""
    groups: dict[tuple[float | None, float | None, str], list[Dated]] = {}
    for member in valued:
        groups.setdefault(in_base(_value(member)), []).append(member)
    return list(groups.values())


def _worded(groups: Sequence[list[Dated]]) -> list[tuple[str, list[Dated]]]:
    return [(_value(group[0]).text, group) for group in groups]


def _apart(left: Sequence[Dated], right: Sequence[Dated]) -> bool:
    return compare_values(_value(left[0]), _value(right[0])) == "apart"


def _dates(claim_id: str, members: Sequence[Dated]) -> Discrepancy | None:
    """Statements that date the matter to spans of days more than a day apart: time zones explain one day."""
    groups: dict[tuple[str, str], list[Dated]] = {}
    for member in members:
        for time in member.times:
            if time.timex_type in {"date", "range"}:
                groups.setdefault((time.begin, time.end), []).append(member)
                break
    spans = list(groups)
    if not any(
        (apart := _days_apart(a, b)) > 1 and (apart <= _SAME_MATTER_DAYS or _worded_alike(groups[a], groups[b]))
        for a, b in combinations(spans, 2)
    ):
        return None

    values = [(f"{begin} – {end}", group) for (begin, end), group in groups.items()]
    return _make(claim_id, "date", "day", values, "days-apart")


def _worded_alike(left: Sequence[Dated], right: Sequence[Dated]) -> bool:
    """Tell whether two statements say the same but for when: "the strongest since 1998", "the strongest since 1988"."""
    return any(
        len(a.profile.stems & b.profile.stems) >= max(_MIN_SHARED, _ALIKE * len(a.profile.stems | b.profile.stems))
        for a in left
        for b in right
    )


def _days(claim_id: str, members: Sequence[Dated]) -> Discrepancy | None:
    """Calendar days that differ, named in words: what articles without a date of their own can disagree about."""
    groups: dict[Day, list[Dated]] = {}
    for member in members:
        if len(member.days) == 1 and member.profile.statement.stance == "support":
            groups.setdefault(member.days[0], []).append(member)
    tied = any(
        a.profile.stems & b.profile.stems and a.profile.statement.doc_id != b.profile.statement.doc_id
        for left, right in combinations(groups.values(), 2)
        for a in left
        for b in right
    )
    if not tied:
        return None

    values = [(f"{_MONTHS[month - 1]} {day}", group) for (month, day), group in groups.items()]
    return _make(claim_id, "date", "day", values, "named-days-differ")


def _days_apart(left: tuple[str, str], right: tuple[str, str]) -> int:
    later, earlier = max(left[0], right[0]), min(left[1], right[1])
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days


def _names(claim_id: str, members: Sequence[Dated]) -> list[Discrepancy]:
    """Names that cannot all hold; nouns for persons are compared only where no names differ."""
    told = [Printed(member.profile, member.text) for member in members]
    found, rule = rival_names(told), "one-slot-differs"
    if not found:
        found, rule = rival_persons(told), "persons-differ"
    return [_disputed_names(claim_id, members, rivals, rule) for rivals in found]


def _disputed_names(claim_id: str, members: Sequence[Dated], rivals: Sequence[Rival], rule: str) -> Discrepancy:
    values = [(rival.words, [members[k] for k in rival.holders]) for rival in rivals]
    # A claim can have several of this kind: what they are about tells them apart.
    return _make(claim_id, "name", "", values, rule, *sorted(rival.key for rival in rivals))


def _denial(claim_id: str, members: Sequence[Dated]) -> Discrepancy | None:
    """Somebody denies what another asserts; a negated wording of the same words counts as a denial of them."""
    asserting = [m for m in members if not denies(m.profile) and m.profile.statement.stance in _HOLDS]
    denying = [
        m
        for m in members
        if denies(m.profile)
        and (m.profile.statement.stance == "deny" or any(is_negation_of(m.profile, o.profile) for o in asserting))
    ]
    if not denying or not asserting:
        return None
    values = [("asserted", asserting), ("denied", denying)]
    return _make(claim_id, "denial", "", values, "one-denies-another-asserts")


def _make(
    claim_id: str, kind: DiscrepancyKind, unit: str, values: Sequence[tuple[str, list[Dated]]], rule: str, *about: str
) -> Discrepancy:
    return Discrepancy(
        discrepancy_id=content_id("dis", claim_id, kind, unit, *about),
        claim_id=claim_id,
        kind=kind,
        unit=unit,
        values=tuple(
            DisputedValue(value=words, statement_ids=tuple(m.profile.statement.statement_id for m in holders))
            for words, holders in values
        ),
        over_time=kind == "number" and _explained_by_time([holders for _, holders in values]),
        rule=rule,
    )


def _explained_by_time(groups: Sequence[Sequence[Dated]]) -> bool:
    """A later publication explains the difference: values never fall from one publication to the next."""
    dated = [(m.published, _lower(m)) for group in groups for m in group if m.published is not None]
    if len(dated) < sum(len(group) for group in groups) or len({moment for moment, _ in dated}) < 2:
        return False
    ordered = [low for _, low in sorted(dated, key=lambda item: (item[0], item[1]))]
    return all(a <= b for a, b in pairwise(ordered))


def _lower(member: Dated) -> float:
    value = _value(member)
    return value.lower if value.lower is not None else (value.upper or 0.0)
