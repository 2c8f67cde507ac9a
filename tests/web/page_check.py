"""What may stand in a page: the elements and attributes of our templates, and links to the web or to the explorer."""

from typing import cast

import lxml.html

SAFE_LINKS = ("/", "#", "?", "http://", "https://")


def shape(page: bytes) -> set[tuple[str, str]]:
    """Return every (element, attribute) of a page, and (element, "") for each element."""
    tree = lxml.html.fromstring(page)
    pairs: set[tuple[str, str]] = set()
    for element in tree.iter():
        if isinstance(element.tag, str):
            pairs.add((element.tag, ""))
            pairs |= {(element.tag, str(name)) for name in element.attrib}
    return pairs


def unsafe(page: bytes) -> list[str]:
    """Return what no page may hold: foreign scripts, inline handlers and styles, links of other schemes, comments."""
    tree = lxml.html.fromstring(page)
    problems: list[str] = []
    for element in tree.iter():
        if not isinstance(element.tag, str):
            problems.append(f"comment or instruction {element.text!r}")
            continue
        tag = str(element.tag)
        if tag == "script" and (element.get("src"), element.text) != ("/static/explorer.mjs", None):
            problems.append("a script")
        names = [str(name) for name in element.attrib]
        problems += [f"{tag} {name}" for name in names if name.startswith("on") or name == "style"]
        for name in ("href", "src", "action", "formaction", "data"):
            link = cast("str", element.get(name, "#"))
            problems += [] if link.startswith(SAFE_LINKS) else [f"{tag} {name}={link!r}"]
    return problems
