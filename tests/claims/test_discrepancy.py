"""Disagreements inside a claim: numbers, names, directions, denials; and what is none."""

import pytest
from tests.claims.invented import document, profiles

from headwater.claims.days import named_days
from headwater.claims.discrepancy import Dated, find_discrepancies
from headwater.records import Discrepancy, published_instant


def discrepancies(*texts: str) -> tuple[Discrepancy, ...]:
    """What the first statements of documents d0, d1, ... disagree about, as if all belonged to one claim."""
    members = []
    for number, text in enumerate(texts):
        made = document(f"d{number}", text, published_at=f"2026-03-0{number + 1}")
        profile = profiles(made.doc_id, text)[0]
        days = named_days(text, 0, len(text))
        members.append(Dated(profile=profile, text=text, published=published_instant(made), times=(), days=days))
    return find_discrepancies("clm-1", members)


def kinds(*texts: str) -> set[str]:
    return {d.kind for d in discrepancies(*texts)}


def rivals(*texts: str) -> list[dict[str, list[int]]]:
    """Each disagreement about names as value -> the numbers of the documents that give it."""
    number = {profiles(f"d{k}", text)[0].statement.statement_id: k for k, text in enumerate(texts)}
    return [
        {value.value: [number[key] for key in value.statement_ids] for value in found.values}
        for found in discrepancies(*texts)
        if found.kind == "name"
    ]


CASES: dict[str, tuple[tuple[str, ...], set[str]]] = {
    "numbers-apart": (("Twelve houses burned.", "Fifteen houses burned."), {"number"}),
    "at-least-agrees": (("At least 12 houses burned.", "A dozen houses burned."), set()),
    "sides-of-one-place": (("The boat sank south of Carrow.", "The boat sank west of Carrow."), {"name"}),
    "another-name-in-one-slot": (
        ("The old bridge at Carrow burned down.", "The old bridge at Sallow burned down."),
        {"name"},
    ),
    "a-short-form-is-no-other-name": (
        ("The old bridge of Orrin Valley burned down.", "The old bridge of OV burned down."),
        set(),
    ),
    "times-of-day-in-two-zones": (
        ("The wall failed at 0410 GMT.", "The wall failed at 4:10 a.m. local time."),
        {"date"},
    ),
    "days-named-without-a-year": (
        ("The council votes on the dam on March 12.", "The council will vote on March 21."),
        {"date"},
    ),
    "one-day-in-two-house-styles": (
        ("The council votes on the dam on March 12.", "The council will vote on 12 March."),
        set(),
    ),
    "one-time-told-twice": (("The wall failed at 0410 GMT.", "The wall failed at 4:10 a.m. UTC."), set()),
    "another-person-in-the-same-party": (
        ("His wife and another woman were missing.", "His wife and a young boy were missing."),
        {"name"},
    ),
    "a-part-does-not-disagree-with-the-whole": (
        ("The flood killed 40 people.", "Twelve others were killed by the flood."),
        set(),
    ),
    "another-negated-matter-denies-nothing": (
        ("The flood killed forty people in Carrow.", "The flood came without a siren."),
        set(),
    ),
    "a-country-and-its-adjective": (
        ("The Canada unit of Quell Works won a tender.", "The Canadian unit of Quell Works won a tender."),
        set(),
    ),
    "his-wife-and-children-are-no-number": (
        ("His wife and children were killed.", "His three children were killed."),
        set(),
    ),
    "a-name-misspelt": (("The ferry MV Adeline sank at noon.", "The ferry MV Adelaide sank at noon."), {"name"}),
    "one-figure-to-two-precisions": (("The dam cost 600 million crowns.", "The dam cost 601 million crowns."), set()),
    "negation-against-assertion": (
        ("The report reached the ministry.", "The report never reached the ministry."),
        {"denial"},
    ),
}


@pytest.mark.parametrize(("texts", "expected"), CASES.values(), ids=CASES)
def test_kinds_of_disagreement(texts: tuple[str, ...], expected: set[str]) -> None:
    assert kinds(*texts) == expected


