"""Ids derived from content, so that a re-run gives the same ids and two ledgers can be compared.

Imports: the standard library only.
"""

from hashlib import blake2b, sha256

# A field separator that cannot stand in a text decoded from news: the ASCII unit separator.
_SEPARATOR = "\x1f"
_DIGEST_BYTES = 8  # 64 bits: one chance in 10^7 of a collision among two million records of one kind


def content_id(prefix: str, *parts: object) -> str:
    """Return `prefix-` and 16 hexadecimal digits that depend on the parts alone.

    Args:
        prefix: Kind of record, e.g. "doc"; makes ids readable and kinds distinct.
        parts: Whatever determines the record; each is written with str(), None as the empty string.
    """
    joined = _SEPARATOR.join("" if part is None else str(part) for part in parts)
    digest = blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=_DIGEST_BYTES, person=b"headwater")
    return f"{prefix}-{digest.hexdigest()}"


def text_sha256(text: str) -> str:
    """Return the SHA-256 of a text's UTF-8 bytes, as 64 hexadecimal digits."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
