"""House rules that no reviewer should have to check by eye."""

import ast
import importlib
import subprocess
import sys
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

import headwater
from headwater import records
from headwater.ledger.tables import RECORD_TABLES

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "headwater"
MODULES = sorted(path for path in SOURCE.rglob("*.py"))
PACKAGES = sorted(path.parent for path in SOURCE.rglob("__init__.py"))
FORBIDDEN_NAMES = {"utils", "helpers", "common", "base"}
MAX_FILE_LINES = 400
MAX_FUNCTION_LINES = 60


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _code() -> list[Path]:
    return sorted([*MODULES, *(ROOT / "bench").glob("*.py"), *(ROOT / "training").rglob("*.py"), *_tests()])


def _tests() -> list[Path]:
    return sorted((ROOT / "tests").rglob("*.py"))


@pytest.mark.parametrize("path", _code(), ids=_name)
def test_no_file_is_longer_than_400_lines(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= MAX_FILE_LINES


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_no_function_is_longer_than_60_lines(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    too_long = {f.name: f.end_lineno - f.lineno + 1 for f in functions if f.end_lineno is not None}
    assert {name: length for name, length in too_long.items() if length > MAX_FUNCTION_LINES} == {}


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_every_module_says_what_lives_there(path: Path) -> None:
    assert path.stem not in FORBIDDEN_NAMES
    assert ast.get_docstring(ast.parse(path.read_text("utf-8")))


@pytest.mark.parametrize("package", PACKAGES, ids=_name)
def test_all_is_sorted_and_equals_what_a_package_imports_or_defines(package: Path) -> None:
    tree = ast.parse((package / "__init__.py").read_text("utf-8"))
    bound: set[str] = set()
    for node in tree.body:
        if isinstance(node, ast.ImportFrom):
            bound |= {alias.asname or alias.name for alias in node.names}
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            bound.add(node.name)
    public = {name for name in bound if not name.startswith("_")}
    name = "headwater" if package == SOURCE else "headwater." + ".".join(package.relative_to(SOURCE).parts)
    exported = list(getattr(importlib.import_module(name), "__all__", []))
    assert exported == sorted(exported)
    if name != "headwater":
        assert set(exported) == public


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_only_fetching_opens_addresses(path: Path) -> None:
    imported = {n.module for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.ImportFrom)}
    assert "urllib.request" not in imported or path.name == "fetch.py"


def test_import_headwater_loads_nothing_heavy() -> None:
    heavy = "numpy onnxruntime tokenizers apsw trafilatura lxml jinja2 starlette rich click feedparser".split()
    code = f"import sys, headwater; print([m for m in {heavy!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_public_face_is_small_sorted_and_there() -> None:
    assert list(headwater.__all__) == sorted(headwater.__all__)
    assert len(headwater.__all__) <= 20
    for name in headwater.__all__:
        assert getattr(headwater, name) is not None


RECORDS = [getattr(records, name) for name in records.__all__ if is_dataclass(getattr(records, name))]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: str(record.__name__))
def test_records_are_frozen_slotted_and_hold_no_lists(record: type) -> None:
    assert "__slots__" in vars(record)
    assert record.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert not [f.name for f in fields(record) if "list" in str(f.type) or "dict" in str(f.type)]


def test_every_record_has_a_ledger_table() -> None:
    assert {r.__name__ for r in RECORDS} <= {r.__name__ for r in RECORD_TABLES}


def test_the_project_speaks_of_itself_alone() -> None:
    words = ("/work/", "helper session", "farm-", "subagent")
    tracked = [p for p in _code() if p != Path(__file__)] + sorted((ROOT / "docs").rglob("*.md")) + [ROOT / "README.md"]
    assert {_name(p): w for p in tracked for w in words if w in p.read_text("utf-8")} == {}
