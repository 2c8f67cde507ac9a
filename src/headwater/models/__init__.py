"""The weights: a trained reader of attributions and a sentence encoder, run by onnxruntime on the CPU.

The doors are Reader.load().read(texts) and MeaningReader.load().vectors(wordings).
Offsets are half-open code-point ranges into the text given.
"""

from headwater.models.fingerprint import weights_sha256
from headwater.models.meaning import MeaningReader
from headwater.models.reader import Metadata, Reader, Relation

__all__ = ["MeaningReader", "Metadata", "Reader", "Relation", "weights_sha256"]
