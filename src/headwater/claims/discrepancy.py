"""Where statements of one claim cannot all hold: numbers, dates, names and denials.

method.md, "Disagreement and change": two values disagree only when their intervals do not meet; every value keeps its
statements, and through them its roots. Imports: records and this room only.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import combinations, pairwise

from rapidfuzz.fuzz import ratio

from headwater.claims.clock import is_clock
from headwater.claims.days import Day
from headwater.claims.denial import denies, is_negation_of
from headwater.claims.persons import differing_persons, persons_in
from headwater.claims.profile import Profile
from headwater.claims.values import compare_values, dimension_of, in_base
from headwater.lexicon.countries import country_of
from headwater.lexicon.matters import stem
from headwater.records import Discrepancy, DiscrepancyKind, DisputedValue, TimeExpression, Value, content_id

# Words that cannot change places without changing the matter, though they are no names.
_DIRECTIONS = "north south east west northern southern eastern western left right".split()
_OPPOSED = frozenset(stem(word) for word in _DIRECTIONS)
_MAX_SLOT_WORDS = 3
_HOLDS = frozenset({"support", "deny"})
_SAME_MATTER_DAYS = 366  # further apart, a date names another event in passing
_MIN_FRAME_STEMS = 3
_MIN_NAME_CHARS = 5
_NEARLY_EQUAL = 75.0
# Share of their stems that statements have in common which differ in their date alone.
_ALIKE = 0.6
_MONTHS = "January February March April May June July August September October November December".split()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A statement's profile with when its document was published, the times its words give and the days they name."""

    profile: Profile
    published: datetime | None
    times: tuple[TimeExpression, ...]
    days: tuple[Day, ...] = ()


