"""resolve_document: chains, inheritance, nesting, and records that do not depend on the order of attributions."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.entities.reading import OUTLETS, attribution, chains, document, marked, resolve, speaker

from headwater.entities import resolve_document
from headwater.records import Span

CHAINS: dict[str, tuple[str, list[list[str]]]] = {
    "told-a-wire": ("{{The bridge held}}, [[Ines Calder]] told AFP.", [["Agence France-Presse", "Ines Calder"]]),
    "said-to-a-wire": (
        "{{The bridge held}}, said [[Ines Calder]] to the Associated Press.",
        [["Associated Press", "Ines Calder"]],
    ),
    "inherited-by-pronoun": (
        "{{The bridge held}}, [[Ines Calder]] told Reuters. {{It was old}}, [[she]] added.",
        [["Reuters", "Ines Calder"], ["Reuters", "Ines Calder"]],
    ),
    "not-inherited-by-one-who-also-spoke-for-himself": (
        "[[Tomas Reil]] said {{the road was shut}}. [[Reil]] told Reuters {{it was ice}}. [[Reil]] said {{so}}.",
        [["Tomas Reil"], ["Reuters", "Tomas Reil"], ["Tomas Reil"]],
    ),
    "interview": (
        "In an interview with CNN, [[Ines Calder]] said {{the sluice was shut}}.",
        [["CNN", "Ines Calder"]],
    ),
    "statement-sent-to-a-paper": (
        "In a statement sent to the Velm Tribune, [[spokeswoman Ines Calder]] said {{it was over}}.",
        [["Velm Tribune", "Ines Calder"]],
    ),
    "the-report-is-the-titled-one-not-the-outlet-before": (
        "[[CNN]] said {{they leak}}. [[The Institute's Flood Assessment]] said {{so}}. [[The report]] said {{it}}.",
        [["CNN"], ["Flood Assessment"], ["Flood Assessment"]],
    ),
    "the-report-is-the-outlet-s-where-no-text-has-a-title": (
        "[[CNN]] said {{they leak}}. [[The report]] said {{it}}.",
        [["CNN"], ["CNN"]],
    ),
    "a-name-that-ends-like-a-listed-paper-is-another-paper": (
        "{{It was overloaded}}, [[Ines Calder]] told the Orsay Herald.",
        [["Orsay Herald", "Ines Calder"]],
    ),
    "an-outlet-described-before-its-name": (
        "[[Ines Calder]] told the public broadcaster TVK {{it was over}}.",
        [["TVK", "Ines Calder"]],
    ),
    "a-name-with-an-article-of-its-own": (
        "[[Ines Calder]] told The Longshore {{it was over}}.",
        [["Longshore", "Ines Calder"]],
    ),
    "a-radio-numbered": (
        "Speaking on Radio Four Lakes, [[Ines Calder]] said {{it was over}}.",
        [["Radio Four Lakes", "Ines Calder"]],
    ),
    "what-was-published-is-not-what-is-said": (
        "[[Calder Imaging]], whose picture was published by Reuters, said {{it saw no boats}}.",
        [["Calder Imaging"]],
    ),
    "the-memo-is-the-text-seen-not-who-saw-it": (
        "[[An internal memo seen by Reuters]] says {{it leaks}}. [[The memo]] adds {{it is old}}.",
        [["Reuters", "internal memo"], ["Reuters", "internal memo"]],
    ),
    "a-report-that-was-seen-is-a-text": (
        "[[An inspection report obtained by Reuters]] says {{it leaks}}. [[The report]] adds {{it is old}}.",
        [["Reuters", "inspection report"], ["Reuters", "inspection report"]],
    ),
    "who-is-cited-speaks-by-way-of-who-cites-him": (
        "[[Reuters]], citing a port official, said {{it was shut}}. [[The official]] said {{it was old}}.",
        [["Reuters"], ["Reuters", "port official"]],
    ),
    "a-reason-cited-is-nobody-s-way": (
        "[[Ines Calder]], citing costs, said {{it was shut}}. [[Calder]] said {{it was old}}.",
        [["Ines Calder"], ["Ines Calder"]],
    ),
    "who-spoke-to-an-outlet-speaks-by-way-of-it": (
        "[[The council]] said {{it was safe}}. Engineers who spoke to Reuters disagreed. [[They]] said {{it was not}}.",
        [["council"], ["Reuters", "engineers"]],
    ),
    "an-unnamed-speaker-s-first-words-went-the-way-of-his-next": (
        "[[A clerk]] said {{it was full}}. {{It always was}}, [[he]] told Reuters.",
        [["Reuters", "clerk"], ["Reuters", "clerk"]],
    ),
    "a-named-speaker-s-did-not": (
        "[[Ines Calder]] said {{it was full}}. {{It always was}}, [[she]] told Reuters.",
        [["Ines Calder"], ["Reuters", "Ines Calder"]],
    ),
    "one-of-several-keeps-their-way": (
        "[[Two diplomats]] told Reuters {{it was off}}. {{Nobody minds}}, [[one diplomat]] said.",
        [["Reuters", "diplomats"], ["Reuters", "one of the diplomats"]],
    ),
    "an-outlet-by-what-the-text-says-of-it": (
        "[[Ines Calder]] told Velmpress {{it was over}}. Velmpress could not independently verify it.",
        [["Velmpress", "Ines Calder"]],
    ),
    "an-agency-by-its-letters": ("[[Ines Calder]] told VPA {{it was over}}.", [["VPA", "Ines Calder"]]),
    "a-body-by-its-letters-is-no-outlet": ("[[Ines Calder]] told FIFA {{it was over}}.", [["Ines Calder"]]),
    "a-listed-name-inside-a-body-s": (
        "According to [[the National Weather Office]] {{it rained}}.",
        [["National Weather Office"]],
    ),
    "an-outlet-s-own-correspondent": (
        "Orsay Radio's war correspondent Ines Calder left. [[Orsay Radio's correspondent Ines Calder]] said {{so}}.",
        [["Orsay Radio", "Ines Calder"]],
    ),
    "two-of-a-house-speak-for-themselves": (
        "[[Two executives at Kestrel Bank]] told Reuters {{it was over}}.",
        [["Reuters", "executives at Kestrel Bank"]],
    ),
    "the-central-bank-is-no-bank-before": (
        "[[Kestrel Bank]] said {{it was sound}}. [[The central bank]] said {{it was not}}.",
        [["Kestrel Bank"], ["central bank"]],
    ),
    "the-note-is-of-who-spoke-where-it-came-up": (
        "In a note [[the Rail Unit]] said {{so}}. [[Its chief, Jon Tull]] said {{it}}. [[The note]] adds {{no}}.",
        [["Rail Unit"], ["Jon Tull"], ["Rail Unit"]],
    ),
    "an-office-by-its-letters": (
        "[[The Inspector-General of Police, Musa Dantala]], said {{so}}. [[The IGP]] said {{no}}.",
        [["Musa Dantala"], ["Musa Dantala"]],
    ),
    "a-junior-by-surname": (
        "[[Coach Tom Hale Jr]] said {{so}}. [[Hale Jr.]] said {{no}}. [[Mr. Hale]] said {{yes}}.",
        [["Tom Hale Jr"], ["Tom Hale Jr"], ["Tom Hale Jr"]],
    ),
    "a-surname-that-is-a-title-opens-a-sentence": (
        "[[Attorney General William Barr]] said {{so}}. [[Mr. Barr]] said {{no}}.",
        [["William Barr"], ["William Barr"]],
    ),
    "his-words-are-his": (
        "[[Colonel Pavel Orm]] said {{it was calm}}. According to [[his words]] {{nobody crossed}}.",
        [["Pavel Orm"], ["Pavel Orm"]],
    ),
    "the-ministry-is-the-speaker-s": (
        "[[Colonel Pavel Orm, spokesman of the ministry of works of Velm]], said {{so}}. [[The ministry]] said {{no}}.",
        [["Pavel Orm"], ["ministry of works of Velm"]],
    ),
    "the-manager-is-the-one-who-spoke-before": (
        "[[Neil Sorrow]] denied {{it}}. {{There are no talks}}, [[the manager]] said.",
        [["Neil Sorrow"], ["Neil Sorrow"]],
    ),
    "the-mayor-is-not-a-doctor-who-spoke-before": (
        "[[Dr Neil Sorrow]] denied {{it}}. {{There are no talks}}, [[the mayor]] said.",
        [["Neil Sorrow"], ["mayor"]],
    ),
    "a-headline-s-report-is-what-the-article-cites": (
        "{{Signals to be sold}}: [[report]]\nSignals are to be sold, [[Reuters]] said {{on Monday}}.",
        [["Reuters"], ["Reuters"]],
    ),
    "the-company-of-the-first-words-is-named-below": (
        "[[The company that runs the dam]] said {{it was warned}}. [[Petra Lund, chief of Norkraft]] said {{so}}.",
        [["Norkraft"], ["Petra Lund"]],
    ),
    "it-after-a-joint-statement-is-they": (
        "[[The companies]] said {{jobs go}} in a joint statement. {{It ends in May}}, [[it]] added.",
        [["companies"], ["companies"]],
    ),
    "reporters-are-no-carrier": ("[[Ines Calder]] told reporters {{it was over}}.", [["Ines Calder"]]),
    "parliament-is-no-carrier": ("[[Ines Calder]] told Parliament {{it was over}}.", [["Ines Calder"]]),
    "paper-by-its-nickname": (
        "{{The bridge held}}, [[Ines Calder]] told the Courier.",
        [["Courier", "Ines Calder"]],
    ),
    "nickname-after-the-full-name": (
        "The Velm Ledger broke the story. [[Ines Calder]] told the Ledger {{it was over}}.",
        [["Velm Ledger", "Ines Calder"]],
    ),
    "numbered-channel": (
        "{{The bridge held}}, [[Ines Calder]] told Channel Six.",
        [["Channel Six", "Ines Calder"]],
    ),
    "two-papers-names-joined": (
        "{{The bridge held}}, [[Ines Calder]] told the Courier-Star. [[A clerk]] told the newspaper {{so}}.",
        [["Courier-Star", "Ines Calder"], ["Courier-Star", "clerk"]],
    ),
    "a-hyphen-makes-no-paper": ("[[Ines Calder]] told the Vice-Mayor {{it was over}}.", [["Ines Calder"]]),
    "station-by-its-letters": (
        "[[Ines Calder]] told WQXB-TV {{it was over}}. [[A clerk]] denied to the station {{that}}.",
        [["WQXB-TV", "Ines Calder"], ["WQXB-TV", "clerk"]],
    ),
    "station-by-its-number": (
        "[[Ines Calder]] tells NewsChannel 7 {{it was over}}. [[A clerk]] told Action News 4 {{so}}.",
        [["NewsChannel 7", "Ines Calder"], ["Action News 4", "clerk"]],
    ),
    "interview-with-a-paper": (
        "[[Ines Calder]] said in an interview with the Pioneer that {{it was over}}.",
        [["Pioneer", "Ines Calder"]],
    ),
    "interview-with-an-office": (
        "[[Ines Calder]] said in an interview with the President that {{it was over}}.",
        [["Ines Calder"]],
    ),
    "several-inherit": (
        "[[Two clerks]] told Reuters {{it was over}}. [[The clerks]] said {{so}}. [[One of them]] said {{no}}.",
        [["Reuters", "clerks"], ["Reuters", "clerks"], ["Reuters", "one of the clerks"]],
    ),
    "the-newspaper-is-the-last-outlet": (
        "The Velm Tribune broke the story. [[Ines Calder]] told the newspaper {{it was over}}.",
        [["Velm Tribune", "Ines Calder"]],
    ),
}


def test_an_office_of_state_is_no_house() -> None:
    sources = resolve("[[Secretary of Defense Ann Moss]] said {{the base was safe}}.")

    assert [entity.caption for entity in sources.entities] == ["Ann Moss"]


def test_a_titled_text_that_an_institute_owns_is_a_document() -> None:
    sources = resolve("[[The Carrow Institute's Flood Season Assessment]] warned {{the wall was weak}}.")

    assert (speaker(sources).caption, speaker(sources).kind) == ("Flood Season Assessment", "document")


def test_what_had_been_said_before_went_its_own_way() -> None:
    doc = document("Ines Calder told Reuters it was over. On the day Calder had said it was not.")
    now = attribution(doc, "now", (0, 11), (25, 36))
    before = replace(attribution(doc, "before", (49, 55), (65, 75)), cue=Span(doc.doc_id, 56, 64))

    assert chains(resolve_document(doc, (now, before), OUTLETS)) == [["Reuters", "Ines Calder"], ["Ines Calder"]]


def test_the_own_outlet_of_a_text_that_names_one_paper_is_that_paper() -> None:
    text = "[[Two traders]] told the Orsay Herald {{it fell}}. [[Ines Calder]] told this newspaper {{it was over}}."

    assert chains(resolve(text))[1] == ["Orsay Herald", "Ines Calder"]


def test_an_outlet_credited_with_the_same_words_in_the_same_sentence_carries_them() -> None:
    doc = document("Officials said the deal was off, Reuters reported.")
    said = attribution(doc, "said", (0, 9), (15, 31))
    reported = attribution(doc, "reported", (33, 40), (0, 31))

    assert chains(resolve_document(doc, (said, reported), OUTLETS)) == [["Reuters", "officials"], ["Reuters"]]


@pytest.mark.parametrize("words", ["this newspaper", "our correspondent", "us"])
def test_words_for_the_own_outlet_are_a_carrier_named_after_the_publisher_where_it_is_known(words: str) -> None:
    text = f"[[Ines Calder]] told {words} {{{{it was over}}}}."

    assert chains(resolve(text, url="https://www.reuters.com/a")) == [["Reuters", "Ines Calder"]]
    assert chains(resolve(text)) == [[words, "Ines Calder"]]


@pytest.mark.parametrize(("text", "expected"), CHAINS.values(), ids=CHAINS)
def test_chain_of(text: str, expected: list[list[str]]) -> None:
    assert chains(resolve(text)) == expected


def test_a_parent_attribution_carries_what_is_nested_in_it() -> None:
    doc = document("Officials said the dam would hold, CNN reported.")
    outer = attribution(doc, "outer", (35, 38), (0, 33))
    inner = attribution(doc, "inner", (0, 9), (15, 33), parent="outer")
    assert chains(resolve_document(doc, [outer, inner], OUTLETS)) == [["CNN"], ["CNN", "officials"]]


def test_hearsay_without_a_source_has_an_empty_chain() -> None:
    doc = document("It is believed that the dam will hold.")
    assert chains(resolve_document(doc, [attribution(doc, "a", None, (20, 37))], OUTLETS)) == [[]]


def test_every_hop_with_a_span_quotes_the_text() -> None:
    doc, attributions = marked("[[Ines Calder, the mayor]], told the Associated Press {{it was over}}.")
    sources = resolve_document(doc, attributions, OUTLETS)
    spans = [hop.span for chain in sources.chains for hop in chain.hops if hop.span]
    assert [span.quote(doc.text) for span in spans] == ["Associated Press", "Ines Calder, the mayor"]


def test_the_post_is_not_guessed_but_follows_an_earlier_full_name() -> None:
    open_text = "{{It was over}}, [[Ines Calder]] told the Post."
    assert chains(resolve(open_text)) in ([["Ines Calder"]], [["Post", "Ines Calder"]])
    settled = "The Jerusalem Post broke it. " + open_text
    assert chains(resolve(settled)) == [["The Jerusalem Post", "Ines Calder"]]


def test_the_publishers_country_settles_a_short_name() -> None:
    text = "{{It was over}}, [[Ines Calder]] told the Age."
    assert chains(resolve(text, url="https://www.smh.com.au/a"))[0][0] == "The Age"


def test_records_do_not_depend_on_the_order_of_attributions() -> None:
    doc, attributions = marked(
        "[[Ines Calder]], the mayor, told AFP {{it was over}}. [[She]] said {{no one died}}. [[Police]] said {{so}}."
    )
    forwards, backwards = (resolve_document(doc, order, OUTLETS) for order in (attributions, attributions[::-1]))
    assert forwards.entities == backwards.entities
    assert set(forwards.chains) == set(backwards.chains)


@settings(deadline=None)  # the machine may be busy; offsets are what is tested
@given(
    text=st.text(alphabet="AaBé \n.,'’“\"-()SaidtheMr", max_size=120),
    cut=st.tuples(st.integers(0, 119), st.integers(1, 40)),
)
def test_any_text_gives_spans_that_fit(text: str, cut: tuple[int, int]) -> None:
    doc = document(text + ".")
    start = min(cut[0], len(text))
    end = min(start + cut[1], len(doc.text))
    sources = resolve_document(doc, [attribution(doc, "a", (start, end), (0, 1))], OUTLETS)
    assert all(span.quote(doc.text) for entity in sources.entities for span in entity.mention_spans)
    assert len(sources.chains) == 1


def test_an_outlets_reporter_is_a_person_of_that_house() -> None:
    sources = resolve("{{People ran}}, [[an AFP journalist at the scene]] said.")
    found = speaker(sources)
    parent = next(entity for entity in sources.entities if entity.entity_id == found.parent_id)
    assert (found.kind, found.caption, parent.caption) == (
        "person",
        "AFP journalist at the scene",
        "Agence France-Presse",
    )


def test_a_court_that_heard_something_did_not_say_it() -> None:
    doc = document("The coins were in a bucket, jurors told")
    found = attribution(doc, "a", (28, 34), (0, 26))
    assert resolve_document(doc, [found], OUTLETS).chains[0].hops == ()


def test_companies_named_before_are_no_unnamed_source() -> None:
    sources = resolve("[[Veldt Foods]] said {{a}}. [[Orr & Vale Plc]] said {{b}}. [[The companies]] said {{c}}.")
    assert speaker(sources, 2).kind == "organisation"


def test_a_company_goes_by_its_first_word_but_a_council_does_not() -> None:
    sources = resolve(
        "[[Veldt Foods]] said {{a}}. [[Veldt]] said {{b}}. [[Velm Council]] said {{c}}. [[Velm]] said {{d}}."
    )
    assert [speaker(sources, number).caption for number in (1, 3)] == ["Veldt Foods", "Velm"]
