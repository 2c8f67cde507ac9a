"""Output: complete under its name or not there."""

from pathlib import Path

import pytest

from headwater.export.writing import text_output


def test_lines_end_as_written_and_characters_stay(tmp_path: Path) -> None:
    with text_output(tmp_path / "out") as stream:
        stream.write("é\n🌊\n")
    assert (tmp_path / "out").read_bytes() == "é\n🌊\n".encode()


def test_what_fails_half_way_leaves_nothing(tmp_path: Path) -> None:
    def fail() -> None:
        with text_output(tmp_path / "out") as stream:
            stream.write("half")
            raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        fail()
    assert not list(tmp_path.iterdir())
