"""Who gets an answer: the Host, Origin and Sec-Fetch-Site matrix for reads and for the one write."""

from itertools import product

import pytest
from starlette.testclient import TestClient

OWN = "127.0.0.1:8765"
HOSTS = {
    OWN: True, "localhost:8765": True, "[::1]:8765": True, "127.0.0.1": True, "evil.example": False,
    "127.0.0.1.evil.example": False, "evil.example:8765": False, "127.0.0.2": False, "0.0.0.0": False,  # noqa: S104  a name to refuse, nothing is bound
    "": False,
    "localhost.evil.example": False, "127.0.0.1:8765@evil.example": False, "127.0.0.1:x": False,
}  # fmt: skip
SITES = (None, "none", "same-origin", "same-site", "cross-site")
ORIGINS = (None, f"http://{OWN}", "http://evil.example", "null", f"https://{OWN}", "http://localhost:9999")
FORM = {"left": "ent-s-varga", "right": "ent-s-harbour", "verdict": "same", "made_by": "desk", "reason": "why not"}


@pytest.mark.parametrize(("host", "welcome"), HOSTS.items(), ids=[host or "empty" for host in HOSTS])
def test_only_loopback_names_are_answered(client: TestClient, host: str, *, welcome: bool) -> None:
    assert (client.get("/", headers={"host": host}).status_code == 200) is welcome


def test_reads_from_another_site_get_nothing_but_a_followed_link(client: TestClient) -> None:
    for site, origin in product(SITES, ORIGINS):
        headers = {k: v for k, v in {"sec-fetch-site": site, "origin": origin}.items() if v is not None}
        own = site in {None, "none", "same-origin"} and origin in {None, f"http://{OWN}"}
        for path in ("/", "/index.json", "/claim/clm-1.csv", "/feed.atom", "/static/explorer.mjs"):
            assert (client.get(path, headers=headers).status_code == 200) is own, (site, origin, path)
    followed = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}
    assert client.get("/claim/clm-1", headers=followed).status_code == 200
    assert client.get("/claim/clm-1", headers=followed | {"sec-fetch-dest": "iframe"}).status_code == 403


def test_writes_come_from_the_explorer_s_own_page_alone(client: TestClient) -> None:
    token = _token(client)
    before = len(client.get("/judgements.json").json()["judgements"])
    welcome = 0
    for site, origin in product(SITES, ORIGINS):
        headers = {k: v for k, v in {"sec-fetch-site": site, "origin": origin}.items() if v is not None}
        answer = client.post("/judge", data=FORM | {"token": token}, headers=headers, follow_redirects=False)
        own = site in {None, "same-origin"} and origin == f"http://{OWN}"
        assert answer.status_code == (303 if own else 403), (site, origin)
        welcome += own
    after = client.get("/judgements.json").json()["judgements"]
    assert welcome == 2
    assert before < len(after) <= before + welcome  # two in one second are one judgement
    assert ("same", "why not") in {(one["verdict"], one["reason"]) for one in after}


REFUSED = {
    "no-token": (FORM, 403),
    "wrong-token": (FORM | {"token": "x" * 43}, 403),
    "no-verdict": ({k: v for k, v in FORM.items() if k != "verdict"}, 400),
    "odd-verdict": (FORM | {"verdict": "maybe"}, 400),
    "nobody": (FORM | {"made_by": " "}, 400),
    "same-record": (FORM | {"right": "ent-s-varga"}, 400),
    "no-such-record": (FORM | {"right": "ent-nowhere"}, 404),
    "no-such-statement": (FORM | {"right": "stm-9"}, 400),
    "too-large": (FORM | {"reason": "x" * 30_000}, 413),
}


@pytest.mark.parametrize(("form", "status"), REFUSED.values(), ids=REFUSED)
def test_a_form_that_does_not_hold_is_refused(client: TestClient, form: dict[str, str], status: int) -> None:
    data = form if status == 403 else form | {"token": _token(client)}
    answer = client.post("/judge", data=data, headers={"origin": f"http://{OWN}"}, follow_redirects=False)
    assert answer.status_code == status
    assert len(client.get("/judgements.json").json()["judgements"]) == 1


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS"])
def test_other_methods_are_refused(client: TestClient, method: str) -> None:
    assert client.request(method, "/", headers={"origin": f"http://{OWN}"}).status_code == 405


@pytest.mark.parametrize("path", ["/", "/index.json", "/nothing", "/static/explorer.css", "/feed.atom"])
def test_every_answer_forbids_what_no_page_needs(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers["content-security-policy"].startswith("default-src 'none'; style-src 'self'; script-src 'self'")
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cross-origin-resource-policy"] == "same-origin"


def _token(client: TestClient) -> str:
    page = client.get("/judgements").text
    return page.split('name="token" value="')[1].split('"')[0]
