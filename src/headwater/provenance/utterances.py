"""One utterance has one speaker: the same words in linked documents, credited to different people, are one statement.

Copies of one text can disagree about the speaker only because somebody (an editor, or our reading of "he said") got it
wrong; counting both would invent a root. The speaker named beside the words wins over one that a pronoun stands for,
then the one most documents give. Imports: records, text and this room only.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from headwater.provenance.lines import Lines
from headwater.records import Hop, Path, Statement
from headwater.text import fold_case, is_word, iter_tokens

_ENOUGH_WORDS = 6
# Quoted words are somebody's very words: so many of them in a row are one utterance wherever they stand.
_QUOTED_WORDS = 4


def unite_utterances(
    paths: Sequence[Path],
    statements: Mapping[str, Statement],
    captions: Mapping[str, str],
    lines: Lines,
    texts: Mapping[str, str],
) -> tuple[Path, ...]:
    """Return the paths, those of one utterance with one root.

    Args:
        paths: Of one claim, in its order.
        statements: statement_id -> statement.
        captions: entity_id -> name.
        lines: Which documents took text from which.
        texts: doc_id -> Document.text.
    """
    words = {path.path_id: _words(statements[path.statement_id], texts) for path in paths}
    same: dict[str, set[str]] = defaultdict(set)
    for left, right in combinations(paths, 2):
        quoted = all(_is_quoted(statements[path.statement_id], texts) for path in (left, right))
        linked = quoted or left.doc_id == right.doc_id or lines.are_linked(left.doc_id, right.doc_id)
        if linked and _is_one(words[left.path_id], words[right.path_id], _QUOTED_WORDS if quoted else _ENOUGH_WORDS):
            same[left.path_id].add(right.path_id)
            same[right.path_id].add(left.path_id)
    by_id = {path.path_id: path for path in paths}
    united = [_with_speaker(path, [by_id[k] for k in same[path.path_id]], captions, texts) for path in paths]
    return tuple(_as_in_the_body(path, united, statements) for path in united)


def _as_in_the_body(path: Path, paths: Sequence[Path], statements: Mapping[str, Statement]) -> Path:
    """A headline's speaker ("dam firm admits") is the one whom the text below names for the same claim, if it does."""
    if path.root_id is None or not statements[path.statement_id].headline:
        return path
    body = [
        one
        for one in paths
        if one.doc_id == path.doc_id and one.root_id is not None and not statements[one.statement_id].headline
    ]
    if not body or any(one.root_id == path.root_id for one in body):
        return path
    return replace(path, hops=body[0].hops, root_id=body[0].root_id, line=body[0].line)


def _with_speaker(path: Path, others: Sequence[Path], captions: Mapping[str, str], texts: Mapping[str, str]) -> Path:
    rooted = [one for one in (path, *others) if one.root_id is not None]
    if path.root_id is None or len({one.root_id for one in rooted}) < 2:
        return path
    support = Counter(one.root_id for one in rooted)
    named = Counter(one.root_id for one in rooted if _is_named(one, captions, texts))
    best = min(support, key=lambda root: (-named[root], -support[root], str(root)))
    if best is None or best == path.root_id:
        return path
    carriers = [hop for hop in path.hops if hop.entity_id not in {path.root_id, best}]
    return replace(path, hops=(*carriers, Hop(entity_id=best, span=None, rule="one-utterance")), root_id=best)


def _is_named(path: Path, captions: Mapping[str, str], texts: Mapping[str, str]) -> bool:
    """Tell whether the words that credit the root hold a word of its name."""
    hop = path.hops[-1]
    if hop.span is None:
        return False
    credited = {
        fold_case(token.text) for token in iter_tokens(hop.span.quote(texts[hop.span.doc_id])) if is_word(token)
    }
    return bool(credited & {fold_case(word) for word in captions[hop.entity_id].split() if word[0].isupper()})


def _words(statement: Statement, texts: Mapping[str, str]) -> tuple[str, ...]:
    span = statement.span
    tokens = iter_tokens(texts[span.doc_id], span.start, span.end)
    return tuple(fold_case(token.text) for token in tokens if is_word(token))


def _is_quoted(statement: Statement, texts: Mapping[str, str]) -> bool:
    """Tell whether a statement stands between quotation marks: more open than close before it in its paragraph."""
    text, span = texts[statement.doc_id], statement.span
    begin = text.rfind("\n", 0, span.start) + 1
    before = text[begin : span.start]
    opened = before.count("“") - before.count("”") + before.count('"') % 2
    inside = span.quote(text)
    return opened > 0 or inside[0] in '“"'


def _is_one(left: tuple[str, ...], right: tuple[str, ...], enough: int) -> bool:
    short, long = sorted((left, right), key=len)
    if len(short) < enough:
        return False
    return any(long[k : k + len(short)] == short for k in range(len(long) - len(short) + 1))
