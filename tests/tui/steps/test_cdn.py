"""Step 4: what the answers give away about who answered."""

from __future__ import annotations

from cors_tui.case import Case
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
