"""Plain text: the text unchanged, and only what stands plainly in its first lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.config import IngestConfig
from headwater.ingest.draft import Draft, Metadata, RawInput, RefusalError
from headwater.ingest.text_reader import dateline_of, front_matter, read_text

BODY = "The mayor of Carrow said on Tuesday that the water would last nine days."


def raw(data: bytes) -> RawInput:
    return RawInput(location="a.txt", record_id="a", name="a.txt", head=data[:100], path=None, body=data)


FRONT: dict[str, tuple[str, Metadata]] = {
    "headline": (f"Dam holds as river rises\n{BODY}", Metadata(headline="Dam holds as river rises")),
    "headline-with-question-mark": (
        f"\n\n  Will the dam hold?\r\n\r\n{BODY}",
        Metadata(headline="Will the dam hold?"),
    ),
    "sentence-is-no-headline": (f"The dam in Carrow holds.\n{BODY}", Metadata()),
    "quoted-sentence-is-no-headline": (f"The mayor called it “a great dam.”\n{BODY}", Metadata()),
    "one-line-is-no-headline": ("Dam holds as river rises", Metadata()),
    "outlet-is-no-headline": (f"Velm Tribune\n{BODY}", Metadata()),
    "caption-is-no-headline": (f"Image copyright Velm Tribune\n{BODY}", Metadata()),
    "long-line-is-no-headline": (f"{'Dam holds as river rises ' * 8}\n{BODY}", Metadata()),
    "byline": (
        f"Dam holds as river rises\nBy Sanna Lund and Ole de Vries\n{BODY}",
        Metadata(headline="Dam holds as river rises", byline="Sanna Lund and Ole de Vries"),
    ),
    "byline-in-capitals": (f"BY SANNA LUND\n{BODY}", Metadata(byline="SANNA LUND")),
    "sentence-with-by-is-no-byline": (f"{BODY}\nBy then the road to Carrow was closed\n", Metadata()),
    "dateline": (f"PORTAVEN (Reuters) - {BODY}", Metadata(dateline="PORTAVEN (Reuters)")),
    "date-line": (f"Tuesday, July 2nd, 2013\n{BODY}", Metadata(published_at="2013-07-02")),
    "updated-alone-is-published": (f"Updated: July 02, 2013 15: 50 IST\n{BODY}", Metadata(published_at="2013-07-02")),
    "published-and-updated": (
        f"Published: July 2, 2013\nLast updated: July 5, 2013 4:05 p.m. ET\n{BODY}",
        Metadata(published_at="2013-07-02", modified_at="2013-07-05"),
    ),
    "date-in-capitals": (f"WEDNESDAY 03 JULY 2013\n{BODY}", Metadata(published_at="2013-07-03")),
    "date-before-last-updated": (
        f"3 July 2013 Last updated at 13: 38 GMT\n{BODY}",
        Metadata(published_at="2013-07-03"),
    ),
    "date-after-on": (f"on July 02 2013 7: 41 AM\n{BODY}", Metadata(published_at="2013-07-02")),
    "date-after-an-outlet": (f"Velm Tribune, Tuesday 2 Jul 2013\n{BODY}", Metadata(published_at="2013-07-02")),
    "date-after-a-body-and-an-office": (
        f"Bureau of Wells, Regional Office, 4 August 2031\n{BODY}",
        Metadata(published_at="2031-08-04"),
    ),
    "day-with-full-stops": (f"12.10.2031\n{BODY}", Metadata(published_at="2031-10-12")),
    "day-and-year-in-a-dateline": (
        f"Oke-Ilu, Sept. 6, 2031 (VNS) {BODY}",
        Metadata(dateline="Oke-Ilu, Sept. 6, 2031 (VNS)", published_at="2031-09-06"),
    ),
    "sentence-with-a-date-is-no-date-line": (
        f"July 2, 2013 was the day on which the dam of Carrow gave way to the water\n{BODY}",
        Metadata(),
    ),
    "impossible-date": (f"June 31, 2013\n{BODY}", Metadata()),
}


@pytest.mark.parametrize(("text", "expected"), FRONT.values(), ids=FRONT)
def test_front_matter_is(text: str, expected: Metadata) -> None:
    assert front_matter(text) == expected


DATELINES: dict[str, tuple[str, str | None]] = {
    "agency-and-dash": ("PORTAVEN (Reuters) - The dam gave way.", "PORTAVEN (Reuters)"),
    "place-day-agency": ("NEW VELM, Nov. 19 (UPI) -- The dam gave way.", "NEW VELM, Nov. 19 (UPI)"),
    "day-and-agency-without-a-place": ("March 4 (Velm Wire) - The dam gave way.", "March 4 (Velm Wire)"),
    "day-and-a-remark": ("March 4 (Velm time) brought snow.", None),
    "unknown-agency-after-a-day": ("Carrow, Sept. 6, 2031 (VNS) The dam gave way.", "Carrow, Sept. 6, 2031 (VNS)"),
    "known-agency-without-dash": ("New Velm (AFP) The dam gave way.", "New Velm (AFP)"),
    "name-and-initials": ("Orrin Valley Services (OVS) said the dam gave way.", None),
    "dash-alone": ("CARROW, Orrin — The dam gave way on Tuesday night, the emergency service said.", "CARROW, Orrin"),
    "headline-in-capitals": ("DAM GIVES WAY - THOUSANDS OF PEOPLE FLEE FROM THE VALLEY IN THE NIGHT", None),
    "sentence": ("The dam gave way - and nobody knew.", None),
}


@pytest.mark.parametrize(("line", "expected"), DATELINES.values(), ids=DATELINES)
def test_dateline_of_a_paragraph_is(line: str, expected: str | None) -> None:
    assert dateline_of(line) == expected


def test_newlines_and_spaces_stand_as_they_stood() -> None:
    data = b"Dam holds as river rises\r\n\r\n  The mayor\tspoke.\r"
    (draft,) = read_text(raw(data), IngestConfig())
    assert isinstance(draft, Draft)
    assert draft.text.encode() == data
    assert draft.offset_map == ()


def test_what_stands_beside_the_text_goes_before_what_stands_in_it() -> None:
    data = f"Dam holds as river rises\n{BODY}".encode()
    known = RawInput(
        location="a.txt",
        record_id="a",
        name="a.txt",
        head=data,
        path=None,
        body=data,
        metadata=Metadata(headline="Other"),
    )
    (draft,) = read_text(known, IngestConfig())
    assert isinstance(draft, Draft)
    assert draft.metadata.headline == "Other"


def test_a_file_over_the_limit_is_too_large() -> None:
    with pytest.raises(RefusalError, match="more than 10 bytes") as caught:
        tuple(read_text(raw(b"The dam held."), IngestConfig(max_input_bytes=10)))
    assert caught.value.reason == "too-large"


@given(st.text())
def test_front_matter_takes_any_text(text: str) -> None:
    found = front_matter(text)
    assert found.headline is None or found.headline in text
