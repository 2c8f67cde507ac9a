"""Nouns for somebody of a country: "the Swede", "the South Korean".

Imports: the neighbouring lexicon modules only.
"""

from headwater.lexicon.countries import country_of, region_code

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

# Nouns for somebody of a state or province, which no ending tells from others.
_OF_REGIONS = {
    "texan": "Texas", "arizonan": "Arizona", "californian": "California", "iowan": "Iowa", "ohioan": "Ohio",
    "floridian": "Florida", "kansan": "Kansas", "nebraskan": "Nebraska", "nevadan": "Nevada", "montanan": "Montana",
    "missourian": "Missouri", "minnesotan": "Minnesota", "michigander": "Michigan", "mainer": "Maine",
    "vermonter": "Vermont", "new yorker": "New York", "kentuckian": "Kentucky", "louisianan": "Louisiana",
    "virginian": "Virginia", "pennsylvanian": "Pennsylvania", "oregonian": "Oregon", "coloradan": "Colorado",
    "utahn": "Utah", "alaskan": "Alaska", "hawaiian": "Hawaii", "tennessean": "Tennessee", "alabamian": "Alabama",
    "mississippian": "Mississippi", "oklahoman": "Oklahoma", "wisconsinite": "Wisconsin", "marylander": "Maryland",
    "queenslander": "Queensland", "tasmanian": "Tasmania", "albertan": "Alberta", "ontarian": "Ontario",
    "quebecer": "Quebec", "nova scotian": "Nova Scotia", "bavarian": "Bavaria", "scot": "Scotland",
    "welshman": "Wales", "welshwoman": "Wales",
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


def region_of_national(words: str) -> str | None:
    """Return the ISO code of the state whose people a noun means ("Texan"), None for other words and lower case."""
    region = _OF_REGIONS.get(words.lower()) if words[:1].isupper() else None
    return region_code(region) if region else None
