"""Folded views of a text for matching, one code point to one code point, so that offsets stay offsets.

Text is never normalised in place: rules match on the folded view and quote from the original.
Imports: the standard library only.
"""

# Typographic variants that news systems exchange freely. Every entry maps one code point to one.
_FOLD = str.maketrans(
    {
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "`": "'", "´": "'",
        "“": '"', "”": '"', "„": '"', "‟": '"', "″": '"', "«": '"', "»": '"',
        "–": "-", "—": "-", "‒": "-", "―": "-", "‐": "-", "‑": "-", "−": "-",
        "\u00a0": " ", "\u2007": " ", "\u2009": " ", "\u200a": " ", "\u202f": " ", "\t": " ",
    }
)  # fmt: skip


def fold_typography(text: str) -> str:
    """Return the text with quotation marks, dashes and odd spaces in their plain form; same length, same offsets."""
    return text.translate(_FOLD)


def fold_case(text: str) -> str:
    """Return the lower-cased typographic fold; characters whose lower case has another length stay as they are."""
    folded = text.translate(_FOLD)
    lowered = folded.lower()
    if len(lowered) == len(folded):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in folded)
