"""Access basis and reason for anonymity in the text's own words, in linear time."""

import pytest
from tests.entities.reading import document

from headwater.entities.grounds import access_basis, asks_for_anonymity, reason_given
from headwater.entities.page import Page

ACCESS: dict[str, tuple[str, str | None]] = {
    "with-knowledge": (
        "A source with first-hand knowledge of the raid said so.",
        "with first-hand knowledge of the raid",
    ),
    "familiar": ("Two people familiar with the talks said so.", "familiar with the talks"),
    "none": ("Two people said so.", None),
    "behind-the-verb": ("Officials said the dam had been close to failing.", None),
    "relative-behind-the-verb": (
        "Officials told the Post, two of whom had seen the memo.",
        "two of whom had seen the memo",
    ),
    "was-shown": ("An aide who was shown the film recalled that it was short.", "who was shown the film"),
}
REASON: dict[str, tuple[str, str | None]] = {
    "because": ("An aide, who asked not to be named because the talks are private, said so.", "the talks are private"),
    "citing": ("An aide requested anonymity citing the ongoing case.", "the ongoing case"),
    "not-authorised": (
        "An aide who was not authorized to speak publicly said so.",
        "not authorized to speak publicly",
    ),
    "for-reasons": ("An aide, who cannot be named for legal reasons, said so.", "legal reasons"),
    "next-sentence": ("An aide said so. The aide asked not to be named because it was early.", "it was early"),
    "of-another": ("An aide said so. The guard asked not to be named because it was early.", None),
    "no-request": ("An aide said so because it rained.", None),
}


@pytest.mark.parametrize(("text", "expected"), ACCESS.values(), ids=ACCESS)
def test_access_basis(text: str, expected: str | None) -> None:
    assert access_basis(Page.of(document(text)), (0, 8)) == expected


@pytest.mark.parametrize(("text", "expected"), REASON.values(), ids=REASON)
def test_reason(text: str, expected: str | None) -> None:
    assert reason_given(Page.of(document(text)), (0, 7), "aide") == expected


def test_a_request_right_after_the_phrase_counts_and_one_far_off_does_not() -> None:
    near = "A clerk, who declined to be identified, said so."
    far = "A clerk said that the northern harbour and all of its cranes were sold, and a guard asked not to be named."
    assert asks_for_anonymity(Page.of(document(near)), (0, 7))
    assert not asks_for_anonymity(Page.of(document(far)), (0, 7))
