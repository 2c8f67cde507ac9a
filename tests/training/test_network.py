"""Training and reading compute the same: distances, padding, and the exported graphs against the network."""

from pathlib import Path

import numpy as np
import pytest

from headwater.models import decoding

torch = pytest.importorskip("torch", reason="needs the train extra")
pytest.importorskip("onnx", reason="needs the train extra")

import onnxruntime  # noqa: E402 - after torch is known to be there
from training.export import export  # noqa: E402
from training.network import REACH, ReaderNetwork, cue_means, distance_buckets  # noqa: E402


@pytest.fixture(scope="module")
def network() -> ReaderNetwork:
    torch.manual_seed(3)
    network = ReaderNetwork()
    network.eval()
    return network


def test_both_sides_measure_the_same_distances() -> None:
    runs = [(0, 1), (100, 103), (255, 256)]
    begins, ends = torch.tensor(runs).unbind(1)
    assert REACH == decoding.REACH
    assert np.array_equal(distance_buckets(256, begins, ends).numpy(), decoding.distance_buckets(256, runs))


def test_padding_changes_nothing(network: ReaderNetwork) -> None:
    ids = torch.randint(1000, 2000, (1, 20))
    features, mask = torch.zeros(1, 20, 3, dtype=torch.int64), torch.ones(1, 20)
    wide = torch.nn.functional.pad(ids, (0, 7)), torch.nn.functional.pad(features, (0, 0, 0, 7))
    with torch.no_grad():
        short, _ = network.tag(ids, features, mask)
        long, _ = network.tag(*wide, torch.nn.functional.pad(mask, (0, 7)))
    assert torch.allclose(short, long[:, :20], atol=1e-5)


@pytest.mark.filterwarnings("ignore")  # the exporter that writes plain graphs calls itself old and unsure
def test_the_exported_graphs_answer_like_the_network(network: ReaderNetwork, tmp_path: Path) -> None:
    export(network, tmp_path, quantised=False)
    ids = torch.randint(1000, 2000, (1, 31))
    features = torch.stack([torch.randint(0, size, (1, 31)) for size in (5, 6, 4)], dim=-1)
    runs = torch.tensor([[3, 5], [20, 21]])
    with torch.no_grad():
        states, tags = network.tag(ids, features, torch.ones(1, 31))
        window = torch.zeros(2, dtype=torch.int64)
        cues = cue_means(states, window, runs[:, 0], runs[:, 1])
        buckets = distance_buckets(31, runs[:, 0], runs[:, 1])
        roles, judge = network.conditional(states, window, cues, buckets, torch.ones(2, 31))
    encoder = onnxruntime.InferenceSession(str(tmp_path / "encoder.onnx"), providers=["CPUExecutionProvider"])
    linker = onnxruntime.InferenceSession(str(tmp_path / "linker.onnx"), providers=["CPUExecutionProvider"])
    got_states, pieces, got_tags = encoder.run(None, {"ids": ids.numpy(), "features": features.numpy()})
    got_cues = np.stack([got_states[0, begin:end].mean(axis=0) for begin, end in runs.tolist()])
    got_roles, got_judge = linker.run(None, {"pieces": pieces, "cues": got_cues, "buckets": buckets.numpy()})
    for wanted, got in ((tags, got_tags), (roles, got_roles), (judge, got_judge)):
        assert np.allclose(wanted.numpy(), got, atol=1e-3)
