"""Step 5: all that is wrong, where each browser stops, the bytes and the clause."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from cors_tui.case import Case
from cors_tui.session.asking import waiting_for_consent
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.response import Response
from cors_tui.tui.steps.verdict import above, below
from cors_tui.tui.view import View
from tests.tui.judged_cases import CALL, PUT, answered, blocked, preflight_405, undecided, unreachable, viewed


def test_before_a_probe_it_says_what_to_press() -> None:
    """r or a."""
    assert "Press r" in above(View(Case(CALL))).plain
    assert re.search(r"about \d\d safe requests, at most 2 at a time", above(View(Case(CALL))).plain)
    assert below(View(Case(CALL))).plain == ""


def test_how_much_asking_for_the_cause_would_send_is_said_until_it_is_asked() -> None:
    """Not while something is being asked, nor where there is nothing to look for."""
    view = viewed(blocked())
    assert "a looks for the cause: about" in above(view).plain
    assert above(replace(view, asking="this")).plain == ""
    allowed = answered(CALL, Response(200, HeaderList((("Access-Control-Allow-Origin", "*"),))))
    assert above(viewed(allowed)).plain == ""


def test_every_fault_has_its_bytes_and_its_clause() -> None:
    """The link leads to the algorithm that decided."""
    view = viewed(preflight_405())
    assert view.judgement is not None
    text = below(view).plain
    assert text.count("https://fetch.spec.whatwg.org/#") >= len(view.judgement.faults)
    assert "405" in text
    assert "got nothing, wanted" in text


def test_browsers_that_stop_at_different_faults_are_named_apart() -> None:
    """WebKit looks at a preflight's status first, the others at its Allow-Origin."""
    text = below(viewed(preflight_405())).plain
    stops = [line for line in text.splitlines() if "stop" in line and line.startswith("!")]
    assert len(stops) == 2
    assert any("Safari stops here" in line for line in stops)
    assert any("Chromium, Firefox stop here" in line for line in stops)


def test_the_cause_stands_first_with_its_certainty_and_what_to_change() -> None:
    """Before the faults it explains."""
    text = below(viewed(blocked())).plain
    assert text.startswith("cause: ")
    assert "change: " in text
    assert text.index("cause: ") < text.index("! 1")


def test_an_unsafe_request_that_waits_is_said() -> None:
    """With the key that shows it."""
    case = undecided()
    text = below(replace(viewed(case), waiting=waiting_for_consent(case))).plain
    assert "PUT was not sent" in text
    assert "Press r" in text


def test_a_server_that_does_not_listen_is_told_in_the_systems_words() -> None:
    """There are no header bytes to quote."""
    assert "connection refused [Errno 111]" in below(viewed(unreachable())).plain


EVIL = ["[/b]", "\x1b]52;c;eA==\x07", "\x9d0;x\x9c", "\u202egpj.exe"]


@pytest.mark.parametrize("value", EVIL, ids=["markup", "OSC 52", "C1", "bidi"])
def test_what_a_server_wrote_is_never_obeyed(value: str) -> None:
    """Shown as text wherever it stands."""
    case = answered(CALL, Response(200, HeaderList((("Access-Control-Allow-Origin", value),))))
    text = below(viewed(case)).plain
    assert not set(text) & {"\x1b", "\x07", "\x9d", "\x9c", "\u202e"}
    assert value != "[/b]" or "[/b]" in text


def test_a_method_that_is_not_allowed_is_named() -> None:
    """The word itself, not only the rule."""
    headers = HeaderList((("Access-Control-Allow-Origin", "https://app.example.com"),))
    assert "PUT is not allowed" in below(viewed(answered(PUT, Response(204, headers)))).plain
