"""annotate_quantities: bounds, units, what is counted, names left alone, hostile input finished."""

import itertools
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from headwater.annotation import annotate_quantities
from headwater.records import Document

Maker = Callable[..., Document]
Growth = Callable[[Callable[[Document], object], str], float]

CASES: dict[str, tuple[str, str, float | None, float | None, str, str, str]] = {
    "exact": ("27 drones fell.", "27", 27, 27, "", "drones", "exact"),
    "about": ("Some 380 boats sank.", "Some 380", 342, 418, "", "boats", "about"),
    "nearly": ("Nearly 90 boats sank.", "Nearly 90", 81, 90, "", "boats", "about"),
    "just-over": ("Just over 100 boats sank.", "Just over 100", 100, 110, "", "boats", "about"),
    "at-least": ("At least two million users left.", "At least two million", 2e6, None, "", "users", "at_least"),
    "glued-million": ("It hit over 2m Marlin users.", "over 2m", 2e6, None, "", "users", "at_least"),
    "at-most": ("As many as 40 men left.", "As many as 40", 0, 40, "", "men", "at_most"),
    "range": ("Between 20 and 30 shots rang.", "Between 20 and 30", 20, 30, "", "shots", "range"),
    "shared-scale": ("$3-4 billion went.", "$3-4 billion", 3e9, 4e9, "USD", "", "range"),
    "handful": ("A handful of shops opened.", "A handful", 3, 9, "", "shops", "range"),
    "several-dozen": ("Several dozen cars burned.", "Several dozen", 24, 99, "", "cars", "range"),
    "tens-of-thousands": ("Tens of thousands of fans came.", "Tens of thousands", 1e4, 99_999, "", "fans", "range"),
    "odd": ("Thirty-odd boats sailed.", "Thirty-odd", 30, 39, "", "boats", "range"),
    "couple": ("A couple of bags were left.", "A couple", 2, 2, "", "bags", "about"),
    "none": ("No casualties were reported.", "No", 0, 0, "", "casualties", "exact"),
    "one-in-five": ("One in five wells is dry.", "One in five", 0.2, 0.2, "ratio", "wells", "exact"),
    "two-thirds": ("Two-thirds of members agreed.", "Two-thirds", 0.667, 0.667, "ratio", "members", "exact"),
    "doubled": ("Exports doubled.", "doubled", 2, 2, "times", "", "exact"),
    "lakh": ("Two lakh farmers marched.", "Two lakh", 200_000, 200_000, "", "farmers", "exact"),
    "crore-of-money": ("It cost Rs 5 crore.", "Rs 5 crore", 5e7, 5e7, "INR", "", "exact"),
    "loose-magnitude": ("The 6. 1 - magnitude quake hit.", "6. 1 - magnitude", 6.1, 6.1, "magnitude", "", "exact"),
    "loose-thousands": ("About 1, 500 houses fell.", "About 1, 500", 1350, 1650, "", "houses", "about"),
    "glued-unit": ("A range of more than 1600km.", "more than 1600km", 1600, None, "km", "", "at_least"),
    "percent": ("Roughly 0.2 percent of users.", "Roughly 0.2 percent", 0.18, 0.22, "percent", "users", "about"),
    "article": ("Less than a week remains.", "Less than a week", 0, 1, "week", "", "at_most"),
    "money-range": ("It cost between £3m and £4m.", "between £3m and £4m", 3e6, 4e6, "GBP", "", "range"),
    "none-of": ("None of the riders fell.", "None", 0, 0, "", "riders", "exact"),
    "nobody": ("Nobody was hurt.", "Nobody", 0, 0, "", "", "exact"),
    "not-one": ("Not one call was answered.", "Not one", 0, 0, "", "call", "exact"),
    "pair": ("A pair of gunmen fled.", "A pair", 2, 2, "", "gunmen", "exact"),
    "digits-in-the-plural": ("100s of people came.", "100s", 100, 999, "", "people", "range"),
    "glued-degrees": ("It was -7C in Velm.", "-7C", -7, -7, "celsius", "", "exact"),
    "pence": ("Milk is 85p.", "85p", 85, 85, "penny", "", "exact"),
    "headline": ("Quake Kills 24 in Velm", "24", 24, 24, "", "", "exact"),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_quantity_is(make_document: Maker, case: tuple[str, str, float | None, float | None, str, str, str]) -> None:
    text, words, lower, upper, unit, counted, modifier = case
    (found,) = annotate_quantities(make_document(text))
    assert (found.span.quote(text), found.unit, found.counted, found.modifier) == (words, unit, counted, modifier)
    assert found.lower == (lower if lower is None else pytest.approx(lower))
    assert found.upper == (upper if upper is None else pytest.approx(upper))


TRAPS: dict[str, str] = {
    "models": "A Boeing 737 and an Airbus A320 were parked beside F-16 jets.",
    "groups-and-articles": "The G7 cited Article 5.",
    "event": "It was worse than 9/11.",
    "house-number": "She lives at 14 Harbour Lane.",
    "years": "It began in 2014 and ended in 2019.",
    "telephone": "Call 555-0142 or +44 20 7946 0958.",
    "score": "Velm beat Osterby 3-1.",
    "version": "Version 2.0.1 shipped on Windows 10.",
    "drone-names": "Shahed-136 and Mohajer-6 drones fell.",
    "clock": "It struck at 7: 37 AM.",
    "pronoun": "One of them left, no longer sure, one after another.",
    "article-is-no-count": "A child died in the flood.",
    "ordinal": "He was the third man on the moon.",
    "age-in-apposition": "A man, 34, and Piet Arran, 45, were held.",
    "birthday": "He turned 40 at home.",
    "free-phone": "Call 0800 555 111.",
    "sub-section": "The court cited Rule 14(2).",
    "at-one-point": "At one point one of the men turned round.",
    "ago": "He left three weeks ago.",
}


@pytest.mark.parametrize("text", TRAPS.values(), ids=TRAPS)
def test_these_count_nothing(make_document: Maker, text: str) -> None:
    assert annotate_quantities(make_document(text)) == ()


@given(
    st.lists(st.sampled_from(["1", "two", "at least", "-", " million", "of a", "$", "%", ",", ". ", "to", "dozens"]))
)
def test_spans_are_in_order_and_do_not_overlap(make_document: Maker, parts: list[str]) -> None:
    text = " ".join(parts)
    found = annotate_quantities(make_document(text))
    assert all(q.span.quote(text) for q in found)
    assert all(left.span.end <= right.span.start for left, right in itertools.pairwise(found))
    assert all(q.lower is None or q.upper is None or q.lower <= q.upper for q in found)


@example(text="¹-0")
@given(text=st.text(max_size=200))
def test_any_text_is_read(make_document: Maker, text: str) -> None:
    assert all(q.span.quote(text) for q in annotate_quantities(make_document(text)))


PUMPS = ("1 ", "1", "1,000,", "one hundred and ", "million ", "at least more than ", "1-", "two-thirds of a ", "$",
         "1, 500 . ",
         "1/", "half a ", "R500 ", "two, one was ", "over two years ", "5p to ", "12 000 ", "call 116 123 ", "one-in-",
         "down 3 to 5 per cent ")  # fmt: skip


@pytest.mark.parametrize("unit", PUMPS)
def test_hostile_repetition_ends_with_quantities_that_fit(make_document: Maker, unit: str) -> None:
    text = unit * 2_000
    found = annotate_quantities(make_document(text))
    assert all(q.span.quote(text) for q in found)
    assert all(left.span.end <= right.span.start for left, right in itertools.pairwise(found))


@pytest.mark.parametrize("unit", PUMPS)
def test_work_grows_as_the_text_does(growth: Growth, unit: str) -> None:
    assert growth(annotate_quantities, unit) < 2.05
