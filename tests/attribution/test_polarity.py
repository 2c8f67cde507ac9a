"""classify_cue: cue class and polarity by convention 11."""

import pytest

from headwater.attribution.polarity import classify_cue

CASES: dict[str, tuple[str, str, tuple[str, str]]] = {
    "said": ("said", "", ("say", "affirmed")),
    "mark": (":", "", ("say", "affirmed")),
    "no-cue": ("", "", ("say", "affirmed")),
    "denied": ("has flatly denied", "", ("deny", "denied")),
    "did-not-deny": ("did not deny", "", ("deny", "hedged")),
    "negation-before-the-span": ("deny", "The mayor did not ", ("deny", "hedged")),
    "never-said": ("never said", "", ("say", "hedged")),
    "walked-back": ("walked back", "", ("deny", "denied")),
    "refused-to-rule-out": ("refused to rule out", "", ("decline", "hedged")),
    "declined": ("declined", "", ("decline", "hedged")),
    "would-not-say": ("would not say", "", ("decline", "hedged")),
    "unreachable": ("could not be reached", "", ("unreachable", "hedged")),
    "does-not-believe": ("does not believe", "", ("believe", "denied")),
    "is-believed": ("is believed", "", ("believe", "hedged")),
    "reportedly": ("reportedly", "", ("report", "hedged")),
    "allegedly": ("allegedly", "", ("claim", "hedged")),
    "would-not-be-drawn": ("would not be drawn on", "", ("decline", "hedged")),
    "appears-to-show": ("appears to show", "", ("show", "hedged")),
    "is-said": ("is said", "", ("say", "hedged")),
    "rubbished": ("rubbished", "", ("deny", "denied")),
    "emerged": ("It emerged", "", ("report", "affirmed")),
    "ordered": ("ordered", "", ("decree", "affirmed")),
    "vowed": ("vowed", "", ("intend", "affirmed")),
    "show": ("show", "", ("show", "affirmed")),
    "urged": ("urged", "", ("ask", "affirmed")),
}


@pytest.mark.parametrize(("cue", "before", "expected"), CASES.values(), ids=CASES)
def test_class_and_polarity(cue: str, before: str, expected: tuple[str, str]) -> None:
    assert classify_cue(cue, before) == expected
