"""The name of an outlet that is known by its host alone, found in the articles or read out of the host itself.

"www.velmcourier.example" is the Velm Courier of "told the Velm Courier", "lumevoice" the Voice of Lume.
Imports: this room, lexicon, records and the standard library only.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations
from urllib.parse import urlsplit

from headwater.entities.name_words import OUTLET_MARKS
from headwater.entities.publisher import publisher_of
from headwater.entities.variants import plain
from headwater.lexicon.outlets import OutletList
from headwater.records import Document

_SHORTEST_REST = 3  # letters before "courier" in a host's label
_SHORTEST_HOST = 5  # letters of a host's first label; shorter ones are words too
# At most five capitalised words in a row, small ones between; each run is looked at once.
_CAPITALS = re.compile(r"[A-Z][\w'’]{0,30}(?:(?: (?:of|and|on))?[ -][A-Z][\w'’]{0,30}){0,4}")
_SMALL = frozenset("of and on the".split())
_MOST_TURNED = 3  # words that a host may hold in another order
_PLACE_BEFORE = re.compile(r"\b(?:in|near|across|into|inside|throughout) $")
_PLACE_AFTER = re.compile(
    r"(?:['’]s)? (?:soil|side|territory|border|guards?|troops|men|army|government|authorities|officials|ministry)\b"
)


def host_of(document: Document) -> str | None:
    """Return the host a document was published at, without "www", or None when neither url nor publisher is one."""
    address = document.url or document.publisher or ""
    host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    labels = [label for label in host.split(".") if label != "www"]
    return ".".join(labels) if len(labels) > 1 else None


def host_label(host: str) -> str:
    """Return the first label of a host as one run of letters, without a leading "the": "the-velm-post.example"."""
    return host.split(".", maxsplit=1)[0].replace("-", "").removeprefix("the")


def named_hosts(outlets: OutletList, documents: Sequence[Document]) -> Iterator[tuple[str, str]]:
    """Yield (name, host) of each publisher that is known by its host alone, ordered by host.

    Args:
        outlets: Known outlets; their hosts are left out.
        documents: All documents of the run; a name may stand in any of them.
    """
    hosts: dict[str, str] = {}
    for document in documents:
        if document.publisher and "." not in document.publisher:
            continue  # it gives its name
        host = host_of(document)
        if host and len(host.split(".")[0]) >= _SHORTEST_HOST and publisher_of(document, outlets) is None:
            hosts[host] = host
    named = _in_text(_labels(hosts), documents) if hosts else {}
    for host in sorted(hosts):
        if name := named.get(host) or _unfolded(host.split(".")[0]):
            yield name, host


def _labels(hosts: Mapping[str, str]) -> dict[str, str]:
    """Return every run of letters that tells a host: its label, also without "the", and the parts between hyphens."""
    found: dict[str, str] = {}
    for host in sorted(hosts):
        label = host.split(".")[0]
        parts = [part for part in label.split("-") if len(part) >= 2 * _SHORTEST_HOST]
        for told in (label.replace("-", ""), label.replace("-", "").removeprefix("the"), *parts):
            if len(told) >= _SHORTEST_HOST and not (label.startswith("the") and told != label and _is_one_word(told)):
                found.setdefault(told, host)
    return found


def _is_one_word(label: str) -> bool:
    """Tell whether nothing in a label shows an outlet: "western" of "thewestern" is an adjective elsewhere."""
    return not any(label.endswith(mark) and label != mark for mark in OUTLET_MARKS)


def _in_text(labels: Mapping[str, str], documents: Sequence[Document]) -> dict[str, str]:
    """Return host -> the longest name in some article that the host runs together."""
    found: dict[str, str] = {}
    for document in documents:
        for match in _CAPITALS.finditer(document.text):
            words = match.group().removeprefix("The ").split()
            for start in range(len(words)):
                for stop in range(start + 1, len(words) + 1):
                    host = _told_by(words[start:stop], labels)
                    name = " ".join(words[start:stop])
                    if host and (-len(name), name) < (-len(found.get(host, "")), found.get(host, "~")):
                        found[host] = name
    return found


def _told_by(words: Sequence[str], labels: Mapping[str, str]) -> str | None:
    """Return the host whose label the words make up, in their order or, where a small word links them, in another."""
    if words[0] in _SMALL or words[-1] in _SMALL:
        return None
    large = [plain(word) for word in words if word not in _SMALL]
    if "".join(large) in labels or len(large) == len(words):
        return labels.get("".join(large))
    turned = permutations(large) if len(large) <= _MOST_TURNED else ()
    return next((labels[label] for order in turned if (label := "".join(order)) in labels), None)


def _unfolded(label: str) -> str | None:
    """Return the name a host's label runs together, where it ends in a paper's word: "velmcourier", "the-fen-post"."""
    mark = max((m for m in OUTLET_MARKS if label.endswith(m)), key=len, default="")
    rest = label.removesuffix(mark).strip("-").removeprefix("the").strip("-") if mark else ""
    return f"{rest.replace('-', ' ').title()} {mark.title()}" if len(rest) >= _SHORTEST_REST else None


def names_a_place(word: str, documents: Sequence[Document]) -> bool:
    """Tell whether some article uses a word as no outlet is spoken of: "in Velm", "on Velm soil"."""
    for document in documents:
        for match in re.finditer(rf"\b{re.escape(word)}\b", document.text):
            before = document.text[max(0, match.start() - 12) : match.start()]
            if _PLACE_BEFORE.search(before) or _PLACE_AFTER.match(document.text, match.end()):
                return True
    return False
