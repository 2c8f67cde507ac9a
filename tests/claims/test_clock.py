"""find_clocks: times of day with their zones; clocks_meet: which of them can both hold."""

import pytest

from headwater.claims.clock import clocks_meet, find_clocks

CASES: dict[str, tuple[str, list[tuple[str, int, str]]]] = {
    "four-figures-need-a-zone": ("It fell at 0737 GMT, not 1330 people.", [("0737 GMT", 457, "utc")]),
    "spaced-out-by-a-tokeniser": ("at 07: 37 a. m. UTC (3: 37 p. m. EDT)", [
        ("07: 37 a. m. UTC", 457, "utc"), ("3: 37 p. m. EDT", 937, "edt"),
    ]),
    "local-time": ("It took place at 7:37 AM local time.", [("7:37 AM local time", 457, "local")]),
    "whole-hours": ("Guests left at 9pm and at 12 a.m. again.", [("9pm", 1260, ""), ("12 a.m.", 0, "")]),
    "a-point-needs-a-half-of-the-day": ("5.30pm, 3.15 metres", [("5.30pm", 1050, "")]),
    "spelled-out": ("at ten past four, a quarter to six in the evening and nine o'clock at night", [
        ("ten past four", 250, ""), ("quarter to six in the evening", 1065, ""), ("nine o'clock at night", 1260, ""),
    ]),
    "whole-hours-in-words": ("at ten in the morning local time, at noon", [
        ("ten in the morning local time", 600, "local"), ("noon", 720, ""),
    ]),
    "numbers-are-no-times": ("from ten to four votes, six people, two in the water, ten past winners", []),
    "no-time": ("Web 2.0, 3.5 km, 10 people, 1,200 homes", []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_finds_times_of_day(text: str, expected: list[tuple[str, int, str]]) -> None:
    found = [(clock.span.quote(text), clock.minute, clock.zone) for clock in find_clocks("d", text, 0, len(text))]
    assert found == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("at 0737 GMT", "at 7:37 UTC", True),
        ("at 0737 GMT", "at 7:37 a.m. local time", False),
        ("at 0737 GMT", "at 7:37 a.m.", True),
        ("at 0737 GMT", "at 2:37 p.m. local time", None),
        ("at 0737 GMT", "at 2:37 p.m.", None),
        ("at 7:37 a.m.", "at 8:12 a.m.", False),
        ("at ten past four", "at 4:10 a.m.", True),
        ("at ten past four", "at 4.10pm", None),
    ],
)
def test_two_times_agree_by_zone(left: str, right: str, expected: bool | None) -> None:
    values = [next(find_clocks("d", text, 0, len(text))).value(text) for text in (left, right)]
    assert clocks_meet(values[0], values[1]) is expected
