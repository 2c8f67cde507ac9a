"""The format of stories labelled by hand: sources, own_line and claims with their mentions, as one JSON object.

Unknown keys are ignored, answers that stand in the file (roots, bottlenecks) too. Imports: the standard library,
records, errors and this room only.
"""

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import cast, get_args

from headwater.errors import InputError
from headwater.provenance.mentions import CountedMention, CountedSource, CountedValue, SourceKind
from headwater.records.claim import StanceKind

_UNATTRIBUTED = "unattributed"
_KINDS: tuple[str, ...] = get_args(SourceKind)
# Words for a stance as people write them; no stance means that the mention gives the claim.
_STANCES: dict[str, StanceKind] = {
    **dict.fromkeys(("support", "supports", "asserts", "affirmed"), "support"),
    **dict.fromkeys(("deny", "denies", "denied"), "deny"),
    **dict.fromkeys(("decline", "declines", "declined"), "decline"),
    **dict.fromkeys(("query", "queries", "asks"), "query"),
    **dict.fromkeys(("comment", "comments", "hedged"), "comment"),
}
_REMEDY = "see the format of `headwater count` in the documentation"


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledClaim:
    """One claim labelled by hand; mention keys are DOC:NUMBER, counted from 0 in the order of the file."""

    key: str
    mentions: tuple[CountedMention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledStory:
    """A story labelled by hand, ready for `count_claim`.

    Attributes:
        own_line: Document to the key of its outlet, where it has one.
        unknown: Keys used in chains that are neither a source nor a line; they count as outlets of that name.
    """

    name: str
    sources: tuple[CountedSource, ...]
    own_line: Mapping[str, str]
    claims: tuple[LabelledClaim, ...]
    unknown: tuple[str, ...]


def parse_story(text: str, location: str) -> LabelledStory:
    """Read a story labelled by hand.

    Args:
        text: One JSON object.
        location: Named in errors.

    Raises:
        InputError: The text is not JSON, or a field is missing or of another type; the message names the place.
    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        found = "nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise InputError(location, f"not JSON ({found})", "give one JSON object of a story") from error
    story = _Place(location, "the story", data)
    sources = tuple(_source(one) for one in story.objects("sources"))
    known = {source.key for source in sources}
    if len(known) < len(sources):
        twice = sorted({one.key for one in sources if sum(other.key == one.key for other in sources) > 1})
        raise InputError(location, f"sources given twice: {', '.join(twice)}", "give each source one entry")
    own_line = story.strings("own_line")
    claims = tuple(_claim(one, known) for one in story.objects("claims"))
    lines = known | set(own_line.values()) | {mention.doc for claim in claims for mention in claim.mentions}
    used = {name for claim in claims for mention in claim.mentions for name in mention.chain}
    return LabelledStory(
        name=story.text("story"),
        sources=sources,
        own_line=own_line,
        claims=claims,
        unknown=tuple(sorted(used - lines)),
    )


def _source(place: "_Place") -> CountedSource:
    key = place.text("key")
    kind = place.text("kind")
    if kind not in _KINDS:
        raise place.wrong("kind", f"one of {', '.join(_KINDS)}", kind)
    return CountedSource(
        key=key,
        kind=cast("SourceKind", kind),
        name=place.optional_text("name") or key,
        parent=place.optional_text("parent"),
        group=place.optional_text("group"),
        compatible_with=place.texts("compatible_with", optional=True),
    )


def _claim(place: "_Place", known: set[str]) -> LabelledClaim:
    key = place.text("key")
    mentions = tuple(_mention(one, f"{one.text('doc')}:{i}", known) for i, one in enumerate(place.objects("mentions")))
    return LabelledClaim(key=key, mentions=mentions)


def _mention(place: "_Place", key: str, known: set[str]) -> CountedMention:
    chain = place.texts("carrier_chain")
    root = place.optional_text("root", required=True)
    root = None if root == _UNATTRIBUTED else root
    if root is not None and root not in known:
        raise place.wrong("root", "a key of `sources`, or unattributed", root)
    if root is not None and root in chain[:-1] and chain[-1] != root:
        raise place.wrong("carrier_chain", f"a chain that ends in its root {root}", " > ".join(chain))
    stance = place.optional_text("stance") or "support"
    if stance not in _STANCES:
        raise place.wrong("stance", f"one of {', '.join(_STANCES)}", stance)
    return CountedMention(
        key=key,
        doc=place.text("doc"),
        chain=chain,
        root=root,
        value=_value(place),
        stance=_STANCES[stance],
    )


def _value(place: "_Place") -> CountedValue | None:
    inner = place.optional_object("value")
    if inner is None:
        return None
    return CountedValue(
        lower=inner.number("low"),
        upper=inner.number("high"),
        unit=inner.optional_text("unit") or "",
    )


class _Place:
    """One JSON object and where it stands, so that every complaint can name its place."""

    def __init__(self, location: str, path: str, data: object) -> None:
        self._location, self._path = location, path
        if not isinstance(data, dict):
            raise InputError(location, f"{path} is {_kind(data)}, not an object", _REMEDY)
        self._data = cast("dict[str, object]", data)

    def wrong(self, field: str, wanted: str, found: object) -> InputError:
        """Return the error for a field that does not hold what it should."""
        shown = repr(found) if isinstance(found, str) else _kind(found)
        return InputError(self._location, f"{self._path}: `{field}` should be {wanted}, found {shown[:80]}", _REMEDY)

    def objects(self, field: str) -> Iterator["_Place"]:
        """Yield the objects of a list, each with its own place."""
        items = self._required(field)
        if not isinstance(items, list):
            raise self.wrong(field, "a list", items)
        for i, item in enumerate(items):
            name = item.get("key") if isinstance(item, dict) else None
            path = f"{field}[{i}]" + (f" ({name})" if isinstance(name, str) else "")
            yield _Place(self._location, path if self._path == "the story" else f"{self._path}.{path}", item)

    def text(self, field: str) -> str:
        """Return a string that must be there and not be empty."""
        found = self._required(field)
        if not isinstance(found, str) or not found:
            raise self.wrong(field, "a string", found)
        return found

    def optional_text(self, field: str, *, required: bool = False) -> str | None:
        """Return a string, or None for null (and, unless required, for a missing field)."""
        found = self._required(field) if required else self._data.get(field)
        if found is not None and not isinstance(found, str):
            raise self.wrong(field, "a string or null", found)
        return found or None

    def texts(self, field: str, *, optional: bool = False) -> tuple[str, ...]:
        """Return a list of strings."""
        found = self._data.get(field) if optional else self._required(field)
        if found is None and optional:
            return ()
        if not isinstance(found, list) or not all(isinstance(item, str) for item in found):
            raise self.wrong(field, "a list of strings", found)
        return tuple(found)

    def strings(self, field: str) -> dict[str, str]:
        """Return an object of strings; empty when the field is missing."""
        found = self._data.get(field) or {}
        if not isinstance(found, dict) or not all(isinstance(value, str) for value in found.values()):
            raise self.wrong(field, "an object of strings", found)
        return found

    def optional_object(self, field: str) -> "_Place | None":
        """Return an object, or None for null or a missing field."""
        found = self._data.get(field)
        return None if found is None else _Place(self._location, f"{self._path}.{field}", found)

    def number(self, field: str) -> float | None:
        """Return a finite number, or None for null or a missing field."""
        found = self._data.get(field)
        if found is None:
            return None
        if isinstance(found, bool) or not isinstance(found, int | float) or not math.isfinite(found):
            raise self.wrong(field, "a finite number or null", found)
        return found

    def _required(self, field: str) -> object:
        if field not in self._data:
            there = ", ".join(sorted(map(str, self._data))[:12]) or "nothing"
            raise InputError(self._location, f"{self._path} has no `{field}` (it has {there})", _REMEDY)
        return self._data[field]


def _kind(found: object) -> str:
    names = {dict: "an object", list: "a list", str: "a string", bool: "true or false", type(None): "null"}
    return names.get(type(found), "a number")
