"""The background table: common words are common, names and rare words are not in it."""

import numpy as np

from headwater.text import hash_words, load_background


def test_common_words_have_larger_shares_than_rare_ones() -> None:
    background = load_background()
    words = hash_words("the harbour zzyzx").hashes
    shares = background.articles(words)
    assert shares[0] > 0.9
    assert shares[2] == background.unlisted_articles
    assert background.words(words)[0] > 100 * background.words(words)[2]


def test_the_table_is_ordered_and_every_share_is_one() -> None:
    background = load_background()
    assert (np.diff(background.hashes.astype(object)) > 0).all()
    for column in (background.article_share, background.word_share):
        assert ((column > 0) & (column <= 1)).all()
