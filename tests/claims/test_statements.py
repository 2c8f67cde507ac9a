"""find_statements: clauses that state something, held by the innermost attribution, with their value."""

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
