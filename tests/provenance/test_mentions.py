"""Rule 1: carriers, root and line of a mention; who belongs to whom."""

import pytest

from headwater.provenance import CountedMention, CountedSource, CountedValue, SourceKind
from headwater.provenance.mentions import Sources, place


def source(key: str, kind: SourceKind, parent: str | None = None) -> CountedSource:
    return CountedSource(key=key, kind=kind, name=key, parent=parent, group=None, compatible_with=())


SOURCES = Sources(
    (
        source("wire", "outlet"),
        source("paper", "outlet"),
        source("mayor", "person", "council"),
        source("council", "organisation", "region"),
        source("region", "organisation"),
        source("left", "organisation", "right"),
        source("right", "organisation", "left"),
    )
)
OWN_LINE = {"p1": "paper", "site": "council"}


def told(doc: str, *chain: str, root: str | None = None, key: str = "m", value: float | None = None) -> CountedMention:
    given = None if value is None else CountedValue(lower=value, upper=value, unit="")
    return CountedMention(key=key, doc=doc, chain=chain, root=root, value=given, stance="support")


CASES: dict[str, tuple[CountedMention, tuple[tuple[str, ...], str | None, str]]] = {
    "innermost-carrier": (told("p1", "radio", "wire", "mayor", root="mayor"), (("radio", "wire"), "mayor", "wire")),
    "own-outlet": (told("p1", "mayor", root="mayor"), ((), "mayor", "paper")),
    "own-document": (told("d1", "mayor", root="mayor"), ((), "mayor", "d1")),
    "root-left-out-of-the-chain": (told("d1", "wire", root="mayor"), (("wire",), "mayor", "wire")),
    "root-is-an-outlet": (told("p1", "radio", "wire", root="wire"), (("radio", "wire"), None, "wire")),
    "unknown-root-is-an-outlet": (told("p1", "herald", root="herald"), (("herald",), None, "herald")),
    "nobody": (told("d1"), ((), None, "d1")),
    "published-by-the-source": (told("site"), ((), "council", "council")),
    "source-passing-on-a-wire": (told("site", "wire"), (("wire",), None, "wire")),
}


@pytest.mark.parametrize(("mention", "expected"), CASES.values(), ids=CASES)
def test_a_mention_has(mention: CountedMention, expected: tuple[tuple[str, ...], str | None, str]) -> None:
    (one,), _ = place([mention], SOURCES, OWN_LINE)
    assert (one.carriers, one.root, one.line) == expected


def test_one_mention_stays_per_document_root_and_value() -> None:
    mentions = [
        told("d1", "mayor", root="mayor", key="a", value=1),
        told("d1", "wire", "mayor", root="mayor", key="b", value=1),
        told("d1", "mayor", root="mayor", key="c", value=2),
        told("d2", "mayor", root="mayor", key="d", value=1),
    ]
    kept, repeats = place(mentions, SOURCES, OWN_LINE)
    assert [one.key for one in kept] == ["b", "c", "d"]
    assert repeats == {"a"}


def test_people_count_as_the_outermost_organisation_and_circles_of_parents_end() -> None:
    assert SOURCES.ancestors("mayor") == ("council", "region")
    assert SOURCES.organisation("mayor") == SOURCES.organisation("council") == "region"
    assert SOURCES.ancestors("left") == ("right",)


def _body(key: str, *fuller: str) -> CountedSource:
    return CountedSource(key=key, kind="organisation", name=key, parent=None, group=None, compatible_with=fuller)


NAMES = Sources(
    (
        _body("ports authority"),
        _body("flood authority"),
        _body("authority", "ports authority", "flood authority"),
        source("keeper", "person", "ports authority"),
        source("aide", "person", "authority"),
    )
)


@pytest.mark.parametrize(
    ("roots", "bodies"),
    [
        (("authority", "ports authority"), 1),
        (("authority", "keeper"), 1),
        (("aide", "keeper"), 1),
        (("authority", "ports authority", "flood authority"), 2),
        (("ports authority", "flood authority"), 2),
        (("authority",), 1),
    ],
    ids=["two-names", "by-its-people", "people-of-both", "either-of-two", "two-bodies", "alone"],
)
def test_names_that_may_be_one_are_one_body_at_the_lower_end(roots: tuple[str, ...], bodies: int) -> None:
    found = NAMES.bodies(roots)
    assert set(found) == set(roots)
    assert len(set(found.values())) == bodies


def test_names_compatible_in_a_circle_are_settled() -> None:
    ring = Sources((_body("a", "b"), _body("b", "a")))
    assert set(ring.bodies(("a", "b")).values()) <= {"a", "b"}
