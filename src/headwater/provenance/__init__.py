"""Where claims come from: derivations between documents, paths of statements, and the exact count of roots.

`count_claim` is the door for counting, `parse_story` reads claims that people labelled by hand; `derive`,
`shared_details`, `trace_paths` and `corroborate` do for a story's records what the count does for keys.
"""

from headwater.provenance.corroborate import Counted, Who, corroborate
from headwater.provenance.derivations import derive
from headwater.provenance.details import shared_details
from headwater.provenance.independence import Count, CountedByValue, CountedRoot, MentionTrace, count_claim
from headwater.provenance.lines import Lines
from headwater.provenance.mentions import CountedMention, CountedSource, CountedValue, SourceKind
from headwater.provenance.paths import gather_lines, trace_paths
from headwater.provenance.story_file import LabelledClaim, LabelledStory, parse_story

__all__ = [
    "Count",
    "Counted",
    "CountedByValue",
    "CountedMention",
    "CountedRoot",
    "CountedSource",
    "CountedValue",
    "LabelledClaim",
    "LabelledStory",
    "Lines",
    "MentionTrace",
    "SourceKind",
    "Who",
    "corroborate",
    "count_claim",
    "derive",
    "gather_lines",
    "parse_story",
    "shared_details",
    "trace_paths",
]
