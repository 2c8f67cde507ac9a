"""News outlets as data: names, aliases, domains, kind, owner family and country, extensible by the user.

An alias may belong to several outlets ("the Post"). It is resolved by what the text has named in full before, then by
the country of the document's publisher, and stays open when two still fit. Imports: headwater.errors and the standard
library only.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Literal, cast, get_args
from urllib.parse import urlsplit

from headwater.errors import InputError, LexiconError

OutletKind = Literal["newspaper", "wire", "broadcaster", "state media", "magazine", "online", "agency"]

_FILE = "outlets.tsv"
_HEADER = ("name", "aliases", "domains", "kind", "owner", "country")
_WORD = re.compile(r"[^\W_]+(?:[.'’&+!][^\W_]+)*[+!]?")
_MAX_NAME_WORDS = 8
_NICKNAMES = frozenset(
    "gazette sentinel courier herald tribune chronicle examiner observer mercury dispatch bulletin ledger inquirer "
    "star sun post times journal mail news press globe record standard citizen advertiser register review "
    "argus echo".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """One news outlet.

    Attributes:
        name: Canonical name; outlets of one name in two countries carry the country in brackets.
        aliases: Other names, some of them shared with other outlets.
        domains: Host names, each with all its subdomains.
        kind: What it is; a wire or agency sells its text to others.
        owner: Owner family, "" when not known.
        country: ISO 3166 alpha-2 code, "" when not known.
    """

    name: str
    aliases: tuple[str, ...]
    domains: tuple[str, ...]
    kind: OutletKind
    owner: str
    country: str


@dataclass(frozen=True, slots=True)
class OutletList:
    """Outlets with their indexes; build it with OutletList.load."""

    outlets: tuple[Outlet, ...]
    _by_key: dict[tuple[str, ...], tuple[Outlet, ...]]
    _by_domain: dict[str, Outlet]
    _first_words: dict[str, int]
    _spellings: frozenset[str]

    @classmethod
    def load(cls, extra: Path | None = None) -> "OutletList":
        """Return the built-in outlets and those of a user's file, which replaces outlets of the same name.

        Raises:
            InputError: The user's file cannot be read.
            LexiconError: A line has not six columns, or an unknown kind.
        """
        outlets = {outlet.name: outlet for outlet in _built_in()}
        if extra is not None:
            try:
                content = extra.read_text("utf-8")
            except (OSError, UnicodeDecodeError) as error:
                raise InputError(
                    str(extra), f"not readable as UTF-8 text ({error})", "give a file like outlets.tsv"
                ) from error
            outlets |= {outlet.name: outlet for outlet in _parse(content, extra.name)}
        return cls.of(outlets.values())

    @classmethod
    def of(cls, outlets: Collection[Outlet]) -> "OutletList":
        """Return a list of exactly these outlets, ordered by name."""
        ordered = tuple(sorted(outlets, key=lambda outlet: outlet.name))
        by_key: dict[tuple[str, ...], dict[str, Outlet]] = {}
        by_domain: dict[str, Outlet] = {}
        longest: dict[str, int] = {}
        for outlet in ordered:
            for name in (outlet.name, *outlet.aliases):
                key = _key(name)
                if key:
                    by_key.setdefault(key, {})[outlet.name] = outlet
                    longest[key[0]] = max(longest.get(key[0], 0), len(key))
            for domain in outlet.domains:
                by_domain.setdefault(domain, outlet)
        names = (name for outlet in ordered for name in (outlet.name, *outlet.aliases))
        spellings = frozenset(name.removeprefix("The ").removeprefix("the ") for name in names)
        return cls(
            ordered, {key: tuple(found.values()) for key, found in by_key.items()}, by_domain, longest, spellings
        )

    def candidates(self, name: str) -> tuple[Outlet, ...]:
        """Return every outlet that goes by a name; an outlet's own name beats others' aliases."""
        key = _key(name)
        found = self._by_key.get(key, ())
        if len(found) > 1 and not _is_bare_alias(name):
            own = tuple(outlet for outlet in found if _key(outlet.name) == key)
            return own or found
        return found

    def by_name(self, name: str, *, country: str | None = None, mentioned: Collection[str] = ()) -> Outlet | None:
        """Return the one outlet meant by a name, or None when none or more than one fits.

        Args:
            name: As it stands in the text, with or without "the".
            country: Country of the document's publisher, to choose between outlets of one name.
            mentioned: Canonical names of outlets the same text names in full; they come before the country.
        """
        found = self.candidates(name)
        if len(found) > 1:
            found = tuple(outlet for outlet in found if outlet.name in mentioned) or found
        if len(found) > 1 and country:
            found = tuple(outlet for outlet in found if outlet.country == country) or found
        if len(found) != 1:
            return None
        known = found[0].name in mentioned or (country is not None and found[0].country == country)
        return found[0] if known or not _is_common_nickname(name, found[0]) else None

    def by_url(self, url: str) -> Outlet | None:
        """Return the outlet whose domain, or parent domain, an address or bare host name belongs to."""
        try:
            host = urlsplit(url if "//" in url else "//" + url).hostname or ""
        except ValueError:
            return None
        labels = host.lower().rstrip(".").split(".")[-6:]
        for start in range(len(labels) - 1):
            if outlet := self._by_domain.get(".".join(labels[start:])):
                return outlet
        return None

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, str]]:
        """Yield (start, end, words) of every name or alias that stands with a capital, longest first; linear."""
        words = [
            (m.start(), m.end(), m.group()) for m in _WORD.finditer(text, start, len(text) if end is None else end)
        ]
        index = 0
        while index < len(words):
            initial = words[index][2][0]
            taken = self._longest_at(text, words, index) if initial.isupper() or initial.isdecimal() else 0
            if taken:
                yield words[index][0], words[index + taken - 1][1], text[words[index][0] : words[index + taken - 1][1]]
            index += taken or 1

    def _longest_at(self, text: str, words: list[tuple[int, int, str]], index: int) -> int:
        """Return how many words from an index on make up an outlet's name; 0 for none."""
        first = words[index][2]
        limit = min(self._first_words.get(_fold(first), 0), len(words) - index)
        for count in range(limit, 0, -1):
            key = tuple(_fold(words[index + offset][2]) for offset in range(count))
            if key not in self._by_key or not _tightly_set(text, words[index : index + count]):
                continue
            # "ON DEADLINE" and "on time" are no outlets: one word alone must be written as the list has it.
            if count > 1 or first.replace("’", "'").removesuffix("'s") in self._spellings:
                return count
        return 0


