"""cues.tsv: every line is well formed; a malformed one is refused with its place."""

import pytest

from headwater.errors import LexiconError
from headwater.lexicon.cues import cue_index, load_cues, parse_cue
from headwater.lexicon.inflection import inflect, verb_forms


def test_every_line_is_read_and_no_entry_stands_twice() -> None:
    cues = load_cues()
    assert len(cues) > 800
    keys = [(cue.words, cue.kind) for cue in cues]
    assert len(set(keys)) == len(keys)
    assert all(cue.frames or cue.prepositions for cue in cues)


def test_the_index_knows_inflected_forms_and_puts_longer_cues_first() -> None:
    assert {match.form for match in cue_index()["said"]} >= {"past", "participle"}
    called = [len(match.rest) for match in cue_index()["called"]]
    assert called == sorted(called, reverse=True)


@pytest.mark.parametrize(
    "line",
    ["say\tverb\tq\tsay\taffirmed", "say\tverbal\tq\tsay\taffirmed\thouse", "say\tverb\tz\tsay\taffirmed\thouse"],
    ids=["too-few-columns", "unknown-kind", "unknown-frame"],
)  # fmt: skip
def test_a_malformed_line_is_refused_with_its_place(line: str) -> None:
    with pytest.raises(LexiconError) as caught:
        parse_cue(line, 7)
    assert (caught.value.file, caught.value.line) == ("cues.tsv", 7)


@pytest.mark.parametrize(
    ("lemma", "third", "past", "gerund"),
    [("say", "says", "said", "saying"), ("deny", "denies", "denied", "denying"),
     ("quip", "quips", "quipped", "quipping"), ("urge", "urges", "urged", "urging"),
     ("guess", "guesses", "guessed", "guessing")],
)  # fmt: skip
def test_inflects(lemma: str, third: str, past: str, gerund: str) -> None:
    forms = inflect(lemma)  # type: ignore[arg-type, unused-ignore]
    assert (forms["third"], forms["past"], forms["gerund"]) == (third, past, gerund)


def test_a_form_may_be_several() -> None:
    assert verb_forms()["read"] >= {"base", "past", "participle"}
