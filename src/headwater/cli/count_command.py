"""`headwater count`: roots, routes and bottlenecks of claims labelled by hand; no reading involved."""

import json
from typing import BinaryIO

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from headwater.errors import InputError
from headwater.provenance import Count, CountedValue, LabelledStory, count_claim, parse_story


@click.command("count")
@click.argument("file", metavar="STORY.json", type=click.File("rb"))
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead of a table.")
@click.option("--without", multiple=True, metavar="NAME", help="Remove a source or carrier (key or name) and recount.")
def count(file: BinaryIO, as_json: bool, without: tuple[str, ...]) -> None:  # noqa: FBT001  click passes flags so
    """Count the independent roots of each claim in STORY.json (`-` reads standard input)."""
    location = str(getattr(file, "name", "standard input"))
    try:
        text = file.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(location, f"not UTF-8 at byte {error.start}", "save the story as UTF-8") from error
    story = parse_story(text, location)
    if story.unknown:
        click.echo(f"not among the sources, counted as outlets: {', '.join(story.unknown)}", err=True)
    removed = _keys(story, without)
    counts = [
        (claim.key, count_claim(story.sources, claim.mentions, story.own_line, without=removed))
        for claim in story.claims
    ]
    if as_json:
        claims = [{"key": key, **_as_json(found)} for key, found in counts]
        click.echo(json.dumps({"story": story.name, "claims": claims}, ensure_ascii=False, indent=1))
    else:
        _print_table(story, counts)


def _keys(story: LabelledStory, names: tuple[str, ...]) -> frozenset[str]:
    """Return the keys meant by keys, names and carriers, whatever their case."""
    meant: dict[str, set[str]] = {}
    for source in story.sources:
        for word in (source.key, source.name):
            meant.setdefault(word.casefold(), set()).add(source.key)
    for key in (*story.own_line.values(), *story.unknown):
        meant.setdefault(key.casefold(), set()).add(key)
    missing = [name for name in names if name.casefold() not in meant]
    if missing:
        known = ", ".join(sorted(source.key for source in story.sources)[:20])
        message = f"{', '.join(missing)} is no source or carrier of {story.name}; there are {known or 'none'}"
        raise click.BadParameter(message, param_hint="--without")
    return frozenset(key for name in names for key in meant[name.casefold()])


def _as_json(found: Count) -> dict[str, object]:
    return {
        "roots": {"min": found.roots_min, "max": found.roots_max},
        "routes": {"min": found.routes_min, "max": found.routes_max},
        "bottlenecks": list(found.bottlenecks),
        "by_value": [
            {
                "low": one.value.lower,
                "high": one.value.upper,
                "unit": one.value.unit,
                "docs": list(one.docs),
                "roots": {"min": one.roots_min, "max": one.roots_max},
            }
            for one in found.by_value
        ],
        "denying": {"min": found.denying_min, "max": found.denying_max},
        "circular": [list(cycle) for cycle in found.cycles],
    }


def _print_table(story: LabelledStory, counts: list[tuple[str, Count]]) -> None:
    names = {source.key: source.name for source in story.sources}
    table = Table(title=Text(f"{story.name}: {len(counts)} claims"), title_justify="left")
    for heading in ("claim", "roots", "routes", "bottlenecks, outermost first", "by value"):
        table.add_column(heading, overflow="fold")
    for key, found in counts:
        values = (
            f"{_value(one.value)}: {_interval(one.roots_min, one.roots_max)}"
            for one in found.by_value
            if len(found.by_value) > 1
        )
        notes = ["circular"] if found.circular else []
        if found.denying_max:
            notes.append(f"denied by {_interval(found.denying_min, found.denying_max)}")
        # Text, not markup: a name in square brackets is a name.
        table.add_row(
            Text(key),
            Text(" ".join((_interval(found.roots_min, found.roots_max), *notes))),
            Text(_interval(found.routes_min, found.routes_max)),
            Text(", ".join(names.get(name, name) for name in found.bottlenecks) or "none"),
            Text("\n".join(values)),
        )
    with Console() as console:
        console.print(table)


def _interval(least: int, most: int) -> str:
    return f"[{least}, {most}]"


def _value(value: CountedValue) -> str:
    low = "…" if value.lower is None else f"{value.lower:g}"
    high = "…" if value.upper is None else f"{value.upper:g}"
    bounds = low if low == high else f"{low}–{high}"
    return f"{bounds} {value.unit}".rstrip()
