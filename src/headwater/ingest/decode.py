"""Bytes to text: which encoding, decided how, and whether the result is text at all.

Text is decoded unchanged: newlines stand as they stood. A byte order mark is not part of the text; it is recorded in
the encoding ("utf-8 (byte order mark)"). Imports: the standard library, headwater.ingest.draft, charset-normalizer.
"""

import codecs
import unicodedata

from headwater.ingest.draft import RefusalError

# Longest first: the UTF-32 mark begins with the UTF-16 one.
_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"%!PS", "a PostScript file"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"BZh91AY&SY", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"OggS", "an Ogg file"),
    (b"ID3\x03", "an MP3 file"),
    (b"ID3\x04", "an MP3 file"),
    (b"fLaC", "a FLAC file"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
    (b"\x1aE\xdf\xa3", "a Matroska video"),
    (b"PAR1", "a Parquet file"),
)
# RIFF (WebP, WAV, AVI) and ISO media (MP4, HEIC) carry their mark after a length.
_LATE_MAGIC: tuple[tuple[int, bytes, str], ...] = (
    (8, b"WEBP", "a WebP image"),
    (8, b"WAVE", "a WAV file"),
    (8, b"AVI ", "an AVI video"),
    (4, b"ftyp", "an MP4 or HEIC file"),
)
# Real text carries next to none of these; uniformly random bytes read as Latin-1 carry 12 %.
_MAX_ODD_SHARE = 0.01
_ODD_CATEGORIES = frozenset({"Cc", "Cn", "Co"})
_PLAIN_CONTROLS = frozenset("\t\n\r\f\v\x85\x1c\x1d\x1e\x1f")


# Labels that browsers, and so the pages that bear them, take for a larger encoding (WHATWG Encoding Standard).
_AS_BROWSERS_READ: dict[str, str] = {
    **dict.fromkeys(("iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii"), "windows-1252"),
    **dict.fromkeys(("iso-8859-9", "latin5"), "windows-1254"),
    **dict.fromkeys(("gb2312", "gb_2312-80", "gbk", "x-gbk"), "gb18030"),
    **dict.fromkeys(("shift_jis", "shift-jis", "x-sjis", "sjis"), "cp932"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987", "ksc5601"), "cp949"),
    **dict.fromkeys(("tis-620", "iso-8859-11"), "cp874"),
}


def known_binary(head: bytes) -> str | None:
    """Return what kind of binary file begins like this ("a PDF file"), or None."""
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    for offset, magic, kind in _LATE_MAGIC:
        if head[offset : offset + len(magic)] == magic:
            return kind
    return None


def decode(data: bytes, declared: str | None = None) -> tuple[str, str]:
    """Return the text of some bytes, and its encoding with how it was decided.

    The order is: byte order mark, declared encoding, UTF-8 when valid, charset-normalizer's best guess.

    Args:
        data: The bytes of one document, not empty.
        declared: An encoding named by the transport or by the page itself.

    Raises:
        RefusalError: The bytes are binary, or no encoding fits ("binary", "undecodable").
    """
    kind = known_binary(data)
    if kind:
        raise RefusalError("binary", f"this is {kind}, not text")
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data[len(mark) :], marked)
    if b"\x00" in data:
        raise RefusalError("binary", f"{data.count(0):,} of {len(data):,} bytes are NUL")
    own_name = _python_name(declared) if declared else None
    for name, why in ((own_name, "declared"), ("utf-8", "valid")):
        if name and (text := _try(data, name)) is not None:
            return text, f"{_usual_name(name)} ({why})"
    return _detect(data)


def check_text(text: str, max_chars: int | None = None) -> None:
    """Refuse a text that no reader could read or no ledger could keep.

    Raises:
        RefusalError: It is longer than `max_chars` ("too-large"), white space alone ("empty"), holds NULs or many
            control characters ("binary"), or half of a surrogate pair ("undecodable").
    """
    if not text or text.isspace():
        raise RefusalError("empty", "nothing but white space" if text else "nothing in it")
    if max_chars is not None and len(text) > max_chars:
        raise RefusalError("too-large", f"{len(text):,} characters; the limit is {max_chars:,}")
    if "\x00" in text:
        raise RefusalError("binary", "the text holds NUL characters")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise RefusalError("undecodable", f"half of a surrogate pair at character {error.start:,}") from error
    if text.isascii() and text.isprintable():
        return
    odd = _odd_count(text)
    if odd > _MAX_ODD_SHARE * len(text):
        raise RefusalError("binary", f"{odd:,} of {len(text):,} characters are control codes or unassigned")


def _odd_count(text: str) -> int:
    # Counting per distinct character keeps this linear with a small constant: a text has a few hundred of them.
    odd = [char for char in set(text) if unicodedata.category(char) in _ODD_CATEGORIES and char not in _PLAIN_CONTROLS]
    return sum(text.count(char) for char in odd) if len(odd) < 64 else sum(char in set(odd) for char in text)


def _decode_marked(data: bytes, name: str) -> tuple[str, str]:
    text = _try(data, name)
    if text is None:
        raise RefusalError("undecodable", f"a byte order mark says {name}, but the bytes are not valid {name}")
    return text, f"{name} (byte order mark)"


def _python_name(declared: str) -> str | None:
    label = declared.strip().strip("\"'").lower()
    label = _AS_BROWSERS_READ.get(label, label)
    try:
        info = codecs.lookup(label)
    except (LookupError, ValueError):
        return None
    # Codecs such as "hex" or "rot13" turn text into text; only character encodings count. UTF-16 without a
    # mark was refused above with its NULs, so a page that declares it is lying.
    is_text = getattr(info, "_is_text_encoding", True)
    wide_or_odd = info.name.startswith(("utf-16", "utf-32", "utf-7", "idna", "punycode"))
    return info.name if is_text and not wide_or_odd else None


def _usual_name(name: str) -> str:
    """Return the name that standards use for Python's: "windows-1252" for "cp1252", "iso-8859-2" for "iso8859-2"."""
    name = name.replace("_", "-")
    if name.startswith("cp125"):
        return "windows-" + name.removeprefix("cp")
    return name.replace("iso8859", "iso-8859", 1)


def _try(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (UnicodeError, LookupError):
        return None


def _detect(data: bytes) -> tuple[str, str]:
    from charset_normalizer import from_bytes  # noqa: PLC0415  a tenth of a second that UTF-8 need not pay

    best = from_bytes(data).best()
    text = _try(data, best.encoding) if best is not None else None
    if best is None or text is None:
        raise RefusalError("undecodable", "neither UTF-8 nor any other encoding fits these bytes")
    return text, f"{_usual_name(best.encoding)} (detected)"
