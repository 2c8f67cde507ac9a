"""Pages: what is quoted, where sentences end, what prompts the reader."""

import pytest

from headwater.reuse.page import is_prompt, quoted_ranges

QUOTED: dict[str, tuple[str, list[str]]] = {
    "curly": ("He said “no, never” and left.", ["“no, never”"]),
    "straight": ('He said "no" and "yes".', ['"no"', '"yes"']),
    "wire": ("He said ``no'' again.", ["``no''"]),
    "open-to-the-end-of-its-paragraph": ("“No.\nShe left.", ["“No.\n"]),
    "straight-open": ('"No.\nShe left.', ['"No.']),
    "guillemets": ("Il dit « non ».", ["« non »"]),
    "none": ("It's the ferries' quay.", []),
}


@pytest.mark.parametrize(("text", "expected"), QUOTED.values(), ids=QUOTED)
def test_quoted_ranges(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in quoted_ranges(text)] == expected


def test_prompts_are_told_from_news() -> None:
    assert is_prompt("Sign up for our newsletter")
    assert is_prompt("© 2026 Tideline Media")
    assert not is_prompt("The pier will be closed until Friday.")
