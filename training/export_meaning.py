"""Write the sentence encoder that compares statements, trained by training.meaning.

`python -m training.export_meaning --run RUN --out WEIGHTS`.

all-MiniLM-L6-v2 (Apache-2.0) trained further: it reads a sentence in which the statement's pieces are marked, and the
vector is the mean of its last states over those, of length 1.
Matrices and vocabulary become 8-bit integers like the reader's. Imports torch.
"""

import argparse
import tempfile
from pathlib import Path

import torch
from torch import Tensor, nn

from training.export import OPSET, quantise
from training.network import LAYERS, Encoder


class MeaningGraph(nn.Module):
    """Pieces of one sentence, special tokens included, to a vector of length 1 for the statement in it."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor, inside: Tensor) -> Tensor:
        """Map ids (1, L) and which of them are the statement's, (1, L) of 0 and 1, to (WIDTH,)."""
        states = self.encoder.plain(ids, None, self.encoder.features[0](inside))
        total = (states * inside[:, :, None]).sum(1)[0]
        return total / total.norm()


def main() -> None:
    """Parse the command line and write meaning.onnx."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True, help="folder with meaning.pt")
    parser.add_argument("--out", type=Path, required=True, help="folder of the weights")
    options = parser.parse_args()
    encoder = Encoder(LAYERS)
    encoder.load_state_dict(torch.load(options.run / "meaning.pt", map_location="cpu", weights_only=True))
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "meaning.onnx"
        torch.onnx.export(
            MeaningGraph(encoder).eval(),
            (torch.ones(1, 12, dtype=torch.int64), torch.ones(1, 12, dtype=torch.int64)),
            str(plain),
            input_names=["ids", "inside"],
            output_names=["meaning"],
            dynamic_axes={"ids": {1: "length"}, "inside": {1: "length"}},
            opset_version=OPSET,
            dynamo=False,
        )
        quantise(plain, options.out / "meaning.onnx")


if __name__ == "__main__":
    main()
