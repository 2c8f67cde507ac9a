"""The language a text is written in.

Imports: the standard library; py3langid when there is enough text to ask it about.
"""

import re

_LETTER = re.compile(r"[^\W\d_]")
_CHARS_LOOKED_AT = 2_000  # more does not change the answer


def tell_language(text: str, declared: str | None, min_letters: int) -> str | None:
    """Return the ISO 639-1 code of a text's language, or None when it is too short to tell.

    Args:
        text: Document.text.
        declared: What the input says of itself; it is believed, since the text rarely knows better.
        min_letters: Fewer letters than this tell nothing.
    """
    if declared:
        return declared
    sample = text[:_CHARS_LOOKED_AT]
    if sum(1 for _ in _LETTER.finditer(sample)) < min_letters:
        return None
    from py3langid import classify  # noqa: PLC0415  its model takes a second to load, only once there is a text

    code, _ = classify(sample)
    return str(code)
