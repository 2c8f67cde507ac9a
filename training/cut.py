"""Cut news into statements as headwater does, for training.

`python -m training.cut --stories allsides_stories.jsonl --out CUT.jsonl`: the statements of every story that nobody
grouped, as [article, start, end, none], for training.crossed to mark. Articles of odd dates are read without one.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from headwater.claims.profile import Profile
from headwater.claims.statements import Reading, find_statements
from headwater.lexicon.outlets import OutletList
from headwater.reading import read_documents
from headwater.records import Document, text_sha256
from training.matters import GROUPS

MOST_WORDS = 4500  # longer stories have pairs without end


def sentence_document(name: str, text: str) -> Document:
    """Return a document that is one sentence."""
    return Document(
        doc_id=name, record_id=name, location=name, url=None, publisher=None, headline=None, byline=None,
        dateline=None, published_at=None, modified_at=None, retrieved_at=None, language="en",
        media_type="text/plain", encoding="utf-8", text=text, text_sha256=text_sha256(text), revision_of=None,
        offset_map=(),
    )  # fmt: skip


def story_document(row: Mapping[str, str]) -> Document:
    """Return an article of AllSides as a document: its title, an empty line and its text."""
    text = f"{row['title']}\n\n{row['text']}"
    plain = sentence_document(row["id"], text)
    try:
        day = date.fromisoformat(row["date"][:10]).isoformat()
    except ValueError:
        day = None
    return replace(plain, headline=row["title"], url=row["url"], published_at=day)


def cut(documents: Sequence[Document]) -> Iterator[Profile]:
    """Yield the statements of documents with their profiles, in order."""
    for one in read_documents(documents, OutletList.load(None), score="strict", processes=1):
        reading = Reading(
            document=one.document,
            attributions=one.attributions,
            quantities=one.quantities,
            times=one.times,
            boilerplate=(),
            credits=tuple(credit.span for credit in one.sources.credits if credit.span),
        )
        yield from find_statements(reading, None)


def main() -> None:
    """Parse the command line, cut and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stories", type=Path, required=True, help="allsides_stories.jsonl")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    grouped = {str(json.loads(line)["story"]) for line in GROUPS.read_text("utf-8").splitlines()}
    stories: dict[str, list[Mapping[str, str]]] = defaultdict(list)
    for line in options.stories.read_text("utf-8").splitlines():
        row = json.loads(line)
        stories[str(row["story"])].append(row)
    with options.out.open("w", encoding="utf-8") as file:
        for story, rows in sorted(stories.items()):
            if story in grouped or sum(len(row["text"].split()) for row in rows) > MOST_WORDS:
                continue
            spans = [profile.statement.span for profile in cut([story_document(row) for row in rows])]
            statements = [(span.doc_id, span.start, span.end, None) for span in spans]
            file.write(json.dumps({"story": story, "statements": statements}) + "\n")


if __name__ == "__main__":
    main()
