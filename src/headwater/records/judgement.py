"""A person's decision about two records, which the next run obeys. Imports: the standard library only."""

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["same", "different", "unsure"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Somebody decided that two records are the same, or are not, or is unsure."""

    judgement_id: str
    left_id: str
    right_id: str
    verdict: Verdict
    made_by: str
    made_at: str
    reason: str | None
