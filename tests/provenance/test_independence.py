"""count_claim: the method's worked examples, each clause of its rules, and what must hold of every count."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.provenance import Count, CountedMention, CountedSource, CountedValue, SourceKind, count_claim

OUTLETS = tuple(
    CountedSource(key=key, kind="outlet", name=key, parent=None, group=None, compatible_with=())
    for key in ("wire", "paper", "gazette", "radio")
)


def source(
    key: str, kind: SourceKind, parent: str | None = None, group: str | None = None, fits: tuple[str, ...] = ()
) -> CountedSource:
    return CountedSource(key=key, kind=kind, name=key, parent=parent, group=group, compatible_with=fits)


def mention(line: str, number: int = 0, value: float | None = None) -> CountedMention:
    """Read "doc: outer > inner > root"; "?" in the root's place says unattributed, a leading "not " a denial."""
    doc, _, words = line.partition(": ")
    denies = words.startswith("not ")
    chain = tuple(words.removeprefix("not ").split(" > "))
    root = None if chain[-1] == "?" else chain[-1]
    return CountedMention(
        key=f"{doc}:{number}",
        doc=doc,
        chain=chain[:-1] if root is None else chain,
        root=root,
        value=None if value is None else CountedValue(lower=value, upper=value, unit="people"),
        stance="deny" if denies else "support",
    )


def counted(
    lines: str | Sequence[str],
    sources: Sequence[CountedSource] = (),
    own_line: Mapping[str, str] | None = None,
    without: Sequence[str] = (),
) -> Count:
    mentions = [
        mention(line.strip(), i) for i, line in enumerate(lines.split(";") if isinstance(lines, str) else lines)
    ]
    return count_claim((*OUTLETS, *sources), mentions, own_line or {}, without=without)


DOCTOR = source("doctor", "person")
AGENCY = source("agency", "organisation")
CHIEF = source("chief", "person", parent="agency")
DEPUTY = source("deputy", "person", parent="agency")
HOSPITAL = source("hospital", "organisation")
REPORT = source("survey", "document")
OFFICIALS = source("officials", "anonymous", group="officials", fits=("chief", "agency"))
POLICE = source("police", "anonymous", group="police", fits=("witness",))
WITNESS = source("witness", "person")
STRANGERS = source("strangers", "anonymous", group="strangers")
ALIKE = source("bystanders", "anonymous", group="strangers")
CITY = source("city", "organisation")
SOURCES = (DOCTOR, AGENCY, CHIEF, DEPUTY, HOSPITAL, REPORT, OFFICIALS, POLICE, WITNESS, STRANGERS, ALIKE, CITY)

Case = tuple[str, Mapping[str, str], tuple[int, int], tuple[str, ...]]

WORKED: dict[str, Case] = {
    "one-doctor-to-the-wire-and-a-copy": (
        "a: wire > doctor; b: wire > doctor; c: wire > doctor; d: wire > doctor; e: wire > doctor; f: wire > doctor",
        {},
        (1, 1),
        ("wire", "doctor"),
    ),
    "spokesman-and-officials-elsewhere": (
        "a: chief; b: chief; c: chief; d: chief; e: officials",
        {},
        (1, 2),
        (),
    ),
    "nobody-gives-a-source": ("a: ?; b: ?; c: ?", {}, (1, 3), ()),
    "two-of-one-organisation-and-a-hospital": ("a: chief; b: deputy; c: hospital", {}, (2, 3), ()),
    "witness-printed-by-others-as-police": (
        "a: witness; b: paper > police; c: paper > police",
        {"a": "paper"},
        (1, 1),
        ("paper",),
    ),
    "three-officials-to-one-newspaper": (
        "a: doctor; a: hospital; a: city; b: paper > doctor; c: paper > hospital",
        {"a": "paper"},
        (3, 3),
        ("paper",),
    ),
    "a-cites-b-cites-a": ("a: gazette > ?; b: paper > ?", {"a": "paper", "b": "gazette"}, (0, 0), ()),
    "a-third-cites-one-that-only-cites-the-circle": (
        "a: gazette > ?; b: paper > ?; c: gazette > ?; d: radio > ?",
        {"a": "paper", "b": "gazette", "c": "radio"},
        (0, 0),
        (),
    ),
}

