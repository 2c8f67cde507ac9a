"""One utterance has one speaker, in copies; independent articles that use the same words stay independent."""

from dataclasses import replace

from tests.provenance.test_paths import LENGTHS, PUBLISHER, derivation, statement

from headwater.provenance import gather_lines
from headwater.provenance.utterances import unite_utterances
from headwater.records import Derivation, Hop, Path, Span, Statement

WORDS = "the whole river came through the orchard"
TEXTS = dict.fromkeys(PUBLISHER, f"Mayor Linnea Voss said {WORDS}. He said so.")
SPAN = (23, 23 + len(WORDS))
CAPTIONS = {"voss": "Linnea Voss", "arran": "Piet Arran"}


def said(doc_id: str) -> Statement:
    return replace(statement(doc_id, attribution="a"), span=Span(doc_id, *SPAN))


def path(doc_id: str, root: str, credited: tuple[int, int] | None) -> Path:
    span = Span(doc_id, *credited) if credited else None
    return Path(
        path_id=f"p-{doc_id}", claim_id="c", statement_id=f"s-{doc_id}", doc_id=doc_id,
        hops=(Hop(entity_id=root, span=span, rule="source"),), root_id=root, line=doc_id, counted=True, rule="chain",
    )  # fmt: skip


def roots(paths: list[Path], derivations: list[Derivation]) -> list[str | None]:
    lines = gather_lines(PUBLISHER, derivations, LENGTHS)
    statements = {f"s-{p.doc_id}": said(p.doc_id) for p in paths}
    return [one.root_id for one in unite_utterances(paths, statements, CAPTIONS, lines, TEXTS)]


COPY = [derivation("d2", "shared-passage", used_doc="d1")]


def test_the_speaker_named_beside_the_words_wins_over_a_pronoun() -> None:
    named, pronoun = path("d1", "voss", (6, 17)), path("d2", "arran", (65, 67))
    assert roots([named, pronoun], COPY) == ["voss", "voss"]
    assert roots([pronoun, named], COPY) == ["voss", "voss"]


def test_unlinked_articles_keep_their_speakers() -> None:
    assert roots([path("d1", "voss", (6, 17)), path("d2", "arran", None)], []) == ["voss", "arran"]


def test_what_names_nobody_stays_as_it_is() -> None:
    bare = replace(path("d2", "arran", None), root_id=None, hops=())
    assert roots([path("d1", "voss", (6, 17)), bare], COPY) == ["voss", None]


QUOTED = f"“Oh, {WORDS},” said the mayor. The firm admits it."


def test_quoted_words_have_one_speaker_also_in_unlinked_articles() -> None:
    at = (QUOTED.index(WORDS), QUOTED.index(WORDS) + len(WORDS))
    paths = [path("d1", "voss", (6, 17)), path("d2", "arran", None)]
    statements = {f"s-{p.doc_id}": replace(said(p.doc_id), span=Span(p.doc_id, *at)) for p in paths}
    texts = dict.fromkeys(PUBLISHER, QUOTED)
    lines = gather_lines(PUBLISHER, [], LENGTHS)
    united = unite_utterances(paths, statements, CAPTIONS, lines, texts)
    assert len({one.root_id for one in united}) == 1


def test_a_headline_speaks_for_whom_the_text_below_names() -> None:
    head = replace(path("d1", "arran", None), path_id="p-head", statement_id="s-head")
    body = path("d1", "voss", (6, 17))
    short = Span("d1", 0, 10)
    statements = {"s-head": replace(said("d1"), span=short, headline=True), body.statement_id: said("d1")}
    lines = gather_lines(PUBLISHER, [], LENGTHS)
    united = unite_utterances([head, body], statements, CAPTIONS, lines, TEXTS)
    assert [one.root_id for one in united] == ["voss", "voss"]


BESIDE = dict.fromkeys(PUBLISHER, f'Mayor Linnea Voss said "{WORDS}." He said so.')
IN_QUOTES = (24, 24 + len(WORDS))


def roots_of_quotation(paths: list[Path]) -> list[str | None]:
    lines = gather_lines(PUBLISHER, [], LENGTHS)
    spans = {f"s-{p.doc_id}": replace(said(p.doc_id), span=Span(p.doc_id, *IN_QUOTES)) for p in paths}
    return [one.root_id for one in unite_utterances(paths, spans, CAPTIONS, lines, BESIDE)]


def test_one_quotation_in_unlinked_articles_has_the_speaker_named_beside_it() -> None:
    named, pronoun = path("d1", "voss", (6, 17)), path("d2", "arran", None)
    assert roots_of_quotation([named, pronoun]) == ["voss", "voss"]
    assert roots_of_quotation([pronoun, named]) == ["voss", "voss"]


def test_two_speakers_of_one_quotation_are_never_swapped() -> None:
    assert len(set(roots_of_quotation([path("d1", "voss", None), path("d2", "arran", None)]))) == 1