def find_discrepancies(claim_id: str, members: Sequence[Dated]) -> tuple[Discrepancy, ...]:
    """Return the disagreements within one claim: at most one of each kind, and one number for each dimension.

    Args:
        claim_id: The claim the statements belong to.
        members: Its statements in order of publication.
    """
    found = [
        *_numbers(claim_id, members),
        _dates(claim_id, members) or _days(claim_id, members) or _clocks(claim_id, members),
        _names(claim_id, members) or _persons(claim_id, members),
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
            found[dimension] = _make(claim_id, "number", unit, groups, lambda m: _value(m).text, "values-apart")
    return list(found.values())


def _clocks(claim_id: str, members: Sequence[Dated]) -> Discrepancy | None:
    """Times of day that cannot both hold; the same figures in two zones are a slip that copies carry on."""
    timed = [m for m in members if (value := m.profile.statement.value) is not None and is_clock(value.unit)]
    groups = _group_values(timed)
    if not any(_apart(a, b) for a, b in combinations(groups, 2)):
        return None
    return _make(claim_id, "date", "time of day", groups, lambda m: _value(m).text, "times-of-day-apart")


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

    def words(member: Dated) -> str:
        return f"{member.times[0].begin} – {member.times[0].end}"

    return _make(claim_id, "date", "day", list(groups.values()), words, "days-apart")


def _worded_alike(left: Sequence[Dated], right: Sequence[Dated]) -> bool:
    """Tell whether two statements say the same but for when: "the strongest since 1998", "the strongest since 1988"."""
    return any(
        len(a.profile.stems & b.profile.stems) >= max(_MIN_FRAME_STEMS, _ALIKE * len(a.profile.stems | b.profile.stems))
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

    def words(member: Dated) -> str:
        return f"{_MONTHS[member.days[0][0] - 1]} {member.days[0][1]}"

    return _make(claim_id, "date", "day", list(groups.values()), words, "named-days-differ")


def _days_apart(left: tuple[str, str], right: tuple[str, str]) -> int:
    later, earlier = max(left[0], right[0]), min(left[1], right[1])
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days


def _names(claim_id: str, members: Sequence[Dated]) -> Discrepancy | None:
    """Statements alike but for one slot that names another thing: "south of Bireun", "west of Bireun"."""
    slots: dict[str, list[Dated]] = {}
    for left, right in combinations(members, 2):
        if left.profile.statement.doc_id == right.profile.statement.doc_id:
            continue
        pair = (
            _opposed_directions(left.profile, right.profile)
            or _differing_slot(left.profile, right.profile)
            or _spelt_apart(left.profile, right.profile)
        )
        for words, member in zip(pair, (left, right), strict=True) if pair else ():
            holders = slots.setdefault(words, [])
            if member not in holders:
                holders.append(member)
    if len(slots) < 2:
        return None
    words_of = {id(member): words for words, holders in slots.items() for member in holders}
    return _make(claim_id, "name", "", list(slots.values()), lambda m: words_of[id(m)], "one-slot-differs")


def _opposed_directions(left: Profile, right: Profile) -> tuple[str, str] | None:
    """Return the directions when two statements place one thing on different sides of one named place."""
    a, b = left.stems & _OPPOSED, right.stems & _OPPOSED
    if len(a) != 1 or len(b) != 1 or a == b or not left.names & right.names:
        return None
    return next(iter(a)), next(iter(b))


def _differing_slot(left: Profile, right: Profile) -> tuple[str, str] | None:
    """Return the differing stems when all else agrees in order and both sides are names, else None.

    A name and its short form ("Internet Explorer", "IE") are no disagreement.
    """
    a, b = left.order, right.order
    head = 0
    while head < min(len(a), len(b)) and a[head] == b[head]:
        head += 1
    tail = 0
    while tail < min(len(a), len(b)) - head and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    slot_a, slot_b = a[head : len(a) - tail], b[head : len(b) - tail]
    if head + tail < _MIN_FRAME_STEMS or not slot_a or not slot_b:
        return None
    if max(len(slot_a), len(slot_b)) > _MAX_SLOT_WORDS or not _are_names(slot_a, left) or not _are_names(slot_b, right):
        return None
    initials = ["".join(word[0] for word in slot) for slot in (slot_a, slot_b)]
    if initials[0] == "".join(slot_b) or initials[1] == "".join(slot_a):
        return None
    if _one_country(" ".join(slot_a), " ".join(slot_b)):
        return None
    return " ".join(slot_a), " ".join(slot_b)


def _persons(claim_id: str, members: Sequence[Dated]) -> Discrepancy | None:
    """Statements that tell of as many persons, one of whom cannot be the same ("a woman", "a young boy")."""
    told = [(member, persons_in(member.profile.order)) for member in members]
    for (left, ours), (right, theirs) in combinations([pair for pair in told if pair[1]], 2):
        differing = differing_persons(ours, theirs)
        if differing is None or left.profile.statement.doc_id == right.profile.statement.doc_id:
            continue
        groups = [[member for member, persons in told if word in persons] for word in differing]
        words = {id(m): word for word, holders in zip(differing, groups, strict=True) for m in holders}
        return _make(claim_id, "name", "", groups, lambda m, words=words: words[id(m)], "persons-differ")  # type: ignore[misc]
    return None


def _spelt_apart(left: Profile, right: Profile) -> tuple[str, str] | None:
    """Return two names that differ by a slip ("Adeline", "Adelaide"): nearly equal, and each only on its side."""
    for ours in sorted(left.names - right.context):
        for theirs in sorted(right.names - left.context):
            long_enough = min(len(ours), len(theirs)) >= _MIN_NAME_CHARS
            if (
                long_enough
                and ours[0] == theirs[0]
                and ratio(ours, theirs) >= _NEARLY_EQUAL
                and not _inflected(ours, theirs)
            ):
                return ours, theirs
    return None


def _inflected(left: str, right: str) -> bool:
    short, long = sorted((left, right), key=len)
    return long.startswith(short) or _one_country(left, right)


def _one_country(left: str, right: str) -> bool:
    """Tell whether two names mean one country ("Canada", "Canadian")."""
    return country_of(left) is not None and country_of(left) == country_of(right)


def _are_names(slot: Sequence[str], profile: Profile) -> bool:
    return set(slot) <= profile.names


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
    state: Mapping[bool, str] = {True: "denied", False: "asserted"}
    groups = [asserting, denying]
    return _make(claim_id, "denial", "", groups, lambda m: state[denies(m.profile)], "one-denies-another-asserts")


def _make(
    claim_id: str, kind: DiscrepancyKind, unit: str, groups: list[list[Dated]], words: Callable[[Dated], str], rule: str
) -> Discrepancy:
    values = tuple(
        DisputedValue(value=words(group[0]), statement_ids=tuple(m.profile.statement.statement_id for m in group))
        for group in groups
    )
    return Discrepancy(
        discrepancy_id=content_id("dis", claim_id, kind, unit),
        claim_id=claim_id,
        kind=kind,
        unit=unit,
        values=values,
        over_time=kind == "number" and _explained_by_time(groups),
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
