"""What a publisher's country says about dates: order of day and month, hemisphere, fiscal year.

Countries are ISO 3166 alpha-2 codes in upper case. Imports: the standard library only.
"""

from dataclasses import dataclass

# Country domains that are not the alpha-2 code itself, and those sold as generic names, which say nothing.
_RENAMED = {
    "uk": "GB", "su": "RU", "ac": None, "ai": None, "cc": None, "co": None, "fm": None, "gg": None, "io": None,
    "la": None, "ly": None, "me": None, "tv": None, "ws": None, "to": None, "eu": None,
}  # fmt: skip
_AMERICAN_DOMAINS = frozenset(("gov", "mil"))  # run by the United States alone
_MONTH_FIRST = frozenset("US PH FM PW MH GU PR".split())
_SOUTHERN = frozenset("AR AO AU BO BR BW CL FJ LS MG MU MW MZ NA NC NZ PE PG PY SB SZ TO UY VU WS ZA ZM ZW".split())
# First month of the government's fiscal year; calendar years where nothing stands.
_FISCAL_START = {
    "US": 10, "TH": 10, "GB": 4, "IN": 4, "JP": 4, "CA": 4, "ZA": 4, "HK": 4, "SG": 4, "NZ": 7, "AU": 7, "PK": 7,
    "BD": 7, "EG": 7, "KE": 7, "UG": 7, "TZ": 7, "NP": 7,
}  # fmt: skip
# Countries that name a fiscal year by the calendar year in which it begins.
_NAMED_BY_START = frozenset(("JP", "GB", "CA"))


@dataclass(frozen=True, slots=True, kw_only=True)
class DateCustoms:
    """How dates are read in one country.

    Attributes:
        day_first: 10/11/2022 is the tenth of November.
        southern: Summer begins in December.
        fiscal_start: Month in which the fiscal year begins, 1 to 12.
        fiscal_named_by_start: Fiscal 2022 begins in calendar 2022 (otherwise it ends there).
    """

    day_first: bool
    southern: bool
    fiscal_start: int
    fiscal_named_by_start: bool


def country_of_url(url: str | None) -> str | None:
    """Return the country a web address's top-level domain belongs to, or None when it says nothing (.com, .org)."""
    if not url:
        return None
    rest = url.split("://", 1)[-1]
    host = rest.split("/", 1)[0].split("?", 1)[0].rsplit("@", 1)[-1].split(":", 1)[0].rstrip(".")
    label = host.rsplit(".", 1)[-1].lower() if "." in host else ""
    if label in _AMERICAN_DOMAINS:
        return "US"
    if label in _RENAMED:
        return _RENAMED[label]
    return label.upper() if len(label) == 2 and label.isascii() and label.isalpha() else None


def date_customs(country: str | None) -> DateCustoms:
    """Return how dates are read in a country; day first, northern and by calendar years where it is not known."""
    code = (country or "").upper()
    start = _FISCAL_START.get(code, 1)
    return DateCustoms(
        day_first=code not in _MONTH_FIRST,
        southern=code in _SOUTHERN,
        fiscal_start=start,
        fiscal_named_by_start=start == 1 or code in _NAMED_BY_START,
    )
