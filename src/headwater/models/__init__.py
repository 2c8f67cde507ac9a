"""The weights: a trained reader of attributions, run by onnxruntime on the CPU.

The door is Reader.load().read(texts). Offsets are half-open code-point ranges into the text given.
"""

from headwater.models.fingerprint import weights_sha256
from headwater.models.reader import Metadata, Reader, Relation

__all__ = ["Metadata", "Reader", "Relation", "weights_sha256"]
