"""Several trained readers that answer as one: the mean of what they say about every piece and every candidate cue.

`python -m training.ensemble --data POLNEAR --scorer FILE FOLDER...` measures them together on the development part.
An ensemble is read like a Session; it is too slow to ship and teaches what ships. Imports: numpy and headwater.models.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from headwater.models import Reader
from headwater.models.decoding import Answer, Floats, cue_candidates
from headwater.models.reader import read_metadata
from headwater.models.session import Session
from headwater.models.windows import Pieces, Window, load_tokenizer
from training.evaluate import Development, Scorer, calibrate, choose_thresholds, summary


class Ensemble(Session):
    """Sessions that agree on the candidates, then vote on their roles with equal weight."""

    def __init__(self, folders: Sequence[Path], *, threads: int) -> None:
        self._members = [Session(folder, threads=threads) for folder in folders]

    def ask(self, pieces: Pieces, window: Window) -> Answer:
        """Run every member on one window; probabilities are means, the judge is the logit of the mean chance."""
        encoded = [member.encode(pieces, window) for member in self._members]
        tags: Floats = np.stack([one.tags for one in encoded]).mean(axis=0)
        runs = cue_candidates(tags, pieces.continues[window.begin : window.end])
        answers = [member.link(one, runs) for member, one in zip(self._members, encoded, strict=True)]
        chance = np.mean([1.0 / (1.0 + np.exp(-answer.judge)) for answer in answers], axis=0).clip(1e-4, 1 - 1e-4)
        return Answer(
            tags=tags,
            runs=runs,
            roles=np.stack([answer.roles for answer in answers]).mean(axis=0),
            judge=np.log(chance / (1.0 - chance)).astype(np.float32),
        )


def ensemble_reader(folders: Sequence[Path]) -> Reader:
    """Return a reader that asks all of them; tokenizer and windows are the first one's."""
    tokenizer = load_tokenizer(folders[0] / "tokenizer.json")
    metadata = read_metadata(folders[0] / "metadata.json")
    return Reader(session=Ensemble(folders, threads=1), tokenizer=tokenizer, metadata=metadata)


def main() -> None:
    """Parse the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+", help="folders of exported weights")
    parser.add_argument("--data", type=Path, required=True, help="folder that holds train/ and dev/")
    parser.add_argument("--scorer", type=Path, required=True, help="score_attribution.py")
    options = parser.parse_args()
    development = Development(ensemble_reader(options.folders), Scorer(options.scorer), options.data / "dev")
    inputs, right, _ = development.judged()
    weights = calibrate(inputs, right)
    threshold, _ = choose_thresholds(development, weights)
    print(summary(development.report(weights, threshold)))


if __name__ == "__main__":
    main()
