"""`headwater stories`: the stories of a ledger."""

import json
from dataclasses import asdict
from pathlib import Path

import click
from rich.text import Text

from headwater.cli.session import show, table
from headwater.ledger import Ledger


@click.command("stories")
@click.argument("ledger", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option("--json", "as_json", is_flag=True, help="One JSON object a story, one a line.")
def stories(ledger: Path, *, as_json: bool) -> None:
    """List the stories of LEDGER, the largest first."""
    with Ledger.open(ledger) as opened:
        held = sorted(opened.stories(), key=lambda story: (-len(story.doc_ids), story.story_id))
        publishers = {document.doc_id: document.publisher for document in opened.documents()}
    if as_json:
        for story in held:
            click.echo(json.dumps(asdict(story), ensure_ascii=False))
        return
    shown = table("articles", "outlets", "story", numeric=("articles", "outlets"))
    for story in held:
        outlets = {publishers[doc_id] or doc_id for doc_id in story.doc_ids}
        first, last = (story.first_published_at or "")[:10], (story.last_published_at or "")[:10]
        when = first if first == last else f"{first} to {last}"
        under = "\n".join(line for line in (when, story.story_id) if line)
        words = Text.assemble((story.caption, "bold"), (f"\n{under}", "dim"))
        shown.add_row(str(len(story.doc_ids)), str(len(outlets)), words)
    show(shown)
