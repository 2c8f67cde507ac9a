"""The one table of what number words mean as intervals, and how it is applied.

Each row: the words (alternatives separated by |), where they stand, the lower and upper bound as factors of the number
(None: open) and the modifier. Vague rows carry their bounds as numbers. Imports: records and the standard library only.
"""

from typing import Literal, NamedTuple

from headwater.records import Modifier

Place = Literal["before", "after", "alone"]
Interval = tuple[float | None, float | None]


class Row(NamedTuple):
    """One line of the table."""

    words: str
    place: Place
    lower: float | None
    upper: float | None
    modifier: Modifier


TABLE: tuple[Row, ...] = (
    Row(
        "exactly|precisely|just|only|a total of|in total|another|a further|an additional|fully",
        "before", 1.0, 1.0, "exact",
    ),
    Row(
        "about|some|roughly|around|approximately|approx|approx .|circa|c .|ca .|~|≈|an estimated|estimated|"
        "in the region of|in the neighborhood of|in the neighbourhood of|in the order of|on the order of|"
        "somewhere around|or so|something like|give or take",
        "before", 0.9, 1.1, "about",
    ),
    Row("or so|or thereabouts|- ish|ish|approximately|, give or take|give or take", "after", 0.9, 1.1, "about"),
    Row(
        "nearly|almost|just under|close to|nearing|approaching|not quite|just short of|just shy of|just below|"
        "slightly less than|a little less than|slightly under|a little under|slightly fewer than|slightly below|"
        "little short of|practically|virtually",
        "before", 0.9, 1.0, "about",
    ),
    Row(
        "just over|just above|slightly more than|a little more than|little more than|a little over|slightly over|"
        "slightly above|just more than|a bit more than|a bit over|barely more than",
        "before", 1.0, 1.1, "about",
    ),
    Row(
        "at least|at the very least|more than|over|well over|above|well above|no fewer than|no less than|not less than|"
        "not fewer than|upwards of|upward of|in excess of|a minimum of|minimum|minimum of|exceeding|exceeded|exceeds|"
        "exceed|topping|topped|tops|north of|better than|greater than|higher than|far more than|many more than|"
        "much more than|well more than|beyond|surpassing|surpassed|longer than|older than|larger than|> =|>|≥|"
        "as few as|far over|bigger than|taller than|deeper than|heavier than|passed|"
        "significantly more than|considerably more than",
        "before", 1.0, None, "at_least",
    ),
    Row("or more|- plus|plus|+|and over|or over|and above|or above|or greater|or higher|and more|and counting|at least|"
        "at a minimum|or older|or longer|and up", "after", 1.0, None, "at_least"),
    Row(
        "up to|as many as|as much as|under|well under|fewer than|less than|at most|at the most|no more than|"
        "not more than|a maximum of|maximum|maximum of|below|well below|not exceeding|lower than|"
        "fewer|smaller than|shorter than|"
        "far fewer than|far less than|as high as|as long as|as far as|as large as|as deep as|younger than|"
        "within|not over|< =|<|≤|south of|much less than|no longer than|no greater than|no higher than|up to a|"
        "no larger than|much fewer than|many fewer than",
        "before", None, 1.0, "at_most",
    ),
    Row(
        "or fewer|or less|or under|and under|at most|at the most|at maximum|or below|or lower|"
        "or younger|tops|max|maximum",
        "after", None, 1.0, "at_most",
    ),
    Row("handful", "alone", 3, 9, "range"),
    Row("couple", "alone", 2, 2, "about"),
    Row("dozens", "alone", 24, 99, "range"),
    Row("scores", "alone", 40, 99, "range"),
    Row("tens", "alone", 10, 99, "range"),
    Row("hundreds", "alone", 100, 999, "range"),
    Row("thousands", "alone", 1_000, 9_999, "range"),
    Row("millions", "alone", 1_000_000, 9_999_999, "range"),
    Row("billions", "alone", 1_000_000_000, 9_999_999_999, "range"),
    Row("trillions", "alone", 1_000_000_000_000, 9_999_999_999_999, "range"),
    Row("no|zero", "alone", 0, 0, "exact"),
)  # fmt: skip

_BEFORE = {words: row for row in TABLE if row.place == "before" for words in row.words.split("|")}
_AFTER = {words: row for row in TABLE if row.place == "after" for words in row.words.split("|")}
ALONE = {words: row for row in TABLE if row.place == "alone" for words in row.words.split("|")}
# Words that close a bound in front of a number; most numbers have none, so most look-ups end here.
BEFORE_ENDINGS = frozenset(words.rsplit(" ", 1)[-1] for words in _BEFORE)
AFTER_OPENINGS = frozenset(words.split(" ", 1)[0] for words in _AFTER)
LONGEST = max(words.count(" ") + 1 for words in (*_BEFORE, *_AFTER))


def bound_before(words: str) -> Row | None:
    """Return the row for words that stand before a number, or None."""
    return _BEFORE.get(words)


def bound_after(words: str) -> Row | None:
    """Return the row for words that stand behind a number, or None."""
    return _AFTER.get(words)


def apply_bound(row: Row, lower: float, upper: float) -> Interval:
    """Return the interval of a bounded number; an upper bound alone starts at zero, a lower bound alone is open.

    Args:
        row: A row of the table with place "before" or "after".
        lower: The number itself, or the lower end of the range that is bounded.
        upper: The number itself, or the upper end.
    """
    if row.modifier == "at_least":
        return lower, None
    if row.modifier == "at_most":
        return 0.0, upper
    return tidy(lower * (row.lower or 1.0)), tidy(upper * (row.upper or 1.0))


def tidy(value: float) -> float:
    """Return a value without the dust of binary arithmetic: twelve significant digits."""
    return float(f"{value:.12g}")
