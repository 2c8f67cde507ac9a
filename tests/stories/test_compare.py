"""compare_documents: likeness and the words that make it."""

import pytest
from tests.reuse.documents import make_document

from headwater.config import StoryConfig
from headwater.stories import compare_documents

CONFIG = StoryConfig()


def test_the_words_in_common_add_up_to_the_likeness() -> None:
    one = make_document("a", "Eleven pillars of the Osterby ferry terminal have cracked, engineers say.")
    other = make_document("b", "Engineers found cracks: the ferry terminal at Osterby stands on weak pillars.")
    alike = compare_documents(one, other, config=CONFIG)
    assert 0.1 < alike.cosine < 1
    assert sum(word.weight for word in alike.words) == pytest.approx(alike.cosine)
    assert [word.weight for word in alike.words] == sorted((word.weight for word in alike.words), reverse=True)
    words = {(word.one.quote(one.text), word.other.quote(other.text)) for word in alike.words}
    assert ("Osterby", "Osterby") in words
    assert ("engineers", "Engineers") in words


def test_texts_without_a_common_word_are_not_alike() -> None:
    alike = compare_documents(
        make_document("a", "Pillars cracked."), make_document("b", "Votes counted."), config=CONFIG
    )
    assert (alike.cosine, alike.words) == (0.0, ())
    assert compare_documents(make_document("a", ""), make_document("b", ""), config=CONFIG).cosine == 0.0
