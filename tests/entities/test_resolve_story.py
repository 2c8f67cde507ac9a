"""resolve_story: rules with evidence, any order, judgements obeyed."""

import itertools

import pytest
from tests.entities.reading import OUTLETS, marked

from headwater.entities import DocumentSources, resolve_document, resolve_story
from headwater.records import Document, Entity, Judgement

TEXTS = (
    "[[Volodar Zelenky]] told AFP {{it was over}}. [[The Coastal Survey Institute]] said {{so}}.",
    "[[Volodar Zelenkyy]] said {{it was over}}. [[CSI]] said {{so}}. [[Officials]] said {{no}}.",
    "[[Zelenky]] said {{it was over}}. [[Marta Zelenko]] said {{no}}. [[Officials]] said {{no}}.",
)


def _story(order: tuple[int, ...] = (0, 1, 2)) -> tuple[list[Document], list[DocumentSources]]:
    pairs = [marked(TEXTS[i], name=f"doc{i}") for i in order]
    return [doc for doc, _ in pairs], [resolve_document(doc, found, OUTLETS) for doc, found in pairs]


def _entity(entities: tuple[Entity, ...], name: str) -> Entity:
    return next(e for e in entities if name in (e.caption, *e.aliases))


def _judge(left: str, right: str, verdict: str) -> Judgement:
    return Judgement(
        judgement_id=f"j-{verdict}", left_id=left, right_id=right, verdict="same" if verdict == "same" else "different",
        made_by="ann", made_at="2026-03-04T00:00:00+00:00", reason=None,
    )  # fmt: skip


def test_spellings_and_a_bare_surname_are_one_person_and_the_rule_says_why() -> None:
    found = _entity(resolve_story(*_story(), OUTLETS), "Volodar Zelenky")
    assert len(found.member_ids) == 3
    assert any(rule.startswith("variant spelling: ") for rule in found.rules)
    assert any(rule.startswith("surname of the only such person") for rule in found.rules)


def test_an_acronym_finds_its_only_long_form() -> None:
    assert "CSI" in _entity(resolve_story(*_story(), OUTLETS), "Coastal Survey Institute").aliases


def test_unnamed_sources_of_two_documents_stay_apart() -> None:
    assert sum(e.kind == "unnamed" for e in resolve_story(*_story(), OUTLETS)) == 2


def test_any_order_of_documents_gives_the_same_entities() -> None:
    first = resolve_story(*_story(), OUTLETS)
    assert all(resolve_story(*_story(order), OUTLETS) == first for order in itertools.permutations(range(3)))


def test_every_member_stands_in_exactly_one_entity() -> None:
    documents, sources = _story()
    members = [m for e in resolve_story(documents, sources, OUTLETS) for m in e.member_ids]
    assert sorted(members) == sorted(e.entity_id for s in sources for e in s.entities)


def test_a_judgement_keeps_two_entities_apart() -> None:
    documents, sources = _story()
    one, other = _entity(resolve_story(documents, sources, OUTLETS), "Volodar Zelenky").member_ids[:2]
    kept = resolve_story(documents, sources, OUTLETS, [_judge(one, other, "different")])
    assert not any({one, other} <= set(e.member_ids) for e in kept)


def test_a_judgement_on_story_entities_unites_them() -> None:
    documents, sources = _story()
    before = resolve_story(documents, sources, OUTLETS)
    left, right = _entity(before, "Volodar Zelenky"), _entity(before, "Marta Zelenko")
    after = resolve_story(documents, sources, OUTLETS, [_judge(left.entity_id, right.entity_id, "same")])
    assert any({*left.member_ids, *right.member_ids} <= set(e.member_ids) for e in after)


def test_bare_police_are_the_only_police_the_story_names() -> None:
    pairs = [
        marked("[[The Velm Police]] said {{a}}.", name="doc0"),
        marked("[[Police]] said {{b}}.", name="doc1"),
    ]
    sources = [resolve_document(doc, found, OUTLETS) for doc, found in pairs]
    found = _entity(resolve_story([doc for doc, _ in pairs], sources, OUTLETS), "Velm Police")
    assert len(found.member_ids) == 2
    assert any(rule.startswith("the only police the story names") for rule in found.rules)


def test_bare_police_beside_two_forces_stay_apart() -> None:
    texts = ("[[The Velm Police]] said {{a}}.", "[[The Arran Police]] said {{b}}.", "[[Police]] said {{c}}.")
    pairs = [marked(text, name=f"doc{i}") for i, text in enumerate(texts)]
    sources = [resolve_document(doc, found, OUTLETS) for doc, found in pairs]
    assert len(resolve_story([doc for doc, _ in pairs], sources, OUTLETS)) == 3


