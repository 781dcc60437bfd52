"""Step 4: what the answers give away about who answered."""

from __future__ import annotations

from dataclasses import replace

from cors_tui.case import AS_ASKED, Case, Sighting
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.response import Response
from cors_tui.tui.steps.cdn import above, below
from cors_tui.tui.view import View
from tests.tui.judged_cases import CALL, answered, viewed


def test_before_a_probe_it_says_what_would_be_asked() -> None:
    """Through, past the cache, around."""
    assert "past its cache" in below(View(Case(CALL))).plain
    assert above(View(Case(CALL))).plain == ""


def test_telling_headers_are_quoted_and_others_left_out() -> None:
    """Each once, in lower case."""
    response = Response(200, HeaderList((("Via", "1.1 varnish"), ("CF-Ray", "8a"), ("Content-Type", "a/b"))))
    text = below(viewed(answered(CALL, response))).plain
    assert "via: 1.1 varnish" in text
    assert "cf-ray: 8a" in text
    assert "content-type" not in text


def test_escape_sequences_in_them_are_shown() -> None:
    """A server's name is only text."""
    evil = Response(200, HeaderList((("Server", "\x1b[31m[red]nginx"),)))
    assert "server: \\x1b[31m[red]nginx" in below(viewed(answered(CALL, evil))).plain


def test_nothing_telling_is_said() -> None:
    """Not every answer gives itself away."""
    assert "No response header tells" in below(viewed(answered(CALL, Response(200)))).plain


def test_what_is_known_of_the_layer_in_front_is_told() -> None:
    """Who it is, and who did what with which header, each with its certainty."""
    response = Response(200, HeaderList((("Server", "nginx"), ("Access-Control-Allow-Origin", "https://b.example"))))
    text = below(viewed(answered(CALL, response))).plain
    assert "nginx answers. (proven)" in text
    assert "request: access-control-allow-origin sent by the server or a layer in front of it (possible)" in text
    assert "What to change" not in text


def test_what_to_change_is_told_for_the_product_that_did_it() -> None:
    """By the direct answer beside the one through it."""
    case = answered(CALL, Response(200, HeaderList((("Server", "nginx"),))))
    behind = Response(200, HeaderList((("Access-Control-Allow-Origin", "*"),)))
    asked = tuple(replace(exchange, answer=behind) for exchange in case.exchanges(AS_ASKED))
    text = below(viewed(case.with_sighting(Sighting("direct", asked)))).plain
    assert "request: access-control-allow-origin removed by nginx, in front of the origin server (proven)" in text
    assert "What to change at nginx:\n  `add_header … always` adds" in text
