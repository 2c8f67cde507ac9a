"""Turn exported weights back into a checkpoint, so that a smaller network can start from a reader that ships.

`python -m training.restore --weights FOLDER --run RUN`. The encoder's matrices come back as their 8-bit values
times their scales: what the export rounded away stays away. Imports onnx and torch.
"""

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
import torch
from onnx import numpy_helper

from training.network import ReaderNetwork
from training.train import Recipe

Arrays = dict[str, npt.NDArray[Any]]
_BLOCK_MATRICES = ("qkv", "out", "up", "down")


def restore(weights: Path) -> ReaderNetwork:
    """Read encoder.onnx and linker.onnx of one folder into a network.

    Args:
        weights: Folder with 8-bit weights as training.export writes them.

    Returns:
        The network in evaluation mode; its biaffine linker, which is never exported, is untrained.

    Raises:
        ValueError: The graphs hold another number of matrices than the network.
    """
    graph, held = _load(weights / "encoder.onnx")
    matrices = [node.input[1] for node in graph.node if node.op_type == "MatMulInteger"]
    layers = (len(matrices) - 2) // len(_BLOCK_MATRICES)
    network = ReaderNetwork(layers)
    names = [f"encoder.blocks.{block}.{name}.weight" for block in range(layers) for name in _BLOCK_MATRICES]
    # After the blocks the graph projects the states for the linker and tags them.
    names += ["conditional.piece.weight", "tagger.weight"]
    found: Arrays = {name: _whole(held, key).T for name, key in zip(names, matrices, strict=True)}
    for key in held:
        name = key.removeprefix("network.")
        if name.endswith("_quantized") and name.startswith("encoder."):
            found[name.removesuffix("_quantized")] = _whole(held, key)
        elif name.startswith(("encoder.", "tagger.", "conditional.")):
            found.setdefault(name, held[key])
    graph, held = _load(weights / "linker.onnx")
    matrices = [node.input[1] for node in graph.node if node.op_type == "MatMul" and node.input[1] in held]
    names = ["conditional.blocks.0.mix.weight", "conditional.blocks.1.mix.weight", "conditional.roles.weight"]
    found |= {name: held[key].T for name, key in zip(names, matrices, strict=True)}
    found |= {key.replace("linker.", "conditional."): value for key, value in held.items() if key.startswith("linker.")}
    state = network.state_dict()
    wanted = {name for name in state if not name.startswith("biaffine.")}
    if missing := wanted - set(found):
        raise ValueError(f"the graphs in {weights} lack {sorted(missing)}; they are not of this network")
    shaped = {name: torch.from_numpy(np.array(found[name])).float().reshape(state[name].shape) for name in wanted}
    network.load_state_dict(state | shaped)
    return network.eval()


def _load(path: Path) -> tuple[Any, Arrays]:
    graph = onnx.load(str(path)).graph
    return graph, {one.name: numpy_helper.to_array(one) for one in graph.initializer}


def _whole(held: Arrays, name: str) -> npt.NDArray[Any]:
    """Return 8-bit values times their scale, one for each column or one for all."""
    stem = name.removesuffix("_quantized")
    values = held[name].astype(np.float32) - held[f"{stem}_zero_point"].astype(np.float32)
    return np.asarray(values * held[f"{stem}_scale"])


def main() -> None:
    """Parse the command line and write RUN/checkpoint.pt."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--run", type=Path, required=True)
    options = parser.parse_args()
    network = restore(options.weights)
    options.run.mkdir(parents=True, exist_ok=True)
    recipe = asdict(Recipe(layers=len(network.encoder.blocks)))
    state = {"network": network.state_dict(), "averaged": {}, "recipe": recipe}
    torch.save(state, options.run / "checkpoint.pt")


if __name__ == "__main__":
    main()