CASTS: dict[str, tuple[tuple[str, ...], list[tuple[str, int]]]] = {
    "initial-of-two": (("[[J. Marlow]] said {{a}}.", "[[John Marlow]] said {{b}}.", "[[Jane Marlow]] said {{c}}."),
                       [("J. Marlow", 1), ("Jane Marlow", 1), ("John Marlow", 1)]),
    "short-form": (("[[Bill Carver]] said {{a}}.", "[[William Carver]] said {{b}}."), [("Bill Carver", 2)]),
    "one-letter": (("[[Tore Halvig]] said {{a}}.", "[[Tore Halvik]] said {{b}}."), [("Tore Halvig", 2)]),
    "one-letter-other-given-name": (("[[Tore Halvig]] said {{a}}.", "[[Nils Halvik]] said {{b}}."),
                                    [("Nils Halvik", 1), ("Tore Halvig", 1)]),
    "the-only-mayor": (("[[Mayor Tore Halvig]] said {{a}}.", "[[the mayor]] said {{b}}."), [("Tore Halvig", 2)]),
    "two-mayors": (("[[Mayor Tore Halvig]] said {{a}}.", "[[Mayor Ann Fox]] said {{b}}.", "[[the mayor]] said {{c}}."),
                   [("Ann Fox", 1), ("mayor", 1), ("Tore Halvig", 1)]),
    "turned-round": (("[[The University of Arran]] said {{a}}.", "[[Arran University]] said {{b}}."),
                     [("University of Arran", 2)]),
    "ministry": (("[[The Ministry of Defence]] said {{a}}.", "[[The defense ministry]] said {{b}}."),
                 [("Ministry of Defence", 2)]),
    "two-ministries": (("[[The Norlandic Defence Ministry]] said {{a}}.", "[[The Velmish Defence Ministry]] {{b}}."),
                       [("Norlandic Defence Ministry", 1), ("Velmish Defence Ministry", 1)]),
    "hyphen": (("[[Kim Jae-ho]] said {{a}}.", "[[Kim Jae Ho]] said {{b}}."), [("Kim Jae Ho", 2)]),
}  # fmt: skip


@pytest.mark.parametrize(("texts", "wanted"), CASTS.values(), ids=CASTS)
def test_cast_of(texts: tuple[str, ...], wanted: list[tuple[str, int]]) -> None:
    pairs = [marked(text, name=f"doc{i}") for i, text in enumerate(texts)]
    sources = [resolve_document(doc, found, OUTLETS) for doc, found in pairs]
    entities = resolve_story([doc for doc, _ in pairs], sources, OUTLETS)
    assert [(e.caption, len(e.member_ids)) for e in entities] == wanted


NAMED_TWICE = {
    "nickname": ("[[Chris Orlan]] said {{so}}.", "[[Christopher Orlan]] said {{so}}."),
    "country-in-front": ("[[The Water Court]] said {{so}}.", "[[The United States Water Court]] said {{so}}."),
    "capital-inside": ("[[Orla McBrine]] said {{so}}.", "[[McBrine]] said {{so}}."),
    "glued-link": ("[[Roe Anna Lee RoeRoe]] said {{so}}.", "[[Anna Lee Roe]] said {{so}}."),
}


@pytest.mark.parametrize("texts", NAMED_TWICE.values(), ids=NAMED_TWICE)
def test_two_ways_of_writing_one_name_are_one_source(texts: tuple[str, str]) -> None:
    assert len(_resolved(texts)) == 1


NAMED_APART = {
    "other-given-name": ("[[Chris Orlan]] said {{so}}.", "[[Carl Orlan]] said {{so}}."),
    "other-country": ("[[The Norwegian Water Court]] said {{so}}.", "[[The United States Water Court]] said {{so}}."),
    "two-bearers": ("[[Orla McBrine]] said {{so}}. [[Una McBrine]] said {{no}}.", "[[Una McBrine]] said {{so}}."),
}


@pytest.mark.parametrize("texts", NAMED_APART.values(), ids=NAMED_APART)
def test_names_that_the_text_does_not_join_stay_apart(texts: tuple[str, str]) -> None:
    assert len(_resolved(texts)) == 2


def _resolved(texts: tuple[str, str]) -> tuple[Entity, ...]:
    pairs = [marked(text, name=f"doc{i}") for i, text in enumerate(texts)]
    sources = [resolve_document(doc, found, OUTLETS) for doc, found in pairs]
    return resolve_story([doc for doc, _ in pairs], sources, OUTLETS)
