"""One utterance has one speaker: the same words in several documents, credited to different people, are one statement.

Copies of one text, and articles that quote the same words, can disagree about the speaker only because somebody (an
editor, or our reading of "he said") got it wrong; counting both would invent a root. The speaker whom most documents
name beside the words wins over one that a pronoun stands for. Imports: records, text and this room only.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from headwater.provenance.lines import Lines
from headwater.records import Hop, Path, Statement
from headwater.text import fold_case, is_word, iter_tokens

_ENOUGH_WORDS = 6
# Between quotation marks in both articles, fewer words show that one utterance is meant, whoever took it from whom.
_ENOUGH_QUOTED = 4
_OPENING, _CLOSING, _STRAIGHT = "“„«", "”»", '"'


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
    quoted = {path.path_id: _quoted(statements[path.statement_id], texts) for path in paths}
    same: dict[str, set[str]] = defaultdict(set)
    for left, right in combinations(paths, 2):
        copied = _is_one(words[left.path_id], words[right.path_id], _ENOUGH_WORDS)
        linked = left.doc_id == right.doc_id or lines.are_linked(left.doc_id, right.doc_id)
        if (copied and linked) or _is_one(quoted[left.path_id], quoted[right.path_id], _ENOUGH_QUOTED):
            same[left.path_id].add(right.path_id)
            same[right.path_id].add(left.path_id)
    by_id = {path.path_id: path for path in paths}
    chosen: dict[str, str | None] = {}
    for group in _connected([path.path_id for path in paths], same):
        chosen |= dict.fromkeys(group, _speaker([by_id[key] for key in group], captions, texts))
    united = [_with_speaker(path, chosen[path.path_id]) for path in paths]
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


def _connected(keys: Sequence[str], same: Mapping[str, set[str]]) -> Iterator[list[str]]:
    """Yield the paths that are one utterance, directly or through others, in the order of the claim."""
    seen: set[str] = set()
    for key in keys:
        reached, frontier = {key}, [key]
        while key not in seen and frontier:
            found = same.get(frontier.pop(), set()) - reached
            reached |= found
            frontier += found
        if key not in seen:
            seen |= reached
            yield [other for other in keys if other in reached]


def _speaker(paths: Sequence[Path], captions: Mapping[str, str], texts: Mapping[str, str]) -> str | None:
    """Return the root of one utterance: whom most documents name beside the words, then give, the fuller name first."""
    rooted = [path for path in paths if path.root_id is not None]
    named = Counter(root for root, _ in {(p.root_id, p.doc_id) for p in rooted if _is_named(p, captions, texts)})
    support = Counter(root for root, _ in {(p.root_id, p.doc_id) for p in rooted})
    return min(
        support,
        key=lambda root: (-named[root], -support[root], -len(captions[root].split()) if root else 0, str(root)),
        default=None,
    )


def _with_speaker(path: Path, best: str | None) -> Path:
    if path.root_id is None or best is None or best == path.root_id:
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


def _quoted(statement: Statement, texts: Mapping[str, str]) -> tuple[str, ...]:
    """Return the words of a statement that stand between double quotation marks of its paragraph."""
    span = statement.span
    text = texts[span.doc_id]
    inside, words = False, []
    for token in iter_tokens(text, text.rfind("\n", 0, span.start) + 1, span.end):
        mark = token.text
        if mark in _OPENING or mark in _CLOSING or mark == _STRAIGHT:
            inside = mark in _OPENING or (mark == _STRAIGHT and not inside)
        elif inside and token.start >= span.start and is_word(token):
            words.append(fold_case(mark))
    return tuple(words)


def _is_one(left: tuple[str, ...], right: tuple[str, ...], enough: int) -> bool:
    short, long = sorted((left, right), key=len)
    if len(short) < enough:
        return False
    return any(long[k : k + len(short)] == short for k in range(len(long) - len(short) + 1))
