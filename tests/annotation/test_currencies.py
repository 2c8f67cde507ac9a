"""currency_before and what annotate_quantities makes of it: letters that are money, and roads, masks and forms."""

from collections.abc import Callable

import pytest

from headwater.annotation import annotate_quantities
from headwater.annotation.currencies import currency_before, money_at
from headwater.annotation.words import split_words
from headwater.records import Document

Maker = Callable[..., Document]

MONEY: dict[str, tuple[str, str, float, str]] = {
    "dollar-letters": ("A kiosk took C$40.", "C$40", 40, "CAD"),
    "jamaica": ("The draw paid J$3 million.", "J$3 million", 3e6, "JMD"),
    "shilling": ("A surety of Sh75,000 was set.", "Sh75,000", 75_000, "KES"),
    "shilling-apart": ("Each got Sh 900 for lunch.", "Sh 900", 900, "KES"),
    "shilling-point": ("They pledged KSh. 4 million.", "KSh. 4 million", 4e6, "KES"),
    "uganda": ("It cost UShs6bn.", "UShs6bn", 6e9, "UGX"),
    "rand": ("He banked R7,500.", "R7,500", 7_500, "ZAR"),
    "rand-and-cents": ("Bread is R18.99.", "R18.99", 18.99, "ZAR"),
    "rand-comma": ("The dam cost R1,4 billion.", "R1,4 billion", 1.4e9, "ZAR"),
    "rand-blanks": ("She owes R12 500.", "R12 500", 12_500, "ZAR"),
    "rand-a-month": ("The R420 a month grant ends.", "R420", 420, "ZAR"),
    "naira": ("A tuber goes for N9,000.", "N9,000", 9_000, "NGN"),
    "naira-ungrouped": ("He was bribed with N5000.", "N5000", 5_000, "NGN"),
    "naira-note": ("The N500 note is rare.", "N500", 500, "NGN"),
    "peso": ("The vendor wanted P1,150.", "P1,150", 1_150, "PHP"),
    "peso-hyphen": ("The P3.1-billion port opened.", "P3.1-billion", 3.1e9, "PHP"),
    "peso-fare": ("The fare is P14.", "P14", 14, "PHP"),
    "kwacha": ("A bag of meal is K290.", "K290", 290, "ZMW"),
    "cedi": ("They paid GH¢65.", "GH¢65", 65, "GHS"),
    "cedi-sign": ("They paid GH₵2.2m.", "GH₵2.2m", 2.2e6, "GHS"),
    "ringgit": ("Dumping brings RM500.", "RM500", 500, "MYR"),
    "ringgit-mil": ("The haul was RM1.6mil.", "RM1.6mil", 1.6e6, "MYR"),
    "leone": ("A cup is Le150 a head.", "Le150", 150, "SLE"),
    "taka": ("Onions are Tk 95.", "Tk 95", 95, "BDT"),
    "rupee": ("The token fine was Re 1.", "Re 1", 1, "INR"),
    "birr-behind": ("A sack is 3,900 birr.", "3,900 birr", 3_900, "ETB"),
    "birr-before": ("A sack is Birr 3,900.", "Birr 3,900", 3_900, "ETB"),
    "franc": ("The fine is 60,000 CFA francs.", "60,000 CFA francs", 60_000, "CFA"),
    "sol": ("He paid S/300.", "S/300", 300, "PEN"),
}


@pytest.mark.parametrize(("text", "words", "value", "unit"), MONEY.values(), ids=MONEY)
def test_letters_before_a_number_are_money(
    make_document: Maker, text: str, words: str, value: float, unit: str
) -> None:
    (found,) = annotate_quantities(make_document(text))
    assert (found.span.quote(text), found.lower, found.upper, found.unit) == (words, value, value, unit)


NAMES = (
    "A bus left the R72 near the N6 and the K43.", "Traffic on the N12 toll road stood still.", "Wear an N95 mask.",
    "Send the P60 with the P45.", "Print it on A4.", "They left K2 with K9 dogs.",
    "Vitamin B12 and the R22 helicopter.",
    "Try 5 of them.", "SHS 2 pupils rested.",
)  # fmt: skip


@pytest.mark.parametrize("text", NAMES)
def test_letters_before_a_number_are_names(make_document: Maker, text: str) -> None:
    assert annotate_quantities(make_document(text)) == ()


def test_a_sum_nearby_makes_a_small_one_money(make_document: Maker) -> None:
    text = "The licence went from R2,400 to R900, but the R900 pills stayed."
    assert [q.span.quote(text) for q in annotate_quantities(make_document(text))] == ["R2,400", "R900"]


def test_a_range_has_its_letters_twice(make_document: Maker) -> None:
    text = "It would cost between R3 billion and R4 billion."
    (found,) = annotate_quantities(make_document(text))
    assert (found.lower, found.upper, found.unit) == (3e9, 4e9, "ZAR")


@pytest.mark.parametrize(
    ("text", "index", "found"), [("US$5", 2, ("USD", 0)), ("Rs. 5", 2, ("INR", 0)), ("about 5", 1, None)]
)
def test_currency_before_is(text: str, index: int, found: tuple[str, int] | None) -> None:
    assert currency_before(split_words(text), index) == found


@pytest.mark.parametrize(("text", "found"), [("GH¢80 each", (2, "GHS")), ("$ 80", (1, "USD")), ("the 80", None)])
def test_money_begins_at(text: str, found: tuple[int, str] | None) -> None:
    assert money_at(split_words(text), 0) == found