RULES: dict[str, Case] = {
    "root-that-is-an-outlet-is-a-line": ("a: radio; b: radio", {}, (1, 1), ("radio",)),
    "line-that-also-names-a-root": ("a: wire > ?; b: wire > doctor", {}, (1, 1), ("wire", "doctor")),
    "outer-carrier-that-also-names-a-root": (
        "a: paper > ?; b: paper > wire > doctor",
        {},
        (1, 1),
        ("paper", "wire", "doctor"),
    ),
    "outlet-that-names-a-root-in-another-document": (
        "a: ?; b: wire > doctor",
        {"a": "paper", "b": "paper"},
        (1, 1),
        ("wire", "doctor"),
    ),
    "carrier-of-the-line-that-names-a-root": (
        "a: paper > radio > ?; b: paper > doctor",
        {},
        (1, 1),
        ("paper", "doctor"),
    ),
    "document-that-also-names-a-root": ("a: radio > ?; a: doctor", {}, (1, 1), ("doctor",)),
    "line-of-its-own-stays": ("a: ?; b: doctor", {}, (1, 2), ()),
    "named-root-that-carries-another": ("a: agency > doctor; b: agency", {}, (1, 1), ("agency", "doctor")),
    "organisation-and-its-person": ("a: chief; b: agency", {}, (1, 1), ("agency",)),
    "firm-relaying-spokesman-relaying-firm": ("a: agency > chief; b: chief > agency", {}, (1, 1), ("agency", "chief")),
    "two-people-of-one-organisation": ("a: chief; b: deputy", {}, (1, 2), ("agency",)),
    "unnamed-merged-by-group-one-per-line": ("a: strangers; b: bystanders; c: strangers", {}, (1, 3), ()),
    "unnamed-of-one-group-on-one-line": ("a: wire > strangers; b: wire > bystanders", {}, (1, 1), ("wire",)),
    "unnamed-who-fits-on-the-same-line": ("a: wire > chief; b: wire > officials", {}, (1, 1), ("wire",)),
    "unnamed-who-fits-by-parent-on-the-same-line": ("a: wire > deputy; b: wire > officials", {}, (1, 1), ("wire",)),
    "unnamed-who-fits-where-the-root-was-printed": (
        "a: wire > chief; a: officials; b: wire > chief",
        {},
        (1, 1),
        (),
    ),
    "unnamed-who-fits-nobody": ("a: wire > hospital; b: wire > officials", {}, (2, 2), ("wire",)),
    "colleague-of-whom-it-could-be": (
        "a: wire > deputy; b: wire > aide",
        {},
        (1, 2),
        ("wire",),
    ),
    "publisher-of-its-own-bare-statement": ("a: ?; b: paper > agency", {"a": "agency"}, (1, 1), ("agency",)),
    "circle-with-a-bare-report": (
        "a: ?; b: gazette > ?; c: paper > ?",
        {"a": "paper", "b": "paper", "c": "gazette"},
        (1, 1),
        ("paper",),
    ),
    "circle-under-a-bare-headline": (
        "a: ?; a: gazette > ?; b: paper > ?",
        {"a": "paper", "b": "gazette"},
        (0, 0),
        (),
    ),
    "circle-beside-a-root": (
        "a: gazette > ?; b: paper > ?; c: doctor",
        {"a": "paper", "b": "gazette"},
        (1, 1),
        ("doctor",),
    ),
    "circle-with-a-root-inside": (
        "a: gazette > ?; b: paper > doctor",
        {"a": "paper", "b": "gazette"},
        (1, 1),
        ("gazette", "paper", "doctor"),
    ),
    "two-who-quote-each-other": ("a: doctor > hospital; b: hospital > doctor", {}, (0, 0), ()),
    "two-who-quote-each-other-and-one-heard-directly": (
        "a: doctor > hospital; b: hospital > doctor; c: doctor",
        {},
        (1, 1),
        ("doctor",),
    ),
    "no-mention-supports": ("a: not doctor", {}, (0, 0), ()),
}
AIDE = source("aide", "anonymous", group="aides", fits=("chief",))


@pytest.mark.parametrize(("lines", "own_line", "roots", "names"), WORKED.values(), ids=WORKED)
def test_the_worked_examples_of_the_method(
    lines: str, own_line: Mapping[str, str], roots: tuple[int, int], names: tuple[str, ...]
) -> None:
    found = counted(lines, SOURCES, own_line)
    assert (found.roots_min, found.roots_max) == roots
    assert found.bottlenecks == names


