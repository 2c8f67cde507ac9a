"""Events that news calls by their day alone: "the September 11 attacks", "9/11", "the Boxing Day tsunami".

Indices count words; every reader returns a Point or None. Imports: lexicon and the neighbouring annotate modules only.
"""

from headwater.annotation.days import one_day
from headwater.annotation.scene import Point, Scene
from headwater.lexicon.feasts import NamedEvent, event_openers, named_events

# Words that may stand between the day and the noun: "the 7 July London bombings"; these end the search.
_BETWEEN = 4
_ENDERS = frozenset("the a an two three four several and in on of by at to was were is are that".split())
_FORM_WORDS = 3


def year_of_event(scene: Scene, stop: int, month: int, day: int) -> tuple[int, int] | None:
    """Return (year, stop) when a month and a day without a year name an event that lies before publication."""
    for event in named_events():
        if (event.day.month, event.day.day) == (month, day) and _is_meant(scene, event, stop):
            return event.day.year, stop
    return None


def read_event(scene: Scene, index: int) -> Point | None:
    """Read "9/11", "the 7/7 bombings", "the Boxing Day tsunami" from the first word of the form."""
    words, low = scene.words, scene.words.low
    if low[index] not in event_openers() or (words.glued(index) and low[index - 1] in {"-", "/"}):
        return None
    for size in range(_FORM_WORDS, 0, -1):
        form, stop = _form(scene, index, size), index + size
        for event in named_events() if form else ():
            alone = form in event.alone and low[stop] not in {"of", "-", "/", "%"} and _lies_behind(scene, event)
            if alone or (form in event.with_noun and _is_meant(scene, event, stop)):
                return Point(index, stop, one_day(event.day), None, anchored=False, rule="named-event")
    return None


def _form(scene: Scene, index: int, size: int) -> str | None:
    """Return words as the lexicon writes a form: glued ones touch, others stand apart; None without a capital."""
    words = scene.words
    glued = [words.glued(at) for at in range(index + 1, index + size)]
    if words.low[index].isdecimal():
        return "".join(words.low[index : index + size]) if glued and all(glued) else None
    return " ".join(words.low[index : index + size]) if words.capital(index) and not any(glued) else None


def _is_meant(scene: Scene, event: NamedEvent, stop: int) -> bool:
    low = scene.words.low
    for at in range(stop, stop + _BETWEEN + 1):
        if low[at] in event.nouns:
            return _lies_behind(scene, event)
        if low[at] in _ENDERS or not (low[at].isalpha() or low[at] == "-"):
            return False
    return False


def _lies_behind(scene: Scene, event: NamedEvent) -> bool:
    return scene.anchor is None or event.day <= scene.anchor
