"""content_id: the same parts give the same id, any other parts another."""

from hypothesis import given
from hypothesis import strategies as st

from headwater.records import content_id, text_sha256

PARTS = st.lists(
    st.one_of(st.none(), st.integers(), st.text(alphabet=st.characters(exclude_characters="\x1f"))), max_size=4
)


@given(PARTS)
def test_ids_depend_on_the_parts_alone(parts: list[object]) -> None:
    assert content_id("doc", *parts) == content_id("doc", *parts)
    assert content_id("doc", *parts) != content_id("doc", *parts, "more")
    assert content_id("doc", *parts).startswith("doc-")


def test_parts_do_not_run_together() -> None:
    assert content_id("x", "ab", "c") != content_id("x", "a", "bc")


def test_text_sha256_is_of_the_utf8_bytes_even_with_lone_surrogates() -> None:
    assert text_sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert len(text_sha256("\ud800")) == 64
