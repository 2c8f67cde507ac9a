"""What a page says of itself: headline, authors, publisher, dates, address, language.

JSON-LD first, then meta tags, then the page's own elements; htmldate looks for a date only when none is stated.
Runs in the worker processes alone. Imports: the standard library, lxml, htmldate and this room.
"""

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from htmldate import find_date
from lxml.html import HtmlElement

from headwater.ingest.dates import iso_moment
from headwater.ingest.draft import Metadata

_ARTICLE_TYPES = frozenset(
    (
        "newsarticle article reportagenewsarticle analysisnewsarticle opinionnewsarticle backgroundnewsarticle "
        "reviewnewsarticle asknewspublicpolicynewsarticle advertisercontentarticle satiricalarticle blogposting "
        "liveblogposting report socialmediaposting techarticle scholarlyarticle"
    ).split()
)
_MAX_LD_OBJECTS = 5_000
_MAX_FIELD_CHARS = 500
_WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?://\s*\]\]>|\]\]>|-->)\s*;?\s*$")

_META_FIELDS: dict[str, tuple[str, ...]] = {
    "headline": ("og:title", "twitter:title", "citation_title", "dc.title", "dcterms.title", "sailthru.title"),
    "byline": ("author", "byl", "byline", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author",
               "citation_author", "article:author", "article:author_name", "cxenseparse:author"),
    "publisher": ("og:site_name", "citation_publisher", "dc.publisher", "dcterms.publisher", "application-name"),
    "published_at": ("article:published_time", "og:article:published_time", "datepublished", "publication_date",
                     "pubdate", "publishdate", "publish-date", "ptime", "dc.date.issued", "dcterms.created",
                     "parsely-pub-date", "sailthru.date", "citation_publication_date", "dc.date", "date",
                     "displaydate", "cxenseparse:recs:publishtime", "article.published"),
    "modified_at": ("article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified",
                    "dcterms.modified", "article.updated", "utime"),
    "url": ("og:url",),
    "language": ("og:locale", "content-language", "dc.language"),
}  # fmt: skip


def page_metadata(tree: HtmlElement) -> Metadata:
    """Return what a page says of itself; every field None that it does not state.

    Args:
        tree: The page; it is not changed.
    """
    stated = _from_json_ld(tree).over(_from_meta(tree)).over(_from_elements(tree))
    if stated.published_at is None:
        stated = Metadata(published_at=_guessed_day(tree, stated.url)).over(stated)
    return stated


def _from_json_ld(tree: HtmlElement) -> Metadata:
    objects = tuple(_ld_objects(tree))
    by_id = {found["@id"]: found for found in objects if isinstance(found.get("@id"), str) and len(found) > 1}
    articles = [found for found in objects if _types(found) & _ARTICLE_TYPES]
    articles.sort(key=lambda found: not found.get("headline"))  # stable: the first with a headline
    if not articles:
        return Metadata()
    article = articles[0]
    return Metadata(
        url=_address(_first(article.get("url")) or _first(article.get("mainEntityOfPage"))),
        publisher=_names(article.get("publisher") or article.get("sourceOrganization"), by_id),
        headline=_words(article.get("headline") or article.get("name")),
        byline=_names(article.get("author") or article.get("creator"), by_id),
        dateline=_words(article.get("dateline")),
        published_at=iso_moment(_first(article.get("datePublished") or article.get("dateCreated"))),
        modified_at=iso_moment(_first(article.get("dateModified"))),
        language=_language(_words(article.get("inLanguage"))),
    )


