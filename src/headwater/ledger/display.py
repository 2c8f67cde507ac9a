"""How views show themselves: counts as intervals, records as notebook pages. Imports: the standard library only."""

from dataclasses import dataclass
from importlib import import_module


@dataclass(frozen=True, slots=True)
class Bounds:
    """The least and the largest count that the evidence allows; printed "2" or "1–3"."""

    min: int
    max: int

    def __str__(self) -> str:
        return str(self.min) if self.min == self.max else f"{self.min}–{self.max}"


def in_notebook(name: str, *shown: object) -> str:
    """Return a record as HTML; the templates stand in a room above this one, so they are looked up when asked for."""
    return str(getattr(import_module("headwater.report.notebook"), name)(*shown))
