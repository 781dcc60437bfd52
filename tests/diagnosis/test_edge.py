"""What is said of the layer in front: by name, by its cache, by OPTIONS and redirects, each as sure as its bytes."""

from __future__ import annotations

import pytest

from cors_tui import experiments
from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.edge import Edge, edge_of
from cors_tui.diagnosis.examples import PAGE, allows, allows_all_of, answer, call, facts
from cors_tui.diagnosis.layers import Deed
from cors_tui.diagnosis.products import Topic
from cors_tui.experiment import STRANGER, Experiment
from cors_tui.standards.response import Response
from tests.rows import each_row

SERVER = {"origin-server": "h:1"}
ASKED = call("GET", "X-Api-Key: k")
GOOD = (answer(204, "Server: uvicorn", *allows_all_of()), answer(200, "Server: uvicorn", *allows()))


def through(preflight: Response, itself: Response, *direct: Response, **seen: list[Response]) -> Facts:
    known: dict[Experiment, list[Response]] = {experiments.DIRECT: list(direct)} if direct else {}
    known |= {{"a_none_b": experiments.A_NONE_B, "twice": experiments.TWICE}[name]: got for name, got in seen.items()}
    return facts(ASKED, preflight=preflight, actual=itself, answers=SERVER if direct else {}, experiments=known)


def said(found: Edge, topic: Topic) -> list[tuple[str, Certainty]]:
    return [(told.says, told.certainty) for told in found.told if told.topic is topic]


FROM_CACHE = answer(200, "Age: 30", *allows())
OWN_405 = answer(405, "Server: nginx")
ROWS: dict[str, tuple[Facts, Topic, str, Certainty]] = {
    "a product that signs": (
        through(answer(204, "CF-Ray: 8a", *allows_all_of()), answer(200, *allows())),
        Topic.WHO,
        "Cloudflare answers.",
        Certainty.PROVEN,
    ),
    "two that sign": (
        through(answer(204, "CF-Ray: 8a", "X-Varnish: 1", *allows_all_of()), answer(200, *allows())),
        Topic.WHO,
        "Cloudflare and Varnish answer.",
        Certainty.PROVEN,
    ),
    "one known from hearsay": (
        through(answer(204, "rndr-id: 1", *allows_all_of()), answer(200, *allows())),
        Topic.WHO,
        "Render answers.",
        Certainty.LIKELY,
    ),
    "one without a name": (
        through(answer(204, "Via: 1.1 proxy", *allows_all_of()), answer(200, *allows())),
        Topic.WHO,
        "A layer in front answers, which does not give its name.",
        Certainty.LIKELY,
    ),
    "one that only the direct answer shows": (
        through(answer(204), answer(200), *GOOD),
        Topic.WHO,
        "A layer in front changes the answer, and does not give its name.",
        Certainty.PROVEN,
    ),
    "the web server behind is nobody in front": (
        through(answer(204, "Server: nginx"), answer(200), answer(204, "Server: nginx"), answer(200)),
        Topic.WHO,
        "Nothing in the answers tells of a layer in front; there may be one.",
        Certainty.POSSIBLE,
    ),
    "an answer that was kept": (
        through(GOOD[0], answer(200, "Age: 30")),
        Topic.CACHE,
        "It keeps answers.",
        Certainty.LIKELY,
    ),
    "an answer that is new": (
        through(*GOOD, twice=[answer(200, "Age: 0"), answer(200, "X-Cache: MISS")]),
        Topic.CACHE,
        "No answer says that it came from a cache.",
        Certainty.POSSIBLE,
    ),
    "an answer of Varnish's store": (
        through(GOOD[0], answer(200, "X-Varnish: 5 3", "Age: 0")),
        Topic.CACHE,
        "It keeps answers.",
        Certainty.LIKELY,
    ),
    "one answer an origin": (
        through(*GOOD, twice=[answer(200, *allows()), answer(200, "X-Cache: HIT", *allows())]),
        Topic.CACHE,
        "It keeps answers, one for each origin (Vary).",
        Certainty.POSSIBLE,
    ),
    "one answer for all": (
        through(*GOOD, a_none_b=[answer(200, *allows()), FROM_CACHE, FROM_CACHE]),
        Topic.CACHE,
        "It keeps answers, and gives the one made for your page to others.",
        Certainty.PROVEN,
    ),
    "OPTIONS answered in front": (
        through(OWN_405, GOOD[1], *GOOD),
        Topic.OPTIONS,
        "It answers OPTIONS itself (405); the origin server answers 204.",
        Certainty.LIKELY,
    ),
    "OPTIONS passed on": (through(*GOOD, *GOOD), Topic.OPTIONS, "It passes OPTIONS on.", Certainty.POSSIBLE),
    "redirected in front": (
        through(answer(301, "Location: /users/"), GOOD[1], *GOOD),
        Topic.REDIRECT,
        "It redirects to https://api.example.com/users/; the origin server does not.",
        Certainty.PROVEN,
    ),
}


@each_row("name", ROWS)
def test_it_is_said_as_sure_as_its_bytes(name: str) -> None:
    seen, topic, says, certainty = ROWS[name]
    assert said(edge_of(seen), topic) == [(says, certainty)]


def test_a_cache_that_sends_the_page_to_strangers_quotes_the_line() -> None:
    told = [each for each in edge_of(ROWS["one answer for all"][0]).told if each.topic is Topic.CACHE]
    assert told[0].quote == f"Access-Control-Allow-Origin: {PAGE}"
    assert STRANGER not in told[0].quote


def test_who_did_what_is_said_of_every_header_of_both_answers() -> None:
    found = edge_of(through(OWN_405, answer(200, "Server: nginx", *allows(), "X: 1"), *GOOD))
    claims = {(role, claim.header): claim.deed for role, claim in found.claims}
    assert claims == {
        ("preflight", "access-control-allow-origin"): Deed.REMOVED,
        ("preflight", "access-control-allow-methods"): Deed.REMOVED,
        ("preflight", "access-control-allow-headers"): Deed.REMOVED,
        ("request", "access-control-allow-origin"): Deed.SENT,
    }


def test_what_to_change_is_said_for_that_very_product() -> None:
    found = edge_of(through(OWN_405, GOOD[1], *GOOD))
    assert found.products == ("nginx",)
    assert {product for product, _ in found.changes} == {"nginx"}
    assert any("limit_except" in what for _, what in found.changes)


NGINX = (answer(200, "Server: nginx", *allows_all_of()), answer(200, "Server: nginx", *allows()))
FINE = {
    "the same both ways": through(*GOOD, *GOOD),
    "not compared": through(*NGINX),
    "it owns CORS, and browsers are content": through(*NGINX, answer(405), answer(200)),
}


@pytest.mark.parametrize("name", FINE)
def test_nothing_is_to_be_changed_where_all_is_well(name: str) -> None:
    assert edge_of(FINE[name]).changes == ()


def test_a_cache_that_mixes_pages_up_is_to_be_changed_although_this_page_is_let_in() -> None:
    found = edge_of(through(*NGINX, a_none_b=[NGINX[1], FROM_CACHE, FROM_CACHE]))
    assert [what for _, what in found.changes] == [
        "Put $http_origin into proxy_cache_key, or take Vary out of proxy_ignore_headers."
    ]


def test_an_age_of_any_length_is_read() -> None:
    found = edge_of(through(GOOD[0], answer(200, f"Age: {'9' * 5000}")))
    assert said(found, Topic.CACHE) == [("It keeps answers.", Certainty.LIKELY)]


def test_nothing_is_said_before_anything_was_seen() -> None:
    assert edge_of(facts(call())) == Edge()
