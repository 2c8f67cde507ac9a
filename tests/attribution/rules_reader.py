"""The rule finder in the place of the learned reader, for tests that need no model."""

from collections.abc import Sequence

from headwater.attribution.drafts import Draft
from headwater.attribution.finder import find_by_rules
from headwater.attribution.quotes import find_quotations


class RulesReader:
    """Reads texts by rules alone."""

    def read(self, texts: Sequence[str]) -> list[list[Draft]]:
        return [find_by_rules(text, find_quotations(text)) for text in texts]
