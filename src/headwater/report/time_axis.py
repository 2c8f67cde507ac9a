"""Moments of publication on a horizontal axis, and where its ticks stand. Imports: the standard library only."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Self

_MAX_TICKS = 5
_ONE_DAY = timedelta(hours=30)  # up to here ticks are hours, above days
_UNDATED = 18  # units at the left that undated articles have for themselves


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """From the first moment to the last, in drawing units from `left` to `right`."""

    first: datetime | None
    last: datetime | None
    left: float
    right: float

    @classmethod
    def over(cls, moments: Sequence[datetime], left: float, right: float) -> Self:
        """Return the axis of some moments; without any it has no ticks. Several days begin at the first midnight."""
        if not moments:
            return cls(None, None, left, right)
        first, last = min(moments), max(moments)
        if last - first > _ONE_DAY:
            first = first.replace(hour=0, minute=0, second=0, microsecond=0)
        return cls(first, last, left, right)

    def x(self, moment: datetime | None) -> float:
        """Return where a moment stands; undated ones stand at the left edge, a single moment in the middle."""
        if moment is None or self.first is None or self.last is None:
            return self.left
        span = (self.last - self.first).total_seconds()
        share = (moment - self.first).total_seconds() / span if span else 0.5
        return round(self.left + _UNDATED + share * (self.right - self.left - _UNDATED), 1)

    def ticks(self) -> list[tuple[float, str]]:
        """Return at most five days (or hours, within one day) with their places."""
        if self.first is None or self.last is None:
            return []
        if self.first == self.last:
            return [(self.x(self.first), f"{self.first.day} {self.first:%b %Y}")]
        hours = (self.last - self.first) <= _ONE_DAY
        step = timedelta(hours=1) if hours else timedelta(days=1)
        begin = self.first.replace(minute=0, second=0, microsecond=0)
        begin = begin if hours else begin.replace(hour=0)
        count = int((self.last - begin) / step) + 1
        stride = max(1, -(-count // _MAX_TICKS))
        moments = [begin + step * k for k in range(0, count, stride)]
        days = [moment.date() for moment in moments]
        return [
            (self.x(max(moment, self.first)), _label(moment, hours=hours, new_day=days[k] not in days[:k]))
            for k, moment in enumerate(moments)
        ]


def _label(moment: datetime, *, hours: bool, new_day: bool) -> str:
    """Write a day, or an hour, with its day where that begins."""
    day = f"{moment.day} {moment:%b}"
    return day if not hours else f"{day} {moment:%H:%M}" if new_day else f"{moment:%H:%M}"
