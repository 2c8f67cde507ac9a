"""Write a trained checkpoint as the two ONNX graphs the package ships.

`python -m training.export --run RUN --pretrained FOLDER --out FOLDER [--float]`. The encoder's matrices and its
vocabulary become 8-bit integers; the linker, a hundredth of the work, stays as it is.
"""

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from headwater.models.decoding import EVIDENCE
from headwater.models.reader import FORMAT
from headwater.models.windows import load_tokenizer
from training.examples import OVERLAP
from training.network import KERNEL, LINK_WIDTH, REACH, ROLES, TAGS, WIDTH, ReaderNetwork
from training.train import Recipe, averaged_network

OPSET = 17


class EncoderGraph(nn.Module):
    """One window in, its states, their projection for the linker, and tag logits out."""

    def __init__(self, network: ReaderNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, features: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Map ids (1, L) and features (1, L, 3) to (1, L, WIDTH), (1, L, LINK_WIDTH) and (1, L, 7)."""
        states = self.network.encoder(ids, features, None)
        return states, self.network.conditional.piece(states), self.network.tagger(states)


class LinkerGraph(nn.Module):
    """The conditional linker for all candidate cues of one window."""

    def __init__(self, network: ReaderNetwork) -> None:
        super().__init__()
        self.linker = network.conditional

    def forward(self, pieces: Tensor, cues: Tensor, buckets: Tensor) -> tuple[Tensor, Tensor]:
        """Map pieces (1, L, LINK_WIDTH), cues (N, WIDTH) and buckets (N, L) to (N, L, 4) and (N,)."""
        return self.linker.link(pieces, cues, buckets, None)


def export(network: ReaderNetwork, folder: Path, *, quantised: bool) -> None:
    """Write encoder.onnx and linker.onnx into a folder.

    Args:
        network: A network in evaluation mode.
        folder: Where to, made when absent.
        quantised: Whether the encoder's matrices become 8-bit integers.
    """
    folder.mkdir(parents=True, exist_ok=True)
    length, count = 24, 3
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "encoder.onnx"
        torch.onnx.export(
            EncoderGraph(network).eval(),
            (torch.ones(1, length, dtype=torch.int64), torch.zeros(1, length, 3, dtype=torch.int64)),
            str(plain),
            input_names=["ids", "features"],
            output_names=["states", "pieces", "tags"],
            dynamic_axes={name: {1: "length"} for name in ("ids", "features", "states", "pieces", "tags")},
            opset_version=OPSET,
            dynamo=False,
        )
        if quantised:
            quantise(plain, folder / "encoder.onnx")
        else:
            shutil.copy(plain, folder / "encoder.onnx")
    torch.onnx.export(
        LinkerGraph(network).eval(),
        (torch.zeros(1, length, LINK_WIDTH), torch.zeros(count, WIDTH), torch.full((count, length), REACH)),
        str(folder / "linker.onnx"),
        input_names=["pieces", "cues", "buckets"],
        output_names=["roles", "judge"],
        dynamic_axes={
            "pieces": {1: "length"},
            "cues": {0: "count"},
            "buckets": {0: "count", 1: "length"},
            "roles": {0: "count", 1: "length"},
            "judge": {0: "count"},
        },
        opset_version=OPSET,
        dynamo=False,
    )
    widen(folder / "linker.onnx")


def widen(path: Path) -> None:
    """Make depthwise convolutions along the pieces flat ones of images, for which onnxruntime is fast."""
    model = onnx.load(str(path))
    held = {one.name: one for one in model.graph.initializer}
    nodes = []
    for node in model.graph.node:
        if node.op_type != "Conv":
            nodes.append(node)
            continue
        kernel = held[node.input[1]]
        kernel.CopyFrom(numpy_helper.from_array(numpy_helper.to_array(kernel)[:, :, None], kernel.name))
        groups = next(one.i for one in node.attribute if one.name == "group")
        flat, mixed = f"{node.name}/flat", f"{node.name}/mixed"
        sizes = {"kernel_shape": [1, KERNEL], "pads": [0, KERNEL // 2] * 2, "group": groups}
        nodes += [
            helper.make_node("Unsqueeze", [node.input[0], "height"], [flat]),
            helper.make_node("Conv", [flat, *node.input[1:]], [mixed], **sizes),
            helper.make_node("Squeeze", [mixed, "height"], [*node.output]),
        ]
    model.graph.initializer.append(numpy_helper.from_array(np.array([2], dtype=np.int64), "height"))
    del model.graph.node[:]
    model.graph.node.extend(nodes)
    onnx.save(model, str(path))


def quantise(plain: Path, target: Path) -> None:
    """Write a graph again with 8-bit matrices and tables."""
    quantize_dynamic(
        str(plain),
        str(target),
        op_types_to_quantize=["MatMul", "Gather"],
        per_channel=True,
        # Without VNNI, 8-bit products overflow 16-bit sums on AVX2 processors; 7-bit weights do not.
        reduce_range=True,
        weight_type=QuantType.QInt8,
    )


def write_tokenizer(pretrained: Path, folder: Path) -> None:
    """Write the tokenizer without its truncation at 128 pieces."""
    load_tokenizer(pretrained / "tokenizer.json").save(str(folder / "tokenizer.json"), pretty=False)


def write_metadata(run: Path, folder: Path, *, calibrated_like: Path | None) -> None:
    """Write metadata.json, with scores and thresholds from other weights or, at first, from the judge alone."""
    recipe = json.loads((run / "recipe.json").read_text("utf-8"))
    held: dict[str, object] = {
        "calibration": [1.0, *[0.0] * len(EVIDENCE)],
        "f1_threshold": 0.5,
        "strict_threshold": 0.9,
    }
    if calibrated_like is not None:
        held = json.loads((calibrated_like / "metadata.json").read_text("utf-8"))
    held |= {
        "format": FORMAT,
        "name": f"minilm{recipe['layers']}-conditional-seed{recipe['seed']}",
        "layers": recipe["layers"],
        # REL-SCC of `headwater annotate` on dev by window: 96 71.7, 128 71.8, 160 72.3, 192 71.9, 254 71.6; and what
        # a window costs grows faster than its length.
        "window": Recipe().window_sizes[0],
        "overlap": OVERLAP,
        "tags": list(TAGS),
        "roles": list(ROLES),
        "evidence": list(EVIDENCE),
    }
    (folder / "metadata.json").write_text(json.dumps(held, indent=1) + "\n", "utf-8")


def main() -> None:
    """Parse the command line and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--pretrained", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--float", action="store_true", help="keep 32-bit floats, to measure what rounding costs")
    options = parser.parse_args()
    export(averaged_network(options.run / "checkpoint.pt"), options.out, quantised=not options.float)
    write_tokenizer(options.pretrained, options.out)
    write_metadata(options.run, options.out, calibrated_like=None)


if __name__ == "__main__":
    main()
