"""Readers and exporters by name: built-in ones, and those that installed packages offer through entry points.

A target is "module:function"; the module is imported when the name is first used, so listing names costs nothing.
Entry points: group `headwater.readers` (the name is the file ending it reads, without the dot) and group
`headwater.exporters` (the name is the format). A built-in name cannot be taken over.
Imports: the standard library and headwater.errors only.
"""

import importlib
from collections.abc import Callable, Mapping
from functools import cache
from importlib.metadata import entry_points
from typing import Any

from headwater.errors import InputError, NotFoundError

READER_GROUP = "headwater.readers"
EXPORTER_GROUP = "headwater.exporters"

# The format that headwater.ingest tells from an input's content, and the function that reads it.
READERS: tuple[tuple[str, str], ...] = (
    ("archive", "headwater.ingest.warc_reader:read_archive"),
    ("feed", "headwater.ingest.feed_reader:read_feed"),
    ("html", "headwater.ingest.html_reader:read_html"),
    ("jsonl", "headwater.ingest.jsonl_reader:read_jsonl"),
    ("text", "headwater.ingest.text_reader:read_text"),
)

EXPORTERS: tuple[tuple[str, str], ...] = (
    ("brat", "headwater.export.brat_exporter:export_brat"),
    ("csv", "headwater.export.csv_exporter:export_csv"),
    ("followthemoney", "headwater.export.followthemoney_exporter:export_followthemoney"),
    ("graphml", "headwater.export.graphml_exporter:export_graphml"),
    ("jsonl", "headwater.export.jsonl_exporter:export_jsonl"),
    ("parquet", "headwater.export.parquet_exporter:export_parquet"),
    ("prov", "headwater.export.prov_exporter:export_prov"),
    ("web-annotation", "headwater.export.web_annotation_exporter:export_web_annotation"),
)


def reader_names() -> tuple[str, ...]:
    """Return the names of all readers, built-in and installed, sorted."""
    return _names(READERS, READER_GROUP)


def exporter_names() -> tuple[str, ...]:
    """Return the names of all exporters, built-in and installed, sorted."""
    return _names(EXPORTERS, EXPORTER_GROUP)


def installed_endings() -> frozenset[str]:
    """Return the file endings (lower case, without the dot) that readers of installed packages take."""
    built_in = {name for name, _ in READERS}
    return frozenset(name.lower() for name in _installed(READER_GROUP) if name not in built_in)


def load_reader(name: str) -> Callable[..., Any]:
    """Return the reader of a format, importing its module.

    Raises:
        NotFoundError: No reader has this name.
        InputError: An installed package names a reader that cannot be imported.
    """
    return _load("reader", name, READERS, READER_GROUP)


def load_exporter(name: str) -> Callable[..., Any]:
    """Return the exporter of a format, importing its module.

    Raises:
        NotFoundError: No exporter has this name.
        InputError: An installed package names an exporter that cannot be imported.
    """
    return _load("exporter", name, EXPORTERS, EXPORTER_GROUP)


def _names(built_in: tuple[tuple[str, str], ...], group: str) -> tuple[str, ...]:
    return tuple(sorted({name for name, _ in built_in} | set(_installed(group))))


@cache
def _installed(group: str) -> Mapping[str, str]:
    """Return name -> target of every entry point in a group; asked once, since it reads every installed package."""
    return {point.name: point.value for point in sorted(entry_points(group=group), key=lambda point: point.name)}


def _load(kind: str, name: str, built_in: tuple[tuple[str, str], ...], group: str) -> Callable[..., Any]:
    own = dict(built_in)
    target = own.get(name) or _installed(group).get(name)
    if target is None:
        raise NotFoundError(kind, name, _names(built_in, group))
    module, _, function = target.partition(":")
    try:
        loaded = getattr(importlib.import_module(module), function)
    except (ImportError, AttributeError) as error:
        if name in own:
            raise  # a broken module of ours, not of the user's making
        raise InputError(
            target, f"the {kind} {name!r} could not be imported ({error})", "repair its package"
        ) from error
    assert callable(loaded)  # noqa: S101  a target that is no function is a mistake in the table above
    return loaded  # type: ignore[no-any-return]
