"""Event coreference within ECB+ subtopics, a proxy for the grouping of claims; exits 1 below the floor in floors.json.

The selected event mentions of a subtopic are clustered by the claims room's own parts: the clause that holds a mention
is its statement, pairs are weighed by the features and weights of ClaimConfig, and correlation clustering does the
rest. One rule is added, since a clause can hold several events: mentions whose triggers share neither stem nor class of
matters are not compared. CoNLL F1 is the mean of MUC, B3 and CEAFe over all mentions of the split, singletons included.
The lemma baseline (one cluster for each stem of a subtopic) is scored beside it. Weights of ClaimConfig were fitted on
these stories too, so the figure is no held-back one. Needs ../shared; without it nothing is measured and that is said.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from headwater.annotation import annotate_quantities, annotate_times
from headwater.claims import Reading
from headwater.claims.find import placed
from headwater.claims.group import PairScorer, candidate_pairs, group
from headwater.claims.meaning import Likeness
from headwater.claims.pairs import measure_rarity
from headwater.claims.profile import Profile, profile_statement
from headwater.claims.statements import find_statements
from headwater.config import ClaimConfig
from headwater.lexicon.matters import matter_classes, stem
from headwater.models import MeaningReader
from headwater.records import Document, Span, Statement, text_sha256
from headwater.text import split_sentences

HERE = Path(__file__).parent
DATA = HERE.parent.parent / "shared" / "data" / "ecbplus_stories.jsonl"
Mention = tuple[str, str]  # document, id of the mention
Clusters = Mapping[Mention, Hashable]


def main() -> int:
    if not DATA.exists():
        print(f"bench_coreference: no {DATA}; nothing measured")
        return 0
    floor = json.loads((HERE / "floors.json").read_text("utf-8"))["coreference_conll"]
    gold: dict[Mention, Hashable] = {}
    ours: dict[Mention, Hashable] = {}
    lemma: dict[Mention, Hashable] = {}
    for subtopic, articles in _subtopics("dev"):
        for article, event in _mentions(articles):
            key = (article["id"], event["id"])
            gold[key] = (subtopic, event["cluster"])
            lemma[key] = (subtopic, stem(event["text"].split()[0].lower()))
        ours |= {key: (subtopic, cluster) for key, cluster in _by_claims(articles).items()}
    result = {name: conll(gold, found) for name, found in (("claims", ours), ("lemma", lemma))}
    for name, scores in result.items():
        print(f"  {name:7s} CoNLL {scores[0]:.1f}  MUC {scores[1]:.1f}  B3 {scores[2]:.1f}  CEAFe {scores[3]:.1f}")
    print(f"  floor of claims {floor}")
    return int(result["claims"][0] < floor)


def _subtopics(split: str) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    held: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in DATA.read_text("utf-8").splitlines():
        article = json.loads(line)
        if article["split"] == split:
            held[article["subtopic"]].append(article)
    yield from sorted(held.items())


def _mentions(articles: Sequence[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for article in articles:
        yield from ((article, event) for event in article["events"] if event["selected"])


def _by_claims(articles: Sequence[dict[str, Any]]) -> dict[Mention, int]:
    """Cluster the event mentions of one subtopic; every mention gets a number of its cluster."""
    keys: list[Mention] = []
    profiles: list[Profile] = []
    triggers: list[frozenset[str]] = []
    readings = {article["id"]: _reading(article) for article in articles}
    clauses = {doc: find_statements(reading, None) for doc, reading in readings.items()}
    for article, event in _mentions(articles):
        keys.append((article["id"], event["id"]))
        profiles.append(_profile(readings[article["id"]], clauses[article["id"]], event))
        triggers.append(_trigger(event))
    rarity = measure_rarity(profiles)
    config = ClaimConfig()
    pairs = {(a, b) for a, b in candidate_pairs(profiles, rarity, config) if triggers[a] & triggers[b]}
    pairs |= {(a, b) for a in range(len(keys)) for b in range(a + 1, len(keys)) if triggers[a] & triggers[b]}
    config = replace(config, pair_bias=config.pair_bias + TRIGGER)
    texts = {doc: reading.document.text for doc, reading in readings.items()}
    likeness = Likeness(MeaningReader.load().vectors([placed(profile, texts) for profile in profiles]))
    scores = PairScorer(profiles, rarity, frozenset(), {}, config, likeness).scores(pairs)
    apart = {(a, b): -9.0 for a in range(len(keys)) for b in range(a + 1, len(keys)) if not triggers[a] & triggers[b]}
    clusters = group(len(keys), {**apart, **scores}, {}, config)
    return {keys[k]: number for number, cluster in enumerate(clusters) for k in cluster}


# What an equal trigger adds to the log-odds of two clauses: of 1, 2 and 3 the best on a third of the training topics.
TRIGGER = 3.0


def _trigger(event: Mapping[str, Any]) -> frozenset[str]:
    stems = [stem(word) for word in event["text"].lower().split()]
    return frozenset([stems[0], *(name for word in stems for name in matter_classes().get(word, ()))])


def _reading(article: Mapping[str, Any]) -> Reading:
    document = Document(
        doc_id=article["id"], record_id=article["id"], location="", url=None, publisher=None, headline=None,
        byline=None, dateline=None, published_at=None, modified_at=None, retrieved_at=None, language="en",
        media_type="text/plain",
        encoding="utf-8", text=article["text"], text_sha256=text_sha256(article["text"]), revision_of=None,
        offset_map=(),
    )  # fmt: skip
    return Reading(
        document=document,
        attributions=(),
        quantities=annotate_quantities(document),
        times=annotate_times(document),
        boilerplate=(),
        credits=(),
    )


def _profile(reading: Reading, clauses: Sequence[Profile], event: Mapping[str, Any]) -> Profile:
    """The clause that holds a mention, else its sentence."""
    span = Span(reading.document.doc_id, event["start"], event["end"])
    held = next((c for c in clauses if c.statement.span.start <= span.start and span.end <= c.statement.span.end), None)
    if held is not None:
        return held
    text = reading.document.text
    sentence = next(s for s in split_sentences(text) if s[0] <= span.start < s[1])
    statement = Statement(
        statement_id=f"{span.doc_id}-{event['id']}", doc_id=span.doc_id, span=Span(span.doc_id, *sentence),
        attribution_id=None, stance="support", value=None, headline=False,
    )  # fmt: skip
    return profile_statement(statement, text, sentence, None, None, (), recalled=False)


def conll(gold: Clusters, found: Clusters) -> tuple[float, float, float, float]:
    """Return the CoNLL mean, MUC, B3 and CEAFe F1 in per cent over the same mentions."""
    keys, answers = _sets(gold), _sets(found)
    muc = _f1(_muc(keys, found), _muc(answers, gold))
    b3 = _f1(_b3(gold, found, keys, answers), _b3(found, gold, answers, keys))
    ceaf = _ceaf(list(keys.values()), list(answers.values()))
    return (muc + b3 + ceaf) / 3, muc, b3, ceaf


def _sets(clusters: Clusters) -> dict[Hashable, set[Mention]]:
    held: dict[Hashable, set[Mention]] = defaultdict(set)
    for mention, name in clusters.items():
        held[name].add(mention)
    return held


def _muc(sets: Mapping[Hashable, set[Mention]], other: Clusters) -> float:
    links = sum(len(members) - 1 for members in sets.values())
    kept = sum(len(members) - len({other[m] for m in members}) for members in sets.values())
    return kept / links if links else 0.0


def _b3(
    own: Clusters, other: Clusters, sets: Mapping[Hashable, set[Mention]], others: Mapping[Hashable, set[Mention]]
) -> float:
    return float(np.mean([len(sets[own[m]] & others[other[m]]) / len(sets[own[m]]) for m in own]))


def _ceaf(keys: Sequence[set[Mention]], answers: Sequence[set[Mention]]) -> float:
    """CEAFe with an optimal one-to-one alignment, found by repeated augmentation (Kuhn and Munkres, 1957)."""
    of_answer = {mention: k for k, members in enumerate(answers) for mention in members}
    gain: dict[tuple[int, int], float] = {}
    for k, members in enumerate(keys):
        for a in {of_answer[m] for m in members}:
            gain[k, a] = 2 * len(members & answers[a]) / (len(members) + len(answers[a]))
    total = _assign(len(keys), gain)
    return _f1(total / len(keys), total / len(answers))


def _assign(rows: int, gain: Mapping[tuple[int, int], float]) -> float:
    """Return the largest total gain of a one-to-one assignment; the graph falls apart into small components."""
    linked: dict[int, set[int]] = defaultdict(set)
    back: dict[int, set[int]] = defaultdict(set)
    for k, a in gain:
        linked[k].add(a)
        back[a].add(k)
    total, seen = 0.0, set()
    for start in range(rows):
        if start in seen:
            continue
        left, stack = set(), [start]
        while stack:
            k = stack.pop()
            if k not in left:
                left.add(k)
                stack += [other for a in linked[k] for other in back[a]]
        seen |= left
        right = sorted({a for k in left for a in linked[k]})
        matrix = np.array([[gain.get((k, a), 0.0) for a in right] for k in sorted(left)])
        total += _hungarian(matrix)
    return total


def _hungarian(gain: "np.ndarray[Any, Any]") -> float:
    """Return the best total of a one-to-one choice in a matrix of gains, by shortest augmenting paths."""
    if gain.shape[0] > gain.shape[1]:
        gain = gain.T
    cost = gain.max() - gain
    rows, columns = cost.shape
    u, v, row_of, way = np.zeros(rows + 1), np.zeros(columns + 1), [0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        row_of[0], column = row, 0
        least, used = np.full(columns + 1, np.inf), np.zeros(columns + 1, bool)
        while row_of[column]:
            used[column] = True
            here = row_of[column]
            reduced = cost[here - 1] - u[here] - v[1:]
            better = ~used[1:] & (reduced < least[1:])
            least[1:][better] = reduced[better]
            for k in np.flatnonzero(better):
                way[int(k) + 1] = column
            following = int(np.argmin(np.where(used, np.inf, least)[1:])) + 1
            delta = least[following]
            for k in np.flatnonzero(used):
                u[row_of[int(k)]] += delta
                v[int(k)] -= delta
            least[~used] -= delta
            column = following
        while column:
            row_of[column] = row_of[way[column]]
            column = way[column]
    return float(sum(gain[row_of[k] - 1, k - 1] for k in range(1, columns + 1) if row_of[k]))


def _f1(left: float, right: float) -> float:
    return 200 * left * right / (left + right) if left + right else 0.0


if __name__ == "__main__":
    sys.exit(main())