@pytest.mark.parametrize(("lines", "own_line", "roots", "names"), RULES.values(), ids=RULES)
def test_each_clause_counts(
    lines: str, own_line: Mapping[str, str], roots: tuple[int, int], names: tuple[str, ...]
) -> None:
    found = counted(lines, (*SOURCES, AIDE), own_line)
    assert (found.roots_min, found.roots_max) == roots
    assert found.bottlenecks == names


def test_the_newspaper_of_three_officials_leaves_one_route() -> None:
    lines, own_line, _, _ = WORKED["three-officials-to-one-newspaper"]
    found = counted(lines, SOURCES, own_line)
    assert (found.routes_min, found.routes_max) == (1, 1)
    assert counted(lines, SOURCES, own_line, without=["paper"]).routes_max == 0


def test_a_circle_alone_says_so_and_names_its_members() -> None:
    lines, own_line, _, _ = WORKED["a-cites-b-cites-a"]
    found = counted(lines, SOURCES, own_line)
    assert found.circular
    assert found.cycles == (("gazette", "paper"),)
    assert [(root.kind, root.names, root.mentions) for root in found.roots] == [
        ("circular", ("gazette", "paper"), ("a:0", "b:1"))
    ]
    assert {trace.rule for trace in found.trace} == {"circular"}


def test_a_denial_is_set_apart_and_counted_for_itself() -> None:
    found = counted("a: doctor; b: not chief; c: not hospital; d: not chief", SOURCES)
    assert (found.roots_min, found.roots_max, found.denying_min, found.denying_max) == (1, 1, 2, 2)
    assert [root.key for root in found.roots if root.denying] == ["chief", "hospital"]


def test_a_removed_root_does_not_bring_back_the_bare_statements_it_explained() -> None:
    found = counted("a: wire > doctor; b: wire > ?", SOURCES, without=["doctor"])
    assert (found.roots_max, found.routes_max) == (0, 0)
    assert [trace.rule for trace in found.trace] == ["without", "line-gives-root"]


def test_values_are_counted_as_if_the_others_were_not_there() -> None:
    lines = [("a: wire > doctor", 5.0), ("b: wire > ?", 6.0), ("c: wire > ?", 5.0)]
    mentions = [mention(line, i, value) for i, (line, value) in enumerate(lines)]
    found = count_claim((*OUTLETS, *SOURCES), mentions, {})
    assert (found.roots_min, found.roots_max) == (1, 1)
    assert [(one.value.lower, one.docs, one.roots_min, one.roots_max) for one in found.by_value] == [
        (5.0, ("a", "c"), 1, 1),
        (6.0, ("b",), 1, 1),
    ]


def test_of_repeats_in_a_document_the_one_with_most_carriers_stays() -> None:
    found = counted("a: doctor; a: wire > doctor", SOURCES)
    assert [(trace.mention, trace.rule) for trace in found.trace] == [("a:0", "repeat-in-document"), ("a:1", "named")]
    assert found.bottlenecks == ("wire", "doctor")


def test_the_doubtful_count_at_the_upper_end_only() -> None:
    lines = ["a: doctor", "b: wire > hospital", "c: wire > hospital"]
    mentions = [mention(line, i) for i, line in enumerate(lines)]
    sources = (*OUTLETS, DOCTOR, HOSPITAL)
    found = count_claim(sources, [mentions[0], *(replace(m, stance="doubtful") for m in mentions[1:])], {})
    assert (found.roots_min, found.roots_max) == (1, 2)
    assert found.bottlenecks == ()
    assert [(root.key, root.in_min, root.in_max) for root in found.roots] == [
        ("doctor", True, True),
        ("hospital", False, True),
    ]
    assert [trace.rule for trace in found.trace] == ["named", "doubtful", "doubtful"]


NAMES = ("wire", "paper", "gazette", "agency", "chief", "hospital", "officials")
ROOTS = (None, "radio", "agency", "chief", "deputy", "doctor", "hospital", "survey", "officials", "police", "strangers")
DOCS = ("a", "b", "c", "d", "e")
MENTIONS = st.lists(
    st.builds(
        lambda doc, carriers, root, value, stance: (doc, (*carriers, root) if root else carriers, root, value, stance),
        st.sampled_from(DOCS),
        st.lists(st.sampled_from(NAMES), max_size=3, unique=True).map(tuple),
        st.sampled_from(ROOTS),
        st.sampled_from((None, 1.0, 2.0)),
        st.sampled_from(("support", "support", "support", "deny", "comment", "doubtful")),
    ).filter(lambda one: one[2] not in one[1][:-1]),
    max_size=9,
).map(
    lambda many: [
        CountedMention(
            key=f"m{i}",
            doc=doc,
            chain=chain,
            root=root,
            value=None if value is None else CountedValue(lower=value, upper=value, unit=""),
            stance=stance,
        )
        for i, (doc, chain, root, value, stance) in enumerate(many)
    ]
)
OWN_LINES = st.dictionaries(st.sampled_from(DOCS), st.sampled_from(("wire", "paper", "gazette", "agency")))
ALL: tuple[CountedSource, ...] = (*OUTLETS, *SOURCES)