def _tightly_set(text: str, words: list[tuple[int, int, str]]) -> bool:
    """Tell whether words stand beside each other with nothing but blanks and hyphens between."""
    return all(b[0] - a[1] <= 3 and not text[a[1] : b[0]].strip(" -–‑.'’") for a, b in pairwise(words))


def _fold(word: str) -> str:
    return word.casefold().replace("’", "'").removesuffix("'s")


@lru_cache(maxsize=4096)
def _key(name: str) -> tuple[str, ...]:
    """Words of a name without "the", folded; the key under which an outlet is found."""
    words = tuple(_fold(match.group()) for match in _WORD.finditer(name))[:_MAX_NAME_WORDS]
    return words[1:] if len(words) > 1 and words[0] == "the" else words


def _is_common_nickname(name: str, outlet: Outlet) -> bool:
    """Tell whether a name is one word that papers of many towns are called by: "the Courier" alone names none."""
    key = _key(name)
    return len(key) == 1 and key[0] in _NICKNAMES and key != _key(outlet.name)


def _is_bare_alias(name: str) -> bool:
    """Tell whether a name is "the" and one word, which many papers are called for short."""
    return name[:4].lower() == "the " and len(_key(name)) == 1


@cache
def _built_in() -> tuple[Outlet, ...]:
    content = files("headwater.lexicon").joinpath("data", _FILE).read_text("utf-8")
    return tuple(_parse(content, _FILE))


def _parse(content: str, file: str) -> Iterator[Outlet]:
    for number, line in enumerate(content.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        columns = [column.strip() for column in line.split("\t")]
        if tuple(columns) == _HEADER:
            continue
        if len(columns) != len(_HEADER):
            raise LexiconError(file, number, f"{len(columns)} columns where {', '.join(_HEADER)} are wanted")
        name, aliases, domains, kind, owner, country = columns
        if not name or kind not in get_args(OutletKind):
            raise LexiconError(file, number, f"no name, or kind {kind!r} is none of {', '.join(get_args(OutletKind))}")
        yield Outlet(
            name=name,
            aliases=tuple(alias for alias in aliases.split("|") if alias),
            domains=tuple(domain.lower() for domain in domains.split("|") if domain),
            kind=cast("OutletKind", kind),
            owner=owner,
            country=country.upper(),
        )
