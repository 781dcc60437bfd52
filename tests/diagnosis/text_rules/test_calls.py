"""What a call shows by its shape alone."""

from __future__ import annotations

from cors_tui.case import Call
from cors_tui.diagnosis.text_rules.calls import clues_of_call
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import CredentialsMode
from tests.rows import each_row

PLAIN = Call("https://api.example/x", "https://app.test")

CALLS = [
    ("a sound call", PLAIN, "", "no-scheme"),
    ("no scheme", Call("localhost:3000/x"), "no-scheme", "mixed"),
    ("a path is no host", Call("/api/x"), "", "no-scheme"),
    ("a URL in the query", Call("https://a.example/?u=b.example/c"), "", "no-scheme"),
    ("http from https", Call("http://api.example/x", "https://app.test"), "mixed", "no-scheme"),
    ("http to this machine", Call("http://localhost/x", "https://app.test"), "local-url", "mixed"),
    ("small letters", Call("https://a.example", method="patch"), "small-method", "no-scheme"),
    ("get is made capital", Call("https://a.example", method="get"), "", "small-method"),
    ("a header of the answer", Call("https://a.example", headers=HeaderList((("Access-Control-Allow-Origin", "*"),))),
     "header-of-answer", "header-sdk"),
    ("signing in", Call("https://a.example/login"), "cookie-left-out", "mixed"),
    ("signing in with cookies", Call("https://a.example/login", credentials=CredentialsMode.INCLUDE), "login-path",
     "cookie-left-out"),
]  # fmt: skip


@each_row(("call", "shown", "not_shown"), [row[1:] for row in CALLS], ids=[row[0] for row in CALLS])
def test_a_call_shows(call: Call, shown: str, not_shown: str) -> None:
    clues = clues_of_call(call)
    assert "call" in clues
    assert not shown or shown in clues
    assert not_shown not in clues