def holds(found: Count) -> None:
    assert 0 <= found.roots_min <= found.roots_max
    assert 0 <= found.routes_min <= found.routes_max
    assert found.routes_min <= found.roots_min
    assert found.routes_max <= found.roots_max
    assert (found.roots_max == 0) == (found.routes_max == 0)
    own = [root for root in found.roots if not root.denying]
    assert found.roots_min == max(min(1, found.roots_max), sum(root.in_min for root in own))
    assert found.roots_max == max(found.roots_min, sum(root.in_max for root in own))
    if found.bottlenecks:
        assert found.routes_min == 1


@settings(max_examples=300, deadline=None)
@given(mentions=MENTIONS, own_line=OWN_LINES)
def test_what_holds_of_every_count(mentions: list[CountedMention], own_line: dict[str, str]) -> None:
    found = count_claim(ALL, mentions, own_line)
    holds(found)
    assert [trace.mention for trace in found.trace] == sorted(one.key for one in mentions)
    if found.circular:
        assert found.roots_max == 0
        assert found.cycles


@settings(deadline=None)
@given(mentions=MENTIONS, own_line=OWN_LINES, seed=st.randoms(use_true_random=False))
def test_order_never_matters(mentions: list[CountedMention], own_line: dict[str, str], seed: random.Random) -> None:
    shuffled, sources = list(mentions), list(ALL)
    seed.shuffle(shuffled)
    seed.shuffle(sources)
    lines = dict(reversed(own_line.items()))
    assert count_claim(sources, shuffled, lines) == count_claim(ALL, mentions, own_line)


@settings(max_examples=300, deadline=None)
@given(mentions=MENTIONS, own_line=OWN_LINES)
def test_bottlenecks_are_exactly_the_names_whose_removal_leaves_no_route(
    mentions: list[CountedMention], own_line: dict[str, str]
) -> None:
    found = count_claim(ALL, mentions, own_line)
    if found.routes_max == 0:
        assert found.bottlenecks == ()
        return
    kept = {trace.mention for trace in found.trace if trace.counted and not trace.denying}
    parents = {one.key: one.parent for one in ALL if one.parent}
    names = {name for one in mentions if one.key in kept for name in one.chain}
    names |= {parents[one.root] for one in mentions if one.key in kept and one.root in parents}
    for name in names:
        left = count_claim(ALL, mentions, own_line, without=[name])
        holds(left)
        assert (left.routes_max == 0) == (name in found.bottlenecks), name
    for name in found.bottlenecks:
        assert count_claim(ALL, mentions, own_line, without=[name]).routes_max == 0


@settings(max_examples=400, deadline=None)
@given(mentions=MENTIONS.filter(bool), own_line=OWN_LINES, data=st.data())
def test_a_repeat_of_an_existing_statement_never_raises_the_lower_end(
    mentions: list[CountedMention], own_line: dict[str, str], data: st.DataObject
) -> None:
    before = count_claim(ALL, mentions, own_line)
    # A document states a claim once for each root and value; what is set aside as a repeat in it is no statement.
    aside = {trace.mention for trace in before.trace if trace.rule == "repeat-in-document"}
    told = data.draw(st.sampled_from([one for one in mentions if one.key not in aside]))
    own = own_line.get(told.doc, told.doc)
    root = told.root
    # Names moved within a chain would make another line of it.
    chain = told.chain if own in told.chain else (own, *told.chain)
    repeat = CountedMention(key="z", doc="new", chain=chain, root=root, value=told.value, stance=told.stance)
    after = count_claim(ALL, [*mentions, repeat], own_line)
    assert after.roots_min <= before.roots_min
    again = CountedMention(key="z", doc=told.doc, chain=told.chain, root=root, value=told.value, stance=told.stance)
    same = count_claim(ALL, [*mentions, again], own_line)
    assert (same.roots_min, same.roots_max) == (before.roots_min, before.roots_max)
