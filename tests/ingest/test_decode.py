"""decode and check_text: which encoding and why, and what is no text."""

import random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from headwater.ingest.decode import check_text, decode, known_binary
from headwater.ingest.draft import RefusalError

DECODED: dict[str, tuple[bytes, str | None, str, str]] = {
    "plain-ascii": (b"The dam held.", None, "The dam held.", "utf-8 (valid)"),
    "utf-8": ("Café Østby".encode(), None, "Café Østby", "utf-8 (valid)"),
    "mark-is-not-text": (b"\xef\xbb\xbfThe dam", None, "The dam", "utf-8 (byte order mark)"),
    "utf-16-with-mark": ("\ufeffØstby".encode("utf-16-le"), None, "Østby", "utf-16-le (byte order mark)"),
    "utf-32-with-mark": ("\ufeffØstby".encode("utf-32-be"), None, "Østby", "utf-32-be (byte order mark)"),
    "declared": ("Wałęsa".encode("iso-8859-2"), "ISO-8859-2", "Wałęsa", "iso-8859-2 (declared)"),
    "latin-1-read-as-browsers-do": (b"\x93No\x94", "iso-8859-1", "“No”", "windows-1252 (declared)"),
    "declared-wrongly": ("Østby".encode(), "utf-7", "Østby", "utf-8 (valid)"),
    "declared-nonsense": ("Østby".encode(), "no-such-thing", "Østby", "utf-8 (valid)"),
    "newlines-stand": (b"a\r\nb\rc\n", None, "a\r\nb\rc\n", "utf-8 (valid)"),
}


@pytest.mark.parametrize(("data", "declared", "text", "encoding"), DECODED.values(), ids=DECODED)
def test_text_and_encoding_are(data: bytes, declared: str | None, text: str, encoding: str) -> None:
    assert decode(data, declared) == (text, encoding)


def test_an_undeclared_single_byte_encoding_is_detected_and_said_to_be() -> None:
    words = "Наводнение затопило долину реки, сообщили в службе спасения города во вторник утром. " * 5
    text, encoding = decode(words.encode("windows-1251"))
    assert text == words
    assert encoding.endswith("(detected)")


BINARY: dict[str, tuple[bytes, str]] = {
    "pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "a PDF file"),
    "png": (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    "jpeg": (b"\xff\xd8\xff\xe0JFIF", "a JPEG image"),
    "word-document": (b"PK\x03\x04\x14\x00\x06\x00", "a ZIP archive or office document"),
    "webp": (b"RIFF\x24\x00\x00\x00WEBPVP8 ", "a WebP image"),
    "mp4": (b"\x00\x00\x00\x18ftypmp42", "an MP4 or HEIC file"),
    "nuls": (b"\x00" * 512, "512 of 512 bytes are NUL"),
    "one-nul": (b"The dam\x00 held.", "1 of 14 bytes are NUL"),
}


@pytest.mark.parametrize(("data", "words"), BINARY.values(), ids=BINARY)
def test_binary_bytes_are_refused_by_name(data: bytes, words: str) -> None:
    with pytest.raises(RefusalError, match=words) as caught:
        decode(data)
    assert caught.value.reason == "binary"


@pytest.mark.parametrize("seed", range(20))
def test_random_bytes_never_pass_for_text(seed: int) -> None:
    generator = random.Random(seed)  # noqa: S311  reproducible noise, no secret
    noise = generator.randbytes(3_000).replace(b"\x00", b"\x01")
    with pytest.raises(RefusalError) as caught:
        check_text(decode(noise)[0])
    assert caught.value.reason in {"binary", "undecodable"}


REFUSED: dict[str, tuple[str, str]] = {
    "nothing": ("", "empty"),
    "white-space": (" \n\t\u00a0", "empty"),
    "nul": ("The dam\x00 held.", "binary"),
    "control-codes": ("\x01\x02\x03\x04 dam", "binary"),
    "half-a-pair": ("The dam \ud83d held.", "undecodable"),
}


@pytest.mark.parametrize(("text", "reason"), REFUSED.values(), ids=REFUSED)
def test_no_reader_could_read(text: str, reason: str) -> None:
    with pytest.raises(RefusalError) as caught:
        check_text(text)
    assert caught.value.reason == reason


def test_a_text_over_the_limit_is_too_large() -> None:
    check_text("dam", max_chars=3)
    with pytest.raises(RefusalError, match="4 characters") as caught:
        check_text("dams", max_chars=3)
    assert caught.value.reason == "too-large"


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1))
def test_utf_8_comes_back_unchanged(text: str) -> None:
    data = text.encode()
    assume(known_binary(data) is None)
    decoded, encoding = decode(data)
    assert decoded == text.removeprefix("\ufeff")
    assert encoding.startswith("utf-8")
