"""Unnamed sources: descriptor, count and affiliation."""

import pytest
from tests.entities.reading import resolve, speaker

CASES: dict[str, tuple[str, str, object, str | None]] = {
    "singular": ("[[A senior U.S. official]] said {{it rained}}.", "senior U.S. official", "one", "U.S."),
    "bare-plural": ("[[Officials]] said {{it rained}}.", "officials", "some", None),
    "number": ("[[At least three diplomats]] said {{it rained}}.", "diplomats", 3, None),
    "dozen": ("[[A dozen witnesses]] said {{it rained}}.", "witnesses", 12, None),
    "house": (
        "[[An official at the Harbour Ministry]] said {{so}}.",
        "official at the Harbour Ministry",
        "one",
        "Harbour Ministry",
    ),
    "place-is-no-house": ("[[Residents of Port Halden]] said {{so}}.", "residents of Port Halden", "some", None),
}


@pytest.mark.parametrize(("text", "descriptor", "count", "affiliation"), CASES.values(), ids=CASES)
def test_unnamed_source(text: str, descriptor: str, count: object, affiliation: str | None) -> None:
    found = speaker(resolve(text))
    assert (found.kind, found.descriptor, found.stated_count, found.affiliation) == (
        "unnamed",
        descriptor,
        count,
        affiliation,
    )


def test_another_official_is_a_second_entity() -> None:
    sources = resolve("[[An official]] said {{yes}}. [[Another official]] said {{no}}.")
    assert speaker(sources, 0).entity_id != speaker(sources, 1).entity_id
