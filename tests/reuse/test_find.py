"""find_reuse: passages, quotations, public documents and boilerplate among invented articles; order and direction."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reuse.documents import make_document

from headwater.config import ReuseConfig
from headwater.records import Document, Reuse
from headwater.reuse import find_reuse

PASSAGE = "Two of the nine pillars under the Osterby ferry terminal have cracked since the dredging began in spring"
QUOTE = "we counted eleven cracks, and nobody at the ministry would answer our letters for the whole winter"
CONFIG = ReuseConfig()


def sentences(seed: str, count: int = 6) -> str:
    """Return sentences of rare invented words that no other seed shares."""
    chance = random.Random(seed)  # noqa: S311
    made = []
    for _ in range(count):
        words = ["".join(chance.choice("bdfgklmnprstv") + chance.choice("aeiou") for _ in range(3)) for _ in range(9)]
        made.append(" ".join(words).capitalize() + ".")
    return " ".join(made)


def pair(one: str, other: str, **known: str | None) -> list[Document]:
    """Return two articles that hold a passage each among words of their own."""
    first = make_document("a", f"{sentences('a')}\n{one}\n{sentences('aa')}", publisher="Alpha Post", **known)
    second = make_document("b", f"{sentences('b')}\n{other}\n{sentences('bb')}", publisher="Beta Times")
    return [first, second]


def quotes(reuse: Reuse, documents: list[Document]) -> tuple[str, str]:
    texts = {document.doc_id: document.text for document in documents}
    return reuse.earlier.quote(texts[reuse.earlier.doc_id]), reuse.later.quote(texts[reuse.later.doc_id])


def test_a_passage_word_for_word() -> None:
    documents = pair(PASSAGE + ".", PASSAGE + ".")
    (found,) = find_reuse(documents, config=CONFIG)
    assert quotes(found, documents) == (PASSAGE, PASSAGE)
    assert (found.kind, found.form, found.edits, found.score) == ("verbatim", "passage", (), 1.0)
    assert (found.directed, found.direction_rule) == (False, None)


EDITS: dict[str, tuple[str, str, list[tuple[str, str | None, str | None]]]] = {
    "substitution": ("have cracked", "have crumbled", [("substitution", "cracked", "crumbled")]),
    "deletion": ("Osterby ferry", "ferry", [("deletion", "Osterby", None)]),
    "insertion": ("the dredging", "the first dredging", [("insertion", None, "first")]),
    "number": ("nine pillars", "7 pillars", [("number", "nine", "7")]),
    "spelling": ("pillars", "pilars", [("spelling", "pillars", "pilars")]),
    "typography": ("have cracked", "have — cracked", []),
}


@pytest.mark.parametrize(("old", "new", "expected"), EDITS.values(), ids=EDITS)
def test_edits_are_data(old: str, new: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    documents = pair(PASSAGE + ".", PASSAGE.replace(old, new) + ".")
    (found,) = find_reuse(documents, config=CONFIG)
    one, other = documents
    assert [
        (e.kind, e.earlier and e.earlier.quote(one.text), e.later and e.later.quote(other.text)) for e in found.edits
    ] == expected
    assert found.kind == ("edited" if expected else "verbatim")


def test_wire_tokens_and_typography_make_no_edits() -> None:
    plain = "The 6.1-magnitude tremor killed 1,500 cattle near Osterby, the “Ring of Saltmarsh” herders’ union"
    wire = 'The 6. 1 - magnitude tremor killed 1, 500 cattle near Osterby , the " Ring of Saltmarsh " herders \' union'
    (found,) = find_reuse(pair(plain + ".", wire + "."), config=CONFIG)
    assert found.kind == "verbatim"


FORMS: dict[str, tuple[str, str, str]] = {
    "passage": (f"{PASSAGE}.", f"{PASSAGE}.", "passage"),
    "quotation": (f"“{QUOTE},” Marta Velling said.", f"Velling recalled: “{QUOTE}.”", "quotation"),
    "straight-marks": (f'"{QUOTE}," Marta Velling said.', f'Velling recalled: "{QUOTE}."', "quotation"),
    "statement": (f"“{QUOTE},” it said in a statement.", f"“{QUOTE},” the port replied.", "public-document"),
    "post": (f"“{QUOTE},” Velling tweeted.", f"“{QUOTE},” Velling wrote on Twitter.", "public-document"),
    "post-printed-twice": (
        f"{QUOTE}! — Marta Velling (@velling) May 2",
        f"Post by @velling: {QUOTE}!",
        "public-document",
    ),
    "post-printed-and-quoted": (f"{QUOTE} — Velling (@velling) May 2", f"“{QUOTE},” Velling said.", "public-document"),
    "marks-of-two-kinds": (f'“No,” said Brandt.\n"{QUOTE}," Velling said.', f"“{QUOTE},” Velling said.", "quotation"),
    "quoted-on-one-side-only": (f"“{QUOTE},” Velling said.", f"Now {QUOTE}.", "passage"),
    "prompt": ("Sign up for the tideline newsletter from our marine desk here.",) * 2 + ("boilerplate",),
}


@pytest.mark.parametrize(("one", "other", "form"), FORMS.values(), ids=FORMS)
def test_forms(one: str, other: str, form: str) -> None:
    assert {found.form for found in find_reuse(pair(one, other), config=CONFIG)} == {form}


def test_what_one_outlet_prints_under_every_article_is_boilerplate() -> None:
    trailer = "Harbour Weekly is printed on saltproof paper by volunteers of the Fenmark lighthouse society."
    documents = [
        make_document(f"d{n}", f"{sentences(str(n))}\n{trailer}", publisher="Harbour Weekly") for n in range(5)
    ]
    found = find_reuse(documents, config=CONFIG)
    assert {reuse.form for reuse in found} == {"boilerplate"}
    assert {reuse.later.doc_id for reuse in found} | {reuse.earlier.doc_id for reuse in found} == {
        document.doc_id for document in documents
    }


def test_no_two_links_share_an_id() -> None:
    trailer = "Harbour Weekly is printed on saltproof paper by volunteers of the Fenmark lighthouse society."
    documents = [
        make_document(
            f"d{n}",
            f"{sentences(str(n // 2), 3)}\n{PASSAGE}.\n{trailer}\n{PASSAGE}. {trailer}",
            publisher=f"Paper {n % 2}",
        )
        for n in range(12)
    ]
    found = find_reuse(documents, config=CONFIG)
    assert found
    assert len({reuse.reuse_id for reuse in found}) == len(found)


STOCK = {
    "comment": "did not immediately respond to a request for comment",
    "names": "White House press secretary Sarah Velling said",
    "few-words": "cracked pillars under the terminal",
    "common-words": "it is one of the most that we have been able to do",
}


@pytest.mark.parametrize("phrase", STOCK.values(), ids=STOCK)
def test_stock_phrases_names_and_short_runs_do_not_link(phrase: str) -> None:
    assert find_reuse(pair(f"The port {phrase}.", f"A mayor {phrase}."), config=CONFIG) == ()


def test_direction_by_publication_credit_and_length() -> None:
    one, other = pair(PASSAGE + ".", PASSAGE + ".", published_at="2026-03-04")
    other = make_document("b", other.text, publisher="Beta Times", published_at="2026-03-01")
    (dated,) = find_reuse([one, other], config=CONFIG)
    assert (dated.earlier.doc_id, dated.directed, dated.direction_rule) == ("b", True, "published")

    crediting = make_document("b", other.text + "\nThe Alpha Post first reported it, according to Alpha Post.")
    (credited,) = find_reuse([one, crediting], config=CONFIG)
    assert (credited.earlier.doc_id, credited.direction_rule) == ("a", "credit")

    abridged = make_document("a", PASSAGE + ".")
    (shortened,) = find_reuse([abridged, make_document("b", crediting.text)], config=CONFIG)
    assert (shortened.earlier.doc_id, shortened.direction_rule) == ("b", "longer-text")


OWN = {
    "its-name": ("Alpha Post", None, "the Alpha Post"),
    "the-end-of-its-name": ("Osterby Courier", None, "the Courier"),
    "its-site": ("www.meridiannews.example", None, "Meridian"),
    "its-address": (None, "https://www.fensentinel.example/a/1", "the Fen Sentinel"),
    "itself": (None, None, "this newspaper"),
}


@pytest.mark.parametrize(("publisher", "url", "told"), OWN.values(), ids=OWN)
def test_who_was_told_comes_before_a_longer_and_before_an_earlier_copy(
    publisher: str | None, url: str | None, told: str
) -> None:
    text = f"{PASSAGE}, harbour master Ada Lind told {told} on Monday."
    heard = replace(make_document("a", text, publisher=publisher, published_at="2026-03-05"), url=url)
    copied = make_document("b", f"{sentences('b')}\n{PASSAGE}.\n{sentences('c')}", published_at="2026-03-04")
    (found,) = find_reuse([heard, copied], config=CONFIG)
    assert (found.earlier.doc_id, found.direction_rule) == ("a", "own-reporting")
    # Somebody else's report far from what they share says nothing of it.
    far = replace(heard, text=f"{PASSAGE}.\n{sentences('d')}\nLind told {told} of a plan.")
    (found,) = find_reuse([far, copied], config=CONFIG)
    assert (found.earlier.doc_id, found.direction_rule) == ("b", "published")


def test_one_day_says_nothing_about_direction() -> None:
    one, other = pair(PASSAGE + ".", PASSAGE + ".", published_at="2026-03-04")
    same_day = make_document("b", other.text, publisher="Beta Times", published_at="2026-03-04T09:00:00+00:00")
    (found,) = find_reuse([one, same_day], config=CONFIG)
    assert (found.directed, found.direction_rule) == (False, None)


def test_ten_words_are_found_among_strangers_too() -> None:
    crowd = [make_document(f"c{n}", sentences(f"c{n}", 20)) for n in range(60)]
    documents = [*pair(" ".join(PASSAGE.split()[:10]) + ".", " ".join(PASSAGE.split()[:10]) + "."), *crowd]
    (found,) = find_reuse(documents, config=CONFIG)
    assert {found.earlier.doc_id, found.later.doc_id} == {"a", "b"}


@given(order=st.permutations(range(12)), count=st.sampled_from([12, 60]))
@settings(max_examples=8)
def test_whole_links_are_the_same_in_any_order_and_run(order: list[int], count: int) -> None:
    documents = [
        make_document(
            f"d{n}", f"{sentences(str(n))}\n{PASSAGE}{', she said' * (n % 2)}.\n“{QUOTE}.”", publisher=f"Paper {n % 3}"
        )
        for n in range(12)
    ]
    crowd = [make_document(f"e{n}", sentences(f"e{n}")) for n in range(count - 12)]
    found = find_reuse([*documents, *crowd], config=CONFIG)
    again = find_reuse([*crowd, *(documents[at] for at in order)], config=CONFIG)
    assert [repr(link) for link in found] == [repr(link) for link in again]
    assert {r.later.doc_id for r in found} | {r.earlier.doc_id for r in found} == {d.doc_id for d in documents}


@pytest.mark.parametrize("text", ["", "…", "tide " * 5000, '"' * 3000, "“" * 3000, "港" * 3000])
def test_odd_texts_are_read(text: str) -> None:
    documents = [make_document("a", text), make_document("b", text), make_document("c", text + " pier")]
    for found in find_reuse(documents, config=CONFIG):
        assert quotes(found, documents)


@settings(max_examples=30, deadline=None)
@given(before=st.text(max_size=40), after=st.text(max_size=40), cut=st.integers(0, 4))
def test_spans_always_quote_the_shared_words(before: str, after: str, cut: int) -> None:
    words = PASSAGE.split()[cut:]
    documents = [
        make_document("a", f"{before}\n{PASSAGE}\n{after}"),
        make_document("b", f"{after}\n{' '.join(words)}\n{before}"),
    ]
    assert (
        any(" ".join(words) in quotes(found, documents)[0] for found in find_reuse(documents, config=CONFIG))
        or before.strip() + after.strip()
    )
