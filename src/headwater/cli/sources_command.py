"""`headwater sources`: who speaks in a ledger, and how often."""

import json
from collections import Counter
from pathlib import Path

import click
from rich.text import Text

from headwater.cli.session import show, table
from headwater.ledger import Ledger


@click.command("sources")
@click.argument("ledger", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option("--json", "as_json", is_flag=True, help="One JSON object a source, one a line.")
def sources(ledger: Path, *, as_json: bool) -> None:
    """List the sources of LEDGER: people, organisations, outlets, documents and unnamed ones."""
    with Ledger.open(ledger) as opened:
        entities, roots, chains = opened.entities("story"), opened.roots(), opened.chains()
    united = {member: entity.entity_id for entity in entities for member in entity.member_ids}
    spoken = Counter(united[chain.hops[-1].entity_id] for chain in chains if chain.hops)
    carried = Counter(united[hop.entity_id] for chain in chains for hop in chain.hops[:-1])
    rooted = Counter(root.entity_id for root in roots if root.entity_id)
    captions = {entity.entity_id: entity.caption for entity in entities}
    rows = [
        {
            "entity_id": entity.entity_id,
            "name": entity.caption,
            "kind": entity.kind,
            "aliases": entity.aliases,
            "speaks_for": captions.get(entity.parent_id or ""),
            "statements": spoken[entity.entity_id],
            "carries": carried[entity.entity_id],
            "claims": rooted[entity.entity_id],
        }
        for entity in sorted(entities, key=lambda e: (-spoken[e.entity_id], -carried[e.entity_id], e.caption))
    ]
    if as_json:
        for row in rows:
            click.echo(json.dumps(row, ensure_ascii=False))
        return
    aliases = {entity.entity_id: ", ".join(entity.aliases) for entity in entities}
    numeric = ("says", "passes on", "root of")
    shown = table("source", *numeric, numeric=numeric)
    for row in rows:
        about = [str(row["kind"])] + [f"speaks for {row['speaks_for']}"] * bool(row["speaks_for"])
        also = aliases[str(row["entity_id"])]
        about += [f"also called {also}"] * bool(also)
        name = Text.assemble((str(row["name"]), "bold"), ("\n" + "; ".join(about), "dim"))
        shown.add_row(name, *(str(row[key]) for key in ("statements", "carries", "claims")))
    show(shown)