NAMES: dict[str, tuple[tuple[str, ...], list[dict[str, list[int]]]]] = {
    "each-set-of-rivals-with-its-own-statements": (
        (
            "The boat sank south of Bellmar.",
            "The boat sank west of the town of Bellmar.",
            "The boat sank near the town of Belmar.",
        ),
        [{"Bellmar": [0, 1], "Belmar": [2]}, {"south": [0], "west": [1]}],
    ),
    "a-third-name-joins-its-rivals": (
        (
            "The old bridge at Carrow burned down.",
            "The old bridge at Sallow burned down.",
            "The old bridge at Orrin burned down.",
            "The old bridge at Sallow burned down.",
        ),
        [{"Carrow": [0], "Sallow": [1, 3], "Orrin": [2]}],
    ),
    "words-as-printed-without-a-possessive-ending": (
        ("Rebels burned Carrow’s old bridge.", "Rebels burned Lower Sallow's old bridge."),
        [{"Carrow": [0], "Lower Sallow": [1]}],
    ),
    "a-name-of-several-words-in-full": (
        ("Divers inspected the old Bank of Carrow.", "Divers inspected the old Hall of Sallow."),
        [{"Bank of Carrow": [0], "Hall of Sallow": [1]}],
    ),
    "a-part-against-its-whole-where-nobody-holds-both": (
        ("A flood destroyed the mill in Carrow.", "A flood destroyed the mill in Orrin."),
        [{"Carrow": [0], "Orrin": [1]}],
    ),
    "a-part-is-no-rival-of-its-whole": (
        (
            "A flood destroyed the mill in Carrow.",
            "A flood destroyed the mill in Orrin.",
            "A flood destroyed the mill in Carrow, Orrin, overnight.",
        ),
        [],
    ),
    "two-things-that-one-sentence-holds-are-no-slip": (
        (
            "The ferry Adeline sank at noon.",
            "The ferry Adelaide sank at noon.",
            "Ferries sank at noon, the Adeline before the Adelaide.",
        ),
        [],
    ),
    "two-names-that-nobody-prints-small": (
        ("The storm reached the Carrow Basin overnight.", "The storm reached the Carrow Lagoon overnight."),
        [{"Basin": [0], "Lagoon": [1]}],
    ),
    "a-word-also-printed-small-is-no-name": (
        (
            "The storm reached the Carrow Basin overnight.",
            "The storm reached the Carrow Lagoon overnight. Fishermen left the lagoon at dawn.",
        ),
        [],
    ),
    "an-address-prints-names-small": (
        (
            "The storm reached the Carrow Basin overnight.",
            "The storm reached the Carrow Lagoon overnight. Write to lagoon@velm.example or www.lagoon.example/lagoon.",
        ),
        [{"Basin": [0], "Lagoon": [1]}],
    ),
    "a-part-of-a-word-printed-small-is-no-word": (
        (
            "The storm reached the Carrow Basin overnight.",
            "The storm reached the Carrow Lagoon overnight. Two lagoonside inns burned.",
        ),
        [{"Basin": [0], "Lagoon": [1]}],
    ),
    "one-name-printed-in-the-other": (
        (
            "The minister led the Quell Tower negotiations.",
            "The minister led the Quell Sallow negotiations. Quell Tower Sallow was never built.",
        ),
        [],
    ),
    "two-names-nobody-prints-in-each-other": (
        ("The minister led the Quell Tower negotiations.", "The minister led the Quell Sallow negotiations."),
        [{"Tower": [0], "Sallow": [1]}],
    ),
    "names-on-two-lines-are-not-printed-in-each-other": (
        (
            "The minister led the Quell Tower negotiations.",
            "The minister led the Quell Sallow negotiations. Nobody saw the Tower\nSallow kept silent.",
        ),
        [{"Tower": [0], "Sallow": [1]}],
    ),
    "two-names-in-one-slot-are-no-name": (
        ("A flood destroyed the mill in Carrow, Orrin.", "A flood destroyed the mill in Sallow."),
        [],
    ),
    "the-same-names-in-another-order": (
        ("The minister led the Quell Orrin negotiations.", "The minister led the Orrin Quell negotiations."),
        [],
    ),
    "a-country-and-its-people": (
        ("Rebels burned Germany's old bridge.", "Rebels burned the German old bridge."),
        [],
    ),
    "spelling-customs-are-no-slip": (
        ("Boats reached Carrow Harbour at noon.", "Boats reached Carrow Harbor at noon."),
        [],
    ),
    "accents-are-no-slip": (("Boats reached Port Velôme at noon.", "Boats reached Port Velome at noon."), []),
    "days-are-no-names": (("The council meets in Carrow on Tuesday.", "The council meets in Carrow on Thursday."), []),
}


