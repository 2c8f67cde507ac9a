"""find_carriers: who passed words on, by the words that make an outlet a carrier and by what shows it to be one."""

from dataclasses import replace

import pytest
from tests.entities.reading import OUTLETS, attribution, chains, document, resolve

from headwater.entities import resolve_document
from headwater.records import Span

CHAINS: dict[str, tuple[str, list[list[str]]]] = {
    "a-paper-no-list-holds": (
        "{{It was over}}, [[Ines Calder]] told the Tarn Argonaut. {{Nobody paid}}, [[she]] told the paper.",
        [["Tarn Argonaut", "Ines Calder"], ["Tarn Argonaut", "Ines Calder"]],
    ),
    "each-speaker-has-the-listener-of-his-own-sentence": (
        "[[The union]] told the Tarn Argonaut {{so}}. [[The ferry line]] told Radio Orr {{it was not}}.",
        [["Tarn Argonaut", "union"], ["Radio Orr", "ferry line"]],
    ),
    "a-station-on-fm": ("{{It sank}}, [[Ines Calder]] told Coast FM.", [["Coast FM", "Ines Calder"]]),
    "a-country-s-fm-is-its-minister": ("{{It sank}}, [[Ines Calder]] told Indian FM.", [["Ines Calder"]]),
    "an-agency-of-somewhere": (
        "[[Ines Calder]] told the News Agency of Brell (NAB) {{so}}. {{It goes on}}, [[she]] told the agency.",
        [["News Agency of Brell", "Ines Calder"], ["News Agency of Brell", "Ines Calder"]],
    ),
    "an-agency-that-is-none-of-the-press": (
        "[[Ines Calder]] told Reuters {{so}}. The Tarn Roads Agency asked her. [[She]] told the agency {{no}}.",
        [["Reuters", "Ines Calder"], ["Ines Calder"]],
    ),
    "described-before-its-name": (
        "{{It was over}}, [[Ines Calder]] told business daily Markt. [[A clerk]] told Swedish public radio Sol {{so}}.",
        [["Markt", "Ines Calder"], ["Sol", "clerk"]],
    ),
    "apposed-to-what-it-is": (
        "[[Ines Calder]] told her local paper, the Fen Courier, {{it was over}}.",
        [["Fen Courier", "Ines Calder"]],
    ),
    "a-state-agency-that-carries-a-statement": (
        "In a statement carried by state news agency Tarsa, [[the ministry]] said {{so}}.",
        [["Tarsa", "ministry"]],
    ),
    "the-next-statement-of-a-house-goes-its-own-way": (
        "In a statement carried by Reuters, [[the Works Ministry]] said {{so}}. [[The ministry]] denied {{no}}.",
        [["Reuters", "Works Ministry"], ["Works Ministry"]],
    ),
    "questions-from-a-paper": (
        "In a written reply to questions from the Tarn Argonaut, [[the grid]] said {{it was over}}.",
        [["Tarn Argonaut", "grid"]],
    ),
    "contacted-by-a-paper": (
        "When contacted by the Tarn Lookout, [[Ines Calder]] said {{it was over}}.",
        [["Tarn Lookout", "Ines Calder"]],
    ),
    "asked-by-a-paper": ("Asked by the Daily Loom, [[Ines Calder]] said {{it was}}.", [["Daily Loom", "Ines Calder"]]),
    "contacted-by-a-body": ("When contacted by the Tarn Council, [[Ines Calder]] said {{so}}.", [["Ines Calder"]]),
    "a-paper-of-the-merchants": (
        "[[Ines Calder]] told the Merchants' Gazette {{it was over}}.",
        [["Merchants' Gazette", "Ines Calder"]],
    ),
    "a-memo-first-reported-by": (
        "{{It will shed jobs}}, according to [[an internal memo first reported by Reuters]].",
        [["Reuters", "internal memo"]],
    ),
    "conceded-on-the-radio": (
        "[[Ines Calder]] conceded on Radio Orr that {{it was over}}.",
        [["Radio Orr", "Ines Calder"]],
    ),
    "what-others-told-in-the-next-clause": (
        "{{It sank}}, [[Ines Calder]] said, and two sailors told Reuters that the crew was safe.",
        [["Ines Calder"]],
    ),
    "who-goes-on-to-tell-is-the-same": (
        "[[Ines Calder]] said {{it sank}}, and later told Reuters that the crew was safe.",
        [["Reuters", "Ines Calder"]],
    ),
    "a-report-is-not-questions": (
        "In response to the Tarn Herald's report, [[Ines Calder]] said {{it was over}}.",
        [["Ines Calder"]],
    ),
    "a-paper-s-lawyers-are-not-the-paper": ("[[Ines Calder]] told Reuters' lawyers {{it was}}.", [["Ines Calder"]]),
    "aired-by-a-station": (
        "In an interview aired by Sarab TV, [[Ines Calder]] said {{it was over}}.",
        [["Sarab TV", "Ines Calder"]],
    ),
    "on-state-radio": (
        "In remarks broadcast on state radio, [[Ines Calder]] said {{it was over}}.",
        [["state radio", "Ines Calder"]],
    ),
    "an-address-on-television": (
        "In an address on national television, [[Ines Calder]] said {{it was over}}.",
        [["national television", "Ines Calder"]],
    ),
    "told-a-described-outlet": (
        "{{It was over}}, [[Ines Calder]] told a local radio station.",
        [["local radio station", "Ines Calder"]],
    ),
    "on-any-station-is-nowhere": ("[[Ines Calder]] said on a radio station {{it was over}}.", [["Ines Calder"]]),
    "local-media-are-nobody": ("[[Ines Calder]] told local media {{it was over}}.", [["Ines Calder"]]),
    "a-word-of-the-text-before-a-statement": (
        "In a statement released by her lawyers, [[Ines Calder]] said {{it was over}}.",
        [["lawyers", "Ines Calder"]],
    ),
    "an-email-address-puts-nothing-in-an-outlet": (
        "[[Ines Calder]] named an email address in a Reuters file and said {{it was over}}.",
        [["Ines Calder"]],
    ),
    "a-station-and-its-place": (
        "[[A memo obtained by Channel 6 Velm]] says {{it leaks}}.",
        [["Channel 6 Velm", "memo"]],
    ),
    "a-station-s-number-is-not-the-network": (
        "{{It was over}}, [[Ines Calder]] told Fox 25.",
        [["Fox 25", "Ines Calder"]],
    ),
    "a-journal-s-whole-name": (
        "[[A study published in the Journal of Fen Ecology]] says {{they roost}}.",
        [["Journal of Fen Ecology", "study"]],
    ),
    "a-month-is-no-part-of-a-name": (
        "{{It was over}}, [[Ines Calder]] told the Tarn Times of March.",
        [["Tarn Times", "Ines Calder"]],
    ),
    "a-paper-called-sun": ("{{It sank}}, [[Ines Calder]] told the Tarn Sun.", [["Tarn Sun", "Ines Calder"]]),
    "a-paper-of-sundays": ("{{It sank}}, [[A clerk]] told the Sunday Lantern podcast.", [["Sunday Lantern", "clerk"]]),
    "somebody-else-s-listener": (
        "Two clerks told the Tarn Herald, and [[a guard]] told Reuters, that {{it was over}}.",
        [["Reuters", "guard"]],
    ),
    "a-place-before-its-daily": ("[[A clerk]] told Velm daily Slovo {{it was over}}.", [["Slovo", "clerk"]]),
    "a-listed-name-in-front-of-another": (
        "[[A clerk]] told the Atlantic Courier {{it was over}}.",
        [["Atlantic Courier", "clerk"]],
    ),
    "proceedings-of-an-academy": (
        "According to [[a paper in the Proceedings of the Orr Academy]] {{it was over}}.",
        [["Proceedings of the Orr Academy", "paper in the Proceedings of the Orr Academy"]],
    ),
    "a-name-that-was-called-a-paper-s-before": (
        "[[The news agency Brellin]] said {{so}}. [[A clerk]] told Brellin {{it was over}}.",
        [["Brellin"], ["Brellin", "clerk"]],
    ),
    "an-agency-by-how-its-name-is-built": ("[[A clerk]] told Brellpress {{so}}.", [["Brellpress", "clerk"]]),
    "the-same-station": (
        "[[A clerk]] told Radio Orr {{so}}, and [[a guard]] told the same station {{no}}.",
        [["Radio Orr", "clerk"], ["Radio Orr", "guard"]],
    ),
    "a-paper-of-sundays-that-speaks": (
        "[[The Sunday Ledger]] said {{so}}. [[A clerk]] told the paper {{no}}.",
        [["Sunday Ledger"], ["Sunday Ledger", "clerk"]],
    ),
    "writing-in-a-journal": ("Writing in Nature, [[Ines Calder]] said {{so}}.", [["Nature", "Ines Calder"]]),
    "figures-of-a-name": ("[[A clerk]] told the website Lokal24 {{so}}.", [["Lokal24", "clerk"]]),
    "other-tongues": ("[[A clerk]] told Diario Sol {{so}}.", [["Diario Sol", "clerk"]]),
}


@pytest.mark.parametrize(("text", "expected"), CHAINS.values(), ids=CHAINS)
def test_chain_of(text: str, expected: list[list[str]]) -> None:
    assert chains(resolve(text)) == expected


def test_a_report_that_is_denied_carries_no_denial() -> None:
    doc = document("Ines Calder denied a report in Reuters that she had gone.")
    denied = replace(attribution(doc, "a", (0, 11), (38, 56)), cue=Span(doc.doc_id, 12, 18), polarity="denied")
    doc_said = document("Ines Calder said in a report in Reuters that she had gone.")
    said = replace(attribution(doc_said, "b", (0, 11), (40, 57)), cue=Span(doc_said.doc_id, 12, 16))

    assert chains(resolve_document(doc, (denied,), OUTLETS)) == [["Ines Calder"]]
    assert chains(resolve_document(doc_said, (said,), OUTLETS)) == [["Reuters", "Ines Calder"]]


def test_a_sentence_without_end_is_read_near_the_source_only() -> None:
    far = "he told Reuters " + "and went on " * 200

    assert chains(resolve(f"{far} [[Ines Calder]] said {{{{it was over}}}}.")) == [["Ines Calder"]]
