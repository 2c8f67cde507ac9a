"""Weekdays as days and as names: people, papers, clubs, chants; the style without "on" stays a day."""

from collections.abc import Callable

import pytest

from headwater.annotation import annotate_times
from headwater.records import Document

Maker = Callable[..., Document]

NAMES: dict[str, str] = {
    "title": "Retired Justice Monday Ehiosu wrote the report.",
    "lower-title": "The driver, inspector Friday Bello of the port police, fled.",
    "apposition": "The 34-year-old trader, Monday Igwe, was remanded.",
    "office": "The goalkeeper Sunday Adaka saved a penalty.",
    "named": "The deceased, identified as Friday Okon, was a welder.",
    "one-somebody": "A panel freed one Sunday Eze.",
    "middle-name": "Godwin Sunday, 34, was charged with theft.",
    "only-name": "Friday, 34, a trader, was held.",
    "age-behind": "The court jailed Monday Okoro, 27, for theft.",
    "pair": "The brothers Sunday and Monday Okoro were freed.",
    "nickname": 'Sen. Rodrigo "Sunday" Velarde cast his ballot.',
    "chant": 'Supporters shouted "Sunday! Sunday!" at the gate.',
    "man-friday": '"Man Friday", as the aide is known, said nothing.',
    "paper": "She told the Sunday Courier that he had gone.",
    "paper-of-two-words": "The Sunday Business Ledger and the Sunday Business Post ran it.",
    "group": "The Monday Group bought the mill.",
    "club": "Marbury Wednesday came from behind to win 2-1 at Ashgate.",
    "club-and-manager": "Carlow Wednesday manager Ted Pike resigned.",
    "programme": "He spoke on the Velm Channel's Sunday Morning Futures.",
    "film": 'They saw "Friday the 13th" at the Rex.',
}


@pytest.mark.parametrize("text", NAMES.values(), ids=NAMES)
def test_these_are_names(make_document: Maker, text: str) -> None:
    assert annotate_times(make_document(text)) == ()


# Read from Thursday 17 November 2022.
DAYS: dict[str, tuple[str, str]] = {
    "said-that-somebody": ("Police said Monday Smith had left.", "2022-11-14"),
    "said": ("The company said Tuesday it would close.", "2022-11-15"),
    "verb-behind": ("President Pell Monday signed the bill.", "2022-11-14"),
    "place-before": ("In Velm Sunday, guns fired.", "2022-11-13"),
    "zone-behind": ("The race began at 10 a.m. Saturday Eastern time.", "2022-11-12"),
    "statement": ("In a statement Tuesday Orvane said it was sorry.", "2022-11-15"),
    "adverb-before": ("Earlier Monday Pell had left.", "2022-11-14"),
    "two-days": ("On Sunday Russian guns fired.", "2022-11-13"),
    "man": ("Police shot a man Friday.", "2022-11-11"),
    "services": ("On Sunday services were held in the open.", "2022-11-13"),
    "meeting": ("The Tuesday meeting was called off.", "2022-11-15"),
    "quotation": ('"I saw her Tuesday," he said.', "2022-11-15"),
    "club-town": ("In Marbury Wednesday the river rose.", "2022-11-16"),
}


@pytest.mark.parametrize(("text", "day"), DAYS.values(), ids=DAYS)
def test_these_are_days(make_document: Maker, text: str, day: str) -> None:
    (found,) = annotate_times(make_document(text))
    assert (found.begin, found.end) == (day, day)
