"""Outlets and roots as two rows of small signs, so that the gap is seen before a number is read.

A dot is an outlet, a filled square a root, a hollow square one that the low end of the range leaves out, a dotted ring
a line that names no source. Pure: numbers in, an SVG element out. Imports: the standard library only.
"""

_STEP, _MOST = 11, 14
_DOT = "M{x} 5.5a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0"
_RING = "M{x} 16.5a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0"
_SQUARE = "M{x} 13h7v7h-7z"


def signs(publishers: int, low: int, high: int, *, uncredited: bool) -> str:
    """Return the rows of one claim; a row longer than 14 signs ends in a plus.

    Args:
        publishers: Outlets that carry it.
        low: Roots at the low end of the range.
        high: Roots at the high end.
        uncredited: No statement names a source, so that every root is an outlet's own line at most.
    """
    if not high:
        roots = '<path class="none" d="M1 16.5h7"/>'
    elif uncredited:
        roots = f'<path class="ring" d="{_row(_RING, 0, high)}"/>'
    else:
        roots = f'<path class="solid" d="{_row(_SQUARE, 0, low)}"/><path class="open" d="{_row(_SQUARE, low, high)}"/>'
    more = [y for number, y in ((publishers, 5.5), (high, 16.5)) if number > _MOST]
    plus = "".join(f'<path class="none" d="M{_MOST * _STEP + 2} {y}h7m-3.5-3.5v7"/>' for y in more)
    wide = min(max(publishers, high, 1), _MOST) * _STEP + (12 if more else 0)
    return (
        f'<svg class="signs" viewBox="0 0 {wide} 22" width="{wide}" height="22" aria-hidden="true" focusable="false">'
        f'<path class="dot" d="{_row(_DOT, 0, publishers)}"/>{roots}{plus}</svg>'
    )


def _row(shape: str, first: int, last: int) -> str:
    return "".join(shape.format(x=1 + _STEP * place) for place in range(first, min(last, _MOST)))
