"""find_statements: clauses that state something, held by the innermost attribution, with their value."""

from dataclasses import replace

import pytest
from tests.claims.invented import profiles, reading

from headwater.records import Span

from headwater.claims.statements import find_statements  # isort: skip

TEXT = (
    "ORRIN VALLEY\n"
    "“We counted 14 cracks,” engineer Piet Arran said. He asked not to be named.\n"
    "The ministry denied that it had been warned.\n"
)


def words(text: str) -> dict[str, tuple[str | None, str]]:
    found = profiles("d", text)
    return {p.statement.span.quote(text): (p.statement.attribution_id, p.statement.stance) for p in found}


def test_frames_datelines_and_words_about_sourcing_state_nothing() -> None:
    found = words(TEXT)
    assert not any("ORRIN" in w or "said" in w or "named" in w for w in found)


def test_a_statement_knows_its_holder_and_value() -> None:
    (profile,) = [p for p in profiles("d", TEXT) if p.statement.value]
    assert profile.statement.attribution_id is not None
    assert profile.statement.value is not None
    assert profile.statement.value.lower == 14
    assert profile.statement.span.quote(TEXT) == "We counted 14 cracks"


def test_what_is_denied_is_a_denying_statement() -> None:
    assert words(TEXT)["it had been warned"][1] == "deny"


def test_boilerplate_is_left_out() -> None:
    made = reading("d", TEXT)
    marked = type(made)(
        document=made.document, attributions=made.attributions, quantities=made.quantities, times=made.times,
        boilerplate=(Span("d", 0, len(TEXT)),), credits=(),
    )  # fmt: skip
    assert find_statements(marked, None) == ()


def test_questions_date_lines_and_stumps_are_no_statements() -> None:
    text = "Who warned the ministry?\nTuesday 3 March, 7.05am\n“Get it done,” said Johan Brandt.\n"
    assert words(text) == {}


def test_a_line_of_the_page_is_no_statement() -> None:
    assert words("By Lena Holm and staff\nRead more: the cracks in the wall\nSee page 3\n") == {}


def test_a_clause_is_kept_without_the_frame_behind_it() -> None:
    text = "The toll climbed to 27 on Tuesday as the company denied that it had been warned.\n"
    assert list(words(text)) == ["The toll climbed to 27 on Tuesday", "it had been warned"]


def test_the_age_of_a_named_person_is_a_statement() -> None:
    text = "Piet Arran, 61, was led away by two guards on Monday.\n"
    values = {p.statement.span.quote(text): p.statement.value for p in profiles("d", text)}
    age = values["Piet Arran, 61"]
    assert age is not None
    assert (age.lower, age.unit) == (61.0, "year")


def test_how_long_it_took_is_not_what_was_counted() -> None:
    text = "In four years the company bought six rivals.\n"
    (value,) = [p.statement.value for p in profiles("d", text) if p.statement.value]
    assert value.text == "six"


def test_a_small_number_behind_the_points_back_and_a_large_one_counts() -> None:
    text = "The two were in the water. Divers found the 23 who had drowned near the jetty.\n"
    values = {p.statement.value.text for p in profiles("d", text) if p.statement.value}
    assert values == {"23"}


@pytest.mark.parametrize(
    ("relative", "told"),
    [("laid a wreath at the dam on Monday", True), ("leads the union of dam workers", False)],
)
def test_an_event_told_of_a_source_is_a_statement_and_its_office_none(relative: str, told: bool) -> None:
    text = f"Ruth Calder, who {relative}, said that the wall was sound.\n"
    made = reading("d", text)
    (attribution,) = made.attributions
    whole = replace(attribution, source=Span("d", 0, text.index(", said")))
    found = find_statements(replace(made, attributions=(whole,)), None)
    assert (relative in {profile.statement.span.quote(text) for profile in found}) is told


def test_what_is_believed_of_somebody_is_one_clause() -> None:
    text = "About 110 people were believed to be on board.\n"
    assert list(words(text)) == ["About 110 people were believed to be on board"]


def test_a_short_denial_is_a_statement() -> None:
    assert "There is no breach" in words("“There is no breach,” she claimed.\n")


@pytest.mark.parametrize(
    "text",
    [
        "Nobody at the Water Ministry of Carrow could be reached for comment on the contract.\n",
        "The agency also had words for a senior official of the old Water Ministry, who was not authorised to speak.\n",
    ],
)
def test_names_and_words_about_reaching_people_state_nothing(text: str) -> None:
    found = [profile.statement.span.quote(text) for profile in profiles("d", text)]
    assert not any("reached" in words or words.startswith("a senior official") for words in found)


def test_why_a_source_is_not_named_states_nothing_about_the_event() -> None:
    text = "The dam was unsafe, said an official, who asked not to be named because the talks were private."
    words = [p.statement.span.quote(text) for p in profiles("a", text)]
    assert "The dam was unsafe" in words
    assert not any("private" in one for one in words)


@pytest.mark.parametrize("dateline", ["Carrow (AP) ", "Port Carrow (CNN) ", "CARROW, March 3 (NPA) - "])
def test_a_dateline_states_nothing(dateline: str) -> None:
    text = dateline + "The dam above the town broke on Tuesday."
    assert next(p.statement.span.quote(text) for p in profiles("a", text)).startswith("The dam")


def test_a_body_and_its_initials_are_no_dateline() -> None:
    text = "Valley Rescue Agency (VRA) Director Ada Holm resigned on Tuesday."
    assert profiles("a", text)[0].statement.span.start == 0
