"""What to change at which product: the table names only products that are recognised, and whole sentences."""

from __future__ import annotations

from cors_tui.diagnosis.fingerprints import MARKS
from cors_tui.diagnosis.products import CHANGES, Topic, changes_at


def test_every_product_is_one_that_gives_itself_away() -> None:
    assert {product for product, _, _ in CHANGES} <= {mark.product for mark in MARKS}


def test_a_product_says_one_thing_about_a_topic() -> None:
    keys = [(product, topic) for product, topic, _ in CHANGES]
    assert len(set(keys)) == len(keys)
    assert Topic.WHO not in {topic for _, topic in keys}


def test_each_is_a_sentence() -> None:
    assert [what for _, _, what in CHANGES if not what.endswith(".") or "  " in what] == []


def test_only_what_was_asked_about_is_said() -> None:
    assert changes_at("nginx", {Topic.CACHE}) == (
        "Put $http_origin into proxy_cache_key, or take Vary out of proxy_ignore_headers.",
    )
    assert changes_at("nginx", set()) == ()
    assert changes_at("nobody", set(Topic)) == ()


def test_the_five_that_were_run_say_something_about_headers_and_options() -> None:
    for product in ("nginx", "HAProxy", "Varnish", "Caddy", "Apache"):
        assert len(changes_at(product, {Topic.HEADERS, Topic.OPTIONS})) == 2
