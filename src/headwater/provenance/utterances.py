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
        if _is_one(words[left.path_id], words[right.path_id]) and lines.are_linked(left.doc_id, right.doc_id):
            same[left.path_id].add(right.path_id)
            same[right.path_id].add(left.path_id)
    by_id = {path.path_id: path for path in paths}
    return tuple(_with_speaker(path, [by_id[k] for k in same[path.path_id]], captions, texts) for path in paths)


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


def _is_one(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    short, long = sorted((left, right), key=len)
    if len(short) < _ENOUGH_WORDS:
        return False
    return any(long[k : k + len(short)] == short for k in range(len(long) - len(short) + 1))
