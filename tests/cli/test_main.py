"""The command line as a whole: help without imports, our errors in one line, every command and exporter documented."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from headwater.cli.main import COMMANDS, cli
from headwater.registry import exporter_names

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_module_help_and_a_line_in_the_documentation(name: str) -> None:
    result = CliRunner().invoke(cli, [name, "--help"])
    assert result.exit_code == 0, result.output
    assert "Usage" in result.output
    assert f"| `{name}" in (ROOT / "docs" / "commands.md").read_text("utf-8")


@pytest.mark.parametrize("name", exporter_names())
def test_every_exporter_is_documented(name: str) -> None:
    assert f"| `{name}` |" in (ROOT / "docs" / "exports.md").read_text("utf-8")


def test_help_imports_no_stage() -> None:
    code = "import sys; from headwater.cli.main import cli\ntry: cli(['--help'])\nexcept SystemExit: pass\n"
    code += "print([m for m in ('onnxruntime', 'apsw', 'jinja2', 'trafilatura') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip().endswith("[]")


def test_an_error_of_ours_is_one_line_and_exit_1(tmp_path: Path) -> None:
    bogus = tmp_path / "no.hw.db"
    bogus.write_text("this is no ledger")
    result = CliRunner().invoke(cli, ["claims", str(bogus)])
    assert result.exit_code == 1
    assert len(result.stderr.strip().splitlines()) == 1
    assert str(bogus) in result.stderr


def test_wrong_use_is_exit_2() -> None:
    assert CliRunner().invoke(cli, ["trace"]).exit_code == 2
    assert CliRunner().invoke(cli, ["no-such-command"]).exit_code == 2
