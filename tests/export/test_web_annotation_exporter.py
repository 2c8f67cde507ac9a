"""Web Annotation: positions and quotations agree, in code points."""

import io
import json
from pathlib import Path

from tests.ledger.invented import DOCUMENTS

from headwater.export import export_web_annotation
from headwater.ledger import Ledger


def test_positions_and_quotations_agree(ledger_path: Path) -> None:
    stream = io.StringIO()
    with Ledger.open(ledger_path) as ledger:
        export_web_annotation(ledger, stream)
    collection = json.loads(stream.getvalue())
    texts = {f"urn:headwater:{document.doc_id}": document.text for document in DOCUMENTS}
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["total"] == len(collection["first"]["items"]) == 4 + 3
    after_the_wave = 0
    for item in collection["first"]["items"]:
        targets = item["target"] if isinstance(item["target"], list) else [item["target"]]
        for target in targets:
            position, quotation = target["selector"]
            text = texts[target["source"]]
            assert text[position["start"] : position["end"]] == quotation["exact"]
            whole = quotation["prefix"] + quotation["exact"] + quotation["suffix"]
            assert whole in text
            after_the_wave += "🌊" in text[: position["start"]]
    assert after_the_wave
