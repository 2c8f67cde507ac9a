"""cut_passage: the words exact, the context within the paragraph; safe_url and deep_url: the web alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.records import Span
from headwater.report.passages import cut_passage, deep_url, safe_url


@given(text=st.text(min_size=1, max_size=600), data=st.data())
def test_the_words_are_the_span_and_context_touches_them(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    named_start = data.draw(st.integers(0, len(text) - 1))
    named = Span("d", named_start, data.draw(st.integers(named_start + 1, len(text))))
    passage = cut_passage(text, Span("d", start, end), [named])
    assert passage.words == text[start:end]
    assert "\n" not in passage.before
    assert text[:start].endswith(passage.before.removeprefix("…"))
    assert text[end:].startswith(passage.after.removesuffix(" …"))
    assert "".join(words for words, _ in passage.before_runs) == passage.before
    assert "".join(words for words, _ in passage.after_runs) == passage.after


def test_words_that_name_a_source_stay_in_the_context() -> None:
    between = "as many had long believed it would be, " * 4
    text = f"The dam had been sound, {between}according to Ines Calder on Tuesday."
    span, named = Span("d", 0, 22), Span("d", text.index("Ines"), text.index(" on Tuesday"))
    passage = cut_passage(text, span, [named], context=40)
    assert ("Ines Calder", True) in passage.after_runs


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "data:text/html,x",
        "//evil.example",
        "file:///etc/passwd",
        "http://",
        "http://[x",
    ],
)
def test_what_is_no_web_address_is_no_link(url: str | None) -> None:
    assert safe_url(url) == ""
    assert deep_url(url, "words") == ""


def test_a_deep_link_marks_the_words_whole_or_by_both_ends() -> None:
    url = "https://gazette.example/a"
    assert deep_url(url, "two-thirds, he said") == url + "#:~:text=two%2Dthirds%2C%20he%20said"
    long = deep_url(url, " ".join(f"word{i}" for i in range(30)))
    assert long == url + "#:~:text=word0%20word1%20word2%20word3,word26%20word27%20word28%20word29"
    assert deep_url(url + "#top", "words") == url + "#top"
