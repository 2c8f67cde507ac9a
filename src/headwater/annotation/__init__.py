"""annotate: Document -> TimeExpression, Quantity. What stands in a text besides attributions, each with its place."""

from headwater.annotation.quantities import annotate_quantities
from headwater.annotation.times import annotate_times

__all__ = ["annotate_quantities", "annotate_times"]
