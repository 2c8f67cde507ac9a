"""From what the user named to the inputs there are: files, folders, standard input, URLs.

Folders are walked whole and in order. Names that begin with a dot, sidecars, brat annotations beside their text and
the --meta table are no inputs of their own; everything else ends as an outcome.
Imports: the standard library, headwater.errors, headwater.records, headwater.config and this room.
"""

import gzip
import os
import re
import stat
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from headwater.config import IngestConfig
from headwater.errors import InputError
from headwater.ingest.draft import Metadata, RawInput, RefusalError, reject
from headwater.ingest.metadata import load_sidecar, sidecar_names
from headwater.ingest.sniff import HEAD_BYTES
from headwater.records import Rejection

_WEB = re.compile(r"https?://", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.\-]{1,20}://", re.IGNORECASE)
STANDARD_INPUT = "-"

Fetch = Callable[[str, IngestConfig], RawInput]


def find_inputs(
    inputs: Sequence[str], *, skip: Path | None, fetch: Fetch | None, stdin: BinaryIO | None, config: IngestConfig
) -> Iterator[RawInput | Rejection]:
    """Yield every input once, whatever names lead to it.

    Args:
        inputs: Paths, "-" or URLs as the user gave them.
        skip: The --meta table, which may lie in a folder that is read.
        fetch: Gets a URL; None when the user did not allow the network.
        stdin: Bytes of standard input, read for "-".
        config: Limits.

    Raises:
        InputError: A folder holds nothing to read, or "-" was named and there is no standard input.
    """
    files: dict[str, Path] = {}
    for name in sorted(set(inputs)):
        if name == STANDARD_INPUT:
            yield _raw_stdin(stdin)
        elif _WEB.match(name):
            yield _from_web(name, fetch, config)
        elif _SCHEME.match(name):
            yield reject(name, "unsupported", "only http and https addresses are fetched")
        else:
            for item in _below(Path(name), skip):
                if isinstance(item, Rejection):
                    yield item
                else:
                    files[shown(item)] = item
    # Only now is it known which files stand beside each other: a shell's "coverage/*" names sidecars too.
    together = frozenset(files.values())
    for path in files.values():
        if not _belongs_to_another(path, together):
            yield from _from_file(path)


def shown(path: Path | str) -> str:
    """Return a path as it stands in records; bytes that are not UTF-8 are written as escapes."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _below(path: Path, skip: Path | None) -> Iterator[Path | Rejection]:
    """Yield the files in a folder, or the file itself, whether it exists or not."""
    if not path.is_dir():
        yield path
        return
    found = [item for item in _walk(path) if isinstance(item, Rejection) or not _is_same(item, skip)]
    if not found:
        raise InputError(shown(path), "the folder holds nothing to read", "name a folder with articles in it")
    yield from found


def _is_same(path: Path, other: Path | None) -> bool:
    return other is not None and path.name == other.name and path.resolve() == other.resolve()


def _walk(folder: Path) -> Iterator[Path | Rejection]:
    """Yield the files below a folder in order; what cannot be listed or followed is named."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield reject(shown(folder), "unreadable", f"the folder could not be listed ({error.strerror})")
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path))
        elif entry.is_dir():
            yield reject(shown(entry.path), "unsupported", "a link to a folder is not followed; name the folder itself")
        else:
            yield Path(entry.path)


def _belongs_to_another(path: Path, files: frozenset[Path]) -> bool:
    """Tell whether a file is the sidecar or the brat annotation of a file beside it."""
    if path.suffix == ".ann":
        return path.with_suffix(".txt") in files or path.with_suffix("") in files
    if path.suffix != ".json":
        return False
    stem = path.with_suffix("")
    return stem in files or any(other != path and other.with_suffix("") == stem for other in _siblings(path, files))


def _siblings(path: Path, files: frozenset[Path]) -> Iterator[Path]:
    return (path.with_suffix(ending) for ending in _SIDECAR_OWNERS if path.with_suffix(ending) in files)


_SIDECAR_OWNERS = (
    ".txt",
    ".text",
    ".md",
    ".html",
    ".htm",
    ".xhtml",
    ".xml",
    ".rss",
    ".atom",
    ".warc",
    ".arc",
    ".jsonl",
)


def _from_file(path: Path) -> Iterator[RawInput | Rejection]:
    location = shown(path)
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            yield reject(location, "unsupported", "neither a file nor a folder; pipe JSON lines in as -")
            return
        sidecar, refused = _sidecar_of(path)
        yield from refused
        yield RawInput(
            location=location,
            record_id=shown(_stem(path)),
            name=path.name,
            head=_head(path),
            path=path,
            body=None,
            metadata=sidecar,
        )
    except FileNotFoundError:
        yield reject(location, "unreadable", "there is no such file")
    except (OSError, ValueError) as error:
        yield reject(
            location, "unreadable", f"the file could not be read ({getattr(error, 'strerror', None) or error})"
        )
    except RefusalError as refusal:
        yield reject(location, refusal.reason, refusal.detail)


def _stem(path: Path) -> str:
    """Return the name without its ending, and without .gz before that."""
    name = path.name.removesuffix(".gz")
    return Path(name).stem or name


def _sidecar_of(path: Path) -> tuple[Metadata, tuple[Rejection, ...]]:
    for name in sidecar_names(path):
        candidate = Path(name)
        if candidate.is_file():
            try:
                return load_sidecar(candidate), ()
            except RefusalError as refusal:
                # The article is read all the same; what failed is named at its own place.
                detail = f"sidecar of {shown(path.name)}, which was read without it: {refusal.detail}"
                return Metadata(), (reject(shown(candidate), refusal.reason, detail),)
    return Metadata(), ()


def _head(path: Path) -> bytes:
    with path.open("rb") as stream:
        packed = stream.read(HEAD_BYTES)
    return unpacked_head(packed)


def unpacked_head(packed: bytes) -> bytes:
    """Return the first bytes of an input, unpacked as far as they go when they are gzipped.

    Raises:
        RefusalError: They claim to be gzipped and are not.
    """
    if not packed.startswith(b"\x1f\x8b"):
        return packed
    try:
        return zlib.decompressobj(wbits=zlib.MAX_WBITS | 16).decompress(packed, HEAD_BYTES)
    except (zlib.error, gzip.BadGzipFile) as error:
        raise RefusalError("malformed", f"the gzip stream is damaged ({error})") from error


def _raw_stdin(stdin: BinaryIO | None) -> RawInput:
    if stdin is None:
        raise InputError(STANDARD_INPUT, "there is no standard input", "pipe JSON lines in, or name a file")
    body = stdin.read()
    return RawInput(
        location=STANDARD_INPUT, record_id=STANDARD_INPUT, name="", head=body[:HEAD_BYTES], path=None, body=body
    )


def _from_web(url: str, fetch: Fetch | None, config: IngestConfig) -> RawInput | Rejection:
    if fetch is None:
        return reject(url, "network", "an address is read only with --fetch; headwater uses no network unasked")
    try:
        return fetch(url, config)
    except RefusalError as refusal:
        return reject(url, refusal.reason, refusal.detail)