@pytest.mark.parametrize(("texts", "expected"), NAMES.values(), ids=NAMES)
def test_names_that_cannot_all_hold(texts: tuple[str, ...], expected: list[dict[str, list[int]]]) -> None:
    assert rivals(*texts) == expected


SIDES: dict[str, tuple[tuple[str, str], list[dict[str, list[int]]]]] = {
    "of-one-place-far-behind": (
        ("The boat sank south of Carrow.", "The boat sank west of the old fishing town of Carrow."),
        [{"south": [0], "west": [1]}],
    ),
    "of-a-tip": (
        ("The quake shook the northern tip of Carrow.", "The quake shook the western tip of Carrow island."),
        [{"northern": [0], "western": [1]}],
    ),
    "each-direction-has-its-own-place": (
        ("The boat sank south of Carrow on the western tip of Orrin.", "The boat sank west of the town of Carrow."),
        [{"south": [0], "west": [1]}],
    ),
    "behind-a-country": (
        ("The boat sank south of the German town of Carrow.", "The boat sank west of Carrow."),
        [{"south": [0], "west": [1]}],
    ),
    "of-two-places": (("The Carrow ferry sank south of Sallow.", "The Carrow ferry sank west of Orrin."), []),
    "the-place-stands-in-front": (
        ("In Carrow the boat sank south of the pier.", "In Carrow the boat sank west of the pier."),
        [],
    ),
    "the-place-is-too-far-behind": (
        (
            "The boat sank south of a long low grey stone wall near Carrow.",
            "The boat sank west of a long low grey stone wall near Carrow.",
        ),
        [],
    ),
    "another-name-stands-between": (
        ("The boat sank south of Sallow near Carrow.", "The boat sank west of Carrow."),
        [],
    ),
    "side-and-place-in-one-name-and-all-else-alike": (
        ("Rain flooded North Orrin overnight.", "Rain flooded South Orrin overnight."),
        [{"North": [0], "South": [1]}],
    ),
    "side-and-place-in-one-name-and-another-matter": (
        ("Rain flooded North Orrin overnight.", "Wildfires ravaged farms in South Orrin."),
        [],
    ),
    "a-headline-s-capitals-are-no-name": (
        ("Boat Sinks South of Orrin Harbour.", "A tanker went down west of Orrin."),
        [{"South": [0], "west": [1]}],
    ),
    "two-words-for-one-side": (("The boat sank off southern Carrow.", "The boat sank off south Carrow."), []),
    "two-sides-at-once": (("The boat sank north and west of Carrow.", "The boat sank west of Carrow."), []),
    "beside-a-statement-of-one-word": (("The boat sank south of Carrow.", "Four were killed."), []),
    "who-left-is-on-no-side": (("The boat left Carrow at noon.", "The boat lay west of Carrow at noon."), []),
}


@pytest.mark.parametrize(("texts", "expected"), SIDES.values(), ids=SIDES)
def test_sides_of_a_place(texts: tuple[str, str], expected: list[dict[str, list[int]]]) -> None:
    assert rivals(*texts) == expected


def test_disagreements_of_one_claim_about_names_have_ids_of_their_own() -> None:
    found = discrepancies(
        "The boat sank north of Carrow.", "The boat sank west of Carrow.",
        "The boat sank north of Sallow.", "The boat sank west of Sallow.",
    )  # fmt: skip
    assert [sorted(value.value for value in one.values) for one in found] == [
        ["Carrow", "Sallow"],
        ["north", "west"],
        ["north", "west"],
    ]
    assert len({one.discrepancy_id for one in found}) == len(found)


def test_only_statements_alike_but_for_one_person_give_persons_that_differ() -> None:
    wife, boy = "His wife and another woman were missing.", "His wife and a young boy were missing."
    assert rivals(wife, boy, "A woman told reporters about the search.") == [{"woman": [0], "boy": [1]}]
    assert rivals("A woman died in the crash.", "A man was charged over the crash.") == []
