"""Units: every word belongs to one unit, and factors make quantities comparable."""

import pytest

from headwater.lexicon.units import to_base, unit_words, units


@pytest.mark.parametrize(
    ("unit", "base"),
    [
        ("km", ("length", 1000.0)),
        ("mile", ("length", 1609.344)),
        ("percent", ("fraction", 0.01)),
        ("ratio", ("fraction", 1.0)),
        ("USD", ("money:USD", 1.0)),
        ("drones", ("count", 1.0)),
        ("", ("count", 1.0)),
    ],
)
def test_base_is(unit: str, base: tuple[str, float]) -> None:
    assert to_base(unit) == base


def test_words_lead_to_units_that_exist() -> None:
    assert set(unit_words().values()) <= set(units())
    assert unit_words()["per cent"] == "percent"
