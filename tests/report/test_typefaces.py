"""Typefaces: every file is there and a page in one file holds only the letters it needs."""

from headwater.report.typefaces import FONT_FILES, font_bytes, font_rules, held_fonts


def test_every_file_is_a_web_font() -> None:
    assert len(FONT_FILES) == 8
    assert {font_bytes(name)[:4] for name in FONT_FILES} == {b"wOF2"}


def test_letters_beyond_western_european_ones_are_held_only_when_a_page_has_them() -> None:
    plain, extended = held_fonts("Zürich"), held_fonts("Žďár")
    assert (plain.count("@font-face"), extended.count("@font-face")) == (4, 8)
    assert len(plain) < 110_000


def test_rules_name_the_address_of_each_file() -> None:
    rules = font_rules(lambda name: f"/static/{name}", extended=True)
    assert all(f"url(/static/{name})" in rules for name in FONT_FILES)
