"""Readers and exporters by name: built in, or from installed packages' entry points."""

import pytest

from headwater import registry
from headwater.errors import InputError, NotFoundError


def install(monkeypatch: pytest.MonkeyPatch, **points: str) -> None:
    """Make registry see these entry points in both groups."""
    monkeypatch.setattr(registry, "_installed", lambda _group: points)


@pytest.mark.parametrize("table", [registry.READERS, registry.EXPORTERS], ids=["readers", "exporters"])
def test_built_in_names_are_sorted_and_name_a_module_and_a_function(table: tuple[tuple[str, str], ...]) -> None:
    names = [name for name, _ in table]
    assert names == sorted(set(names))
    assert all(target.startswith("headwater.") and target.count(":") == 1 for _, target in table)


@pytest.mark.parametrize("name", [name for name, _ in registry.READERS])
def test_every_built_in_reader_loads(name: str) -> None:
    assert registry.load_reader(name).__name__.startswith("read_")


def test_installed_readers_and_exporters_are_listed_and_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, docx="json:loads")
    assert "docx" in registry.reader_names()
    assert "docx" in registry.exporter_names()
    assert registry.installed_endings() == frozenset({"docx"})
    assert registry.load_reader("docx")("1") == 1
    assert registry.load_exporter("docx")("1") == 1


def test_a_built_in_name_cannot_be_taken_over(monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, text="json:loads")
    assert registry.load_reader("text").__name__ == "read_text"
    assert registry.installed_endings() == frozenset()


@pytest.mark.parametrize("target", ["no_such_module:read", "json:no_such_function"])
def test_an_installed_reader_that_cannot_be_imported_is_named(monkeypatch: pytest.MonkeyPatch, target: str) -> None:
    install(monkeypatch, docx=target)
    with pytest.raises(InputError, match="could not be imported") as caught:
        registry.load_reader("docx")
    assert caught.value.location == target


def test_a_name_nobody_has_is_not_found() -> None:
    with pytest.raises(NotFoundError, match="no exporter 'papyrus'") as caught:
        registry.load_exporter("papyrus")
    assert "jsonl" in caught.value.near
