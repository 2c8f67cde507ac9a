"""The index: candidate pairs, each outlet's boilerplate, runs that very many documents share."""

import numpy as np

from headwater.config import ReuseConfig
from headwater.reuse.index import Corpus, find_candidates, make_corpus
from headwater.text import hash_words, shorten

CONFIG = ReuseConfig()
RUN = "cracked pillars under the ferry terminal of osterby worried shipowners"


def corpus(texts: list[str], outlets: list[int] | None = None) -> Corpus:
    words = [shorten(hash_words(text).hashes) for text in texts]
    begins = np.cumsum([0, *(len(w) for w in words)]).tolist()
    total = begins[-1]
    return make_corpus(np.concatenate(words), np.full(total, 80, np.uint8), begins, outlets or [-1] * len(texts))


def own(number: int) -> str:
    return " ".join(f"w{number}x{k}" for k in range(20))


def pairs(texts: list[str], outlets: list[int] | None = None) -> tuple[tuple[int, int], ...]:
    return find_candidates(corpus(texts, outlets), CONFIG, least_bits=60.0, least_words=8).pairs


def test_documents_that_share_a_run_are_candidates() -> None:
    assert pairs([f"{own(0)} {RUN} {own(1)}", own(2), f"{own(3)} {RUN} {own(4)}"]) == ((0, 2),)


def test_a_changed_left_out_or_added_word_does_not_hide_a_run() -> None:
    words = RUN.split()
    for place in range(len(words)):
        for changed in ([*words[:place], "changed", *words[place + 1 :]], [*words[:place], *words[place + 1 :]]):
            assert pairs([f"{own(0)} {RUN} {own(1)}", f"{own(2)} {' '.join(changed)} {own(3)}"]) == ((0, 1),)


def test_a_run_never_crosses_two_documents() -> None:
    half = RUN.split()
    assert pairs([" ".join(half[:5]), " ".join(half[5:]), RUN]) == ()


def test_a_run_of_very_many_documents_costs_linearly_and_reaches_each() -> None:
    count = 300
    found = pairs([f"{own(number)} {RUN}" for number in range(count)])
    assert {document for pair in found for document in pair} == set(range(count))
    assert len(found) <= count * CONFIG.partners


def test_what_three_documents_of_an_outlet_share_is_its_boilerplate() -> None:
    texts = [f"{own(number)} {RUN}" for number in range(4)]
    found = find_candidates(corpus(texts, [0, 0, 0, 1]), CONFIG, least_bits=60.0, least_words=8)
    assert found.boilerplate.reshape(4, -1)[0].sum() == len(RUN.split())
    assert not any(pair in found.pairs for pair in ((0, 1), (0, 2), (1, 2)))
    assert len(found.repeats) > 0


def test_no_words_give_no_candidates() -> None:
    assert pairs(["", ""]) == ()
