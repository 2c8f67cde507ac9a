"""Which mentions count and why the others do not."""

import pytest

from headwater.provenance import CountedSource, SourceKind
from headwater.provenance.mentions import Placed, Sources
from headwater.provenance.roots import passages, select, tally

KINDS: dict[str, tuple[SourceKind, tuple[str, ...]]] = {
    "mayor": ("person", ()),
    "council": ("organisation", ()),
    "officials": ("anonymous", ("council",)),
}
SOURCES = Sources(
    CountedSource(key=key, kind=kind, name=key, parent=None, group=None, compatible_with=fits)
    for key, (kind, fits) in KINDS.items()
)


def placed(key: str, own: str, *carriers: str, root: str | None = None) -> Placed:
    return Placed(key, f"doc-{own}", carriers, root, carriers[-1] if carriers else own, own, None)


CASES: dict[str, tuple[list[Placed], dict[str, str]]] = {
    "line": ([placed("a", "x", "wire"), placed("b", "y", "wire", root="mayor")], {"a": "line-gives-root"}),
    "carrier": (
        [placed("a", "x", "wire", "radio"), placed("b", "y", "wire", root="mayor")],
        {"a": "carrier-gives-root"},
    ),
    "document": ([placed("a", "x", "radio"), placed("b", "x", root="mayor")], {"a": "document-gives-root"}),
    "carries": (
        [placed("a", "x", "council", root="mayor"), placed("b", "y", root="council")],
        {"b": "carries-another-root"},
    ),
    "is-one-that-carries": (
        [
            placed("a", "x", "council", root="mayor"),
            placed("b", "y", "wire", root="council"),
            placed("c", "z", "wire", root="officials"),
        ],
        {"b": "carries-another-root", "c": "is-a-root-that-carries-another"},
    ),
    "carrying-those-it-could-be-is-no-carrying": (
        [placed("a", "x", "council", root="officials"), placed("b", "y", root="council")],
        {},
    ),
    "circle": ([placed("a", "x", "y"), placed("b", "y", "x")], {"a": "circular", "b": "circular"}),
}


@pytest.mark.parametrize(("mentions", "dropped"), CASES.values(), ids=CASES)
def test_sets_aside(mentions: list[Placed], dropped: dict[str, str]) -> None:
    found = select(mentions, SOURCES)
    assert found.dropped == dropped
    assert [one.key for one in found.counted] == [one.key for one in mentions if one.key not in dropped]


def test_a_longer_circle_is_one_component() -> None:
    found = select([placed("a", "x", "z"), placed("b", "y", "x"), placed("c", "z", "y")], SOURCES)
    assert found.cycles == (("x", "y", "z"),)
    assert found.groundless == {"x": ("a", "b", "c")}


def test_passages_run_from_the_root_outwards_to_the_own_line() -> None:
    assert passages([placed("a", "paper", "radio", "wire", root="mayor")]) == {
        "mayor": {"wire"},
        "wire": {"radio"},
        "radio": {"paper"},
    }


def test_who_could_be_a_root_that_carries_another_adds_nothing_to_the_lower_end() -> None:
    mentions = [
        placed("a", "x", "council", root="mayor"),
        placed("b", "y", root="council"),
        placed("c", "z", root="officials"),
    ]
    found = select(mentions, SOURCES)
    count = tally(found.counted, found.carrying, found.component, SOURCES)
    assert (count.least, count.most) == (1, 2)


def test_names_that_may_be_one_count_once_at_the_lower_end_and_twice_at_the_upper() -> None:
    names = {"authority": ("ports authority",), "ports authority": ()}
    sources = Sources(
        CountedSource(key=key, kind="organisation", name=key, parent=None, group=None, compatible_with=fits)
        for key, fits in names.items()
    )
    mentions = [placed("a", "x", root="authority"), placed("b", "y", root="ports authority")]
    found = tally(mentions, (), {}, sources)
    assert (found.least, found.most) == (1, 2)
