"""Changes of position: reversed once, figures changed when new, retellings of the old position no change."""

from tests.claims.invented import DAY, reading

from headwater.claims.changes import find_changes
from headwater.claims.discrepancy import Dated
from headwater.claims.statements import find_statements
from headwater.records import Attribution, published_instant


def changes(*texts: str) -> list[str]:
    members: list[Dated] = []
    attributions: dict[str, Attribution] = {}
    speakers: dict[str, str] = {}
    for number, text in enumerate(texts):
        read = reading(f"d{number}", text, published_at=f"2026-03-0{number + 1}")
        attributions |= {a.attribution_id: a for a in read.attributions}
        profile = next(p for p in find_statements(read, DAY) if p.statement.attribution_id)
        speakers[str(profile.statement.attribution_id)] = "ent-ministry"
        document = read.document
        members.append(Dated(profile=profile, text=document.text, published=published_instant(document), times=()))
    return [change.kind for change in find_changes("clm-1", members, attributions, speakers)]


def test_a_denial_withdrawn_is_one_reversal_however_often_it_is_retold() -> None:
    denied, admitted = "The ministry denied that it was warned.\n", "The ministry said it was warned.\n"
    assert changes(denied, admitted) == ["reversed"]
    assert changes(denied, admitted, denied, admitted) == ["reversed"]


def test_a_new_figure_is_a_change_and_an_old_one_retold_is_none() -> None:
    two, three = "Two people died, the ministry said.\n", "Three people died, the ministry said.\n"
    assert changes(two, three, two) == ["figure_changed"]


def test_the_same_thing_said_twice_is_no_change() -> None:
    assert changes("Two people died, the ministry said.\n", "Two people have died, the ministry said.\n") == []
