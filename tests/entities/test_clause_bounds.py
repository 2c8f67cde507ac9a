"""An outlet that another clause of the sentence names carries nothing; one of the same clause does."""

import pytest
from tests.entities.reading import chains, resolve

CASES: dict[str, tuple[str, list[list[str]]]] = {
    "told-in-a-clause-behind": (
        "{{The bank will close}}, [[the Tarn Argonaut]] reported, though its chairman told Reuters that it would not.",
        [["Tarn Argonaut"]],
    ),
    "behind-a-semicolon": (
        "{{The coach resigned}}, [[the sports ministry]] said; players quoted by Reuters blamed the minister.",
        [["sports ministry"]],
    ),
    "in-a-clause-before": (
        "The chief told Reuters that the lights had failed, but [[the union]] said {{its members had complained}}.",
        [["union"]],
    ),
    "in-a-report-that-is-denied": (
        "[[Harrow Holdings]] denied a report in the Tarn Argonaut that it was for sale, saying {{it was not}}.",
        [["Harrow Holdings"]],
    ),
    "in-the-same-clause": (
        "[[The union]] said in an interview with Reuters that {{it was so}}.",
        [["Reuters", "union"]],
    ),
    "he-goes-on-to-tell": (
        "[[Ines Calder]] said {{it was so}}, but she told Reuters that more would come.",
        [["Reuters", "Ines Calder"]],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_an_outlet_carries_what_its_own_clause_says(text: str, expected: list[list[str]]) -> None:
    assert chains(resolve(text)) == expected
