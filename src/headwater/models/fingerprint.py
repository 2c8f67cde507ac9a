"""Which weights read a document: one hash over all their files. Imports: the standard library and this room only."""

from functools import cache
from hashlib import sha256

from headwater.errors import ModelError
from headwater.models.reader import WEIGHTS

_FILES = ("encoder.onnx", "linker.onnx", "meaning.onnx", "metadata.json", "tokenizer.json")


@cache
def weights_sha256() -> str:
    """Return the SHA-256 over the shipped weights' files, names included, as 64 hexadecimal digits.

    Raises:
        ModelError: A file is missing.
    """
    digest = sha256()
    for name in _FILES:
        file = WEIGHTS / name
        if not file.is_file():
            raise ModelError(f"{file} is missing; install headwater again")
        digest.update(name.encode() + b"\0" + sha256(file.read_bytes()).digest())
    return digest.hexdigest()
