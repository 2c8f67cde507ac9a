"""Two attributions that were read as one."""

import pytest

from headwater.attribution.drafts import Draft, Range
from headwater.attribution.finder import find_by_rules
from headwater.attribution.joined import cited_after, cited_apart, coordinated_apart, with_what_was_claimed

COORDINATED: dict[str, tuple[str, list[tuple[str, str, str]]]] = {
    "but-denied": (
        "The mayor said the tank was full but denied that it leaked.",
        [("The mayor", "said", "the tank was full"), ("The mayor", "denied", "it leaked")],
    ),
    "and-told-belongs-to-the-clause": (
        "The mayor said the clerk came and told her that it leaked.",
        [("The mayor", "said", "the clerk came and told her that it leaked")],
    ),
    "refused-is-no-saying": (
        "The mayor said the clerk came but refused to leave.",
        [("The mayor", "said", "the clerk came but refused to leave")],
    ),
}


def place(text: str, words: str) -> Range:
    return text.index(words), text.index(words) + len(words)


def words_of(text: str, drafts: list[Draft]) -> list[tuple[str, ...]]:
    return [tuple(text[slice(*part)] for part in (d.source, d.cue, d.content[0]) if part) for d in drafts]


@pytest.mark.parametrize(("text", "expected"), COORDINATED.values(), ids=COORDINATED)
def test_the_same_source_says_and_denies(text: str, expected: list[tuple[str, ...]]) -> None:
    content = (place(text, "the ")[0], len(text) - 1)
    read = Draft(source=(0, 9), cue=(10, 14), content=(content,), rule="reader", score=0.9)
    assert words_of(text, coordinated_apart(text, [read], find_by_rules(text, ()))) == expected


def test_a_cited_source_stands_apart() -> None:
    text = "The agency reported, citing a guard, that the gate was open."
    content = (place(text, "citing")[0], len(text) - 1)
    read = Draft(source=(0, 10), cue=(11, 19), content=(content,), rule="reader", score=0.9)
    assert words_of(text, cited_apart(text, read)) == [
        ("The agency", "reported", "the gate was open"),
        ("a guard", "citing", "the gate was open"),
    ]


def test_what_is_denied_is_the_claim_with_its_words() -> None:
    text = "The mayor denied claims that it leaked."
    denial = Draft(source=(0, 9), cue=(10, 16), content=(place(text, "claims"),), rule="reader", score=0.9)
    claim = Draft(source=None, cue=place(text, "claims"), content=(place(text, "it leaked"),), rule="reader", score=0.9)
    assert words_of(text, with_what_was_claimed([denial, claim])) == [
        ("The mayor", "denied", "claims that it leaked"),
        ("claims", "it leaked"),
    ]


CITED: dict[str, tuple[str, list[str]]] = {
    "officials": ("The tank leaks, the Ledger reported, citing three unnamed officials.", ["three unnamed officials"]),
    "name": ("The tank leaks, the Ledger reported on Monday, citing Ida Oak.", ["Ida Oak"]),
    "reasons-are-nobody": ("The tank leaks, the Ledger reported, citing security concerns.", []),
    "a-need-is-nobody": ("The tank leaks, the Ledger reported, citing the need for officials.", []),
}


@pytest.mark.parametrize(("text", "expected"), CITED.values(), ids=CITED)
def test_who_is_cited_after_the_outlet_is_credited_with_the_same_content(text: str, expected: list[str]) -> None:
    read = Draft(
        source=place(text, "the Ledger"), cue=place(text, "reported"), content=((0, 14),), rule="reader", score=0.9
    )
    found = [draft for draft in cited_after(text, [read]) if draft is not read]
    assert [text[slice(*draft.source)] for draft in found if draft.source] == expected
    assert all(draft.content == read.content for draft in found)


def test_who_is_cited_before_the_words_is_credited_with_them() -> None:
    text = "The Ledger, citing three officials, said the tank leaked."
    said = Draft(source=(0, 10), cue=place(text, "said"), content=(place(text, "the tank leaked"),), rule="r", score=1)
    cited = Draft(
        source=(0, 10), cue=place(text, "citing"), content=(place(text, "three officials"),), rule="r", score=1
    )

    found = [draft for draft in cited_after(text, [said, cited]) if draft.cue == cited.cue]

    assert words_of(text, found) == [("three officials", "citing", "the tank leaked")]