def _ld_objects(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """Yield every object in the page's JSON-LD, outer ones first; broken scripts say nothing."""
    found = 0
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or not script.text:
            continue
        try:
            queue: list[Any] = [json.loads(_WRAPPING.sub("", script.text).strip(), strict=False)]
        except (ValueError, RecursionError):
            continue  # a publisher's broken script is common, and the tags below say the same
        while queue and found < _MAX_LD_OBJECTS:
            value = queue.pop(0)
            if isinstance(value, dict):
                found += 1
                yield value
                queue.extend(inner for inner in value.values() if isinstance(inner, dict | list))
            elif isinstance(value, list):
                queue.extend(value)


def _types(found: Mapping[str, Any]) -> set[str]:
    types = found.get("@type")
    names = types if isinstance(types, list) else [types]
    return {name.rpartition("/")[2].lower() for name in names if isinstance(name, str)}


def _first(value: object) -> object:
    while isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        return value.get("@id") or value.get("url") or value.get("@value")
    return value


def _names(value: object, by_id: Mapping[str, Mapping[str, Any]]) -> str | None:
    """Return the names of persons or organisations, joined by commas, each once and in order."""
    names: dict[str, None] = {}
    for item in value if isinstance(value, list) else [value]:
        person = item
        if isinstance(person, dict):
            person = person.get("name") or by_id.get(str(person.get("@id")), {}).get("name")
        for name in person if isinstance(person, list) else [person]:
            if (words := _words(name)) and not words.startswith(("http://", "https://", "@")):
                names[_without_by(words)] = None
    return ", ".join(name for name in names if name) or None


def _from_meta(tree: HtmlElement) -> Metadata:
    stated: dict[str, str] = {}
    for tag in tree.iter("meta"):
        key = tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv") or ""
        if (content := _words(tag.get("content"))) and (key := key.strip().lower()) not in stated:
            stated[key] = content

    def get(field: str) -> Iterator[str]:
        return (stated[key] for key in _META_FIELDS[field] if key in stated)

    byline = next((value for value in get("byline") if not value.startswith(("http", "/", "@"))), None)
    return Metadata(
        url=next(filter(None, map(_address, get("url"))), None),
        publisher=next(get("publisher"), None),
        headline=next(get("headline"), None),
        byline=_without_by(byline) if byline else None,
        published_at=next(filter(None, map(iso_moment, get("published_at"))), None),
        modified_at=next(filter(None, map(iso_moment, get("modified_at"))), None),
        language=_language(next(get("language"), None)),
    )


def _from_elements(tree: HtmlElement) -> Metadata:
    canonical = next((link.get("href") for link in tree.iter("link") if _is(link, "rel", "canonical")), None)
    heading = next((words for element in tree.iter("h1") if (words := _words(element.text_content()))), None)
    title = next((words for element in tree.iter("title") if (words := _words(element.text_content()))), None)
    authors: dict[str, None] = {}
    published = modified = None
    for element in tree.iter("a", "span", "time", "div", "p", "abbr"):
        if _is(element, "rel", "author") or _is(element, "itemprop", "author") or _is(element, "class", "byline"):
            words = _words(element.text_content())
            if words and len(words) < 100:
                authors[_without_by(words)] = None
        moment = element.get("datetime") or element.get("content") or element.get("title")
        if moment and (_is(element, "itemprop", "datepublished") or element.get("pubdate") is not None):
            published = published or iso_moment(moment)
        elif moment and _is(element, "itemprop", "datemodified"):
            modified = modified or iso_moment(moment)
    return Metadata(
        url=_address(canonical),
        headline=heading or title,
        byline=next(iter(authors), None),
        published_at=published,
        modified_at=modified,
        language=_language(tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang")),
    )


def _is(element: HtmlElement, attribute: str, word: str) -> bool:
    return word in (element.get(attribute) or "").lower().split()


def _guessed_day(tree: HtmlElement, url: str | None) -> str | None:
    # A fixed latest day keeps the answer the same from run to run; htmldate's own default is today.
    found = find_date(
        tree, extensive_search=True, original_date=True, url=url, max_date="2100-01-01", deferred_url_extractor=True
    )
    return iso_moment(found)


def _address(value: object) -> str | None:
    words = value.strip() if isinstance(value, str) else ""
    return words if re.match(r"https?://[^\s<>\"]{3,2000}$", words) else None


def _words(value: object) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if not isinstance(value, str):
        return None
    return " ".join(html.unescape(value).split())[:_MAX_FIELD_CHARS] or None


def _without_by(words: str) -> str:
    return re.sub(r"^by:?\s+", "", words, flags=re.IGNORECASE)


def _language(value: str | None) -> str | None:
    code = re.match(r"([A-Za-z]{2})(?:[-_]|$)", value or "")
    return code.group(1).lower() if code else None
