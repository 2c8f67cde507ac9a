"""Nouns for somebody of a country: "the Swede", "the South Korean".

Imports: the neighbouring lexicon modules only.
"""

from headwater.lexicon.countries import country_of

# Nouns that are no adjectives of the country, which the lexicon of countries holds.
_NOUNS = {
    "swede": "Swedish", "finn": "Finnish", "dane": "Danish", "pole": "Polish", "turk": "Turkish", "spaniard": "Spanish",
    "briton": "British", "frenchman": "French", "frenchwoman": "French", "englishman": "British",
    "englishwoman": "British", "scot": "British", "scotsman": "British", "scotswoman": "British", "welshman": "British",
    "irishman": "Irish", "irishwoman": "Irish", "dutchman": "Dutch", "dutchwoman": "Dutch", "serb": "Serbian",
    "croat": "Croatian", "slovene": "Slovenian", "slovak": "Slovakia", "kazakh": "Kazakhstan", "uzbek": "Uzbekistan",
    "filipino": "Philippines", "filipina": "Philippines", "kiwi": "New Zealand", "icelander": "Iceland",
    "new zealander": "New Zealand", "luxembourger": "Luxembourg", "argentine": "Argentina", "thai": "Thailand",
}  # fmt: skip

# Adjectives that are nouns too; "the British", "the Chinese" are a government or all of them.
_ADJECTIVES = ("an", "i")


def country_of_national(words: str) -> str | None:
    """Return the country whose national a noun means, None for other words.

    Args:
        words: One or two words without article, as written ("South Korean"); only capitalised ones are read.
    """
    if not words[:1].isupper():
        return None
    if noun := _NOUNS.get(words.lower()):
        return country_of(noun)
    country = country_of(words)
    is_name = country is not None and country.casefold() == words.casefold()
    return country if words.endswith(_ADJECTIVES) and not is_name else None
