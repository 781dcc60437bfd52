"""The generator: the same cases for the same seed, readable ones, of every kind."""

import json
from collections import Counter

from cors_tui.inputs.cases import read_case
from tests.live.browsers.generate import generate


def test_a_seed_means_the_same_cases_everywhere() -> None:
    assert generate(7, 50) == generate(7, 50)
    assert generate(7, 50) != generate(8, 50)


def test_a_case_does_not_depend_on_how_many_there_are() -> None:
    assert generate(7, 5) == generate(7, 50)[:5]


def test_every_case_can_be_read() -> None:
    for case in generate(1, 500):
        assert read_case(json.dumps(case)).id == case["id"]


def test_every_kind_is_there_and_right_servers_too() -> None:
    cases = generate(1, 1500)
    tags = Counter(tag for case in cases for tag in case["tags"])
    assert min(tags[kind] for kind in ("correct", "origin", "methods", "headers", "redirect", "preflight status")) > 50
    assert len({case["page_origin"] for case in cases}) == 6
    assert {case["request"]["api"] for case in cases} == {"fetch", "xhr"}
    assert {case["request"]["mode"] for case in cases} == {"cors", "no-cors", "same-origin"}


def test_a_case_names_itself_in_every_url_it_leads_to() -> None:
    """Requests and console lines find their case by it."""
    for case in generate(3, 500):
        places = [case["request"]["url"]]
        for hop in case["server"]["actual"].get("redirects", ()):
            places += [value for name, value in hop["headers"] if name == "Location"]
        assert all(f"/case/{case['id']}" in place for place in places if place)
