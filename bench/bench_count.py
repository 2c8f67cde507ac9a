"""Speed of count_claim on one claim of 10,000 mentions; exits 1 when slower than the floor in floors.json."""

import json
import random
import sys
import timeit
from pathlib import Path

from headwater.provenance import CountedMention, CountedSource, CountedValue, SourceKind, count_claim

MENTIONS, PEOPLE, OUTLETS, UNNAMED = 10_000, 2_000, 1_000, 1_000


def _source(key: str, kind: SourceKind, parent: str | None, fits: tuple[str, ...]) -> CountedSource:
    group = key[:3] if kind == "anonymous" else None
    return CountedSource(key=key, kind=kind, name=key, parent=parent, group=group, compatible_with=fits)


def _story(seed: int) -> tuple[list[CountedSource], list[CountedMention], dict[str, str]]:
    draw = random.Random(seed)  # noqa: S311  the same claim every time, no secret
    outlets = [f"o{i}" for i in range(OUTLETS)]
    people = [f"p{i}" for i in range(PEOPLE)]
    unnamed = [f"u{i}" for i in range(UNNAMED)]
    sources = [_source(key, "outlet", None, ()) for key in outlets]
    sources += [_source(f"org{i}", "organisation", None, ()) for i in range(200)]
    sources += [_source(key, "person", f"org{draw.randrange(200)}", ()) for key in people]
    sources += [_source(key, "anonymous", None, (f"org{draw.randrange(200)}",)) for key in unnamed]
    mentions = []
    for i in range(MENTIONS):
        root = draw.choice((draw.choice(people), draw.choice(unnamed), None))
        carriers = tuple(draw.sample(outlets, draw.randrange(4)))
        low = float(draw.randrange(50))
        mentions.append(
            CountedMention(
                key=f"m{i}",
                doc=f"d{i}",
                chain=(*carriers, root) if root else carriers,
                root=root,
                value=CountedValue(lower=low, upper=low, unit="people"),
                stance="support",
            )
        )
    own_line = {f"d{i}": draw.choice(outlets) for i in range(0, MENTIONS, 2)}
    return sources, mentions, own_line


if __name__ == "__main__":
    floor = json.loads(Path(__file__).with_name("floors.json").read_text("utf-8"))["count_mentions_per_s"]
    story = _story(1)
    seconds = min(timeit.repeat(lambda: count_claim(*story), number=1, repeat=3))
    speed = MENTIONS / seconds
    sys.stdout.write(f"count {speed:.0f} mentions/s, {seconds:.2f} s for {MENTIONS} (floor {floor} mentions/s)\n")
    sys.exit(speed < floor)
