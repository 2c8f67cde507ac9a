"""Signs of outlets and roots: one mark each, told by shape, and an end to long rows."""

import re
from xml.etree import ElementTree as ET

import pytest

from headwater.report.signs import signs

ROWS = {
    "five-outlets-one-to-two-roots": ((5, 1, 2, False), {"dot": 5, "solid": 1, "open": 1}),
    "no-source-named": ((3, 1, 3, True), {"dot": 3, "ring": 3}),
    "nobody-behind-it": ((2, 0, 0, False), {"dot": 2, "none": 1}),
    "more-than-fit": ((40, 2, 20, False), {"dot": 14, "solid": 2, "open": 12, "none": 2}),
}


@pytest.mark.parametrize(("counts", "expected"), ROWS.values(), ids=ROWS)
def test_every_outlet_and_root_is_one_sign(counts: tuple[int, int, int, bool], expected: dict[str, int]) -> None:
    publishers, low, high, uncredited = counts
    root = ET.fromstring(signs(publishers, low, high, uncredited=uncredited))  # noqa: S314 our own
    drawn: dict[str, int] = {}
    for path in root.iter("path"):
        marks = len(re.findall("M", str(path.get("d"))))
        if marks:
            drawn[str(path.get("class"))] = drawn.get(str(path.get("class")), 0) + marks
    assert drawn == expected
